"""A real browser, the check-in behind a real server, and somewhere neutral to leave to."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from conftest import KEY
from counselors import ORIGIN
from remembering import NAMES, installed
from server import served
from states import ACTS

from screening import create_app
from screening.packing import packed
from screening.settings import Settings

if TYPE_CHECKING:
    from flask import Flask

HERE = Path(__file__).parent
SAVED = HERE.parent.parent / "build" / "pages"  # what the HTML checker reads
CALM = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
CALM += ["--disable-component-update", "--disable-sync"]
PATIENCE = 5_000  # milliseconds


def chromium():
    """Return the browser for most tests: the one that was named, or the lightest that is installed."""
    return os.environ.get("CHROMIUM") or installed("chromium-headless-shell", *NAMES)


class Site(NamedTuple):
    """The check-in and the neutral site, each at its address on this machine."""

    address: str
    elsewhere: str
    app: Flask

    def cookie(self, answers, referral=""):
        """Return the cookie of somebody who has given these answers, and who came by a referral's link."""
        client = self.app.test_client()
        with client.session_transaction() as session:
            session.update(answers=packed(answers), referral=referral)
        name = self.app.config["SESSION_COOKIE_NAME"]
        return {"name": name, "value": client.get_cookie(name).value, "url": self.address}

    def open(self, page, state):
        """Bring a page into a state, and return the response that it came with."""
        if state.answers or state.broken:
            cookie = self.cookie(state.answers, state.referral)
            page.context.add_cookies([cookie | {"value": "broken"} if state.broken else cookie])
        response = page.goto(self.address + state.address)
        if state.act:
            with page.expect_navigation() as moved:
                ACTS[state.act](page)
            response = moved.value
        return response


def weather(_, start_response):
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
    return [b"<!doctype html><html lang=en><title>Weather</title><h1>Weather</h1>"]


@pytest.fixture(scope="session")
def site(counseled):
    with served(weather) as elsewhere:
        settings = Settings(keys=(KEY,), content=counseled, origin=ORIGIN, leave_to=f"{elsewhere}/weather")
        app = create_app(settings)
        app.add_url_rule("/crash", "crash", lambda: 1 / 0)
        with served(app) as address:
            yield Site(address, elsewhere, app)


@pytest.fixture(scope="session")
def base_url(site):
    return site.address


@pytest.fixture(scope="session")
def browser_type_launch_args():
    return {"executable_path": chromium(), "args": CALM}


@pytest.fixture
def page(page):
    page.set_default_timeout(PATIENCE)
    return page


@pytest.fixture(scope="session")
def saved():
    SAVED.mkdir(parents=True, exist_ok=True)
    return SAVED


def pytest_collection_modifyitems(config, items):
    """Skip what has no browser to run in, and say how to get one."""
    if chromium() and config.pluginmanager.hasplugin("playwright"):
        return
    why = "no browser: install Chromium or Chrome, on Debian by apt-get install chromium-headless-shell"
    for item in items:
        if HERE in item.path.parents and "text_browsers" not in item.path.name:
            item.add_marker(pytest.mark.skip(reason=why))
