"""Flask as this site needs it: small requests, plain templates, and crashes that tell nothing of visitors."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flask import Flask, Request
from flask.templating import Environment

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping
    from types import TracebackType


class LimitedRequest(Request):
    """A request of which no more is read than a page of ours can send."""

    max_content_length = 16 * 1024
    max_form_memory_size = 8 * 1024
    max_form_parts = 50


class Templates(Environment):
    """Templates whose globals are one plain dictionary, all set before the first page is drawn."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


class PrivateFlask(Flask):
    """Flask, except that a crash is logged by its kind and place: a message may hold an answer."""

    request_class = LimitedRequest
    jinja_environment = Templates

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """Return what is called as it is. Nothing here is asynchronous, and asking takes time each time."""
        return func

    def log_exception(
        self, exc_info: tuple[type, BaseException, TracebackType] | tuple[None, None, None]
    ) -> None:
        kind, _, trace = exc_info
        while trace and trace.tb_next:
            trace = trace.tb_next
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
        with suppress(OSError):  # a log on a full disk must not cost the visitor their page
            sys.stderr.write(f"{kind.__name__ if kind else 'Error'} at {place}\n")
