"""Every state of every page: questions empty, in error and answered, each stop, results of many visits."""

from __future__ import annotations

from typing import NamedTuple

import visits
from visit_table import VISITS

from screening.content import load
from screening.journey import walk
from screening.rules import SKIPPED
from screening.settings import ROOT

CONTENT = load(ROOT)
ROUTES = tuple(CONTENT.questionnaires)


class State(NamedTuple):
    """Where a page is, the answers that somebody comes with, and what they do there."""

    name: str
    address: str
    answers: dict = {}  # noqa: RUF012 - never changed
    act: str = ""  # a key of ACTS
    broken: bool = False  # whether their cookie cannot be read
    referral: str = ""  # whose link they came by


def send_nothing(page):
    page.locator("main form button").first.click()


def send_what_clashes(page):
    page.check('input[value="prefer-not"]')
    page.locator('input[name="answer"]').first.check()
    send_nothing(page)


def send_a_stale_form(page):
    page.evaluate(
        "document.querySelectorAll('main [name=csrf_token]').forEach((each) => { each.value = 'x'; })"
    )
    send_nothing(page)


def send_too_much(page):
    page.evaluate("document.querySelector('[name=csrf_token]').value = 'x'.repeat(20_000)")
    send_nothing(page)


ACTS = {"empty": send_nothing, "clash": send_what_clashes, "stale": send_a_stale_form, "long": send_too_much}


def given(**answers):
    """Return answers as they are stored, from `now="none", mixing="opioids alcohol"`."""
    return {name.replace("_", "-"): frozenset(options.split()) for name, options in answers.items()}


def all_states():
    return [
        *(State("page" + address.replace("/", "-").rstrip("-"), address) for address in visits.PUBLIC),
        *(State(f"page-learn-{name}", f"/learn/{name}") for name in CONTENT.sections["me"]),
        *shared(),
        *errors(),
        *(state for route in ROUTES for state in questions(route)),
        *(state for route in ROUTES for state in stops(route)),
        *(state for route in ROUTES for state in ends(route)),
        *results(),
    ]


def shared():
    for page in ("share", "share/card", "share/poster"):
        chosen = "route=loved-one&country=GB-SCT&referral=anna"
        yield State(f"page-{page.replace('/', '-')}-everything", f"/{page}?{chosen}")
    yield State("page-start", "/start")
    yield State("page-start-me", "/start/me?referral=anna")
    yield State("page-start-loved-one-under-way", "/start/loved-one", given(who="me", now="none"))
    yield State("error-stale-start", "/start/loved-one?referral=anna", act="stale")
    yield State("results-shared-begun", "/results", given(who="me", now="none"), referral="anna")


def errors():
    done = visits.full(CONTENT, given(who="me")).answers
    yield State("error-404", "/nope")
    yield State("error-405", "/erase")
    yield State("error-500", "/crash")
    yield State("error-413", "/questions/taking", given(who="me", now="none"), "long")
    yield State("error-ended", "/results")
    yield State("error-ended-broken", "/results", broken=True)
    yield State("question-after-a-broken-visit", "/questions/who", broken=True)
    yield State("question-who-again", "/questions/who", done)
    yield State("error-clash-urgent", "/questions/now", given(who="me"), "clash")
    yield State("error-stale-question", "/questions/taking", given(who="me", now="none"), "stale")
    yield State("error-stale-erase", "/answers", done, "stale")
    yield State("error-clash", "/questions/mixing", done, "clash")


def questions(route):
    """Yield each question empty, in error and answered, the questions before it skipped."""
    path = visits.full(CONTENT, {"who": frozenset({route})}).path
    answers = {}
    for question in path:
        address, name = f"/questions/{question.id}", f"question-{route}-{question.id}"
        answer = frozenset({question.options[0].id}) if question.id != "who" else frozenset({route})
        if question.id != "who" or route == "me":
            yield State(f"{name}-empty", address, dict(answers))
            yield State(f"{name}-error", address, dict(answers), "empty")
        yield State(f"{name}-answered", address, answers | {question.id: answer})
        answers[question.id] = answer if question.id == "who" else SKIPPED


def stops(route):
    begun = given(who=route, now="none", taking="as-prescribed", reason="anxiety")
    yield State(f"stop-{route}-call-now", "/now", begun | given(now="seizure"))
    yield State(f"stop-{route}-call-now-later", "/now", begun | given(stopping="no", unwell="seizure"))
    yield State(f"stop-{route}-crisis", "/now", given(who=route, now="suicide"))
    yield State(f"stop-{route}-poison", "/now", given(who=route, now="too-much"))
    yield State(f"stop-{route}-today", "/now", begun | given(stopping="stopped"))
    yield State(f"stop-{route}-several", "/now", given(who=route, now="too-much-on-purpose suicide too-much"))
    yield State(f"stop-{route}-two-in-full", "/now", begun | given(now="seizure suicide", stopping="stopped"))
    yield State(f"stop-{route}-none", "/now", begun)
    yield State(
        f"naloxone-{route}", "/questions/reason", given(who=route, now="none", taking="not-prescribed")
    )


def ends(route):
    full = visits.everything(CONTENT, route).answers
    dropped = given(who=route, now="none", taking="not-started", stopping="no")
    yield State(f"answers-{route}-full", "/answers", full)
    yield State(f"answers-{route}-begun", "/answers", dropped)
    yield State(f"results-{route}-begun", "/results", dropped)
    yield State(f"results-{route}-everything", "/results", full)
    yield State(f"results-{route}-in-full", "/results?topics=full", full)
    yield State(f"notes-{route}-full", "/notes", full)
    yield State(f"notes-{route}-begun", "/notes", dropped)


def results():
    for number, visit in enumerate(VISITS.values(), 1):
        answers = {
            question: frozenset([options] if isinstance(options, str) else options)
            for question, options in visit.given.items()
        }
        yield State(f"results-visit-{number:02}", "/results", walk(CONTENT.questionnaires, answers).answers)


STATES = all_states()
