"""The education sections that ship, and the absence of numbers in every text."""

import re
from itertools import chain

import pytest

from screening.files import read_front_matter
from screening.prose import without_tags
from screening.settings import ROOT

SECTIONS = sorted(path.stem for path in (ROOT / "education").glob("*.md"))
TAG = re.compile(r"<[^>]+>")
SENTENCE_END = re.compile(r"[.?!]\W?(?=\s|$)")
NO_PHONE = re.compile(r"https?://\S+|viewBox=\"[ 0-9]+\"|\b\d{4}-\d\d-\d\d\b|\b(?:19|20)\d\d-(?:19|20)\d\d\b")
PHONE = re.compile(r"(?<![\w.])\+?\(?\d(?:[ ().-]{0,2}\d){6,}(?![\w])")
WRITTEN = [
    path
    for pattern in ("questions.yaml", "education/*", "templates/**/*.*", "screening/*.py", "static/*.js")
    for path in ROOT.glob(pattern)
]


def front(name):
    return read_front_matter(ROOT / "education" / f"{name}.md", name)


def words(text):
    return TAG.sub(" ", text).split()


@pytest.mark.parametrize("name", SECTIONS)
def test_the_facts_of_a_section_are_used_by_its_text_or_its_action(name):
    document = front(name)
    today = document.data["today"]
    said = [document.body, *(today.values() if isinstance(today, dict) else [today])]
    used = {fact for text in said for fact in without_tags(text)[1]}
    used |= {fact for panel in document.data.get("picture", {}).get("panels", ()) for fact in panel["facts"]}
    assert used == set(document.data["facts"])


def test_every_section_has_its_file_and_every_file_its_section(content):
    assert sorted(content.questionnaires["me"].sections) == SECTIONS


@pytest.mark.parametrize("route", ["me", "loved-one"])
@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_is_short_and_opens_with_two_sentences(content, route, name):
    section = content.sections[route][name]
    assert 150 <= len(words(section.lead + section.rest)) <= 350
    assert len(SENTENCE_END.findall(" ".join(words(section.lead)))) == 2
    assert section.review_by > section.reviewed


def test_the_files_searched_for_numbers_are_there():
    assert {path.name for path in WRITTEN} >= {
        "questions.yaml",
        "facts.yaml",
        "withdrawal.md",
        "questionnaire.py",
    }


@pytest.mark.parametrize("number", ["call 1-800-222-1222 or", "(020) 7946 0018", "+34915620420", "116 123 4"])
def test_a_telephone_number_would_be_found(number):
    assert PHONE.search(number)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_no_telephone_number_stands_outside_the_helplines(content, path):
    text = NO_PHONE.sub("", path.read_text(encoding="utf-8"))
    assert not [found for found in PHONE.findall(text) if path.suffix != ".py" or not found.isdigit()]


@pytest.mark.parametrize("route", ["me", "loved-one"])
def test_no_number_of_a_helpline_stands_in_a_text(content, route):
    lines = chain.from_iterable(country.lines for country in content.helplines.countries)
    ways = (way for line in lines for way in (line.shown, line.text_shown, line.call, line.text))
    numbers = {number for number in ways if number}
    dialled = re.compile(
        "|".join(rf"(?<!\w){re.escape(number)}(?!\w)" for number in numbers if number[-1].isdigit())
    )
    texts = [content.questionnaires[route].model_dump_json(), *(fact.text for fact in content.facts.values())]
    texts += [section.model_dump_json() for section in content.sections[route].values()]
    assert dialled.search("Call 988 now")
    assert not [text for text in texts if dialled.search(text)]
