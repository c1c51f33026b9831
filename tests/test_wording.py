"""Each fault in the words of the content, as an editor is told about it: one planted fault, one place."""

# ruff: noqa: E501 - a table: one row, one fault

import pytest
from speed import seconds

from screening.content import MOST_ROUTES
from screening.files import documents
from screening.settings import ROOT
from screening.supplies import wordlist
from screening.wording import problems
from tests.conftest import spoil

QUESTIONS, LINES, FACTS = "questions.yaml", "helplines.yaml", "education/facts.yaml"
STOPPING, FAMILY = "education/stopping.md", "education/family.md"
TREATABLE, CALL, LABEL, THEIRS = (
    "It is treatable.",
    "text: Call now.",
    "label: Worry",
    "them: Ask a pharmacist with them",
)
LONG = "One two six ten " * 7 + "yes."

# The file, what is spoiled, with what, how many lines below it the fault is, the column, and the code.
PLANTED = {
    # refused
    "banned word in a question": (QUESTIONS, LABEL, "label: An addict", 0, 19, "banned-word"),
    "banned word in a notice": (QUESTIONS, CALL, "text: |\n      Call now.\n\n      Get **clean**.", 3, 7, "banned-word"),
    "banned word in folded text": (QUESTIONS, "short: Call", "short: >-\n      Your\n      severity", 1, 7, "banned-word"),
    "banned word in a section": (STOPPING, TREATABLE, "It is fine. [F1.2]\nThen\nrehab.", 2, 1, "banned-word"),
    "banned word beside an allowed phrase": (STOPPING, TREATABLE, "No score, but scored.", 0, 15, "banned-word"),
    "banned word in a note": (LINES, "name: Both\n        shown", "note: For addicts.\n        shown", 0, 19, "banned-word"),
    "banned word in a fact": (FACTS, "text: Families can help.", "text: Addicts can help.", 0, 37, "banned-word"),
    "a text of the other route": (STOPPING, THEIRS, "them: Ask what your dose is", 0, 18, "you-of-them"),
    "a text of both routes": (STOPPING, TREATABLE, "Bring the pills you take.", 0, 17, "you-of-them"),
    "a question of both routes": (QUESTIONS, "ask: How was it?", "ask: Do you take it?", 0, 13, "you-of-them"),
    # reading
    "a long sentence": (STOPPING, TREATABLE, f"Short. {LONG}", 0, 8, "sentence-long, advice"),
    "a long sentence with a place": (STOPPING, TREATABLE, f"Short. Call {{emergency}}, {LONG}", 0, 8, "sentence-long, advice"),
    # setting
    "straight apostrophe": (STOPPING, TREATABLE, "It isn't.", 0, 4, "quotes-straight, advice"),
    "straight quotes in YAML": (QUESTIONS, LABEL, "label: 'A \"worry\"'", 0, 20, "quotes-straight, advice"),
    "apostrophe written twice in YAML": (QUESTIONS, LABEL, "label: 'It isn''t'", 0, 20, "quotes-straight, advice"),
    "double space": (STOPPING, TREATABLE, "It is.  Ask.", 0, 4, "space-double, advice"),
    "space before a comma": (STOPPING, TREATABLE, "It is , yes.", 0, 4, "space-before, advice"),
    "three dots": (STOPPING, TREATABLE, "It is ...", 0, 4, "dots, advice"),
    "hyphen as a dash": (STOPPING, TREATABLE, "It is - yes.", 0, 4, "dash, advice"),
    # characters
    "no-break space": (FAMILY, "Families can", "Families\u00a0can", 0, 9, "space-odd, advice"),
    "tab": (FAMILY, "Families can", "Families\tcan", 0, 9, "space-odd, advice"),
    # addresses and numbers
    "source that is not https": (STOPPING, "https://one", "http://one", 0, 14, "link-insecure"),
    "address in a text": (FACTS, "Families can help.", "See ftp://one.example.org now.", 0, 41, "link-insecure"),
    "bare address in a text": (STOPPING, TREATABLE, "See www.example.org now.", 0, 5, "link-insecure"),
    "number of a helpline": (STOPPING, TREATABLE, "Or 112.", 0, 4, "number-in-prose"),
    "number that looks like one": (QUESTIONS, "title: A small", "title: Call 1-800-555-0100, a", 0, 13, "number-in-prose"),
    "number with a country": (QUESTIONS, "hint: In danger", "hint: +34 91 562 04 20. In danger", 0, 12, "number-in-prose"),
    "number in a role": (LINES, "missing: Call for help.", "missing: Call 112.", 0, 53, "number-in-prose"),
}  # fmt: skip

