"""The programs as an operator starts them, each in a process of its own."""

import os
import socket
import subprocess
import sys

import pytest
from conftest import spoil

from screening.settings import ROOT


@pytest.fixture
def spoiled(folder):
    """A folder with two mistakes, and the beginning of the line that names each."""
    first = spoil(folder, "questions.yaml", "opens: [family]}", "opens: [famly]}")
    second = spoil(folder, "helplines.yaml", "role: emergency\n", "role: emergancy\n")
    return folder, (f"questions.yaml:{first}:", f"helplines.yaml:{second}:")


def python(*words, **environ):
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("SCREENING_", "COV"))}
    return subprocess.run(  # noqa: S603 - our own words
        [sys.executable, *words],
        cwd=ROOT,
        env=clean | environ,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_a_server_that_imports_bad_content_stops_with_its_lines(spoiled):
    folder, lines = spoiled
    done = python("-c", "import app", SCREENING_CONTENT=str(folder), PYTHONIOENCODING="utf-8")
    assert done.returncode == 1
    assert all(line in done.stderr for line in lines)
    assert "Traceback" not in done.stderr


def test_a_server_that_imports_bad_settings_stops_with_one_line():
    done = python("-c", "import app", SCREENING_HTTPS="1")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "SCREENING_KEYS" in done.stderr


def test_flask_finds_the_application():
    done = python("-m", "flask", "routes")
    assert done.returncode == 0, done.stderr
    assert "checkin.question" in done.stdout


def test_the_commands_run_as_a_module(folder):
    done = python("-m", "screening", "check", str(folder), "--today", "2026-11-26")
    assert (done.returncode, done.stdout.splitlines()[-1], done.stderr) == (0, "sound", "")


def test_a_port_that_is_taken_is_told_in_one_line():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = python("-m", "screening", "serve", "--port", port)
    assert done.returncode == 1
    assert done.stderr.startswith(f"Port {port} is taken")
    assert (done.stderr.count("\n"), done.stdout) == (1, "")
