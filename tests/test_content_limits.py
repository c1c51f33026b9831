"""What a file may not hold, however it is written, and faults that once went unnamed."""

# ruff: noqa: E501 - a table: one row, one fault

import pytest
from editors import told
from harmful import FACTS, LINES, QUESTIONS, SECTION

from screening.content import load
from screening.files import LARGEST, LARGEST_SECTION
from screening.prose import LONGEST_PROSE
from tests.conftest import spoil

ROUTES = "routes: there can be 9 routes at most, none of them called as a key is"
TEXT = "notices > urgent > text"
UNSEEN = "a hidden character: "
EMPTY = "must not be empty"

# The file, what is spoiled, with what, how many lines away the fault is, and what is said of it.
SPOILED = {
    "route called as a key": (QUESTIONS, "[me, them]", "[me, label]", 0, ROUTES),
    "routes that are all there is": (QUESTIONS, None, "routes: [routes]", 0, ROUTES),
    "ten routes": (QUESTIONS, "[me, them]", "[a, b, c, d, e, f, g, h, i, j]", 0, ROUTES),
    "id that is a list": (QUESTIONS, "- {id: me, label: Me}", "- {id: [me], label: Me}", 0, "questions > who > options > 1 > id: must be text"),
    "key of another place": (QUESTIONS, "hint: In danger", "label: In danger", 0, "questions > who > label: there is no key “label” here."),
    "section in another folder": (QUESTIONS, "sections: [stopping,", "sections: [../facts, stopping,", 0, "sections > 1: must be small letters, digits and hyphens only, like ran-out-early"),
    "section by a file that cannot be": (QUESTIONS, "sections: [stopping,", 'sections: ["a\\0b", stopping,', 0, f"{UNSEEN}control character (U+0000)"),
    "notice that is a list": (QUESTIONS, "text: Call now.", "text: [Call, now]", 0, f"{TEXT}: must be text"),
    "notice without words": (QUESTIONS, "text: Call now.", 'text: " "', 0, f"{TEXT}: must not be empty"),
    "notice too long": (QUESTIONS, "text: Call now.", f"text: {'a' * (LONGEST_PROSE + 1)}", 0, f"{TEXT}: is too long"),
    "title of nothing but a space": (SECTION, "title: Family", 'title: " "', 0, f"title: {EMPTY}"),
    "country twice, the second part of itself": (LINES, "  - id: AA-PRT\n    name: A part of it\n", "  - id: AA\n    name: A\n", 0, "countries > AA: “AA” is there twice"),
    "number that is not there": (LINES, 'shown: "113"', "shown: ", 0, f"countries > AA > lines > 2 > shown: {EMPTY}"),
    "number in other digits": (LINES, 'call: "911"', 'call: "\uff19\uff11\uff11"', 0, "countries > BB > lines > 1 > call: must be digits only, like 911"),
    "number turned around": (LINES, 'shown: "113"', 'shown: "\u202e113"', 0, f"{UNSEEN}RIGHT-TO-LEFT OVERRIDE (U+202E)"),
    "line ended unseen": (LINES, 'shown: "113"', 'shown: "11\u20283"', 0, f"{UNSEEN}LINE SEPARATOR (U+2028)"),
    "unseen in a comment": (QUESTIONS, "routes: [", "# \u200bno\nroutes: [", 0, f"{UNSEEN}ZERO WIDTH SPACE (U+200B)"),
    "unseen in a text": (SECTION, "Ask how.", "Ask\x0bhow.", 0, f"{UNSEEN}control character (U+000B)"),
    "source without a name": (FACTS, "by: A house, title: Another", 'by: "", title: Another', 0, f"facts > F1.1 > sources > 2 > by: {EMPTY}"),
}  # fmt: skip


@pytest.mark.parametrize("fault", SPOILED.values(), ids=SPOILED)
def test_a_fault_is_named_with_its_line(small, fault):
    name, old, new, away, said = fault
    old = old or (small / name).read_text(encoding="utf-8")
    line = spoil(small, name, old, new)
    assert f"{name}:{line + away}: {said}" in told(small)


def test_an_id_that_is_a_list_is_not_taken_for_a_name(small):
    spoil(small, FACTS, "{id: F1.2,", "{id: [F1.2],")
    assert told(small)[0].endswith("facts > 2 > id: must be text")


def test_a_section_in_another_folder_is_not_opened(small):
    spoil(small, QUESTIONS, "sections: [stopping,", "sections: [../elsewhere, stopping,")
    assert not [line for line in told(small) if line.startswith("education/")]


def test_sections_listed_by_route_are_read_by_route(small):
    spoil(
        small,
        QUESTIONS,
        "sections: [stopping, family]",
        "sections: {me: [family, stopping], them: [stopping, family]}",
    )
    assert {route: list(made) for route, made in load(small).sections.items()} == {
        "me": ["family", "stopping"],
        "them": ["stopping", "family"],
    }


@pytest.mark.parametrize("end", [b"\r\n", b"\r"], ids=["as on Windows", "as on old Macs"])
def test_lines_may_end_in_any_way(small, end):
    raw = (small / SECTION).read_bytes()
    (small / SECTION).write_bytes(raw.replace(b"\n", end))
    assert load(small).sections["me"]["family"].title == "Family"
    (small / SECTION).write_bytes(raw.replace(b"facts:", b"fcts:").replace(b"\n", end))
    assert f"{SECTION}:3: fcts: there is no key “fcts” here. Did you mean “facts”?" in told(small)


@pytest.mark.parametrize(("name", "most"), [(FACTS, LARGEST), (SECTION, LARGEST_SECTION)])
def test_a_file_may_be_as_large_as_that_and_no_larger(small, name, most):
    raw = (small / name).read_bytes()
    (small / name).write_bytes(raw + b"\n" * (most - len(raw)))
    assert load(small).first_route == "me"
    (small / name).write_bytes(raw + b"\n" * (most - len(raw) + 1))
    assert told(small) == [f"{name}:1: the file is larger than {most} bytes"]
