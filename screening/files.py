"""Every content file that can be read, as a document: for checks that look at one file at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screening.document import Document, read, read_front_matter
from screening.problems import ContentError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

READERS = {".yaml": read, ".md": read_front_matter}


def paths(folder: Path) -> tuple[Path, ...]:
    """Return the content files of a folder, in their order: the questions, the helplines, the education."""
    top = [folder / "questions.yaml", folder / "helplines.yaml"]
    beside = sorted(path for path in (folder / "education").glob("*") if path.suffix in READERS)
    return tuple(path for path in [*top, *beside] if path.is_file())


def documents(folder: Path) -> Mapping[str, Document]:
    """Return each content file by its name, as in `education/family.md`; what cannot be read is left out."""
    found = {}
    for path in paths(folder):
        name = path.relative_to(folder).as_posix()
        try:
            found[name] = READERS[path.suffix](path, name)
        except ContentError:  # loading the content tells of it
            continue
    return found
