"""What must hold for every visitor, whatever is in their cookie."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.journey import walk, with_answer
from screening.rules import SKIPPED
from tests.tiny import ids

ROUTES = ["me", "loved-one"]


@pytest.fixture(scope="module")
def stored_answers(content):
    """Stale or forged answers: real ids in their place, real ids in another, and junk."""
    questions = content.questionnaires["loved-one"].questions
    options = sorted({option for question in questions for option in question.ids})
    junk = st.text(max_size=5) | st.sampled_from(options)
    answers = {
        question.id: st.frozensets(st.sampled_from(sorted(question.ids)) | junk, max_size=3)
        | st.sampled_from(sorted(question.ids)).map(lambda option: frozenset({option}))
        for question in questions
    }
    known = st.fixed_dictionaries({}, optional=answers)
    return st.builds(dict.__or__, st.dictionaries(junk, st.frozensets(junk, max_size=2), max_size=2), known)


@given(st.data())
def test_any_answers_at_all_make_a_valid_journey(content, stored_answers, data):
    stored = data.draw(stored_answers)
    journey = walk(content.questionnaires, stored)
    places = [journey.questionnaire.questions.index(question) for question in journey.path]
    assert journey.path
    assert all(first < second for first, second in pairwise(places))
    assert set(journey.answers) <= set(ids(journey.path))
    for question in journey.answered:
        answer = journey.answers[question.id]
        assert answer
        assert answer <= question.ids
        assert answer <= stored[question.id]
        assert not question.clashes(answer)


@given(st.data())
def test_a_journey_is_the_journey_of_its_own_answers(content, stored_answers, data):
    journey = walk(content.questionnaires, data.draw(stored_answers))
    again = walk(content.questionnaires, journey.answers)
    assert again.dropped == {}
    for part in ("route", "path", "answers", "notices", "raised", "sections", "open", "latest"):
        assert getattr(again, part) == getattr(journey, part), part


@given(st.data())
def test_every_known_answer_is_kept_or_named_as_dropped_but_for_skips(content, stored_answers, data):
    stored = data.draw(stored_answers)
    journey = walk(content.questionnaires, stored)
    for name in journey.questionnaire.by_id:
        kept, gone = journey.answers.get(name, frozenset()), journey.dropped.get(name, frozenset())
        assert (kept | gone) - SKIPPED == stored.get(name, frozenset()) - SKIPPED
        assert not gone & (kept | SKIPPED)


@given(st.data())
def test_whoever_goes_on_answering_comes_to_the_end(content, stored_answers, data):
    journey = walk(content.questionnaires, data.draw(stored_answers))
    answered = 0
    while journey.next:
        option = data.draw(st.sampled_from(sorted(journey.next.ids)))
        kept = with_answer(journey, journey.next, frozenset({option}))
        journey, answered = walk(content.questionnaires, kept), answered + 1
    assert answered <= len(journey.questionnaire.questions)
    assert journey.may_finish


@given(st.data())
def test_changing_one_answer_never_loses_what_still_fits(content, stored_answers, data):
    journey = walk(content.questionnaires, data.draw(stored_answers))
    question = data.draw(st.sampled_from([*journey.answered[1:], *journey.open[:1]] or journey.path))
    option = data.draw(st.sampled_from(sorted(question.ids)))
    after = walk(content.questionnaires, with_answer(journey, question, frozenset({option})))
    assert after.answers[question.id] == {option}
    for other in set(ids(after.path)) & set(journey.answers) - {question.id}:
        assert question.id == "who" or after.answers[other] == journey.answers[other]


@given(st.data())
def test_a_notice_stays_until_its_answer_changes_and_no_other_stops_the_visit(content, stored_answers, data):
    journey = walk(content.questionnaires, data.draw(stored_answers))
    for question in journey.path:
        stops = journey.stops_at(question)
        assert set(ids(stops)) <= set(ids(journey.notices))
        assert all(notice.stops != "never" for notice in stops)
    firsts = [notice for question in journey.path for notice in journey.raised_first_by(question)]
    assert sorted(ids(firsts)) == sorted(ids(journey.notices))


@pytest.mark.parametrize("route", ROUTES)
def test_skipping_everything_hides_no_question(content, route):
    questions = content.questionnaires[route].questions
    skipped = {question.id: SKIPPED for question in questions} | {"who": frozenset({route})}
    possible = [
        question for question in questions if not question.show_if or question.asked({"who": {route}})
    ]
    assert ids(walk(content.questionnaires, skipped).path) == ids(possible)
    assert len(possible) == {"me": 15, "loved-one": 16}[route]


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("skipped", ["answer", "nothing"])
@given(data=st.data())
def test_skipping_one_answer_hides_no_later_question(content, stored_answers, route, skipped, data):
    stored = {**data.draw(stored_answers), "who": frozenset({route})}
    before = walk(content.questionnaires, stored)
    question = data.draw(st.sampled_from(before.path[1:]))
    less = {name: answer for name, answer in stored.items() if name != question.id}
    less |= {question.id: SKIPPED} if skipped == "answer" else {}
    assert set(ids(before.path)) <= set(ids(walk(content.questionnaires, less).path))
