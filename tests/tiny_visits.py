"""Tiny check-ins of every kind, and every visit there can be to one: what a search must agree with."""

from __future__ import annotations

from itertools import chain, combinations, product

from hypothesis import strategies as st
from tiny import check_in, question

from screening.journey import walk
from screening.packing import packed

OPTIONS = "abc"


def sets(letters):
    every = chain.from_iterable(combinations(letters, count) for count in range(1, len(letters) + 1))
    return st.sampled_from([list(each) for each in every])


@st.composite
def tiny_check_ins(draw):
    """Three questions of one kind or the other, with conditions on what came before."""
    names, made = [], []
    for name in ("first", "second", "third"):
        rules = {}
        for rule in ("show_if", "unless"):
            if names and draw(st.booleans()):
                clause = st.dictionaries(st.sampled_from(names), sets(OPTIONS), min_size=1, max_size=2)
                rules[rule] = draw(st.lists(clause, min_size=1, max_size=2))
        choose = draw(st.sampled_from(["one", "many"]))
        more = {"required": "yes"} if draw(st.booleans()) else {}
        made.append(question(name, " ".join(OPTIONS), choose=choose, **rules, **more))
        made[-1]["options"][-1]["alone"] = draw(st.sampled_from(["yes", "no"]))
        names.append(name)
    return check_in(*made)


def every_answer(asked):
    every = chain.from_iterable(combinations(sorted(asked.ids), count) for count in range(1, 5))
    return [frozenset(each) for each in every if not asked.clashes(each)]


def every_visit(questionnaires):
    """Yield the journey of every visit to its end, each once."""
    made = questionnaires["me"]
    seen = set()
    for answers in product(*map(every_answer, made.questions[1:])):
        stored = dict(zip(list(made.by_id)[1:], answers, strict=True))
        journey = walk(questionnaires, {"who": frozenset({"me"}), **stored})
        if (way := packed(journey.answers)) not in seen:
            seen.add(way)
            yield journey
