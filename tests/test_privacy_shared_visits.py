"""Nobody counts who opens a shared link, and nothing about it is written down."""

import http.client
import logging
import sys

import pytest
from conftest import TOKEN, Visitor
from counselors import begin
from served import free_port, program

LINK = "/start/me?country=GB-SCT&referral=anna"
MADE = ("/share?route=me&country=GB-SCT&referral=anna", "/share/card?referral=anna", "/share/poster")


def come(app):
    """Open a shared link as somebody new, start, and see the results; return the pages without tokens."""
    visitor = Visitor(app)
    opened = visitor.read(LINK)
    begin(visitor, LINK, route="me", referral="anna")
    visitor.answer(now="none")
    return [TOKEN.sub("", page) for page in (opened, visitor.read("/results"))]


def remembered(app, folder):
    """Return all that a server could count visits in: its own state, its modules' and its files."""
    modules = {
        module.__name__: {name: repr(value) for name, value in vars(module).items() if name != "__builtins__"}
        for module in list(sys.modules.values())
        if module.__name__.split(".")[0] == "screening"
    }
    own = {name: repr(value) for name, value in vars(app).items()}
    words = repr(dict(app.jinja_env.globals))
    return modules, own, words, {path: path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_the_privacy_page_says_that_a_shared_link_is_not_counted(counselor):
    (said,) = [text for text in counselor.page("/privacy").texts("li") if text.startswith("A shared link")]
    assert "Nobody counts who opens it, and whoever shared it is told nothing." in said
    assert "the same for everybody it is given to" in said


def test_two_visitors_get_the_same_pages_to_the_byte_but_for_the_token(sharing_app):
    assert come(sharing_app) == come(sharing_app)


def test_a_hundred_openings_change_nothing_that_the_server_holds(sharing_app, counseled):
    first = come(sharing_app)
    before = remembered(sharing_app, counseled)
    for _ in range(100):
        Visitor(sharing_app).see(LINK)
    come(sharing_app)
    assert remembered(sharing_app, counseled) == before
    assert come(sharing_app) == first


def test_nothing_is_logged_of_a_link_its_start_or_what_makes_it(sharing_app, capfd, caplog):
    caplog.set_level(logging.DEBUG)
    come(sharing_app)
    visitor = Visitor(sharing_app)
    assert {visitor.see(address).status_code for address in MADE} == {200}
    assert (*capfd.readouterr(), caplog.messages) == ("", "", [])


def test_a_start_that_is_refused_is_not_said_to_be_one(counselor, capfd, caplog):
    counselor.read("/start/me")
    caplog.set_level(logging.DEBUG)
    assert counselor.browser.post("/start", data={"route": "me", "referral": "anna"}).status_code == 400
    assert (*capfd.readouterr(), caplog.messages) == ("", "", ["The CSRF token is missing."])  # of any form


@pytest.fixture
def served(counseled):
    """The check-in as `serve` runs it, in a process of its own, and the port it listens at."""
    port = free_port()
    with program("-m", "screening", "serve", "--port", str(port), SCREENING_CONTENT=counseled) as process:
        yield process, port


def test_a_real_server_says_where_it_is_and_nothing_of_a_link_that_is_opened(served):
    process, port = served
    assert process.stdout.readline().startswith(f"The check-in is at http://127.0.0.1:{port} ")
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    for address in (LINK, *MADE, "/share/code.svg?referral=anna", "/start/nobody?referral=nobody"):
        asked.request("GET", address)
        response = asked.getresponse()
        assert (response.status, len(response.read()) > 100) == (200, True)
    asked.close()
    process.terminate()
    assert process.communicate(timeout=30) == ("", "")
