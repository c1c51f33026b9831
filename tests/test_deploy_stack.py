"""The stack of production as `make serve` starts it: what nginx adds, refuses, hides and never keeps."""

import re
import subprocess
from pathlib import Path
from urllib.parse import urlencode

import pytest
from conftest import TOKEN
from outages import POLICY
from served import differing
from stack import need, running

from screening.headers import ALWAYS, HTTPS_ONLY, NOT_STORED
from screening.settings import ROOT

OURS = ALWAYS | HTTPS_ONLY | {"Cache-Control": NOT_STORED}
LONG = "x" * 20_000


@pytest.fixture(scope="module")
def stack(tmp_path_factory):
    with running(tmp_path_factory.mktemp("stack")) as started:
        yield started


@pytest.mark.parametrize("address", ["/", "/questions/who", "/results", "/nope", "/healthz", "/leave"])
def test_the_site_says_everything_once_though_two_servers_might(stack, address):
    headers = stack.ask(address).headers
    assert differing(headers, OURS) == {}
    assert "Content-Encoding" not in headers
    assert headers["Server"] == "nginx"


def test_an_answer_is_taken_and_one_from_another_site_is_not(stack):
    shown = stack.ask("/questions/who")
    sent = {
        "Cookie": shown.headers["Set-Cookie"].partition(";")[0],
        "Content-Type": "application/x-www-form-urlencoded",
    }
    body = urlencode({"answer": "me", "csrf_token": TOKEN.search(shown.text)[1]})
    taken = stack.ask("/questions/who", "POST", body, **sent)
    assert (taken.status, taken.headers["Location"]) == (303, "/questions/now")
    assert taken.headers["Set-Cookie"].startswith("__Host-s=")
    assert stack.ask("/questions/who", "POST", body, **sent, **{"Sec-Fetch-Site": "cross-site"}).status == 400


REFUSED = {
    "a body that is too large": (413, ("/questions/who", "POST", LONG)),
    "a method that nginx knows not to pass on": (405, ("/", "TRACE")),
    "an address that is too long": (414, (f"/{'x' * 6000}",)),
    "an address that leads out": (400, ("/../../etc",)),
    "the page itself": (404, ("/outage.html",)),
}


def curl(*words):
    command = ["curl", "--silent", *words]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=30).stdout  # noqa: S603


def is_the_page(text):
    return "This page cannot be shown now" in text and 'href="tel:911"' in text


@pytest.mark.parametrize(("status", "request_"), REFUSED.values(), ids=REFUSED)
def test_what_nginx_refuses_is_answered_by_the_page_with_numbers_and_every_header(
    stack, outage_page, status, request_
):
    response = stack.ask(*request_)
    assert (response.status, is_the_page(response.text)) == (status, True)
    assert differing(response.headers, outage_page.headers) == {}


@pytest.mark.parametrize(
    "line", ["GARBAGE", "GET / HTTP/9.9", f"GET / HTTP/1.1\r\nHost: localhost\r\nX: {LONG}"]
)
def test_a_malformed_request_gets_the_page_too(stack, outage_page, line):
    text = stack.send(f"{line}\r\n\r\n".encode())
    assert re.match(r"HTTP/1\.1 [45]\d\d ", text)
    assert is_the_page(text)
    assert f"{POLICY}: {outage_page.headers[POLICY]}" in text


def test_a_body_that_is_too_large_gets_the_page_over_http_2_as_well(stack):
    sent = ("--data-binary", LONG, f"https://localhost:{stack.port}/questions/who")
    told = curl("--insecure", "--http2", "--write-out", "%{http_version} %{http_code}", *sent)
    assert is_the_page(told)
    assert told.endswith("2 413")


@pytest.mark.parametrize("lines", ["GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", "GET / HTTP/1.1\r\n\r\n"])
def test_whoever_asks_for_another_name_or_for_none_gets_no_answer(stack, lines):
    assert stack.send(lines.encode()) == ""


def test_an_address_with_a_slash_too_many_leads_to_the_right_one_here(stack):
    location = stack.ask("/questions//who").headers["Location"]
    assert location == f"https://localhost:{stack.port}/questions/who"


@pytest.mark.parametrize("port", [0, 1])
def test_whoever_comes_without_https_is_sent_to_it(stack, port):
    address = f"http://127.0.0.1:{stack.port + port}/help?country=GB"
    told = curl("--output", "/dev/null", "--write-out", "%{http_code} %{redirect_url}", address)
    assert told == f"301 https://127.0.0.1:{stack.port}/help?country=GB"


def test_one_address_that_asks_too_often_is_told_so_by_the_page(stack):
    answers = [stack.ask("/healthz") for _ in range(300)]
    assert [each.status for each in answers[:50]] == [200] * 50
    refused = [each for each in answers if each.status != 200]
    assert {(each.status, is_the_page(each.text)) for each in refused} == {(429, True)}


def test_it_says_where_it_is_and_ends_without_a_trace(tmp_path):
    need()
    with running(tmp_path) as started:
        folder = Path(re.search(r", from (\S+) \(", started.log.read_text())[1])
        assert {"keys", "outage.html", "a.sock", "b.sock"} <= {path.name for path in folder.iterdir()}
        assert started.ask("/GARBAGE?CANARY").status == 404
        started.send(b"CANARY\r\n\r\n")
    assert not folder.exists()
    assert started.log.read_text().count("\n") == 1


def test_settings_that_will_not_do_end_it_with_one_line():
    need()
    done = subprocess.run(  # noqa: S603 - our own program
        [ROOT / "deploy" / "serve"],
        env={"PATH": "/usr/sbin:/usr/bin:/bin", "SCREENING_COUNTRY": "XX"},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith("SCREENING_COUNTRY")
