"""Whatever is sent, the visitor meets a clear page with the emergency line, and loses nothing."""

from collections import defaultdict

import pytest
from pages import Page

BEGUN = {"who": "me", "now": "none", "taking": "as-prescribed", "reason": ["anxiety", "sleep"]}


@pytest.fixture
def begun(visitor):
    visitor.answer(**BEGUN)
    return visitor


def meets_a_clear_page(visitor, response, status):
    """Check the page, and that the answers given before are still there; return the page."""
    page = Page(response.text)
    assert response.status_code == status
    assert page.all("h1")
    assert "911" in page.texts("aside")[0]
    assert page.link("Leave this site") == "/leave"
    given = visitor.page("/answers").texts("p", "answers")
    assert given[:1] + given[-2:] == ["Me", "Anxiety or panic", "To sleep"]
    return page


NOT_HERE = "Choose from the answers on this page"
NOT_TOGETHER = "cannot go with another answer"
STATUS = defaultdict(lambda: 422, {NOT_TOGETHER: 200})  # what clashes is asked for again
WRONG = {  # the question, what is sent, what stays chosen, and the words of the error
    "nothing": ("stopping", [], set(), "Choose an answer, or “Prefer not to answer”"),
    "nothing about who it is": ("who", [], set(), "Choose an answer"),
    "an empty option": ("stopping", [""], set(), NOT_HERE),
    "an option that does not exist": ("stopping", ["forged"], set(), NOT_HERE),
    "an option that does not exist beside one that does": (
        "reason",
        ["sleep", "forged"],
        {"sleep"},
        NOT_HERE,
    ),
    "the option of another question": ("stopping", ["seizure"], set(), NOT_HERE),
    "a skip where none is offered": ("who", ["prefer-not"], set(), NOT_HERE),
    "none of these with another": ("now", ["none", "seizure"], {"none", "seizure"}, NOT_TOGETHER),
    "a skip with another": ("reason", ["prefer-not", "sleep"], {"prefer-not", "sleep"}, NOT_TOGETHER),
}


@pytest.mark.parametrize(("question", "options", "kept", "words"), WRONG.values(), ids=WRONG)
def test_a_wrong_answer_meets_its_question_again_with_the_error(begun, question, options, kept, words):
    response = begun.send(question, *options, follow_redirects=True)
    page = meets_a_clear_page(begun, response, STATUS[words])
    assert page.title.startswith("Error: Question ")
    assert page.texts("h2", "errors") == ["Please check your answer"]
    error = page.all("a", "errors")[-1]
    assert words in error.text
    first = page.all("input", "choice")[0]
    assert error.attrs["href"] == f"#{first.attrs['id']}"
    described = page.all("fieldset")[0].attrs["aria-describedby"].split()
    assert set(described) <= {element.attrs.get("id") for element in page.elements}
    assert page.texts("p", "wrong") == [f"Error: {error.text}"]
    assert page.checked == kept


def test_one_answer_only_where_one_is_asked_for(begun):
    response = begun.send("taking", "unsure", "not-now", follow_redirects=True)
    assert meets_a_clear_page(begun, response, 200).title.startswith("Error: ")


def test_options_that_clash_are_not_in_a_reply_to_the_form_for_browsers_keep_such_forms(begun):
    response = begun.send("reason", "prefer-not", "sleep", address="/questions/reason?back=results")
    assert (response.status_code, response.text) == (303, "")
    assert response.headers["Location"] == "/questions/reason?back=results"


@pytest.mark.parametrize("elsewhere", ["/questions/stopping", "/answers", "/results", "/notes"])
def test_a_mistake_stays_until_the_visitor_goes_on(begun, elsewhere):
    begun.send("reason", "prefer-not", "sleep")
    for _ in range(2):
        assert begun.page("/questions/reason").checked == {"prefer-not", "sleep"}
    begun.see(elsewhere)
    page = begun.page("/questions/reason")
    assert (page.title.startswith("Question "), page.checked) == (True, {"anxiety", "sleep"})


def test_an_answer_to_a_question_out_of_reach_leads_to_where_the_visitor_belongs(begun):
    token = begun.token("/questions/stopping")
    response = begun.send("help", "learn", token=token)
    assert (response.status_code, response.headers["Location"]) == (303, "/questions/stopping")
    assert begun.see("/questions/help").headers["Location"] == "/questions/stopping"
    assert len(begun.page("/answers").texts("dt")) == 4


def form(begun, **more):
    return {"csrf_token": begun.token("/questions/stopping"), "answer": "no", **more}


TOO_MUCH = {
    "a body of 20 kB": lambda begun: {"data": form(begun, more="x" * 20_000)},
    "51 parts": lambda begun: {
        "data": form(begun, **{f"part{number}": "x" for number in range(51)}),
        "content_type": "multipart/form-data",
    },
    "a part of 9 kB": lambda begun: {
        "data": form(begun, more="x" * 9_000),
        "content_type": "multipart/form-data",
    },
}


@pytest.mark.parametrize("sent", TOO_MUCH.values(), ids=TOO_MUCH)
def test_more_than_a_page_ever_sends_is_refused(begun, sent):
    response = begun.browser.post("/questions/stopping", **sent(begun))
    page = meets_a_clear_page(begun, response, 413)
    assert page.texts("h1") == ["That was too long to read"]


def test_what_a_page_sends_is_not_too_much(begun, content):
    every = [option.id for option in content.questionnaires["me"].by_id["reason"].options if not option.alone]
    response = begun.browser.post(
        "/questions/reason",
        data={"csrf_token": begun.token(), "answer": every},
        content_type="multipart/form-data",
    )
    assert response.status_code == 303


@pytest.mark.parametrize("address", ["/questions/nope", "/questions/prefer-not", "/questions/%00"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_question_that_does_not_exist_leads_a_visit_to_the_open_one(begun, address, method):
    response = begun.browser.open(address, method=method, data={"csrf_token": begun.token()})
    assert (response.status_code, response.headers["Location"]) == (303, "/questions/stopping")
    assert len(begun.page("/answers").texts("dt")) == 4


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_without_a_visit_a_question_that_does_not_exist_is_said_so(visitor, method):
    token = visitor.token()
    response = visitor.browser.open("/questions/nope", method=method, data={"csrf_token": token})
    assert response.status_code == 404
    assert Page(response.text).title.startswith("There is no such page")


@pytest.mark.parametrize(
    "address", ["/nope", "/learn/nope", "/static/nope.css", "/static/../app.py", "/" + "x" * 5000]
)
def test_a_page_that_does_not_exist_is_said_so(begun, address):
    page = meets_a_clear_page(begun, begun.see(address), 404)
    assert page.texts("h1") == ["There is no such page"]
