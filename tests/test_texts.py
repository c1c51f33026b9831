"""What a visitor can read in a content file is found, with its place, and nothing else is."""

import pytest

from screening.files import read, read_front_matter
from screening.texts import texts

QUESTIONS = """\
title: A title
routes: [me, them]
questions:
  - id: who
    ask: {me: Is it you?, them: Is it they?}
    signs: [A quoted sign]
    options:
      - {id: me, label: Me, opens: [me]}
  - id: today
    ask: Only theirs
    show_if: {who: [them]}
  - id: next
    ask: For anybody
    show_if: [{who: [them]}, {today: [title]}]
    unless: {today: [label]}
notices:
  - id: one
    title: Call {emergency} or {reach crisis}
    text: |
      Call *now*,
      and stay.

      - Breathe.
    continue_after: {today: Soon or on}
    today_unless_notices: [today]
today:
  - {id: rest, text: "Rest. [F1.1, F1.2] Then ask.", sign: talk}
notes:
  ask: [How?]
  say:
    - >-
      I have
      noticed …
"""

SECTION = """\
---
title: A section
facts: [F1.1]
today: Ask. [F1.1]
sources: [{by: A house, title: A page, address: "https://one.example.org"}]
picture:
  title: A picture
  panels: [{drawing: breath-one, title: One, description: A line., says: It falls., facts: [F1.1]}]
---

A **strong** first,
then more. [F1.1]

## How it feels

- Sleepy. [F1.2]
- If so, {reach crisis}.
"""

LINES = """\
default: AA
roles: [{id: crisis, title: Crisis, missing: Look elsewhere.}]
countries:
  - id: AA
    name: Un pays
    lines: [{name: Écoute, shown: "112", text: "112", note: Free., cost: None, hours: Always, source: x}]
"""

FACTS = "facts: [{id: F1.1, topic: text, text: It works., sources: [{by: A, title: A page}]}]\n"
WORDS = "words: [{pattern: x, example: an x, why: Not so}]\nof_them: [{why: Not so}]\n"


def found(folder, text, route="me", reader=read):
    (folder / "file").write_text(text, encoding="utf-8")
    return [(each.kind, each.said, each.place.line) for each in texts(reader(folder / "file", "file"), route)]


def test_the_questions_as_one_route_reads_them(tmp_path):
    assert found(tmp_path, QUESTIONS) == [
        ("title", "A title", 1),
        ("ask", "Is it you?", 5),
        ("label", "Me", 8),
        ("ask", "For anybody", 13),
        ("title", "Call emergency or reach crisis", 18),
        ("text", "Call now, and stay.", 19),
        ("text", "Breathe.", 19),
        ("continue_after", "Soon or on", 24),
        ("text", "Rest. Then ask.", 27),
        ("ask", "How?", 29),
        ("say", "I have noticed …", 31),
    ]


def test_what_another_route_is_asked_is_read_there(tmp_path):
    said = [said for _, said, _ in found(tmp_path, QUESTIONS, "them")]
    assert said[1:5] == ["Is it they?", "Me", "Only theirs", "For anybody"]


def test_a_section_is_read_block_by_block_with_the_line_of_each(tmp_path):
    assert found(tmp_path, SECTION, reader=read_front_matter) == [
        ("title", "A section", 2),
        ("today", "Ask.", 4),
        ("title", "A picture", 7),
        ("title", "One", 8),
        ("description", "A line.", 8),
        ("says", "It falls.", 8),
        ("p", "A strong first, then more.", 11),
        ("h2", "How it feels", 14),
        ("p", "Sleepy.", 16),
        ("p", "If so, reach crisis.", 17),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LINES, ["Crisis", "Look elsewhere.", "Free.", "None", "Always"]),
        (FACTS, ["It works."]),
        (WORDS, []),
        ("", []),
        ("[title, text]", []),
        ("questions: {ask: What?}\ntitle: [1, {title: {title: Deep}}]\n", ["What?", "1", "Deep"]),
    ],
    ids=["helplines", "facts", "words", "nothing", "a list", "wrong shapes"],
)
def test_other_files_and_other_shapes(tmp_path, text, said):
    assert [each for _, each, _ in found(tmp_path, text)] == said


def test_a_problem_stands_where_the_words_stand(tmp_path):
    (tmp_path / "file").write_text(QUESTIONS, encoding="utf-8")
    everything = {text.said: text for text in texts(read(tmp_path / "file", "file"), "me")}
    said = {
        "now, and": everything["Call now, and stay."],
        "emergency or reach": everything["Call emergency or reach crisis"],
        "noticed": everything["I have noticed …"],
        "on": everything["Soon or on"],
        "Rest": everything["A title"],  # said elsewhere, as where YAML writes a letter as a number
    }
    places = [tuple(text.problem("code", found, "what").place) for found, text in said.items()]
    assert places == [(20, 13), (18, 18), (33, 7), (24, 37), (1, 1)]
