"""The journeys of the real content: every option counts, and every question knows whom it is for."""

import pytest

from screening.journey import walk
from screening.rules import PREFER_NOT
from tests.tiny import ids, walked


def visits(content):
    """Yield for every option of every question of each route a visit that chooses just that."""
    for route, questionnaire in content.questionnaires.items():
        for question in questionnaire.questions:
            for option in sorted(question.ids):
                chosen = {"who": frozenset({route}), question.id: frozenset({option})}
                yield route, question.id, option, walk(content.questionnaires, chosen)


def test_every_option_of_every_question_can_be_chosen_on_each_route(content):
    for route, question, option, journey in visits(content):
        reachable = question in ids(journey.path)
        assert reachable or (route, question) == ("me", "next-step"), (route, question)
        assert not reachable or option in journey.answers[question], (route, question, option)


def test_every_option_opens_and_raises_what_it_says(content):
    for _, question, option, journey in visits(content):
        if question not in journey.answers or option == PREFER_NOT:
            continue
        (said,) = journey.questionnaire.by_id[question].chosen({option})
        assert set(said.opens) <= set(journey.sections)
        assert set(said.notices) <= set(ids(journey.notices))


@pytest.mark.parametrize("route", ["me", "loved-one"])
def test_every_section_is_opened_and_every_notice_raised_by_some_option(content, route):
    journeys = [journey for where, _, _, journey in visits(content) if where == route]
    opened = {section for journey in journeys for section in journey.sections}
    raised = {notice for journey in journeys for notice in ids(journey.notices)}
    assert opened == set(content.questionnaires[route].sections)
    assert raised == set(ids(content.questionnaires[route].notices))


@pytest.mark.parametrize(
    ("answers", "asked", "left_out"),
    [
        ({"who": "me"}, "mixing more daily", "next-step"),
        ({"who": "loved-one"}, "mixing next-step", ""),
        (
            {"who": "me", "taking": "not-started"},
            "mixing mood situations",
            "stopping unwell how-long more tried daily",
        ),
        ({"who": "me", "taking": "not-now"}, "stopping unwell how-long tried daily", "more"),
        ({"who": "me", "taking": PREFER_NOT}, "stopping unwell how-long more tried mind daily", ""),
    ],
)
def test_who_meets_which_of_the_real_questions(content, answers, asked, left_out):
    path = set(ids(walked(content.questionnaires, **answers).path))
    assert set(asked.split()) <= path
    assert not set(left_out.split()) & path
