"""What the privacy page says can be seen in a browser, held against what is really sent and written down."""

import re
from datetime import timedelta

import pytest
from freezegun import freeze_time
from lasting import keep_going
from test_crash import broken
from test_headers_by_page import PRIVATE, PUBLIC
from test_headers_cookie import SecureVisitor, Visitor

from screening import create_app
from screening.settings import ROOT, Settings

HTTPS = Settings(
    https=True, origin="https://check.example", hosts=("check.example",), operator="x", contact="y"
)
BEGUN = {"who": "me", "now": "none", "taking": "as-prescribed"}
ORDINARY = {"Content-Type", "Content-Length", "Set-Cookie", "Vary", "X-Robots-Tag"}  # nothing about privacy
READ = {  # what of a request the program may ask for: each is named by the page
    *("cookies", "host", "form", "headers", "method", "endpoint", "blueprint", "view_args", "args", "path"),
    *("accept_encodings", "script_root"),
}


@pytest.fixture(params=[False, True], ids=["http", "https"])
def visitor(request):
    app = create_app(HTTPS if request.param else Settings())
    app.add_url_rule("/fails", "fails", broken)
    return (SecureVisitor if request.param else Visitor)(app)


@pytest.fixture
def told(visitor):
    return visitor.page("/privacy").texts("code")


def test_each_header_that_is_told_is_sent_with_each_page_and_no_other_is(visitor, told):
    named = dict(line.split(": ", 1) for line in told if ": " in line and not line.startswith("Clear"))
    assert len(named) >= 12
    visitor.answer(**BEGUN)
    for address in (*PUBLIC, *PRIVATE):
        sent = visitor.see(address).headers
        assert set(sent.keys()) - ORDINARY == set(named)
        for name, value in named.items():
            beginning, more, _ = value.partition("…")
            assert sent[name].startswith(beginning)
            assert more or sent[name] == value


def test_the_cookie_is_sent_as_it_is_told(visitor, told):
    name, flags = next(line for line in told if "=…; " in line).split("=…; ")
    assert name in told  # where its life is told
    for _ in range(2):
        sent = visitor.send("who", "me").headers["Set-Cookie"]
        assert re.fullmatch(rf"{re.escape(name)}=[\w=-]+; {re.escape(flags)}", sent)


@pytest.mark.parametrize("way", ["/leave", "/erase"])
def test_leaving_and_erasing_send_what_is_told(visitor, told, way):
    visitor.answer(**BEGUN)
    response = visitor.see(way) if way == "/leave" else visitor.send("", address=way, token=visitor.token())
    name, value = next(line for line in told if line.startswith("Clear")).split(": ")
    assert response.headers[name] == value


def test_the_life_of_the_cookie_is_the_one_that_is_told(visitor):
    life = next(text for text in visitor.page("/privacy").texts("li") if "The cookie is named" in text)
    idle, longest = re.search(r"after (\d+) minutes without a step, and (\d+) minutes", life).groups()
    assert "starts both times again, ten times at most" in life
    step, late = timedelta(minutes=int(idle) - 1), timedelta(minutes=2)
    with freeze_time("2026-11-22 12:00:00") as clock:
        visitor.answer(**BEGUN)
        for _ in range(10):
            clock.tick(step)
            keep_going(visitor, "/answers")
        began = clock()
        while clock() + step < began + timedelta(minutes=int(longest)):
            clock.tick(step)
            assert len(visitor.page("/answers").texts("dt")) == 3
        clock.move_to(began + timedelta(minutes=int(longest)) + late)
        assert "It ran out of time" in visitor.read("/answers")


def test_a_fault_writes_the_one_line_that_is_told(visitor, capfd):
    told = visitor.page("/privacy").texts("li")
    assert any("it writes one line: the kind of the fault, and where in our program" in text for text in told)
    visitor.answer(**BEGUN)
    assert visitor.see("/fails?country=GB", headers={"User-Agent": "canary", "X-Forwarded-For": "canary"})
    assert re.fullmatch(r"LookupError at test_crash\.py:\d+\n", capfd.readouterr().err)


def test_the_program_reads_no_more_of_a_request_than_is_told():
    read = set()
    for path in (ROOT / "screening").glob("*.py"):
        text = path.read_text(encoding="utf-8").replace(
            'request.environ.get("HTTP_COOKIE"', "request.cookies"
        )
        read |= set(re.findall(r"\brequest\.([a-z_]+)", text))
    assert read <= READ
