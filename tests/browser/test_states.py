"""Every state of every page: no fault that axe finds, nothing cut off, nothing said in the console."""

from contextlib import closing

import axe
import pytest
from reflow import LARGER, NARROW, SPACING, WIDE, ZOOMED, lost
from states import STATES

MODES = {
    "light and wide": (WIDE, {"color_scheme": "light", "forced_colors": "none"}),
    "dark and narrow": (NARROW, {"color_scheme": "dark", "forced_colors": "none"}),
    "forced colors, narrow": (NARROW, {"color_scheme": "light", "forced_colors": "active"}),
}
OWN_STATUS = "Failed to load resource: the server responded with a status of"  # Chromium, of a page with 4xx


class Shown:
    """A page in a state, and what the browser said and asked for on the way there."""

    def __init__(self, site, page, state):
        self.page, self.state = page, state
        self.said, self.asked = [], []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("requestfailed", lambda request: self.said.append(f"{request.url} {request.failure}"))
        self.response = site.open(page, state)


@pytest.fixture(scope="module", params=STATES, ids=lambda state: state.name)
def shown(browser, site, saved, request):
    with closing(browser.new_context()) as context:
        page = context.new_page()
        page.set_default_timeout(5_000)
        now = Shown(site, page, request.param)
        (saved / f"{now.state.name}.html").write_text(now.response.text(), encoding="utf-8")
        yield now


def test_the_browser_has_nothing_to_say_and_asks_nobody_else(shown, site):
    said = list(shown.said)
    if shown.response.status >= 400:
        said.remove(next(text for text in said if text.startswith(OWN_STATUS)))
    assert said == []
    assert {address.startswith(f"{site.address}/") for address in shown.asked} == {True}
    assert shown.response.headers.get("content-encoding") is None


def test_axe_finds_no_fault(shown):
    axe.bring(shown.page)
    for mode, (size, media) in MODES.items():
        shown.page.set_viewport_size(size)
        shown.page.emulate_media(**media)
        assert axe.faults(shown.page) == [], mode


def test_how_many_states_axe_has_seen_is_told(record_property):
    record_property("measured", f"axe: {len(STATES)} states, each in {len(MODES)} modes: {', '.join(MODES)}")
    assert len(STATES) > 150


def test_nothing_is_cut_off_however_it_is_read(shown):
    shown.page.emulate_media(color_scheme="light", forced_colors="none")
    for size, css in ((NARROW, ""), (NARROW, SPACING), (ZOOMED, ""), (ZOOMED, LARGER), (WIDE, LARGER)):
        shown.page.set_viewport_size(size)
        assert lost(shown.page, css) == [], (size, css)
