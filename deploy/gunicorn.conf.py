"""How gunicorn serves the check-in behind nginx; where it listens is said by `--bind`."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gunicorn.arbiter import Arbiter

wsgi_app = "app:app"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
# Never preload_app: each new worker reads the content and the keys anew, which is how a reload changes them.

accesslog = None
errorlog = "-"
loglevel = "critical"  # at any lower one, a malformed request is logged with its address and its first line
control_socket_disable = True  # it would lie in the home folder

timeout = 30
graceful_timeout = 20
# Memory is flat over more requests (make drill), and under load a worker that starts makes others wait.
max_requests = 100_000
max_requests_jitter = 50_000
worker_tmp_dir = "/dev/shm"  # noqa: S108 - the sign of life of a worker: never on a disk that may be slow or full
umask = 0o007  # the socket is for this user and its group, in which nginx is

limit_request_line = 8190  # nginx refuses less, with a page that has numbers on it
limit_request_fields = 64  # a load balancer hands on all that a browser sends, and adds its own
limit_request_field_size = 8190
forwarder_headers = ""  # only X-Forwarded-Proto is taken from nginx


def on_starting(_: Arbiter) -> None:
    """Try the application once before there are workers, and end with its one line where it does not start.

    Each worker would fail by itself, and again and again. That is right later: while somebody mends the
    content, a worker that cannot be replaced leaves the others at work.
    """
    tried = subprocess.run([sys.executable, "-c", "import app"], check=False)
    if tried.returncode:
        sys.exit(tried.returncode)
