import pytest
from pydantic import ValidationError

from screening.questionnaire import Question
from screening.rules import PREFER_NOT, SKIPPED, holds


def answered(**answers):
    return {question: frozenset(options.split()) for question, options in answers.items()}


def question(**more):
    said = {"id": "q", "choose": "one", "ask": "?", "short": "Q", "options": [{"id": "a", "label": "A"}]}
    return Question.model_validate({**said, **more})


def clauses(*given):
    return question(unless=given).unless


@pytest.mark.parametrize(
    ("condition", "answers", "held"),
    [
        ([{"a": ["x"]}], {"a": "x"}, True),
        ([{"a": ["x"]}], {"a": "y"}, False),
        ([{"a": ["x"]}], {"b": "x"}, False),
        ([{"a": ["x"], "b": ["x"]}], {"a": "x", "b": "x"}, True),
        ([{"a": ["x"], "b": ["x"]}], {"a": "x", "b": "y"}, False),
        ([{"a": ["x"], "b": ["x"]}], {"a": "x"}, False),
        ([{"a": ["x", "y"]}], {"a": "y"}, True),
        ([{"a": ["x", "y"]}], {"a": "z y"}, True),
        ([{"a": ["x", "y"]}], {"a": "z"}, False),
        ([{"a": ["x"]}, {"b": ["x"]}], {"b": "x"}, True),
        ([{"a": ["x"]}, {"b": ["x"]}], {"a": "y", "b": "y"}, False),
        ([{"a": ["x"], "b": ["x"]}, {"c": ["x"]}], {"a": "x", "c": "x"}, True),
    ],
    ids=[
        "the option chosen",
        "another option",
        "another question",
        "both keys hold",
        "one key does not hold",
        "one key is not answered",
        "either option",
        "among more options",
        "neither option",
        "either mapping",
        "neither mapping",
        "only the second mapping",
    ],
)
def test_keys_are_and_options_are_or_mappings_are_or(condition, answers, held):
    assert holds(clauses(*condition), answered(**answers)) is held


def test_an_empty_condition_never_holds():
    assert not holds((), {})
    assert not holds((), answered(a="x"))


def test_one_mapping_is_as_good_as_a_list_of_one():
    assert question(unless={"a": ["x"]}) == question(unless=[{"a": ["x"]}])


@pytest.mark.parametrize("empty", [{}, {"a": []}, [{}], [{"a": ["x"]}, {"b": []}]])
def test_a_clause_that_says_nothing_is_refused(empty):
    with pytest.raises(ValidationError, match="at least 1"):
        question(unless=empty)


def test_a_question_without_rules_is_always_asked():
    assert question().asked({})


def test_a_skipped_answer_meets_show_if_and_does_not_meet_unless():
    skipped = {"a": SKIPPED, "b": SKIPPED}
    assert question(show_if={"a": ["x"], "b": ["x"]}).asked(skipped)
    assert question(unless={"a": ["x"]}).asked(skipped)
    assert {PREFER_NOT} == SKIPPED


def test_show_if_asks_only_where_it_holds_and_unless_wins_over_it():
    shown = question(show_if={"a": ["x"]})
    assert shown.asked(answered(a="x"))
    assert not shown.asked(answered(a="y"))
    assert not shown.asked({})
    both = question(show_if={"a": ["x"]}, unless={"b": ["x"]})
    assert both.asked(answered(a="x", b="y"))
    assert not both.asked(answered(a="x", b="x"))


def test_a_record_is_frozen():
    with pytest.raises(ValidationError, match="frozen"):
        question().ask = "Something else?"
