"""The real content after an edit, as a start would load it, and visits that began before."""

from collections import defaultdict
from dataclasses import replace
from itertools import islice

import content_edits
from cryptography.fernet import Fernet

from screening import checks, serving
from screening.document import Document, for_route, read
from screening.journey import walk
from screening.packing import too_long
from screening.problems import Place
from screening.questionnaire import Questionnaire
from screening.settings import ROOT, Settings
from screening.shape import shaped
from tests import visits

SETTINGS = Settings(keys=(Fernet.generate_key().decode(),), csrf_key="the same for every version")
DATA = read(ROOT / "questions.yaml", "questions.yaml").data
EDITS = list(content_edits.every(DATA))
TAKEN = frozenset({"as-prescribed"})
HALFWAY = (1, 2, 6, 10, 14)  # questions answered so far


def called(edit):
    make, *about = edit
    return " ".join(map(str, (make.__name__, *about)))


def changed(content, edit):
    """Return this content after an edit; nothing may be wrong with it that would stop a start."""
    data, known = content_edits.edited(DATA, *edit), checks.Known(content.facts, None)
    document = Document("questions.yaml", data, defaultdict(Place))
    routed = {route: for_route(document, route) for route in data["routes"]}
    made = {route: shaped(each, Questionnaire) for route, each in routed.items()}
    first = data["routes"][0]  # the routes differ in wording only
    assert not [*map(str, checks.questionnaire(routed[first], known)), *too_long(made[first])], called(edit)
    texts = {route: content.sections.get(route, content.sections["me"]) for route in made}
    sections = {route: {name: texts[route][name] for name in data["sections"]} for route in made}
    return replace(content, questionnaires=made, sections=sections)


def states(content):
    """Yield the answers of visits in their middle and at their end; together they choose every option."""
    for route, questionnaire in content.questionnaires.items():
        everything = visits.everything(content, route).answers
        yield from (dict(islice(everything.items(), answered)) for answered in HALFWAY)
        for turn in range(max(len(question.ids) for question in questionnaire.questions)):
            answers = {name: _turned(question, turn) for name, question in questionnaire.by_id.items()}
            for taking in (answers["taking"], TAKEN):  # which leaves no question out
                chosen = {**answers, "who": frozenset({route}), "taking": taking}
                yield walk(content.questionnaires, chosen).answers


def _turned(question, turn):
    return frozenset({sorted(question.ids)[turn % len(question.ids)]})


def served(content):
    """Return an app that can open the cookies of every other made here."""
    return serving(content, SETTINGS)
