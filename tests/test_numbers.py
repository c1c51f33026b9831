"""Each visitor sees the numbers of the country they chose, on every page and in every sentence."""

import re
from html import unescape

import pytest

from screening import create_app
from screening.settings import Settings

SAFETY = {
    "GB": ("999", "call 116 123", "999"),
    "US": ("911", "call or text 988", "1-800-222-1222"),
    "MX": ("911", "call 800 911 2000", "911"),
    "IE": ("112 or 999", "call 116 123", "112 or 999"),  # the Irish poison line sleeps at night
    "AU": ("000", "call 13 11 14", "13 11 26"),
    "ZZ": (
        "your local emergency number",
        "find a crisis line at findahelpline.com",
        "your local emergency number",
    ),
}


def text(html):
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", html)))


@pytest.mark.parametrize("first", ["GB", "US", "ZZ"])
def test_nobody_sees_the_numbers_of_whoever_came_before(first):
    browser = create_app(Settings()).test_client()
    for country in (first, *SAFETY, first):
        emergency, crisis, poison = SAFETY[country]
        page = text(browser.get(f"/?country={country}").text)
        assert f"Call {emergency} now. Do not fill this in first." in page
        assert (
            f"In an emergency call {emergency}. For a crisis, {crisis}. If too much was taken, call {poison}."
            in page
        )


@pytest.mark.parametrize("country", SAFETY)
def test_the_chosen_country_stays_through_a_visit(visitor, country):
    emergency, crisis, _ = SAFETY[country]
    address = f"/questions/who?country={country}"
    for name, option in (("who", "me"), ("now", "suicide")):
        response = visitor.send(name, option, address=address)
        address = response.headers["Location"]
        assert (f"country={country}" in address) == (country != "US")
    assert f"You can {crisis} now" in text(visitor.read(address))
    assert f"In an emergency call {emergency}." in text(visitor.read(address))


def test_a_country_that_is_not_on_the_list_counts_for_nothing(visitor):
    assert visitor.read("/?country=XX") == visitor.read("/")


def test_the_operators_country_comes_first_and_needs_no_word_in_the_address():
    browser = create_app(Settings(country="NZ")).test_client()
    page = browser.get("/").text
    assert "call 111" in text(page)
    assert 'href="/learn"' in page
    assert 'href="/learn?country=US"' in browser.get("/?country=US").text


def test_numbers_are_links_that_carry_the_digits(visitor):
    page = visitor.read("/help")
    assert '<a class="number" href="tel:18002221222">1-800-222-1222</a>' in page
    assert '<a class="number" href="sms:741741">741741</a>' in page
    assert "<b>HOME</b> to" in page


def test_a_country_without_a_role_says_so_kindly(visitor):
    page = text(visitor.read("/help?country=ES"))
    assert "We have not found a treatment line for this country that we could check." in page


def test_the_number_for_messages_is_read_in_groups_and_dialed_without(visitor):
    assert '<a class="number" href="sms:0477131114">0477 13 11 14</a>' in visitor.read("/help?country=AU")
    now = visitor.answer(who="me", now="suicide")
    page = visitor.read(f"{now}?country=AU")
    assert '<a class="button call" href="sms:0477131114">Text 0477 13 11 14</a>' in page
