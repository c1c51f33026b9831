"""Finishing early, going back, reloading, and more than one tab."""

import pytest
from conftest import TOKEN, Visitor
from pages import Page
from visit_table import PATH

BEGUN = {"who": "me", "now": "none", "taking": "as-prescribed", "reason": "anxiety"}


@pytest.fixture
def finished(visitor):
    visitor.answer(**dict.fromkeys(PATH["me"], "prefer-not") | {"who": "me"})
    return visitor


def test_who_it_is_about_and_what_is_happening_now_come_before_finishing(visitor):
    assert visitor.page("/questions/who").link("Finish here") is None
    visitor.answer(who="me")
    assert visitor.page("/questions/now").link("Finish here") is None
    for page in ("/answers", "/results", "/notes"):
        assert visitor.see(page).headers["Location"] == "/questions/now"


def test_finishing_early_says_how_many_questions_are_left_and_offers_to_go_on(visitor):
    visitor.answer(who="me", now="none", taking="as-prescribed")
    assert visitor.page("/questions/reason").link("Finish here") == "/answers"
    page = visitor.page("/answers")
    assert "12 questions are left" in page.texts("p", "note")[0]
    assert page.link("go on with them") == "/questions/reason"
    page = visitor.page(page.onward)
    assert "12 questions are left" in page.texts("p", "note")[0]
    assert page.link("Go on with the questions") == "/questions/reason"
    assert len(page.because("dependence")) == 1


def test_one_question_left_is_said_in_the_singular(visitor):
    visitor.answer(**dict.fromkeys(PATH["me"][:-1], "prefer-not") | {"who": "me"})
    assert "1 question is left" in visitor.page("/answers").texts("p", "note")[0]


def test_back_leads_to_the_answer_given(visitor):
    visitor.answer(**BEGUN | {"reason": ["sleep", "anxiety"]})
    back = visitor.page("/questions/stopping").link("Back")
    assert back == "/questions/reason"
    assert visitor.page(back).checked == {"sleep", "anxiety"}
    assert visitor.page("/questions/who").link("Back") == "/"


@pytest.mark.parametrize("name", ["answers", "results", "notes"])
def test_back_from_a_change_leads_to_the_page_it_began_on(finished, name):
    assert finished.page(f"/questions/now?back={name}").link("Back") == f"/{name}"


def test_reloading_changes_nothing(finished):
    for page in ("/questions/now", "/answers", "/results", "/notes", "/now"):
        first, again = (TOKEN.sub("", finished.read(page)) for _ in range(2))  # a token holds the second
        assert first == again


def test_headings_inside_a_topic_stand_below_its_own(finished):
    alone = [heading for heading in finished.page("/learn/withdrawal").texts("h2") if heading != "Safety"]
    among_others = finished.page("/results")
    assert "Stopping safely" in among_others.texts("h2")
    assert among_others.texts("h3", "withdrawal") == alone


def test_nothing_is_chosen_before_an_answer(visitor):
    assert visitor.page("/questions/who").checked == set()


def test_two_tabs_share_one_visit(visitor):
    first_tab = visitor.token("/questions/who")
    visitor.answer(who="me", now="none")
    assert visitor.send("who", "me", token=first_tab).headers["Location"] == "/questions/taking"
    assert visitor.send("now", "seizure", token=first_tab).headers["Location"] == "/now"
    assert visitor.page("/questions/now").checked == {"seizure"}


def test_a_tab_left_open_after_erasing_cannot_bring_answers_back(visitor):
    visitor.answer(**BEGUN)
    token = visitor.token("/answers")
    assert visitor.send("erase", address="/erase", token=token).headers["Location"] == "/"
    response = visitor.send("stopping", "no", token=token, follow_redirects=True)
    assert (response.status_code, visitor.cookie) == (200, None)
    assert "This page has ended" in response.text


def test_a_tab_opened_before_the_visit_began_keeps_its_choice_and_is_sent_again(app):
    visitor = Visitor(app)
    stale = Visitor(app).token()
    response = visitor.send("who", "loved-one", token=stale, headers={"Sec-Fetch-Site": "same-origin"})
    assert (response.status_code, Page(response.text).checked) == (400, {"loved-one"})
    assert visitor.answer(who="loved-one") == "/questions/now"
