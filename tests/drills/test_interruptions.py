"""Servers that are killed, reloaded and replaced while visitors walk: nobody loses an answer."""

import pytest
from crowd import crowd, rounds
from production import screening

ENOUGH = 3_000  # requests


@pytest.mark.short
@pytest.mark.usefixtures("calm")
def test_workers_are_killed_and_no_answer_is_lost(stack, tell):
    with crowd(stack.connect) as visitors:
        kills = rounds(visitors, stack.kill_a_worker, pause=2, least=6)
    met = visitors.tally
    tell(f"{kills} kills, {met}: {met.failed}")
    assert met.lost == []
    assert len(met.failed) <= kills / 6
    assert 502 not in met.failed
    assert met.visits >= len(visitors.threads)


@pytest.mark.parametrize(
    ("act", "pause", "least"),
    [pytest.param("reload", 2, 6, marks=pytest.mark.short), ("replace", 1, 4)],
    ids=["reloaded", "replaced one after the other"],
)
def test_no_request_fails_while_servers_change(stack, tell, act, pause, least):
    with crowd(stack.connect) as visitors:
        times = rounds(visitors, getattr(stack, act), pause=pause, least=least, requests=ENOUGH)
    tell(f"{times} times, {visitors.tally}")
    assert (visitors.tally.failed, visitors.tally.lost) == ([], [])
    assert visitors.tally.asked >= ENOUGH


def test_keys_are_turned_over_and_no_answer_is_lost(stack, settings, tell):
    def turn(_):
        screening("rotate", settings["SCREENING_KEYS_FILE"])
        for instance in stack.instances:
            instance.reload()

    with crowd(stack.connect) as visitors:
        turns = rounds(visitors, turn, pause=1, least=4)
    tell(f"{turns} turns, {visitors.tally}")
    assert (visitors.tally.failed, visitors.tally.lost) == ([], [])
    assert visitors.tally.visits >= len(visitors.threads)
