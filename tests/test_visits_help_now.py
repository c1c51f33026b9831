"""“Get help now”: the helplines from any page, and what an earlier answer has raised."""

import pytest
from conftest import Visitor
from test_visits import said
from test_visits_stops import BEGUN


@pytest.mark.parametrize("before", [{}, {"who": "me"}, BEGUN], ids=["no visit", "just begun", "no notice"])
def test_get_help_now_shows_the_helplines_without_any_notice(visitor, before):
    visitor.answer(**before)
    page = visitor.page("/now")
    assert page.texts("h1") == ["Get help now"]
    numbers = {link.attrs["href"] for link in page.all("a", "main")}
    assert {"tel:911", "tel:988", "sms:988", "tel:18002221222", "tel:18006624357"} <= numbers


def test_get_help_now_later_keeps_the_notice_with_the_words_of_the_answer_that_raised_it(visitor, notice):
    visitor.answer(**BEGUN | {"now": "seizure", "stopping": "no", "unwell": "shaky"})
    assert visitor.page("/now").texts("a", "actions") == [notice("call-now").go_on]


@pytest.mark.parametrize("seen", ["/answers", "/results", "/notes", "/questions/unwell"])
def test_get_help_now_after_going_on_leads_with_the_most_urgent_and_not_with_the_last(visitor, notice, seen):
    visitor.answer(**BEGUN | {"now": "suicide", "stopping": "stopped"})
    assert visitor.page("/now").texts("h1") == [said(notice("today").title)]
    visitor.see(seen)
    assert visitor.page("/now").texts("h1") == [said(notice("crisis").title)]


@pytest.mark.parametrize("now", ["suicide", "too-much", "seizure"])
def test_a_card_names_a_line_only_where_it_says_more_than_its_buttons(app, content, now):
    visitor = Visitor(app)
    visitor.answer(who="me", now=now)
    for country, known in content.helplines.by_id.items():
        names = {line.name for each in content.helplines.countries for line in each.lines}
        rows = visitor.page(f"/now?country={country}").texts("li", "card")
        assert [row for row in rows if row in names] == [], known.name


def test_a_number_on_a_button_is_not_repeated_in_the_row_of_its_line(visitor):
    visitor.answer(who="me", now="suicide")
    page = visitor.page("/now")
    rows = " ".join(page.texts("li", "card"))
    assert "988 Suicide & Crisis Lifeline" in rows
    assert "988lifeline.org/chat" in rows
    assert "Call 988" not in rows
    assert {"Call 988", "Text 988"} <= set(page.texts("a", "calls"))


def test_words_for_an_earlier_emergency_stay_after_the_next_answer(visitor, notice):
    visitor.answer(**BEGUN | {"stopping": "no", "unwell": "seizure", "mixing": "none"})
    assert visitor.page("/now").texts("a", "actions") == [notice("call-now").go_on_after["unwell"]]
