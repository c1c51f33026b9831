"""The sealed cookie of a shared link: as long as any other, with room for the longest id of a counselor."""

from datetime import timedelta

import pytest
from conftest import KEY, TOKEN, Visitor
from counselors import ANNA, ORIGIN, begin
from freezegun import freeze_time

from screening import create_app
from screening.packing import BESIDE, MOST
from screening.settings import Settings

LONGEST = "a-counselor-with-the-longest-id1"
ADDRESSES = ("/start", "/start/me", "/start/loved-one?referral=anna")


@pytest.fixture
def longest_app(folder):
    """A copy whose counselor has the longest id that the content may hold."""
    (folder / "referrals.yaml").write_text(ANNA.replace("id: anna", f"id: {LONGEST}"), encoding="utf-8")
    return create_app(Settings(keys=(KEY,), content=folder, origin=ORIGIN))


def test_the_cookie_has_one_length_whoever_shared_the_link(sharing_app):
    lengths = set()
    for route, referral in (("", ""), ("me", ""), ("loved-one", "anna")):
        visitor = Visitor(sharing_app)
        visitor.see(f"/start/{route}?referral={referral}".replace("/?", "?"))
        lengths.add(len(visitor.cookie.value))
        begin(visitor, "/start", route=route, referral=referral)
        lengths.add(len(visitor.cookie.value))
        if not route:
            visitor.answer(who="me")
        visitor.answer(now="seizure")
        lengths.add(len(visitor.cookie.value))
    assert len(lengths) == 1


@pytest.mark.parametrize("beside", ["draft", "stop"])
def test_the_longest_referral_fits_beside_the_longest_answers_and_a_mistake_or_a_stop(longest_app, beside):
    visitor = Visitor(longest_app)
    begin(visitor, "/start", route="me", referral=LONGEST)
    length = len(visitor.cookie.value)
    visitor.answer(now="none")
    with visitor.browser.session_transaction() as session:
        assert set(session) == {"csrf_token", "answers", "draft", "stop", "referral", "began"}
        assert len(session["referral"]) == 32
        session["answers"] += "&elsewhere=".ljust(MOST - len(session["answers"]), "x")
        session[beside] = "now=".ljust(BESIDE, "x")
    assert len(visitor.cookie.value) == length
    assert visitor.read("/now")


def met(visitor, address):
    """Return a page but for its token."""
    return TOKEN.sub("", visitor.read(address))


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_visit_that_ran_out_meets_the_start_page_as_anybody_does(sharing_app, counselor, address):
    with freeze_time("2026-11-22 12:00:00") as clock:
        begin(counselor, "/start", route="loved-one", referral="anna")
        counselor.answer(now="seizure")
        clock.tick(timedelta(minutes=31))
        assert met(counselor, address) == met(Visitor(sharing_app), address)
        assert begin(counselor, address, route="me").headers["Location"] == "/questions/now"
        assert counselor.page("/questions/now").checked == set()


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("value", ["", "x", "gAAAAA", "é", "A" * 3000])
def test_a_broken_cookie_meets_the_start_page_as_anybody_does(sharing_app, counselor, address, value):
    counselor.browser.set_cookie(counselor.cookie_name, value)
    assert met(counselor, address) == met(Visitor(sharing_app), address)
    assert begin(counselor, address, route="me").headers["Location"] == "/questions/now"
