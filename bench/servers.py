"""Servers to measure: one worker each, pinned to one core, with the product or the bare Flask in it."""

from __future__ import annotations

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.production import HOST

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 60  # seconds for a start, on a busy machine
BIN = Path(sys.executable).parent
GUNICORN = [f"{BIN}/gunicorn", "--no-control-socket", "--log-level=critical", "--workers=1"]
COMMANDS = {  # what follows is the port, and the application
    "gunicorn gthread": [
        *GUNICORN,
        "--worker-class=gthread",
        "--threads=4",
        "--keep-alive=5",
        "--bind=127.0.0.1:{}",
    ],
    "gunicorn sync": [*GUNICORN, "--worker-class=sync", "--bind=127.0.0.1:{}"],
    "waitress": [f"{BIN}/waitress-serve", "--threads=4", "--connection-limit=1000", "--listen=127.0.0.1:{}"],
}
PRODUCTION = "gunicorn gthread"
AS_DEPLOYED = {"MALLOC_ARENA_MAX": "1"}  # for both applications, as deploy/ sets it
APPLICATIONS = {"hello": "bench.hello:bare", "product": "screening:create_app"}


@dataclass(frozen=True)
class Server:
    port: int
    process: int
    start: float  # seconds until the first answer


def cores() -> tuple[str, str]:
    """Return the core of the server and that of its load: the same where there is only one."""
    free = sorted(os.sched_getaffinity(0))
    return str(free[0]), str(free[-1])


@contextlib.contextmanager
def serving(name: str, application: str, environ: dict[str, str]) -> Iterator[Server]:
    """Run a server until the block ends."""
    port = unused_port()
    command = ["taskset", "--cpu-list", cores()[0], *(word.format(port) for word in COMMANDS[name])]
    target = APPLICATIONS[application]
    command += ["--call", target] if name == "waitress" else [f"{target}()"]
    began = time.perf_counter()
    process = subprocess.Popen(command, env=os.environ | AS_DEPLOYED | environ, stderr=subprocess.DEVNULL)
    try:
        answered(process, port, "/healthz" if application == "product" else "/")
        yield Server(port, process.pid, time.perf_counter() - began)
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()


def unused_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


def answered(process: subprocess.Popen[bytes], port: int, path: str) -> None:
    """Wait for the first answer."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
            connection.request("GET", path, headers={"Host": HOST})
            if connection.getresponse().status == http.client.OK:
                return
        time.sleep(0.01)
    raise SystemExit(f"{process.args[3]} does not start")
