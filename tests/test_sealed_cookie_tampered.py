"""Any bytes at all as a cookie: never a crash, and never an answer."""

import base64

import pytest
from conftest import Visitor
from hypothesis import given, settings
from hypothesis import strategies as st

SHOWN = "Your answers"  # a heading of the results


@pytest.fixture(scope="module")
def cookie(app):
    visitor = Visitor(app)
    visitor.answer(who="me", now="seizure")
    return visitor.cookie.value


@pytest.fixture(scope="module")
def results(app):
    """Ask for the results with nothing but this as the Cookie header."""
    browser = app.test_client(use_cookies=False)
    return lambda value: browser.get("/results", headers={"Cookie": f"s={value}"})


def test_the_true_cookie_is_read(results, cookie):
    assert SHOWN in results(cookie).text


def decoded(value):
    """Return the bytes that a value stands for: Base64 can be spelled in more ways than one."""
    try:
        return base64.urlsafe_b64decode(value.partition(";")[0].strip().strip('"').encode())
    except ValueError:
        return None


def flipped(cookie, place, byte):
    place %= len(cookie)
    return cookie[:place] + byte + cookie[place + 1 :]


def doubled(cookie, start, end):
    return cookie[: start % len(cookie)] + cookie[end % len(cookie) :]


places = st.integers(0, 10_000)
letters = st.sampled_from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=%"\\ ~é\xff')
KINDS = {
    "a character changed": (st.tuples(places, letters), flipped),
    "cut, or a part doubled": (st.tuples(places, places), doubled),
    "cut off": (st.tuples(places), lambda cookie, end: cookie[: end % len(cookie)]),
    "reversed in part": (
        st.tuples(places),
        lambda cookie, at: cookie[: at % len(cookie)][::-1] + cookie[at % len(cookie) :],
    ),
    "something before or after": (
        st.tuples(st.text(letters, min_size=1), st.booleans()),
        lambda cookie, text, before: text + cookie if before else cookie + text,
    ),
    "anything": (st.tuples(st.binary(max_size=300)), lambda _, junk: junk.decode("latin-1")),
}


@pytest.mark.parametrize(("changes", "tamper"), KINDS.values(), ids=KINDS)
def test_a_tampered_cookie_is_no_visit_and_no_crash(results, cookie, changes, tamper):
    @settings(max_examples=300)
    @given(changes)
    def meets_the_neutral_page(change):
        value = tamper(cookie, *change).replace("\r", "").replace("\n", "")
        response = results(value)
        assert response.status_code == 200
        if decoded(value) != decoded(cookie):
            assert SHOWN not in response.text
            assert "This page has ended" in response.text

    meets_the_neutral_page()
