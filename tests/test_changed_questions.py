"""A visitor in mid-visit when a question changes: where they land, and what they are told."""

import pytest
from changed_content import Returning, changed, served
from content_edits import add_rule, drop_option, drop_question, rename_option, rename_question
from pages import Page
from visit_table import PATH

from screening.journey import with_answer
from screening.packing import unpacked
from tests.tiny import check_in, question, walked

BEGUN = "who=loved-one&now=none&taking=as-prescribed&reason=anxiety,sleep"
STOPPED = BEGUN.replace("as-prescribed", "not-now") + "&more=extra"
FINISHED = "&".join([BEGUN, *(f"{name}=prefer-not" for name in PATH["loved-one"][4:])])
NOT_ASKED = "Because of an earlier answer, we no longer ask about:"
CHANGED = "What we ask has changed since you answered. Please look again:"
BOTH = "What it is for: “Anxiety or panic”, “To sleep”"
EXTRA = "Changes in recent months: “Took extra, or took it sooner than planned”"
OVER = "The first question has changed, so the check-in starts over."


@pytest.fixture
def back_after(content):
    """Return somebody who comes back after an edit, with the answers they gave before."""

    return lambda edit, answers: Returning(served(changed(content, edit)), unpacked(answers))


@pytest.mark.parametrize(("edit", "answers", "place"), [
    ((rename_question, "stopping"), BEGUN, "/questions/stopping-new"),
    ((drop_question, "stopping"), BEGUN, "/questions/unwell"),
    ((rename_question, "reason"), BEGUN, "/questions/reason-new"),
    ((drop_question, "help"), FINISHED, "/answers"),
    ((rename_question, "who"), BEGUN, "/questions/who-new"),
    ((rename_question, "who"), "who=me", "/questions/who-new"),
], ids=["open, renamed", "open, dropped", "answered, renamed", "the last, dropped", "first, renamed", "only"])  # fmt: skip # noqa: E501
@pytest.mark.parametrize("way", ["GET", "POST", "POST without a token"])
def test_a_question_that_is_gone_leads_to_the_first_open_one(back_after, edit, answers, place, way):
    visitor, gone = back_after(edit, answers), edit[1]
    sent = {"answer": "prefer-not", "csrf_token": "" if "without" in way else visitor.token(place)}
    response = visitor.browser.open(f"/questions/{gone}", method=way.split()[0], data=sent)
    assert (response.status_code, response.headers["Location"]) == (303, place)
    assert visitor.stored == unpacked(answers)


@pytest.mark.parametrize(("edit", "answers", "told"), [
    ((drop_option, "reason", "sleep"), BEGUN, [CHANGED, "What it is for"]),
    ((rename_option, "taking", "as-prescribed"), BEGUN, [CHANGED, "How it is taken"]),
    ((add_rule, "show_if", "reason", "now"), BEGUN, [NOT_ASKED, BOTH]),
    ((drop_option, "reason", "sleep"), STOPPED, [NOT_ASKED, EXTRA, CHANGED, "What it is for"]),
    ((drop_option, "who", "loved-one"), BEGUN, [OVER]),
    ((rename_question, "who"), BEGUN, [OVER]),
    ((rename_question, "reason"), BEGUN, []),
    ((drop_option, "reason", "muscles"), BEGUN, []),
])  # fmt: skip
def test_the_next_page_names_what_no_longer_applies_and_why(back_after, edit, answers, told):
    page = Page(back_after(edit, answers).see("/questions/help", follow_redirects=True).text)
    noted = [each for each in page.elements if any(around.is_called("dropped") for around in each.around)]
    assert [each.text for each in noted if each.tag in {"p", "li"}] == told


def test_a_changed_question_is_a_link_away_and_stands_below_what_is_urgent(back_after):
    visitor = back_after((drop_option, "reason", "sleep"), FINISHED.replace("now=none", "now=seizure"))
    page = visitor.page("/results")
    assert page.texts("h2")[:2] == ["Call 911 now", "Some answers no longer apply"]
    assert [link.attrs["href"] for link in page.all("a", "note")] == ["/questions/reason"]


@pytest.mark.parametrize("page", ["/answers", "/results", "/notes", "/questions/now"])
def test_a_new_first_question_is_asked_before_anything_else(back_after, page):
    visitor = back_after((rename_question, "who"), FINISHED)
    assert visitor.see(page).headers["Location"] == "/questions/who-new"
    assert visitor.page("/now").onward == "/questions/who-new"


def test_a_new_first_question_starts_the_check_in_over(back_after):
    visitor = back_after((rename_question, "who"), FINISHED)
    assert visitor.answer(who_new="loved-one") == "/questions/now"
    assert visitor.page("/questions/now").checked == set()


def test_another_route_takes_the_answers_of_another_version_with_it_and_the_same_one_keeps_them():
    journey = walked(check_in(question("first")), first="a", elsewhere="a")
    who = journey.path[0]
    assert journey.elsewhere == {"elsewhere": {"a"}}
    assert with_answer(journey, who, frozenset({"me"})) == {**journey.answers, **journey.elsewhere}
    assert with_answer(journey, who, frozenset({"them"})) == {"who": {"them"}}
