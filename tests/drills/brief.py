"""A program of brief visits, each from the start page to the results, to an application of its own.

Give it how many. After each tenth of them it says how much memory it takes, in kilobytes.
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
REQUESTS = 3 + 2 * len(ANSWERS)  # of a visit: the start page, the questions, the results, and leaving
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
        statuses = [self.ask("/")[0]]
        for name, option in ANSWERS.items():
            status, text = self.ask(f"/questions/{name}")
            form = {"answer": option, "csrf_token": TOKEN.search(text)[1]}
            statuses += [status, self.ask(f"/questions/{name}", form)[0]]
        return [*statuses, self.ask("/results")[0], self.ask("/leave")[0]]


def memory():
    """Return what only this process takes: what it shares with others is theirs too."""
    return sum(map(int, PRIVATE.findall(Path("/proc/self/smaps_rollup").read_text())))


def main(visits):
    expected = ["200", *["200", "303"] * len(ANSWERS), "200", "303"]
    for _ in range(TENTHS):
        for _ in range(visits // TENTHS):
            assert Brief().visit() == expected
        print(memory(), flush=True)  # noqa: T201 - a program that speaks


if __name__ == "__main__":
    main(int(sys.argv[1]))
