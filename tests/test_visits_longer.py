"""More time: told on the start page, asked for on every page of a visit, ten times, with nothing lost."""

import pytest
from lasting import keep_going, left

BEGUN = {"who": "me", "now": "none", "taking": "as-prescribed"}
PAGES = ["/answers", "/results", "/results?topics=full", "/notes", "/now"]


def test_the_start_page_tells_the_limits_and_how_to_have_longer(visitor):
    told = " ".join(visitor.page("/").texts("li"))
    assert "After 30 minutes without a step, or 60 in all, the answers are gone" in told
    assert "“More time to keep going”, on each question, starts both again" in told


@pytest.mark.parametrize("route", ["me", "loved-one"])
def test_every_question_has_the_button_and_says_what_is_left(clock, visitor, content, route):
    visitor.answer(who=route)
    for question in content.questionnaires[route].questions:
        response = visitor.see(f"/questions/{question.id}")
        if response.status_code == 200:
            assert "in 60 minutes in any case" in left(visitor, f"/questions/{question.id}")
            assert visitor.page(f"/questions/{question.id}").texts("button", "time") == [
                "More time to keep going"
            ]
            visitor.send(question.id, "prefer-not")


@pytest.mark.parametrize("address", PAGES)
def test_the_button_returns_to_its_page_and_both_limits_start_again(clock, visitor, address):
    visitor.answer(**BEGUN)
    clock(29)
    assert "after 30 minutes with nothing pressed, and in 31 minutes in any case" in left(visitor, address)
    again = keep_going(visitor, address).headers["Location"]
    assert again == f"{address}{'&' if '?' in address else '?'}longer=yes"
    told = visitor.page(again).texts("p", "note")
    assert "You have more time: 60 minutes, or until 30 minutes pass with nothing pressed." in told
    assert "in 60 minutes in any case" in left(visitor, address)
    for _ in range(2):
        clock(29)
        assert len(visitor.page("/answers").texts("dt")) == 3


@pytest.mark.parametrize("options", [["sleep", "anxiety"], ["sleep"], []])
def test_the_button_of_a_question_keeps_what_is_picked_as_no_answer_yet(clock, visitor, options):
    visitor.answer(**BEGUN | {"reason": "unsure"})
    clock(29)
    response = keep_going(visitor, "/questions/reason", *options)
    assert (response.status_code, response.headers["Location"]) == (303, "/questions/reason?longer=yes")
    page = visitor.page("/questions/reason")
    assert (page.checked, page.texts("p", "errors")) == (set(options), [])
    clock(29)
    assert visitor.page("/questions/reason").checked == set(options)
    assert visitor.page("/answers").texts("dd")[6] == "Not sure"


def test_what_was_picked_is_forgotten_once_the_visitor_goes_elsewhere(visitor):
    visitor.answer(**BEGUN)
    keep_going(visitor, "/questions/reason", "sleep")
    visitor.read("/questions/taking")
    assert visitor.page("/questions/reason").checked == set()


def test_nothing_is_kept_that_the_question_does_not_offer(visitor):
    keep_going(visitor, "/questions/who", "me", "forged")
    assert visitor.page("/questions/who").checked == {"me"}


def test_a_change_that_takes_longer_still_leads_back(visitor):
    visitor.answer(**BEGUN)
    again = keep_going(visitor, "/questions/now?back=results").headers["Location"]
    assert again == "/questions/now?back=results&longer=yes"
    form = visitor.page(again).all("form", "main")[0].attrs["action"]
    assert visitor.send("now", "prefer-not", address=form).headers["Location"] == "/results"


def test_the_button_comes_too_late_after_the_end(clock, visitor):
    visitor.answer(**BEGUN)
    token = visitor.token()
    clock(31)
    for address, page in {
        "/keep-going?page=results": "/results",
        "/questions/reason": "/questions/reason",
    }.items():
        response = visitor.browser.post(address, data={"csrf_token": token, "keep-going": "yes"})
        assert response.status_code == 303
        assert response.headers["Location"].startswith(page)
    assert "It ran out of time" in visitor.read("/results")


def test_a_form_without_a_good_token_puts_nothing_off(clock, visitor):
    visitor.answer(**BEGUN)
    clock(20)
    response = visitor.send("keep-going", address="/keep-going?page=results", token="stale")
    assert (response.status_code, response.headers["Location"]) == (303, "/results")
    assert "in 40 minutes in any case" in left(visitor, "/results")


def test_who_has_no_visit_is_offered_no_more_time_and_gets_none(visitor):
    assert "More time" not in visitor.read("/now")
    visitor.read("/questions/who")
    assert visitor.send("", address="/keep-going", token=visitor.token()).headers["Location"] == "/answers"
    assert "This page has ended" in visitor.read("/answers")


def test_options_that_clash_are_no_mistake_yet_for_whoever_asks_for_more_time(visitor):
    visitor.answer(**BEGUN)
    again = keep_going(visitor, "/questions/reason", "sleep", "unsure").headers["Location"]
    page = visitor.page(again)
    assert (page.checked, page.texts("p", "errors")) == ({"sleep", "unsure"}, [])


def test_what_to_do_in_an_emergency_is_not_covered_by_a_warning(visitor):
    visitor.answer(who="me", now="seizure")
    assert "data-soon" not in visitor.read("/now")
    assert visitor.page("/now").texts("button", "time") == ["More time to keep going"]
