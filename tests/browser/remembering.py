"""A full Chromium: it keeps whole pages for its Back button, and a history on disk."""

import os
import shutil
from contextlib import closing

import pytest

NAMES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def installed(*names):
    """Return the path of the first of these programs that is there; nothing if none is."""
    return next(filter(None, map(shutil.which, names)), "")


FULL = installed(os.environ.get("CHROMIUM", ""), *NAMES)
NO_MEMORY = "the headless shell keeps no pages and no history: apt-get install chromium"
NO_NAMES = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"  # a full browser would call home
needs_memory = pytest.mark.skipif(not FULL or "headless-shell" in FULL, reason=NO_MEMORY)


def remembering(launch_args):
    """Return how to launch a browser that keeps whole pages for its Back button, if one is installed.

    Playwright turns that memory off, and the headless shell has none: it asks for every page again.
    """
    return {
        "executable_path": FULL or launch_args["executable_path"],
        "args": [*launch_args["args"], NO_NAMES],
        "ignore_default_args": ["--disable-back-forward-cache"],
    }


@pytest.fixture(scope="module")
def browser(browser_type, browser_type_launch_args):
    """Stand in for the browser of other tests, in a module that imports this one."""
    with closing(browser_type.launch(**remembering(browser_type_launch_args))) as opened:
        yield opened
