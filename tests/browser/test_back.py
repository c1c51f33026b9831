"""The Back button: shows a question as it was answered while a visit lasts, and nothing of it afterwards."""

import pytest
from acting import FIRST, HEADINGS, NO_SCRIPT, SECOND, Visit
from remembering import browser, needs_memory  # noqa: F401 - a fixture

EITHER_WAY = [pytest.param(True, id="script"), pytest.param(False, id="no script", marks=NO_SCRIPT)]
RESUBMISSION = "ERR_CACHE_MISS"  # the browser asks whether to send a form again


@pytest.fixture
def visit(site, page):
    return Visit(site, page)


def go_elsewhere(visit):
    visit.page.goto(f"{visit.site.elsewhere}/weather")


def chosen(page):
    return page.locator("input:checked + label").all_inner_texts()


@pytest.mark.parametrize("script", EITHER_WAY)
def test_back_shows_each_question_with_the_answer_given(visit, page, script):
    visit.send(FIRST)
    visit.send(SECOND)
    assert (visit.back(), chosen(page)) == ("/questions/unwell", [SECOND])
    assert (visit.back(), chosen(page)) == ("/questions/stopping", [FIRST])


def test_back_after_a_mistake_shows_the_question_and_not_the_mistake(visit, page):
    visit.send()
    visit.send(FIRST)
    assert (visit.back(), chosen(page)) == ("/questions/stopping", [FIRST])
    assert page.locator(".errors").count() == 0


@pytest.mark.parametrize("script", EITHER_WAY)
def test_back_after_options_that_clash_shows_the_answer_given_then(visit, page, script):
    visit.send(FIRST)
    visit.send(SECOND, "Prefer not to answer")
    assert page.locator(".errors").is_visible()
    page.get_by_label("Prefer not to answer").uncheck()
    visit.send(SECOND)
    assert (visit.back(), chosen(page)) == ("/questions/unwell", [SECOND])
    assert page.locator(".errors").count() == 0


@NO_SCRIPT
def test_without_script_back_after_an_empty_answer_needs_two_steps_for_the_browser_stops_at_the_first(
    visit, page
):
    visit.send()
    visit.send(FIRST)
    with pytest.raises(Exception, match=RESUBMISSION):
        page.go_back()
    assert visit.answers_in_sight() == []
    assert (visit.back(), chosen(page)) == ("/questions/stopping", [FIRST])


def test_back_from_another_site_asks_for_the_page_again(visit, page):
    visit.finish()
    go_elsewhere(visit)
    visit.asked.clear()
    with page.expect_request("**/results"), page.expect_event("load"):
        visit.back()
    assert visit.asked.count("/results") == 1
    assert page.locator("h1").inner_text() == HEADINGS[1]
    assert FIRST in visit.answers_in_sight()


@needs_memory
def test_back_from_another_site_meets_a_browser_that_brings_pages_back_as_they_were(visit, page):
    visit.finish()
    go_elsewhere(visit)
    with page.expect_event("load"):
        visit.back()
    assert visit.restored == ["restored /results"]


def test_a_page_brought_back_as_it_was_is_asked_for_again(visit, page):
    page.goto("/results")
    with page.expect_navigation(), page.expect_request("**/results"):
        page.evaluate('dispatchEvent(new PageTransitionEvent("pageshow", {persisted: true}))')
    assert page.locator("h1").inner_text() == HEADINGS[1]


@pytest.mark.parametrize("script", EITHER_WAY)
def test_back_from_another_site_shows_nothing_once_the_cookie_is_gone(visit, page, script):
    visit.finish()
    go_elsewhere(visit)
    page.context.clear_cookies()
    assert (visit.back(), visit.answers_in_sight(), visit.has_ended()) == ("/results", [], True)
    assert visit.restored == []
