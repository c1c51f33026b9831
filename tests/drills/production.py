"""The production stack on this machine: nginx with TLS in front of two servers of the application.

Both are configured by the files of `deploy/`, but for ports, paths and the certificate.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import MappingProxyType

from lines import Secure

from screening.settings import ROOT

DEPLOY = ROOT / "deploy"
WORKERS = 2  # of each server
BOUND = 60  # seconds, for anything that is waited for


def until(holds, what):
    """Wait until something holds, looking often; fail where it never does."""
    end = time.monotonic() + BOUND
    while not holds():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.02)


def run(*words, **options):
    return subprocess.run(  # noqa: S603 - our own words
        words, capture_output=True, text=True, timeout=BOUND, check=True, **options
    ).stdout


def clean(environ):
    """Return an environment for a program: this one's, without settings of its own, and with these."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SCREENING_", "COV"))}
    return kept | {name: str(value) for name, value in environ.items()}


def screening(*words, environ=MappingProxyType({})):
    """Run one of the commands that operators are given."""
    return run(sys.executable, "-m", "screening", *map(str, words), cwd=ROOT, env=clean(environ)).strip()


def polls(pid):
    """Say whether a process waits for something to come: a worker does so only when it is ready."""
    try:
        return any("tfd:" in path.read_text() for path in Path(f"/proc/{pid}/fdinfo").iterdir())
    except OSError:  # it has ended
        return False


class Instance:
    """One server of the application, at a socket in a folder; `before` is what it is started by."""

    def __init__(self, name, folder, environ, app="app:app", before=()):
        self.socket, self.log = folder / f"{name}.sock", folder / f"{name}.log"
        self.environ, self._app, self._before = environ, app, before

    def launch(self):
        where = ["--bind", f"unix:{self.socket}", "--chdir", str(ROOT)]
        words = [sys.executable, "-m", "gunicorn", "--config", str(DEPLOY / "gunicorn.conf.py"), *where]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(  # noqa: S603 - our own words
                [*self._before, *words, self._app], cwd=ROOT, env=clean(self.environ), stdout=log, stderr=log
            )

    def start(self):
        self.launch()
        until(lambda: self.process.poll() is not None or self.is_whole(), "a server")
        assert self.process.poll() is None, self.log.read_text()

    @property
    def workers(self):
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in children.read_text().split()]

    def is_whole(self):
        """Say whether all its workers are there, and wait for requests."""
        return len(self.workers) == WORKERS and all(map(polls, self.workers))

    def kill_a_worker(self):
        killed = self.workers[0]
        os.kill(killed, signal.SIGKILL)
        self.replaced([killed])

    def reload(self):
        before = self.workers
        self.process.send_signal(signal.SIGHUP)
        self.replaced(before)

    def replaced(self, before):
        """Wait until others have taken the place of these workers."""
        until(lambda: {*before}.isdisjoint(self.workers) and self.is_whole(), "new workers")

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(BOUND)


class Stack:
    """`instances` are the two servers; `connect` makes a connection that comes from an address."""

    def __init__(self, folder, authority, instances, port):
        self.folder, self.authority, self.instances, self.port = folder, authority, instances, port

    def connect(self, source="127.0.0.1"):
        return Secure(self.port, self.authority, source)

    def turn(self, number):
        """Return the server whose turn it is, so that the two are not met at once."""
        return self.instances[number % len(self.instances)]

    def kill_a_worker(self, number):
        self.turn(number).kill_a_worker()

    def reload(self, number):
        self.turn(number).reload()

    def replace(self, number):
        self.turn(number).stop()
        self.turn(number).start()

    @property
    def logs(self):
        """Return what every program has written to its log, by the name of the file."""
        return {path.name: path.read_text() for path in self.folder.glob("*.log") if path.stat().st_size}
