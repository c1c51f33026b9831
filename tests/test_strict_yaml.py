import contextlib

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from speed import SOON, seconds

from screening.comments import comments
from screening.problems import ContentError
from screening.settings import ROOT
from screening.strict_yaml import MOST, parse

REFUSED = {
    "a: &x 1\nb: *x": "an alias (*) is not allowed",
    "a: &x 1": "an anchor (&) is not allowed",
    "a: !!python/object/apply:os.system [x]": "a tag (!) is not allowed",
    "a: 1\na: 2": "this key is repeated",
    "? [1, 2]\n: 3": "a key must be a word",
    "--- 1\n--- 2": "cannot be read: ",
    "a: \x00": "cannot be read: ",
    "a: b: c": "cannot be read: a text with a colon needs quotes",
    "a: 1\n  b: 2": "cannot be read: a text with a colon needs quotes",
    "a:\n - b\n c: d": "cannot be read: the line does not start in the same column",
    'a: "b" c': "cannot be read: a quote is missing, or the line does not start",
    "a: {b: c": "cannot be read: a comma, a quote or the closing } is missing",
    "a: [1": "cannot be read: a comma, a quote or the closing ] is missing",
    "a: 1\nb:c\nd: e": "cannot be read: a colon here or above has no space after it",
    'a: "b\nc: d': "cannot be read: the file ends before a quote is closed",
    "a:\n  b: c\n\td: e": "cannot be read: the line starts with a tab",
    "a: @b": "cannot be read: a text that starts so needs straight quotes",
    "[" * 3000: "nested too deeply",
    "- a\n" * (MOST + 1): f"there are more than {MOST} values",
    'a: "\\0"': "a hidden character: control character (U+0000)",
    '"\\u202e": a': "a hidden character: RIGHT-TO-LEFT OVERRIDE (U+202E)",
}

# A text, and the line, the column and the words of each comment in it; “no” stands for what is none.
COMMENTED = {
    "# é top\né: 😀  # end": [(1, 1, "# é top"), (2, 7, "# end")],
    'a: "x # no" # yes': [(1, 13, "# yes")],
    "a: 'it''s # no\n  # no\n  x' # yes": [(3, 6, "# yes")],
    "a: no#no # yes": [(1, 10, "# yes")],
    "a: no\n  no # yes\n  # yes": [(2, 6, "# yes"), (3, 3, "# yes")],
    "a: | # yes\n  # no\n\n  é # no\n # yes\nb: x": [(1, 6, "# yes"), (5, 2, "# yes")],
    "a:\n  - >- # yes\n    # no\n  # yes # it": [(2, 8, "# yes"), (4, 3, "# yes # it")],
    "a: {b: [c, # yes\n  d#no]} # yes": [(1, 12, "# yes"), (2, 10, "# yes")],
    "# yes": [(1, 1, "# yes")],
    "a: x": [],
    "": [],
}


@pytest.mark.parametrize(("text", "found"), COMMENTED.items(), ids=range(len(COMMENTED)))
def test_a_comment_is_told_from_a_sign_in_a_text(text, found):
    assert [(*place, said) for place, said in comments(text)] == found


@pytest.mark.parametrize(("text", "message"), REFUSED.items(), ids=range(len(REFUSED)))
def test_what_hides_or_repeats_is_refused_with_its_line(text, message):
    with pytest.raises(ContentError) as refused:
        parse(text, "file.yaml")
    assert message in str(refused.value)
    assert str(refused.value).startswith("file.yaml:")


@pytest.mark.parametrize(
    "text", ["0123", "010", "9:00", "22:30", "no", "yes", "2026-11-22", "1_000", "~", "0x1F"]
)
def test_a_scalar_stays_as_it_was_written(text):
    assert parse(f"a: {text}", "f")[0] == {"a": text}


def test_every_value_knows_its_place():
    data, places = parse("a: 1\nb:\n  - x\n  - c: 2\n", "f")
    assert data == {"a": "1", "b": ["x", {"c": "2"}]}
    assert places["a",] == (1, 1)
    assert places["b", 1, "c"] == (4, 5)


def test_as_many_values_as_allowed_are_read():
    assert len(parse("- a\n" * (MOST - 1), "f")[0]) == MOST - 1


@pytest.mark.parametrize(("text", "used"), [('a: "\\ud83d"', ()), ("a: '\n\n", ("f:1",)), ("[[", ())])
def test_where_the_thread_began_is_named_if_it_is_another_line_that_is_there(text, used):
    with pytest.raises(ContentError) as refused:
        parse(text, "f")
    assert [problem.used for problem in refused.value.problems] == [used]


def test_an_empty_file_holds_nothing():
    assert parse("", "f") == (None, {})


trees = st.recursive(
    st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20
)


@given(st.text() | trees.map(lambda tree: yaml.safe_dump(tree, allow_unicode=True)))
def test_any_text_gives_plain_data_or_named_problems_soon(yardstick, text):
    def read():
        with contextlib.suppress(ContentError):
            parse(text, "f")

    assert seconds(read) < SOON * yardstick


def test_the_real_content_is_read_soon(yardstick):
    files = [ROOT / "questions.yaml", ROOT / "helplines.yaml", *(ROOT / "education").glob("*.yaml")]
    texts = [file.read_text(encoding="utf-8") for file in files]

    def read():
        for text in texts:
            yaml.load(text, yaml.CSafeLoader)

    assert yardstick < SOON * max(seconds(read) for _ in range(3))
