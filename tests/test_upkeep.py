"""What is said of content that nobody has kept up: each case with its file, line and column."""

# ruff: noqa: E501 - a table: one row, one fault

from datetime import date

import pytest

from screening.content import load
from screening.files import documents
from screening.upkeep import problems
from tests.conftest import spoil

TODAY = date(2026, 11, 25)
FAMILY, STOPPING, FACTS, QUESTIONS, LINES = (
    "education/family.md",
    "education/stopping.md",
    "education/facts.yaml",
    "questions.yaml",
    "helplines.yaml",
)
REVIEWED, REVIEW_BY = 'reviewed: "2026-11-22"', 'review_by: "2027-05-22"'
PARAGRAPH = "It is treatable. [F1.2]"
CHECKED = 'a page\n        checked: "2026-11-22"'
FACT = "  - {id: F9.9, topic: family, text: It helps., sources: [{by: A house, title: A page}]}\n"

# The file, what is spoiled, with what, where the fault is (lines away, column), and what is said of it.
SPOILED = {
    "review still to come": (FAMILY, REVIEWED, 'reviewed: "2026-11-26"', 0, 1, "reviewed: the day of the review is still to come [review-dates]"),
    "next review before the last": (FAMILY, REVIEW_BY, 'review_by: "2026-11-21"', 0, 1, "review_by: the next review is before the last one [review-dates]"),
    "review overdue": (FAMILY, REVIEW_BY, 'review_by: "2026-11-24"', 0, 1, "review_by: the day to review this by has passed [review-overdue]"),
    "review due today": (FAMILY, REVIEW_BY, 'review_by: "2026-11-25"', 0, 1, "review_by: review this in the next 60 days [review-near, advice]"),
    "review due in 60 days": (FAMILY, REVIEW_BY, 'review_by: "2027-01-24"', 0, 1, "review_by: review this in the next 60 days [review-near, advice]"),
    "check 181 days ago": (LINES, CHECKED, CHECKED.replace("2026-11-22", "2026-05-28"), 1, 9, "countries > BB > lines > 2 > checked: the last check of this line is more than 180 days ago [check-old]"),
    "check still to come": (LINES, CHECKED, CHECKED.replace("2026-11-22", "2026-11-26"), 1, 9, "countries > BB > lines > 2 > checked: the day of the check is still to come [check-future]"),
    "wrong digit": (LINES, 'call: "800"', 'call: "801"', 0, 9, "countries > BB > lines > 2 > call: phones dial “801”, but this is not a number that people read here [number-differs]"),
    "question that gives a reason without facts": (QUESTIONS, "    short: Now\n", "    short: Now\n    why: It matters.\n", -5, 5, "questions > now: “why” names no fact that it rests on [facts-missing, advice]"),
    "notice without facts": (QUESTIONS, "    facts: [F1.2]\n", "    facts: []\n", -9, 5, "notices > urgent: “text” names no fact that it rests on [facts-missing, advice]"),
    "question of one route without facts": (QUESTIONS, "    short: Now\n", "    short: Now\n    why: {me: It matters., them: It matters.}\n    facts: {me: [F1.1], them: []}\n", -5, 5, "questions > now: “why” names no fact that it rests on [facts-missing, advice]"),
    "paragraph without a fact": (STOPPING, PARAGRAPH, "It is treatable.\nAsk.", 0, 1, "this paragraph names no fact that it rests on [paragraph-without-fact, advice]"),
    "first paragraph without a fact": (STOPPING, "---\n\nStopping", "---\nAsk.\n\nStopping", 1, 1, "this paragraph names no fact that it rests on [paragraph-without-fact, advice]"),
    "last paragraph without a fact": (STOPPING, "In danger? Call {emergency}. [F1.1]\n", "In danger?", 0, 1, "this paragraph names no fact that it rests on [paragraph-without-fact, advice]"),
    "paragraph right below its heading": (STOPPING, PARAGRAPH, f"{PARAGRAPH}\n\n## Ask\nAsk first.", 3, 1, "this paragraph names no fact that it rests on [paragraph-without-fact, advice]"),
    "fact that nothing rests on": (FACTS, "facts:\n", f"facts:\n{FACT}", 1, 5, "facts > F9.9: nothing rests on this fact [fact-unused, advice]"),
}  # fmt: skip

