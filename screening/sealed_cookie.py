"""The session: one encrypted cookie of constant length that ends with the browser, and by the clock.

Flask's own cookie is signed but readable, and its length counts the answers. This one is sealed with
Fernet (AES and HMAC, with the time of sealing inside) after padding, so nobody who finds it on a disk
or in a backup learns anything, not even how much was answered. Wrong, old and foreign cookies all
open as an empty session that knows why.
"""

from __future__ import annotations

import base64
import json
import time
from typing import TYPE_CHECKING, Any, Literal

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flask import Flask, Request, Response
    from flask.sessions import SessionMixin

BEGAN = "began"  # seconds since 1970; the absolute limit counts from here
FRESH = 60  # seconds after which a mere look counts as a sign of life, and the cookie is sealed anew
OVERHEAD = 168  # bytes of JSON around the answers: names, the form's token, the start, who shared the link

Lost = Literal["", "expired", "broken"]


class SealedSession(SecureCookieSession):
    """A session that knows whether an earlier one was lost, whether it is due to be sealed anew, and its end.

    `left` counts the seconds to the absolute limit.
    """

    def __init__(
        self, initial: dict[str, Any] | None = None, *, left: int, lost: Lost = "", resting: bool = False
    ) -> None:
        super().__init__(initial)
        self.left = left
        self.lost = lost
        self.resting = resting

    def restart(self) -> None:
        """Count both limits from now."""
        self[BEGAN] = int(time.time())


class Box:
    """Seals a mapping into text of one length. `keys` are Fernet keys, newest first; `longest` in bytes."""

    def __init__(self, keys: Iterable[str], longest: int) -> None:
        self._fernet = MultiFernet([Fernet(key) for key in keys])
        self._size = longest + OVERHEAD

    def dumps(self, content: dict[str, Any]) -> str:
        raw = json.dumps(content, separators=(",", ":")).encode()
        if len(raw) > self._size:
            raise ValueError("a session outgrew its box")
        return self._fernet.encrypt(raw.ljust(self._size)).decode()

    def loads(self, sealed: str) -> tuple[dict[str, Any], int]:
        """Return what was sealed, and when (seconds since 1970). Raises ValueError for anything else."""
        try:
            raw = self._fernet.decrypt(sealed)
            return dict(json.loads(raw.rstrip())), _time_of(sealed)
        except (InvalidToken, TypeError) as error:
            raise ValueError("not a cookie of ours") from error


def _sent(request: Request, name: str) -> str:
    """Return what came in a cookie. Ours has nothing quoted; a general reader looks at each character."""
    pairs = (pair.strip().partition("=") for pair in request.environ.get("HTTP_COOKIE", "").split(";"))
    return next((value for given, _, value in pairs if given == name), "")


def _time_of(opened: str) -> int:
    """Return when a token was sealed, once it has been opened: it stands at its head, after the version."""
    return int.from_bytes(base64.urlsafe_b64decode(opened[:12])[1:], "big")


class SealedSessions(SecureCookieSessionInterface):
    """Flask's cookie session, with our box in place of its signature. Limits are in minutes."""

    def __init__(self, box: Box, *, idle: int, longest: int) -> None:
        self._box = box
        self._idle = idle * 60
        self._longest = longest * 60
        self._attributes = ""

    def open_session(self, app: Flask, request: Request) -> SealedSession:
        sealed = _sent(request, self.get_cookie_name(app))
        if not sealed:
            return SealedSession(left=self._longest)
        try:
            content, touched = self._box.loads(sealed)
            began = int(content[BEGAN])
        except (ValueError, KeyError, TypeError, OverflowError):
            return SealedSession(left=self._longest, lost="broken")

        now = time.time()
        if now - touched > self._idle or now - began > self._longest:
            return SealedSession(left=self._longest, lost="expired")
        return SealedSession(content, left=int(began + self._longest - now), resting=now - touched > FRESH)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        if session.accessed:
            response.headers.add("Vary", "Cookie")
        if session and session.modified:
            session.setdefault(BEGAN, int(time.time()))
            self._keep(app, self._box.dumps(dict(session)), response)
        elif session.modified:
            self._blank(app, response)
            super().save_session(app, session, response)

    def _keep(self, app: Flask, sealed: str, response: Response) -> None:
        """Set the cookie as Flask would. A sealed one needs no quotes, and the rest is constant."""
        if not self._attributes:
            self._blank(app, response)
            self._attributes = response.headers.pop("Set-Cookie").partition(";")[2]
        response.headers.add("Set-Cookie", f"{self.get_cookie_name(app)}={sealed};{self._attributes}")

    def _blank(self, app: Flask, response: Response) -> None:
        """Overwrite the cookie, before it is deleted: one change more than brought any page.

        Chromium drops the pages that it keeps for its Back button once a cookie has changed, but takes
        the changes that came with a page off that count: after a form and its redirect, a deletion alone
        would not be enough.
        """
        response.set_cookie(
            self.get_cookie_name(app),
            path=self.get_cookie_path(app),
            secure=self.get_cookie_secure(app),
            httponly=self.get_cookie_httponly(app),
            samesite=self.get_cookie_samesite(app),
        )
