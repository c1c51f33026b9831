"""Safety stops: when `/now` interrupts, what it says first, and the words that lead on."""

from typing import NamedTuple

import pytest
from test_visits import said

BEGUN = {"who": "me", "now": "none", "taking": "as-prescribed", "reason": "anxiety"}
LATER = {"stopping": "no", "unwell": "none", "mixing": "none"}


class Stop(NamedTuple):
    """The answers before, the one that stops, and the notices of the page: in full, and in a line each."""

    before: dict
    answer: dict
    in_full: str
    in_a_line: str = ""


STOPS = {
    "call now": Stop({"who": "me"}, {"now": "seizure"}, "call-now"),
    "crisis": Stop({"who": "me"}, {"now": "suicide"}, "crisis"),
    "poison": Stop({"who": "me"}, {"now": "too-much"}, "poison"),
    "today": Stop(BEGUN, {"stopping": "stopped"}, "today"),
    "several at once": Stop(
        {"who": "me"}, {"now": ["too-much-on-purpose", "too-much"]}, "call-now", "crisis poison"
    ),
    "call now, with words of its own": Stop(BEGUN | {"stopping": "no"}, {"unwell": "seizure"}, "call-now"),
    "call now again, after it was continued past": Stop(
        BEGUN | {"now": "seizure", "stopping": "no"}, {"unwell": "confused"}, "call-now"
    ),
    "today, after call now was continued past": Stop(
        BEGUN | {"now": "seizure"}, {"stopping": "stopped"}, "call-now today"
    ),
    "call now, by an earlier answer that is changed": Stop(
        BEGUN | {"stopping": "stopped"}, {"now": "seizure"}, "call-now", "today"
    ),
    "crisis, by an earlier answer that is changed": Stop(
        BEGUN | {"now": "seizure"} | LATER, {"unwell": "suicide"}, "call-now crisis"
    ),
    "today, after crisis was continued past": Stop(
        BEGUN | {"now": "suicide"}, {"stopping": "stopped"}, "today", "crisis"
    ),
    "today, after two others were continued past": Stop(
        BEGUN | {"now": ["seizure", "suicide"]}, {"stopping": "stopped"}, "call-now today", "crisis"
    ),
    "pills taken away": Stop(
        BEGUN | {"who": "loved-one", "stopping": "no", "unwell": "none"}, {"next-step": "took-away"}, "today"
    ),
}


@pytest.mark.parametrize("stop", STOPS.values(), ids=STOPS)
def test_a_stop_says_what_to_do_first_and_how_to_go_on(visitor, notice, stop):
    visitor.answer(**stop.before)
    assert visitor.answer(**stop.answer) == "/now"
    page, answers = visitor.page("/now"), stop.before | stop.answer
    in_full, in_a_line = (
        [notice(name, answers["who"]) for name in names.split()] for names in (stop.in_full, stop.in_a_line)
    )
    assert page.texts("h1", "card") + page.texts("h2", "card") == [said(each.title) for each in in_full]
    assert page.texts("p", "note") == [said(other.short) for other in in_a_line]
    assert page.texts("a", "actions") == [onward(in_full, stop.before | stop.answer)]
    assert visitor.see(page.onward).status_code == 200


def onward(in_full, answers):
    """Return the words that lead on: a notice's own, unless they would be untrue of another one."""
    first, *more = in_full
    if more:
        return "Continue when you are ready"
    seen = answers.get("unwell") and "seizure" not in answers.get("now", ())
    return first.go_on_after.get("unwell", first.go_on) if seen else first.go_on


def test_each_stop_has_its_own_words_onward(notice):
    stops = [notice(name) for name in ("call-now", "crisis", "poison", "today")]
    words = [stop.go_on for stop in stops] + [notice("call-now").go_on_after["unwell"]]
    assert len(set(words)) == 5


def test_call_now_interrupts_each_time_and_crisis_only_at_the_first_question_that_raises_it(visitor, notice):
    visitor.answer(**BEGUN | {"now": ["suicide", "seizure"], "stopping": "no"})
    assert visitor.answer(unwell="suicide") == "/questions/mixing"
    assert visitor.answer(unwell="seizure") == "/now"
    assert visitor.answer(now="prefer-not", unwell=["seizure", "suicide"]) == "/now"
    assert visitor.page("/now").texts("h1") == [said(notice("call-now").title)]


@pytest.mark.parametrize("question", ["unwell", "mood"])
def test_crisis_interrupts_where_it_is_raised_first(visitor, notice, question):
    path = (
        BEGUN | LATER | {"how-long": "unsure", "more": "none", "tried": "no", "mind": "none", "mood": "none"}
    )
    before = {name: path[name] for name in list(path)[: list(path).index(question)]}
    visitor.answer(**before)
    assert visitor.answer(**{question: "suicide"}) == "/now"
    assert visitor.page("/now").texts("h1") == [said(notice("crisis").title)]


def test_naloxone_is_a_panel_on_the_next_question_and_never_a_stop(visitor):
    visitor.answer(who="me", now="none")
    assert visitor.answer(taking="not-prescribed") == "/questions/reason"
    assert "Keep naloxone at home and tell people where it is" in visitor.page("/questions/reason").texts(
        "h2"
    )
    visitor.answer(reason="anxiety")
    assert visitor.page("/questions/stopping").texts("h2", "main") == []


def test_naloxone_is_not_repeated_by_a_second_answer_that_raises_it(visitor):
    visitor.answer(**BEGUN | {"taking": "not-prescribed", "stopping": "no", "unwell": "none"})
    assert visitor.answer(mixing="opioids") == "/questions/how-long"
    assert visitor.page("/questions/how-long").texts("h2", "main") == []


def test_an_answer_changed_from_the_results_stops_with_its_own_words(visitor, notice):
    visitor.answer(**BEGUN | {"stopping": "no", "unwell": "none"})
    response = visitor.send("unwell", "confused", address="/questions/unwell?back=results")
    assert response.headers["Location"] == "/now"
    visitor.answer(mixing="none", unwell="confused")
    assert visitor.page("/now").texts("a", "actions") == [notice("call-now").go_on_after["unwell"]]


def test_a_notice_stays_on_the_results_until_its_answer_changes(visitor, notice):
    visitor.walk(who="me", now="seizure")
    assert visitor.page("/results").texts("h2", "card") == [said(notice("call-now").title)]
    visitor.answer(now="none")
    assert visitor.page("/results").texts("h2", "card") == []
