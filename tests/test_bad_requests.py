"""Forms from other sites, broken cookies, and bytes that are no text."""

import pytest
from conftest import Visitor, raw
from pages import Page

BEGUN = {"who": "me", "now": "none", "taking": "as-prescribed"}


@pytest.mark.parametrize(("site", "status"), [
    ("cross-site", 400), ("same-site", 400), ("junk", 400), ("same-origin", 303), ("none", 303), (None, 303),
])  # fmt: skip
def test_a_form_from_another_site_is_refused_though_its_token_is_good(visitor, site, status):
    visitor.answer(who="me")
    response = visitor.send("now", "none", headers={"Sec-Fetch-Site": site} if site else {})
    assert response.status_code == status
    assert visitor.page("/questions/now").checked == ({"none"} if status == 303 else set())


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_a_link_from_another_site_meets_the_visit_under_way(visitor, site):
    visitor.answer(**BEGUN)
    assert visitor.see("/questions/reason", headers={"Sec-Fetch-Site": site}).status_code == 200


@pytest.mark.parametrize("token", [None, "", "junk"])
def test_a_form_without_a_token_changes_nothing(visitor, token):
    visitor.answer(**BEGUN)
    sent = {"answer": "anxiety"} if token is None else {"answer": "anxiety", "csrf_token": token}
    assert visitor.browser.post("/questions/reason", data=sent).status_code == 400
    assert visitor.page("/answers").texts("dt")[3:] == []


@pytest.mark.parametrize(
    ("question", "heading"), [("who", "Who is this about?"), ("taking", "This page has ended")]
)
def test_a_token_without_its_cookie_is_not_enough(app, visitor, question, heading):
    visitor.answer(**BEGUN)
    other = Visitor(app)
    response = other.send(question, "me", token=visitor.token(), follow_redirects=True)
    assert (response.status_code, Page(response.text).texts("h1")) == (200, [heading])
    assert Page(response.text).checked == set()


@pytest.mark.parametrize("page", ["/questions/taking", "/answers", "/results", "/notes"])
def test_a_page_of_a_visit_that_never_was_is_neutral(visitor, page):
    response = visitor.see(page)
    ended = Page(response.text)
    assert (response.status_code, ended.title) == (200, "This page has ended")
    assert ended.texts("h1") == ["This page has ended"]
    assert "911" in response.text
    assert "clonazepam" not in response.text.lower()


@pytest.mark.parametrize("cookie", ["junk", "gAAAAA", "\xff", "x" * 4000, "=", "%00"])
def test_a_broken_cookie_is_a_fresh_start_said_kindly(visitor, cookie):
    visitor.browser.set_cookie(visitor.cookie_name, cookie)
    assert "cookie could not be read" in visitor.read("/results")
    visitor.browser.set_cookie(visitor.cookie_name, cookie)
    page = visitor.page("/questions/who")
    assert "We could not read your earlier visit" in page.texts("p", "note")[0]
    assert visitor.answer(who="me") == "/questions/now"


JUNK = [
    *("/%ff", "/questions/%ff%fe", "/learn/%c3%28", "/%00", "/%0d%0aX-A:b", "/..%2f..%2fapp.py"),
    *("/?country=%ff", "/help?country=GB%00", "/questions/who?back=%ff&back=answers", "/?%=%&&=="),
    *("/?" + "x" * 5000, "/help?country=US&country=ZZ", "/questions/who?country[]=US"),
    *("/static/%2e%2e/app.py", "/static/..%5capp.py"),
]


@pytest.mark.parametrize("address", JUNK)
def test_an_address_of_junk_never_crashes(visitor, capfd, address):
    assert visitor.see(address).status_code in {200, 400, 404}
    assert capfd.readouterr().err == ""


PART = b"--x\r\nContent-Disposition: form-data; name="
FORMS = {
    "no text": ("application/x-www-form-urlencoded", b"answer=%ff%fe&csrf_token=\xff\xfe"),
    "another charset": ("application/x-www-form-urlencoded; charset=utf-7", b"answer=+AGE-"),
    "no boundary": ("multipart/form-data", b"--x\r\n"),
    "a broken part": ("multipart/form-data; boundary=x", PART + b"\xff\r\n\r\n"),
    "json": ("application/json", b'{"answer": "me"}'),
    "no type": ("", b"answer=me"),
    "a file": (
        "multipart/form-data; boundary=x",
        PART + b'"answer"; filename="a"\r\n\r\nme\r\n--x--\r\n',
    ),
}


@pytest.mark.parametrize(("kind", "body"), FORMS.values(), ids=FORMS)
def test_a_form_of_junk_never_crashes(visitor, capfd, kind, body):
    visitor.answer(**BEGUN)
    response = visitor.browser.post("/questions/reason", data=body, content_type=kind)
    assert response.status_code == 400
    assert visitor.page("/answers").texts("dt")[3:] == []
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("option", [b"%ff", b"%00", b"x%0d%0a", b"%F0%9F%98%80", b"prefer-not%00"])
def test_an_option_of_junk_is_just_unknown(visitor, option):
    visitor.answer(**BEGUN)
    body = b"answer=" + option + b"&csrf_token=" + visitor.token().encode()
    response = visitor.browser.post(
        "/questions/reason", data=body, content_type="application/x-www-form-urlencoded"
    )
    assert response.status_code == 422


@pytest.mark.parametrize("length", ["", "-1", "junk", "999999999999999999999"])
def test_a_false_length_never_crashes(app, capfd, length):
    status, _, _ = raw(app, "/questions/who", method="POST", CONTENT_LENGTH=length)
    assert status in {303, 400, 413}
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    "stored", ["now=seizure", "who=forged&now=seizure", "who=me,loved-one&now=seizure", "=&&", "who="]
)
def test_stored_answers_without_a_route_lead_to_the_first_question(visitor, stored):
    with visitor.browser.session_transaction() as session:
        session["answers"] = stored
    assert visitor.see("/results").headers["Location"] == "/questions/who"
    assert visitor.page("/questions/who").checked == set()
