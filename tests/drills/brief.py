"""A program of brief visits, each from the start page to the results, to an application of its own.

Give it how many. It says how many requests each takes and, after each tenth of them, how much memory is
taken, in kilobytes.
"""

import io
import re
import sys
from pathlib import Path
from urllib.parse import urlencode

from lines import NAME, TOKEN
from werkzeug.test import create_environ

from app import app

ANSWERS = {"who": "me", "now": "none", "taking": "as-prescribed"}
EXPECTED = ["200", "200", *["303"] * len(ANSWERS), "200", "303"]  # start, first question; results, leaving
PLAIN = create_environ(base_url=f"https://{NAME}/")
PRIVATE = re.compile(r"^Private_(?:Clean|Dirty): +(\d+) kB", re.MULTILINE)
TENTHS = 10


class Brief:
    """Somebody who comes without a browser: asks as a server hands a request on, which takes least time."""

    cookie = ""

    def ask(self, path, form=None):
        """Return the status of the answer, and its text."""
        body = urlencode(form).encode() if form else b""
        method, kind = ("POST", "application/x-www-form-urlencoded") if form else ("GET", "")
        asked = {
            "PATH_INFO": path,
            "REQUEST_METHOD": method,
            "CONTENT_TYPE": kind,
            "HTTP_COOKIE": self.cookie,
        }
        began = []
        parts = app(
            {**PLAIN, **asked, "CONTENT_LENGTH": str(len(body)), "wsgi.input": io.BytesIO(body)},
            lambda status, headers, _=None: began.extend([status, headers]),
        )
        text = b"".join(parts).decode()
        parts.close()
        for name, value in began[1]:
            if name == "Set-Cookie":
                self.cookie = value.partition(";")[0]
        return began[0][:3], text

    def visit(self):
        start, (first, page) = self.ask("/")[0], self.ask("/questions/who")
        forms = (
            (name, {"answer": given, "csrf_token": TOKEN.search(page)[1]}) for name, given in ANSWERS.items()
        )
        sent = [self.ask(f"/questions/{name}", form)[0] for name, form in forms]
        return [start, first, *sent, self.ask("/results")[0], self.ask("/leave")[0]]


def memory():
    """Return what only this process takes: what it shares with others is theirs too."""
    return sum(map(int, PRIVATE.findall(Path("/proc/self/smaps_rollup").read_text())))


def main(visits):
    print(len(EXPECTED))  # noqa: T201 - a program that speaks
    for _ in range(TENTHS):
        for _ in range(visits // TENTHS):
            assert Brief().visit() == EXPECTED
        print(memory(), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]))
