"""The content that ships: whole, in order, resting on facts, and without a number where none belongs."""

import re
from itertools import chain
from pathlib import Path

import pytest

from screening.content import load
from screening.files import read, read_front_matter
from screening.helplines import STAND_INS
from screening.prose import PLACES
from screening.settings import ROOT
from tests.tiny import ids

SIGNS = (Path(__file__).parent / "data" / "warning_signs.txt").read_text(encoding="utf-8").splitlines()
SECTIONS = sorted(path.stem for path in (ROOT / "education").glob("*.md"))
DANGER_FIRST = (
    "who now taking reason stopping unwell mixing how-long more tried mind mood situations daily help"
)

RAISING = {
    "call-now": "now/hard-to-wake now/breathing now/seizure now/confused now/too-much-on-purpose"
    " unwell/seizure unwell/confused",
    "crisis": "now/suicide now/too-much-on-purpose unwell/suicide mood/suicide",
    "poison": "now/too-much now/someone-else",
    "today": "stopping/stopped stopping/cut-alone stopping/running-low next-step/took-away",
    "naloxone": "taking/not-prescribed mixing/opioids mixing/unknown-pills more/elsewhere",
}


def front(name):
    return read_front_matter(ROOT / "education" / f"{name}.md", name)


def test_the_real_content_is_sound():
    assert load(ROOT).first_route == "me"


@pytest.mark.parametrize("sign", SIGNS)
def test_every_warning_sign_of_the_source_is_carried_by_one_question(content, sign):
    carrying = [
        question.id for question in content.questionnaires["loved-one"].questions if sign in question.signs
    ]
    assert len(carrying) == 1


def test_no_sign_is_made_up(content):
    assert {sign for question in content.questionnaires["me"].questions for sign in question.signs} == set(
        SIGNS
    )
    assert len(SIGNS) == 20


def test_danger_is_asked_about_first_in_the_order_agreed(content):
    order = DANGER_FIRST.split()
    assert [name for name in ids(content.questionnaires["me"].questions) if name != "next-step"] == order
    order.insert(order.index("mixing"), "next-step")
    assert ids(content.questionnaires["loved-one"].questions) == order


def test_the_notices_come_in_order_of_urgency(content):
    said = [(notice.id, notice.stops) for notice in content.questionnaires["me"].notices]
    assert said == [
        ("call-now", "always"),
        ("crisis", "first"),
        ("poison", "first"),
        ("today", "first"),
        ("naloxone", "never"),
    ]


def test_each_notice_is_raised_by_the_dangers_agreed_and_by_nothing_else(content):
    for made in content.questionnaires.values():
        every = [(question.id, option) for question in made.questions for option in question.options]
        for notice in made.notices:
            raising = [f"{name}/{option.id}" for name, option in every if notice.id in option.notices]
            assert raising == RAISING[notice.id].split(), notice.id


def test_nobody_finishes_before_what_is_happening_now_and_everybody_is_shown_how_to_stop_safely(content):
    for made in content.questionnaires.values():
        assert made.finish_after == "now"
        assert made.sections[0] == "withdrawal"


def test_every_notice_names_a_role_of_the_helplines_to_call(content):
    for notice in content.questionnaires["me"].notices:
        assert "emergency" in notice.roles


def test_both_routes_hold_the_same_questions_options_and_notices(content):
    me, other = (content.questionnaires[route] for route in ("me", "loved-one"))
    assert [(q.id, ids(q.options), q.choose) for q in me.questions] == [
        (q.id, ids(q.options), q.choose) for q in other.questions
    ]
    assert ids(me.notices) == ids(other.notices)
    assert [step.name for step in me.today] == [step.name for step in other.today]


def test_unsure_and_none_stand_alone_where_many_may_be_chosen(content):
    for question in content.questionnaires["me"].questions:
        standing_alone = (
            {"none", "unsure"} & set(ids(question.options)) if question.choose == "many" else set()
        )
        assert {option.id for option in question.options if option.alone} == standing_alone, question.id


def test_every_fact_that_anything_rests_on_is_there(content):
    named = {fact for name in SECTIONS for fact in front(name).data["facts"]}
    for questionnaire in content.questionnaires.values():
        for record in chain(
            questionnaire.questions, questionnaire.notices, questionnaire.today, [questionnaire.notes]
        ):
            named |= set(record.facts)
    assert named <= set(content.facts)


def test_what_is_asked_about_a_loved_one_can_be_seen_or_heard(content):
    for question in content.questionnaires["loved-one"].questions:
        said = [question.ask, *(option.label for option in question.options), question.hint or ""]
        assert not re.search(
            r"\b(do|are|did|have) you (feel|felt|feeling|taken|take)\b|\byou feel", " ".join(said)
        ), said


def test_a_place_in_a_text_stands_for_a_role_that_the_helplines_have(content):
    roles = set(ids(content.helplines.roles))
    for place in PLACES:
        assert set(place.removeprefix("reach ").split(" or ")) <= roles
    assert set(STAND_INS) | set(chain.from_iterable(STAND_INS.values())) <= roles


def test_every_helpline_was_checked_and_says_where_its_number_is_from(content):
    for country in content.helplines.countries:
        for line in country.lines:
            assert line.source
            assert line.checked <= max(section.reviewed for section in content.sections["me"].values())


def test_the_facts_file_holds_nothing_but_facts():
    assert set(read(ROOT / "education" / "facts.yaml", "facts.yaml").data) == {"facts"}
