"""Each fault in the sections, the facts and the helplines, as an editor is told about it."""

# ruff: noqa: E501 - a table: one row, one fault

import pytest
from editors import told

from tests.conftest import spoil

STOPPING, FAMILY, FACTS, LINES = (
    "education/stopping.md",
    "education/family.md",
    "education/facts.yaml",
    "helplines.yaml",
)
DATE = 'reviewed: "2026-11-22"'
AMBULANCE = "{role: emergency, name: Ambulance, "

# The file, what is spoiled, with what, how many lines away the fault is, and what is said of it.
SPOILED = {
    # sections
    "date in another order": (STOPPING, DATE, 'reviewed: "22.11.2026"', 0, "reviewed: must be a date like 2026-11-22"),
    "date without dashes": (STOPPING, DATE, 'reviewed: "20261122"', 0, "reviewed: must be a date like 2026-11-22"),
    "no date": (STOPPING, DATE, "reviewed: [soon]", 0, "reviewed: must be a date like 2026-11-22"),
    "http": (STOPPING, "https://one", "http://one", 0, "sources > 1 > address: must be an address, like https://example.org"),
    "no sources": (FAMILY, "sources:\n  - {by: A house, title: A page}", "sources: []", 0, "sources: must not be empty"),
    "unknown key in a section": (FAMILY, "today:", "todays: x\ntoday:", 0, "todays: there is no key “todays” here. Did you mean “today”?"),
    "no title": (FAMILY, "title: Family", 'title: ""', 0, "title: must not be empty"),
    "repeated key in a section": (FAMILY, "title: Family\n", "title: Family\ntitle: Us\n", 1, "title: this key is repeated"),
    "wording for one route only": (STOPPING, "  them: Ask a pharmacist with them, or call {emergency}. [F1.1]\n", "", -2, "today: there is no wording for “them”"),
    "unknown sign": (FAMILY, "today:", "sign: shout\ntoday:", 0, "sign: Input should be 'call', 'talk', 'write', 'safe', 'keep' or 'look'"),
    "unknown fact in the list": (FAMILY, "[F1.4]", "[F1.4, F1.44]", 0, "facts: there is no fact “F1.44”. Did you mean “F1.4”?"),
    "fact of the text not in the list": (STOPPING, "[F1.1, F1.2]", "[F1.1]", 0, "facts: “F1.2” stands in the text but not in this list"),
    "fact of the action not in the list": (FAMILY, "with them. [F1.4]", "with them. [F1.3, F1.4]", -1, "facts: “F1.3” stands in the text but not in this list"),
    "fact of one route not in the list": (STOPPING, "call {emergency}. [F1.1]", "call {emergency}. [F1.3]", -3, "facts: “F1.3” stands in the text but not in this list"),
    "unknown place in the lead": (FAMILY, "Ask how.", "Call {crises}.", 0, "“{crises}” is not a number we know. Did you mean “crisis”?"),
    "unknown place in the text": (STOPPING, "danger? Call {emergency}", "danger? Call {emergancy}", 0, "“{emergancy}” is not a number we know. Did you mean “emergency”?"),
    "unknown place in the action": (FAMILY, "today: Talk", "today: Call {crises} and talk", 0, "today: “{crises}” is not a number we know. Did you mean “crisis”?"),
    "action of nothing but facts": (FAMILY, "Talk with them. [F1.4]", '"[F1.4]"', 0, "today: must not be empty"),
    "brace alone in the text": (FAMILY, "Ask how.", "Ask {how.", 0, "a brace { or } stands alone"),
    "no front matter": (FAMILY, "---\ntitle", "title", 0, "the file must open with facts about itself between two --- lines"),
    # facts
    "fact twice": (FACTS, "{id: F1.4,", "{id: F1.3,", 0, "facts > F1.3: “F1.3” is there twice"),
    "fact with another id": (FACTS, "{id: F1.3,", "{id: third,", 0, "facts > third > id: must be the id of a fact, like F1.3"),
    "fact without a source": (FACTS, "Families can help., sources: [{by: A house, title: A page}]", "Help., sources: []", 0, "facts > F1.4 > sources: must not be empty"),
    "http in a fact": (FACTS, "https://one", "http://one", 0, "facts > F1.1 > sources > 1 > address: must be an address, like https://example.org"),
    "seen in no known way": (FACTS, "seen: primary", "seen: once", 0, "facts > F1.1 > sources > 1 > seen: Input should be 'primary', 'copy' or 'secondary'"),
    "unknown place in a fact": (FACTS, "Call {emergency}", "Call {police}", 0, "facts > F1.1 > text: “{police}” is not a number we know."),
    # helplines
    "default country unknown": (LINES, "default: AA", "default: DD", 0, "default: there is no country “DD”."),
    "country twice": (LINES, "- id: CC", "- id: BB", 0, "countries > BB: “BB” is there twice"),
    "country in small letters": (LINES, "- id: ZZ", "- id: zz", 0, "countries > zz > id: must be a code, like US or GB-SCT"),
    "role twice": (LINES, "{id: spare,", "{id: crisis,", 0, "roles > crisis: “crisis” is there twice"),
    "role that pages name": (LINES, "{id: poison,", "{id: posion,", -3, "roles: there is no role “poison”. Did you mean “posion”?"),
    "role that says nothing where it is missing": (LINES, "title: Crisis, missing: Look for a line.}", "title: Crisis}", 0, "roles > crisis: “missing” must say what a country without this role shows"),
    "unknown role": (LINES, "role: international", "role: anywhere", 0, "countries > ZZ > lines > 1 > role: there is no role “anywhere”."),
    "whole unknown": (LINES, "part_of: AA", "part_of: AB", 0, "countries > AA-PRT > part_of: there is no country “AB”."),
    "part of itself": (LINES, "part_of: AA", "part_of: AA-PRT", 0, "countries > AA-PRT > part_of: there is no country “AA-PRT”."),
    "line that nobody can reach": (LINES, 'text: "113", ', "", 0, "countries > AA > lines > 2: a line needs at least one of call, text and web"),
    "digits with a dash": (LINES, 'call: "911"', 'call: "9-1-1"', 0, "countries > BB > lines > 1 > call: must be digits only, like 911"),
    "http in a line": (LINES, "https://both", "http://both", 0, "countries > BB > lines > 2 > web: must be an address, like https://example.org"),
    "no date of a check": (LINES, 'checked: "2026-11-22"}', "checked: lately}", 0, "countries > AA > lines > 1 > checked: must be a date like 2026-11-22"),
    "unknown key in a line": (LINES, "web: https://both", "wbe: https://both", 0, "countries > BB > lines > 2 > wbe: there is no key “wbe” here. Did you mean “web”?"),
    "nobody for a crisis": (LINES, "role: crisis-and-treatment", "role: emergency", -4, "countries > BB: the country has no line for “crisis”"),
}  # fmt: skip


