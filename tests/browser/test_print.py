"""What a printer gives: one sheet for the appointment, and pages without buttons, cuts or faint words."""

import re
from contextlib import closing
from io import BytesIO
from typing import Any, NamedTuple

import pytest
from states import CONTENT, ROUTES, State
from visit_table import VISITS
from visits import everything
from walking import CONTRAST, REFUSED, journey, told

JOURNEYS = {
    "me-usual": journey(VISITS["as prescribed, and it helps less"]),
    "loved-one-usual": journey(VISITS["extra pills seen, and a plan to take them away"]),
} | {f"{route}-fullest": everything(CONTENT, route) for route in ROUTES}
SECTIONS = CONTENT.sections["me"]
LEARN = {f"learn-{name}": State("", f"/learn/{name}") for name in SECTIONS}
NOTES = {f"notes-{name}": State("", "/notes", made.answers) for name, made in JOURNEYS.items()}
RESULTS = {f"results-{name}": State("", "/results", made.answers) for name, made in JOURNEYS.items()}
FULL = {f"full-{name}": State("", "/results?topics=full", made.answers) for name, made in JOURNEYS.items()}
STATES = LEARN | NOTES | RESULTS | FULL
ASK, SAY = "Questions for the prescriber or pharmacist", "Three sentences to read out"
FURNITURE = r"\b(?:Leave this site|Get help now|Change|Print or save|Erase my|Skip to|Continue|Numbers for)\b"
HARD_TO_READ = f"""() => {{
    {CONTRAST}
    const white = "rgb(255, 255, 255)", style = (part) => getComputedStyle(part);
    const hard = (part) => parseFloat(style(part).fontSize) < 16
        || contrast(style(part).color, white) < 7 || ground(part) !== white;
    const own = (part) => [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    return [...document.querySelectorAll("body *")]
        .filter((part) => part.checkVisibility() && !part.closest("svg, .hidden") && own(part) && hard(part))
        .map((part) => part.outerHTML);
}}"""
DRAWN = """all => all.map((picture) => [picture.getBoundingClientRect(), picture.getBBox()])
    .map((boxes) => Math.min(...boxes.map(({ width, height }) => width * height)))"""


class Printed(NamedTuple):
    """A page of the site, its title, and the text of each leaf it prints on, first on A4, then on Letter."""

    name: str
    page: Any
    journey: Any
    title: str
    papers: list

    def texts(self, names):
        return [bare(text) for text in self.page.locator(names).locator("visible=true").all_inner_texts()]

    def holds(self, text):
        return squeezed(text) in squeezed("".join(self.papers[0]))


def squeezed(text):
    return "".join(text.split())  # a PDF does not keep spaces as they were


def bare(text):
    """Return a text without its spaces and without what the style sheet adds in print."""
    return squeezed(re.sub(r"\((https:/)?/[^)]*\)|[;•]", "", text))


def leaves(page, **paper):
    from pypdf import PdfReader  # noqa: PLC0415 - it may be absent, as the browser may

    read = PdfReader(BytesIO(page.pdf(**paper, tagged=True)))
    return read.metadata.title, [" ".join(leaf.extract_text().split()) for leaf in read.pages]


@pytest.fixture(scope="module")
def printed(browser, site, request):
    with closing(browser.new_context()) as context:
        page = context.new_page()
        site.open(page, STATES[request.param])
        page.emulate_media(media="print")
        (title, first), (_, second) = (leaves(page, format=paper) for paper in ("A4", "Letter"))
        made = JOURNEYS.get(request.param.partition("-")[2])
        yield Printed(request.param, page, made, title, [first, second])


def of(states):
    return pytest.mark.parametrize("printed", states, indirect=True)


@of(NOTES)
def test_the_notes_are_one_sheet_with_a_neutral_name(printed):
    assert [len(paper) for paper in printed.papers] == [2, 2]
    assert printed.title == "Notes for the appointment"


@of(NOTES)
def test_the_first_page_of_the_notes_asks_first_and_tells_no_answer(printed):
    notes = printed.journey.questionnaire.notes
    asked = re.compile("(.*)".join(map(re.escape, ["", ASK, *notes.ask, SAY, *notes.say, ""])))
    answers = "|".join(re.escape(text) for row in told(printed.journey) for text in row)
    for first, _ in printed.papers:
        assert re.findall(rf"\b(?:{answers})\b", " ".join(asked.fullmatch(first).groups())) == []


@of(NOTES)
def test_the_second_page_of_the_notes_holds_every_answer_and_no_refusal(printed):
    for _, second in printed.papers:
        assert second.startswith("The answers given")
        for short, *answers in told(printed.journey):
            assert (squeezed(short + "; ".join(answers)) in squeezed(second)) == (answers != REFUSED)


@of(STATES)
def test_words_are_large_and_black_on_white(printed):
    for scheme in ("dark", "light"):
        printed.page.emulate_media(color_scheme=scheme)
        assert printed.page.evaluate(HARD_TO_READ) == [], scheme


@of(STATES)
def test_nothing_to_press_is_printed(printed):
    assert printed.page.locator("button:visible, .button:visible, select:visible").count() == 0
    assert re.findall(FURNITURE, " ".join(printed.papers[0])) == []


@of(STATES)
def test_no_row_is_cut_and_no_heading_stands_last(printed):
    rows, headings = printed.texts(".answers > div, li, .card, .picture"), printed.texts("h1, h2, h3, h4")
    for paper in printed.papers:
        pages = [bare(leaf) for leaf in paper]
        assert [row for row in rows if not any(row in page for page in pages)] == []
        assert [page for page in pages if page.endswith(tuple(headings))] == []


@of(LEARN)
def test_a_source_is_followed_by_its_address(printed):
    for source in SECTIONS[printed.name.removeprefix("learn-")].sources:
        assert printed.holds(f"{source.title} ({source.address})")


@of(RESULTS)
def test_read_more_is_followed_by_its_address(printed):
    for name in printed.journey.sections.keys() - {"withdrawal"}:
        assert printed.holds(f"Read more (/learn/{name})")


@of(LEARN | FULL)
def test_every_picture_is_printed(printed):
    journey, name = printed.journey, printed.name.removeprefix("learn-")
    shown = {"withdrawal", *journey.sections} if journey else {name}
    panels = [panel for each in shown if SECTIONS[each].picture for panel in SECTIONS[each].picture.panels]
    drawn = printed.page.locator(".picture svg").evaluate_all(DRAWN)
    assert [area > 0 for area in drawn] == [True] * len(panels)
