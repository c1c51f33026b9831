"""“Get help now”: the helplines from any page, and what an earlier answer has raised."""

import pytest
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


def test_words_for_an_earlier_emergency_stay_after_the_next_answer(visitor, notice):
    visitor.answer(**BEGUN | {"stopping": "no", "unwell": "seizure", "mixing": "none"})
    assert visitor.page("/now").texts("a", "actions") == [notice("call-now").go_on_after["unwell"]]
