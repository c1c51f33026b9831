"""The schemas that editors use: current, named by the files they are for, and at ease with sound content."""

# ruff: noqa: E501 - a table: one row, one way to write something

import shutil
from pathlib import Path, PurePosixPath

import pytest
import yaml
from conftest import spoil
from jsonschema import Draft202012Validator

from screening.content import load
from screening.files import documents
from screening.schema import schemas, written
from screening.settings import ROOT

SMALL = Path(__file__).parent / "data" / "small"
KEPT = ROOT / "docs" / "schema"
NAMES = {
    "questions.yaml": "questions.json",
    "helplines.yaml": "helplines.json",
    "education/facts.yaml": "facts.json",
}
VALIDATORS = {name: Draft202012Validator(schema) for name, schema in schemas().items()}
LATE = "unless: {now: [danger]}"
NOTES = 'notes:\n  ask: ["Is it still helping?"]\n  say: [I have noticed …]\n  facts: [F1.4]'
DATE = 'reviewed: "2026-11-22"'

# The file, a piece of it, and another sound way to write it.
ALSO_SOUND = {
    "flag for each route": ("questions.yaml", "alone: yes", "alone: {me: yes, them: no}"),
    "option for each route": ("questions.yaml", '{id: fast, label: "No"}', "{me: {id: fast, label: A}, them: {id: fast, label: B}}"),
    "entry of a list for each route": ("questions.yaml", '["Is it still helping?"]', "[Is it so, {me: How, them: Why}]"),
    "notes for each route": ("questions.yaml", NOTES, "notes: {me: {ask: [How], say: [So]}, them: {ask: [Why], say: [So]}}"),
    "several conditions": ("questions.yaml", LATE, "unless: [{now: [danger]}, {who: [me], now: [worry]}]"),
    "condition for each route": ("questions.yaml", LATE, "unless: {me: {now: [danger]}, them: [{now: [worry]}]}"),
    "words by question, for each route": ("questions.yaml", "{now: This is over}", "{me: {now: This is over}, them: {now: Over}}"),
    "sign for each route": ("education/stopping.md", DATE, f"sign: {{me: call, them: talk}}\n{DATE}"),
    "date for each route": ("education/stopping.md", DATE, 'reviewed: {me: "2026-11-22", them: "2026-11-21"}'),
    "flag that is no": ("helplines.yaml", "role: international, name: Finder,", "role: international, name: Finder, always: no,"),
}  # fmt: skip


def described(folder):
    """Return the content files of a folder that have a schema."""
    return {name: document for name, document in documents(folder).items() if name != "education/words.yaml"}


DOCUMENTS = described(ROOT)


def as_loaded(document):
    return document.data


def as_guessed(document):
    """Read a file, or what a section says of itself, as YAML 1.1 does: yes is true."""
    return next(yaml.load_all(document.text, yaml.CSafeLoader))


def refused(name, data):
    """Return the first thing in data that the schema of a content file refuses, or nothing."""
    errors = VALIDATORS[NAMES.get(name, "section.json")].iter_errors(data)
    return next((f"{error.json_path}: {error.message}" for error in errors), None)


READINGS = pytest.mark.parametrize("reading", [as_loaded, as_guessed])


@pytest.mark.parametrize("schema", schemas().values(), ids=schemas())
def test_each_is_a_schema(schema):
    Draft202012Validator.check_schema(schema)


def test_the_schemas_that_are_kept_are_current():
    kept = {path.name: path.read_text(encoding="utf-8") for path in KEPT.iterdir()}
    assert kept == written(), "docs/schema is not current: run python -m screening schema"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_content_file_names_its_schema_from_where_it_stands(name):
    first = DOCUMENTS[name].text.removeprefix("---\n").splitlines()[0]
    up = "../" * (len(PurePosixPath(name).parts) - 1)
    assert first == f"# yaml-language-server: $schema={up}docs/schema/{NAMES.get(name, 'section.json')}"


@READINGS
@pytest.mark.parametrize("folder", [ROOT, SMALL], ids=["the content that ships", "a small check-in"])
def test_sound_content_fits(folder, reading):
    for name, document in described(folder).items():
        assert refused(name, reading(document)) is None, name


@READINGS
@pytest.mark.parametrize(("file", "old", "new"), ALSO_SOUND.values(), ids=ALSO_SOUND)
def test_another_sound_way_to_write_it_fits(tmp_path, file, old, new, reading):
    small = Path(shutil.copytree(SMALL, tmp_path / "small"))
    spoil(small, file, old, new)
    load(small)
    assert refused(file, reading(documents(small)[file])) is None
