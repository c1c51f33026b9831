"""What a clinician reads and prints to sign: both routes side by side, and no question cut in two."""

import re
from contextlib import closing
from unicodedata import normalize

import pytest
from reflow import NARROW, WIDE
from test_print import leaves

from screening.preview import preview
from screening.settings import ROOT

MARGINS, INCH = 1, 96  # inches, both sides together; pixels
PAPERS = {"A4": (8.27, 11.69), "Letter": (8.5, 11), "A4 on its side": (11.69, 8.27)}
HEIGHTS = "rows => rows.map((row) => row.getBoundingClientRect().height)"
PLACES = """all => all.map((sides) => [...sides.children].map((side) => side.getBoundingClientRect()))
    .map(([one, other]) => ({ beside: one.top === other.top, below: one.left === other.left }))"""


@pytest.fixture(scope="module")
def document(browser):
    with closing(browser.new_context()) as context:
        page = context.new_page()
        page.set_content(preview(ROOT))
        yield page


def letters(text):
    # A PDF keeps neither spaces nor signs as they were, and draws some letters as one.
    return re.sub(r"\W", "", normalize("NFKC", text))


@pytest.fixture(params=PAPERS)
def paper(document, request):
    """Lay the document out as it is printed on a paper, and return the paper's size in inches."""
    width, height = PAPERS[request.param]
    document.emulate_media(media="print")
    document.set_viewport_size({"width": round((width - MARGINS) * INCH), "height": 600})
    yield width, height
    document.emulate_media(media="screen")


def test_no_question_notice_or_action_that_fits_on_a_page_is_cut(document, paper):
    width, height = paper
    rows = document.locator(".row")
    heights = rows.evaluate_all(HEIGHTS)
    fits = [
        letters(text)
        for text, tall in zip(rows.all_inner_texts(), heights, strict=True)
        if tall < (height - MARGINS) * INCH
    ]
    _, texts = leaves(document, width=f"{width}in", height=f"{height}in")
    pages = [letters(text) for text in texts]
    assert [row for row in fits if not any(row in page for page in pages)] == []
    assert len(fits) > 50


def test_both_routes_stand_side_by_side_on_paper(document, paper):
    places = document.locator(".sides").evaluate_all(PLACES)
    assert {place["beside"] for place in places} == {True}


@pytest.mark.parametrize(("size", "way"), [(WIDE, "beside"), (NARROW, "below")])
def test_both_routes_stand_side_by_side_on_a_screen_that_is_wide_enough(site, page, size, way):
    page.set_viewport_size(size)
    page.goto(f"{site.address}/about/questions")
    places = page.locator(".sides").evaluate_all(PLACES)
    assert {place[way] for place in places} == {True}
