"""A method that a page does not take, and HEAD, which every page takes."""

import pytest
from pages import Page

BEGUN = {"who": "me", "now": "none", "taking": "as-prescribed", "reason": ["anxiety", "sleep"]}


@pytest.fixture
def begun(counselor):
    counselor.answer(**BEGUN)
    return counselor


METHODS = {
    "/": "POST PUT DELETE OPTIONS TRACE PATCH",
    "/questions/stopping": "PUT DELETE OPTIONS TRACE PATCH",
    "/results": "POST PUT DELETE OPTIONS TRACE",
    "/leave": "POST PUT DELETE OPTIONS TRACE",
    "/erase": "GET HEAD PUT DELETE OPTIONS TRACE",
    "/help": "POST PUT OPTIONS TRACE",
    "/share": "POST PUT DELETE OPTIONS TRACE",
    "/share/card": "POST PUT OPTIONS TRACE",
    "/share/poster": "POST PUT OPTIONS TRACE",
    "/share/code.svg": "POST PUT DELETE OPTIONS TRACE",
    "/start": "PUT DELETE OPTIONS TRACE PATCH",
    "/start/me": "POST PUT DELETE OPTIONS TRACE PATCH",
    "/healthz": "POST OPTIONS TRACE",
    "/static/style.css": "POST PUT DELETE OPTIONS TRACE",
}

READ_AND_SENT = {"GET", "HEAD", "POST"}
ALLOWED = {"/questions/stopping": READ_AND_SENT, "/start": READ_AND_SENT, "/erase": {"POST"}}


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


TAKEN = (
    "/ /questions/stopping /results /now /help /healthz /share /share/card /share/code.svg /start /start/me"
)


@pytest.mark.parametrize("address", TAKEN.split())
def test_head_says_what_get_would(begun, address):
    seen, asked = begun.see(address), begun.browser.head(address)
    assert (asked.status_code, asked.data) == (200, b"")
    assert asked.content_length == seen.content_length
