"""A form of another site, sent by a browser that does not say so: it meets no cookie, and must set none."""

import pytest
from conftest import Visitor
from pages import Page

BEGUN = {"who": "me", "now": "none", "taking": "as-prescribed"}
FORMS = {
    "/questions/who": "/questions/who?again=yes",
    "/questions/reason": "/questions/reason?again=yes",
    "/questions/reason?back=results": "/questions/reason?again=yes",
    "/questions/nope": "/questions/nope?again=yes",
    "/start": "/start?again=yes",
    "/erase": "/",
    "/keep-going?page=results": "/results",
    "/keep-going": "/answers",
}


@pytest.fixture
def strange(sharing_app):
    """Send a form without a cookie or a good token, as SameSite makes a browser do."""
    return lambda address, **sent: sharing_app.test_client().post(address, data=sent)


@pytest.mark.parametrize("token", ["", "forged"])
@pytest.mark.parametrize(("address", "leads_to"), FORMS.items(), ids=FORMS)
def test_a_foreign_form_is_led_to_the_page_it_is_about_and_changes_no_cookie(
    strange, address, leads_to, token
):
    response = strange(address, csrf_token=token, answer="loved-one", route="nope")
    assert (response.status_code, response.headers["Location"]) == (303, leads_to)
    assert "Set-Cookie" not in response.headers
    assert response.data == b""


def test_what_a_foreign_form_carries_is_kept_only_where_this_copy_knows_it(strange):
    response = strange("/start", route="me", referral="anna", afresh="yes")
    assert response.headers["Location"] == "/start/me?referral=anna&again=yes"
    assert strange("/start", route="//evil.example", referral="<b>").headers["Location"] == "/start?again=yes"


@pytest.mark.parametrize("address", FORMS)
def test_a_visit_outlives_a_foreign_form_and_the_page_that_it_leads_to(counselor, strange, address):
    counselor.answer(**BEGUN)
    landed = counselor.see(strange(address, answer="me").headers["Location"], follow_redirects=True)
    assert landed.status_code in {200, 404}
    assert "cookies" not in landed.text  # there is nothing to tell
    assert len(counselor.page("/answers").texts("dt")) == 3


def test_a_browser_that_keeps_no_cookies_is_told_why_it_does_not_get_on(sharing_app):
    visitor = Visitor(sharing_app, use_cookies=False)
    page = Page(visitor.send("who", "me", follow_redirects=True).text)
    assert (page.title, page.checked) == ("Error: Question 1 – Check-in", set())
    assert "your browser does not accept cookies" in page.texts("p", "errors")[0]
    started = visitor.browser.post("/start", data={"route": "me"}, follow_redirects=True)
    assert "your browser does not accept cookies" in started.text


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_a_form_that_the_browser_calls_our_own_is_shown_again_with_its_choice(counselor, site):
    response = counselor.send("who", "me", token="forged", headers={"Sec-Fetch-Site": site})
    assert (response.status_code, Page(response.text).checked) == (400, {"me"})
