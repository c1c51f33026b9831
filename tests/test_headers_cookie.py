"""Who gets a cookie, with which flags, and what Vary says about it; a whole visit over https."""

from http.cookies import SimpleCookie

import pytest
from conftest import Visitor
from test_headers_by_page import CODE, PRIVATE, PUBLIC
from visit_table import VISITS
from visits import FOR_COUNSELORS, LANDINGS

from screening import create_app
from screening.settings import Settings

BEGUN = {"who": "me", "now": "none", "taking": "as-prescribed"}


class SecureVisitor(Visitor):
    """A visitor who comes by https, and whose browser sends no Referer."""

    def __init__(self, app):
        super().__init__(app)
        opened = self.browser.open
        self.browser.open = lambda *args, **more: opened(*args, base_url="https://check.example", **more)


@pytest.fixture(scope="module")
def secure():
    return create_app(
        Settings(
            https=True, origin="https://check.example", hosts=("check.example",), operator="x", contact="y"
        )
    )


def cookies_of(response):
    for header in response.headers.getlist("Set-Cookie"):
        ((name, morsel),) = SimpleCookie(header).items()
        yield name, morsel, header


def cookie_of(response):
    (cookie,) = cookies_of(response)
    return cookie


@pytest.mark.parametrize("visit", VISITS.values(), ids=VISITS)
def test_a_whole_visit_works_over_https_without_a_referer(secure, visit):
    visitor = SecureVisitor(secure)
    assert visitor.walk(**visit.given)[-1] == "/answers"
    assert visitor.see("/results").status_code == 200


def test_the_cookie_over_https(secure):
    name, cookie, header = cookie_of(SecureVisitor(secure).see("/questions/who"))
    assert name == "__Host-s"
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"], cookie["path"]) == (
        True,
        True,
        "Lax",
        "/",
    )
    assert not any(word in header.lower() for word in ("domain", "expires", "max-age"))


def test_the_cookie_on_one_machine(visitor):
    name, cookie, header = cookie_of(visitor.see("/questions/who"))
    assert name == "s"
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"], cookie["path"]) == (
        "",
        True,
        "Lax",
        "/",
    )
    assert not any(word in header.lower() for word in ("domain", "expires", "max-age"))


def test_leaving_overwrites_the_cookie_and_deletes_it_with_the_flags_that_a_host_cookie_needs(secure):
    visitor = SecureVisitor(secure)
    visitor.answer(**BEGUN)
    blank, deleted = (
        (name, cookie.value, cookie["max-age"], cookie["secure"], cookie["httponly"], cookie["path"])
        for name, cookie, _ in cookies_of(visitor.see("/leave"))
    )
    assert blank == ("__Host-s", "", "", True, True, "/")
    assert deleted == ("__Host-s", "", "0", True, True, "/")
    assert visitor.cookie is None


NO_VISIT = [*PUBLIC, *FOR_COUNSELORS, CODE, "/healthz", "/nope", "/static/style.css", "/?country=GB"]


@pytest.mark.parametrize("address", NO_VISIT)
def test_public_pages_set_no_cookie_and_do_not_depend_on_one(counselor, address):
    first = counselor.see(address)
    counselor.answer(**BEGUN)
    kept = counselor.cookie.value
    second = counselor.see(address)
    assert first.data == second.data
    for response in (first, second):
        response.close()
        assert "Set-Cookie" not in response.headers
        assert "Cookie" not in response.headers.get("Vary", "")
    assert counselor.cookie.value == kept


@pytest.mark.parametrize("address", [*PRIVATE, *LANDINGS])
def test_check_in_pages_depend_on_the_cookie(counselor, address):
    assert counselor.see(address).headers["Vary"] == "Cookie"
    counselor.answer(**BEGUN)
    assert counselor.see(address).headers["Vary"] == "Cookie"


@pytest.mark.parametrize("address", [*PRIVATE[1:], *LANDINGS])
def test_a_look_right_after_an_answer_sets_no_new_cookie(counselor, address):
    counselor.answer(**BEGUN)
    assert "Set-Cookie" not in counselor.see(address).headers
