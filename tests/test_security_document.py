"""What docs/security.md says can be looked up: every test it names exists, every requirement has one line."""

import ast
import re
from collections import Counter

import pytest

from screening.settings import ROOT

TEXT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", TEXT)))
FILES = sorted(set(re.findall(r"`((?:docs|deploy)/[\w./@-]+)`", TEXT)))
# How many requirements each section has: of chapters 3, 7, 14 and 16 all, of the others levels 1 and 2.
SECTIONS = {
    1: (2, 9, 11, 3, 2), 2: (3, 3, 4, 1), 3: (1, 3, 5, 8, 8, 1, 5), 4: (3, 1, 2, 4), 5: (1, 3, 2, 3),
    7: (3, 4, 2, 5, 3, 2), 9: (3, 4), 11: (2, 3, 3, 4, 1, 1), 12: (3, 2, 4), 13: (1, 5, 2, 5), 14: (2, 8, 3),
    15: (3, 3, 7), 16: (1, 5, 4, 3, 4),
}  # fmt: skip
BARS = 29


def rows(heading):
    """Return the rows of every table below a heading, each as its cells."""
    below = TEXT[TEXT.index(f"\n## {heading}") + 1 :].partition("\n## ")[0]
    return [line.strip("| ").split(" | ") for line in below.split("\n") if re.match(r"\| T?\d", line)]


def numbers(cell):
    """Yield the numbers that a cell names, one by one or as `7.5.1–7.5.3`."""
    for part in cell.split(", "):
        first, _, last = part.partition("–")
        section, _, start = first.rpartition(".")
        end = (last or first).rpartition(".")[2]
        yield from (f"{section}.{number}" for number in range(int(start), int(end) + 1))


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_every_test_that_is_named_exists(file, name):
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    assert not name or name in {each.name for each in tree.body if isinstance(each, ast.FunctionDef)}


@pytest.mark.parametrize("file", FILES)
def test_every_file_that_is_named_exists(file):
    assert (ROOT / file).is_file()


def test_every_requirement_has_one_line():
    expected = {
        f"{chapter}.{section}.{number}"
        for chapter, counts in SECTIONS.items()
        for section, count in enumerate(counts, 1)
        for number in range(1, count + 1)
    }
    told = Counter(number for row in rows("OWASP ASVS") for number in numbers(row[0]))
    assert set(told) == expected
    assert set(told.values()) == {1}


def test_every_requirement_is_met_by_something_or_says_why_not():
    for number, about, verdict, why in rows("OWASP ASVS"):
        assert about
        assert verdict in {"met", "not applicable", "deviation"}, number
        assert len(why) > 3, number


def test_every_adversary_and_every_bar_has_its_line():
    assert [row[0] for row in rows("Who might")] == [f"T{number}" for number in range(1, 14)]
    assert [row[0] for row in rows("The bars")] == [str(number) for number in range(1, BARS + 1)]
