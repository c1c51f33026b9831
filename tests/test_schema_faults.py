"""What has the wrong shape is refused by a file's schema while it is typed, as it is when it is loaded."""

# ruff: noqa: E501 - a table: one row, one fault

from collections import defaultdict
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import spoil
from test_schema import DOCUMENTS, as_guessed, refused

from screening.document import for_route, missing_wordings
from screening.education import Facts, FrontMatter
from screening.files import READERS
from screening.helplines import Helplines
from screening.problems import ContentError, Place
from screening.questionnaire import Questionnaire
from screening.shape import shaped

QUESTIONS, LINES, FACTS, FAMILY, WITHDRAWAL = (
    "questions.yaml",
    "helplines.yaml",
    "education/facts.yaml",
    "education/family.md",
    "education/withdrawal.md",
)
RECORDS = {QUESTIONS: Questionnaire, LINES: Helplines, FACTS: Facts}
UNLESS = "unless: {taking: [not-started]}"
ROUTES = ("me", "loved-one")

# The file, what is spoiled, and with what.
SPOILED = {
    "unknown key at the top": (QUESTIONS, "finish_after:", "finish_afterwards:"),
    "unknown key of a question": (QUESTIONS, "hint: You", "hnt: You"),
    "unknown key of an option": (QUESTIONS, "opens: [family]", "open: [family]"),
    "unknown key of a notice": (QUESTIONS, "stops: always", "stops: always\n    color: red"),
    "unknown key of an action": (QUESTIONS, "- section: withdrawal", "- section: withdrawal\n    weight: high"),
    "missing key of a question": (QUESTIONS, "    short: Who this is about\n", ""),
    "missing key of an option": (QUESTIONS, "{id: me, label: Me}", "{id: me}"),
    "empty words": (QUESTIONS, "title: Clonazepam check-in", 'title: ""'),
    "key without a value": (QUESTIONS, "hint: You can stop or leave at any time.", "hint:"),
    "list of words": (QUESTIONS, "title: Clonazepam check-in", "title: [Clonazepam, check-in]"),
    "list of Markdown": (QUESTIONS, "      me: |", "      me:\n      - |"),
    "word where a list belongs": (QUESTIONS, "opens: [family]", "opens: family"),
    "word where an option belongs": (QUESTIONS, "- {id: me, label: Me}", "- me"),
    "neither yes nor no": (QUESTIONS, "alone: yes", "alone: maybe"),
    "neither one nor many": (QUESTIONS, "choose: many", "choose: some"),
    "stops at no known time": (QUESTIONS, "stops: always", "stops: often"),
    "unknown sign": (QUESTIONS, "sign: safe", "sign: shout"),
    "id in capitals": (QUESTIONS, "{id: none,", "{id: None,"),
    "fact that is none": (QUESTIONS, "facts: [F9.1,", "facts: [9.1,"),
    "condition that is a word": (QUESTIONS, UNLESS, "unless: taking"),
    "condition on nothing": (QUESTIONS, UNLESS, "unless: {}"),
    "condition on no option": (QUESTIONS, UNLESS, "unless: {taking: []}"),
    "condition on a word": (QUESTIONS, UNLESS, "unless: {taking: not-started}"),
    "condition on an id in capitals": (QUESTIONS, UNLESS, "unless: {Taking: [not-started]}"),
    "unknown key of a section": (FAMILY, "title:", "tilte:"),
    "date in another order": (FAMILY, 'reviewed: "2026-11-22"', 'reviewed: "22.11.2026"'),
    "unknown drawing": (WITHDRAWAL, "drawing: stop-suddenly", "drawing: cliff"),
    "drawing without a fact": (WITHDRAWAL, "facts: [F5.1, F5.14]", "facts: []"),
    "unknown key of a panel": (WITHDRAWAL, "says: The", "say: The"),
    "no id of a fact": (FACTS, "  - id: F1.1\n    topic", "  - topic"),
    "http": (FACTS, "https://", "http://"),
    "year in two digits": (FACTS, 'year: "2025"', 'year: "25"'),
    "seen in no known way": (FACTS, "seen: primary", "seen: once"),
    "fact by route": (FACTS, "topic: how-it-works", "topic: {me: how-it-works, loved-one: how-it-works}"),
    "unknown key of a line": (LINES, "web: https", "wbe: https"),
    "digits with a dash": (LINES, 'call: "911"', 'call: "9-1-1"'),
    "country in small letters": (LINES, "default: US", "default: us"),
    "name by route": (LINES, "name: United States", "name: {me: United States, loved-one: United States}"),
    "missing date of a check": (LINES, '        checked: "2026-11-22"\n', ""),
}  # fmt: skip


def misshapen(document):
    """Say whether loading would refuse the shape of a document, on any route where it has routes."""
    routed = [for_route(document, route) for route in ROUTES]
    try:
        for each in [document] if document.file in (LINES, FACTS) else routed:
            shaped(each, RECORDS.get(document.file, FrontMatter))
    except ContentError:
        return True
    return False


@pytest.mark.parametrize(("file", "old", "new"), SPOILED.values(), ids=SPOILED)
def test_a_fault_of_shape_is_refused_by_the_schema_too(folder, file, old, new):
    spoil(folder, file, old, new)
    document = READERS[Path(file).suffix](folder / file, file)
    assert misshapen(document)
    assert refused(file, document.data)
    assert refused(file, as_guessed(document))


def test_the_routes_cannot_depend_on_a_route():
    data = DOCUMENTS[QUESTIONS].data
    assert refused(QUESTIONS, data | {"routes": dict.fromkeys(ROUTES, data["routes"])})


def one_of_each_kind(document):
    """Return where each kind of key stands first: the same key of two questions is of one kind."""
    kinds = {}
    for key in document.places:
        if key and isinstance(key[-1], str):
            kinds.setdefault(tuple(part for part in key if isinstance(part, str)), key)
    return kinds.values()


def changed(document, key, word=None):
    """Return a document without one key, or with `word` in its place; of each list, one entry will do."""
    top, *inside = key
    data = {name: value[:1] if isinstance(value, list) else value for name, value in document.data.items()}
    if inside and isinstance(inside[0], int):
        data[top], inside[0] = [document.data[top][inside[0]]], 0
    data = node = deepcopy(data)
    *way, last = top, *inside
    for part in way:
        node = node[part]
    value = node.pop(last)
    if word:
        node[word] = value
    return replace(document, data=data, places=defaultdict(Place))


@pytest.mark.parametrize("file", DOCUMENTS)
def test_a_key_gone_or_renamed_is_refused_just_where_loading_refuses_it(file):
    document = DOCUMENTS[file]
    for key in one_of_each_kind(document):
        for other in (changed(document, key), changed(document, key, f"x{key[-1]}")):
            if not list(missing_wordings(other, ROUTES)):
                assert bool(refused(file, other.data)) == misshapen(other), key
