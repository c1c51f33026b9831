"""The page of every question as one document that stands alone, to be printed and signed."""

import re
from collections import Counter
from html import unescape

import pytest
from click.testing import CliRunner
from conftest import Visitor, spoil
from pages import Page

import screening.__main__ as command_line
from screening import create_app
from screening.preview import preview
from screening.settings import ROOT, Settings

FINGERPRINT = re.compile(r"fingerprint ([0-9a-f ]{14})")


@pytest.fixture(scope="module")
def document():
    return preview(ROOT)


def run(*words):
    return CliRunner().invoke(command_line.main, ["preview", *words])


def test_the_document_stands_alone(document):
    assert document.startswith("<!doctype html>")
    assert re.findall(r"src=|<link|<script|<form|<nav|@import|url\(", document) == []
    assert [
        each for each in re.findall(r'href="([^"]*)"', document) if not each.startswith(("tel:", "sms:", "#"))
    ] == []


def test_the_document_brings_its_style(document, visitor):
    (style,) = re.findall("<style>(.*)</style>", document, re.DOTALL)
    assert style == "\n".join(visitor.read(f"/static/{name}") for name in ("site.css", "preview.css"))


def test_the_document_has_all_that_the_page_has(document, visitor):
    for tag in ("h3", "h4", "li", "dt", "dd"):
        kept = Counter(Page(document).texts(tag))
        assert not Counter(visitor.page("/about/questions").texts(tag)) - kept, tag


def test_the_document_has_every_topic_in_full(document, content):
    (words,) = Page(document).texts("main")
    for route, sections in content.sections.items():
        for section in sections.values():
            for text in (section.lead, section.rest, section.title, section.today):
                for part in re.split(r"<[^>]+>|\{[^}]*\}", str(text)):
                    assert " ".join(unescape(part).split()) in words, (route, section.id)


def test_the_document_ends_with_a_line_to_sign(document, content):
    (words,) = Page(document).texts("main")
    assert words.endswith(f"with the content fingerprint {content.fingerprint}. Name Date")


def test_the_fingerprint_is_the_same_wherever_it_is_shown(document, visitor, content):
    for page in (document, visitor.read("/about"), visitor.read("/about/questions")):
        assert set(FINGERPRINT.findall(Page(page).texts("main")[0])) == {content.fingerprint}


def test_another_text_is_shown_with_another_fingerprint(folder, content):
    spoil(folder, "questions.yaml", "ask: Who is this about?", "ask: Who is it about?")
    visitor = Visitor(create_app(Settings(content=folder)))
    shown = {
        name: Page(page).texts("main")[0]
        for name, page in {
            "about": visitor.read("/about"),
            "page": visitor.read("/about/questions"),
            "document": preview(folder),
        }.items()
    }
    (fingerprint,) = {each for text in shown.values() for each in FINGERPRINT.findall(text)}
    assert fingerprint != content.fingerprint
    assert "Who is it about?" in shown["document"]


def test_the_command_prints_the_document(folder, document):
    result = run(str(folder))
    assert (result.exit_code, result.output) == (0, document)


def test_the_command_writes_the_document_to_a_file(folder, document, tmp_path):
    result = run(str(folder), "--output", str(tmp_path / "preview.html"))
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "preview.html").read_text(encoding="utf-8") == document


def test_bad_content_gives_its_problems_and_writes_nothing(folder, tmp_path):
    line = spoil(folder, "questions.yaml", "opens: [family]}", "opens: [nothing]}")
    result = run(str(folder), "--output", str(tmp_path / "preview.html"))
    assert result.exit_code == 1
    assert f"questions.yaml:{line}:" in result.output
    assert not (tmp_path / "preview.html").exists()
