"""What looks like a fault of logic and is none: the check keeps silent."""

from datetime import date

import pytest
from conftest import spoil

from screening.report import check

TODAY = date(2026, 11, 26)

# What is changed in sound content, and into what.
RIGHT = {
    "a first section that no answer opens, since everybody is shown it": [
        ("[stopping, family]", "[family, stopping]"),
        ("label: Somebody else, opens: [family]", "label: Somebody else"),
        ("  - section: family\n", ""),
    ],
    "a condition that holds for everybody on one route and nobody on the other": [
        ("show_if: {now: [worry]}", "show_if: {who: [them]}")
    ],
    "a part that decides on one route only": [
        ("show_if: {who: [them]}", "show_if: [{who: [them], now: [worry]}, {now: [none]}]")
    ],
    "one no among several answers that lead somewhere": [
        ("choose: many", "choose: one"),
        (", alone: yes", ""),
    ],
    "a notice that no option raises, but a condition does": [
        ('{id: slow, label: "Yes", notices: [panel]}', '{id: slow, label: "Yes"}'),
        ("    title: Talk\n", "    title: Talk\n    show_if: {late: [slow]}\n"),
    ],
    "words for after a question that only a condition reads": [
        ("    title: Talk\n", "    title: Talk\n    show_if: {end: [good]}\n"),
        ("    today: Talk.\n", "    today: Talk.\n    today_after: {end: Talk soon.}\n"),
    ],
    "an action for a section that one route opens, and that an answer keeps back": [
        ("  - section: family\n", "  - section: family\n    unless: {now: [danger]}\n")
    ],
    "an action that an active notice keeps back in some visits": [
        ("  - section: stopping\n", "  - section: stopping\n    unless_notices: [urgent]\n")
    ],
}


@pytest.mark.parametrize("changes", RIGHT.values(), ids=RIGHT)
def test_what_is_right_is_not_called_wrong(base, changes):
    for old, new in changes:
        spoil(base, "questions.yaml", old, new)
    assert check(base, TODAY).problems == ()


def test_an_action_that_a_notice_keeps_back_in_every_visit_is_found(base):
    spoil(base, "questions.yaml", "{id: worry, label: Worry,", "{id: worry, label: Worry, notices: [urgent],")
    line = spoil(
        base,
        "questions.yaml",
        "  - section: stopping\n",
        "  - section: stopping\n    unless_notices: [urgent]\n",
    )
    (problem,) = check(base, TODAY).problems
    assert (problem.code, problem.place) == ("action-never", (line, 5))
