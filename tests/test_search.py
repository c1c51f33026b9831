"""The search over states finds just what trying every visit finds, in tiny check-ins of every kind."""

from itertools import product

import pytest
from hypothesis import given
from tiny import check_in, question
from tiny_visits import OPTIONS, every_visit, tiny_check_ins

from screening.document import Document
from screening.journey import walk
from screening.moves import CapError, moves
from screening.packing import packed
from screening.proof import problems
from screening.reach import reach
from screening.rules import SKIPPED, holds
from screening.search import reached, rules_of


def given_before(journey, place):
    earlier = list(journey.questionnaire.by_id)[:place]
    return {name: journey.answers[name] - SKIPPED for name in earlier if name in journey.answers}


@given(tiny_check_ins())
def test_what_is_ever_asked_and_holds_is_what_some_visit_is_asked_and_meets(questionnaires):
    made, visits = questionnaires["me"], list(every_visit(questionnaires))
    for place, asked in enumerate(made.questions):
        met = reach(made, "me", rules_of(asked), place)
        known = [given_before(journey, place) for journey in visits]
        assert (met.first(asked.asked) is not None) == any(map(asked.asked, known))
        for clause in rules_of(asked):
            assert met.ever(clause) == any(holds((clause,), answers) for answers in known)


@given(tiny_check_ins())
def test_what_always_holds_holds_in_every_visit(questionnaires):
    made, visits = questionnaires["me"], list(every_visit(questionnaires))
    for place, asked in enumerate(made.questions):
        met, earlier = reach(made, "me", rules_of(asked), place), list(made.by_id)[:place]
        known = [{name: journey.answers.get(name, frozenset()) for name in earlier} for journey in visits]
        for first, second in product(rules_of(asked), repeat=2):
            assert met.always((first,)) == all(holds((first,), answers) for answers in known)
            where = [answers for answers in known if holds((second,), answers)]
            assert met.always((first,), given=(second,)) == all(holds((first,), each) for each in where)


@given(tiny_check_ins())
def test_a_visit_that_is_given_as_an_example_is_one(questionnaires):
    made = questionnaires["me"]
    for place, asked in enumerate(made.questions):
        visit = reach(made, "me", rules_of(asked), place).first(asked.asked)
        if visit is not None:
            assert walk(questionnaires, visit).next == asked


@given(tiny_check_ins())
def test_lengths_and_the_largest_cookie_are_those_of_the_longest_and_shortest_visit(questionnaires):
    made, visits = questionnaires["me"], list(every_visit(questionnaires))
    (way,) = reached(made, "me", (), len(made.questions)).values()
    lengths = [len(journey.path) for journey in visits]
    assert (way.fewest, way.most) == (min(lengths), max(lengths))
    assert way.size == max(len(packed(journey.answers)) for journey in visits)


def test_answers_that_nothing_reads_are_one_state():
    made = check_in(*(question(f"q{number}", "a b c d") for number in range(20)))["me"]
    for end in range(22):
        assert list(reached(made, "me", (), end)) == [()]


@pytest.mark.parametrize(("choose", "ways"), [("one", 3), ("many", 4)])
def test_answers_that_readers_cannot_tell_apart_are_one_way(choose, ways):
    asked = check_in(question("q", "a b c d", choose=choose))["me"].by_id["q"]
    found = moves(asked, [frozenset("ab"), frozenset("c") | SKIPPED])
    assert len(found) == ways
    assert {len(each.shortest) for each in found} <= {1, 2}


@pytest.mark.parametrize(
    ("module", "what"), [("moves", "ways to answer it"), ("search", "ways to come to it and answer it")]
)
def test_a_search_says_of_what_there_is_too_much_and_where(monkeypatch, module, what):
    monkeypatch.setattr(f"screening.{module}.CAP", 7)
    several = [question(name, "a b c") for name in ("q1", "q2")]
    last = question("q3", show_if=[{name: [option]} for name in ("q1", "q2") for option in OPTIONS])
    made = check_in(*several, last)["me"]
    with pytest.raises(CapError) as refused:
        reach(made, "me", rules_of(made.by_id["q3"]), 3)
    assert refused.value.question == "q1"
    assert what in str(refused.value)


def test_a_search_is_given_up_before_its_states_fill_the_memory():
    several = [question(name, "a b c d e f g h") for name in ("q1", "q2", "q3")]
    every = [{name: [option]} for name in ("q1", "q2", "q3") for option in "abcdefgh"]
    made = check_in(*several, question("q4", show_if=every))["me"]
    with pytest.raises(CapError) as refused:
        reach(made, "me", rules_of(made.by_id["q4"]), 4)
    assert refused.value.question == "q3"


def test_a_search_that_is_given_up_is_told_of_where_each_route_has_its_own_questions(monkeypatch):
    monkeypatch.setattr("screening.moves.CAP", 7)
    listed = [{"id": "who"}, {"id": "q1"}]
    document = Document("questions.yaml", {"questions": {"me": listed, "them": listed}}, {})
    several = question("q1", "a b c"), question("q2", show_if=[{"q1": [option]} for option in OPTIONS])
    (problem,) = problems(document, check_in(*several))
    assert (problem.where, problem.code) == ("questions > q1", "search-cap")
