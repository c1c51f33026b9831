"""A questionnaire that others published, in our format: its answers lead where its own tests say."""

from datetime import date

import pytest
from conftest import KEY, Visitor

from screening import create_app
from screening.content import load
from screening.files import read
from screening.journey import walk
from screening.report import check
from screening.settings import ROOT, Settings

FOLDER = ROOT / "tests" / "content" / "published" / "towing-rules"
START = "before-you-start"  # what the original says on its first page, so no outcome
WALKS = read(FOLDER / "walks.yaml", "walks.yaml").data
ENDS = [each for each in WALKS if "outcome" in each]


def named(case):
    return "-".join(case["given"].values())


@pytest.fixture(scope="module")
def towing():
    return load(FOLDER)


@pytest.fixture(scope="module")
def towing_app():
    return create_app(Settings(keys=(KEY,), content=FOLDER))


def every_option(content):
    """Return each option of each question, the same on every route."""
    questions = content.questionnaires[content.first_route].questions
    return {(question.id, option.id) for question in questions for option in question.options}


def test_every_question_option_and_outcome_of_it_has_a_walk(towing):
    assert {list(case["given"].items())[-1] for case in WALKS} == every_option(towing)
    outcomes = {case["outcome"] for case in ENDS}
    assert outcomes == set(towing.sections[towing.first_route]) - {START}
    assert (len({question for question, _ in every_option(towing)}), len(WALKS)) == (17, 38)


def test_nothing_is_found_in_it_but_words_that_are_hard_to_read():
    found = check(FOLDER, date(2026, 11, 26)).problems
    assert {problem.code for problem in found} == {"grade", "grade-high", "sentence-long"}


@pytest.mark.parametrize("case", WALKS, ids=named)
def test_each_answer_leads_where_the_original_says(towing, case):
    journey = walk(
        towing.questionnaires, {question: frozenset({option}) for question, option in case["given"].items()}
    )
    assert journey.next == journey.questionnaire.by_id.get(case.get("next"))
    assert list(journey.sections) == [START, *([case["outcome"]] if "outcome" in case else [])]
    assert list(journey.answers) == list(case["given"])


@pytest.mark.parametrize("case", ENDS, ids=named)
def test_a_visitor_is_asked_the_same_and_shown_the_outcome(towing_app, towing, case):
    visitor, onward = Visitor(towing_app), [*list(case["given"])[1:], ""]
    for (question, option), after in zip(case["given"].items(), onward, strict=True):
        leads_to = visitor.answer(**{question: option})
        assert leads_to == (f"/questions/{after}" if after else "/answers")

    page, texts = visitor.page("/results"), towing.sections[case["given"]["towing-vehicle-type"]]
    assert page.sections(texts) == [START, case["outcome"]]
    assert texts[case["outcome"]].today in page.texts("li", "steps")
