"""What walking through visits takes: where each answer leads, and a keyboard that looks at every stop."""

from urllib.parse import urlsplit

import pytest
from states import CONTENT

from screening.journey import walk

REFUSED = ["You chose not to answer"]
CONTRAST = """
    const light = (colour) => {
        const [red, green, blue] = colour.match(/[\\d.]+/g).map((part) => part / 255)
            .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one, other) => {
        const [darker, lighter] = [light(one), light(other)].sort((a, b) => a - b);
        return (lighter + 0.05) / (darker + 0.05);
    };
    const ground = (part) => {
        const colour = getComputedStyle(part).backgroundColor;
        if (!colour.endsWith(", 0)")) return colour;
        return part.parentElement ? ground(part.parentElement) : "rgb(255, 255, 255)";
    };
"""
LOOK = f"""() => {{
    {CONTRAST}
    const focused = document.activeElement, choice = focused.closest(".choice");
    const header = document.querySelector("body > header"), edge = header.getBoundingClientRect().bottom;
    const stop = (part) => part.type === "radio" ? part.form.elements[part.name][0] : part;  // one a group
    const stops = [...document.querySelectorAll("a[href], button, input, select, summary")]
        .filter((part) => part.checkVisibility() && part.type !== "hidden" && stop(part) === part);
    const ringed = (part) => {{
        const {{ outlineStyle, outlineWidth, outlineColor }} = getComputedStyle(part);
        return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2
            && contrast(outlineColor, ground(part.parentElement)) >= 3;
    }};
    const {{ top, bottom, left, right }} = focused.getBoundingClientRect();
    const {{ x, y, width, height }} = focused.getClientRects()[0];
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    const faults = {{
        "nothing has the focus": focused === document.body,
        "the focus cannot be seen": ![focused, choice].some((part) => part && ringed(part)),
        "out of sight": top < 0 || left < 0 || bottom > innerHeight + 0.5 || right > innerWidth + 0.5,
        "under the header": !header.contains(focused) && top < edge - 0.5,
        "covered": !(focused.contains(hit) || choice?.contains(hit)),
    }};
    return {{
        place: stops.indexOf(stop(focused)),
        last: stops.length - 1,
        name: (focused.labels?.[0] ?? focused).textContent.trim().replace(/\\s+/g, " "),
        part: focused.closest("header, .back, main, .safety, footer")?.localName,
        faults: Object.keys(faults).filter((name) => faults[name]),
    }};
}}"""
without_script = pytest.mark.browser_context_args(java_script_enabled=False)
either_way = pytest.mark.parametrize(
    "script", [pytest.param(True, id="script"), pytest.param(False, id="no-script", marks=without_script)]
)


def where(page):
    return urlsplit(page.url).path


def journey(visit):
    """Return the journey of a row of the table of visits."""
    answers = {
        question: frozenset([options] if isinstance(options, str) else options)
        for question, options in visit.given.items()
    }
    return walk(CONTENT.questionnaires, answers)


def leads(path, stops, question):
    """Return the addresses that an answer leads through to the next question or to the answers."""
    onward = [*(f"/questions/{name}" for name in path[1:]), "/answers"]
    return ["/now"] * (question in stops.split()) + [onward[path.index(question)]]


def labels(question, chosen):
    return [option.label for option in question.chosen(chosen)] or ["Prefer not to answer"]


def told(journey):
    """Return how the end of a visit tells its answers: each question shortly, and what was chosen."""
    for question in journey.path:
        chosen = question.chosen(journey.answers[question.id])
        yield [question.short, *([option.label for option in chosen] or REFUSED)]


def given_on(page, question):
    """Return what the page with the answers shows for a question."""
    return page.locator(".answers > div").filter(has_text=question.ask).locator("dd > p").all_inner_texts()


class Keyboard:
    """Somebody with nothing but a keyboard, on a page that has just come."""

    def __init__(self, page):
        self.page, self.known = page, set()
        self.place, self.seen = -1, []

    def press(self, key):
        """Press a key that leads to no other page, and look at what has the focus then."""
        self.page.keyboard.press(key)
        stop = self.page.evaluate(LOOK)
        assert stop["faults"] == [], (where(self.page), key, stop)
        return stop

    def tab(self, key="Tab"):
        """Go to the next stop of the page in the order of the document, or to the one before."""
        stop = self.press(key)
        assert stop["place"] == self.place + (1 if key == "Tab" else -1), (where(self.page), key, stop)
        self.place = stop["place"]
        self.seen.append(stop)
        return stop

    def tab_to(self, name, key="Tab"):
        while self.tab(key)["name"] != name:
            pass

    def read_through(self):
        stop = self.tab()
        while stop["place"] < stop["last"]:
            stop = self.tab()
        self.known.add(where(self.page))

    def choose(self, question, chosen, before=()):
        """Tick boxes; of choices that exclude each other, go by arrow from the one chosen before."""
        if question.choose == "many":
            for label in labels(question, chosen):
                self.tab_to(label)
                self.press("Space")
            return

        names = [option.id for option in question.options]
        first, last = (names.index(*each) if each else 0 for each in (before, chosen))
        self.tab_to(question.options[first].label)
        for option in question.options[first + 1 : last + 1]:
            assert self.press("ArrowDown")["name"] == option.label
        self.press("Space")

    def enter(self):
        """Press Enter where that leads to another page."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.place, self.seen = -1, []
