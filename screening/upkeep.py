"""Whether the content is kept up: its sources named, its dates fresh, its numbers right."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import chain
from typing import TYPE_CHECKING

from screening.digits import differences
from screening.document import for_route
from screening.problems import Place, Problem
from screening.prose import without_tags
from screening.references import records

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from screening.codes import Code
    from screening.content import Content
    from screening.document import Document
    from screening.education import Section
    from screening.guidance import Action, Notes, Notice
    from screening.helplines import Country, Helplines, Line
    from screening.questionnaire import Question
    from screening.referrals import Referral
    from screening.strict_yaml import Key

REVIEW_NEAR = timedelta(days=60)
CHECK_OLD = timedelta(days=180)

# Records with this key say something clinical, and must name facts. Not so actions: some are right to rest
# on none, such as “Tell one person you trust today.”
_CLINICAL = {"questions": "why", "notices": "text"}
_PARAGRAPH = re.compile(r"(?:^(?!#).*\S.*\n?)+", re.MULTILINE)  # lines with words, that are no heading


def problems(content: Content, documents: Mapping[str, Document], today: date) -> Iterator[Problem]:
    """Yield what whoever keeps the content should mend; `documents` are the files it was loaded from."""
    sections = content.sections[content.first_route]  # dates and sources are the same for all routes
    files = {f"education/{name}.md": section for name, section in sections.items()}
    routed = [for_route(documents["questions.yaml"], route) for route in content.questionnaires]
    yield from dict.fromkeys(chain.from_iterable(map(_facts_missing, routed)))  # mostly the same for all
    yield from _facts_unused(content, documents["education/facts.yaml"])
    for file, section in files.items():
        yield from _dates(documents[file], section, today)
        yield from _paragraphs(documents[file])
    for file, document in documents.items():
        if file.endswith(".md") and file not in files:
            yield _advice(
                document, (), "file-unused", "“sections” does not list this file, so nobody sees it"
            )
    yield from _helplines(documents["helplines.yaml"], content.helplines, today)
    for place, referral in enumerate(content.referrals.values()):
        key: Key = ("referrals", place, "checked")
        yield from _checked(documents["referrals.yaml"], key, referral, today)


def _advice(document: Document, key: Key, code: Code, what: str, used: tuple[str, ...] = ()) -> Problem:
    return document.problem(key, code, what, used=used)._replace(grave=False)


def _facts_missing(document: Document) -> Iterator[Problem]:
    for kind, clinical in _CLINICAL.items():
        for place, record in records(document.data[kind]):
            if clinical in record and not record.get("facts"):
                what = f"“{clinical}” names no fact that it rests on"
                yield _advice(document, (kind, place), "facts-missing", what)


def _facts_unused(content: Content, document: Document) -> Iterator[Problem]:
    named: set[str] = set()
    for sections in content.sections.values():
        named.update(fact for section in sections.values() for fact in section.facts)
    for route in content.questionnaires.values():
        resting: tuple[Question | Notice | Action | Notes, ...]
        resting = (*route.questions, *route.notices, *route.today, route.notes)
        named.update(fact for each in resting for fact in each.facts)
    for place, fact in enumerate(content.facts):
        if fact not in named:
            yield _advice(document, ("facts", place), "fact-unused", "nothing rests on this fact")


def _dates(document: Document, section: Section, today: date) -> Iterator[Problem]:
    if section.reviewed > today:
        yield document.problem(("reviewed",), "review-dates", "the day of the review is still to come")
    if section.reviewed > section.review_by:
        yield document.problem(("review_by",), "review-dates", "the next review is before the last one")
    elif section.review_by < today:
        yield document.problem(("review_by",), "review-overdue", "the day to review this by has passed")
    elif section.review_by <= today + REVIEW_NEAR:
        what = f"review this in the next {REVIEW_NEAR.days} days"
        yield _advice(document, ("review_by",), "review-near", what)


def _paragraphs(document: Document) -> Iterator[Problem]:
    for paragraph in _PARAGRAPH.finditer(document.body):
        if not without_tags(paragraph[0])[1]:
            line = document.body_line + document.body.count("\n", 0, paragraph.start())
            what = "this paragraph names no fact that it rests on"
            yield Problem(document.file, Place(line), "", what, "paragraph-without-fact", grave=False)


def _helplines(document: Document, helplines: Helplines, today: date) -> Iterator[Problem]:
    lines = [line for country in helplines.countries for line in country.lines]
    dialed = {number for line in lines for number in _ways(line)}
    for place, country in enumerate(helplines.countries):
        key: Key = ("countries", place, "lines")
        yield from _twice(document, key, country)
        for number, line in enumerate(country.lines):
            yield from _checked(document, (*key, number, "checked"), line, today)
            for way, what in differences(line, country.id, dialed):
                yield document.problem((*key, number, way), "number-differs", what)


def _ways(line: Line) -> set[str]:
    return {number for number in (line.call, line.text) if number}


def _checked(document: Document, key: Key, line: Line | Referral, today: date) -> Iterator[Problem]:
    if line.checked > today:
        yield document.problem(key, "check-future", "the day of the check is still to come")
    elif today - line.checked > CHECK_OLD:
        what = f"the last check of this line is more than {CHECK_OLD.days} days ago"
        yield document.problem(key, "check-old", what)


def _twice(document: Document, key: Key, country: Country) -> Iterator[Problem]:
    seen: dict[tuple[str, str], str] = {}
    for place, line in enumerate(country.lines):
        here: Key = (*key, place)
        for way in sorted((line.role, number) for number in _ways(line)):
            if way in seen:
                what = f"another line for “{line.role}” gives the number “{way[1]}” too"
                yield _advice(document, here, "line-twice", what, used=(seen[way],))
            seen.setdefault(way, document.at(here))
