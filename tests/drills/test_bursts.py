"""Somebody who asks for too much at once is told to wait, with the numbers to call; nobody else notices."""

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from lines import Line, address
from provoking import burst
from served import differing
from visitors import Tally, Visitor


def from_one_address(stack):
    source = address()
    return lambda: stack.connect(source)


def test_a_burst_from_one_address_is_turned_away_while_another_address_walks(stack, tell):
    tally = Tally()
    walker = Visitor(Line(stack.connect(address())), random.Random(0), tally)  # noqa: S311 - no secret
    with ThreadPoolExecutor(1) as pool:
        walking = pool.submit(walker.visit, "me")
        replies = burst(from_one_address(stack), "/help")
        walking.result()
    statuses = Counter(reply.status for reply in replies)
    tell(f"{dict(statuses)} for the burst; the other address: {tally}")
    assert set(statuses) == {200, 429}
    assert (tally.visits, tally.failed, tally.lost) == (1, [], [])


def test_whoever_is_turned_away_is_still_told_whom_to_call(stack, outage_page):
    turned_away = next(reply for reply in burst(from_one_address(stack), "/help") if reply.status == 429)
    assert {"tel:911", "tel:988"} <= {*turned_away.text.split('"')}
    assert differing(turned_away.headers, outage_page.headers) == {}