# What is changed, and is right as well.
SOUND = {
    "review on its own day": (FAMILY, REVIEWED, 'reviewed: "2026-11-25"'),
    "review due in 61 days": (FAMILY, REVIEW_BY, 'review_by: "2027-01-25"'),
    "check 180 days ago": (LINES, CHECKED, CHECKED.replace("2026-11-22", "2026-05-29")),
    "check of today": (LINES, CHECKED, CHECKED.replace("2026-11-22", "2026-11-25")),
    "question that gives no reason": (QUESTIONS, "    facts: [F1.1]\n", ""),
    "list of which one item names a fact": (STOPPING, PARAGRAPH, f"- Ask.\n- {PARAGRAPH}"),
    "heading": (STOPPING, PARAGRAPH, f"## Treatment\n\n{PARAGRAPH}"),
    "number of another role": (LINES, 'shown: "800"\n        call: "800"', 'shown: "911"\n        call: "911"'),
}  # fmt: skip


def told(folder):
    return list(map(str, problems(load(folder), documents(folder), TODAY)))


def without_place(said):
    return said.split(": ", 1)[1]


def told_anew(small, file, old, new):
    """Spoil a file; return the line, and what is said now that was not said before."""
    before = set(map(without_place, told(small)))
    line = spoil(small, file, old, new)
    return line, [said for said in told(small) if without_place(said) not in before]


@pytest.mark.parametrize("fault", SPOILED.values(), ids=SPOILED)
def test_what_is_not_kept_up_is_named_with_its_place(small, fault):
    *change, away, column, what = fault
    line, said = told_anew(small, *change)
    assert said[0] == f"{change[0]}:{line + away}:{column}: {what}"
    assert len(said) == (2 if "number-differs" in what else 1)  # a wrong digit is told on both its sides


@pytest.mark.parametrize("change", SOUND.values(), ids=SOUND)
def test_what_is_right_as_well_is_passed_over(small, change):
    _, said = told_anew(small, *change)
    assert said == []


@pytest.mark.parametrize(
    ("file", "facts"),
    [
        (FAMILY, "[F1.4]"),
        (QUESTIONS, "facts: [F1.1]"),
        (QUESTIONS, "facts: [F1.2]"),
        (QUESTIONS, "facts: [F1.3]"),
        (QUESTIONS, "facts: [F1.4]"),
    ],
    ids=["section", "question", "notice", "action", "notes"],
)
def test_a_fact_that_something_rests_on_is_used(small, file, facts):
    spoil(small, FACTS, "facts:\n", f"facts:\n{FACT}")
    spoil(small, file, facts, facts.replace("]", ", F9.9]"))
    assert not [said for said in told(small) if "fact-unused" in said]


def test_a_file_that_no_section_is_made_of_is_named(small):
    (small / "education" / "old.md").write_text(
        "---\n# of last year\ntitle: Old\n---\n\nOld.\n", encoding="utf-8"
    )
    what = "“sections” does not list this file, so nobody sees it [file-unused, advice]"
    assert [said for said in told(small) if "file-unused" in said] == [f"education/old.md:3:1: {what}"]


def test_a_number_given_twice_in_one_role_is_named_with_the_first(small):
    again = '{role: emergency, name: Again, shown: "911", call: "911", source: x, checked: "2026-11-22"}\n      - '
    line, said = told_anew(small, LINES, "role: crisis-and-treatment", f"{again}role: crisis-and-treatment")
    what = "another line for “emergency” gives the number “911” too [line-twice, advice]"
    assert said == [f"{LINES}:{line}:9: countries > BB > lines > 2: {what}\n  used here: {LINES}:{line - 1}"]


def test_the_real_content_gave_nothing_grave_on_the_day_it_was_last_looked_at(content, folder):
    days = [line.checked for country in content.helplines.countries for line in country.lines]
    days += [section.reviewed for section in content.sections[content.first_route].values()]
    found = list(problems(content, documents(folder), max(days)))
    assert not [str(problem) for problem in found if problem.grave]
