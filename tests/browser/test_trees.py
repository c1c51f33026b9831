"""What a screen reader is given on every page, kept in `trees/` in words that a person has read.

After a change that is meant: `make trees`, then read the difference before it is committed.
"""

import re
from pathlib import Path

import pytest
from states import STATES

TREES = Path(__file__).parent / "trees"
KEPT = re.compile(
    r"page.*|error-.*|question-.*-empty|question-.*-(now|who)-error|question-.*-who-answered|question-(after|who)-.*"
    r"|stop-.*|naloxone-me|answers-.*|results-.*-(begun|everything)|notes-.*-full"
)
WITH_FURNITURE = STATES[0]  # the start page stands for the header and the footer of all
READ = [state for state in STATES if KEPT.fullmatch(state.name)]


def tree(page, state):
    part = page.locator("body" if state == WITH_FURNITURE else "main")
    changing = r"127\.0\.0\.1:\d+|\?v=[0-9a-f]+|(?<=fingerprint )([0-9a-f]{4} ?){3}"
    return re.sub(changing, "", part.aria_snapshot()) + "\n"


@pytest.mark.parametrize("state", READ, ids=lambda state: state.name)
def test_the_tree_is_the_one_that_was_read(site, page, state, request):
    site.open(page, state)
    path, now = TREES / f"{state.name}.yaml", tree(page, state)
    if request.config.getoption("--write-trees"):
        TREES.mkdir(exist_ok=True)
        path.write_text(now, encoding="utf-8")
    assert now == path.read_text(encoding="utf-8")


def test_no_tree_is_kept_of_a_page_that_is_gone():
    assert {path.stem for path in TREES.iterdir()} == {state.name for state in READ}
