"""A method that a page does not take, and HEAD, which every page takes."""

import pytest
from pages import Page

BEGUN = {"who": "me", "now": "none", "taking": "as-prescribed", "reason": ["anxiety", "sleep"]}


@pytest.fixture
def begun(visitor):
    visitor.answer(**BEGUN)
    return visitor


METHODS = {
    "/": "POST PUT DELETE OPTIONS TRACE PATCH",
    "/questions/stopping": "PUT DELETE OPTIONS TRACE PATCH",
    "/results": "POST PUT DELETE OPTIONS TRACE",
    "/leave": "POST PUT DELETE OPTIONS TRACE",
    "/erase": "GET HEAD PUT DELETE OPTIONS TRACE",
    "/help": "POST PUT OPTIONS TRACE",
    "/healthz": "POST OPTIONS TRACE",
    "/static/style.css": "POST PUT DELETE OPTIONS TRACE",
}

ALLOWED = {"/questions/stopping": {"GET", "HEAD", "POST"}, "/erase": {"POST"}}


@pytest.mark.parametrize(
    ("address", "method"),
    [(address, method) for address, methods in METHODS.items() for method in methods.split()],
)
def test_a_wrong_method_is_refused_and_names_the_right_ones(begun, address, method):
    response = begun.browser.open(address, method=method)
    assert response.status_code == 405
    assert set(response.headers["Allow"].split(", ")) == ALLOWED.get(address, {"GET", "HEAD"})
    if method != "HEAD":
        assert Page(response.text).texts("h1") == ["That page cannot be used this way"]
        assert "911" in Page(response.text).texts("aside")[0]
    assert len(begun.page("/answers").texts("dt")) == 4


@pytest.mark.parametrize("address", ["/", "/questions/stopping", "/results", "/now", "/help", "/healthz"])
def test_head_says_what_get_would(begun, address):
    seen, asked = begun.see(address), begun.browser.head(address)
    assert (asked.status_code, asked.data) == (200, b"")
    assert asked.content_length == seen.content_length
