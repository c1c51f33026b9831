"""What a visit leaves on disk: no answer and no result in the browser's profile, however the visit ended."""

import gzip
import re
import shutil
import sqlite3
import zlib
from contextlib import closing
from typing import NamedTuple

import pytest
from acting import BEFORE, HEADINGS, LABELS, SECOND, by_link, label
from remembering import needs_memory, remembering
from states import CONTENT, given
from test_privacy import secrets

from screening.journey import walk

STOPPING = label("stopping", "running-low")
JOURNEY = walk(CONTENT.questionnaires, BEFORE | given(stopping="running-low", unwell="shaky"))
TOPICS = [CONTENT.sections["me"][name].title for name in JOURNEY.sections]
CHOSEN = [(name, option) for name, options in JOURNEY.answers.items() for option in options]
CHOICES = {f"{field}={option}" for name, option in CHOSEN for field in (name, "answer")}
CHOICES |= {"other-ways", "running-low", "shaky"}  # words that a browser has for nothing else
CHOICES |= {"[csrf_token answer "}  # what it keeps a half-filled form under
TOLD = {HEADINGS[1], *LABELS[:2], STOPPING, SECOND, *TOPICS, *(each.title for each in JOURNEY.notices)}
SECRETS = {HEADINGS[0], *TOLD, *CHOICES}
CONTROLS = ("It rains, and pours", "☔ It pours")  # Chromium stores the second as UTF-16
PACKED = "It is raining in a gzip stream"
STREAM = re.compile(rb"\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]")  # how a gzip or a zlib stream begins


class Way(NamedTuple):
    """How a visit went: whether the browser ran script, and the site was left."""

    script: bool
    leaves: bool


WAYS = {
    "left": Way(True, True),
    "closed in mid-visit": Way(True, False),
    "left, no script": Way(False, True),
    "closed in mid-visit, no script": Way(False, False),
}


def answer(page, *labels):
    for each in labels:
        page.get_by_label(each, exact=True).check()
    with page.expect_navigation():
        page.get_by_role("button", name="Continue").click()


def visit(page, way):
    page.goto("/")
    page.locator('main .actions a[href="/questions/who"]').click()
    for each in ("Me", "None of these", LABELS[0], LABELS[1], STOPPING):
        answer(page, each)
    page.locator("main .actions a").click()
    answer(page, SECOND, "Prefer not to answer")
    page.get_by_label("Prefer not to answer").uncheck()
    answer(page, SECOND)
    page.get_by_role("link", name="Finish here").click()
    page.get_by_role("link", name="See information for these answers").click()
    page.get_by_role("heading", name=HEADINGS[1]).wait_for()
    assert [each for each in TOLD if each not in page.locator("body").inner_text()] == []
    page.get_by_role("link", name="a sheet for the prescriber").click()
    page.get_by_role("heading", name="Notes for the appointment").wait_for()
    if way.leaves:
        by_link(page)
        page.wait_for_url("**/weather")


@pytest.fixture(scope="module")
def opened(site, browser_type, browser_type_launch_args):
    def open_profile(folder, **options):
        launch = browser_type.launch_persistent_context
        return closing(
            launch(folder, base_url=site.address, **remembering(browser_type_launch_args), **options)
        )

    return open_profile


@pytest.fixture(scope="module", params=WAYS.values(), ids=WAYS)
def profile(request, site, opened, tmp_path_factory):
    """The folder of a browser that was closed after a visit, with what the search must find put into it."""
    folder = tmp_path_factory.mktemp("profile")
    with opened(folder, java_script_enabled=request.param.script) as context:
        page = context.new_page()
        page.set_default_timeout(5_000)
        page.goto(f"{site.elsewhere}/before")
        page.evaluate("(controls) => controls.forEach((each) => localStorage.setItem(each, each))", CONTROLS)
        visit(page, request.param)
    (folder / "packed").write_bytes(b"before it " + gzip.compress(PACKED.encode()))
    return folder


def unpacked(data):
    for start in STREAM.finditer(data):
        try:
            yield zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(data[start.start() :])
        except zlib.error:
            continue


def found_in(folder, words):
    """Return the words that stand in any file, in either coding of Chromium, plain or packed."""
    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    kept = [data for file in files for data in (file, *unpacked(file))]
    codings = {word: (word.encode(), word.encode("utf-16-le")) for word in words}
    return {word for word, coded in codings.items() if any(each in data for each in coded for data in kept)}


def history(folder):
    with closing(sqlite3.connect(folder / "Default" / "History")) as database:
        return database.execute("SELECT url, title FROM urls").fetchall()


def test_the_profile_holds_no_answer_and_no_result(profile, site):
    to_find = {*CONTROLS, PACKED, f"{site.address}/static/"}
    assert found_in(profile, SECRETS | to_find) == to_find


@needs_memory
def test_no_address_and_no_title_in_the_history_tells_an_answer(profile, site, content):
    told = [f"{address.removeprefix(site.address)} {title}" for address, title in history(profile)]
    assert [each for each in told if each.startswith("/questions/stopping Question 5")]
    assert [each for each in told if secrets(content).search(each)] == []


@needs_memory
def test_whoever_follows_the_privacy_page_finds_every_entry_of_the_history(profile, site):
    page = site.app.test_client().get("/privacy").text
    names = re.findall("“(.+?)”", page[page.index('id="history"') : page.index("What we cannot hide")])
    titles = [title for address, title in history(profile) if address.startswith(site.address)]
    missed = {title for title in titles if not any(name in title for name in (*names, "clonazepam"))}
    assert len(titles) > 9
    assert missed <= {"Weather"}  # the page that was left has the name of the other site, but its own address
    assert "Or search the history for this site" in page


def test_the_cookie_is_gone_when_the_browser_is_opened_again(profile, opened, tmp_path):
    with opened(shutil.copytree(profile, tmp_path / "again")) as context:
        assert context.cookies() == []
