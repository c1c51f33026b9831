"""Made-up check-ins of any size, for what has to be tried with more questions than there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


def question(number: int, live: int, choose: str, opens: str) -> dict[str, Any]:
    options = [{"id": name, "label": name, "opens": [opens]} for name in "abcd"]
    made = {"id": f"q{number}", "choose": choose, "ask": "?", "short": "?", "options": options}
    if number > live:
        made["show_if"] = {f"q{earlier}": ["a", "b"] for earlier in range(number - live, number)}
    return made


def check_in(count: int, live: int, choose: str, sections: Sequence[str] = ("zero", "one")) -> dict[str, Any]:
    """Return a check-in of `count` questions of four options, as if it had been read from a file.

    Each question is asked only for certain answers to the `live` questions before it, and opens one section.
    """
    who = {"id": "who", "choose": "one", "required": "yes", "ask": "?", "short": "?"}
    who["options"] = [{"id": "me", "label": "Me"}]
    questions = [who]
    for number in range(count):
        opens = sections[1 + number % (len(sections) - 1)]
        questions.append(question(number, live, choose, opens))
    said = {"title": "T", "routes": ["me"], "finish_after": "who", "sections": list(sections)}
    return said | {"questions": questions, "notices": [], "today": [], "notes": {"ask": [], "say": []}}
