"""How often the end of a visit can be put off."""

import pytest
from conftest import Visitor
from lasting import keep_going, left

BEGUN = {"who": "me", "now": "none", "taking": "as-prescribed"}
TIMES = 10


@pytest.mark.parametrize("address", ["/questions/reason", "/results"])
def test_the_end_can_be_put_off_ten_times_and_says_when_no_more(clock, visitor, address):
    visitor.answer(**BEGUN)
    token = visitor.token()
    for _ in range(TIMES):
        clock(29)
        assert keep_going(visitor, address).status_code == 303
    assert "added ten times" in left(visitor, address)
    assert visitor.page(address).texts("button", "time") == []
    clock(29)
    sent = {"csrf_token": token, "keep-going": "yes", "answer": "sleep"}
    assert visitor.browser.post(address.replace("/results", "/keep-going"), data=sent).status_code == 303
    assert "in 31 minutes in any case" in left(visitor, address)


def test_a_visit_that_begins_anew_has_all_its_time_again(clock, counselor):
    counselor.answer(**BEGUN)
    for _ in range(TIMES):
        keep_going(counselor, "/answers")
    clock(20)
    token = counselor.token()
    counselor.browser.post("/start", data={"csrf_token": token, "route": "me", "afresh": "yes"})
    assert "in 60 minutes in any case" in left(counselor, "/questions/now")
    assert counselor.page("/questions/now").texts("button", "time")


def test_the_cookie_has_one_length_however_often_the_end_was_put_off(app):
    visitor = Visitor(app)
    visitor.answer(**BEGUN)
    lengths = {len(visitor.cookie.value)}
    for _ in range(TIMES):
        keep_going(visitor, "/questions/reason", "sleep", "anxiety")
        lengths.add(len(visitor.cookie.value))
    assert len(lengths) == 1
