"""The warning before a visit ends: seen, heard, reached by keyboard, and answered by an ordinary form."""

import pytest
from states import CONTENT, given

BEGUN = given(who="me", now="none", taking="as-prescribed")
PAGES = ["/questions/reason", "/answers", "/results", "/notes", "/now"]
MINUTE = 60_000  # milliseconds
SOON = "For your privacy, the answers will be erased soon."
NARROW = pytest.mark.browser_context_args(viewport={"width": 320, "height": 640})


class Clock:
    """The clock of a page, whose visit began a moment ago."""

    def __init__(self, site, page, address, began=BEGUN):
        self.page, self.asked = page, []
        page.clock.install()
        page.context.add_cookies([site.cookie(began)])
        page.goto(address)
        page.on("request", lambda request: self.asked.append((request.method, request.resource_type)))

    def after(self, minutes):
        self.page.clock.fast_forward(minutes * MINUTE)
        return self.page.locator(".soon")


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_said_until_a_few_minutes_before_the_end(site, page, address):
    clock = Clock(site, page, address)
    assert clock.after(24).text_content() == ""
    soon = clock.after(2)
    assert soon.is_visible()
    assert soon.text_content().startswith(SOON)
    assert soon.get_attribute("role") == "status"
    assert page.evaluate("document.activeElement === document.body")  # nobody is interrupted


@pytest.mark.parametrize("address", PAGES)
def test_its_button_is_an_ordinary_form_and_brings_the_page_back_with_all_its_time(site, page, address):
    clock = Clock(site, page, address)
    with page.expect_navigation():
        clock.after(26).get_by_role("button").click()
    assert clock.asked[:2] == [("POST", "document"), ("GET", "document")]
    assert page.get_by_text("You have more time: 60 minutes").is_visible()
    assert clock.after(24).text_content() == ""


def test_what_is_picked_and_not_yet_sent_stays_picked(site, page):
    clock = Clock(site, page, "/questions/reason")
    page.check('input[value="sleep"]')
    page.check('input[value="anxiety"]')
    with page.expect_navigation():
        clock.after(26).get_by_role("button").press("Enter")
    picked = page.locator("input:checked").evaluate_all("all => all.map(each => each.value)")
    assert sorted(picked) == ["anxiety", "sleep"]


@NARROW
@pytest.mark.parametrize("address", ["/questions/reason", "/results"])
def test_it_covers_neither_the_way_out_nor_whatever_has_the_focus(site, page, address):
    soon = Clock(site, page, address).after(26)
    assert soon.bounding_box()["height"] <= 640 / 2
    assert page.locator("[data-leave]").is_visible()
    seen = 0
    while not page.evaluate("document.activeElement.closest('footer')"):
        page.keyboard.press("Tab")
        part = page.locator(":focus").bounding_box()
        inside = page.evaluate("!!document.activeElement.closest('.soon, body > header')")
        assert inside or part["y"] + part["height"] <= soon.bounding_box()["y"] + 1
        seen += 1
    assert seen > 5


@pytest.mark.parametrize("address", PAGES[:-1])
def test_after_the_end_the_page_is_asked_for_again_and_shows_no_answer(site, page, address):
    clock = Clock(site, page, address)
    page.context.clear_cookies()  # what the server does then: tests/test_visits_ends.py
    with page.expect_navigation():
        clock.after(31)
    assert page.url.endswith(f"{address}?look=yes")
    assert page.title() == "This page has ended"
    label = CONTENT.questionnaires["me"].by_id["taking"].chosen({"as-prescribed"})[0].label
    assert label not in page.content()


def test_a_device_that_slept_past_the_end_shows_nothing_when_it_wakes(site, page):
    Clock(site, page, "/results")
    page.context.clear_cookies()
    with page.expect_navigation():
        page.clock.set_system_time("2040-01-01")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.title() == "This page has ended"


def test_a_public_page_warns_of_nothing(site, page):
    Clock(site, page, "/learn/mixing").after(120)
    assert page.url.endswith("/learn/mixing")
    assert page.locator(".soon").count() == 0
