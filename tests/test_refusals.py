"""What the word list itself can get wrong."""

# ruff: noqa: E501 - a table: one row, one fault

import pytest

from screening.problems import ContentError
from screening.refusals import Refusal, refused
from screening.supplies import wordlist

WORDS = "education/words.yaml"


BAD_LISTS = {
    "pattern that cannot be read": ("words: [{pattern: '(', example: x, why: x}]", "1:10: words > 1 > pattern: the pattern cannot be read: missing ), unterminated subpattern at position 0 [pattern]"),
    "pattern of anything": ("words: [{pattern: 'x*', example: x, why: x}]", "1:10: words > 1 > pattern: the pattern finds even an empty text, so it would be found everywhere [pattern]"),
    "no reason": ("words: [{pattern: x, example: x}]", "1:9: words > 1: “why” is missing [key-missing]"),
    "unknown key": ("words: []\nof_thm: []", "2:1: of_thm: there is no key “of_thm” here. Did you mean “of_them”? [key-unknown]"),
    "syllables in words": ("words: []\nsyllables: {dose: one}", "2:13: syllables > dose: must be a whole number [shape]"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), BAD_LISTS.values(), ids=BAD_LISTS)
def test_a_fault_of_the_word_list_is_named(tmp_path, text, said):
    (tmp_path / "education").mkdir()
    (tmp_path / WORDS).write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        wordlist(tmp_path)
    assert str(refused.value) == f"{WORDS}:{said}"


def test_a_folder_without_a_word_list_is_told_at_the_check(tmp_path):
    with pytest.raises(ContentError, match=r"education/words\.yaml:1:1: the file is missing"):
        wordlist(tmp_path)


def test_an_allowed_phrase_inside_a_longer_one_does_not_break_it():
    refusal = Refusal(pattern="score|all", example="x", why="x", allowed=("no score", "no score at all"))
    assert [found for found, _ in refused("No score at all, no score, a score.", [refusal])] == ["score"]
