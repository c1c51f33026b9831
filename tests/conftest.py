"""A visitor to act with, the real content, and copies of it to spoil."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from cryptography.fernet import Fernet
from hypothesis import settings as hypothesis_settings
from pages import Page
from werkzeug.test import EnvironBuilder, run_wsgi_app

from screening import create_app
from screening.content import load
from screening.packing import packed
from screening.settings import ROOT, Settings

if TYPE_CHECKING:
    from pathlib import Path

pytest_plugins = ["lasting", "reporting", "small", "speed", "outages", "commands", "counselors"]
hypothesis_settings.register_profile("check-in", deadline=None, derandomize=True, print_blob=True)
hypothesis_settings.load_profile("check-in")

KEY = Fernet.generate_key().decode()
CONTENT = ("questions.yaml", "helplines.yaml", "education")
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@pytest.fixture(scope="session")
def content():
    return load(ROOT)


@pytest.fixture(scope="session")
def app():
    return create_app(Settings(keys=(KEY,)))


@pytest.fixture
def visitor(app):
    return Visitor(app)


@pytest.fixture
def folder(tmp_path):
    """A copy of the real content, free to be spoiled."""
    for name in CONTENT:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    return tmp_path


def spoil(folder: Path, name: str, old: str, new: str) -> int:
    """Replace one piece of a content file; return the line it stood on."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1, f"{name} does not hold {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def raw(app, path="/", *, drop=(), **environ):
    """Send a request as a server hands it on, without a client that would mend it."""
    builder = EnvironBuilder(method=environ.pop("method", "GET"))
    made = {name: value for name, value in builder.get_environ().items() if name not in drop}
    made["PATH_INFO"] = path
    body, status, headers = run_wsgi_app(app, made | environ)
    return int(status[:3]), headers, b"".join(body).decode()


class Visitor:
    """Somebody with a browser: goes to pages and answers questions, as a person would."""

    def __init__(self, app, **options):
        self.browser = app.test_client(**options)
        self.cookie_name = app.config["SESSION_COOKIE_NAME"]

    def see(self, address, **options):
        return self.browser.get(address, **options)

    def read(self, address):
        """Return the text of a page that must be there."""
        response = self.see(address)
        assert response.status_code == 200, (address, response.status_code, response.headers.get("Location"))
        return response.text

    def page(self, address):
        return Page(self.read(address))

    def token(self, address="/questions/who"):
        found = TOKEN.search(self.see(address).text)
        return found[1] if found else ""

    def send(self, question, *options, address=None, token=None, **more):
        """Send a form as the page does and return the response."""
        address = address or f"/questions/{question}"
        sent = {"answer": list(options), "csrf_token": self.token(address) if token is None else token}
        return self.browser.post(address, data=sent, **more)

    def answer(self, **answers):
        """Answer in order, `stopping="planning"` or `more=["extra"]`; return where the last one leads."""
        place = ""
        for question, options in answers.items():
            chosen = [options] if isinstance(options, str) else options
            response = self.send(question.replace("_", "-"), *chosen)
            assert response.status_code == 303, (question, options, response.status_code)
            place = response.headers["Location"]
            assert place != f"/questions/{question.replace('_', '-')}", "the answer was not taken"
        return place

    def walk(self, **answers):
        """Answer in order, press Continue on each safety stop, and return every address on the way."""
        trail = []
        for question, options in answers.items():
            trail.append(self.answer(**{question: options}))
            if trail[-1] == "/now":
                trail.append(self.page("/now").onward)
        return trail

    @property
    def cookie(self):
        return self.browser.get_cookie(self.cookie_name)

    def hold(self, journey):
        """Come with the cookie of somebody who has already given a journey's answers."""
        with self.browser.session_transaction() as session:
            session["answers"] = packed(journey.answers)


@pytest.fixture(scope="session")
def notice(content):
    """Find a notice of a route by its id."""
    return lambda name, route="me": next(
        each for each in content.questionnaires[route].notices if each.id == name
    )
