"""The fingerprint of the content: it changes with any byte of it, and with nothing else."""

import re
from codecs import BOM_UTF8

import pytest
from commands import run

from screening.content import load
from screening.files import paths
from screening.fingerprint import fingerprint
from screening.settings import ROOT

NAMES = [path.relative_to(ROOT).as_posix() for path in paths(ROOT)]


def test_a_fingerprint_is_short_and_in_groups_to_read_aloud(content):
    assert re.fullmatch(r"[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}", content.fingerprint)


def test_a_fingerprint_is_known_beforehand(tmp_path):
    (tmp_path / "questions.yaml").write_text("title: “Tiny”\n", encoding="utf-8")
    assert fingerprint(tmp_path) == "2326 2410 50b7"


def test_the_fingerprint_of_a_folder_is_told_by_a_command(folder, content):
    assert run("fingerprint", str(folder)).output == f"{content.fingerprint}\n"


def test_a_copy_elsewhere_has_the_same_fingerprint(folder, content):
    assert load(folder).fingerprint == content.fingerprint


@pytest.mark.parametrize("place", [0, 0.5, 1])
@pytest.mark.parametrize("name", NAMES)
def test_a_fingerprint_changes_with_any_byte_of_any_content_file(folder, content, name, place):
    path = folder / name
    raw = bytearray(path.read_bytes())
    raw[round(place * (len(raw) - 1))] ^= 1
    path.write_bytes(raw)
    assert fingerprint(folder) != content.fingerprint


@pytest.mark.parametrize("end", [b"\r\n", b"\r"], ids=["as on Windows", "as on old Macs"])
@pytest.mark.parametrize("name", NAMES)
def test_a_fingerprint_does_not_change_with_how_a_computer_writes_text(folder, content, name, end):
    path = folder / name
    path.write_bytes(BOM_UTF8 + path.read_bytes().replace(b"\n", end))
    assert fingerprint(folder) == content.fingerprint


def test_a_fingerprint_changes_when_a_file_comes_goes_or_has_another_name(folder, content):
    seen = {content.fingerprint}
    (folder / "education" / "new.md").touch()
    seen.add(fingerprint(folder))
    (folder / "education" / "new.md").rename(folder / "education" / "newer.md")
    seen.add(fingerprint(folder))
    (folder / "education" / "newer.md").unlink()
    (folder / "education" / "words.yaml").unlink()
    seen.add(fingerprint(folder))
    assert len(seen) == 4


def test_a_fingerprint_does_not_change_with_what_is_no_content(folder, content):
    (folder / "education" / "notes.txt").write_text("not shown", encoding="utf-8")
    (folder / "README.md").write_text("not shown", encoding="utf-8")
    assert fingerprint(folder) == content.fingerprint
