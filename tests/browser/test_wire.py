"""What goes over the wire to a phone with a bad connection, headers counted: numbers printed and guarded."""

from collections import defaultdict
from urllib.parse import urlsplit

import pytest
import visits
from states import CONTENT, ROUTES

FIRST_VISIT, FIRST_REQUESTS = 14_000, 4  # bytes: what fits the first round trip
ROUNDS = 500  # questions to the browser until it has told everything
A_QUESTION, ALL_RESULTS = 8_000, 40_000


class Wire:
    """The bytes that a page's browser receives, by address; what it had kept costs nothing."""

    def __init__(self, page):
        self.bytes, self._addresses, self._pending = defaultdict(int), {}, set()
        self._devtools = page.context.new_cdp_session(page)
        self._devtools.send("Network.enable")
        self._devtools.on("Network.requestWillBeSent", self._ask)
        self._devtools.on("Network.loadingFinished", self._receive)
        self._devtools.on("Network.loadingFailed", lambda event: self._pending.discard(event["requestId"]))

    def _ask(self, event):
        if "redirectResponse" in event:
            self.bytes[self._addresses[event["requestId"]]] += event["redirectResponse"]["encodedDataLength"]
        self._addresses[event["requestId"]] = event["request"]["url"]
        self._pending.add(event["requestId"])

    def _receive(self, event):
        self._pending.discard(event["requestId"])
        if event["encodedDataLength"]:
            self.bytes[self._addresses[event["requestId"]]] += int(event["encodedDataLength"])

    def take(self):
        """Return the bytes received since the last time, by the last part of their address."""
        for _ in range(ROUNDS):
            if self._pending:  # a page is shown before all that was received is told
                self._devtools.send("Network.enable")
        assert not self._pending
        taken, self.bytes = self.bytes, defaultdict(int)
        return {urlsplit(address).path.lstrip("/"): size for address, size in taken.items()}


@pytest.fixture
def wire(page):
    return Wire(page)


def test_a_first_visit_is_four_small_requests(site, page, wire, record_property):
    page.goto(site.address)
    page.wait_for_load_state("networkidle")
    received = wire.take()
    tell(record_property, "first visit", received)
    assert set(received) == {"", "static/site.css", "static/site.js", "static/icon.svg"}
    assert len(received) <= FIRST_REQUESTS
    assert min(received.values()) > 0
    assert sum(received.values()) <= FIRST_VISIT


@pytest.mark.parametrize("route", ROUTES)
def test_any_question_of_a_visit_is_one_small_page(site, page, wire, record_property, route):
    page.goto(f"{site.address}/questions/who")
    sizes, answers = {}, 0
    for question in visits.full(CONTENT, {"who": frozenset({route})}).path:
        page.wait_for_url(f"**/questions/{question.id}")
        received = wire.take()
        sizes[question.id] = received.pop(f"questions/{question.id}")
        answers = max(answers, *received.values(), 0)
        page.check(f'input[value="{route if question.id == "who" else "prefer-not"}"]')
        page.click("main form button")
    del sizes["who"]  # it came with the style and the script, and its cookie
    tell(record_property, f"questions of the route {route}", sizes)
    record_property("measured", f"the answer to a question, with its cookie: {answers} bytes at most")
    assert max(sizes.values()) <= A_QUESTION


@pytest.mark.parametrize("route", ROUTES)
def test_the_fullest_results_are_small(site, page, wire, record_property, route):
    page.context.add_cookies([site.cookie(visits.everything(CONTENT, route).answers)])
    page.goto(f"{site.address}/answers")
    wire.take()
    page.goto(f"{site.address}/results")
    received = wire.take()
    drawn = page.evaluate("[...document.querySelectorAll('figure')].map(each => each.outerHTML).join('')")
    pictures = received["static/pictures.svg"] + len(drawn.encode())
    what = f"results of the route {route} with everything matched, {pictures} bytes of it pictures"
    tell(record_property, what, received)
    assert sum(received.values()) - pictures <= ALL_RESULTS


def test_drawings_and_style_come_compressed_and_pages_do_not(site, page):
    responses = []
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108 - playwright marks what it is given
    page.goto(f"{site.address}/learn/mixing")
    packed = {
        response.url.rpartition("/")[2].partition("?")[0]: response.headers.get("content-encoding")
        for response in responses
    }
    assert packed == {"mixing": None} | dict.fromkeys(
        ("site.css", "site.js", "icon.svg", "pictures.svg"), "br"
    )


def tell(record_property, what, sizes):
    largest = ", ".join(f"{name or '/'} {size}" for name, size in sizes.items())
    record_property("measured", f"{what}: {sum(sizes.values())} bytes at {len(sizes)} addresses ({largest})")
