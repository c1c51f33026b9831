"""The content agrees with the documents it was made from, where those stand beside the repository."""

import json
import re

import pytest

from screening.settings import ROOT
from tests.test_real_content import SIGNS

SHARED = ROOT.parent / "shared" / "content"
SECONDARY = {"F4.9", "F4.10", "F4.11", "F5.15", "F9.5", "F9.13", "F10.11"}
WEAK = {"F5.5"}
FACT = re.compile(r"^- \*\*(F\d+\.\d+)\*\*", re.MULTILINE)
SEEN = re.compile(r"\*\*(?:SEEN-)?(PRIMARY|COPY|SECONDARY|UNSEEN)")

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the source documents are not at hand")


@pytest.fixture(scope="module")
def sheet():
    """The facts sheet: id -> its entry, up to the next fact or heading."""
    text = (SHARED / "facts.md").read_text(encoding="utf-8")
    parts = FACT.split(text)
    return {fact: re.split(r"\n#", entry)[0] for fact, entry in zip(parts[1::2], parts[2::2], strict=True)}


def test_the_warning_signs_are_those_of_the_source():
    lines = (SHARED / "warning-signs.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == SIGNS


def test_the_warning_signs_are_words_of_the_source():
    source = (SHARED / "source-document.txt").read_text(encoding="utf-8")
    assert not [sign for sign in SIGNS if sign not in source]


def test_every_published_fact_is_on_the_sheet(content, sheet):
    assert set(content.facts) <= set(sheet)
    assert len(sheet) > len(content.facts)


def test_no_fact_is_published_that_nobody_has_seen(content, sheet):
    unseen = {fact for fact, entry in sheet.items() if set(SEEN.findall(entry)) == {"UNSEEN"}}
    assert unseen
    assert not set(content.facts) & (unseen | WEAK)


def test_only_the_agreed_facts_rest_on_secondary_sources(content, sheet):
    secondary = {
        fact
        for fact, entry in sheet.items()
        if "SECONDARY" in SEEN.findall(entry) and not {"PRIMARY", "COPY"} & set(SEEN.findall(entry))
    }
    assert set(content.facts) & secondary <= SECONDARY


def test_facts_that_claim_only_secondary_sources_are_the_agreed_ones(content):
    for fact in content.facts.values():
        seen = {source.seen for source in fact.sources}
        assert seen & {"primary", "copy"} or fact.id in SECONDARY, fact.id


def test_no_fact_claims_to_be_seen_better_than_the_sheet_says(content, sheet):
    for fact in content.facts.values():
        seen = {how.lower() for how in SEEN.findall(sheet[fact.id])}
        claimed = {source.seen for source in fact.sources} - {None}
        assert claimed <= seen or (fact.inference and "INFERENCE" in sheet[fact.id]), fact.id


def test_an_inference_is_called_one(content, sheet):
    for fact in content.facts.values():
        if "INFERENCE" in sheet[fact.id]:
            assert fact.inference, fact.id


def digits(text):
    return re.sub(r"\D", "", text or "")


def given():
    return json.loads((SHARED / "helplines.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "row", given() if SHARED.exists() else [], ids=lambda row: f"{row['country']} {row['name']}"
)
def test_every_row_of_the_list_of_helplines_is_there_with_the_same_digits(content, row):
    role = row["role"].replace("_", "-")
    lines = [line for line in content.helplines.by_id[row["country"]].lines if line.role == role]
    reached = {(digits(line.call), digits(line.text), line.web) for line in lines}
    assert (digits(row.get("dial")), digits(row.get("sms")), row.get("web")) in reached
    assert row["display"].split(" (")[0] in {line.shown for line in lines}


@pytest.mark.parametrize(
    "row", given() if SHARED.exists() else [], ids=lambda row: f"{row['country']} {row['name']}"
)
def test_a_line_says_it_always_answers_only_where_its_hours_do(content, row):
    lines = content.helplines.by_id[row["country"]].lines
    line = next(
        line
        for line in lines
        if digits(line.call) == digits(row.get("dial")) and line.name[:4] == row["name"][:4]
    )
    assert line.always is (row.get("hours") == "24/7")


def test_no_helpline_is_there_that_is_not_on_the_list(content):
    assert sum(len(country.lines) for country in content.helplines.countries) == len(given())
