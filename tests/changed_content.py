"""The real content after an edit, as a start would load it, and visits that began before."""

from collections import defaultdict
from dataclasses import replace
from itertools import islice

import content_edits
from conftest import Visitor
from cryptography.fernet import Fernet

from screening import checks, serving
from screening.document import Document, for_route
from screening.files import read
from screening.journey import walk
from screening.packing import packed, too_long, unpacked
from screening.problems import Place
from screening.questionnaire import Questionnaire
from screening.rules import SKIPPED
from screening.settings import ROOT, Settings
from screening.shape import shaped
from tests import visits

SETTINGS = Settings(keys=(Fernet.generate_key().decode(),), csrf_key="the same for every version")
DATA = read(ROOT / "questions.yaml", "questions.yaml").data
KINDS = defaultdict(list)  # the edits by the name of what makes them
for _edit in content_edits.every(DATA):
    KINDS[_edit[0].__name__].append(_edit)
TAKEN = frozenset({"as-prescribed"})
HALFWAY = (1, 6, 11)  # questions answered so far


def changed(content, edit):
    """Return this content after an edit, made as at a start."""
    data, routed = _routed(edit)
    made = {route: shaped(each, Questionnaire) for route, each in routed.items()}
    texts = {route: content.sections.get(route, content.sections["me"]) for route in made}
    sections = {route: {name: texts[route][name] for name in data["sections"]} for route in made}
    return replace(content, questionnaires=made, sections=sections)


def faults(content, edit):
    """Return what would stop a start after an edit."""
    known = checks.Known(content.facts, None)
    wrong = [problem for each in _routed(edit)[1].values() for problem in checks.questionnaire(each, known)]
    return [
        *map(str, wrong),
        *(line for made in changed(content, edit).questionnaires.values() for line in too_long(made)),
    ]


def _routed(edit):
    data = content_edits.edited(DATA, *edit)
    document = Document("questions.yaml", data, defaultdict(Place))
    return data, {route: for_route(document, route) for route in data["routes"]}


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


def skip(question):
    """Return how to leave a question open: the first answer where there must be one."""
    return frozenset({question.options[0].id}) if question.required else SKIPPED


def words(journey):
    """Return what a page may show as the answers of a journey."""
    chosen = [question.chosen(journey.answers[question.id]) for question in journey.answered]
    return {"You chose not to answer"} | {option.label for options in chosen for option in options}


class Returning(Visitor):
    """Somebody whose cookie, sealed by any version of the content, is opened by every other."""

    def __init__(self, app, stored):
        super().__init__(app)
        with self.browser.session_transaction() as session:
            session["answers"] = packed(stored)

    @property
    def stored(self):
        with self.browser.session_transaction() as session:
            return unpacked(session.get("answers"))


def served(content):
    return serving(content, SETTINGS)
