"""Each fault in the questions, as an editor is told about it: one spoiled place, one line of help."""

# ruff: noqa: E501 - a table: one row, one fault

import re

import pytest
from editors import told

from screening.content import load
from screening.packing import BESIDE, MOST
from tests.conftest import spoil

FILE = "questions.yaml"
LATE = "unless: {now: [danger]}"
END = "  - id: end\n    choose: one\n    ask: How was it?\n    short: End\n    options: [{id: good, label: Good}]\n"
FIRST = "questions > who: the first question chooses the route: one option, required, always asked"
EITHER = "an action has either an id and a text, or a section"

# What is spoiled, with what, how many lines away the fault is, and what is said of it.
SPOILED = {
    # shape
    "unknown key": ("hint: In", "hnt: In", 0, "questions > who > hnt: there is no key “hnt” here. Did you mean “hint”?"),
    "repeated key": ("    choose: one\n", "    choose: one\n    choose: many\n", 1, "choose: this key is repeated"),
    "missing key": ("    short: Who\n", "", -4, "questions > who: “short” is missing"),
    "empty text": ("title: A small check-in", 'title: ""', 0, "title: must not be empty"),
    "text where a list belongs": ("opens: [family]}", "opens: family}", 0, "questions > who > options > them > opens: must be a list"),
    "list where text belongs": ("ask: Who is this about?", "ask: [Who]", 0, "questions > who > ask: must be text"),
    "neither yes nor no": ("alone: yes", "alone: maybe", 0, "questions > now > options > none > alone: must be yes or no"),
    "id in capitals": ("{id: none,", "{id: None,", 0, "questions > now > options > None > id: must be small letters, digits and hyphens only, like ran-out-early"),
    "neither one nor many": ("choose: many", "choose: some", 0, "questions > now > choose: Input should be 'one' or 'many'"),
    "condition on nothing": (LATE, "unless: {}", 0, "questions > late > unless > 1: must not be empty"),
    "condition on no option": (LATE, "unless: {now: []}", 0, "questions > late > unless > 1 > now: must not be empty"),
    "unknown place": ("Call {emergency}.", "Call {emergancy}.", 0, "questions > who > hint: “{emergancy}” is not a number we know. Did you mean “emergency”?"),
    "unknown place in Markdown": ("text: Call now.", "text: Call {emergancy}.", 0, "notices > urgent > text: “{emergancy}” is not a number we know. Did you mean “emergency”?"),
    "brace alone": ("Call {emergency}.", "Call {emergency.", 0, "questions > who > hint: a brace { or } stands alone"),
    # routes
    "no routes": ("routes: [me, them]\n", "", -1, "routes: “routes” must list the ids of the routes"),
    "route without a wording": ("      them: Is it happening to them?\n", "", -2, "questions > now > ask: there is no wording for “them”"),
    "first question not required": ("    required: yes\n", "", -2, FIRST),
    "first question required: no": ("required: yes", "required: no", -2, FIRST),
    "first question takes many": ("choose: one", "choose: many", -1, FIRST),
    "first question with show_if": ("    required: yes\n", "    required: yes\n    show_if: []\n", -2, FIRST),
    "first question with unless": ("    required: yes\n", "    required: yes\n    unless: []\n", -2, FIRST),
    "first question leads to a route no more": ("      - {id: me, label: Me}\n", "", -1, "questions > who > options: the first question has no option that leads to the route “me”"),
    "first question leads elsewhere": ("Me}\n", "Me}\n      - {id: us, label: Us}\n", 1, "questions > who > options: there is no route “us”."),
    # ids said twice, and ids of our own
    "question twice": (END, END + END, 5, "questions > end: “end” is there twice"),
    "option twice": ("{id: none,", "{id: danger,", 0, "questions > now > options > danger: “danger” is there twice"),
    "section twice": ("[stopping, family]\n\n", "[stopping, family, stopping]\n\n", 0, "sections > 3: “stopping” is there twice"),
    "notice twice": ("- id: quiet", "- id: panel", 0, "notices > panel: “panel” is there twice"),
    "action twice": ("  - id: save", "  - id: write", 0, "today > write: “write” is there twice"),
    "prefer-not": ("{id: none,", "{id: prefer-not,", 0, "questions > now > options > prefer-not: “prefer-not” is added to every question; choose another id"),
    # references
    "unknown section": ("opens: [family]", "opens: [famly]", 0, "questions > who > options > them > opens: there is no section “famly”. Did you mean “family”?"),
    "unknown section on the second route": ("them: [stopping, family]", "them: [stoping]", 0, "questions > now > options > worry > opens: there is no section “stoping”. Did you mean “stopping”?"),
    "unknown section of an action": ("- section: family", "- section: famly", 0, "today > 3 > section: there is no section “famly”. Did you mean “family”?"),
    "unknown notice": ("notices: [urgent]", "notices: [urgnt]", 0, "questions > now > options > danger > notices: there is no notice “urgnt”. Did you mean “urgent”?"),
    "unknown notice of an action": ("unless_notices: [urgent]", "unless_notices: [urgnt]", 0, "today > wait > unless_notices: there is no notice “urgnt”. Did you mean “urgent”?"),
    "unknown action": ("instead_of: [stopping, write]", "instead_of: [stopping, wrte]", 0, "today > wait > instead_of: there is no action “wrte”. Did you mean “write”?"),
    "unknown fact of a question": ("facts: [F1.1]", "facts: [F1.1, F1.11]", 0, "questions > who > facts: there is no fact “F1.11”. Did you mean “F1.1”?"),
    "unknown fact of a notice": ("facts: [F1.2]", "facts: [F9.9]", 0, "notices > urgent > facts: there is no fact “F9.9”."),
    "unknown fact of an action": ("facts: [F1.3]", "facts: [F9.9]", 0, "today > wait > facts: there is no fact “F9.9”."),
    "unknown fact of the notes": ("facts: [F1.4]", "facts: [F9.9]", 0, "notes > facts: there is no fact “F9.9”."),
    "unknown role": ("roles: [emergency]", "roles: [emergancy]", 0, "notices > urgent > roles: there is no role of a helpline “emergancy”. Did you mean “emergency”?"),
    "unknown question to go on after": ("{now: This is over}", "{nw: This is over}", 0, "notices > urgent > continue_after: there is no question “nw”. Did you mean “now”?"),
    "unknown question to finish after": ("finish_after: now", "finish_after: nw", 0, "finish_after: there is no question “nw”. Did you mean “now”?"),
    # conditions
    "unknown question": (LATE, "unless: {noww: [danger]}", 0, "questions > late > unless: there is no question “noww”. Did you mean “now”?"),
    "unknown option in unless": (LATE, "unless: {now: [dangr]}", 0, "questions > late > unless > now: there is no option “dangr”. Did you mean “danger”?"),
    "unknown option in show_if": ("{who: [them]}", "{who: [tham]}", 0, "questions > late > show_if > who: there is no option “tham”. Did you mean “them”?"),
    "unknown option in a list of mappings": (LATE, "unless: [{now: [danger]}, {now: [dangr]}]", 0, "questions > late > unless > 2 > now: there is no option “dangr”. Did you mean “danger”?"),
    "unknown option for a notice": ("{late: [fast], now: [worry]}", "{late: [fst]}", 0, "notices > panel > show_if > late: there is no option “fst”. Did you mean “fast”?"),
    "unknown option for an action": ("show_if: {now: [worry]}", "show_if: {now: [wory]}", 0, "today > wait > show_if > now: there is no option “wory”. Did you mean “worry”?"),
    "unknown question against an action": ("unless: {late: [fast]}", "unless: {lat: [fast]}", 0, "today > wait > unless: there is no question “lat”. Did you mean “late”?"),
    "later question": (LATE, "unless: {end: [good]}", 0, "questions > late > unless > end: “end” is not asked before this"),
    "own answer": (LATE, "unless: {late: [fast]}", 0, "questions > late > unless > late: “late” is not asked before this"),
    "skipping that would hide a question": (LATE, "unless: {now: [prefer-not]}", 0, "questions > late > unless > now: there is no option “prefer-not”."),
    # notices and actions
    "no way on": ("    continue: Go on\n", "", -6, "notices > urgent: a notice that stops the visit needs words for going on: “continue”"),
    "action with a section and an id": ("- section: family\n", "- section: family\n    id: talk\n    text: Talk.\n", 0, f"today > talk: {EITHER}"),
    "action with a section and a sign": ("- section: family\n", "- section: family\n    sign: talk\n", 0, "today > 3: a section brings its own sign"),
    "action with a section and words": ("- section: family\n", "- section: family\n    text: Talk.\n", 0, f"today > 3: {EITHER}"),
    "action that is only a word": ("- section: family\n", "- family\n", 0, "today > 3: must be a set of keys and values"),
    "action without words": ("    text: Write it down.\n", "", -1, f"today > write: {EITHER}"),
    "action without an id": ("- section: family\n", "- text: Talk.\n", 0, f"today > 3: {EITHER}"),
    "end that not everybody reaches": ("finish_after: now", "finish_after: late", 0, "finish_after: “late” is not asked of everybody"),
}  # fmt: skip

