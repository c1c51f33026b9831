import re

import pytest
import tiny
import visits
from hypothesis import given
from hypothesis import strategies as st

from screening.packing import MOST, beside, longest, packed, unpacked

ids = st.text(alphabet="az09-", min_size=1, max_size=9)
answers = st.dictionaries(ids, st.frozensets(ids, min_size=1))
junk = st.none() | st.booleans() | st.integers() | st.floats() | st.binary() | st.lists(st.text())


def test_answers_become_one_line_in_the_order_given():
    assert packed({"who": {"me"}, "now": {"confused", "breathing"}}) == "who=me&now=breathing,confused"


def test_an_answer_that_holds_nothing_is_left_out():
    assert packed({"who": frozenset(), "now": {"none"}}) == "now=none"
    assert packed({}) == ""


@given(answers)
def test_what_is_packed_comes_back_in_the_same_order(given_answers):
    back = unpacked(packed(given_answers))
    assert back == given_answers
    assert list(back) == list(given_answers)


@given(answers)
def test_a_packed_line_needs_no_quoting_in_a_cookie(given_answers):
    assert re.fullmatch(r"[a-z0-9=&,-]*", packed(given_answers))


@given(st.text() | st.text(alphabet="ab=&,"))
def test_any_line_gives_ids_and_sets_of_ids(line):
    for question, options in unpacked(line).items():
        assert question in line
        assert "" not in options


@given(junk)
def test_what_is_not_a_line_holds_no_answers(given_instead):
    assert unpacked(given_instead) == {}


@pytest.mark.parametrize(
    ("line", "answers"),
    [
        ("", {}),
        ("who", {}),
        ("&&", {}),
        ("who=", {"who": set()}),
        ("who=,me,", {"who": {"me"}}),
        ("who=me&now", {"who": {"me"}}),
        ("who=me&who=you", {"who": {"you"}}),
        ("who=me=you", {"who": {"me=you"}}),
    ],
)
def test_a_damaged_line_gives_what_can_be_read(line, answers):
    assert unpacked(line) == answers


@pytest.mark.parametrize("route", ["me", "loved-one"])
def test_every_option_of_every_question_fits_in_the_cookie(content, route):
    questionnaire = content.questionnaires[route]
    everything = {question.id: question.ids for question in questionnaire.questions}
    assert len(packed(everything)) == longest(questionnaire) <= MOST


@pytest.mark.parametrize(
    ("options", "notice_id", "longest_line"),
    [
        ("a bb", "x", "first=a,bb,prefer-not"),
        ("a", "a-notice-with-a-long-name", "first=a-notice-with-a-long-name"),
    ],
)
def test_beside_the_answers_there_is_room_for_a_mistake_or_a_stop(options, notice_id, longest_line):
    kit = tiny.check_in(tiny.question("first", options), notices=[tiny.notice(notice_id)])["me"]
    assert beside(kit) == len(longest_line)


@pytest.mark.parametrize("route", ["me", "loved-one"])
def test_the_fullest_visit_holds_a_mistake_and_a_stop_in_a_cookie_of_the_same_length(visitor, content, route):
    journey = visits.everything(content, route)
    visitor.hold(journey)
    length = len(visitor.cookie.value)
    for question in journey.path[1:]:
        visitor.send(question.id, *question.ids)
        assert len(visitor.cookie.value) == length
    assert visitor.answer(now="seizure") == "/now"
    assert len(visitor.cookie.value) == length


def test_the_longest_visit_grows_with_the_questions(content):
    me = content.questionnaires["me"]
    assert longest(me.model_copy(update={"questions": me.questions[:-1]})) < longest(me)
