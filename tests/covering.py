"""A set of visits that covers a route: every option, step, section and notice of it, and every way to end.

The search gives each path that answers can tell apart. Along a path each question gets the answer that holds
most of what is still to be covered, and a visit may end wherever a visitor's may.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from screening.flow import END, steps
from screening.journey import walk
from screening.moves import moves
from screening.reach import reach
from screening.rules import SKIPPED
from screening.search import rules_of

if TYPE_CHECKING:
    from screening.journey import Journey

ALL, EARLY = "all answered", "finished early"  # a visit that ends at a safety stop has its notice's id


class Visit(NamedTuple):
    journey: Journey
    ending: str


def goals(questionnaires, route):
    """Return all that is to be covered, told from the content and its steps: no visit has a say in it."""
    made, taken = questionnaires[route], [*steps(questionnaires, route)]
    first, *asked = (made.by_id[name] for name in dict.fromkeys(step.source for step in taken))
    stops = (notice.id for notice in made.notices if notice.stops != "never")
    return {
        ("option", first.id, route),
        *(("option", question.id, option) for question in asked for option in question.ids),
        *(("step", step.source, step.target) for step in taken),
        *(("section", name) for name in made.sections),
        *(("notice", notice.id) for notice in made.notices),
        *(("ending", name) for name in (ALL, EARLY, *stops)),
    }


def covered(visit):
    """Return what a visit covers. At a safety stop, the step to the next question is not taken."""
    journey = visit.journey
    onward = [journey.next.id if journey.next else END] if visit.ending in {ALL, EARLY} else []
    return {
        *(("option", name, option) for name, answer in journey.answers.items() for option in answer),
        *(("step", *step) for step in pairwise([*(question.id for question in journey.answered), *onward])),
        *(("section", name) for name in journey.sections),
        *(("notice", notice.id) for notice in journey.notices),
        ("ending", visit.ending),
    }


def covering(questionnaires, route):
    """Return visits that cover a route, each chosen for the most that is left to cover.

    A visit has many options but one end, so an end that is left goes before any number of options.
    """
    left, chosen = goals(questionnaires, route), []
    while left:
        found = [(visit, covered(visit) & left) for visit in _candidates(questionnaires, route, left)]
        best, new = max(found, key=lambda each: (("ending", each[0].ending) in each[1], len(each[1])))
        if not new:
            break  # what is left, no visit can cover
        chosen.append(best)
        left -= new
    return chosen


def fewest(questionnaires, route):
    """Return how many visits it takes at least, in whatever way they are chosen.

    Of a question that takes one answer, a visit chooses one option; or takes a step past it; or ends before
    it, at a stop that only earlier questions can make. No visit does two of these.
    """
    made, wanted = questionnaires[route], goals(questionnaires, route)
    return max(_apart(made, wanted, question.id) for question in made.questions if question.choose == "one")


def _apart(made, wanted, asked):
    """Return how much there is to cover of which no visit covers two."""
    place = {name: number for number, name in enumerate((*made.by_id, END))}
    options = [goal for goal in wanted if goal[:2] == ("option", asked)]
    past = [goal for goal in wanted if goal[0] == "step" and place[goal[1]] < place[asked] < place[goal[2]]]
    later = frozenset().union(*(question.raises(question.ids) for question in made.questions[place[asked] :]))
    before = [
        each for each in made.notices if each.stops != "never" and not each.show_if and each.id not in later
    ]
    return len(options) + len(past) + len(before)


def _candidates(questionnaires, route, left):
    """Yield the visits to choose from: along each path, to each question, with each answer to it."""
    for path in _paths(questionnaires[route], route):
        given = {}
        for name, answers in path.items():
            for answer in answers:
                journey = walk(questionnaires, {**given, name: answer})
                yield from (Visit(journey, ending) for ending in _endings(journey))
            given[name] = max(
                answers, key=lambda answer: len(left & {("option", name, each) for each in answer})
            )


def _paths(made, route):
    """Yield each path that answers can tell apart: its questions, each with the answers that keep to it."""
    read = [clause for question in made.questions for clause in rules_of(question)]
    for met in reach(made, route, read, len(made.questions)).met:
        first, *asked = met.visit
        path = {first: [frozenset([route])]}
        for name in asked:
            deciding = frozenset().union(*(clause[name] for clause in read if name in clause))
            kept = met.all.get(name, frozenset())
            path[name] = [each for each in _answers(made.by_id[name], deciding) if each & deciding == kept]
        yield path


def _answers(question, deciding):
    """Return answers that between them choose every option: the most that go together, and each alone."""
    ways = moves(question, [frozenset([option]) for option in sorted(deciding)])
    every = [*(option.id for option in question.options), *sorted(question.ids & SKIPPED)]
    return [*(way.longest for way in ways), *(frozenset([option]) for option in every)]


def _endings(journey):
    if not journey.next:
        yield ALL
    elif journey.may_finish:
        yield EARLY
    yield from (notice.id for notice in journey.stops_at(journey.answered[-1])[:1])
