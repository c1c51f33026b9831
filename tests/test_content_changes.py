"""After any one edit of the content, a visit in its middle loses nothing that still fits, and ends."""

import pytest
from changed_content import KINDS, Returning, changed, faults, served, skip, states, words

from screening.journey import walk, with_answer
from tests.tiny import ids

NOTHING = frozenset()
SOME = [edit for edits in KINDS.values() for edit in edits[:: max(1, len(edits) // 6)]]


def keeps_what_fits(new, stored, edit):
    """Check the journey that these answers make after an edit, and return it."""
    journey = walk(new.questionnaires, stored)
    if not journey.answers:
        assert edit[1] == "who", "only another first question starts a visit over"
        return journey
    for question in journey.questionnaire.questions:
        if edit[0].__name__ != "add_rule" or edit[2] != question.id or question.id in ids(journey.path):
            left = stored.get(question.id, NOTHING) & question.ids
            assert journey.answers.get(question.id, NOTHING) == left, question.id
    return journey


def comes_to_its_end(new, journey):
    """Skip what is open, each step losing no answer, and return the journey at its end."""
    for _ in journey.questionnaire.questions:
        if journey.next:
            kept = with_answer(journey, journey.next, skip(journey.next))
            after = walk(new.questionnaires, kept)
            assert journey.answers.items() <= after.answers.items()
            assert journey.elsewhere == after.elsewhere
            journey = after
    assert journey.may_finish
    assert not journey.open


@pytest.mark.parametrize("kind", KINDS)
def test_after_any_edit_every_visit_keeps_what_fits_and_comes_to_its_end(content, kind):
    begun = list(states(content))
    for edit in KINDS[kind]:
        new = changed(content, edit)
        for stored in begun:
            comes_to_its_end(new, keeps_what_fits(new, stored, edit))


def test_the_visits_tried_choose_every_option(content):
    chosen = {(name, option) for stored in states(content) for name in stored for option in stored[name]}
    questions = content.questionnaires["me"].questions
    assert chosen == {(question.id, option) for question in questions for option in question.ids}


@pytest.mark.parametrize("edit", SOME, ids=lambda edit: "-".join(map(str, (edit[0].__name__, *edit[1:]))))
def test_an_edit_leaves_nothing_that_would_stop_a_start(content, edit):
    assert faults(content, edit) == []


@pytest.mark.parametrize("number", range(len(SOME)))
def test_after_an_edit_a_visit_goes_on_to_results_that_hold_what_it_kept(content, number):
    new, begun = changed(content, SOME[number]), list(states(content))
    stored = begun[number * 7 % len(begun)]
    visitor, stood = Returning(served(new), stored), walk(content.questionnaires, stored).next
    place = f"/questions/{stood.id}" if stood else "/results"
    assert visitor.see(place, follow_redirects=True).status_code == 200

    journey = walk(new.questionnaires, stored)
    while journey.next:
        stored = with_answer(journey, journey.next, skip(journey.next))
        assert visitor.send(journey.next.id, *skip(journey.next)).status_code == 303
        assert visitor.stored == stored
        journey = walk(new.questionnaires, stored)

    for page in ("/answers", "/results", "/notes"):
        assert set(visitor.page(page).texts("p", "answers")) <= words(journey)
    assert visitor.see("/now").status_code == 200
