"""The visitor's answers, which live in the session and nowhere else. Only this module touches it."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from flask import request, session  # noqa: TID251 - this is that one module

from screening.current import running
from screening.packing import MOST, packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Container

    from screening.rules import Answers
    from screening.sealed_cookie import Lost, SealedSession

ANSWERS, DRAFT, STOP, REFERRAL = "answers", "draft", "stop", "referral"
FORMS = "csrf_token"  # Flask-WTF's name
PUT_OFF = "put_off"  # how often its end was put off
OFTEN = 10  # times, as WCAG 2.2.1 asks for
LOOK = "look"  # in the address of a page that its own script has asked for again: no sign of life


def answers() -> Answers:
    """Return what is stored, which may be stale: only a walk knows what still counts."""
    opened = _session()
    if opened.resting and LOOK not in request.args:
        opened.modified = True
    return unpacked(opened.get(ANSWERS))


def keep(given: Answers, known: Container[str]) -> Answers:
    """Store these answers, and return what is stored; a draft or a stop before them is over.

    Answers to questions that are not `known`, which another version of the content on the next machine
    may ask, are left out where there is no room for all.
    """
    stored, line = given, packed(given)
    if len(line) > MOST:
        stored = {name: options for name, options in given.items() if name in known}
        line = packed(stored)
    _session().update({ANSWERS: line, DRAFT: "", STOP: ""})
    return stored


def begin(given: Answers, referral: str) -> None:
    """Forget everything and begin anew with these answers, and with who shared the link, if anybody did."""
    _session().clear()
    _session().update({ANSWERS: packed(given), REFERRAL: referral})


def referral() -> str:
    """Return the id of who shared the link, which may be stale; nothing where nobody did."""
    return str(_session().get(REFERRAL, ""))


def keep_draft(question: str, chosen: frozenset[str]) -> None:
    """Keep what was sent but is no answer: in a reply to its form, it would stay on the visitor's disk."""
    _session()[DRAFT] = f"{question}={','.join(sorted(chosen))}"


def draft(question: str) -> frozenset[str] | None:
    """Return what was last sent for this question and is no answer, if anything was."""
    return unpacked(_session().get(DRAFT)).get(question)


def keep_stop(question: str, notices: frozenset[str]) -> None:
    """Remember for which notices the last answer has stopped the visit, and where."""
    _session()[STOP] = packed({question: notices})


def last_stop() -> tuple[str, frozenset[str]]:
    """Return the question whose answer has stopped the visit, and the ids of its notices; or nothing."""
    return next(iter(unpacked(_session().get(STOP)).items()), ("", frozenset()))


def move_on(question: str = "") -> None:
    """Forget the last stop, and any draft but one of this question: the visitor has gone on."""
    if _session().get(STOP):
        _session()[STOP] = ""
    if _session().get(DRAFT) and draft(question) is None:
        _session()[DRAFT] = ""


def form_secret() -> str:
    """Return what the token of each form of this visit is made of: 40 hexadecimal digits."""
    opened = _session()
    if FORMS not in opened:
        opened[FORMS] = secrets.token_hex(20)
    return str(opened[FORMS])


def forget() -> None:
    """Empty the session; the response then deletes the cookie."""
    _session().clear()
    _session().modified = True


def seconds_left() -> tuple[float, float]:
    """Return the seconds until the answers are gone: at the latest, and without a step from now on."""
    opened = _session()
    return opened.left, running().settings.idle * 60 if opened.modified else opened.idle_left


def may_last_longer() -> bool:
    """Say whether the end may be put off once more."""
    return int(_session().get(PUT_OFF, 0)) < OFTEN


def last_longer() -> bool:
    """Put off the end of the visit, if that may be: both its limits count from now. Say if it was."""
    if not may_last_longer():
        return False
    _session()[PUT_OFF] = int(_session().get(PUT_OFF, 0)) + 1
    _session().restart()
    return True


def lost() -> Lost:
    """Say why an earlier visit is gone: its time ran out, its cookie could not be read, or no reason."""
    return _session().lost


def _session() -> SealedSession:
    """Return the session itself: each word that is asked of Flask's stand-in for it looks it up anew."""
    return session._get_current_object()  # type: ignore[attr-defined, no-any-return]  # noqa: SLF001 - as documented
