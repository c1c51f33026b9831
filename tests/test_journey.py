import pytest

from screening.journey import with_answer
from screening.rules import PREFER_NOT
from tests.tiny import check_in, ids, question, walked

AFTER = check_in(
    question("first"),
    question("second", show_if={"first": ["a"]}),
    question("third", unless={"first": ["b"]}),
    question("fourth", show_if={"second": ["a"]}),
)


@pytest.mark.parametrize(
    ("answers", "path"),
    [
        ({"who": ""}, "who"),
        ({"who": "nobody"}, "who"),
        ({"who": "me them"}, "who"),
        ({"who": "", "first": "a"}, "who"),
        ({}, "who first second third fourth"),
        ({"first": PREFER_NOT}, "who first second third fourth"),
        ({"first": "a"}, "who first second third fourth"),
        ({"first": "b"}, "who first"),
        ({"first": "a b"}, "who first second fourth"),
        ({"first": "a", "second": "b"}, "who first second third"),
        ({"first": "b", "second": "a"}, "who first"),
        ({"first": "gone"}, "who first second third fourth"),
        ({"first": f"b {PREFER_NOT}"}, "who first second third fourth"),
    ],
    ids=[
        "nothing answered: the required question ends the walk",
        "a forged route",
        "two routes at once",
        "a later answer without a route",
        "a route alone: no later question is hidden",
        "a skipped answer hides nothing",
        "show_if holds",
        "show_if fails and unless holds",
        "each rule reads its own option",
        "a rule two questions on",
        "an answer off the path rules nothing",
        "an unknown option counts as no answer",
        "a clash counts as no answer",
    ],
)
def test_the_path_holds_the_questions_that_the_answers_ask(answers, path):
    assert " ".join(ids(walked(AFTER, **answers).path)) == path


def test_only_answers_on_the_path_count_and_the_rest_is_dropped():
    journey = walked(AFTER, first="b gone", second="a", unknown="a")
    assert journey.answers == {"who": {"me"}, "first": {"b"}}
    assert journey.dropped == {"first": {"gone"}, "second": {"a"}}


def test_an_answer_that_clashes_is_dropped_whole():
    journey = walked(AFTER, first=f"a {PREFER_NOT}")
    assert journey.answers == {"who": {"me"}}
    assert journey.dropped == {"first": {"a"}}


def test_a_skip_that_no_longer_applies_needs_no_word():
    assert walked(AFTER, first="b", second=PREFER_NOT).dropped == {}


def test_the_next_question_is_the_first_open_one():
    journey = walked(AFTER, second="a")
    assert ids(journey.open) == ["first", "third", "fourth"]
    assert journey.next.id == "first"
    assert ids(journey.answered) == ["who", "second"]


def test_a_visit_with_every_answer_has_no_next_question():
    journey = walked(AFTER, first="a b", second="b")
    assert journey.open == ()
    assert journey.next is None
    assert journey.latest.id == "second"


def test_a_visitor_reaches_what_is_answered_and_the_next_question():
    journey = walked(AFTER, second="a")
    reached = [question.id for question in journey.path if journey.reaches(question)]
    assert reached == ["who", "first", "second"]


def test_a_visit_with_every_answer_reaches_all_of_its_path_and_nothing_else():
    journey = walked(AFTER, first="b")
    reached = [question.id for question in journey.questionnaire.questions if journey.reaches(question)]
    assert reached == ["who", "first"]


def test_the_question_before_skips_what_was_not_asked():
    journey = walked(AFTER, first="a b", second="a")
    by_id = journey.questionnaire.by_id
    assert journey.before(by_id["fourth"]).id == "second"
    assert journey.before(by_id["who"]) is None
    assert [journey.place(question) for question in journey.path] == [0, 1, 2, 3]


def test_the_latest_question_is_the_one_before_the_open_one():
    assert walked(AFTER, who="").latest is None
    assert walked(AFTER).latest.id == "who"
    assert walked(AFTER, first="a").latest.id == "first"
    assert walked(AFTER, first="a", third="a").latest.id == "first"


def test_finishing_early_waits_for_the_question_that_everybody_must_meet(content):
    waiting = walked(content.questionnaires, who="me", taking="unsure")
    assert not waiting.may_finish
    assert walked(content.questionnaires, who="me", now="none").may_finish
    assert walked(content.questionnaires, who="me", now=PREFER_NOT).may_finish


def test_sections_come_in_their_order_with_the_answers_that_opened_them():
    questionnaires = check_in(
        question("first", "a b c", opens={"a": ["three", "one"], "b": ["three"]}),
        question("second", opens={"a": ["three"]}),
    )
    journey = walked(questionnaires, first="c b a", second="a")
    assert list(journey.sections) == ["one", "three"]
    because = [(reason.question.id, ids(reason.options)) for reason in journey.sections["three"]]
    assert because == [("first", ["a", "b"]), ("second", ["a"])]
    assert [ids(reason.options) for reason in journey.sections["one"]] == [["a"]]


@pytest.mark.parametrize("answers", [{"first": PREFER_NOT}, {}, {"first": "c"}])
def test_an_answer_that_opens_nothing_opens_nothing(answers):
    assert walked(check_in(question("first", "a b c", opens={"a": ["one"]})), **answers).sections == {}


def test_an_answer_joins_the_others():
    journey = walked(AFTER, first="a", second="gone")
    first = journey.questionnaire.by_id["first"]
    kept = with_answer(journey, first, frozenset({"b"}))
    assert kept == {"who": {"me"}, "first": {"b"}}


def test_a_new_route_starts_afresh_and_the_same_one_does_not():
    journey = walked(AFTER, first="a")
    who = journey.questionnaire.by_id["who"]
    assert with_answer(journey, who, frozenset({"them"})) == {"who": {"them"}}
    assert with_answer(journey, who, frozenset({"me"})) == journey.answers


def test_the_first_answer_of_all_starts_the_visit():
    journey = walked(AFTER, who="")
    assert with_answer(journey, journey.path[0], frozenset({"them"})) == {"who": {"them"}}