# The same for what is no fault.
SOUND = {
    "sign that is quoted": (QUESTIONS, "    short: Now\n", '    short: Now\n    signs: ["Denial of an addict - "]\n'),
    "title of a source": (STOPPING, "title: A page", 'title: "Drug Abuse: an addict\'s guide..."'),
    "allowed phrase": (STOPPING, TREATABLE, "It is not a score."),
    "what the first route is told": (STOPPING, "me: Ask a pharmacist", "me: Ask about your dose"),
    "what only the first route is shown": (QUESTIONS, "text: Do not stop yet.\n    show_if: {now", "text: If you take it, wait.\n    show_if: {who: [me], now"),
    "a helper, addressed": (STOPPING, THEIRS, "them: Ask what you can do for them"),
    "name with accents": (LINES, "name: Listeners, shown", "name: Línea de la Vida – 東京, shown"),
    "number in a note": (LINES, "name: Both\n        shown", "note: Or 112.\n        shown"),
    "numbers that nobody dials": (STOPPING, TREATABLE, "For 2 in 100 people of 1,112 it was 10-12 weeks, at 9:30, in 2025."),
    "25 words": (STOPPING, TREATABLE, "one " * 25),
    "ours": (STOPPING, TREATABLE, "“It’s time …”, he said – and left: ‘so be it’."),
    "https in a text": (FACTS, "Families can help.", "See https://www.example.org now."),
}  # fmt: skip


def told(folder):
    return list(problems(documents(folder), wordlist(ROOT)))


def briefly(folder):
    return [(problem.file, *problem.place, problem.kind) for problem in told(folder)]


@pytest.mark.parametrize("fault", PLANTED.values(), ids=PLANTED)
def test_a_planted_fault_is_named_once_with_its_line_and_column(small, fault):
    file, old, new, away, column, kind = fault
    line = spoil(small, file, old, new)
    assert briefly(small) == [(file, line + away, column, kind)]


@pytest.mark.parametrize("change", SOUND.values(), ids=SOUND)
def test_what_is_no_fault_is_not_named(small, change):
    spoil(small, *change)
    assert told(small) == []


def test_a_problem_says_what_was_found_and_what_to_write(small):
    spoil(small, STOPPING, TREATABLE, "Book a detox.")
    assert "“detox”: Say “a slow taper”" in str(told(small)[0])


def test_without_a_word_list_everything_else_is_checked(small):
    spoil(small, STOPPING, TREATABLE, "No detox ...")
    assert [problem.code for problem in problems(documents(small), None)] == ["dots"]


@pytest.mark.parametrize("text", [None, "a: [", "", "routes: me"])
def test_where_the_routes_cannot_be_read_everything_else_is_checked(small, text):
    path = small / QUESTIONS
    path.unlink() if text is None else path.write_text(text, encoding="utf-8")
    spoil(small, STOPPING, TREATABLE, "No detox ...")
    assert [problem.code for problem in told(small)] == ["banned-word", "dots"]


def test_without_helplines_whatever_looks_like_a_number_is_found(small):
    (small / LINES).unlink()
    spoil(small, STOPPING, TREATABLE, "It was 112, 9-8-8 and 85258.")
    assert [problem.what[:7] for problem in told(small)] == ["“9-8-8”", "“85258”"]


@pytest.mark.parametrize(
    ("text", "times"),
    [("{}", "x"), ("a{}b", " "), ("{}", "1"), ("{}", "a - ")],
    ids=["word", "gap", "number", "hyphens"],
)
def test_what_is_sixteen_times_as_long_takes_no_more_than_three_times_that(small, text, times):
    words, now = wordlist(ROOT), "How was it?"
    taken = []
    for length in (0, 10_000, 160_000):  # nothing first: whatever is worked out once is worked out then
        long = text.format(times * (length // len(times)))
        spoil(small, QUESTIONS, f"ask: {now}", f'ask: "{long}"')
        now = f'"{long}"'
        taken.append(seconds(lambda: list(problems(documents(small), words))))
    assert taken[2] < 3 * 16 * taken[1]


def test_no_more_routes_are_read_than_there_can_be(small):
    routes = ["me", "them", *(f"r{number}" for number in range(MOST_ROUTES))]
    spoil(small, QUESTIONS, "[me, them]", f"[{', '.join(routes)}]")
    line = spoil(small, STOPPING, "  me: Ask", f"  {routes[MOST_ROUTES]}: An addict.\n  me: Ask")
    assert told(small) == []
    spoil(small, STOPPING, routes[MOST_ROUTES], routes[MOST_ROUTES - 1])
    assert [problem.place.line for problem in told(small)] == [line]
