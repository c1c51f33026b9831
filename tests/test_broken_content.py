"""Every fault that content can have, each planted alone in a sound check-in: found where it is, and no other.

A folder of tests/content/broken is named for its fault. `change.diff` says what is changed in the files of
tests/content/base, with a ^ under whatever the messages point at; `expected.txt` is all that is then said.
"""

import re
from datetime import date
from typing import get_args

import pytest
from planted import plant

from screening.codes import Code
from screening.report import check
from screening.settings import ROOT

TODAY = date(2026, 11, 26)
BROKEN = sorted((ROOT / "tests" / "content" / "broken").iterdir())
EXPECTED = {folder.name: (folder / "expected.txt").read_text(encoding="utf-8") for folder in BROKEN}

# Codes that no folder gives, since no few lines of text show them; other tests do.
NOT_LINES = {
    "file-encoding": "bytes that are no text, in tests/test_document.py",
    "file-size": "a file of 256 kB, in tests/test_document.py",
    "more": "more than fifty faults, in tests/test_content_limits.py",
}

LOGIC = {
    "reads-a-later-question": "asked-later",
    "two-questions-wait-for-each-other": "asked-later",
    "no-such-option": "name-unknown",
    "a-is-x-and-a-is-y": "never-asked",
    "a-is-x-and-a-is-y-under-one-key": "key-repeated",
    "depends-on-a-question-never-shown": "never-asked",
    "contradiction-along-the-path": "never-asked",
    "always-true": "always-true",
    "opens-nothing": "opens-nothing",
}


@pytest.fixture(params=BROKEN, ids=lambda folder: folder.name)
def planted(request, base):
    """A check-in with one fault, the places that are pointed at in it, and what is expected to be said."""
    change = (request.param / "change.diff").read_text(encoding="utf-8")
    return base, plant(base, change), EXPECTED[request.param.name]


def codes(expected):
    return re.findall(r"\[([a-z-]+)(?:, advice)?\]$", expected, re.MULTILINE)


def test_without_a_fault_there_is_nothing_to_say(base):
    report = check(base, TODAY)
    assert (report.problems, report.allowed, report.sound) == ((), (), True)


def test_a_fault_is_told_of_as_expected_and_nothing_else_is(planted):
    folder, _, expected = planted
    assert "".join(f"{problem}\n" for problem in check(folder, TODAY).problems) == expected


def test_the_places_that_are_named_are_those_pointed_at(planted):
    _, pointed, expected = planted
    named = re.findall(r"^([\w./-]+):(\d+):(\d+): ", expected, re.MULTILINE)
    places = {(file, int(line), int(column)) for file, line, column in named}
    used = {
        (file, int(line)) for file, line in re.findall(r"^  used here: (\S+):(\d+)$", expected, re.MULTILINE)
    }
    assert places
    assert places <= pointed
    assert {place[:2] for place in places} | used == {place[:2] for place in pointed}


def test_every_rule_has_a_fault():
    given = {code for expected in EXPECTED.values() for code in codes(expected)}
    assert given == set(get_args(Code)) - set(NOT_LINES)


@pytest.mark.parametrize(("fault", "code"), LOGIC.items(), ids=LOGIC)
def test_faults_of_logic_are_told_of(fault, code):
    assert set(codes(EXPECTED[fault])) == {code}
    assert f"[{code}]" in EXPECTED[fault], "a fault, not advice"
