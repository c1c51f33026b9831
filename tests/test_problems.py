import pytest

from screening.problems import (
    LONGEST_LINE,
    LONGEST_WORD,
    MOST_COMPARED,
    MOST_TOLD,
    ContentError,
    Place,
    Problem,
    did_you_mean,
    first,
    in_a_line,
    stop,
)


def problem(line, code="shape"):
    return Problem("a.yaml", Place(line), "", "must be text", code)


def test_no_problems_stop_nothing():
    stop([])
    assert first([]) == []


def test_as_many_problems_as_are_told_in_one_go_are_told_whole():
    with pytest.raises(ContentError) as refused:
        stop(problem(line) for line in range(1, MOST_TOLD + 1))
    assert [each.place.line for each in refused.value.problems] == list(range(1, MOST_TOLD + 1))


def test_further_problems_are_told_of_and_not_looked_for():
    looked_for = []
    found = first(looked_for.append(line) or problem(line) for line in range(1, 1000))
    assert (
        str(found[-1])
        == f"a.yaml:51:1: there are more problems than these {MOST_TOLD}; mend these first [more]"
    )
    assert looked_for == list(range(1, MOST_TOLD + 2))


def test_a_long_message_loses_its_middle_and_a_broken_one_its_line_ends():
    assert in_a_line("the key\n“a\tb”") == "the key “a b”"
    assert in_a_line("a" * LONGEST_LINE) == "a" * LONGEST_LINE
    assert in_a_line("a" * 300 + "b" * 300) == f"{'a' * 200} … {'b' * 200}"


@pytest.mark.parametrize(
    ("word", "known", "said"),
    [
        ("takng-more", ["mind", "taking-more"], " Did you mean “taking-more”?"),
        ("takng-more", {"mind": 1, "taking-more": 2}, " Did you mean “taking-more”?"),
        ("takng-more", ["mind"], ""),
        ("taking-more", ["taking-more", "taking-mores"], ""),
        ("takng-more", ["taking-more"] * MOST_COMPARED, " Did you mean “taking-more”?"),
        ("takng-more", ["taking-more"] * (MOST_COMPARED + 1), ""),
        ("a" * LONGEST_WORD, ["a" * LONGEST_WORD + "b"], f" Did you mean “{'a' * LONGEST_WORD}b”?"),
        ("a" * (LONGEST_WORD + 1), ["a" * LONGEST_WORD], ""),
    ],
    ids=[
        "close",
        "close to a key",
        "far",
        "known, in another place",
        "among many",
        "too many",
        "long",
        "too long",
    ],
)
def test_something_close_is_named_where_that_is_quick(word, known, said):
    assert did_you_mean(word, known) == said
