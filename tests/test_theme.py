"""The colours can be read: every ink on every paper, in the light and in the dark scheme."""

import re

import pytest

from screening.settings import ROOT

THEME = (ROOT / "static" / "theme.css").read_text(encoding="utf-8")
STYLE = (ROOT / "static" / "style.css").read_text(encoding="utf-8")
PREVIEW = (ROOT / "static" / "preview.css").read_text(encoding="utf-8")
OUTAGE = (ROOT / "static" / "outage.css").read_text(encoding="utf-8")
COLOUR = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")
LIGHT, DARK = (dict(COLOUR.findall(part)) for part in THEME.split("@media (prefers-color-scheme: dark)"))

PAPERS = ("paper", "raised", "wash", "note", "danger-paper")
INKS = ("ink", "quiet", "link", "action", "danger")  # what text is written in, on any paper
EDGES = ("edge", "focus", "action", "danger")  # what must be seen, though it is no text
ON_COLOUR = {"on-action": "action", "danger-paper": "danger"}  # the words of buttons
FILLS = {"line", "sun", "soft"}  # never the only sign of anything
AAA, AA_EDGES = 7, 3


def luminance(colour):
    """Return the relative luminance of `#rrggbb`, as WCAG 2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first, second):
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_counted_as_the_guidelines_count_it():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("paper", PAPERS)
def test_every_ink_on_every_paper_meets_the_strictest_level(scheme, paper):
    faint = {ink: contrast(scheme[ink], scheme[paper]) for ink in INKS}
    assert not {ink: ratio for ink, ratio in faint.items() if ratio < AAA}


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("paper", PAPERS)
def test_every_edge_can_be_seen_on_every_paper(scheme, paper):
    faint = {edge: contrast(scheme[edge], scheme[paper]) for edge in EDGES}
    assert not {edge: ratio for edge, ratio in faint.items() if ratio < AA_EDGES}


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_words_of_buttons_can_be_read(scheme):
    for ink, paper in ON_COLOUR.items():
        assert contrast(scheme[ink], scheme[paper]) >= AAA


def test_a_colour_is_written_so_that_it_can_be_checked():
    written = re.findall(r"--[a-z-]+: (#[^;]*);", THEME)
    assert [colour for colour in written if not re.fullmatch("#[0-9a-f]{6}", colour)] == []
    assert len(written) == len(LIGHT) + len(DARK)


def test_every_colour_has_a_use_and_a_value_in_both_schemes():
    assert LIGHT.keys() == DARK.keys()
    assert LIGHT.keys() == {*PAPERS, *INKS, *EDGES, *ON_COLOUR, *FILLS}
    drawn = (ROOT / "static" / "pictures.svg").read_text(encoding="utf-8")
    used = set(re.findall(r"var\(--([a-z-]+)\)", STYLE + drawn))
    assert LIGHT.keys() <= used


def test_no_colour_stands_outside_the_theme_but_for_print():
    for sheet in (STYLE, PREVIEW, OUTAGE):
        screen = sheet.partition("/* 5. Print */")[0]
        assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(", screen)


def test_the_stylesheet_has_its_five_parts_in_order():
    parts = re.findall(r"/\* (\d)\. (\w+)", THEME + STYLE)
    assert parts == [("1", "Tokens"), ("2", "Elements"), ("3", "Layout"), ("4", "Parts"), ("5", "Print")]
    assert [part for part in re.findall(r"/\* (\d)\. (\w+)", PREVIEW) if part not in parts] == []
    assert "!important" not in STYLE + PREVIEW
