"""A whole visit without script: nothing on the way needs it. Where it runs, it adds a button to print."""

import pytest
from states import CONTENT, State, given
from visit_table import VISITS
from visits import PUBLIC, full
from walking import either_way, given_on, journey, labels, leads, where, without_script

BUTTON, WORDS = "Print or save this page", "To print or save this page, use your browser’s menu."
HANDED = ["/share/card", "/share/poster", "/start/me"]
PRINTED = ["/notes", "/results", "/learn/withdrawal"]
ASKED = CONTENT.questionnaires["me"].by_id
DONE = full(CONTENT, given(who="me")).answers
NEED_SCRIPT = """() => {
    const leads = (link) => link.hash && link.pathname === location.pathname
        ? document.getElementById(link.hash.slice(1)) : /^(https?|tel|sms):$/.test(link.protocol);
    const idle = (part) => part.matches("a") && !leads(part)
        || part.matches("button, input, select") && !part.form?.querySelector("button[type=submit]")
        || part.matches("[data-leave-status], [data-leave-dots]") && part.textContent;
    const parts = [...document.querySelectorAll("body *")].filter((part) => part.checkVisibility());
    return parts.filter(idle).map((part) => part.outerHTML);
}"""


def see(page):
    """Return where a page is, once it is known to offer nothing that takes script."""
    assert page.evaluate(NEED_SCRIPT) == [], page.url
    return where(page)


def follow(page, link):
    with page.expect_navigation():
        link.click()
    return see(page)


def press(page, name):
    return follow(page, page.locator("main, .back").get_by_text(name, exact=True))


def go_on(page):
    return follow(page, page.locator("main .actions a"))


def answer(page, question, chosen):
    for label in labels(question, chosen):
        page.locator(".choice label").get_by_text(label, exact=True).click()
    return press(page, "Continue")


def answer_all(page, visit, journey):
    go_on(page)
    for question in journey.path:
        assert where(page) == f"/questions/{question.id}"
        first, *others = leads(visit.path, visit.stops, question.id)
        assert answer(page, question, journey.answers[question.id]) == first
        for other in others:
            assert go_on(page) == other


def chosen(page):
    return page.locator("input:checked + label").all_inner_texts()


def change(page, question, before, after):
    assert press(page, f"Change: {question.short}") == f"/questions/{question.id}"
    assert chosen(page) == labels(question, before)
    assert answer(page, question, after) == "/answers"
    assert given_on(page, question) == labels(question, after)


def read_more(page):
    name = page.locator("main a", has_text="Read more: ").first.text_content()
    assert press(page, name).startswith("/learn/")
    assert page.locator("h1").text_content() == name.removeprefix("Read more: ")
    page.go_back()


def ended(page, site):
    return "This page has ended" in page.goto(f"{site.address}/results").text()


@without_script
@pytest.mark.parametrize("name", ["ran out, and shaky", "every safety stop there is"])  # one of each route
def test_a_whole_visit(page, site, name):
    first = journey(VISITS[name])
    page.goto(site.address)
    answer_all(page, VISITS[name], first)
    change(page, first.questionnaire.by_id["how-long"], {"prefer-not"}, {"over-3-months"})
    assert go_on(page) == "/results"
    assert VISITS[name].sections.keys() <= {*page.locator("h2").evaluate_all("all => all.map((h2) => h2.id)")}
    read_more(page)
    assert press(page, "a sheet for the prescriber or pharmacist") == "/notes"
    assert press(page, "Back") == "/results"
    assert press(page, "Erase my answers and start again") == "/"
    assert ended(page, site)


@without_script
def test_an_empty_answer_is_told_and_can_be_mended(page, site):
    assert site.open(page, State("", "/questions/taking", given(who="me", now="none"), "empty")).status == 422
    assert page.locator(".errors").inner_text().startswith("Please check your answer")
    assert answer(page, ASKED["taking"], {"unsure"}) == "/questions/reason"


@without_script
def test_an_answer_in_error_keeps_what_was_chosen(page, site):
    site.open(page, State("", "/questions/mood", DONE))
    assert chosen(page) == ["Prefer not to answer"]
    assert answer(page, ASKED["mood"], {"low", "none"}) == "/questions/mood"
    assert page.locator(".errors").is_visible()
    assert chosen(page) == ["Low mood", "None of these", "Prefer not to answer"]


@without_script
@pytest.mark.parametrize("address", ["/", "/questions/mood", "/results"])
def test_leave_this_site_forgets_and_leaves(page, site, address):
    site.open(page, State("", address, DONE))
    follow(page, page.locator(".leave"))
    assert page.url == f"{site.elsewhere}/weather"
    assert ended(page, site)


@without_script
@pytest.mark.parametrize("address", [*PUBLIC, *HANDED, "/learn/withdrawal", "/nope", "/crash"])
def test_no_page_needs_script(page, base_url, address):
    page.goto(base_url + address)
    assert see(page) in address


@either_way
def test_the_shift_key_is_spoken_of_where_it_works(page, base_url, script):
    page.goto(base_url)
    assert page.get_by_text("pressing Shift").is_visible() == script


@either_way
@pytest.mark.parametrize("address", PRINTED)
def test_printing_is_a_button_or_words(page, site, address, script):
    site.open(page, State("", address, DONE))
    assert page.get_by_role("button", name=BUTTON).is_visible() == script
    assert page.get_by_text(WORDS).is_visible() != script


@pytest.mark.parametrize("address", PRINTED)
def test_the_button_prints(page, site, address):
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
    site.open(page, State("", address, DONE))
    page.get_by_role("button", name=BUTTON).click()
    assert page.evaluate("window.printed") == 1
