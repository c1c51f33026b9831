"""What is hard to read is named as a whole: a section, a question or a notice, as one route has it."""

# ruff: noqa: E501 - a table: one row, one fault

import re

import pytest

from screening.files import documents
from screening.refusals import Wordlist
from screening.wording import problems
from tests.conftest import spoil
from tests.test_wording import CALL, LABEL, QUESTIONS, STOPPING, TREATABLE, told

GRADES = {
    "a section": (STOPPING, TREATABLE, "Doctors recommend reducing medicines gradually.", "title", ["me", "them"], "grade, advice"),
    "a section far too hard": (STOPPING, TREATABLE, "Discontinuation necessitates individualized medical supervision. " * 2, "title", ["me", "them"], "grade-high"),
    "the action of one route": (STOPPING, "me: Ask a pharmacist about stopping.", "me: Pharmacists recommend individualized discontinuation.", "title", ["me"], "grade-high"),
    "a question of one route": (QUESTIONS, "ask: Was it late?", "ask: Was discontinuation immediate?", "questions > late", ["them"], "grade-high"),
    "a label": (QUESTIONS, LABEL, "label: Gastrointestinal irritability", "questions > now", ["me", "them"], "grade-high"),
    "a notice": (QUESTIONS, CALL, "text: Immediately discontinue operating machinery.", "notices > urgent", ["me", "them"], "grade-high"),
}  # fmt: skip


@pytest.mark.parametrize("fault", GRADES.values(), ids=GRADES)
def test_what_is_hard_to_read_is_named_as_a_whole_for_each_route_that_reads_it(small, fault):
    file, old, new, where, routes, kind = fault
    spoil(small, file, old, new)
    found = [(problem.file, problem.where, problem.kind) for problem in told(small)]
    assert found == [(file, where, kind)] * len(routes)
    assert [re.findall("“(.*?)”", problem.what) for problem in told(small)] == [[route] for route in routes]


@pytest.mark.parametrize(
    "place", ["short: Now", "short: Call", "today: Call {emergency} today.", "title: A small check-in"]
)
def test_what_is_not_read_with_a_whole_has_no_grade(small, place):
    spoil(small, QUESTIONS, place, place + " Discontinuation necessitates supervision")
    assert told(small) == []


def test_syllables_are_those_of_the_word_list(small):
    found = problems(documents(small), Wordlist(words=(), syllables={"worry": 30}))
    assert {(problem.where, problem.code) for problem in found} == {("questions > now", "grade-high")}
