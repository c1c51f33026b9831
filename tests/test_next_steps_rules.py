"""How the list of things to do is put together, seen on a check-in of a few questions."""

from screening.next_steps import next_steps
from tests.tiny import action, check_in, notice, question, walked


def steps(answer, **more):
    """Return the steps after one answer, where notices are raised by options of the same name."""
    notices = [notice("loud", **more.get("loud", {})), notice("calm", **more.get("calm", {}))]
    raises = {"a": ["loud"], "b": ["calm"]}
    kits = check_in(question("first", notices=raises), question("second", notices=raises), notices=notices)
    return [step.text for step in next_steps(walked(kits, **answer), {})]


def test_a_notice_may_have_its_own_words_after_one_question():
    words = {"loud": {"today_after": {"second": "seen already"}}}
    assert steps({"first": "a"}, **words) == ["loud"]
    assert steps({"second": "a"}, **words) == ["seen already"]
    assert steps({"first": "a", "second": "a"}, **words) == ["loud"]


def test_the_step_of_a_notice_is_left_out_beside_one_that_silences_it():
    quiet = {"calm": {"today_unless_notices": ["loud"]}}
    assert steps({"first": "b"}, **quiet) == ["calm"]
    assert steps({"first": "a b"}, **quiet) == ["loud"]


def test_an_action_replaces_the_ones_it_stands_for_and_is_said_once():
    questionnaires = check_in(
        question("first", opens={"a": ["one", "two"], "b": ["two"]}),
        notices=[notice("loud", show_if={"first": ["b"]})],
        today=[
            action("instead", show_if={"first": ["a"]}, instead_of=["one", "late"]),
            {"section": "one"},
            {"section": "two"},
            {"section": "two", "show_if": {"who": ["me"]}},
            action("same-words", text="two"),
            action("quiet", unless_notices=["loud"]),
            action("late"),
        ],
    )
    sections = {name: type("Section", (), {"today": name, "sign": "talk"}) for name in ("one", "two")}
    for answer, said in {"a": "instead two quiet", "b": "loud two late", "c": "two quiet late"}.items():
        journey = walked(questionnaires, first=answer)
        assert [step.text for step in next_steps(journey, sections)] == said.split()