# The same, where what is gone is also missed by something else that names it.
MISSED = {
    "text where keys belong": ("- {id: me, label: Me}", "- me", 0, "questions > who > options > 1: must be a set of keys and values"),
    "no options": ("options:\n      - {id: me, label: Me}\n      - {id: them, label: Somebody else, opens: [family]}", "options: []", 0, "questions > who > options: must not be empty"),
    "no sections": ("sections: [stopping, family]", "sections: []", 0, "sections: must not be empty"),
    "no fact at all": ("facts: [F1.1]", "facts: [one]", 0, "questions > who > facts > 1: must be the id of a fact, like F1.3"),
    "stops at no known time": ("stops: never", "stops: often", 0, "notices > panel > stops: Input should be 'always', 'first' or 'never'"),
}  # fmt: skip


def test_the_small_check_in_is_sound(small):
    assert load(small).first_route == "me"


@pytest.mark.parametrize(("old", "new", "away", "said"), SPOILED.values(), ids=SPOILED)
def test_a_fault_in_the_questions_is_named_with_its_line(small, old, new, away, said):
    line = spoil(small, FILE, old, new)
    assert told(small) == [f"{FILE}:{line + away}: {said}"]


@pytest.mark.parametrize(("old", "new", "away", "said"), MISSED.values(), ids=MISSED)
def test_a_fault_that_others_miss_too_is_named_among_them(small, old, new, away, said):
    line = spoil(small, FILE, old, new)
    assert f"{FILE}:{line + away}: {said}" in told(small)


def test_a_mistyped_route_is_named_twice_over(small):
    line = spoil(small, FILE, "      them: Is it", "      tham: Is it")
    assert told(small) == [
        f"{FILE}:{line - 2}: questions > now > ask: there is no wording for “them”",
        f"{FILE}:{line}: questions > now > ask > tham: “tham” is not a route. Did you mean “them”?",
    ]


def test_a_visit_too_large_for_the_cookie_is_named_with_its_size(small):
    spoil(small, FILE, "{id: none,", f"{{id: {'x' * MOST},")
    for said, most in zip(told(small), (BESIDE, MOST), strict=True):
        assert re.search(rf"^{FILE}:6: questions: .* take \d+ characters; the cookie holds {most}$", said)


@pytest.mark.parametrize("text", ["", "- a list\n", "routes:\n", "routes: []\n", "routes: [[me]]\n"])
def test_a_file_that_names_no_routes_is_refused(small, text):
    (small / FILE).write_text(text, encoding="utf-8")
    assert told(small) == [f"{FILE}:1: routes: “routes” must list the ids of the routes"]
