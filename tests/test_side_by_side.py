"""The routes side by side: each question, notice and action in one row, whoever it is for."""

from tiny import action, check_in, notice, question

from screening.side_by_side import asked, rows


def held(row):
    return {route: shown and shown.id for route, shown in row.items()}


def test_a_question_of_one_route_leaves_the_place_of_the_other_empty():
    made = check_in(question("one", show_if={"who": ["them"]}), question("two", unless={"one": ["a"]}))
    found = [held(row) for row in rows(made)["questions"]]
    assert found == [{"me": "who", "them": "who"}, {"me": None, "them": "one"}, {"me": "two", "them": "two"}]


def test_a_path_holds_what_is_asked_of_somebody_who_skips_everything():
    made = check_in(question("one"), question("two", show_if={"one": ["a"]}))
    assert [each.id for each in asked(made)["me"]] == ["who", "one", "two"]


def test_a_path_goes_on_past_a_question_that_must_be_answered():
    late = question("two", show_if={"one": ["a"]}, unless={"one": ["b"]})
    made = check_in(question("one", required="yes"), late, question("three"))
    assert [each.id for each in asked(made)["me"]] == ["who", "one", "two", "three"]


def test_an_action_that_no_answer_of_a_route_can_bring_leaves_its_place_empty():
    made = check_in(
        question("one", show_if={"who": ["them"]}),
        today=[
            action("always"),
            action("for-me", show_if={"who": ["me"]}),
            action("after-one", show_if={"one": ["a"]}),
            action("not-for-me", unless={"who": ["me"]}),
        ],
    )
    assert [held(row) for row in rows(made)["actions"]] == [
        {"me": "always", "them": "always"},
        {"me": "for-me", "them": None},
        {"me": None, "them": "after-one"},
        {"me": None, "them": "not-for-me"},
    ]


def test_a_route_with_fewer_notices_leaves_places_empty_at_the_end():
    made = check_in(notices=[notice("one"), notice("two")])
    fewer = {"me": check_in(notices=[notice("one")])["me"], "them": made["them"]}
    assert [held(row) for row in rows(fewer)["notices"]] == [
        {"me": "one", "them": "one"},
        {"me": None, "them": "two"},
    ]
