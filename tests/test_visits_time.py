"""How long a visit lasts, and a form whose token is stale."""

import pytest
from pages import Page

BEGUN = {"who": "me", "now": "none", "taking": "as-prescribed"}


@pytest.mark.parametrize("page", ["/questions/reason", "/answers", "/results", "/notes"])
def test_a_visit_idle_for_29_minutes_is_still_there(clock, visitor, page):
    visitor.answer(**BEGUN)
    clock(29)
    assert "has ended" not in visitor.read(page)


@pytest.mark.parametrize("page", ["/questions/reason", "/answers", "/results", "/notes"])
def test_a_visit_idle_for_31_minutes_is_gone_and_says_so(clock, visitor, page):
    visitor.answer(**BEGUN)
    clock(31)
    ended = visitor.page(page)
    assert ended.title == ended.texts("h1")[0] == "This page has ended"
    assert "It ran out of time" in ended.texts("p", "main")[0]
    assert ended.onward == "/"
    assert visitor.cookie is None


def test_a_visit_that_ran_out_starts_afresh_at_the_first_question(clock, visitor):
    visitor.answer(**BEGUN)
    clock(31)
    page = visitor.page("/questions/who")
    assert "Your earlier visit ran out of time, so its answers are gone." in page.texts("p", "note")[0]
    assert page.checked == set()
    assert visitor.answer(who="me") == "/questions/now"


def test_help_stays_when_a_visit_ran_out(clock, visitor):
    visitor.answer(**BEGUN | {"now": "seizure"})
    clock(31)
    assert visitor.page("/now").texts("h1") == ["Get help now"]


def test_a_look_every_20_minutes_keeps_a_visit_until_its_hour_is_over(clock, visitor):
    visitor.answer(**BEGUN)
    for minutes in (20, 20, 19):
        clock(minutes)
        assert "has ended" not in visitor.read("/answers")
    clock(2)
    assert "It ran out of time" in visitor.read("/answers")


def test_an_answer_every_20_minutes_does_not_outlast_the_hour_either(clock, visitor):
    for question, option in BEGUN.items():
        visitor.answer(**{question: option})
        clock(20)
    clock(1)
    assert "It ran out of time" in visitor.read("/results")


def test_public_pages_do_not_keep_a_visit_alive(clock, visitor):
    visitor.answer(**BEGUN)
    clock(20)
    visitor.read("/learn")
    clock(11)
    assert "It ran out of time" in visitor.read("/answers")


def test_an_answer_sent_too_late_meets_the_neutral_page_and_counts_for_nothing(clock, visitor):
    visitor.answer(**BEGUN)
    token = visitor.token("/questions/reason")
    clock(31)
    response = visitor.send("reason", "anxiety", token=token, follow_redirects=True)
    assert (response.status_code, Page(response.text).title) == (200, "This page has ended")
    assert "It ran out of time" in response.text


@pytest.mark.parametrize("token", ["", "forged", "ImZvcmdlZCI.aSIx.x"])
def test_a_stale_token_keeps_the_choice_and_works_when_sent_again(visitor, token):
    visitor.answer(**BEGUN)
    response = visitor.send("reason", "sleep", "anxiety", token=token)
    page = Page(response.text)
    assert response.status_code == 400
    assert page.checked == {"sleep", "anxiety"}
    assert "Your choice is still here: please press Continue again" in page.texts("p", "errors")[0]
    assert visitor.page("/questions/reason").checked == set()

    fresh = page.all("input", "main")[0].attrs["value"]
    response = visitor.send("reason", "sleep", "anxiety", token=fresh)
    assert (response.status_code, response.headers["Location"]) == (303, "/questions/stopping")


def test_a_stale_token_keeps_nothing_that_the_question_does_not_offer(visitor):
    visitor.read("/questions/who")
    page = Page(visitor.send("who", "me", "forged", token="stale").text)
    assert page.checked == {"me"}


def test_a_stale_change_still_leads_back_when_sent_again(visitor):
    visitor.answer(**BEGUN)
    response = visitor.send("now", "prefer-not", address="/questions/now?back=results", token="stale")
    form = Page(response.text).all("form", "main")[0].attrs["action"]
    assert visitor.send("now", "prefer-not", address=form).headers["Location"] == "/results"


def test_erasing_with_a_stale_token_erases_nothing_and_asks_again(visitor):
    visitor.answer(**BEGUN)
    response = visitor.send("erase", address="/erase", token="stale")
    assert (response.status_code, Page(response.text).texts("h1")) == (400, ["Please send it again"])
    assert len(visitor.page("/answers").texts("dt")) == 3
