"""For counselors, through the front door: the link, the card, and where a shared link lands."""

import pytest
from conftest import Visitor, raw
from counselors import ORIGIN

from screening import create_app
from screening.content import load
from screening.qr import drawing
from screening.settings import ROOT, Settings

ROUTES = ("", "me", "loved-one")
COUNTRIES = load(ROOT).helplines.by_id


def query(**given):
    return "&".join(f"{name}={value}" for name, value in given.items() if value)


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("country", ["", "US", "GB-SCT", "ZZ"])
@pytest.mark.parametrize("referral", ["", "anna"])
def test_the_page_gives_the_link_that_was_chosen(counselor, route, country, referral):
    page = counselor.page(f"/share?{query(route=route, country=country, referral=referral)}")
    (link,) = page.texts("b", "link")
    carried = query(country=country, referral=referral)
    assert link == f"{ORIGIN}/start{'/' + route if route else ''}{'?' + carried if carried else ''}"
    assert link in page.texts("p", "message")[0]
    assert page.checked == {route}
    source = next(each for each in page.all("img") if each.is_called("code")).attrs["src"]
    assert counselor.see(source).data == drawing(link)


def test_the_page_says_what_comes_back_and_leads_to_what_they_will_see(counselor):
    page = counselor.page("/share")
    assert page.link("every question on both routes") == "/about/questions"
    assert "nothing. You will not know whether it was opened." in page.texts("main")[0]


def test_when_not_to_send_it_stands_before_the_link(counselor):
    (words,) = counselor.page("/share").texts("main")
    assert words.index("Do not send it") < words.index("Who is it about?") < words.index(f"{ORIGIN}/start")


def test_a_copy_without_a_public_address_makes_no_link(app):
    visitor = Visitor(app)
    page = visitor.page("/share")
    assert page.texts("b", "link") == []
    assert "SCREENING_ORIGIN" in page.texts("main")[0]
    assert visitor.see("/share/code.svg").status_code == 404
    for name in ("card", "poster"):
        assert visitor.see(f"/share/{name}").headers["Location"] == "/share"


@pytest.mark.parametrize("name", ["card", "poster"])
@pytest.mark.parametrize(
    ("country", "numbers"),
    [("US", "call 911. For a crisis, call or text 988."), ("CA", "call 911."), ("GB-SCT", "call 999.")],
)
def test_what_is_printed_has_the_numbers_of_the_country_in_print(counselor, name, country, numbers):
    page = counselor.page(f"/share/{name}?route=me&country={country}&referral=anna")
    (words,) = page.texts("main")
    assert f"In an emergency {numbers}" in words
    assert "A private check-in" in page.texts("h2")
    assert (
        "Shared by Anna Example, Riverside Counseling (made up): +1 (555) 010-0199 (Weekdays, 9 to 5)"
        in words
    )
    assert "clonazepam" not in words.lower()
    assert f"{ORIGIN}/start/me?country={country}&referral=anna".removeprefix("https://") in words


@pytest.mark.parametrize("address", ["/share", "/share/card", "/share/poster", "/start/me"])
def test_another_country_keeps_the_rest_of_what_was_chosen(counselor, address):
    page = counselor.page(f"{address}?route=me&country=CA&referral=anna")
    (form,) = page.all("form", "country")
    kept = {each.attrs["name"]: each.attrs["value"] for each in page.all("input", "country")}
    assert (form.attrs["action"], kept) == (address, {"route": "me", "referral": "anna"})


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("country", COUNTRIES)
def test_a_link_shows_the_numbers_of_its_country_before_and_after_start(counselor, content, route, country):
    address = f"/start/{route}?country={country}".replace("/?", "?")
    main = content.helplines.main(country, "emergency")
    shown = f"Call {main.shown} now." if main else "Call your local emergency number now."
    assert shown in counselor.page(address).texts("section")[0]
    chosen = {"route": route, "csrf_token": counselor.token(address)}
    onward = counselor.browser.post(f"/start?country={country}", data=chosen).headers["Location"]
    assert onward.endswith("" if country == content.helplines.default else f"?country={country}")
    safety = [part for part in counselor.page(onward).texts("p") if part.startswith("Do not stop")]
    assert (main.shown if main else "your local emergency number") in safety[0]


HOSTS = [
    "evil.example",
    "check.example.org:81x",
    "check.example.org:1337",
    "CHECK.EXAMPLE.ORG",
    "check.example.org.",
    "",
    "localhost:1337",
]


@pytest.mark.parametrize("host", [*HOSTS, None])
@pytest.mark.parametrize("address", ["/share", "/share/card", "/share/poster", "/share/code.svg"])
def test_links_and_codes_hold_the_configured_address_whatever_the_host_is_called(counseled, host, address):
    app = create_app(Settings(content=counseled, origin=ORIGIN, hosts=("check.example.org", "localhost")))
    environ = {"HTTP_HOST": host, "HTTP_X_FORWARDED_HOST": "evil.example"} if host is not None else {}
    status, _, text = raw(
        app, address, drop=() if host is not None else {"HTTP_HOST"}, SERVER_NAME="evil.example", **environ
    )
    assert status in {200, 400}
    assert "evil" not in text
    assert "1337" not in text
    if status == 200:
        short = ORIGIN.removeprefix("https://")
        assert short in text.replace("<wbr>", "") or text == drawing(f"{ORIGIN}/start").decode()
