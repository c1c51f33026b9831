import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.journey import walk
from screening.next_steps import STEPS, next_steps
from screening.rules import PREFER_NOT
from tests.tiny import walked

PILLS_FIRST = {
    "stay",
    "watched",
    "watch",
    "pills-unused",
    "keep-pills-safe",
    "keep-pills",
    "pills-at-home",
    "lock-up",
}
URGENT = {"call-now", "poison"}
MORE_THAN_THE_LABEL = {"extra", "ran-out-early", "elsewhere"}


@pytest.fixture(scope="module")
def visits(content):
    said = {
        question.id: st.frozensets(st.sampled_from(sorted(question.ids)), max_size=3)
        for question in content.questionnaires["loved-one"].questions[1:]
    }
    who = st.sampled_from(["me", "loved-one"]).map(lambda route: frozenset({route}))
    stored = st.fixed_dictionaries({"who": who}, optional=said)
    return stored.map(lambda answers: walk(content.questionnaires, answers))


def named(content, journey):
    """Return the names of the steps as the content knows them: a notice, an action or a section."""
    texts = {
        words: notice.id
        for notice in journey.questionnaire.notices
        for words in (notice.today, *notice.today_after.values())
    }
    for step in journey.questionnaire.today:
        texts[step.text or content.sections[journey.route][step.section].today] = step.name
    return [texts[step.text] for step in next_steps(journey, content.sections[journey.route])]


@pytest.mark.parametrize(
    ("answers", "steps"),
    [
        (
            {"taking": "as-prescribed", "how_long": "over-3-months", "more": "helps-less"},
            "label-way prescriber mixing",
        ),
        ({"stopping": "stopped", "unwell": "shaky"}, "today no-doubling withdrawal"),
        ({"mixing": "opioids"}, "naloxone about-the-mix know-signs"),
        ({"taking": "not-prescribed"}, "naloxone about-the-mix know-signs"),
        ({"now": "suicide"}, "crisis tell-someone mood-call"),
        ({"mood": "suicide"}, "crisis tell-someone mood-call"),
        (
            {"who": "loved-one", "more": "extra", "next_step": "plan-take-away"},
            "keep-pills family loved-signs",
        ),
        ({"stopping": "planning", "situations": "pregnant"}, "not-yet enough prescriber"),
        ({"stopping": "planning", "reason": "seizures"}, "not-yet enough prescriber"),
        ({}, "do-not-stop write-down save-numbers"),
    ],
    ids=[
        "as prescribed, for long, helps less",
        "ran out three days ago, shaky",
        "opioids",
        "pills not from a pharmacy",
        "thoughts of suicide right now",
        "thoughts of suicide said late",
        "loved one wants to take away the pills",
        "pregnant and thinking of stopping",
        "seizures and thinking of stopping",
        "nothing but who it is about",
    ],
)
def test_the_worked_visits_end_in_their_three_things(content, answers, steps):
    assert named(content, walked(content.questionnaires, **answers)) == steps.split()


@given(st.data())
def test_any_visit_ends_in_three_different_things(content, visits, data):
    journey = data.draw(visits)
    steps = [step.text for step in next_steps(journey, content.sections[journey.route])]
    assert len(set(steps)) == len(steps) == STEPS


@given(st.data())
def test_the_notices_come_first_in_their_order(content, visits, data):
    journey = data.draw(visits)
    notices = [notice.id for notice in journey.notices][:STEPS]
    if URGENT & set(notices):
        notices = [name for name in notices if name != "naloxone"]  # no errands while help is on its way
    assert named(content, journey)[: len(notices)] == notices


@given(st.data())
def test_the_way_the_label_says_is_only_for_whoever_takes_it_so(content, visits, data):
    journey = data.draw(visits)
    if "label-way" not in named(content, journey):
        return
    assert journey.answers["taking"] == {"as-prescribed"}
    assert not journey.answers.get("more", frozenset()) & MORE_THAN_THE_LABEL
    assert not {notice.id for notice in journey.notices} & URGENT


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, True),
        ({"more": "helps-less"}, True),
        ({"more": PREFER_NOT}, True),
        ({"taking": "other-ways"}, False),
        ({"taking": ""}, False),
        *(({"more": f"helps-less {more}"}, False) for more in sorted(MORE_THAN_THE_LABEL)),
        ({"now": "seizure"}, False),
        ({"now": "too-much"}, False),
        ({"stopping": "stopped"}, False),
        ({"stopping": "planning"}, False),
    ],
)
@pytest.mark.parametrize("who", ["me", "loved-one"])
def test_when_the_way_the_label_says_is_among_the_three(content, who, answers, said):
    given_answers = {"who": who, "taking": "as-prescribed", **answers}
    assert ("label-way" in named(content, walked(content.questionnaires, **given_answers))) is said


@given(st.data())
def test_driving_while_foggy_is_among_the_three_unless_graver_things_fill_them(content, visits, data):
    drawn = data.draw(visits)
    journey = walk(content.questionnaires, {**drawn.answers, "daily": frozenset({"driving"})})
    graver = {notice.id for notice in journey.notices} | PILLS_FIRST
    steps = set(named(content, journey))
    assert "drive" in steps or steps <= graver or "daily" not in journey.answers


@given(st.data())
def test_do_not_stop_is_never_said_to_whoever_is_not_taking_it(content, visits, data):
    journey = data.draw(visits)
    taking, stopping = (journey.answers.get(name, frozenset()) for name in ("taking", "stopping"))
    not_taking = taking & {"not-now", "not-started"} or stopping & {"stopped", "stopped-before"}
    urgent = {notice.id for notice in journey.notices} & URGENT
    assert not (not_taking or urgent) or "do-not-stop" not in named(content, journey)