@pytest.mark.parametrize("fault", SPOILED.values(), ids=SPOILED)
def test_a_fault_beside_the_questions_is_named_with_its_line(small, fault):
    file, old, new, away, said = fault
    line = spoil(small, file, old, new)
    assert [problem for problem in told(small) if problem.startswith(file)] == [
        f"{file}:{line + away}: {said}"
    ]


def test_a_country_without_an_emergency_line_is_named_with_each_of_its_parts(small):
    line = spoil(small, LINES, AMBULANCE, "{role: crisis, name: Ambulance, ")
    assert told(small) == [
        f"{LINES}:{line - 3}: countries > AA: the country has no line for “emergency”",
        f"{LINES}:{line + 2}: countries > AA-PRT: the country has no line for “emergency”",
    ]


def test_a_part_of_a_part_is_refused_and_not_followed_in_circles(small):
    first = spoil(small, LINES, "name: A country\n", "name: A country\n    part_of: AA-PRT\n") + 1
    assert told(small) == [
        f"{LINES}:{first}: countries > AA > part_of: there is no country “AA-PRT”.",
        f"{LINES}:{first + 6}: countries > AA-PRT > part_of: there is no country “AA”.",
    ]


def test_a_section_whose_file_is_missing_is_named(small):
    (small / FAMILY).unlink()
    assert told(small) == [f"{FAMILY}:1: the file is missing or cannot be read"]


def test_faults_in_several_files_are_named_all_at_once_and_in_order(small):
    question = spoil(small, "questions.yaml", "opens: [family]", "opens: [famly]")
    other = spoil(small, "questions.yaml", "them: [stopping, family]", "them: [stoping]")
    place = spoil(small, STOPPING, "https://one", "http://one")
    fact = spoil(small, FAMILY, "[F1.4]", "[F1.4, F9.9]")
    country = spoil(small, LINES, "default: AA", "default: DD")
    said = told(small)
    assert [line.split(": ")[0] for line in said] == [
        f"{FAMILY}:{fact}",
        f"{STOPPING}:{place}",
        f"{LINES}:{country}",
        f"questions.yaml:{question}",
        f"questions.yaml:{other}",
    ]


@pytest.mark.parametrize("file", [FACTS, LINES])
def test_a_file_that_cannot_be_read_casts_no_doubt_on_the_others(small, file):
    (small / file).write_text("a: [", encoding="utf-8")
    (said,) = told(small)
    assert said.startswith(f"{file}:1: cannot be read: ")


def test_a_list_with_one_wrong_entry_is_not_called_empty(small):
    line = spoil(small, FAMILY, "{by: A house, title: A page}", "{by: A house, title: A page, year: never}")
    assert told(small) == [f"{FAMILY}:{line}: sources > 1 > year: must be a year, like 2025"]


def test_nothing_at_all_is_named_file_by_file(tmp_path):
    missing = "1: the file is missing or cannot be read"
    assert told(tmp_path) == [f"{FACTS}:{missing}", f"{LINES}:{missing}", f"questions.yaml:{missing}"]
