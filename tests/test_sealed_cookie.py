"""The sealed cookie: one length, unreadable and short-lived."""

import base64
import re
from datetime import timedelta

import pytest
from conftest import Visitor
from cryptography.fernet import Fernet
from freezegun import freeze_time
from visit_table import VISITS

from screening import create_app
from screening.box import Box
from screening.settings import Settings

KEY, OTHER = (Fernet.generate_key().decode() for _ in range(2))
BEGUN = {"who": "me", "now": "seizure", "taking": "as-prescribed"}


@pytest.fixture(scope="module")
def known():
    """An application whose key the test knows."""
    return create_app(Settings(keys=(KEY,)))


@pytest.mark.parametrize(
    "content", [{}, {"a": "b"}, {"answers": "who=me&now=seizure"}, {"ü": "\u2028\U0001f600"}]
)
def test_what_is_sealed_opens_as_it_was(content):
    box = Box((KEY,), 500)
    with freeze_time("2026-11-22 12:00:00") as clock:
        opened, touched = box.loads(box.dumps(content))
        assert opened == content
        assert touched == int(clock().timestamp())


@pytest.mark.parametrize("length", [0, 1, 100, 500])
def test_the_length_tells_nothing(length):
    box = Box((KEY,), 500)
    assert len(box.dumps({"answers": "x" * length})) == len(box.dumps({}))


def test_small_edits_of_the_questions_do_not_change_the_length():
    assert len(Box((KEY,), 1000).dumps({})) == len(Box((KEY,), 1001).dumps({}))


def test_a_session_that_outgrows_its_box_is_refused():
    with pytest.raises(ValueError, match="outgrew"):
        Box((KEY,), 100).dumps({"answers": "x" * 2000})


@pytest.mark.parametrize("raw", [b"1", b'"text"', b"null", b"{", b"", b"\xff", b"[[1]]"])
def test_what_is_sealed_but_no_session_is_refused(raw):
    with pytest.raises(ValueError):
        Box((KEY,), 100).loads(Fernet(KEY).encrypt(raw).decode())


@pytest.mark.parametrize(
    "sealed", ["", "x", "gAAAAA", "\xff", "é" * 100, Fernet(OTHER).encrypt(b"{}").decode()], ids=range(6)
)
def test_what_is_not_ours_is_refused(sealed):
    with pytest.raises(ValueError):
        Box((KEY,), 100).loads(sealed)


STARTS = ("null", "[]", '"x"', "NaN", "1e999")
NO_START = ["{}", '{"answers": "who=me"}', *(f'{{"began": {value}}}' for value in STARTS)]


@pytest.mark.parametrize("raw", NO_START)
def test_a_session_without_a_sensible_start_counts_for_nothing(known, raw):
    visitor = Visitor(known)
    visitor.browser.set_cookie(visitor.cookie_name, Fernet(KEY).encrypt(raw.encode()).decode())
    assert "This page has ended" in visitor.read("/results")


def test_every_visit_has_one_length(app):
    lengths = set()
    for visit in VISITS.values():
        visitor = Visitor(app)
        for question, options in visit.given.items():
            visitor.answer(**{question: options})
            lengths.add(len(visitor.cookie.value))
    assert len(lengths) == 1
    assert lengths.pop() + len("__Host-s") <= 4096


def test_no_answer_can_be_read_from_the_cookie(visitor):
    visitor.answer(**BEGUN)
    value = visitor.cookie.value
    raw = base64.urlsafe_b64decode(value)
    for text in (value.encode(), raw):
        assert not re.search(rb"seizure|as-prescribed|who|answers|began|csrf", text)


def test_the_same_answers_never_look_the_same(app):
    seen = set()
    for _ in range(3):
        visitor = Visitor(app)
        visitor.answer(**BEGUN)
        seen.add(visitor.cookie.value[-200:])
    assert len(seen) == 3


def test_a_look_after_a_minute_seals_anew_and_an_earlier_one_does_not(visitor):
    with freeze_time("2026-11-22 12:00:00") as clock:
        visitor.answer(**BEGUN)
        first = visitor.cookie.value
        clock.tick(timedelta(seconds=59))
        visitor.read("/answers")
        assert visitor.cookie.value == first
        clock.tick(timedelta(seconds=2))
        visitor.read("/answers")
        assert visitor.cookie.value != first
        assert len(visitor.cookie.value) == len(first)


def test_a_copied_cookie_dies_with_its_visit(app, visitor):
    with freeze_time("2026-11-22 12:00:00") as clock:
        visitor.answer(**BEGUN)
        copy = Visitor(app)
        copy.browser.set_cookie(copy.cookie_name, visitor.cookie.value)
        visitor.see("/leave")
        assert len(copy.page("/answers").texts("dt")) == 3
        clock.tick(timedelta(minutes=31))
        assert "ran out of time" in copy.read("/answers")
