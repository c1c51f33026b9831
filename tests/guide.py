"""The examples of docs/editing.md, and what comes of following them in a folder of content."""

import re
from itertools import chain

from click.testing import CliRunner

from screening.__main__ import main
from screening.settings import ROOT

PATH = ROOT / "docs" / "editing.md"
EXAMPLE = re.compile(r"^## (Example \d: .+)\n((?s:.*?))(?=^## Example|\Z)", re.MULTILINE)
BLOCK = re.compile(r"^(```(diff|markdown|console) ?(.*)\n)((?s:.*?))^```$", re.MULTILINE)
COMMAND = "$ python -m screening check\n"
DAY = re.compile(r'^ *(?:reviewed|checked): "([\d-]+)"$', re.MULTILINE)


def examples():
    """Return the text of each example by its heading."""
    return dict(EXAMPLE.findall(PATH.read_text(encoding="utf-8")))


def followed(example, folder):
    """Do all that an example says, and return it with the outputs that really come."""
    return BLOCK.sub(lambda block: f"{block[1]}{_done(block, folder)}```", example)


def outputs(example):
    """Return what each console of an example says, in order."""
    return [block[4].removeprefix(COMMAND) for block in BLOCK.finditer(example) if block[2] == "console"]


def edit(example, folder):
    """Make the changes of an example without its checks, which take long."""
    for block in BLOCK.finditer(example):
        if block[2] != "console":
            _done(block, folder)


def _done(block, folder):
    return DONE[block[2]](folder, block[3], block[4])


def _written(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")
    return text


def _changed(folder, name, text):
    path = folder / name
    before = "\n" + path.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    old, new = (
        "\n" + "".join(line[1:] or line for line in lines if not line.startswith(mark)) for mark in "+-"
    )
    count = before.count(old)
    assert count == 1, f"{PATH.name}: {name} has these lines {count} times, not once:{old}"
    path.write_text(before.replace(old, new)[1:], encoding="utf-8")
    return text


def _checked(folder, _, text):
    assert text.startswith(COMMAND), f"{PATH.name}: this console does not begin with {COMMAND}{text}"
    return COMMAND + CliRunner().invoke(main, ["check", str(folder), "--today", _latest(folder)]).output


def _latest(folder):
    """Return the latest day that the content calls past: on it nothing is yet to come, whenever this runs."""
    files = [*folder.glob("*.yaml"), *folder.glob("education/*.md")]
    return max(chain.from_iterable(DAY.findall(file.read_text(encoding="utf-8")) for file in files))


DONE = {"markdown": _written, "diff": _changed, "console": _checked}
