"""Every one-step edit of a check-in's plain data that leaves it sound: what may change in mid-visit.

Whatever names the thing that is edited is edited with it: conditions, notices, actions, routes.
"""

import json
from itertools import pairwise

from content_parts import RULES, by_question, clauses, conditions, ids, place, records, without, wordings

ADDED = {"id": "added", "choose": "one", "ask": "?", "short": "?", "options": [{"id": "yes", "label": "Yes"}]}


def every(data):
    """Yield each edit: the function that makes it, and what it is about."""
    names = ids(data["questions"])
    for question in data["questions"]:
        yield rename_question, question["id"]
        for option in question["options"]:
            yield rename_option, question["id"], option["id"]
            yield drop_option, question["id"], option["id"]
    for where, name in enumerate(names[1:], 1):  # the first question stays, and stays the first
        yield drop_question, name
        yield add_question, where
        if name != data["finish_after"]:  # which must be asked of everybody
            yield from ((add_rule, rule, name, earlier) for earlier in names[:where] for rule in RULES)
    yield from ((swap_questions, *pair) for pair in pairwise(names[1:]))
    yield from ((drop_notice, name) for name in ids(data["notices"]))
    yield from ((drop_section, name) for name in data["sections"])
    yield (swap_wordings,)


def edited(data, edit, *about):
    copy = json.loads(json.dumps(data))
    edit(copy, *about)
    for record in records(copy):
        for rule in RULES:
            record[rule] = [clause for clause in clauses(record, rule) if clause and all(clause.values())]
            if not record[rule]:
                del record[rule]
    return copy


def rename_question(data, old):
    data["questions"][place(data, old)]["id"] = new = f"{old}-new"
    if data["finish_after"] == old:
        data["finish_after"] = new
    for named in by_question(data):
        if old in named:
            named[new] = named.pop(old)


def drop_question(data, name):
    where = place(data, name)
    del data["questions"][where]
    if data["finish_after"] == name:
        data["finish_after"] = data["questions"][where - 1]["id"]
    for named in by_question(data):
        named.pop(name, None)


def rename_option(data, name, old):
    question, new = data["questions"][place(data, name)], f"{old}-new"
    question["options"][ids(question["options"]).index(old)]["id"] = new
    for clause in conditions(data):
        if name in clause:
            clause[name] = [new if option == old else option for option in clause[name]]
    if question is data["questions"][0]:
        for wording in wordings(data, data["routes"]):
            wording[new] = wording.pop(old)
        data["routes"] = [new if route == old else route for route in data["routes"]]


def drop_option(data, name, old):
    question = data["questions"][place(data, name)]
    question["options"] = [option for option in question["options"] if option["id"] != old]
    for clause in conditions(data):
        if name in clause:
            clause[name] = [option for option in clause[name] if option != old]
    if question is data["questions"][0]:
        for wording in wordings(data, data["routes"]):
            del wording[old]
        data["routes"].remove(old)


def add_question(data, where):
    data["questions"].insert(where, ADDED)


def swap_questions(data, first, second):
    here, there, listed = place(data, first), place(data, second), data["questions"]
    listed[here], listed[there] = listed[there], listed[here]


def add_rule(data, rule, name, earlier):
    question, read = (data["questions"][place(data, each)] for each in (name, earlier))
    question[rule] = [*clauses(question, rule), {earlier: [read["options"][0]["id"]]}]


def drop_notice(data, name):
    data["notices"] = [notice for notice in data["notices"] if notice["id"] != name]
    data |= without(data, name, {"notices", "today_unless_notices", "unless_notices"})


def drop_section(data, name):
    data["today"] = [action for action in data["today"] if action.get("section") != name]
    data |= without(data, name, {"sections", "opens", "instead_of"})


def swap_wordings(data):
    one, other = data["routes"]
    for wording in wordings(data, data["routes"]):
        wording[one], wording[other] = wording[other], wording[one]
