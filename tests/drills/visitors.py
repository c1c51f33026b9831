"""A visitor who walks a whole visit, and looks at every page whether each answer so far is still there."""

import html
import re
from dataclasses import dataclass, field
from http.client import HTTPException

from screening.content import load
from screening.journey import walk
from screening.settings import ROOT

CONTENT = load(ROOT)
ROUTES = tuple(CONTENT.questionnaires)
TRIES = 20  # of one request: who sees an error presses Reload
FAILED = {429, *range(500, 600)}
ANSWER = re.compile(r"<dd>\s*((?:<p>[^\n]*</p>)+)\s*</dd>\s*<dd><a href=\"/questions/([^?\"]+)")
SKIPPED = ["You chose not to answer"]


class Lost(Exception):  # noqa: N818 - what a drill is there to find
    """An answer that was given is not there any more."""


@dataclass
class Tally:
    """What visitors met. Each has a tally of their own, which are added up at the end."""

    asked: int = 0
    visits: int = 0
    failed: list = field(default_factory=list)
    lost: list = field(default_factory=list)

    def __add__(self, other):
        return Tally(
            self.asked + other.asked,
            self.visits + other.visits,
            self.failed + other.failed,
            self.lost + other.lost,
        )

    def __str__(self):
        counted = f"{self.asked:,} requests, {self.visits} whole visits"
        return f"{counted}, {len(self.failed)} failed requests, {len(self.lost)} answers lost"


class Visitor:
    def __init__(self, line, chance, tally):
        self.line, self.chance, self.tally = line, chance, tally

    def see(self, path, form=None, *statuses):
        """Return the answer, asking again where it failed. Raises Lost where the site leads elsewhere."""
        for _ in range(TRIES):
            self.tally.asked += 1
            try:
                reply = self.line.ask(path, form)
            except (OSError, HTTPException) as error:
                self.tally.failed.append(type(error).__name__)
                self.line.close()
                continue
            if reply.status not in FAILED:
                break
            self.tally.failed.append(reply.status)
        else:
            raise Lost(f"{path} failed {TRIES} times")
        if reply.status not in (statuses or {200}):
            raise Lost(f"{path} answered {reply.status} {reply.leads_to}")
        return reply

    def visit(self, route):
        """Walk from the start page to the results, and leave. Counts itself, and what was lost."""
        try:
            self._walk(route)
        except Lost as lost:
            self.tally.lost.append(str(lost))
        else:
            self.tally.visits += 1
        self.line.close()

    def _walk(self, route):
        self.see("/")
        given, journey = {}, walk(CONTENT.questionnaires, {})
        while journey.next:
            asked = journey.next
            given[asked.id] = frozenset({route}) if not given else self._choose(asked)
            journey = walk(CONTENT.questionnaires, given)
            self._answer(asked, given[asked.id], journey)
        self.see("/results")
        self.see("/leave", None, 303)
        if self.line.cookies:
            raise Lost("the cookie outlived Leave")

    def _choose(self, question):
        ids = sorted(question.ids)
        if question.choose == "many":
            chosen = frozenset(self.chance.sample(ids, min(3, len(ids))))
            if not question.clashes(chosen):
                return chosen
        return frozenset({self.chance.choice(ids)})

    def _answer(self, question, chosen, journey):
        """Answer a question; from where a visit may end, compare all answers so far with those given."""
        address = f"/questions/{question.id}"
        asked = self.see(address)
        if f'<form action="{address}"' not in asked.text:
            raise Lost(f"{address} does not ask anything")
        form = {"answer": sorted(chosen), "csrf_token": asked.token}
        if self.see(address, form, 303).leads_to == "/now":
            self.see("/now")
        if journey.may_finish:
            told = listed(self.see("/answers").text)
            if told != expected(journey):
                raise Lost(f"after {question.id}: {told}")


def listed(page):
    """Return what the page with the answers lists: each question, with the words of what was chosen."""
    found = ((name, re.findall(r"<p>(.*?)</p>", chosen)) for chosen, name in ANSWER.findall(page))
    return {name: [html.unescape(words) for words in chosen] for name, chosen in found}


def expected(journey):
    chosen = {each.id: each.chosen(journey.answers[each.id]) for each in journey.answered}
    return {name: [option.label for option in options] or SKIPPED for name, options in chosen.items()}
