"""Changing answers: where that leads, what it drops, and another route."""

import pytest
from visit_table import NOT_STARTED, PATH

GONE = "Some answers no longer apply"
BEGUN = {"who": "me", "now": "none", "taking": "as-prescribed", "reason": "anxiety"}
SKIPPED = {route: dict.fromkeys(path, "prefer-not") | {"who": route} for route, path in PATH.items()}


@pytest.fixture
def finished(visitor):
    visitor.answer(**SKIPPED["me"])
    return visitor


def change(visitor, page, question, *options):
    """Press a page's Change link for a question, choose these options, and return where that leads."""
    links = [link.attrs["href"] for link in visitor.page(page).all("a", "answers")]
    address = next(link for link in links if link.startswith(f"/questions/{question}?"))
    return visitor.send(question, *options, address=address).headers["Location"]


def test_a_skipped_answer_is_shown_as_given(finished):
    assert finished.page("/answers").texts("p", "answers") == ["Me", *["You chose not to answer"] * 14]


@pytest.mark.parametrize("page", ["/answers", "/results"])
def test_a_changed_answer_leads_back_and_counts(finished, page):
    assert change(finished, page, "reason", "sleep", "anxiety") == page
    reason = finished.page("/results").because("both")
    assert "“Anxiety or panic” and “To sleep” to “What is it for, or what was it for?”" in reason[0]


def test_a_change_that_opens_a_question_asks_it_first(visitor):
    visitor.answer(**dict.fromkeys(PATH["me"][:3], "prefer-not") | {"who": "me", "taking": "not-now"})
    visitor.answer(**{name: "prefer-not" for name in PATH["me"][3:] if name != "more"})
    opened = change(visitor, "/results", "taking", "as-prescribed")
    assert opened == "/questions/more?back=results"
    assert visitor.send("more", "none", address=opened).headers["Location"] == "/results"


def test_a_change_that_opens_several_questions_asks_them_all_first(visitor):
    asked_anyway = [name for name in PATH["me"] if name not in NOT_STARTED]
    visitor.answer(**dict.fromkeys(asked_anyway, "prefer-not") | {"who": "me", "taking": "not-started"})
    place, met = change(visitor, "/results", "taking", "as-prescribed"), []
    while place.startswith("/questions/"):
        met.append(place.removeprefix("/questions/").partition("?")[0])
        place = visitor.send(met[-1], "prefer-not", address=place).headers["Location"]
    assert met == [name for name in PATH["me"] if name in NOT_STARTED]
    assert place == "/results"


def test_a_change_leads_back_though_questions_are_still_open(visitor):
    visitor.answer(**BEGUN)
    assert change(visitor, "/results", "reason", "sleep") == "/results"


def test_a_change_that_raises_a_stop_leads_there_and_on(finished):
    assert change(finished, "/results", "now", "seizure") == "/now"
    assert finished.page("/now").onward == "/answers"


def test_a_change_that_drops_answers_names_them_on_the_next_page(finished):
    finished.answer(more=["extra", "helps-less"])
    assert change(finished, "/results", "taking", "not-started") == "/results"
    page = finished.page("/results")
    assert page.texts("h2").count(GONE) == 1
    assert "Changes in recent months: “The same dose helps less than it used to”, “Took extra, or took it sooner than planned”" in page.texts("li", "dropped")  # fmt: skip # noqa: E501
    assert page.because("taking-more") == []


def test_dropped_answers_are_named_once_only(visitor):
    visitor.answer(**BEGUN | {"stopping": "no"})
    visitor.answer(taking="not-started")
    assert GONE in visitor.page("/questions/mixing").texts("h2")
    visitor.answer(mixing="none")
    assert GONE not in visitor.page("/questions/mood").texts("h2")


def test_another_route_is_announced_and_starts_afresh(finished):
    assert "starts the check-in over" in finished.read("/questions/who?back=results")
    assert change(finished, "/results", "who", "loved-one") == "/questions/now"
    assert finished.see("/results").headers["Location"] == "/questions/now"
    finished.answer(now="none")
    assert finished.page("/answers").texts("p", "answers") == ["Someone I care about", "None of these"]
    assert GONE not in finished.page("/answers").texts("h2")


def test_the_same_route_chosen_again_keeps_every_answer(finished):
    assert change(finished, "/results", "who", "me") == "/results"
    assert len(finished.page("/answers").texts("dt")) == 15
