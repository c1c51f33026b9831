"""A page that asks for itself again when its time is over finds the answers gone, and keeps none alive."""

import re
from datetime import timedelta

import pytest
from conftest import Visitor
from freezegun import freeze_time

from screening import create_app
from screening.settings import Settings

BEGUN = {"who": "me", "now": "none", "taking": "as-prescribed"}
PAGES = ["/questions/reason", "/answers", "/results", "/notes", "/now"]
SECONDS = re.compile(r'data-left="(\d+)"')
SHORT = {"idle": 1, "longest": 3}  # the least that makes sense


@pytest.fixture
def clock():
    with freeze_time("2026-11-22 12:00:00.7") as frozen:  # a seal keeps whole seconds
        yield lambda seconds: frozen.tick(timedelta(seconds=seconds))


def look(visitor, address):
    """Ask for a page as its own script does, and return its seconds; nothing when the visit has ended."""
    found = SECONDS.search(visitor.read(f"{address}?look=yes"))
    return int(found[1]) if found else None


@pytest.mark.parametrize("limits", [{}, SHORT], ids=["as shipped", "short"])
@pytest.mark.parametrize("age", [0, 59, 60, 61, 100.4])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_nobody_touches_finds_the_answers_gone_when_its_seconds_are_over(
    clock, page, age, limits
):
    visitor = Visitor(create_app(Settings(**limits)))
    visitor.answer(**BEGUN)
    clock(age if not limits else age / 10)
    seconds = int(SECONDS.search(visitor.read(page))[1])
    clock(seconds - 3)
    left = look(visitor, page)
    assert 0 < left <= 4
    clock(left)
    assert look(visitor, page) is None
    assert not visitor.page("/answers").texts("dt")


def test_near_the_last_limit_a_page_asks_again_once_and_no_more(clock, visitor):
    visitor.answer(**BEGUN)
    for minutes in (29, 29):
        clock(minutes * 60)
        visitor.read("/results")
    clock(119.2)
    left = look(visitor, "/results")
    assert left == 2
    clock(left)
    assert look(visitor, "/results") is None


def test_two_pages_that_nobody_touches_do_not_keep_each_other_alive(clock, visitor):
    visitor.answer(**BEGUN)
    first = int(SECONDS.search(visitor.read("/results"))[1])
    clock(20 * 60)
    second = int(SECONDS.search(visitor.read("/answers"))[1])
    clock(first - 20 * 60)
    rest = look(visitor, "/results")
    assert rest <= 20 * 60
    clock(second - (first - 20 * 60))
    assert look(visitor, "/answers") is None


def test_more_time_that_another_page_asked_for_is_seen_by_the_first(clock, visitor):
    visitor.answer(**BEGUN)
    seconds = int(SECONDS.search(visitor.read("/results"))[1])
    clock(seconds - 60)
    visitor.send("keep-going", address="/keep-going?page=answers", token=visitor.token())
    clock(60)
    assert look(visitor, "/results") > 28 * 60


@pytest.mark.parametrize("age", [60, 61, 100.4, 1799])
def test_a_step_seals_anew_and_then_all_the_time_is_there_again(clock, visitor, age):
    visitor.answer(**BEGUN)
    clock(age)
    assert int(SECONDS.search(visitor.read("/answers"))[1]) in {1800 - 60, 1801}
    clock(1799)
    assert look(visitor, "/answers")
    clock(3)
    assert look(visitor, "/answers") is None
