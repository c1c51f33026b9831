"""The page for outages in a browser, under the policy that the server in front sends with it."""

import axe
import pytest
from reflow import LARGER, NARROW, SPACING, WIDE, ZOOMED, lost
from server import served
from test_theme import DARK, LIGHT

SCHEMES = {"light": LIGHT, "dark": DARK}


@pytest.fixture
def shown(page, saved, outage_page):
    said = []
    (saved / "outage.html").write_text(outage_page.html, encoding="utf-8")
    headers = {name: value for name, value in outage_page.headers.items() if "Transport" not in name}

    def in_front(_, start_response):
        start_response("502 Bad Gateway", [("Content-Type", "text/html; charset=utf-8"), *headers.items()])
        return [outage_page.html.encode()]

    with served(in_front) as address:
        page.on("console", lambda message: said.append(message.text))
        page.goto(address)
        yield page, said


@pytest.mark.parametrize("scheme", SCHEMES)
def test_it_has_its_style_and_axe_finds_no_fault(shown, scheme):
    page, said = shown
    red, green, blue = bytes.fromhex(SCHEMES[scheme]["paper"][1:])
    axe.bring(page)
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        assert (
            page.evaluate("getComputedStyle(document.body).backgroundColor") == f"rgb({red}, {green}, {blue})"
        )
        assert axe.faults(page) == []
    assert [text for text in said if "502" not in text] == []


def test_nothing_of_it_is_cut_off_however_it_is_read(shown):
    page, _ = shown
    for size, css in ((NARROW, ""), (NARROW, SPACING), (ZOOMED, ""), (ZOOMED, LARGER), (WIDE, LARGER)):
        page.set_viewport_size(size)
        assert lost(page, css) == [], (size, css)


def test_what_opens_a_number_or_leaves_is_large_enough_to_touch(shown):
    page, _ = shown
    page.set_viewport_size(NARROW)
    boxes = [link.bounding_box() for link in page.locator("li a, header a").all()]
    assert len(boxes) == 4
    assert min(box["height"] for box in boxes) >= 44
