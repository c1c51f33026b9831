"""Faults planted in a sound check-in: pieces of its files, changed, with signs at what a message points at.

A change is written as in a diff, piece by piece: `@@` and a file, then lines that are taken away (-), put in
their place (+) or stay ( ). Below a line, ^ points at a place in it.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Piece(NamedTuple):
    """Lines of a file before and after, and places in these: how many lines down, and the column."""

    file: str
    old: list[str]
    new: list[str]
    pointed: list[tuple[int, int]]


def pieces(change):
    return [_piece(*told.removesuffix("\n").split("\n")) for told in change.split("@@ ")[1:]]


def _piece(file, *told):
    piece = Piece(file, [], [], [])
    for line in told:
        if re.fullmatch(r" +\^", line):
            piece.pointed.append((len(piece.new), line.index("^")))
            continue
        if line[0] in " -":
            piece.old.append(line[1:])
        if line[0] in " +":
            piece.new.append(line[1:])
    return piece


def plant(folder, change):
    """Change the files of a folder; return the places pointed at, as file, line and column."""
    planned = pieces(change)
    for piece in planned:
        lines = _lines(folder / piece.file)
        start = _start(lines, piece.old)
        lines[start : start + len(piece.old)] = piece.new
        if piece.old != piece.new:
            (folder / piece.file).write_text("\n".join(lines), encoding="utf-8")
    return {
        (piece.file, _start(_lines(folder / piece.file), piece.new) + number, column)
        for piece in planned
        for number, column in piece.pointed
    }


def _lines(path):
    return path.read_text(encoding="utf-8").split("\n") if path.exists() else [""]


def _start(lines, piece):
    """Return where these lines stand in a file, which must be once."""
    starts = [at for at in range(len(lines)) if lines[at : at + len(piece)] == piece]
    assert len(starts) == 1, piece
    return starts[0]
