"""Read content files: one by its name, or every one that can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screening.characters import hidden
from screening.document import Document, place_in
from screening.problems import ContentError, Place, Problem, stop
from screening.strict_yaml import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from screening.codes import Code

LARGEST = 256 * 1024  # bytes; the real files are under 70 kB
LARGEST_SECTION = 16 * 1024  # bytes; the real ones are under 5 kB, and Markdown can take long to read


def read(path: Path, name: str) -> Document:
    """Read one YAML file. Raises ContentError with the line of every fault."""
    text = _text(path, name, LARGEST)
    return Document(name, *parse(text, name), text=text)


def read_front_matter(path: Path, name: str) -> Document:
    """Read a Markdown file that opens with YAML between two `---` lines."""
    text = _text(path, name, LARGEST_SECTION)
    opening, _, rest = text.partition("---\n")
    front, closing, body = rest.partition("\n---\n")
    if opening or not closing:
        what = "the file must open with facts about itself between two --- lines"
        raise _unreadable(name, "front-matter", what)

    data, places = parse("\n" + front, name)
    return Document(name, data, places, body, front.count("\n") + 4, text)


READERS: Mapping[str, Callable[[Path, str], Document]] = {".yaml": read, ".md": read_front_matter}


def paths(folder: Path) -> tuple[Path, ...]:
    """Return the content files of a folder, in their order: the questions, the helplines, the education."""
    top = [folder / "questions.yaml", folder / "helplines.yaml", folder / "referrals.yaml"]
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


def _text(path: Path, name: str, largest: int) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(largest + 1)
        if len(raw) > largest:
            raise _unreadable(name, "file-size", f"the file is larger than {largest} bytes")
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except OSError as error:
        raise _unreadable(name, "file-missing", "the file is missing or cannot be read") from error
    except UnicodeDecodeError as error:
        raise _unreadable(name, "file-encoding", "the file is not UTF-8 text") from error

    stop(Problem(name, place_in(text, offset), "", what, "character-hidden") for offset, what in hidden(text))
    return text


def _unreadable(name: str, code: Code, what: str) -> ContentError:
    return ContentError([Problem(name, Place(), "", what, code)])
