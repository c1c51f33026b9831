"""A whole visit by keyboard alone: at every stop the focus can be seen and comes in the order of the page."""

import pytest
from reflow import NARROW, WIDE, ZOOMED
from states import CONTENT, STATES, State, given
from visit_table import PATH
from visits import full
from walking import Keyboard, either_way, given_on, labels, leads, where

HEADER = ["Skip to main content", "Leave this site", "Check-in", "Get help now", "Leave this site"]
PARTS = ["header", "nav", "main", "aside", "footer"]
ANSWERS = {
    "me": given(
        who="me", now="suicide", taking="other-ways", reason="anxiety sleep", stopping="stopped",
        unwell="shaky on-edge", mixing="opioids alcohol", how_long="under-1-month", more="helps-less",
        tried="no", mind="pull gaps", mood="none", situations="past-use", daily="falls work", help="learn",
    ),
    "loved-one": given(
        who="loved-one", now="none", taking="unsure", reason="hard-day feeling", stopping="planning",
        unwell="seizure", next_step="took-away talk", mixing="none", how_long="under-1-month",
        more="extra elsewhere", tried="hard", mind="reasons", mood="low sleep", situations="children-near",
        daily="home", help="family support",
    ),
}  # fmt: skip
STOPS = {"me": "now stopping", "loved-one": "unwell next-step"}
SIZES = {"me": WIDE, "loved-one": NARROW}
BY_NAME = {state.name: state for state in STATES}
IN_SIGHT = """() => {
    const question = document.querySelector("h1").getBoundingClientRect();
    const header = document.querySelector("header").getBoundingClientRect();
    return header.bottom <= question.top && question.bottom <= innerHeight;
}"""
EMPTY = "Choose an answer, or “Prefer not to answer”"
by_route = pytest.mark.parametrize("route", ANSWERS)
by_size = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])


@pytest.fixture
def keyboard(page):
    return Keyboard(page)


def press(keyboard):
    """Press what has the focus; the stops on the way there came in a sensible order."""
    assert [stop["name"] for stop in keyboard.seen][:5] == HEADER
    parts = list(dict.fromkeys(stop["part"] for stop in keyboard.seen))
    wanted = [part for part in PARTS if (where(keyboard.page), part) != ("/", "nav")]
    assert parts == wanted[: len(parts)]
    keyboard.enter()


def follow(keyboard, name):
    """Press a link or a button. A page that is new is read to its end first, and back again."""
    if where(keyboard.page) in keyboard.known:
        keyboard.tab_to(name)
    else:
        keyboard.read_through()
        keyboard.tab_to(name, "Shift+Tab")
    press(keyboard)


def go_on(keyboard):
    follow(keyboard, keyboard.page.locator("main .actions a").inner_text())


def answer(keyboard, question, chosen, before=()):
    keyboard.choose(question, chosen, before)
    keyboard.tab_to("Continue")
    press(keyboard)


def answer_all(keyboard, journey):
    go_on(keyboard)
    for question in journey.path:
        assert where(keyboard.page) == f"/questions/{question.id}"
        answer(keyboard, question, journey.answers[question.id])
        first, *others = leads(PATH[journey.route], STOPS[journey.route], question.id)
        assert where(keyboard.page) == first
        if others:
            go_on(keyboard)


def change(keyboard, question, before, chosen):
    follow(keyboard, f"Change: {question.short}")
    answer(keyboard, question, chosen, before)
    assert where(keyboard.page) == "/answers"
    assert given_on(keyboard.page, question) == labels(question, chosen)


@by_route
def test_a_whole_visit(page, keyboard, base_url, route):
    page.set_viewport_size(SIZES[route])
    page.goto(base_url)
    journey = full(CONTENT, ANSWERS[route])
    answer_all(keyboard, journey)
    change(keyboard, journey.questionnaire.by_id["how-long"], {"under-1-month"}, {"over-3-months"})
    go_on(keyboard)
    follow(keyboard, "a sheet for the prescriber or pharmacist")
    for place in ("/notes", "/results"):
        assert where(page) == place
        follow(keyboard, "Back")
    follow(keyboard, "Erase my answers and start again")
    assert where(page) == "/"


@by_size
@pytest.mark.parametrize("address", ["/", "/questions/help", "/now", "/results", "/notes"])
def test_the_skip_link_passes_the_header(page, keyboard, site, address, size):
    page.set_viewport_size(size)
    site.open(page, State("", address, ANSWERS["me"]))
    keyboard.tab_to("Skip to main content")
    page.keyboard.press("Enter")
    page.locator("main:focus").wait_for()
    assert keyboard.press("Tab")["part"] == "main"


@either_way
def test_after_an_empty_answer_the_focus_is_on_the_summary(page, keyboard, site, script):
    site.open(page, State("", "/questions/taking", given(who="me", now="none")))
    keyboard.tab_to("Continue")
    keyboard.enter()
    page.locator(".errors:focus").wait_for()
    assert keyboard.press("Tab")["name"] == EMPTY
    assert keyboard.press("Enter")["name"] == "Clonazepam is prescribed, and taken the way the label says"
    assert page.evaluate("document.activeElement.id") == "answer"


@by_size
@by_route
def test_the_link_of_the_summary_leaves_the_question_in_sight(page, keyboard, site, route, size):
    page.set_viewport_size(size)
    path = full(CONTENT, ANSWERS[route]).path
    for question in sorted(path, key=lambda each: len(each.ask) + len(each.hint or ""))[-3:]:
        site.open(page, BY_NAME[f"question-{route}-{question.id}-error"])
        page.locator(".errors:focus").wait_for()
        assert keyboard.press("Tab")["name"] == EMPTY
        keyboard.press("Enter")
        assert page.evaluate(IN_SIGHT), question.id


def test_at_400_percent_no_choice_moves_out_of_sight(page, keyboard, site):
    page.set_viewport_size(ZOOMED)
    site.open(page, BY_NAME["question-me-mixing-error"])
    page.locator(".errors:focus").wait_for()
    for key in ("Tab", "Enter", *["Tab"] * 7, *["Shift+Tab"] * 7):  # to the first choice, the last, and back
        keyboard.press(key)
