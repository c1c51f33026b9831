"""The reading grade, against counts made by hand."""

import pytest

from screening.grade import grade, sentences, syllables
from screening.settings import ROOT
from screening.supplies import wordlist

KNOWN = wordlist(ROOT).syllables

# Words in a sentence on average, words and syllables in all, as counted by hand.
COUNTED = {
    "The cat sat on the mat.": (6, 6, 6),
    "Do not stop clonazepam suddenly.": (5, 5, 10),
    "Ask a pharmacist before adding anything that makes people sleepy.": (10, 10, 18),
    "Stay with them. Do not let them sleep it off.": (5, 10, 10),
    "Say: “I care. Can we talk?” Then listen.": (8 / 3, 8, 9),
    "A benzodiazepine such as clonazepam slows brain activity.": (8, 8, 19),
    "Stopping can bring on life-threatening withdrawal – and seizures!": (8, 8, 15),
}

SYLLABLES = {
    "clonazepam": 4,
    "Clonazepam’s": 4,
    "benzodiazepine": 6,
    "benzodiazepines": 6,
    "opioids": 3,
    "opioid’s": 3,
    "CBT": 3,
    "don’t": 1,
    "self-harm": 2,
    "911": 3,
    "(dose)": 1,
    "zorbane": 2,  # in no dictionary, with a silent e
    "zorble": 2,
    "zrs": 1,
}


@pytest.mark.parametrize(("text", "counted"), COUNTED.items(), ids=COUNTED)
def test_a_grade_is_the_formula_over_what_was_counted(text, counted):
    length, spoken, heard = counted
    assert grade([text], KNOWN) == pytest.approx(0.39 * length + 11.8 * heard / spoken - 15.59, abs=0.01)


@pytest.mark.parametrize(("word", "heard"), SYLLABLES.items(), ids=SYLLABLES)
def test_syllables_of_a_word(word, heard):
    assert syllables(word, KNOWN) == heard


def test_a_word_that_is_listed_counts_as_listed_and_not_as_in_the_dictionary():
    assert syllables("dose", {"dose": 5}) == 5


def test_a_label_adds_its_syllables_and_makes_no_sentence_shorter():
    asked = "Do any of these fit you?"
    assert grade([asked, "Alcohol"], KNOWN) == pytest.approx(0.39 * 6 + 11.8 * 10 / 7 - 15.59, abs=0.01)


def test_labels_alone_are_read_as_sentences():
    assert grade(["Sleep", "Worry or panic"], KNOWN) == pytest.approx(
        0.39 * 2 + 11.8 * 6 / 4 - 15.59, abs=0.01
    )


def test_nothing_to_read_has_no_grade():
    assert grade(["", "…"], KNOWN) == 0


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Is it late? Call. Now!", ["Is it late?", "Call.", "Now!"]),
        ("Ask: “Can we talk?” and listen.", ["Ask: “Can we talk?” and listen."]),
        ("It may help (or not.) Ask.", ["It may help (or not.)", "Ask."]),
        ("At 9.30, or later", ["At 9.30, or later"]),
        ("… .", []),
    ],
)
def test_where_sentences_end(text, parts):
    assert sentences(text) == parts
