"""The page of every question holds all that is asked and said at once, each route in its own place."""

import re
from itertools import pairwise

import pytest
from pages import Page

from screening.side_by_side import rows

ROUTES = ("me", "loved-one")
QUOTED = (
    "The words in quotes come from the article that gave us the topics. "
    "They are not our words, and some are wrong or harsh."
)


@pytest.fixture(scope="module")
def sheet(app):
    return Page(app.test_client().get("/about/questions").text)


@pytest.fixture(scope="module")
def read(app):
    """Return a text of the content as a visitor of the default country reads it."""
    fill = app.jinja_env.from_string("<div>{{ text|plain }}</div>")
    with app.test_request_context():
        yield lambda text: Page(fill.render(text=text)).texts("div")[0]


def within(sheet, element):
    return [each for each in sheet.elements if any(other is element for other in each.around)]


def cells(sheet, route):
    """Return what one route has in each row, by the heading of the row."""
    found = {}
    for row in sheet.all("section", "row"):
        inside = within(sheet, row)
        heading = next(each.text for each in inside if each.tag in {"h2", "h3"})
        side = [each for each in inside if each.around[-1].is_called("sides")]
        if side:
            found[heading] = side[ROUTES.index(route)]
    return found


def missing(cell, texts, read):
    return [text for text in map(read, filter(None, texts)) if text not in cell.text]


@pytest.mark.parametrize("route", ROUTES)
def test_every_word_of_every_question_stands_in_the_place_of_its_route(sheet, content, read, route):
    cells_here = list(cells(sheet, route).items())
    for row, (heading, cell) in zip(rows(content.questionnaires)["questions"], cells_here, strict=False):
        question = row[route]
        if question is None:
            assert cell.text.endswith("This route does not ask this question."), heading
            continue
        assert read(question.short) in heading
        said = [question.ask, question.hint, question.below, question.why, *question.signs, *question.facts]
        assert missing(cell, said, read) == [], heading


@pytest.mark.parametrize("route", ROUTES)
def test_every_answer_says_what_it_opens_and_raises(sheet, content, read, route):
    titles = {name: section.title for name, section in content.sections[route].items()}
    raised = {notice.id: notice.title for notice in content.questionnaires[route].notices}
    here = [each for cell in cells(sheet, route).values() for each in within(sheet, cell)]
    shown = [each.text for each in here if each.tag == "li"]
    for row in rows(content.questionnaires)["questions"]:
        for option in row[route].options if row[route] else ():
            said = [option.label, option.hint or "", *(titles[name] for name in option.opens)]
            said += [raised[name] for name in option.notices]
            whole = ".*".join(re.escape(read(text)) for text in said)
            assert re.fullmatch(f"{whole}.*" if option.alone else whole, shown.pop(0)), option


@pytest.mark.parametrize("route", ROUTES)
def test_every_word_of_every_notice_stands_in_the_place_of_its_route(sheet, content, read, route):
    here = {heading.partition(" ")[2]: cell for heading, cell in cells(sheet, route).items()}
    for notice in content.questionnaires[route].notices:
        said = [notice.title, notice.text, notice.short, notice.go_on, notice.today, *notice.facts]
        said += [*notice.go_on_after.values(), *notice.today_after.values()]
        assert missing(here[notice.id], said, read) == [], notice.id


@pytest.mark.parametrize("route", ROUTES)
def test_every_action_and_note_stands_in_the_place_of_its_route(sheet, content, read, route):
    here = cells(sheet, route)
    for number, row in enumerate(rows(content.questionnaires)["actions"], 1):
        named = next(each.name for each in row.values() if each)
        text = row[route] and (row[route].text or content.sections[route][row[route].section].today)
        assert read(text or "This route does not have this action.") in here[f"{number}. {named}"].text
    notes = content.questionnaires[route].notes
    assert missing(here["Notes for the appointment"], [*notes.ask, *notes.say], read) == []


CONDITIONS = {
    ("me", "1. Who this is about"): "When it is askedAlways.",
    ("me", "7. What you have done to help"): "This route does not ask this question.",
    ("loved-one", "7. What you have done to help"): "If question 1 was answered with Someone I care about.",
    ("me", "10. Changes in recent months"): (
        "Always, but not if question 3 was answered with"
        " It is not being taken now, but was before or It has not been started yet."
    ),
    ("loved-one", "5. pills-unused"): "; or if question 7 was answered with Taken away",
    ("me", "40. do-not-stop"): "It has not been started yet; nor if question 5 was answered with Stopped",
    ("loved-one", "2. watched"): "This route does not have this action.",
    ("me", "2. watched"): "Me, and question 2 was answered with Awake, and took too much",
    ("me", "1. call-now"): "(after question 6 alone: A clinician has already seen this: continue)",
    ("me", "5. naloxone"): "When it stops the visitNever. It stands above the next question.",
}


@pytest.mark.parametrize(("route", "heading"), CONDITIONS)
def test_a_condition_is_told_in_words(sheet, route, heading):
    assert CONDITIONS[route, heading] in cells(sheet, route)[heading].text


def test_the_words_of_the_source_are_said_to_be_its_own(sheet, content):
    assert QUOTED in sheet.texts("main")[0]
    signs = {sign for question in content.questionnaires["me"].questions for sign in question.signs}
    assert set(sheet.texts("q")) == signs


def test_the_page_says_which_topic_everybody_is_shown(sheet):
    assert "Everybody is shown Stopping safely, whatever they answer." in sheet.texts("main")[0]


def test_headings_go_down_by_one_level_at_a_time(sheet):
    levels = [int(each.tag[1]) for each in sheet.elements if re.fullmatch("h[1-6]", each.tag)]
    assert levels[0] == 1
    assert max(after - before for before, after in pairwise(levels)) == 1


def test_the_numbers_are_those_of_the_country_that_was_chosen(visitor):
    text = visitor.page("/about/questions?country=MX").texts("main")[0]
    assert "Numbers to call are for: Mexico." in text
    assert "1-800-222-1222" not in text
