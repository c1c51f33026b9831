"""The counselors' own contacts: what the check refuses of them, and what it tells."""

# ruff: noqa: E501 - a table: one row, one fault

from datetime import date

import pytest
from conftest import spoil
from counselors import ANNA
from editors import told

from screening.content import load
from screening.report import check

FILE = "referrals.yaml"
NUMBER, PLAIN = (
    "must be a telephone number: digits, with spaces or hyphens between them",
    "must be plain words, without signs such as < [ or @",
)

# What is spoiled, with what, how many lines away the fault is, and what is said of it.
SPOILED = {
    "number with letters": ("+1 (555) 010-0199", "call Anna", 0, f"referrals > anna > phone: {NUMBER}"),
    "number too short": ("+1 (555) 010-0199", '"11"', 0, f"referrals > anna > phone: {NUMBER}"),
    "number with a way to dial more": ("+1 (555) 010-0199", "5550100,,9", 0, f"referrals > anna > phone: {NUMBER}"),
    "markup in the name": ("Anna Example", "<b>Anna</b>", 0, f"referrals > anna > name: {PLAIN}"),
    "link in the name": ("Anna Example", "Anna [x](y)", 0, f"referrals > anna > name: {PLAIN}"),
    "address in the organisation": ("Riverside Counseling (made up)", "anna@riverside.example", 0, f"referrals > anna > organisation: {PLAIN}"),
    "name of nothing but a space": ("Anna Example", '" "', 0, f"referrals > anna > name: {PLAIN}"),
    "date in words": ('"2026-11-20"', "lately", 0, "referrals > anna > checked: must be a date like 2026-11-22"),
    "http": ("https://riverside", "http://riverside", 0, "referrals > anna > web: must be an address, like https://example.org"),
    "unknown country": ("country: CA", "country: XX", 0, "referrals > anna > country: there is no country “XX”."),
    "unknown key": ("hours: W", "our: W", 0, "referrals > anna > our: there is no key “our” here. Did you mean “hours”?"),
    "id in capitals": ("id: anna", "id: Anna", 0, "referrals > Anna > id: must be small letters, digits and hyphens only, like ran-out-early"),
}  # fmt: skip


@pytest.fixture
def kept(folder):
    """A copy of the real content with a counselor, free to be spoiled."""
    (folder / FILE).write_text(ANNA, encoding="utf-8")
    return folder


@pytest.mark.parametrize("fault", SPOILED.values(), ids=SPOILED)
def test_a_fault_is_named_with_its_line(kept, fault):
    old, new, away, said = fault
    line = spoil(kept, FILE, old, new)
    assert told(kept) == [f"{FILE}:{line + away}: {said}"]


def test_an_id_that_is_there_twice_is_named(kept):
    (kept / FILE).write_text(ANNA + ANNA.removeprefix("referrals:\n"), encoding="utf-8")
    assert told(kept) == [f"{FILE}:11: referrals > anna: “anna” is there twice"]


def test_content_without_such_a_file_has_no_referrals(folder):
    assert load(folder).referrals == {}


@pytest.mark.parametrize(
    ("written", "dialed"),
    [
        ("+1 (555) 010-0199", "+15550100199"),
        ("(555) 010-0199", "5550100199"),
        ("555 0100", "5550100"),
        ("+44 (0)20 7946 0000", "+442079460000"),
        ("(020) 7946 0000", "02079460000"),
    ],
)
def test_a_number_is_read_as_written_and_dialed_by_its_digits(kept, written, dialed):
    spoil(kept, FILE, "+1 (555) 010-0199", written)
    anna = load(kept).referrals["anna"]
    assert (anna.phone, anna.dialed) == (written, dialed)


@pytest.mark.parametrize(
    ("day", "codes"), [("2027-05-18", set()), ("2027-05-20", {"check-old"}), ("2026-11-19", {"check-future"})]
)
def test_a_line_that_nobody_rang_lately_is_told_of(kept, day, codes):
    found = check(kept, date.fromisoformat(day)).problems
    assert {problem.code for problem in found if problem.file == FILE} == codes


def test_the_file_is_part_of_what_the_fingerprint_names(kept):
    before = load(kept).fingerprint
    spoil(kept, FILE, "Anna Example", "Anne Example")
    assert load(kept).fingerprint != before
