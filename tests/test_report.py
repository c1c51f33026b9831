"""The report on a folder of content: all there is to say, for people and programs, and if it is sound."""

import json
from datetime import date

import pytest
from click.testing import CliRunner
from conftest import spoil

from screening.__main__ import main
from screening.report import check
from screening.settings import ROOT

TODAY = date(2026, 11, 26)
QUESTIONS, FAMILY = "questions.yaml", "education/family.md"
OPTION = "      - {id: danger, label: Danger, notices: [urgent]}\n"
FIGURES = """\
me: 3 to 3 questions; the longest answers take 38 of 1376 characters
them: 3 to 4 questions; the longest answers take 54 of 1376 characters
"""


def told(folder, *words):
    """Return what the command says, and how it ends."""
    ran = CliRunner().invoke(main, ["check", str(folder), "--today", str(TODAY), *words])
    return ran.output, ran.exit_code


def codes(report):
    return [problem.code for problem in report.problems]


def idle(folder, comment=""):
    """Put in an option that leads nowhere; return its line."""
    return spoil(folder, QUESTIONS, OPTION, f"{OPTION}      - {{id: doubt, label: Doubt}}{comment}\n") + 1


def test_sound_content_is_said_to_be_sound_with_the_figures_of_its_visits(base):
    assert told(base) == (f"{FIGURES}sound\n", 0)


def test_a_fault_fails_and_is_said_in_one_line_with_what_shows_it_below(base):
    line = idle(base)
    what = "“doubt” opens no section, raises no notice, and no condition reads it [opens-nothing]"
    first = (
        f"{QUESTIONS}:{line}:9: questions > now > options > doubt: {what}\n  shown by: who: me; now: doubt\n"
    )
    assert told(base) == (first + FIGURES.replace("38", "44").replace("54", "55"), 1)


def test_advice_alone_does_not_fail(base):
    line = spoil(base, QUESTIONS, "text: Write it down.", "text: Write it - now.")
    said, ended = told(base)
    assert said.startswith(f"{QUESTIONS}:{line}:17: today > write > text: “it - now.”: ")
    assert said.endswith(f"[dash, advice]\n{FIGURES}sound\n")
    assert ended == 0


def test_what_is_allowed_is_listed_with_its_reason_and_does_not_fail(base):
    line = idle(base, "  # check: allow opens-nothing because people want to say so")
    said, ended = told(base)
    assert said.startswith(f"{QUESTIONS}:{line}: allowed because people want to say so [opens-nothing]\n")
    assert (said.endswith("sound\n"), ended) == (True, 0)


def test_programs_are_told_the_same(base):
    line = idle(base, "  # check: allow opens-nothing because people want to say so")
    later = spoil(base, QUESTIONS, "text: Write it down.", "text: Write it - now.")
    said, ended = told(base, "--format", "json")
    report = json.loads(said)
    (problem,), (allowed,) = report["problems"], report["allowed"]
    assert problem == {
        "file": QUESTIONS,
        "line": later,
        "column": 17,
        "where": "today > write > text",
        "what": "“it - now.”: write a comma, a colon or – in place of a hyphen",
        "code": "dash",
        "grave": False,
        "used": [],
        "answers": [],
    }
    assert allowed.keys() == {*problem, "reason"}
    assert (allowed["line"], allowed["reason"]) == (line, "people want to say so")
    assert (allowed["grave"], allowed["answers"]) == (True, ["who: me", "now: doubt"])
    assert report["visits"]["them"] == {"shortest": 3, "longest": 4, "characters": 55}
    assert (report["sound"], ended) == (True, 0)


def test_programs_are_told_of_other_places_and_of_a_failure(base):
    first = spoil(base, QUESTIONS, "{id: none,", "{id: worry,") - 1
    said, ended = told(base, "--format", "json")
    report = json.loads(said)
    assert [problem["used"] for problem in report["problems"]] == [[f"{QUESTIONS}:{first}"]]
    assert (report["sound"], report["visits"], ended) == (False, {}, 1)


def test_content_that_is_not_searched_to_the_end_is_not_called_sound(base, monkeypatch):
    monkeypatch.setattr("screening.moves.CAP", 1)
    report = check(base, TODAY)
    assert (codes(report), report.visits, report.sound) == (["search-cap"], {}, False)


@pytest.mark.parametrize("questions", ["routes: [me", "", "[]", "routes: [me]\n"])
def test_questions_that_cannot_be_loaded_hide_no_fault_of_the_words_elsewhere(base, questions):
    line = spoil(base, FAMILY, "title: Family", "title: A silly family")
    (base / QUESTIONS).write_text(questions, encoding="utf-8")
    report = check(base, TODAY)
    assert f"{FAMILY}:{line}:10: title: “silly”: it mocks [banned-word]" in map(str, report.problems)
    assert not report.sound


def test_words_that_are_refused_nowhere_since_their_list_cannot_be_read_are_a_fault_of_the_list(base):
    (base / "education" / "words.yaml").write_text("words: [", encoding="utf-8")
    spoil(base, FAMILY, "title: Family", "title: A silly family")
    assert codes(check(base, TODAY)) == ["yaml"]


def test_an_allowance_is_not_called_unused_where_its_problem_was_not_looked_for(base):
    idle(base, "  # check: allow opens-nothing because people want to say so")
    spoil(base, QUESTIONS, "finish_after: now", "finish_after: never")
    assert codes(check(base, TODAY)) == ["name-unknown"]


def test_the_content_that_ships_is_sound_and_whatever_is_allowed_in_it_has_a_reason():
    report = check(ROOT, TODAY)
    assert (report.problems, report.sound) == ((), True)
    assert report.allowed
    assert all(reason.strip() for _, reason in report.allowed)
