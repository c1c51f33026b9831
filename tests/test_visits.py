"""Whole visits of both routes through the front door: where each answer leads, and what comes of it."""

from itertools import pairwise

import pytest
from visit_table import PATH, VISITS

NUMBERS = {  # as the pages for the United States say them
    "{emergency}": "911",
    "{crisis}": "988",
    "{reach crisis}": "call or text 988",
    "{poison}": "1-800-222-1222",
    "{treatment}": "SAMHSA National Helpline at 1-800-662-4357",
}


def said(text):
    for place, number in NUMBERS.items():
        text = text.replace(place, number)
    return " ".join(text.split())


def named(options):
    return options.split() if isinstance(options, str) else options


def expected_trail(path, stops):
    """Return the addresses a visit leads through: each next question, after a stop where one is due."""
    onward = [*(f"/questions/{question}" for question in path[1:]), "/answers"]
    return [
        place
        for question, address in zip(path, onward, strict=True)
        for place in (["/now", address] if question in stops else [address])
    ]


@pytest.mark.parametrize("visit", VISITS.values(), ids=VISITS)
def test_each_answer_leads_to_the_next_question(visitor, visit):
    assert visitor.walk(**visit.given) == expected_trail(visit.path, visit.stops.split())


@pytest.mark.parametrize("visit", VISITS.values(), ids=VISITS)
def test_the_results_hold_what_matches_and_why(visitor, content, visit):
    visitor.walk(**visit.given)
    page = visitor.page("/results")
    kit = content.questionnaires[visit.answers["who"]]
    texts = content.sections[visit.answers["who"]]

    notices = {notice.id: said(notice.title) for notice in kit.notices}
    assert page.texts("h2", "card") == [notices[name] for name in visit.notices.split()]
    today = {action.id: action.text for action in kit.today} | {name: texts[name].today for name in texts}
    today |= {notice.id: notice.today for notice in kit.notices}
    assert page.texts("li", "steps") == [said(today[name]) for name in visit.steps.split()]
    shown = page.sections(texts)
    assert shown == list({"withdrawal": {}, **visit.sections})
    assert {texts[name].title for name in shown} <= set(page.texts("h2"))
    for name in shown:
        check_reasons(kit, page.because(name), visit.sections.get(name, {}))


def check_reasons(kit, reasons, opened_by):
    """Check that exactly the answers that opened a section are given as the reasons for it."""
    if not opened_by:
        assert reasons == ["Everybody sees this, whatever they answered."]
        return
    for reason, (question, options) in zip(reasons, opened_by.items(), strict=True):
        asked = kit.by_id[question]
        alone = len(opened_by) == 1
        assert f"to “{asked.ask}”" in reason if alone else reason.startswith(f"{asked.short}: “")
        labels = {option.id: option.label for option in asked.options}
        assert reason.count("“") == len(named(options)) + alone + labels[named(options)[0]].count("“")
        assert all(f"“{labels[option]}”" in reason for option in named(options))


@pytest.mark.parametrize("route", PATH)
def test_everything_matches(visitor, content, route):
    kit = content.questionnaires[route]
    every = {
        question: [option.id for option in kit.by_id[question].options if not option.alone]
        for question in PATH[route]
    }
    once = {"taking": "other-ways", "stopping": "cut-alone", "how-long": "unsure", "tried": "hard"}
    trail = visitor.walk(**every | once | {"who": route})
    stopped = [before for before, after in pairwise(trail) if after == "/now"]
    assert stopped == ["/questions/now", "/questions/stopping", "/questions/unwell"]

    page = visitor.page("/results")
    assert page.texts("h2", "card") == [said(notice.title) for notice in kit.notices]
    assert {section.title for section in content.sections[route].values()} <= set(page.texts("h2"))
    today = {notice.id: notice.today for notice in kit.notices}
    assert page.texts("li", "steps") == [said(today[name]) for name in ("call-now", "crisis", "poison")]
