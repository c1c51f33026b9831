"""“Leave this site”, by every way there is: it covers, forgets, goes, and leaves nothing to go back to."""

import acting
import pytest
from acting import HEADINGS, LABELS, LEFT, NO_SCRIPT, RIGHT, Visit, by, by_link
from remembering import browser  # noqa: F401 - a fixture

PROMISES = "covers the page", "the Shift key three times", "stays in sight", "Shift does nothing"
TWO_MORE, ONE_MORE = "Shift. Press it 2 more times to leave.", "Shift. Press it 1 more time to leave."
OFF = "Still on this page."
PRESSES = {  # keys, pauses in milliseconds, and more; what is said of them, and shown
    "once": ([LEFT], TWO_MORE, "●○○"),
    "twice": ([LEFT, RIGHT], ONE_MORE, "●●○"),
    "twice, then another key": ([LEFT, LEFT, "Escape"], OFF, ""),
    "another key between": ([LEFT, LEFT, "x", LEFT], TWO_MORE, "●○○"),
    "twice, just in time": ([LEFT, 4_999, LEFT], ONE_MORE, "●●○"),
    "twice, each in time": ([LEFT, 3_000, LEFT, 3_000], ONE_MORE, "●●○"),
    "twice, then five seconds": ([LEFT, LEFT, 5_000], OFF, ""),
    "twice, then once, too late": ([LEFT, LEFT, 5_000, LEFT], TWO_MORE, "●○○"),
    "once, and all is quiet again": ([LEFT, 5_000, 5_000], "", ""),
    "kept down": ([*[f"{LEFT} down"] * 3, f"{LEFT} up"], TWO_MORE, "●○○"),
    "to write capitals": (["Shift+A", "Shift+B", "Shift+C"], "", ""),
    "with other keys of its kind": (["Control+Shift", "Alt+Shift", "Meta+Shift"], "", ""),
    "with the mouse": ([f"{LEFT} down", "click", f"{LEFT} up"] * 3, "", ""),
}


@pytest.fixture
def visit(site, page):
    return Visit(site, page)


def back_and_back(visit):
    """Press Back as often as there are pages with answers, and return where each press led."""
    trail = [(visit.back(), visit.answers_in_sight(), visit.has_ended()) for _ in range(4)]
    assert {(told == [], ended) for _, told, ended in trail} == {(True, True)}
    return [address for address, _, _ in trail]


@pytest.fixture
def stuck(page):
    """A line on which the other site never comes: while a page is under way, a browser answers no test."""
    page.route("**/leave", lambda route: route.fulfill(status=204))


@pytest.mark.parametrize(("way", "before"), acting.WAYS)
def test_whichever_way_somebody_leaves_back_shows_nothing_of_theirs(visit, page, way, before):
    visit.finish()
    assert visit.answers_in_sight() == [*LABELS, HEADINGS[1]]
    with page.expect_request("**/weather") as asked:
        way(page)
    assert visit.is_elsewhere()
    assert (page.context.cookies(), "referer" in asked.value.all_headers()) == ([], False)

    assert (back_and_back(visit)[0], visit.restored) == (before, [])
    assert page.evaluate(acting.STORED) == [0, 0, "", [], [], []]


@pytest.mark.usefixtures("stuck")
def test_the_page_is_covered_and_drawn_before_the_other_site_is_asked_for(visit, page):
    page.add_init_script(acting.ORDER)
    page.goto("/results")
    with page.expect_request("**/leave"):
        by_link(page)
    assert page.evaluate("order") == ["covered", "drawn", "asked"]


@pytest.mark.usefixtures("stuck")
def test_the_cover_hides_the_page_and_all_that_names_it(visit, page):
    looks = set()
    for address in ("/results", "/answers"):
        page.goto(address)
        by_link(page)
        looks.add(page.screenshot())
        assert (page.evaluate("document.title"), page.locator("body").inner_text()) == ("Loading", "Loading")
        assert set(page.evaluate(acting.IN_SIGHT)) == {"cover"}
    assert len(looks) == 1


@NO_SCRIPT
@pytest.mark.usefixtures("stuck")
def test_without_script_shift_does_nothing_and_the_page_stays_until_the_other_site_comes(visit, page):
    page.goto("/results")
    by(LEFT, LEFT, LEFT)(page)
    assert "/leave" not in visit.asked
    with page.expect_request("**/leave"):
        by_link(page)
    assert visit.answers_in_sight() != []


def test_a_page_that_is_never_drawn_is_left_all_the_same(visit, page):
    page.add_init_script("window.requestAnimationFrame = () => 0;")
    page.goto("/results")
    by_link(page)
    assert visit.is_elsewhere()


@pytest.mark.parametrize(("acts", "said", "shown"), PRESSES.values(), ids=PRESSES)
def test_shift_is_counted_aloud_and_by_dots(visit, page, acts, said, shown):
    page.clock.install(time=0)
    page.goto("/results")
    page.clock.pause_at(60)
    for act in acts:
        acting.do(page, act)
    assert page.get_by_role("banner").get_by_role("status").text_content() == said
    assert page.locator("[data-leave-dots]").text_content() == shown
    assert "/leave" not in visit.asked


@pytest.mark.usefixtures("stuck")
def test_pressing_on_while_leaving_disturbs_nothing(visit, page):
    by(LEFT, LEFT, LEFT, LEFT, LEFT)(page)
    page.wait_for_function("document.title === 'Loading'")
    assert visit.faults == []


@pytest.mark.parametrize(("media", "seen"), [("screen", True), ("print", False)])
def test_both_links_keep_to_themselves_and_off_paper(visit, page, media, seen):
    page.emulate_media(media=media)
    links = page.locator('a[href="/leave"]')
    assert [link.get_attribute("rel") for link in links.all()] == ["nofollow noreferrer"] * 2
    assert [link.is_visible() for link in links.all()] == [seen] * 2


def test_other_tabs_stay_as_they_are(visit, page):
    other = page.context.new_page()
    other.goto("/results")
    by_link(page)
    assert (visit.is_elsewhere(), other.locator("h1").inner_text()) == (True, HEADINGS[1])


@pytest.mark.parametrize("script", [True, pytest.param(False, marks=NO_SCRIPT)])
def test_the_privacy_page_promises_what_this_browser_can_keep(visit, page, script):
    page.goto("/privacy")
    promised = [words in page.locator("main").inner_text() for words in PROMISES]
    assert promised == [script, script, not script, not script]


@pytest.mark.parametrize("script", [True, pytest.param(False, marks=NO_SCRIPT)])
def test_back_after_erasing_shows_no_answer(visit, page, script):
    visit.finish()
    page.get_by_role("button", name="Erase my answers and start again").click()
    page.wait_for_url("/")
    assert (back_and_back(visit)[0], visit.restored) == ("/results", [])
