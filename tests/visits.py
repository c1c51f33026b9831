"""Visits that between them choose every option of every question, and the pages to look at in each."""

from __future__ import annotations

from screening.journey import walk
from screening.rules import SKIPPED

PUBLIC = (
    "/",
    "/learn",
    "/help",
    "/help?country=GB-SCT",
    "/help?country=MX",
    "/help?country=ZZ",
    "/about",
    "/about/questions",
    "/share",
    "/privacy",
    "/accessibility",
)
# Of a copy that has a public address and counselors: what makes links, and where they land.
FOR_COUNSELORS = (
    "/share",
    "/share?route=me&country=GB-SCT&referral=anna",
    "/share/card?referral=anna",
    "/share/poster?country=CA",
)
LANDINGS = ("/start", "/start/me", "/start/loved-one?country=GB-SCT&referral=anna", "/start/nope")
IN_A_VISIT = ("/now", "/answers", "/results", "/notes")


def every_option(content, route):
    """Yield a visit for each option of a route: all questions skipped but the one that has the option.

    The other questions that must have an answer for it to be asked get one.
    """
    questionnaire = content.questionnaires[route]
    start = {questionnaire.questions[0].id: frozenset({route})}
    for question in questionnaire.questions[1:]:
        for option in question.options:
            yield full(content, {**start, question.id: frozenset({option.id})})


def everything(content, route):
    """Return the visit that chooses every option that can go with others."""
    questionnaire = content.questionnaires[route]
    chosen = {questionnaire.questions[0].id: frozenset({route})}
    for question in questionnaire.questions[1:]:
        together = [option.id for option in question.options if not option.alone]
        chosen[question.id] = frozenset(together if question.choose == "many" else together[1:2])
    return full(content, chosen)


def full(content, answers):
    """Complete a visit by skipping every question that is still open."""
    while open_questions := walk(content.questionnaires, answers).open:
        answers = answers | {open_questions[0].id: SKIPPED}
    return walk(content.questionnaires, answers)


def all_visits(content):
    for route in content.questionnaires:
        yield from every_option(content, route)
        yield everything(content, route)
        yield full(content, {"who": frozenset({route})})
