"""Lines that name what was chosen: labels of options, and around them what is drawn once a question."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from markupsafe import Markup

from screening import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from flask import Flask

    from screening.journey import Journey
    from screening.questionnaire import Option, Question

    Chosen = tuple[Question, Sequence[Option]]
    Filler = Callable[[str, str], Markup]  # a text, a country
    Line = Callable[[Question], Markup]

LABELS = "\N{SUBSTITUTE}"  # where a drawn line has its labels: no content may hold a character like it


def init_app(app: Flask, fill: Filler, here: Callable[[], str]) -> None:
    lines = Lines(fill, here)
    app.jinja_env.globals["labels_here"] = LABELS
    app.add_template_filter(chosen, "chosen")
    app.add_template_filter(lines.around_labels, "around_labels")


def chosen(journey: Journey) -> list[Chosen]:
    """Return each answered question with the options that were chosen."""
    return [(question, question.chosen(journey.answers[question.id])) for question in journey.answered]


class Lines:
    """A filter of templates that lists what was chosen, and keeps what it has drawn around the labels.

    A loop in a template takes much longer.
    """

    def __init__(self, fill: Filler, here: Callable[[], str]) -> None:
        self._fill, self._here = fill, here
        self._drawn: defaultdict[tuple[str, ...], dict[str, list[str]]] = defaultdict(dict)

    def around_labels(
        self, told: Iterable[Chosen], line: Line, *ids: str, between: str, last: str = "", none: str = ""
    ) -> Markup:
        """Make a line for each question: the labels, or what stands for none, in what a macro draws.

        Where nothing stands for none, a question without labels is left out. `ids` tell apart what is drawn
        for a question; as in a kept part, they name nobody's answer.
        """
        lines, here, country = [], self._here(), kept.country()
        drawn = self._drawn[country, *ids] if country else {}
        for question, options in told:
            if not options and not none:
                continue
            if question.id not in drawn:
                drawn[question.id] = str(line(question)).split(LABELS)
            before, after = drawn[question.id]
            labels = self._labels(options, here, between, last) if options else none
            lines.append(f"{before}{labels}{after}")
        return Markup("".join(lines))  # noqa: S704 - macros and labels come escaped

    def _labels(self, options: Sequence[Option], country: str, between: str, last: str) -> str:
        if len(options) == 1:
            return self._fill(options[0].label, country)
        *others, latest = [self._fill(option.label, country) for option in options]
        return f"{between.join(others)}{last or between}{latest}"
