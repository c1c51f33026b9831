"""A check-in of a few questions, to see one rule of the journey at a time."""

from __future__ import annotations

from screening.journey import walk
from screening.questionnaire import Questionnaire

WHO = {
    "id": "who",
    "choose": "one",
    "required": "yes",
    "ask": "?",
    "short": "Who",
    "options": [{"id": route, "label": route} for route in ("me", "them")],
}


def question(name, options="a b", **more):
    """Make a question; `opens` and `notices` say which option has what, as `{"a": ["section"]}`."""
    opens, notices = more.pop("opens", {}), more.pop("notices", {})
    listed = [
        {"id": option, "label": option, "opens": opens.get(option, []), "notices": notices.get(option, [])}
        for option in options.split()
    ]
    return {"id": name, "choose": "many", "ask": "?", "short": name, "options": listed, **more}


def notice(name, stops="first", **more):
    words = {"title": name, "text": name, "short": name, "today": name, "continue": "Continue"}
    return {"id": name, "stops": stops, "roles": [], **words, **more}


def action(name, **more):
    return {"id": name, "text": name, **more}


def check_in(*questions, notices=(), today=()):
    """Return the same tiny questionnaire for both routes."""
    said = {
        "title": "Tiny",
        "routes": ["me", "them"],
        "finish_after": "who",
        "sections": ["one", "two", "three"],
        "questions": [WHO, *questions],
        "notices": notices,
        "today": today,
        "notes": {"ask": [], "say": []},
    }
    return {route: Questionnaire.model_validate(said) for route in ("me", "them")}


def walked(questionnaires, **answers):
    """Walk with `taking="a b"`; who it is about is `me` unless given."""
    given = {"who": "me", **answers}
    stored = {name.replace("_", "-"): frozenset(chosen.split()) for name, chosen in given.items() if chosen}
    return walk(questionnaires, stored)


def ids(records):
    return [record.id for record in records]
