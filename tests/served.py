"""The check-in as a process of its own: by its command, or by gunicorn on a socket in a folder of a test."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from screening.keys import make
from screening.settings import ROOT

NAME = "check.example"
PATIENCE = 90  # seconds: the machine may be busy
GUNICORN = (sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py")


def clean(**settings):
    """Return the environment of these tests without their own settings, and with these."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SCREENING_", "COV"))}
    return kept | {"PYTHONUNBUFFERED": "1"} | {name: str(value) for name, value in settings.items()}


def environment(**settings):
    production = {
        "WEB_CONCURRENCY": "2",
        "SCREENING_HTTPS": "on",
        "SCREENING_KEYS": make(),
        "SCREENING_CSRF_KEY": "a key for forms of thirty-two characters",
        "SCREENING_ORIGIN": f"https://{NAME}",
        "SCREENING_OPERATOR": "A clinic",
        "SCREENING_CONTACT": f"hello@{NAME}",
    }
    return clean(**production | settings)


def differing(headers, wanted):
    """Return what comes of the wanted headers that do not come exactly once, with their value."""
    found = {name: headers.get_all(name) for name in wanted}
    return {name: values for name, values in found.items() if values != [wanted[name]]}


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


@contextmanager
def program(*words, **settings):
    """Run a program of Python's until the test has seen enough of it."""
    with subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, *words],
        cwd=ROOT,
        env=clean(**settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def begin(folder, written, **settings):
    """Start gunicorn on a socket in a folder; what it says is written to a file."""
    return subprocess.Popen(  # noqa: S603 - our own words
        [*GUNICORN, "--bind", f"unix:{folder}/a.sock"],
        cwd=ROOT,
        env=environment(**settings),
        stdout=written,
        stderr=written,
    )


def until(condition):
    """Wait for a condition, and return what it came to."""
    end = time.monotonic() + PATIENCE
    while not (found := condition()):
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.05)
    return found


class Server:
    def __init__(self, process, path, log):
        self.process, self.path, self.log = process, path, log

    def get(self, address, **headers):
        connection = http.client.HTTPConnection(NAME)
        with socket.socket(socket.AF_UNIX) as connection.sock:
            connection.sock.settimeout(PATIENCE)
            connection.sock.connect(self.path)
            connection.request("GET", address, headers=headers)
            response = connection.getresponse()
            return response.status, response.headers, response.read().decode()

    def send(self, lines):
        """Send bytes as they are, and return what comes back until the server hangs up."""
        with socket.socket(socket.AF_UNIX) as raw:
            raw.settimeout(PATIENCE)
            raw.connect(self.path)
            raw.sendall(lines)
            return b"".join(iter(lambda: raw.recv(4096), b""))

    def workers(self):
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text("ascii")
        return [int(each) for each in listed.split()]

    def settle(self):
        """Wait until each worker answers: content that changes before may be what a slow one begins with."""
        until(lambda: len(self.workers()) == 2)
        for worker in self.workers():
            os.kill(worker, signal.SIGSTOP)
            assert self.get("/healthz")[0] == 200
            os.kill(worker, signal.SIGCONT)

    def lines(self):
        return self.log.read_text(encoding="utf-8")


@contextmanager
def serving(folder, **settings):
    """Run a server until the test has seen enough of it."""
    path, log = folder / "a.sock", folder / "log"
    with log.open("w") as written:
        process = begin(folder, written, **settings)
    try:
        until(lambda: path.exists() or process.poll() is not None)
        assert process.poll() is None, log.read_text()
        server = Server(process, str(path), log)
        server.settle()
        yield server
    finally:
        process.terminate()
        process.wait(PATIENCE)
