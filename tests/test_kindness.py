"""Small things that matter to somebody who is shaking: an error hides no help, and no stop is a trap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from visits import full

from screening.next_steps import next_steps
from screening.rules import SKIPPED


def test_an_error_never_hides_what_a_ticked_answer_would_stop_for(visitor):
    visitor.answer(who="me")
    page = visitor.send("now", "none", "suicide", follow_redirects=True).text
    assert "“None of these” cannot go with another answer. Untick one of them" in page
    box = page.index('class="errors"')
    assert box < page.index("In danger right now, call") < page.index("Please check your answer")


@pytest.mark.parametrize(("question", "options"), [("now", []), ("now", ["none", "prefer-not"])])
def test_an_error_without_a_danger_shows_no_card(visitor, question, options):
    visitor.answer(who="me")
    assert "In danger right now" not in visitor.send(question, *options, follow_redirects=True).text


def test_a_safety_stop_leads_back_to_the_question_that_raised_it(visitor):
    visitor.answer(who="me", now="seizure")
    assert '<a href="/questions/now">Back to the question</a>' in visitor.read("/now")


STEPS = {
    "someone who wants to stop": (
        {"who": "me", "taking": "other-ways", "stopping": "planning"},
        "Do not stop or cut down on your own.",
    ),
    "pills that no prescriber follows": (
        {"who": "loved-one", "taking": "not-prescribed", "next-step": "plan-take-away"},
        "Call a pharmacist, doctor or urgent care today about the pills",
    ),
    "a mother of somebody under 18": (
        {"who": "loved-one", "situations": "under-18"},
        "Call their doctor or a pharmacist with them",
    ),
    "a child took some": (
        {"who": "me", "now": "someone-else"},
        "Keep the pills locked up",
    ),
    "hardly awake": ({"who": "me", "now": "hard-to-wake"}, "Ask someone to stay with you until help comes"),
    "their loved one cannot be woken": (
        {"who": "loved-one", "now": "hard-to-wake"},
        "If they are very sleepy",
    ),
    "too much, and awake": ({"who": "me", "now": "too-much"}, "Ask someone to stay with you. If you get"),
    "their loved one took too much": ({"who": "loved-one", "now": "too-much"}, "Watch whoever took it"),
    "pills of somebody who stopped long ago": (
        {"who": "loved-one", "stopping": "stopped-before", "next-step": "took-away"},
        "Ask a pharmacist or prescriber about the pills",
    ),
    "alcohol before it was started": (
        {"who": "me", "mixing": "alcohol", "taking": "not-started"},
        "No alcohol with clonazepam. Talk",
    ),
    "alcohol": ({"who": "me", "mixing": "alcohol"}, "Talk to a prescriber or pharmacist about alcohol"),
}


@pytest.mark.parametrize(("answers", "step"), STEPS.values(), ids=STEPS)
def test_what_to_do_today_fits_the_person(content, answers, step):
    journey = full(content, {name: frozenset({option}) for name, option in answers.items()})
    steps = [step.text for step in next_steps(journey, content.sections[journey.route])]
    assert any(said.startswith(step) for said in steps), steps


UNWANTED = {
    "too much was taken": ({"now": "too-much", "stopping": "planning", "reason": "seizures"}, "Do not stop"),
    "an emergency": ({"now": "hard-to-wake", "taking": "as-prescribed"}, "Keep taking it"),
    "already stopped": ({"stopping": "stopped", "mood": "suicide"}, "do not change or stop"),
    "stopped long ago": ({"stopping": "stopped-before"}, "Know when to call"),
    "not started": ({"taking": "not-started", "mixing": "opioids"}, "Do not stop clonazepam"),
    "took the pills away": (
        {"who": "loved-one", "taking": "as-prescribed", "next-step": "took-away"},
        "Help them keep",
    ),
}


@pytest.mark.parametrize(("answers", "words"), UNWANTED.values(), ids=UNWANTED)
def test_nobody_is_told_what_could_hurt_them(content, answers, words):
    chosen = {name: frozenset({option}) for name, option in ({"who": "me"} | answers).items()}
    journey = full(content, chosen)
    assert not any(words in said.text for said in next_steps(journey, content.sections[journey.route]))


IN_DANGER = (
    "doses continue",
    "Keep taking",
    "keep taking",
    "skip doses",
    "not to stop",
    "enough until",
    "Do not stop ",
)
STOPPED = ("Do not stop or", "not to stop", "change or stop", "eep taking", "clonazepam suddenly")


@given(st.data())
def test_in_danger_or_after_stopping_no_step_says_to_carry_on(content, data):
    route = data.draw(st.sampled_from(sorted(content.questionnaires)))
    questions = content.questionnaires[route].questions[1:]
    chosen = {
        question.id: frozenset({data.draw(st.sampled_from(sorted(question.ids)))}) for question in questions
    }
    journey = full(content, {"who": frozenset({route}), **chosen})
    said = " ".join(step.text for step in next_steps(journey, content.sections[route]))
    if {notice.id for notice in journey.notices} & {"call-now", "poison"}:
        assert not [words for words in IN_DANGER if words in said.replace("Do not stop methadone", "")]
    if journey.answers["taking"] & {"not-now", "not-started"} or journey.answers.get("stopping", SKIPPED) & {
        "stopped",
        "stopped-before",
    }:
        assert not [words for words in STOPPED if words in said]
