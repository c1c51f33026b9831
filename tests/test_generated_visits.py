"""Visits that cover each route between them, through the front door: what is shown equals the model."""

import pytest
from conftest import Visitor
from covering import ALL, EARLY, covered, covering, fewest, goals
from test_visits import check_reasons, expected_trail, said

from screening.next_steps import next_steps
from screening.packing import packed
from tests.tiny import ids


@pytest.fixture(scope="module", params=["me", "loved-one"])
def route(request):
    return request.param


@pytest.fixture(scope="module")
def visits(content, route):
    return covering(content.questionnaires, route)


def test_every_option_of_the_content_is_to_be_covered(content):
    every = set().union(*(goals(content.questionnaires, route) for route in content.questionnaires))
    for made in content.questionnaires.values():
        assert every >= {("option", asked.id, option) for asked in made.questions for option in asked.ids}


def test_a_route_is_covered_whole(content, route, visits):
    assert set().union(*map(covered, visits)) == goals(content.questionnaires, route)


def test_hardly_fewer_visits_would_do(content, route, visits):
    least = fewest(content.questionnaires, route)
    assert least <= len(visits) <= least + 2


def test_each_visit_is_led_and_shown_what_the_model_says(app, content, visits, subtests):
    for visit in visits:
        journey = visit.journey
        with subtests.test(f"{visit.ending}: {packed(journey.answers)}"):
            visitor = Visitor(app)
            check_way(visitor, journey)
            check_end(visitor, visit)
            check_forms(visitor, journey)
            check_answers(visitor.page("/answers"), journey)
            check_results(visitor.page("/results"), journey, content.sections[journey.route])
            check_notes(visitor.page("/notes"), journey)


def check_way(visitor, journey):
    """Check that the questions are asked in order, with a stop where one is due."""
    trail = visitor.walk(**{name: sorted(answer) for name, answer in journey.answers.items()})
    stops = [question.id for question in journey.answered if journey.stops_at(question)]
    expected = expected_trail(ids(journey.path), stops)
    assert trail == expected[: len(expected) - len(journey.open)]


def check_end(visitor, visit):
    """Check the page on which the visit ends. Where all is answered, the way has led to it."""
    if visit.ending == EARLY:
        assert visitor.page(f"/questions/{visit.journey.next.id}").link("Finish here") == "/answers"
    elif visit.ending != ALL:
        page, made = visitor.page("/now"), visit.journey.questionnaire
        (title,) = (said(notice.title) for notice in made.notices if notice.id == visit.ending)
        assert title in page.texts("h1", "card") + page.texts("h2", "card")


def check_forms(visitor, journey):
    """Check that each question offers all of its options, and has kept those chosen."""
    for question in journey.answered:
        page = visitor.page(f"/questions/{question.id}")
        assert {each.attrs["value"] for each in page.all("input", "choice")} == question.ids
        assert page.checked == journey.answers[question.id]


def check_answers(page, journey):
    assert page.texts("dt", "answers") == [said(question.ask) for question in journey.answered]
    assert page.texts("p", "answers") == labels(journey, journey.answered)


def check_results(page, journey, sections):
    assert page.texts("h2", "card") == [said(notice.title) for notice in journey.notices]
    assert page.texts("li", "steps") == [said(step.text) for step in next_steps(journey, sections)]
    shown = [name for name in journey.questionnaire.sections if name in {"withdrawal", *journey.sections}]
    assert page.sections(sections) == shown
    for name in shown:
        opened_by = {each.question.id: ids(each.options) for each in journey.sections.get(name, ())}
        check_reasons(journey.questionnaire, page.because(name), opened_by)
    assert page.texts("dt", "answers") == [said(question.short) for question in journey.answered]
    assert page.texts("p", "answers") == labels(journey, journey.answered)


def check_notes(page, journey):
    told = [question for question in journey.answered if question.chosen(journey.answers[question.id])]
    assert page.texts("dt", "answers") == [said(question.short) for question in told]
    assert page.texts("p", "answers") == labels(journey, told)


def labels(journey, questions):
    """Return the answers to questions as they are read."""
    chosen = (question.chosen(journey.answers[question.id]) for question in questions)
    return [
        label
        for options in chosen
        for label in [said(each.label) for each in options] or ["You chose not to answer"]
    ]
