"""A visitor with answers behind them in a browser that remembers pages, and the ways to leave."""

import pytest
from states import CONTENT, given

BEFORE = given(who="me", now="none", taking="other-ways", reason="sleep")
HEADINGS = ("Check your answers", "Information that matches your answers")
NO_SCRIPT = pytest.mark.browser_context_args(java_script_enabled=False)
LEFT, RIGHT = "ShiftLeft", "ShiftRight"
TELL = 'addEventListener("pageshow", (at) => at.persisted && console.log("restored", location.pathname))'
STORED = """async () => [localStorage.length, sessionStorage.length, document.cookie,
  await indexedDB.databases(), await caches.keys(), await navigator.serviceWorker.getRegistrations()]"""
ORDER = """addEventListener("DOMContentLoaded", () => {
  const later = setTimeout, frame = requestAnimationFrame, order = window.order = [];
  window.setTimeout = (act, after) => after ? 0 : later(act);  // only a drawn page may go on
  window.requestAnimationFrame = (draw) => later(() => frame((now) => {
    draw(now);
    order.push("drawn");
  }), 50);  // a slow machine
  new MutationObserver(() => order.push("covered")).observe(document.body, {childList: true});
  navigation.addEventListener("navigate", () => order.push("asked"));
});"""
IN_SIGHT = """() => [0.01, 0.25, 0.5, 0.75, 0.99].flatMap((down) => [0.01, 0.5, 0.99].map((along) =>
  document.elementFromPoint(along * innerWidth, down * innerHeight).className))"""


def label(question, option):
    return CONTENT.questionnaires["me"].by_id[question].chosen({option})[0].label


FIRST, SECOND = label("stopping", "planning"), label("unwell", "shaky")
LABELS = (label("taking", "other-ways"), label("reason", "sleep"), FIRST, SECOND)


class Visit:
    """Somebody at a question, with earlier answers; and what their browser did from then on."""

    def __init__(self, site, page):
        self.site, self.page = site, page
        self.asked, self.restored, self.faults = [], [], []
        page.on("request", lambda request: self.asked.append(request.url.removeprefix(site.address)))
        page.on("console", lambda line: self.restored.append(line.text) if "restored" in line.text else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.add_init_script(TELL)
        page.context.add_cookies([site.cookie(BEFORE) | {"httpOnly": True}])
        page.goto("/questions/stopping")

    def send(self, *labels):
        for each in labels:
            self.page.get_by_label(each).check()
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Continue").click()

    def follow(self, words):
        self.page.get_by_role("link", name=words).click()

    def finish(self):
        """Answer two questions, change one, and go on to the results: the last four pages show answers."""
        self.send(FIRST)
        self.send(SECOND)
        self.follow("Finish here")
        self.page.get_by_role("heading", name=HEADINGS[0]).wait_for()
        self.page.locator('[href="/questions/unwell?back=answers"]').click()
        self.send()
        self.follow("See information for these answers")
        self.page.get_by_role("heading", name=HEADINGS[1]).wait_for()
        return self

    def is_elsewhere(self):
        self.page.wait_for_url(f"{self.site.elsewhere}/weather")
        return self.page.evaluate("document.title") == "Weather"

    def back(self):
        """Go one page back; return the path of the page, when all of it is there.

        A page that was kept whole never loads, so only the start of that can be waited for.
        """
        self.page.go_back(wait_until="commit")
        self.page.locator("body > footer").wait_for(state="attached")
        return self.page.url.removeprefix(self.site.address)

    def answers_in_sight(self):
        """Return what the page shows that only this visitor's answers lead to."""
        text = self.page.locator("body").inner_text()
        return [told for told in (*LABELS, *HEADINGS) if told in text]

    def has_ended(self):
        """Say whether the page reads as if nothing had been here, down to its title and its source."""
        shown = (self.page.evaluate("document.title"), self.page.locator("h1").inner_text())
        source = self.page.content().lower()
        return (
            shown == ("This page has ended",) * 2 and "clonazepam" not in source and "klonopin" not in source
        )


def do(page, act):
    """Wait, click beside the text, or press a key, or only its way down or up."""
    if isinstance(act, int):
        page.clock.run_for(act)
    elif act == "click":
        page.mouse.click(2, 300)
    else:
        key, _, how = act.partition(" ")
        getattr(page.keyboard, how or "press")(key)


def by_link(page):
    page.locator("[data-leave]").click()


def by_keyboard(page):
    """Take the link that only the keyboard finds: the second one of the page."""
    for key in ("Tab", "Tab", "Enter"):
        page.keyboard.press(key)


def by(*keys):
    def press(page):
        for key in keys:
            page.keyboard.press(key)

    return press


def by_both_held(page):
    for act in (page.keyboard.down, page.keyboard.up):
        act(LEFT)
        act(RIGHT)
    page.keyboard.press(LEFT)


WAYS = [  # to leave, and where Back leads: script puts the other site in the place of the page that was left
    pytest.param(by_link, "/answers", id="link"),
    pytest.param(by_keyboard, "/answers", id="link at the top, by keyboard"),
    pytest.param(by(LEFT, LEFT, LEFT), "/answers", id="Shift, left"),
    pytest.param(by(RIGHT, RIGHT, RIGHT), "/answers", id="Shift, right"),
    pytest.param(by(LEFT, RIGHT, LEFT), "/answers", id="Shift, mixed"),
    pytest.param(by_both_held, "/answers", id="Shift, both held"),
    pytest.param(by_link, "/results", id="link, no script", marks=NO_SCRIPT),
    pytest.param(by_keyboard, "/results", id="link at the top, by keyboard, no script", marks=NO_SCRIPT),
]
