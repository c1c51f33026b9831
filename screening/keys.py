"""The keys that seal the cookie: made, named, and turned over in a file while visits go on."""

from __future__ import annotations

import hmac
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from cryptography.fernet import Fernet

if TYPE_CHECKING:
    from collections.abc import Sequence

KEPT = 4  # the one that seals, the next one, and two that only open: three rotations end every visit
LETTERS = 12  # of a name: enough to tell keys apart


class KeysError(ValueError):
    """Something that should be a key is none; the message does not tell it."""


def make() -> str:
    return Fernet.generate_key().decode()


def split(text: str) -> tuple[str, ...]:
    """Return the keys of a text, in their order. Raises KeysError where one is no key."""
    keys = tuple(text.replace(",", " ").split())
    try:
        for key in keys:
            Fernet(key)
    except ValueError as error:
        raise KeysError("a key is not one that `python -m screening key` makes") from error
    return keys


def named(keys: Sequence[str], forms: str) -> str:
    """Return a short name, which may be public, of all keys of a copy: two machines must show the same."""
    return hmac.digest(forms.encode(), "\n".join(keys).encode(), "sha256").hex()[:LETTERS]


def rotated(keys: Sequence[str]) -> tuple[str, ...]:
    """Return the keys after the next turn: the second now seals, and a new second waits for its own.

    A key is in the file for a whole turn before it seals: instances do not read the file at the same moment,
    and each must open what any other has sealed.
    """
    if not keys:
        return make(), make()
    now, *others = keys
    if not others:
        return now, make()
    following, *older = others
    return (following, make(), now, *older)[:KEPT]


def rotate(file: Path, *, every: int) -> None:
    """Turn the keys of a file over, or begin it, unless that was done less than `every` minutes ago.

    Whoever reads it meanwhile finds the keys of before or of after. Raises OSError, or KeysError for a file
    that holds something else.
    """
    keys: tuple[str, ...] = ()
    if file.exists():
        keys = split(file.read_text(encoding="utf-8", errors="replace"))
        if keys and time.time() - file.stat().st_mtime < every * 60:
            return
    with TemporaryDirectory(dir=file.parent, prefix=".") as folder:
        draft = Path(folder, file.name)
        draft.touch(mode=0o600)
        draft.write_text("\n".join([*rotated(keys), ""]), encoding="ascii")
        draft.replace(file)
