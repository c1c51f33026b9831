"""nginx before the two servers, configured by the file that operators use, with a certificate made for it."""

import os
import re
import socket
import subprocess
from contextlib import ExitStack, contextmanager

from lines import NAME
from production import DEPLOY, Instance, Stack, run, screening, until


def certificate(folder):
    """Make an authority that lives as long as the folder, and a certificate of the site signed by it."""
    new = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-days",
        "2",
    ]
    signed = [
        "-CA",
        "authority.pem",
        "-CAkey",
        "authority.key",
        "-addext",
        "basicConstraints=critical,CA:FALSE",
    ]
    run(*new, "-subj", "/CN=drill", "-keyout", "authority.key", "-out", "authority.pem", cwd=folder)
    site = ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"]
    run(*new, *signed, *site, "-keyout", "site.key", "-out", "site.pem", cwd=folder)


def free_port():
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return tried.getsockname()[1]


def derived(folder, port, changes):
    """Return the configuration of operators with what this machine needs in its place."""
    text = (DEPLOY / "nginx.conf").read_text()
    owner = "user root;" if os.geteuid() == 0 else ""  # of the sockets
    for old, new in [
        (r"(?m)^user [^;]+;", owner),
        (r"(?m)^pid [^;]+", f"pid {folder}/nginx.pid"),
        (r"/var/lib/nginx/", f"{folder}/temporary/"),
        (r"(?<=ssl_certificate )[^;]+", f"{folder}/site.pem"),
        (r"(?<=ssl_certificate_key )[^;]+", f"{folder}/site.key"),
        (r"/run/check-in\b", str(folder)),
        (r"listen \[::\]:[^;]+;", ""),  # not every machine has such addresses
        (r"(?<=listen )443\b", f"127.0.0.1:{port}"),
        (r"(?<=listen )80\b", f"127.0.0.1:{free_port()}"),
        *changes,
    ]:
        text, found = re.subn(old, new, text)
        assert found, f"deploy/nginx.conf does not hold {old}"
    return text


@contextmanager
def nginx(folder, port, changes=(), before=()):
    (folder / "temporary").mkdir(exist_ok=True)
    (folder / "nginx.conf").write_text(derived(folder, port, changes))
    words = ["nginx", "-e", str(folder / "nginx.log"), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    running = subprocess.Popen([*before, *words, "-g", "daemon off;"])  # noqa: S603 - our own words
    try:
        yield running
    finally:
        running.terminate()
        running.wait(20)


def answers_at(port):
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def running(folder, environs, *, app="app:app", changes=(), before=()):
    """Start the stack in a folder, with an environment for each server, and end it when done."""
    certificate(folder)
    screening("outage", "--output", folder / "outage.html", environ=environs[0])
    port = free_port()
    instances = [
        Instance(name, folder, environ, app, before) for name, environ in zip("ab", environs, strict=True)
    ]
    with ExitStack() as ends:
        for instance in instances:
            ends.callback(instance.stop)
            instance.start()
        ends.enter_context(nginx(folder, port, changes, before))
        until(lambda: answers_at(port), "nginx")
        yield Stack(folder, folder / "authority.pem", instances, port)
