"""The server of one machine: it ends at once where it must not start, and writes down nobody who asks."""

import os
import re
import shutil
import socket

import pytest
from cryptography.fernet import Fernet
from planted import plant
from served import free_port, program

from screening.settings import ROOT

CONTENT = ROOT / "tests" / "content"
PATIENCE = 30  # seconds: the machine may be busy
STARTED = re.compile(r"The check-in is at http://127\.0\.0\.1:\d+ \(stop it with Ctrl-C\)\n")
FAILING = """
import screening.__main__ as program

def create_app(settings):
    app = sound(settings)
    app.add_url_rule("/fails", "fails", lambda: {}["CANARY"])
    return app

sound, program.create_app = program.create_app, create_app
program.main()
"""
LONG = b"CANARY" * 1000
FORM = b"POST /questions/who HTTP/1.0\r\nHost: localhost\r\n"
MALFORMED = {
    "no request": b"GARBAGE CANARY\r\n\r\n",
    "bytes that are no text": b"\xff\xfeCANARY\x00\r\n\r\n",
    "a version that there is not": b"GET /CANARY HTTP/9.9\r\n\r\n",
    "a header without a value": b"GET / HTTP/1.1\r\nCANARY\r\n\r\n",
    "a length that is none": b"POST /questions/who HTTP/1.1\r\nContent-Length: CANARY\r\n\r\n",
    "two lengths": b"POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nCANARY",
    "chunks that are none": b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nCANARY\r\n",
    "a coding that there is not": b"POST / HTTP/1.1\r\nTransfer-Encoding: CANARY\r\n\r\n",
}
ASKED = {
    "no such page": b"GET /CANARY?CANARY HTTP/1.0\r\nHost: localhost\r\n\r\n",
    "a long address": b"GET /" + LONG + b" HTTP/1.0\r\nHost: localhost\r\n\r\n",
    "another host": b"GET /?CANARY HTTP/1.0\r\nHost: CANARY.example\r\n\r\n",
    "another method": b"PUT /results?CANARY HTTP/1.0\r\nHost: localhost\r\n\r\n",
    "a broken cookie": b"GET /results HTTP/1.0\r\nHost: localhost\r\nCookie: s=CANARY\r\n\r\n",
    "a body that is too large": FORM + b"Content-Length: 60000\r\n\r\n" + LONG * 10,
    "somebody who hangs up": FORM + b"Content-Length: 9\r\n\r\nCANARY",
}
CRASHES = b"GET /fails?CANARY HTTP/1.0\r\nHost: localhost\r\nCookie: s=CANARY\r\n\r\n"


@pytest.fixture(scope="module")
def failing(tmp_path_factory):
    """A server with an address that crashes: its process, and its port."""
    file, port = tmp_path_factory.mktemp("failing") / "failing.py", free_port()
    file.write_text(FAILING, encoding="utf-8")
    with program(file, "serve", "--port", str(port), PYTHONPATH=ROOT) as process:
        yield process, port


def send(port, lines):
    """Send bytes as they are, close that side, and return what comes back until the server hangs up."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as raw:
        raw.sendall(lines)
        raw.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: raw.recv(4096), b""))


def test_nothing_that_is_asked_is_written_down_and_a_crash_is_by_kind_and_place(failing):
    process, port = failing
    assert STARTED.fullmatch(process.stdout.readline())
    for lines in (*MALFORMED.values(), *ASKED.values()):
        assert send(port, lines).split()[1:2] != [b"500"]
    assert send(port, CRASHES).split()[1] == b"500"
    assert send(port, b"GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n").split()[1] == b"200"
    process.terminate()
    told, logged = process.communicate(timeout=PATIENCE)
    assert told == ""
    assert re.fullmatch(r"KeyError at failing\.py:\d+\n", logged)


BAD = {
    "no key": {"SCREENING_HTTPS": "on", "SCREENING_CSRF_KEY": Fernet.generate_key().decode()},
    "a short key": {"SCREENING_KEYS": "short"},
    "a short key of the forms": {"SCREENING_CSRF_KEY": "short"},
    "an example for a key": {"SCREENING_KEYS": "A" * 43 + "="},
}


def start(**settings):
    """Start a server that must not stay; return its status, what it says, and the seconds it worked."""
    with program("-m", "screening", "serve", "--port", str(free_port()), **settings) as process:
        said = process.stdout.read() + process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return process.returncode, said, used.ru_utime + used.ru_stime


@pytest.mark.parametrize("settings", BAD.values(), ids=BAD)
def test_settings_that_must_not_start_end_it_at_once_with_one_line(settings):
    status, said, seconds = start(**settings)
    assert status != 0
    assert re.fullmatch(r"(With )?(SCREENING_|A key ).+\n", said), said
    assert seconds < 2


@pytest.mark.parametrize("fault", ["no-such-section", "answers-too-long-for-the-cookie"])
def test_content_that_must_not_start_ends_it_at_once_and_is_told(tmp_path, fault):
    base = shutil.copytree(CONTENT / "base", tmp_path / "base")
    told = (CONTENT / "broken" / fault / "expected.txt").read_text(encoding="utf-8")
    plant(base, (CONTENT / "broken" / fault / "change.diff").read_text(encoding="utf-8"))
    status, said, seconds = start(SCREENING_CONTENT=str(base))
    assert (status != 0, said) == (True, told)
    assert seconds < 2
