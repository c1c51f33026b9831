"""Bytes on the wire: whole visits, request by request, as a browser without script makes them."""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from bench.production import HOST
from bench.requests import TOKEN
from bench.visits import most
from screening.content import load
from screening.journey import walk
from screening.settings import ROOT

if TYPE_CHECKING:
    from screening.questionnaire import Question

PART = re.compile(
    r'(?:href|src)="(/static/[^"#]+)|(?:<link|<script|<img|<use)[^>]*(?:href|src)="(https?://[^"]+)'
)
COOKIE = re.compile(r"^set-cookie: ([^;]+)", re.IGNORECASE | re.MULTILINE)
PLACE = re.compile(r"^location: (\S+)", re.IGNORECASE | re.MULTILINE)
BROWSER = (  # what a browser says of itself, in this order
    "Connection: close\r\nUpgrade-Insecure-Requests: 1\r\n"
    "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36\r\n"
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8\r\n"
    "Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-User: ?1\r\nSec-Fetch-Dest: document\r\n"
    "Accept-Encoding: gzip, deflate, br, zstd\r\nAccept-Language: en-US,en;q=0.9\r\n"
)


class Step(NamedTuple):
    """A page with what it brings, or a form with its redirect: requests, and bytes each way."""

    name: str
    requests: int
    up: int
    down: int


@dataclass
class Browser:
    """A browser that keeps its cookie and its static files, and counts."""

    port: int
    cookie: str = ""
    kept: set[str] = field(default_factory=set)
    elsewhere: set[str] = field(default_factory=set)

    def open(self, path: str, name: str, form: str = "") -> tuple[Step, str]:
        """Return what a page costs, with the files it needs that are not kept yet; and its text."""
        sent, text = self._exchange(path, form)
        requests, up, down = 1, sent, len(text)
        for own, foreign in PART.findall(text):
            self.elsewhere |= {foreign} - {""}
            if own and own not in self.kept:
                self.kept.add(own)
                more, file = self._exchange(own)
                requests, up, down = requests + 1, up + more, down + len(file)
        return Step(name, requests, up, down), text

    def _exchange(self, path: str, form: str = "") -> tuple[int, str]:
        head = f"{'POST' if form else 'GET'} {path} HTTP/1.1\r\nHost: {HOST}\r\n{BROWSER}"
        head += f"Cookie: {self.cookie}\r\n" if self.cookie else ""
        if form:
            head += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(form)}\r\n"
        sent = f"{head}\r\n{form}".encode()
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as connection:
            connection.sendall(sent)
            text = connection.makefile("rb").read().decode("latin-1")  # one character a byte
        if found := COOKIE.search(text):
            self.cookie = found[1]
        return len(sent), text


def visit(port: int, route: str) -> tuple[list[Step], set[str]]:
    """Return the steps of a visit that answers most, from the start page to the results; and other hosts met."""
    questionnaires, browser = load(ROOT).questionnaires, Browser(port)
    steps = [browser.open("/", "start")[0]]
    given: dict[str, frozenset[str]] = {}
    while asked := walk(questionnaires, given).next:
        chosen = frozenset({route}) if not given else most(asked)
        steps += answered(browser, asked, chosen)
        given[asked.id] = chosen
    return [*steps, browser.open("/results", "results")[0]], browser.elsewhere


def answered(browser: Browser, asked: Question, chosen: frozenset[str]) -> list[Step]:
    """Return the steps of one question: the look, the form with its redirect, and a safety stop if there is one."""
    path = f"/questions/{asked.id}"
    look, text = browser.open(path, "question")
    if COOKIE.search(text):  # the first question, and one that follows a safety stop
        look = look._replace(name="question with a cookie")
    fields = [("csrf_token", TOKEN.search(text)[1]), *(("answer", option) for option in sorted(chosen))]
    sent, text = browser.open(path, "answer", urlencode(fields))
    place = PLACE.search(text)[1]
    return [look, sent, *([browser.open(place, "stop")[0]] if place == "/now" else [])]
