"""How soon “Leave this site” covers the page: before the click is over, and before anything is asked for."""

import pytest
from acting import Visit
from remembering import browser  # noqa: F401 - a fixture

COVERED = """() => new Promise((told) => {
  const began = performance.now();
  document.querySelector("[data-leave]").click();
  const covered = document.querySelector(".cover") !== null;
  requestAnimationFrame(() => setTimeout(() => told([covered, performance.now() - began])));
})"""


@pytest.fixture
def stuck(page):
    """A line on which the other site never comes."""
    page.route("**/leave", lambda route: route.fulfill(status=204))


@pytest.mark.usefixtures("stuck")
def test_the_page_is_covered_before_the_click_is_over(site, page, record_property):
    Visit(site, page).finish()
    covered, drawn = page.evaluate(COVERED)
    record_property("measured", f"leaving: the cover is drawn {drawn:.0f} ms after the click")
    assert covered
