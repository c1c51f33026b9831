"""Whole visits through the production stack over HTTPS, as curl and a browser make them."""

import random
from contextlib import closing

import pytest
from curling import Curl
from lines import Line, address
from provoking import begin
from served import differing
from visitors import ROUTES, Tally, Visitor

from screening.headers import ALWAYS, HTTPS_ONLY

PAGES = ("/", "/help", "/learn/mixing", "/questions/who", "/nope")
pytestmark = pytest.mark.short
COOKIE = {"__Host-s": ("TRUE", "/")}


@pytest.mark.needs("curl")
@pytest.mark.parametrize("route", ROUTES)
def test_a_whole_visit_in_curl(stack, tmp_path, tell, route):
    curl, tally = Curl(stack.port, stack.authority, tmp_path), Tally()
    begin(curl, who=route)
    assert curl.cookies == COOKIE
    Visitor(curl, random.Random(route), tally).visit(route)  # noqa: S311 - which answer is given is no secret
    tell(tally)
    assert (tally.visits, tally.failed, tally.lost, curl.cookies) == (1, [], [], {})


def test_every_header_of_a_page_comes_once_through_nginx(stack, outage_page):
    with closing(Line(stack.connect(address()))) as line:
        replies = [line.ask(path) for path in PAGES]
        replies.append(line.ask("/questions/who", {"answer": "me", "csrf_token": replies[3].token}))
        replies.append(line.ask("/questions/who", {"answer": "nobody", "csrf_token": replies[3].token}))
        refused = line.ask("/questions/who", {"answer": "x" * 20_000})
        replies.append(line.ask("/leave"))
    wanted = ALWAYS | HTTPS_ONLY | {"Cache-Control": "no-store, max-age=0"}
    for reply in replies:
        assert differing(reply.headers, wanted) == {}
        assert "Content-Encoding" not in reply.headers
    assert differing(refused.headers, outage_page.headers) == {}
    assert "Content-Encoding" not in refused.headers
    assert {reply.status for reply in (*replies, refused)} == {200, 303, 404, 413, 422}
