"""The session: one encrypted cookie of constant length that ends with the browser, and by the clock.

Flask's own cookie is signed but readable, and its length counts the answers. This one is sealed with
Fernet (AES and HMAC, with the time of sealing inside) after padding, so nobody who finds it on a disk
or in a backup learns anything, not even how much was answered. Wrong, old and foreign cookies all
open as an empty session that knows why.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Literal

from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from werkzeug.http import dump_cookie

if TYPE_CHECKING:
    from flask import Flask, Request, Response
    from flask.sessions import SessionMixin

    from screening.box import Box

BEGAN = "began"  # seconds since 1970; the absolute limit counts from here
FRESH = 60  # seconds after which a mere look counts as a sign of life, and the cookie is sealed anew

Lost = Literal["", "expired", "broken"]


class SealedSession(SecureCookieSession):
    """A session that knows whether an earlier one was lost, if it is due to be sealed anew, and its ends.

    `left` counts the seconds to the absolute limit, `idle_left` those to the other unless it is sealed anew.
    """

    def __init__(
        self,
        initial: dict[str, Any] | None = None,
        *,
        left: float,
        idle_left: float,
        lost: Lost = "",
        resting: bool = False,
    ) -> None:
        super().__init__(initial)
        self.left = left
        self.idle_left = idle_left
        self.lost = lost
        self.resting = resting

    def restart(self) -> None:
        """Count both limits from now."""
        self[BEGAN] = int(time.time())


def sent(request: Request, name: str) -> str:
    """Return what came in the first cookie of this name. Ours has nothing quoted.

    Werkzeug's own reader, which can unquote, looks at each of thousands of characters.
    """
    pairs = (pair.strip().partition("=") for pair in request.environ.get("HTTP_COOKIE", "").split(";"))
    return next((value for given, _, value in pairs if given == name), "")


class SealedSessions(SecureCookieSessionInterface):
    """Flask's cookie session, with our box in place of its signature. Limits are in minutes."""

    def __init__(self, box: Box, *, idle: int, longest: int) -> None:
        self._box = box
        self._idle = idle * 60
        self._longest = longest * 60
        self._written: tuple[str, str] | None = None

    def open_session(self, app: Flask, request: Request) -> SealedSession:
        sealed = sent(request, self.get_cookie_name(app))
        if not sealed:
            return self._fresh()
        try:
            content, touched = self._box.loads(sealed)
            began = int(content[BEGAN])
        except (ValueError, KeyError, TypeError, OverflowError):
            return self._fresh("broken")

        now = time.time()
        left, idle_left = began + self._longest - now, touched + self._idle - now
        if min(left, idle_left) < 0:
            return self._fresh("expired")
        return SealedSession(content, left=left, idle_left=idle_left, resting=now - touched > FRESH)

    def _fresh(self, lost: Lost = "") -> SealedSession:
        return SealedSession(left=self._longest, idle_left=self._idle, lost=lost)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        if session.accessed:
            response.headers.add("Vary", "Cookie")
        if session and session.modified:
            session.setdefault(BEGAN, int(time.time()))
            sealed = self._box.dumps(dict(session))
            head, flags = self._head_and_flags(app)
            response.headers.add("Set-Cookie", f"{head}={sealed}{flags}")
        elif session.modified:
            self._blank(app, response)
            super().save_session(app, session, response)

    def _head_and_flags(self, app: Flask) -> tuple[str, str]:
        """Return what stands around a sealed cookie, which needs no quotes, as Werkzeug writes it."""
        if not self._written:
            bare = dump_cookie(
                self.get_cookie_name(app),
                path=self.get_cookie_path(app),
                secure=self.get_cookie_secure(app),
                httponly=self.get_cookie_httponly(app),
                samesite=self.get_cookie_samesite(app),
            )
            head, _, flags = bare.partition("=")
            self._written = head, flags
        return self._written

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
