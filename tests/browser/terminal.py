"""The text browsers lynx and w3m on a screen that tests read: pexpect runs one, pyte draws what it writes."""

import os
import re
import time

import pytest

pexpect = pytest.importorskip("pexpect", reason="pexpect is missing: make test brings it")
pyte = pytest.importorskip("pyte", reason="pyte is missing: make test brings it")

ROWS, COLUMNS = 200, 160  # most pages fit on it whole, and no answer is broken in two; w3m takes no more rows
PATIENCE = 30  # seconds, for a machine that is busy with other tests
PLACES = 50  # to look for the same words
CANCEL = "\x07"
EMPTY, CHOSEN = ("( )", "[ ]"), ("(*)", "[*]", "[X]")


class TextBrowser:
    """A browser under a visitor's hands, with a home of its own and none of the user's settings."""

    name: str
    page: range  # the rows that show the page; on the next one the browser itself speaks
    search: tuple  # the key that asks for words to find, and how it asks
    goto: tuple  # the same for an address
    onward: str  # the key that goes on when the words were found in the wrong place
    tick: str  # the keys that choose an answer when the cursor has found its label

    def __init__(self, home, *words):
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.screen)
        self.lines = [""] * ROWS
        self.row = 0  # where on the page the cursor was last
        own = dict.fromkeys(("HOME", "TMPDIR", "LYNX_TEMP_SPACE"), str(home))
        env = {"PATH": os.environ["PATH"], "TERM": "linux", "LC_ALL": "C.UTF-8", **own}
        self.child = pexpect.spawn(self.name, list(words), env=env, dimensions=(ROWS, COLUMNS))
        self.child.delaybeforesend = None

    def close(self):
        self.child.close(force=True)

    @property
    def text(self):
        """What can be read of the page, as one line."""
        return " ".join(" ".join(self.lines[row] for row in self.page).split())

    def press(self, keys):
        self.child.send(keys)

    def wait_for(self, text):
        self._wait(lambda: text in self.text, text)

    def follow(self, words):
        """Go to a link or a button, and press it."""
        self.wait_for(words)
        self._find(words, lambda line: words in line)
        self.press("\r")

    def choose(self, label):
        """Choose an answer, unless the browser has already chosen it."""
        empty, chosen = ({f"{box} {label}" for box in boxes} for boxes in (EMPTY, CHOSEN))
        lines, _ = self._look()
        if chosen.isdisjoint(lines):
            self._find(label, lambda line: line in empty)
            self.press(self.tick)
        self._wait(lambda: not chosen.isdisjoint(self.lines), f"{label}, chosen")

    def open(self, address):
        self._ask(self.goto, f"{address}\r")

    def _find(self, words, fits):
        """Search until the cursor is on a line that fits: the words may stand in other places too."""
        self._ask(self.search, f"{words}\r")
        for _ in range(PLACES):
            lines, row = self._look()
            if fits(lines[row]):
                return
            self.press(self.onward)
        self._fail(f"{words}, where it was looked for")

    def _look(self):
        """Return the lines of the page, and the row with the cursor, once all is drawn."""
        return self._ask(self.search, CANCEL)

    def _ask(self, question, answer):
        """Let the browser ask, which it does when all is drawn; answer, and return what was to be seen."""
        key, words = question
        self.press(key)
        self._wait(lambda: self.lines[self.page.stop] == words, words)
        seen = list(self.lines), self.row
        self.press(answer)
        self._wait(lambda: self.lines[self.page.stop] != words, f"an end of {words}")
        return seen

    def _wait(self, reached, wanted):
        until = time.monotonic() + PATIENCE
        while not reached():
            try:
                self._draw(self.child.read_nonblocking(65536, timeout=max(until - time.monotonic(), 0)))
            except (pexpect.TIMEOUT, pexpect.EOF):
                self._fail(wanted)

    def _draw(self, written):
        for piece in re.split(rb"(?=\x1b)", written):
            self.stream.feed(piece)
            if self.screen.cursor.y in self.page:
                self.row = self.screen.cursor.y
        for row in self.screen.dirty:
            cells = self.screen.buffer[row]
            self.lines[row] = "".join(cells[column].data for column in range(COLUMNS)).strip()
        self.screen.dirty.clear()

    def _fail(self, wanted):
        shown = "\n".join(filter(None, self.lines))
        raise AssertionError(f"{self.name} does not show {wanted}:\n{shown}") from None


class Lynx(TextBrowser):
    name, page, tick = "lynx", range(1, ROWS - 3), "\r"
    search, goto = ("/", "Enter a whereis query:"), ("g", "URL to open:")
    onward = "\t"  # to the next link: where no link is, Lynx finds the same words for ever
    settings = (
        *("INFOSECS:0", "MESSAGESECS:0", "ALERTSECS:0"),  # no rest after each message of its own
        *("PARTIAL:FALSE", "ACCEPT_ALL_COOKIES:TRUE", "CHARACTER_SET:utf-8"),
    )

    def __init__(self, home, address):
        settings = home / "lynx.cfg"
        settings.write_text("\n".join(self.settings), encoding="ascii")
        super().__init__(home, f"-cfg={settings}", "-nonumbers", "-show_cursor", address)


class W3m(TextBrowser):
    name, page, onward = "w3m", range(ROWS - 1), "n"
    search, goto = ("/", "Forward:"), ("U", "Goto URL:")
    tick = "\x1b\t\r"  # from the label back to its box
    settings = "-config /dev/null -cookie -no-proxy -o accept_cookie=1 -o wrap_search=1 -o default_url=0"

    def __init__(self, home, address):
        super().__init__(home, *self.settings.split(), address)
