import contextlib
import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from screening.problems import ContentError
from screening.strict_yaml import parse

REFUSED = {
    "a: &x 1\nb: *x": "an alias (*) is not allowed",
    "a: &x 1": "an anchor (&) is not allowed",
    "a: !!python/object/apply:os.system [x]": "a tag (!) is not allowed",
    "a: 1\na: 2": "this key is repeated",
    "? [1, 2]\n: 3": "a key must be a word",
    "a: [1": "cannot be read: ",
    "--- 1\n--- 2": "cannot be read: ",
    "a: \x00": "cannot be read: ",
    "[" * 3000: "nested too deeply",
}


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


def test_an_empty_file_holds_nothing():
    assert parse("", "f") == (None, {})


trees = st.recursive(
    st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20
)


@given(st.text() | trees.map(lambda tree: yaml.safe_dump(tree, allow_unicode=True)))
def test_any_text_gives_plain_data_or_named_problems(text):
    began = time.perf_counter()
    with contextlib.suppress(ContentError):
        parse(text, "f")
    assert time.perf_counter() - began < 1
