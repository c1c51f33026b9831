import pytest

from tests.tiny import check_in, ids, notice, question, walked

RAISING = check_in(
    question("first", "a f n", notices={"a": ["always"], "f": ["first"], "n": ["never"]}),
    question("second", "a f n x", notices={"a": ["always"], "f": ["first"], "n": ["never"]}),
    question("third", "x y", unless={"second": ["x"]}),
    notices=[
        notice("urgent", show_if={"first": ["n"], "third": ["y"]}),
        notice("always", "always"),
        notice("first"),
        notice("never", "never"),
        notice("either", "never", show_if=[{"third": ["x"]}, {"second": ["x"]}]),
    ],
)


def at(journey, name):
    return journey.questionnaire.by_id[name]


def test_active_notices_come_in_order_of_urgency_each_once():
    journey = walked(RAISING, first="n f", second="a f")
    assert ids(journey.notices) == ["always", "first", "never"]


def test_each_question_knows_what_its_answer_raises():
    journey = walked(RAISING, first="n a", second="f a")
    assert {name: ids(raised) for name, raised in journey.raised.items()} == {
        "who": [],
        "first": ["always", "never"],
        "second": ["always", "first"],
    }


@pytest.mark.parametrize(
    ("first", "second", "stops"),
    [
        ("", "a", "always"),
        ("a", "a", "always"),
        ("", "f", "first"),
        ("f", "f", ""),
        ("a", "f", "first"),
        ("", "n", ""),
        ("", "a f n", "always first"),
        ("f", "a f", "always"),
        ("", "x", ""),
    ],
    ids=[
        "always: the first time",
        "always: again",
        "first: the first time",
        "first: not again",
        "first: after another notice",
        "never",
        "all of them in order",
        "only what stops again",
        "nothing raised",
    ],
)
def test_a_notice_stops_the_visit_as_it_says(first, second, stops):
    journey = walked(RAISING, first=first, second=second)
    assert " ".join(ids(journey.stops_at(at(journey, "second")))) == stops


def test_a_notice_is_raised_first_by_the_earliest_question_on_the_path():
    journey = walked(RAISING, first="n", second="n a")
    assert ids(journey.raised_first_by(at(journey, "first"))) == ["never"]
    assert ids(journey.raised_first_by(at(journey, "second"))) == ["always"]


def test_an_open_question_raises_nothing_and_stops_nobody():
    journey = walked(RAISING, first="a")
    assert journey.raised_first_by(at(journey, "second")) == ()
    assert journey.stops_at(at(journey, "second")) == ()


def test_an_answer_off_the_path_raises_nothing():
    journey = walked(RAISING, second="x", third="x", first="n")
    assert ids(journey.notices) == ["never", "either"]
    assert "third" not in journey.raised


def test_a_notice_of_two_answers_is_raised_by_the_one_that_completes_them():
    journey = walked(RAISING, first="n", second="n", third="y")
    assert ids(journey.stops_at(at(journey, "first"))) == []
    assert ids(journey.stops_at(at(journey, "third"))) == ["urgent"]
    assert ids(journey.notices) == ["urgent", "never"]


def test_a_notice_of_two_answers_waits_for_both():
    assert ids(walked(RAISING, first="n", third="x").notices) == ["never", "either"]
    assert ids(walked(RAISING, first="a", third="y").notices) == ["always"]


def test_a_notice_that_goes_on_holding_is_raised_once():
    journey = walked(
        check_in(
            question("first"),
            question("second"),
            notices=[notice("held", "always", show_if={"first": ["a"]})],
        ),
        first="a",
        second="a",
    )
    assert [name for name, raised in journey.raised.items() if raised] == ["first"]
    assert journey.stops_at(at(journey, "second")) == ()


@pytest.mark.parametrize(
    ("answers", "notices"),
    [
        ({"now": "none"}, ""),
        ({"now": "breathing"}, "call-now"),
        ({"now": "too-much-on-purpose"}, "call-now crisis"),
        ({"now": "too-much suicide seizure"}, "call-now crisis poison"),
        ({"stopping": "running-low", "mixing": "opioids"}, "today naloxone"),
        ({"stopping": "stopped-before"}, ""),
        ({"tried": "very-unwell"}, ""),
        ({"unwell": "seizure", "taking": "not-prescribed"}, "call-now naloxone"),
        ({"who": "loved-one", "next_step": "took-away"}, "today"),
        ({"who": "loved-one", "next_step": "plan-take-away"}, ""),
        ({"mood": "suicide", "more": "elsewhere"}, "crisis naloxone"),
        ({"taking": "not-started", "unwell": "seizure"}, ""),
    ],
)
def test_which_real_answers_raise_which_notices(content, answers, notices):
    assert " ".join(ids(walked(content.questionnaires, **answers).notices)) == notices


def test_thoughts_of_suicide_stop_the_visit_only_where_first_said(content):
    journey = walked(content.questionnaires, now="suicide", unwell="suicide seizure", mood="suicide")
    stops = {name: ids(journey.stops_at(at(journey, name))) for name in ("now", "unwell", "mood")}
    assert stops == {"now": ["crisis"], "unwell": ["call-now"], "mood": []}
