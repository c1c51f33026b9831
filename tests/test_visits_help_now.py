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
def test_a_card_says_who_answers_only_where_there_is_something_to_say(app, content, now):
    for country in content.helplines.by_id:
        visitor = Visitor(app)
        visitor.send("who", "me")
        visitor.send("now", now)
        for line in visitor.page(f"/now?country={country}").texts("p", "card"):
            assert not line.endswith((":", "services.", "Emergencias.")), (country, line)


def test_words_for_an_earlier_emergency_stay_after_the_next_answer(visitor, notice):
    visitor.answer(**BEGUN | {"stopping": "no", "unwell": "seizure", "mixing": "none"})
    assert visitor.page("/now").texts("a", "actions") == [notice("call-now").go_on_after["unwell"]]
