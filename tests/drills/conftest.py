"""The stack that drills are held on, and what they need of the machine."""

import shutil
import time
from pathlib import Path

import pytest
from lines import ORIGIN
from production import WORKERS, screening
from proxy import running

CALM, IDLE, PATIENCE = 0.6, 3, 20  # of the processors; a place in /proc/stat; seconds
SETTINGS = {
    "WEB_CONCURRENCY": WORKERS,
    "SCREENING_CSRF_KEY": "only for drills, and long enough for one",
    "SCREENING_HTTPS": "on",
    "SCREENING_ORIGIN": ORIGIN,
    "SCREENING_OPERATOR": "A clinic",
    "SCREENING_CONTACT": "somebody@check.example",
}


def pytest_configure(config):
    config.addinivalue_line("markers", "short: what DRILL='-m short' holds alone")
    config.addinivalue_line("markers", "needs(*programs): what a drill takes besides nginx and openssl")


def pytest_collection_modifyitems(items):
    """Skip what this machine cannot do, and say how it could."""
    for item in items:
        named = (name for mark in item.iter_markers("needs") for name in mark.args)
        missing = [name for name in ("nginx", "openssl", *named) if not shutil.which(name)]
        if missing:
            why = f"there is no {' and no '.join(missing)}: on Debian, apt-get install {' '.join(missing)}"
            item.add_marker(pytest.mark.skip(reason=why))


@pytest.fixture(scope="session")
def settings(tmp_path_factory):
    """The environment of a server: the same keys for all, from a file as operators keep them."""
    keys = tmp_path_factory.mktemp("keys") / "keys"
    screening("rotate", keys)
    return SETTINGS | {"SCREENING_KEYS_FILE": keys}


@pytest.fixture(scope="session")
def stack(settings, tmp_path_factory):
    with running(tmp_path_factory.mktemp("stack"), [settings, settings]) as stack:
        yield stack


@pytest.fixture(scope="module")
def calm():
    """Wait until other programs leave the processors alone; return what skips the rest if they do not.

    What takes how long, on a machine that is busy with something else, says nothing: it is told, not judged.
    """
    end = time.monotonic() + PATIENCE
    while not (free := idle() > CALM) and time.monotonic() < end:
        pass

    def unless_busy():
        if not free:
            pytest.skip("the machine is busy with something else: all was judged but the time")

    return unless_busy


def idle():
    """Return how much of the processors was idle in a second, from 0 to 1."""
    before = ticks()
    time.sleep(1)
    spent = [now - then for now, then in zip(ticks(), before, strict=True)]
    return spent[IDLE] / sum(spent)


def ticks():
    return [int(word) for word in Path("/proc/stat").read_text().splitlines()[0].split()[1:]]


@pytest.fixture
def tell(record_property, request):
    """Tell the figures of a drill, by its name, at the end of the run."""
    name = request.node.name.removeprefix("test_").replace("_", " ")
    return lambda figures: record_property("measured", f"{name}: {figures}")
