"""How long reading takes, beside other reading of the same run: a busy machine slows both."""

import time

import pytest

from screening.content import load
from screening.settings import ROOT

SOON = 12  # times what the whole real content takes; the slowest file there is takes two to four


def seconds(work):
    """Return the processor's seconds that some work takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


@pytest.fixture(scope="session")
def yardstick():
    """The seconds that reading the whole real content takes, but for the first time."""
    load(ROOT)
    return max(seconds(lambda: load(ROOT)) for _ in range(3))
