"""The flow as pictures that many sites and editors draw from text: one Mermaid flowchart a route."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screening.flow import END, steps
from screening.rules import PREFER_NOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screening.content import Content
    from screening.flow import Deciding, Step
    from screening.questionnaire import Option, Question, Questionnaire

INTRODUCTION = """# The flow

Made by `python -m screening graph`; do not edit it by hand. Each box is a question with its options, what
each opens (→) and which notice it raises (!). An arrow without words is taken by every answer.
"""


def graph(content: Content) -> str:
    """Return a Markdown page with the flow of each route. Raises CapError."""
    return "\n".join([INTRODUCTION, *(_picture(content, route) for route in content.questionnaires)])


def _picture(content: Content, route: str) -> str:
    made = content.questionnaires[route]
    found = list(steps(content.questionnaires, route))
    asked = dict.fromkeys(step.source for step in found)
    boxes = [f'    {_node(name)}["{_box(made.by_id[name], number)}"]' for number, name in enumerate(asked, 1)]
    arrows = [f"    {_node(step.source)} -->{_label(made, step)} {_node(step.target)}" for step in found]
    title = made.questions[0].chosen([route])[0].label
    end = f'    {_node(END)}(["Check your answers"])'
    return "\n".join([f"## {title}\n", "```mermaid", "flowchart TD", *boxes, end, *arrows, "```", ""])


def _node(question: str) -> str:
    """Return a name for a box: Mermaid keeps some words, such as `end`, for itself."""
    return f"q-{question}" if question != END else "answers"


def _box(question: Question, number: int) -> str:
    return "<br>".join([f"<b>Question {number}: {_safe(question.ask)}</b>", *map(_option, question.options)])


def _option(option: Option) -> str:
    opens = f" → {', '.join(option.opens)}" if option.opens else ""
    raises = f" <b>! {', '.join(option.notices)}</b>" if option.notices else ""
    return f"• {_safe(option.label)}{opens}{raises}"


def _label(made: Questionnaire, step: Step) -> str:
    said = [_in_words(made, each) for each in step.when]
    if step.together:
        said = [f"depends on {' and '.join(f'“{made.by_id[name].short}”' for name in step.together)}"]
    return f'|"{_safe("; ".join(said))}"|' if said else ""


def _in_words(made: Questionnaire, deciding: Deciding) -> str:
    """Return what decides a step, as in `How it is taken: all but “It has not been started yet”`."""
    question = made.by_id[deciding.question]
    answers = " or ".join(" with ".join(_labels(question, answer)) for answer in deciding.answers)
    return f"{question.short}: {'all but ' if deciding.but else ''}{answers}"


def _labels(question: Question, answer: frozenset[str]) -> Iterator[str]:
    yield from (f"“{option.label}”" for option in question.chosen(answer))
    if PREFER_NOT in answer:
        yield "a skipped answer"


def _safe(text: str) -> str:
    """Return a text that cannot end the quotes it stands in."""
    return text.replace('"', "#quot;").replace("<", "#lt;")
