"""The way from question to question, as docs/flow.md draws it and as visits take it."""

import re
from itertools import pairwise

from conftest import spoil
from hypothesis import given
from tiny import check_in, question
from tiny_visits import every_visit, tiny_check_ins

from screening.content import load
from screening.flow import END, Deciding, steps
from screening.graph import graph
from screening.settings import ROOT


def arrows(*questions):
    return [(each.source, each.target, each.when) for each in steps(check_in(*questions), "me")]


def test_a_step_without_a_condition_is_taken_by_every_answer():
    assert arrows(question("q")) == [("who", "q", ()), ("q", END, ())]


def test_a_step_names_the_answers_that_take_it_whether_they_are_its_own_or_earlier_ones():
    after = {"unless": {"q1": ["a"]}}
    told = arrows(
        question("q1", choose="one"), question("q2", **after), question("q3"), question("q4", **after)
    )
    alone, others = ("q1", (frozenset("a"),), False), ("q1", (frozenset("a"),), True)
    assert [(source, target, [tuple(each) for each in when]) for source, target, when in told] == [
        ("who", "q1", []),
        ("q1", "q2", [others]),
        ("q1", "q3", [alone]),
        ("q2", "q3", []),
        ("q3", "q4", [others]),
        ("q3", END, [alone]),
        ("q4", END, []),
    ]


def test_several_options_together_and_a_skipped_answer_can_take_a_step():
    first = question("q1", "a b c")
    second = question("q2", show_if={"q1": ["a"]}, unless={"q1": ["b"]})
    (deciding,) = arrows(first, second)[1][2]
    assert set(deciding.answers) == {frozenset("a"), frozenset({"prefer-not"})}


def test_a_step_that_this_answer_or_that_takes_names_both_questions():
    other = {"show_if": [{"q1": ["a"]}, {"q2": ["a"]}]}
    made = check_in(question("q1", choose="one"), question("q2", choose="one"), question("q3", **other))
    last = [each for each in steps(made, "me") if each.source == "q2"]
    ways = (frozenset("a"), frozenset({"prefer-not"}))
    assert [(each.target, each.when, each.together) for each in last] == [
        ("q3", (), ("q1", "q2")),
        (END, (Deciding("q1", ways, but=True), Deciding("q2", ways, but=True)), ()),
    ]


@given(tiny_check_ins())
def test_the_steps_are_those_that_visits_take(questionnaires):
    taken = set()
    for journey in every_visit(questionnaires):
        path = [*(each.id for each in journey.path), END]
        taken |= {*pairwise(path)}
    assert {(each.source, each.target) for each in steps(questionnaires, "me")} == taken


def test_the_pictures_in_the_documents_are_those_of_the_content(content):
    drawn = (ROOT / "docs" / "flow.md").read_text(encoding="utf-8")
    assert graph(content) == drawn, "make it anew: python -m screening graph > docs/flow.md"


def test_a_picture_shows_every_option_with_what_it_opens_and_raises(content):
    drawn = graph(content)
    for made in content.questionnaires.values():
        for option in (option for asked in made.questions for option in asked.options):
            assert option.label in drawn
    assert "<b>! call-now, crisis</b>" in drawn
    assert '|"How it is taken: all but “It has not been started yet”"| q-stopping' in drawn


def test_words_that_would_end_a_box_or_that_mermaid_keeps_for_itself_do_no_harm(small):
    spoil(small, "questions.yaml", "label: Good}", """label: 'Say "<b>" if'}""")
    drawn = graph(load(small))
    assert "• Say #quot;#lt;b>#quot; if" in drawn
    assert '    q-end["' in drawn
    assert not re.search(r"^ *end", drawn, re.MULTILINE)


def test_a_picture_says_where_skipping_takes_a_step(small):
    spoil(small, "questions.yaml", "show_if: {who: [them]}", "show_if: {now: [danger]}")
    spoil(small, "questions.yaml", "unless: {now: [danger]}", "unless: {now: [worry]}")
    assert '|"Now: “Danger” or a skipped answer"| q-late' in graph(load(small))


def test_an_arrow_that_depends_on_two_answers_together_is_not_drawn_as_if_all_took_it(small):
    spoil(
        small,
        "questions.yaml",
        "    ask: How was",
        "    show_if: [{now: [worry]}, {late: [fast]}]\n    ask: How was",
    )
    assert '    q-late -->|"depends on “Now” and “Late”"| q-end' in graph(load(small))
