"""Whole visits of both routes: what is answered, where each answer leads, and what the results must hold.

The three steps of most rows are those of the worked list that the questions come from.
"""

from types import MappingProxyType
from typing import NamedTuple

FIRST = ["who", "now", "taking", "reason", "stopping", "unwell"]
LAST = ["mixing", "how-long", "more", "tried", "mind", "mood", "situations", "daily", "help"]
PATH = {"me": [*FIRST, *LAST], "loved-one": [*FIRST, "next-step", *LAST]}
NOT_STARTED = {"stopping", "unwell", "how-long", "more", "tried", "mind", "daily"}


class Visit(NamedTuple):
    """What is answered (the rest of the path is skipped), and what is expected of it.

    `sections` names the answers that opened each section; `withdrawal` always stands first.
    """

    answers: dict
    steps: str
    sections: MappingProxyType = MappingProxyType({})
    notices: str = ""
    stops: str = ""
    left_out: frozenset = frozenset()

    @property
    def path(self):
        """The questions in the order in which they are asked."""
        return [question for question in PATH[self.answers["who"]] if question not in self.left_out]

    @property
    def given(self):
        return {question: self.answers.get(question, "prefer-not") for question in self.path}


NOTHING = dict.fromkeys(("now", "unwell", "mixing", "more", "mind", "mood", "situations", "daily"), "none")
VISITS = {
    "nothing matches": Visit(
        {"who": "me", **NOTHING, "stopping": "no", "tried": "no"},
        "do-not-stop write-down save-numbers",
    ),
    "everything skipped": Visit({"who": "me"}, "do-not-stop write-down save-numbers"),
    "everything skipped, about someone else": Visit(
        {"who": "loved-one"}, "family do-not-stop write-down", {"family": {"who": "loved-one"}}
    ),
    "as prescribed, and it helps less": Visit(
        {"who": "me", "taking": "as-prescribed", "how-long": "over-3-months", "more": ["helps-less"]},
        "label-way prescriber mixing",
        {
            "dependence": {"taking": "as-prescribed", "how-long": "over-3-months", "more": "helps-less"},
            "treatment": {"how-long": "over-3-months"},
            "prescriber": {"how-long": "over-3-months", "more": "helps-less"},
        },
    ),
    "ran out, and shaky": Visit(
        {"who": "me", "stopping": "stopped", "unwell": "shaky"},
        "today no-doubling withdrawal",
        {"withdrawal": {"stopping": "stopped", "unwell": "shaky"}, "dependence": {"unwell": "shaky"}},
        "today",
        "stopping",
    ),
    "opioids, and pills not from a pharmacy": Visit(
        {"who": "me", "taking": "not-prescribed", "mixing": ["opioids", "alcohol"]},
        "naloxone about-the-mix know-signs",
        {
            "mixing": {"taking": "not-prescribed", "mixing": "opioids alcohol"},
            "taking-more": {"taking": "not-prescribed"},
            "prescriber": {"mixing": "opioids"},
        },
        "naloxone",
    ),
    "thoughts of suicide, said twice": Visit(
        {"who": "me", "now": "suicide", "mood": "suicide"},
        "crisis tell-someone mood-call",
        {"both": {"now": "suicide", "mood": "suicide"}},
        "crisis",
        "now",
    ),
    "extra pills seen, and a plan to take them away": Visit(
        {"who": "loved-one", "next-step": "plan-take-away", "more": "extra"},
        "keep-pills family loved-signs",
        {
            "withdrawal": {"next-step": "plan-take-away"},
            "family": {"who": "loved-one", "next-step": "plan-take-away"},
            "taking-more": {"more": "extra"},
            "dependence": {"more": "extra"},
        },
    ),
    "for seizures, and thinking of stopping": Visit(
        {"who": "me", "reason": "seizures", "stopping": "planning"},
        "not-yet enough prescriber",
        {
            "withdrawal": {"reason": "seizures", "stopping": "planning"},
            "treatment": {"stopping": "planning"},
            "prescriber": {"reason": "seizures", "stopping": "planning"},
        },
    ),
    "not started yet": Visit(
        {"who": "me", "taking": "not-started"},
        "prescriber how-it-works ask-first",
        {"prescriber": {"taking": "not-started"}, "how-it-works": {"taking": "not-started"}},
        left_out=frozenset(NOT_STARTED),
    ),
    "not taken any more": Visit(
        {"who": "loved-one", "taking": "not-now"},
        "withdrawal family treatment",
        {
            "withdrawal": {"taking": "not-now"},
            "family": {"who": "loved-one"},
            "treatment": {"taking": "not-now"},
        },
        left_out=frozenset({"more"}),
    ),
    "every safety stop there is": Visit(
        {
            "who": "loved-one",
            "now": ["seizure", "suicide", "too-much"],
            "stopping": "running-low",
            "unwell": ["confused", "suicide"],
            "next-step": "took-away",
            "mixing": "unknown-pills",
        },
        "call-now crisis poison",
        {
            "withdrawal": {
                "now": "seizure", "stopping": "running-low", "unwell": "confused suicide",
                "next-step": "took-away",
            },
            "family": {"who": "loved-one", "next-step": "took-away"},
            "mixing": {"mixing": "unknown-pills"},
            "taking-more": {"now": "too-much", "mixing": "unknown-pills"},
            "both": {"now": "suicide", "unwell": "suicide"},
            "prescriber": {"stopping": "running-low", "unwell": "confused"},
        },
        "call-now crisis poison today naloxone",
        "now stopping unwell",
    ),
}  # fmt: skip
