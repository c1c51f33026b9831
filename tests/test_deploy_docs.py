"""What `docs/operations.md` and the files of `deploy/` name is there: settings, commands, words, files."""

import re

import pytest

from screening.__main__ import main
from screening.settings import ROOT

PAGE = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
DEPLOYED = [*sorted((ROOT / "deploy").iterdir()), ROOT / "Dockerfile"]
ALL = "\n".join([PAGE, *(path.read_text(encoding="utf-8") for path in DEPLOYED if path.is_file())])


def test_settings_that_are_named_exist():
    settings = (ROOT / "screening" / "settings.py").read_text(encoding="utf-8")
    known, named = (set(re.findall(r"SCREENING_[A-Z_]+[A-Z]", text)) for text in (settings, ALL))
    assert named
    assert named <= known


def test_commands_that_are_named_exist():
    named = set(re.findall(r"-m screening ([a-z]+)", ALL))
    assert {"check", "fingerprint", "key", "keys", "outage", "rotate"} <= named
    assert named <= set(main.commands)


def test_words_of_make_that_are_named_exist():
    words = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)`", ALL)) <= words


def test_the_page_installs_every_file_of_systemd_and_nginx():
    for pattern in ("deploy/*.service", "deploy/*.timer", "deploy/nginx.conf", "deploy/kubernetes.yaml"):
        assert pattern in PAGE
        assert list(ROOT.glob(pattern))


@pytest.mark.parametrize("unit", ["check-in@.service", "check-in-keys.service"])
def test_places_of_the_units_are_those_that_the_page_makes(unit):
    text = (ROOT / "deploy" / unit).read_text(encoding="utf-8")
    for place in re.findall(r"/srv/check-in/current|/etc/check-in\.env|/run/check-in-keys/keys", text):
        assert place in PAGE
    assert set(re.findall(r"^User=(.*)", text, re.MULTILINE)) == {"check-in"}
    assert "adduser --system --group --no-create-home check-in" in PAGE


def test_links_inside_the_page_lead_somewhere():
    headings = {
        re.sub(r"[^a-z -]", "", line.lower()).replace(" ", "-")
        for line in re.findall(r"^#+ (.*)", PAGE, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= headings
