"""A crowd of visitors under way at the same time, each visit from an address of its own."""

import random
import threading
import time
from contextlib import contextmanager
from functools import reduce
from operator import add

from lines import Line, address
from visitors import ROUTES, Tally, Visitor

WALKERS = 8
LONGEST = 60  # seconds, on a machine that is too slow for what is wanted


class Crowd:
    """Visitors who walk one whole visit after the other until the crowd is told to go home."""

    def __init__(self, connect, walkers=WALKERS):
        self._connect, self._over = connect, threading.Event()
        self._tallies = [Tally() for _ in range(walkers)]
        self.threads = [
            threading.Thread(target=self._walk, args=(number, tally), daemon=True)
            for number, tally in enumerate(self._tallies)
        ]

    def _walk(self, number, tally):
        chance = random.Random(number)  # noqa: S311 - which answer is given is no secret
        while not self._over.is_set():
            line = Line(self._connect(address()))
            Visitor(line, chance, tally).visit(ROUTES[(number + tally.visits) % len(ROUTES)])

    @property
    def tally(self):
        return reduce(add, self._tallies)

    def go_home(self):
        self._over.set()
        for thread in self.threads:
            thread.join()


@contextmanager
def crowd(connect, walkers=WALKERS):
    under_way = Crowd(connect, walkers)
    for thread in under_way.threads:
        thread.start()
    try:
        yield under_way
    finally:
        under_way.go_home()


def rounds(under_way, act, *, pause, least, requests=0):
    """Act again and again with a pause between, until acts and requests are enough. Returns the acts done."""
    end, done = time.monotonic() + LONGEST, 0
    while time.monotonic() < end and (done < least or under_way.tally.asked < requests):
        time.sleep(pause)
        act(done)
        done += 1
    return done
