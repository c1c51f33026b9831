"""Parse YAML as text and nothing but text, with the line of every value.

YAML guesses: `no` becomes false, `010` becomes 8, a repeated key silently wins. Content that holds
phone numbers must not be guessed at, so every scalar stays as it was written, and anchors, aliases,
tags and repeated keys are refused. Knows yaml, and nothing of this product.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from screening.problems import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

Key = tuple[str | int, ...]  # where a value sits: ("questions", 3, "ask")


def parse(text: str, name: str) -> tuple[Any, dict[Key, int]]:
    """Return plain data (mappings, lists, text) and the line each value starts on, from 1.

    Raises ContentError, naming the file `name`, with every fault found.
    """
    problems: list[Problem] = []
    try:
        root = _Loader(text, name, problems).get_single_node()
        lines: dict[Key, int] = {}
        data = _plain(root, (), lines) if root is not None else None
    except yaml.YAMLError as error:
        raise ContentError([*problems, _syntax(error, name)]) from error
    except RecursionError as error:
        raise ContentError([Problem(name, 1, "", "the file is nested too deeply")]) from error

    if problems:
        raise ContentError(problems)
    return data, lines


def _syntax(error: yaml.YAMLError, name: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or "this is not YAML text"
    return Problem(name, mark.line + 1 if mark else 1, "", f"cannot be read: {what}")


class _Loader(yaml.BaseLoader):
    """BaseLoader already keeps scalars as text; this one also refuses what hides or repeats."""

    def __init__(self, text: str, name: str, problems: list[Problem]) -> None:
        super().__init__(text)
        self._name = name
        self._problems = problems

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent):
            raise yaml.MarkedYAMLError(None, None, "an alias (*) is not allowed", event.start_mark)  # type: ignore[arg-type]
        if event.anchor or event.tag:
            what = "an anchor (&) is not allowed" if event.anchor else "a tag (!) is not allowed"
            self._problems.append(Problem(self._name, event.start_mark.line + 1, "", what))
        node = super().compose_node(parent, index)
        if isinstance(node, yaml.MappingNode):
            self._problems.extend(self._repeated(node))
        return node

    def _repeated(self, node: yaml.MappingNode) -> Iterator[Problem]:
        seen: set[str] = set()
        for key, _ in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                yield Problem(self._name, line, "", "a key must be a word")
            elif key.value in seen:
                yield Problem(self._name, line, key.value, "this key is repeated")
            else:
                seen.add(key.value)


def _plain(node: yaml.Node, key: Key, lines: dict[Key, int]) -> Any:
    lines[key] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        data = {}
        for name, value in node.value:
            word = str(name.value)
            data[word] = _plain(value, (*key, word), lines)
            lines[(*key, word)] = name.start_mark.line + 1
        return data
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*key, place), lines) for place, item in enumerate(node.value)]
    return str(node.value)
