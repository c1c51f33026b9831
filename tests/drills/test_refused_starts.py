"""A server whose keys are not those of its sibling is refused at its start, and visits go on without it."""

import random
import time

import pytest
from lines import Line, address
from production import BOUND, Instance, screening
from visitors import Tally, Visitor

from screening import keys

pytestmark = pytest.mark.short
IN_TIME = 2  # seconds
WRONG = {
    "no keys": {"SCREENING_KEYS_FILE": ""},
    "keys that are none": {"SCREENING_KEYS_FILE": "", "SCREENING_KEYS": "no key"},
    "a file that is not there": {"SCREENING_KEYS_FILE": "/nowhere/keys"},
    "no key of the forms": {"SCREENING_CSRF_KEY": ""},
    "a short key of the forms": {"SCREENING_CSRF_KEY": "short"},
}


def refused(instance):
    """Start what must not start; return how it ended, after how many seconds, and the lines it left."""
    start = time.monotonic()
    instance.launch()
    try:
        code = instance.process.wait(BOUND)
    finally:
        instance.process.kill()
    return code, time.monotonic() - start, instance.log.read_text().splitlines()


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_wrong_key_stops_the_start_with_one_line(calm, settings, tmp_path, tell, wrong):
    code, took, lines = refused(Instance("a", tmp_path, settings | wrong))
    tell(f"{took:.1f} s, exit {code}: {' / '.join(lines)}")
    assert (code != 0, len(lines)) == (True, 1)
    assert "SCREENING_" in lines[0]
    calm()
    assert took < IN_TIME


def test_another_key_than_the_sibling_has_stops_the_start_where_keys_are_named(
    calm, settings, tmp_path, tell
):
    named = settings | {"SCREENING_KEYS_NAME": screening("keys", environ=settings)}
    other = {"SCREENING_KEYS_FILE": "", "SCREENING_KEYS": keys.make()}
    code, took, lines = refused(Instance("a", tmp_path, named | other))
    tell(f"{took:.1f} s, exit {code}: {' / '.join(lines)}")
    assert (code != 0, len(lines)) == (True, 1)
    calm()
    assert took < IN_TIME

    good = Instance("a", tmp_path, named)
    good.start()
    good.stop()


def test_visits_go_on_while_one_server_is_refused(stack, settings):
    whole, tally = stack.instances[0], Tally()
    wrong = Instance("a", stack.folder, settings | {"SCREENING_KEYS_FILE": "", "SCREENING_KEYS": "no key"})
    whole.stop()
    wrong.launch()
    Visitor(Line(stack.connect(address())), random.Random(0), tally).visit("me")  # noqa: S311 - no secret
    assert wrong.process.wait(BOUND) != 0
    whole.start()
    assert (tally.visits, tally.failed, tally.lost) == (1, [], [])
