"""Lines that name what was chosen: every label comes escaped, and none can be taken for their place."""

import pytest
from conftest import KEY, Visitor, spoil

from screening import create_app
from screening.characters import hidden
from screening.lines import LABELS
from screening.settings import Settings

ANSWERS = {"who": "me", "now": ["none"], "taking": "as-prescribed", "reason": ["sleep", "muscles"]}


@pytest.fixture
def visitor(folder):
    """Somebody whose answers hold a character that HTML would read."""
    spoil(folder, "questions.yaml", "label: Clonazepam is prescribed,", "label: Clonazepam is prescribed &")
    spoil(folder, "questions.yaml", "label: To sleep", "label: To sleep & rest")
    visitor = Visitor(create_app(Settings(keys=(KEY,), content=folder)))
    visitor.walk(**ANSWERS)
    return visitor


@pytest.mark.parametrize("address", ["/answers", "/results", "/notes"])
@pytest.mark.parametrize("words", ["prescribed {} and", "To sleep {} rest"], ids=["alone", "among others"])
def test_labels_are_escaped(visitor, address, words):
    read = visitor.read(address)
    assert words.format("&amp;") in read
    assert words.format("&") not in read


def test_no_content_can_hold_what_stands_for_the_labels():
    assert list(hidden(LABELS))
