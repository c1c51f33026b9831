"""What keeps a visitor safe, whatever the questions ask. Wrong shapes are passed over, as in `checks`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screening.references import ids, records, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screening.document import Document
    from screening.problems import Problem

STOPS = ("always", "first", "never")  # how a notice stops a visit, the most urgent first


def problems(document: Document) -> Iterator[Problem]:
    """Yield what could keep a danger out of sight on one route."""
    yield from _notices(document)
    yield from _alone(document)
    yield from _finish(document)


def _notices(document: Document) -> Iterator[Problem]:
    latest = 0
    for place, notice in records(document.data.get("notices")):
        if notice.get("roles") == []:
            what = "a notice names who to call: at least one role of a helpline"
            yield document.problem(("notices", place), "notice-without-role", what)
        if (stops := notice.get("stops")) not in STOPS:
            continue
        if STOPS.index(stops) < latest:
            what = f"“{stops}” stands below “{STOPS[latest]}”: the notices are in order of urgency"
            yield document.problem(("notices", place, "stops"), "stops-order", what)
        latest = max(latest, STOPS.index(stops))


def _alone(document: Document) -> Iterator[Problem]:
    for place, question in records(document.data.get("questions")):
        for number, option in records(question.get("options")):
            if option.get("alone") == "yes" and words(option.get("notices")):
                what = "what raises a notice must go with other answers: “alone” would take them from it"
                yield document.problem(("questions", place, "options", number), "alone-and-urgent", what)


def _finish(document: Document) -> Iterator[Problem]:
    data = document.data
    asked, urgent = ids(data.get("questions")), ids(data.get("notices"))[:1]
    raising = [
        question.get("id")
        for _, question in records(data.get("questions"))
        for _, option in records(question.get("options"))
        if urgent and urgent[0] in words(option.get("notices"))
    ]
    last = data.get("finish_after")
    if raising and last in asked and raising[0] in asked and asked.index(last) < asked.index(raising[0]):
        what = f"a visit could end before “{raising[0]}”, which asks about the most urgent: “{urgent[0]}”"
        yield document.problem(("finish_after",), "finish-early", what)
