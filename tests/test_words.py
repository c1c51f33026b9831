"""No page may say what a visitor is or has: the words are in `education/words.yaml`."""

import html
import re
from pathlib import Path

import pytest
import visits

from screening.refusals import refused as refusals_of
from screening.settings import ROOT
from screening.supplies import wordlist

WORDS = wordlist(ROOT)
SHARED = Path(ROOT).parent / "shared" / "content" / "banned-words.txt"
CITED = re.compile(r"<cite.*?</cite>", re.DOTALL)
QUOTED = re.compile(r"<q>.*?</q>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")


def refused(text, refusals=WORDS.words):
    return [found for found, _ in refusals_of(text, refusals)]


def read_aloud(page, *, about=False):
    """Return the words of a page as a reader meets them, without titles of sources and quoted signs."""
    page = CITED.sub(" ", page)
    page = QUOTED.sub(" ", page) if about else page
    return re.sub(r"\s+", " ", html.unescape(TAG.sub(" ", page)))


@pytest.mark.parametrize("word", WORDS.words + WORDS.of_them, ids=lambda word: word.pattern)
def test_each_pattern_refuses_its_example_and_passes_its_allowed_phrases(word):
    assert refused(word.example, [word])
    for phrase in word.allowed:
        assert not refused(f"It says: {phrase}.", [word])
        assert re.search(word.pattern, phrase, re.IGNORECASE), "the phrase needs no allowance"


@pytest.mark.parametrize(
    "said",
    [
        "What would help you most right now?",
        "Have you seen or heard any of this?",
        "Stay with them. Find support for yourself, your family and your friends.",
        "If you took away the pills, say so. Have you taken them away?",
        "Continue when you are ready. You can stop or leave at any time.",
        "Ask about their dose, and what their prescriber plans with them.",
        "Ask them not to stop on their own.",
        "If you have taken their pills away, say so. You may be taking on a lot.",
        "Did you ask them to stop? You can skip any question.",
    ],
)
def test_whoever_helps_may_be_spoken_to(said):
    assert refused(said, WORDS.words + WORDS.of_them) == []


@pytest.mark.parametrize(
    "said",
    [
        "Is your dose lower?",
        "Call your prescriber.",
        "Count the pills you take.",
        "Do you take it?",
        "Have you ever taken more?",
        "Rest when you feel very sleepy.",
        "Your withdrawal may be hard.",
        "If you stop suddenly, call.",
        "If you’ve taken it for months, ask first.",
        "You have been taking it daily.",
        "If you want to stop, ask first.",
        "Your next dose may be late.",
    ],
)
def test_whoever_helps_is_not_spoken_to_as_if_they_took_it(said):
    assert refused(said, WORDS.of_them)


def test_a_word_inside_a_page_is_found():
    assert refused(read_aloud("<p>You are <b>addicted</b>.</p>")) == ["You are addicted"]
    assert not refused(read_aloud("<cite>Drug Abuse Screening</cite>"))
    assert refused(read_aloud("<q>Denial</q>")) == ["Denial"]
    assert not refused(read_aloud("<q>Denial</q>", about=True))


@pytest.mark.parametrize("address", visits.PUBLIC)
def test_no_public_page_labels_anybody(visitor, address):
    page = visitor.read(address)
    assert refused(read_aloud(page, about=address.startswith("/about"))) == []


@pytest.mark.parametrize("address", [*visits.FOR_COUNSELORS, *visits.LANDINGS])
def test_no_page_of_a_shared_link_labels_anybody(counselor, address):
    assert refused(read_aloud(counselor.read(address))) == []


def test_no_section_labels_anybody(visitor, content):
    for name in content.sections["me"]:
        assert refused(read_aloud(visitor.read(f"/learn/{name}"))) == [], name


def test_no_question_or_error_labels_anybody(visitor, content):
    for route in content.questionnaires:
        visitor.answer(who=route)
        for question in content.questionnaires[route].questions[1:]:
            if visitor.see(f"/questions/{question.id}").status_code == 303:
                continue
            pages = [visitor.read(f"/questions/{question.id}")]
            pages.append(visitor.send(question.id).text)
            pages.append(visitor.send(question.id, "prefer-not", question.options[0].id).text)
            pages.append(visitor.send(question.id, "no-such-option").text)
            visitor.answer(**{question.id: "prefer-not"})
            for page in pages:
                assert refused(read_aloud(page)) == [], (route, question.id)


@pytest.mark.parametrize("address", ["/nope", "/questions/nope", "/results"])
def test_no_error_page_labels_anybody(visitor, address):
    assert refused(read_aloud(visitor.see(address).text)) == []


def test_no_kind_of_result_labels_anybody(visitor, content):
    for journey in visits.all_visits(content):
        visitor.hold(journey)
        for address in visits.IN_A_VISIT:
            assert refused(read_aloud(visitor.read(address))) == [], (journey.answers, address)


@pytest.mark.skipif(not SHARED.exists(), reason="the source documents are not at hand")
def test_no_pattern_of_the_source_list_is_missing():
    lines = [
        line for line in SHARED.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]
    wanted = {re.split(r"  +#", line)[0].rstrip() for line in lines}
    assert wanted <= {word.pattern for word in WORDS.words}
