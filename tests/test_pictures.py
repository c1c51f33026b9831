"""Every picture and sign that the content names is drawn, has its words, and rests on facts."""

import re
from typing import get_args
from xml.etree import ElementTree as ET

import pytest

from screening.pictures import Drawing, Sign
from screening.settings import ROOT

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = ["how-it-works", "dependence", "withdrawal", "mixing"]
BESIDE_HELPLINES = {"text", "web"}  # and `call`, which is a sign for actions, too


def symbols(name):
    root = ET.parse(ROOT / "static" / name).getroot()  # noqa: S314 - our own file
    return root, {symbol.attrib["id"]: symbol for symbol in root.iter(f"{SVG}symbol")}


def panels(content, route="me"):
    pictures = [section.picture for section in content.sections[route].values() if section.picture]
    return [panel for picture in pictures for panel in picture.panels]


def test_what_may_be_named_is_drawn_and_what_is_drawn_may_be_named():
    assert set(symbols("pictures.svg")[1]) == set(get_args(Drawing))
    assert set(symbols("signs.svg")[1]) == set(get_args(Sign)) | BESIDE_HELPLINES


@pytest.mark.parametrize("route", ["me", "loved-one"])
def test_every_drawing_is_shown_once_in_the_education(content, route):
    assert sorted(panel.drawing for panel in panels(content, route)) == sorted(get_args(Drawing))
    assert {name for name, section in content.sections[route].items() if section.picture} == set(DRAWN)


def test_every_sign_is_used(content):
    for kit in content.questionnaires.values():
        named = {each.sign for each in (*kit.notices, *kit.today, *content.sections["me"].values())}
        assert named == set(get_args(Sign))


@pytest.mark.parametrize("name", ["pictures.svg", "signs.svg"])
def test_a_file_of_drawings_says_what_it_is(name):
    root, drawn = symbols(name)
    assert root.find(f"{SVG}title").text
    assert root.find(f"{SVG}desc").text
    assert all(symbol.attrib["viewBox"] for symbol in drawn.values())


def test_drawings_use_the_colours_of_the_page_and_no_others():
    drawn = (ROOT / "static" / "pictures.svg").read_text(encoding="utf-8")
    theme = (ROOT / "static" / "theme.css").read_text(encoding="utf-8")
    for colour in re.findall(r'(?:fill|stroke)="([^"]+)"', drawn):
        token = re.fullmatch(r"var\((--[a-z-]+)\)", colour)
        assert colour == "none" or f"{token[1]}: #" in theme
    assert "<text" not in drawn, "words stand in the page, where they can grow and be translated"


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_has_a_title_a_description_and_a_sentence_that_says_the_same(visitor, content, name):
    page = visitor.page(f"/learn/{name}")
    for panel, drawn in zip(
        content.sections["me"][name].picture.panels, page.all("svg", "picture"), strict=True
    ):
        ids = [drawn.attrs[key] for key in ("aria-labelledby", "aria-describedby")]
        title, text = (
            next(each for each in page.elements if each.attrs.get("id") == wanted) for wanted in ids
        )
        assert (title.tag, title.text, text.tag, text.text) == (
            "strong",
            f"{panel.title}.",
            "desc",
            panel.description,
        )
        assert f"{panel.title}. {panel.says}" in page.texts("p", "picture")


def test_a_picture_names_only_facts_of_its_section(content):
    for section in content.sections["me"].values():
        if section.picture:
            assert {fact for panel in section.picture.panels for fact in panel.facts} <= set(section.facts)
