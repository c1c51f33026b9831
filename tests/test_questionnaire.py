import pytest
from pydantic import ValidationError

from screening.guidance import Action
from screening.questionnaire import Question, Questionnaire, route_of
from screening.rules import PREFER_NOT

OPTIONS = [{"id": name, "label": name} for name in ("a", "b", "c")] + [
    {"id": "none", "label": "None", "alone": "yes"}
]


def question(choose="many", **more):
    said = {"id": "q", "choose": choose, "ask": "?", "short": "Q", "options": OPTIONS}
    return Question.model_validate({**said, **more})


@pytest.mark.parametrize(
    ("choose", "chosen", "clashing"),
    [
        ("many", "", False),
        ("many", "a", False),
        ("many", "a b c", False),
        ("many", "none", False),
        ("many", "a none", True),
        ("many", "a prefer-not", True),
        ("many", "none prefer-not", True),
        ("one", "", False),
        ("one", "a", False),
        ("one", "a b", True),
        ("one", "a prefer-not", True),
    ],
)
def test_options_that_cannot_go_together_clash(choose, chosen, clashing):
    assert question(choose).clashes(chosen.split()) is clashing


@pytest.mark.parametrize(
    ("choose", "stored", "kept"),
    [
        ("many", "a b", "a b"),
        ("many", "b gone", "b"),
        ("many", "gone", ""),
        ("many", "", ""),
        ("many", "a none", ""),
        ("many", "none gone", "none"),
        ("many", "prefer-not", "prefer-not"),
        ("many", "a prefer-not", ""),
        ("one", "a", "a"),
        ("one", "a b", ""),
        ("one", "a gone", "a"),
        ("one", "prefer-not", "prefer-not"),
    ],
)
def test_a_stored_answer_keeps_what_still_makes_sense(choose, stored, kept):
    assert question(choose).fitting(stored.split()) == frozenset(kept.split())


def test_a_required_question_cannot_be_skipped():
    required = question("one", required="yes")
    assert PREFER_NOT not in required.ids
    assert required.fitting([PREFER_NOT]) == frozenset()
    assert PREFER_NOT in question("one").ids


def test_chosen_options_come_in_the_order_of_the_question():
    assert [option.id for option in question().chosen({"c", "a", "gone"})] == ["a", "c"]
    assert question().chosen({PREFER_NOT}) == ()


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ({}, True),
        ({"show_if": {"who": ["me"]}}, True),
        ({"show_if": {"who": ["them"]}}, False),
        ({"unless": {"who": ["me"]}}, False),
        ({"unless": {"who": ["them"]}}, True),
        ({"show_if": {"who": ["me"]}, "unless": {"who": ["me"]}}, False),
    ],
)
def test_a_question_is_asked_where_its_rules_allow(said, asked):
    assert question(**said).asked({"who": frozenset({"me"})}) is asked


@pytest.mark.parametrize("choose", ["some", "", "One"])
def test_a_question_takes_one_or_many(choose):
    with pytest.raises(ValidationError, match="'one' or 'many'"):
        question(choose)


@pytest.mark.parametrize(
    ("stored", "route"),
    [
        ({}, "me"),
        ({"who": {"loved-one"}}, "loved-one"),
        ({"who": {"me"}}, "me"),
        ({"who": {"me", "loved-one"}}, "me"),
        ({"who": {"nobody"}}, "me"),
        ({"who": {PREFER_NOT}}, "me"),
        ({"who": {"nobody", "loved-one"}}, "loved-one"),
        ({"now": {"loved-one"}}, "me"),
    ],
    ids=[
        "nothing yet",
        "the second route",
        "the first route",
        "both at once",
        "forged",
        "skipped",
        "forged beside a real one",
        "another question",
    ],
)
def test_the_first_question_chooses_the_route(content, stored, route):
    answers = {name: frozenset(options) for name, options in stored.items()}
    assert route_of(content.questionnaires, answers) == route


def test_questions_are_found_by_id(content):
    me = content.questionnaires["me"]
    assert me.by_id["mixing"].short == "What is taken with it"
    assert list(me.by_id) == [question.id for question in me.questions]


def test_an_action_is_known_by_its_section_or_its_id():
    assert Action(section="mixing").name == "mixing"
    assert Action(id="drive", text="Do not drive.").name == "drive"
    assert Action().name == ""


def test_a_questionnaire_needs_questions_and_sections(content):
    said = content.questionnaires["me"].model_dump(by_alias=True)
    with pytest.raises(ValidationError) as refused:
        Questionnaire.model_validate({**said, "questions": [], "sections": []})
    assert {fault["loc"] for fault in refused.value.errors()} == {("questions",), ("sections",)}
