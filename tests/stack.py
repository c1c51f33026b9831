"""The stack of production as `make serve` starts it, and what a client of it sees."""

import http.client
import os
import random
import shutil
import signal
import socket
import ssl
import subprocess
from contextlib import contextmanager

import pytest
from served import PATIENCE, environment, until

from screening.settings import ROOT

NEEDED = ("nginx", "openssl", "curl")


def need():
    path = os.environ.get("PATH", "") + ":/usr/sbin"
    if missing := [name for name in NEEDED if not shutil.which(name, path=path)]:
        pytest.skip(f"there is no {' and no '.join(missing)}: apt-get install {' '.join(missing)}")


def free_ports():
    """Return a port that is free, and so is the next one."""
    for _ in range(50):
        port = random.randrange(20_000, 32_000)  # noqa: S311 - below those the system hands out
        with socket.socket() as first, socket.socket() as second:
            try:
                first.bind(("127.0.0.1", port))
                second.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
        return port
    raise AssertionError("no port is free")


class Stack:
    def __init__(self, process, port, log):
        self.process, self.port, self.log = process, port, log

    def connection(self):
        trusting = ssl._create_unverified_context()  # noqa: S323, SLF001 - its certificate is its own
        plain = socket.create_connection(("127.0.0.1", self.port), PATIENCE)
        return trusting.wrap_socket(plain, server_hostname="localhost")

    def ask(self, address, method="GET", body=None, **headers):
        """Send a request and return the response, read."""
        connection = http.client.HTTPConnection("localhost", self.port)
        with self.connection() as connection.sock:
            connection.request(method, address, body, headers)
            response = connection.getresponse()
            response.text = response.read().decode()
            return response

    def send(self, lines):
        with self.connection() as raw:
            raw.sendall(lines)
            return b"".join(iter(lambda: raw.recv(4096), b"")).decode()

    def up(self):
        assert self.process.poll() is None, self.log.read_text()
        try:
            return self.ask("/healthz").status == 200
        except OSError:
            return False


@contextmanager
def running(folder, **settings):
    need()
    port, log = free_ports(), folder / "log"
    given = {name: value for name, value in environment().items() if not name.startswith("SCREENING_")}
    with log.open("w") as written:
        process = subprocess.Popen(  # noqa: S603 - our own program
            [ROOT / "deploy" / "serve"],
            env=given | {"PORT": str(port)} | settings,
            stdout=written,
            stderr=written,
        )
    stack = Stack(process, port, log)
    try:
        until(stack.up)
        yield stack
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)
