"""gunicorn as production has it: it starts well or not at all, is reloaded in place, and logs nobody."""

import os
import re
import shutil
import signal
import subprocess
import sys

import pytest
from conftest import spoil
from served import PATIENCE, begin, environment, serving, until

from screening.settings import ROOT

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="gunicorn.conf.py is for Linux")


def content(folder):
    """Keep the content of a copy apart from what the server writes into its folder."""
    held = folder / "content"
    held.mkdir()
    for name in ("questions.yaml", "helplines.yaml", "education"):
        shutil.move(folder / name, held / name)
    return held


@pytest.fixture
def short(tmp_path_factory):
    """A folder with a name that is short enough for a socket."""
    return tmp_path_factory.mktemp("s")


BAD = {
    "a key that is none": {"SCREENING_KEYS": "secret"},
    "no key": {"SCREENING_KEYS": ""},
    "a short key of the forms": {"SCREENING_CSRF_KEY": "short"},
    "the keys of others": {"SCREENING_KEYS_NAME": "0123456789ab"},
    "no origin": {"SCREENING_ORIGIN": ""},
}


def start(tmp_path, **settings):
    """Start a server that must not stay; return what it says, its status, and the seconds it worked."""
    with (tmp_path / "said").open("w+") as said:
        process = begin(tmp_path, said, **settings)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        return said.read(), process.returncode, used.ru_utime + used.ru_stime


@pytest.mark.parametrize("settings", BAD.values(), ids=BAD)
def test_settings_that_will_not_do_end_the_server_at_once_with_one_line(short, settings):
    said, status, seconds = start(short, **settings)
    assert status != 0
    assert (said.count("\n"), said.startswith(("SCREENING_", "A key in", "With SCREENING_"))) == (1, True)
    assert "secret" not in said
    assert seconds < 2


def test_content_that_will_not_do_ends_the_server_with_its_lines_told_once(spoiled, short):
    folder, lines = spoiled
    said, status, _ = start(short, SCREENING_CONTENT=folder)
    assert status != 0
    assert [said.count(line) for line in lines] == [1, 1]
    assert "Traceback" not in said


def test_a_reload_brings_new_content_and_new_keys(folder, short):
    held, keys = content(folder), folder / "keys"
    rotate = [sys.executable, "-m", "screening", "rotate", str(keys)]
    subprocess.run(rotate, cwd=ROOT, check=True)  # noqa: S603
    with serving(short, SCREENING_CONTENT=held, SCREENING_KEYS="", SCREENING_KEYS_FILE=keys) as server:
        _, headers, _ = server.get("/questions/who")
        cookie = headers["Set-Cookie"].partition(";")[0]
        assert "911" in server.get("/help")[2]

        spoil(held, "helplines.yaml", 'shown: "911"', 'shown: "912"')
        for _ in range(3):
            subprocess.run(rotate, cwd=ROOT, check=True)  # noqa: S603
        old = server.workers()
        server.process.send_signal(signal.SIGHUP)
        until(lambda: not set(old) & set(server.workers()))
        assert ">912</a>" in server.get("/help")[2]
        assert "Set-Cookie" in server.get("/questions/who", Cookie=cookie)[1]
        assert server.lines() == ""


def test_a_reload_is_refused_beforehand_where_new_workers_could_not_start(folder, short):
    held = content(folder)
    with serving(short, SCREENING_CONTENT=held) as server:
        spoil(held, "questions.yaml", "opens: [family]}", "opens: [nothing]}")
        check = subprocess.run(  # as ExecReload of the unit does
            [sys.executable, "-m", "screening", "outage"],
            cwd=ROOT,
            env=environment(SCREENING_CONTENT=held),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert check.returncode != 0
        assert "“nothing”" in check.stderr
        assert server.get("/healthz")[0] == 200


def test_a_worker_that_cannot_be_replaced_leaves_the_others_at_work(folder, short):
    held = content(folder)
    with serving(short, SCREENING_CONTENT=held) as server:
        spoil(held, "questions.yaml", "opens: [family]}", "opens: [nothing]}")
        os.kill(server.workers()[0], signal.SIGKILL)
        until(lambda: "“nothing”" in server.lines())
        assert {server.get("/healthz")[0] for _ in range(20)} == {200}
        assert server.process.poll() is None


MALFORMED = [b"GARBAGE CANARY\r\n\r\n", b"GET /CANARY HTTP/9.9\r\n\r\n", b"GET / HTTP/1.1\r\nCANARY\r\n\r\n"]


def test_a_malformed_request_is_not_logged(short):
    with serving(short) as server:
        for lines in MALFORMED:
            assert re.match(rb"HTTP/1\.\d [45]\d\d ", server.send(lines))
        server.get("/nope?CANARY")
        assert server.lines() == ""


def test_a_client_cannot_set_what_only_a_server_in_front_may(short):
    with serving(short) as server:
        status, headers, _ = server.get("/questions//who", SCRIPT_NAME="/elsewhere", **{"Script-Name": "/e"})
        assert (status, "lsewhere" in str(headers)) == (308, False)
