"""Where a shared link lands, through the front door."""

import pytest
from counselors import ORIGIN, begin

ROUTES = ("", "me", "loved-one")


@pytest.mark.parametrize("route", ROUTES)
def test_a_link_lands_on_a_page_with_one_button_that_starts_its_route(counselor, route):
    address = f"/start/{route}".rstrip("/")
    page = counselor.page(address)
    first = next(each for each in page.elements if each.tag in {"section", "h1", "form"})
    assert first.attrs.get("aria-label") == "Emergency"
    assert page.texts("button", "actions") == ["Start"]
    response = begin(counselor, address, route=route)
    assert (response.status_code, response.headers["Location"]) == (
        303,
        "/questions/now" if route else "/questions/who",
    )


def test_the_title_and_the_preview_of_a_link_name_no_medicine(counselor):
    page = counselor.page("/start/me")
    named = {
        each.attrs.get("property", each.attrs.get("name")): each.attrs.get("content", "")
        for each in page.all("meta")
    }
    assert page.title == named["og:title"] == "A private check-in"
    assert named["og:image"].startswith(f"{ORIGIN}/static/preview.png?v=")
    assert counselor.see(named["og:image"].removeprefix(ORIGIN)).mimetype == "image/png"
    assert "clonazepam" not in " ".join(named.values()).lower()


def test_before_start_the_cookie_holds_the_forms_token_and_nothing_else(counselor):
    counselor.see("/start/me?referral=anna")
    with counselor.browser.session_transaction() as session:
        assert set(session) == {"csrf_token", "began"}


def test_the_start_page_of_the_site_sets_no_cookie(counselor):
    assert "Set-Cookie" not in counselor.see("/").headers


def test_no_later_address_names_the_route_or_who_shared_the_link(counselor):
    begin(counselor, "/start/me", route="loved-one", referral="anna")
    trail = counselor.walk(now="none", taking="unsure")
    assert not [place for place in trail if "loved" in place or "anna" in place or "me" in place.split("/")]


def test_who_shared_a_link_is_shown_on_its_start_page_and_the_results_below_the_helplines(counselor):
    shown = counselor.page("/start/me?referral=anna")
    assert "Shared with you by Anna Example" in shown.texts("h2")
    begin(counselor, "/start/me", route="me", referral="anna")
    counselor.answer(now="none")
    results = counselor.page("/results")
    headings = results.texts("h2")
    assert headings.index("Shared with you by Anna Example") == headings.index("Who to talk to") + 1
    assert results.link("+1 (555) 010-0199") == "tel:+15550100199"
    assert "This is their own line, not one of the public helplines." in results.texts("main")[0]


def test_a_counselors_number_comes_after_the_public_ones_and_after_what_it_is(counselor):
    (words,) = counselor.page("/start/me?referral=anna").texts("main")
    order = ["Anna Example shared this link", "or text 988", "their own line", "010-0199"]
    assert sorted(order, key=words.index) == order


def test_whoever_was_sent_the_wrong_questions_can_choose_for_themselves(counselor):
    page = counselor.page("/start/me?country=CA&referral=anna")
    assert page.link("Change: who this is about") == "/start?country=CA&referral=anna"
    assert "Who this is about" not in counselor.read("/start?referral=anna")


def test_without_a_referral_nobody_is_named(counselor):
    counselor.answer(who="me", now="none")
    assert "Shared with you" not in counselor.read("/results")


@pytest.mark.parametrize(
    "address",
    [
        "/start/nobody",
        "/start/me?country=QQ",
        "/start?referral=zzz",
        "/start/me?" + "x=" + "y" * 5000,
        "/start/ME?route=loved-one",
    ],
)
def test_whatever_else_a_link_says_is_ignored(counselor, address):
    page = counselor.page(address)
    sent = {each.attrs["name"]: each.attrs["value"] for each in page.all("input", "actions")}
    assert set(sent) - {"csrf_token"} <= {"route"}
    assert sent.get("route", "me") == "me"
    assert "Shared with you" not in page.texts("main")[0]


def test_a_visit_under_way_is_kept_until_the_visitor_says_otherwise(counselor):
    counselor.answer(who="loved-one", now="none")
    page = counselor.page("/start/me")
    assert "A check-in is under way in this browser" in page.texts("h2")
    assert page.link("Go on") == "/questions/taking"
    assert page.texts("button", "actions") == ["Start afresh"]
    assert [each.attrs["name"] for each in page.all("button", "actions") if "name" in each.attrs] == [
        "afresh"
    ]
    counselor.see("/start/me?referral=anna")
    assert counselor.see("/questions/taking").status_code == 200


def test_start_on_a_page_opened_before_the_visit_began_asks_first(counselor):
    token = counselor.token("/start/me")
    counselor.answer(who="loved-one", now="none")
    response = counselor.browser.post("/start?country=CA", data={"csrf_token": token, "route": "me"})
    assert (response.status_code, response.headers["Location"]) == (303, "/start/me?country=CA")
    assert counselor.see("/questions/taking").status_code == 200


def test_starting_afresh_forgets_the_visit_before(counselor):
    counselor.answer(who="loved-one", now="none", taking="unsure")
    begin(counselor, "/start/me", route="me", afresh="yes")
    assert counselor.see("/questions/taking").headers["Location"] == "/questions/now"


@pytest.mark.parametrize("token", ["", "wrong"])
def test_a_form_that_cannot_be_trusted_is_shown_again_and_starts_nothing(counselor, token):
    counselor.read("/start/me")
    response = counselor.browser.post("/start", data={"csrf_token": token, "route": "me", "referral": "anna"})
    assert response.status_code == 400
    assert "Please try once more" in response.text
    assert 'name="route" value="me"' in response.text
    again = counselor.page("/start?country=CA&route=me")  # as another country's form sends it
    assert [
        each.attrs["value"] for each in again.all("input", "actions") if each.attrs["name"] == "route"
    ] == ["me"]
    assert counselor.see("/questions/now").status_code == 200
    assert "This page has ended" in counselor.read("/questions/now")
