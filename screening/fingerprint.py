"""A short fingerprint of the content, the same wherever the content is the same, to name what was read."""

from __future__ import annotations

import hashlib
from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from screening.files import paths

if TYPE_CHECKING:
    from pathlib import Path

DIGITS, GROUP = 12, 4  # hexadecimal digits: 48 bits, in groups that are easy to read aloud


def fingerprint(folder: Path) -> str:
    """Return a fingerprint such as `3f2a 91bc 07de` of the names and the text of every content file.

    How a computer ends lines, or marks the beginning of a file, makes no difference.
    """
    # Sorted by name: file systems differ in their order, and paths compare differently on Windows.
    named = sorted((path.relative_to(folder).as_posix(), path) for path in paths(folder))
    parts = (hashlib.sha256(part).digest() for name, path in named for part in (name.encode(), _text(path)))
    digits = hashlib.sha256(b"".join(parts)).hexdigest()[:DIGITS]
    return " ".join(digits[start : start + GROUP] for start in range(0, DIGITS, GROUP))


def _text(path: Path) -> bytes:
    return path.read_bytes().removeprefix(BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
