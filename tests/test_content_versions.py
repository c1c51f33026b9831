"""Two versions of the content, side by side: whichever serves the next request, no visit breaks."""

from changed_content import KINDS, Returning, changed, served, skip, states, words
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from screening.content import load
from screening.journey import walk
from screening.settings import ROOT

CONTENT = load(ROOT)
APP = served(CONTENT)
STATES = list(states(CONTENT))
PAGES = ("/now", "/answers", "/results", "/notes", "/questions/who", "/questions/help")


def choose(data, journey):
    """Draw a question that can be answered, most often the open one, and an answer to it."""
    question = data.draw(st.sampled_from([*journey.open[:1] * 4, *journey.answered]))
    return question, data.draw(st.sampled_from(sorted(question.ids)))


def answer(visitor, journey, question, option):
    """Answer, and check that no answer to a question that only the other version knows is lost."""
    before, first = visitor.stored, journey.path[0]
    assert visitor.send(question.id, option).status_code == 303
    assert visitor.stored[question.id] == {option}
    if question != first or journey.answers.get(first.id, {option}) == {option}:
        known = journey.questionnaire.by_id
        assert {name: before[name] for name in before if name not in known}.items() <= visitor.stored.items()


def end(visitor, version):
    """Skip to the end, and check that the results show only what this version knows."""
    journey = walk(version.questionnaires, visitor.stored)
    for _ in journey.questionnaire.questions:
        if journey.next:
            answer(visitor, journey, journey.next, *skip(journey.next))
            journey = walk(version.questionnaires, visitor.stored)
    assert set(visitor.page("/results").texts("p", "answers")) <= words(journey)


# Generate only: a failure tells its steps, and making them fewer would take minutes.
@settings(max_examples=30, phases=[Phase.generate])
@given(data=st.data())
def test_a_visit_between_two_versions_loses_nothing_and_can_end_in_either(data):
    kind = data.draw(st.sampled_from(sorted(KINDS)))
    new = changed(CONTENT, data.draw(st.sampled_from(KINDS[kind])))
    versions = [(CONTENT, APP), (new, served(new))]
    visitor = Returning(APP, data.draw(st.sampled_from(STATES)))
    for step in [*data.draw(st.lists(st.sampled_from(["answer", "look"]), max_size=20)), "end", "end"]:
        version, visitor.browser.application = versions[data.draw(st.integers(0, 1))]
        if step == "answer":
            journey = walk(version.questionnaires, visitor.stored)
            answer(visitor, journey, *choose(data, journey))
        elif step == "look":
            before = visitor.stored
            assert visitor.see(data.draw(st.sampled_from(PAGES))).status_code < 400
            assert visitor.stored == before
        else:
            end(visitor, version)
