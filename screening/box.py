"""A box that seals a mapping into text of one length, with the time of sealing in it.

Fernet (AES and HMAC) does it, after padding: whoever finds the text learns nothing, not even its length.
"""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

if TYPE_CHECKING:
    from collections.abc import Iterable

OVERHEAD = 168  # bytes of JSON around the answers: names, the form's token, the start, who shared the link


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


def _time_of(opened: str) -> int:
    """Return when a token was sealed, once it has been opened: it stands at its head, after the version.

    Characters that are no Base64 are passed over, here as by the seal; before the token, they could only make
    this number smaller, and the visit older.
    """
    return int.from_bytes(base64.urlsafe_b64decode(opened[:12])[1:], "big")
