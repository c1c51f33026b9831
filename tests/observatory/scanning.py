"""What MDN HTTP Observatory says of this site over HTTPS; `make observatory` sets up its scanner first."""

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from screening.settings import ROOT

SCANNER = Path(__file__).parent / "node_modules" / "@mdn" / "mdn-http-observatory"
LISTS = {"hsts-preload.json": "{}", "tld-list.json": '["test"]'}  # it would download them; we are in neither
CERTIFICATE = (
    "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=check-in"
)
FOR_HERE = ["-addext", "subjectAltName=IP:127.0.0.1"]
ASKED = ["/", "/questions/who"]
LEAST = 135
PATIENCE = 30  # seconds


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for this machine that vouches for itself, and its key."""
    folder = tmp_path_factory.mktemp("certificate")
    made = folder / "leaf.pem", folder / "leaf.key"
    files = ["-out", str(made[0]), "-keyout", str(made[1])]
    subprocess.run([*CERTIFICATE.split(), *FOR_HERE, *files], check=True, capture_output=True)  # noqa: S603 - our own words
    return made


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def answers(port):
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="module")
def site(certificate):
    """The address of the check-in as it runs in production, but for the proxy before it."""
    port = free_port()
    settings = {
        "SCREENING_HTTPS": "on",
        "SCREENING_KEYS": Fernet.generate_key().decode(),
        "SCREENING_CSRF_KEY": Fernet.generate_key().decode(),
        "SCREENING_ORIGIN": f"https://127.0.0.1:{port}",
        "SCREENING_OPERATOR": "Nobody",
        "SCREENING_CONTACT": "nobody@check.example",
    }
    leaf, key = map(str, certificate)
    words = ["--certfile", leaf, "--keyfile", key, "--bind", f"127.0.0.1:{port}", "--log-level", "error"]
    with subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-m", "gunicorn", "--no-control-socket", *words, "app:app"],
        cwd=ROOT,
        env=os.environ | settings,
    ) as process:
        until = time.monotonic() + PATIENCE
        while not answers(port):
            assert process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.05)
        yield f"127.0.0.1:{port}"
        process.terminate()


@pytest.fixture(scope="module")
def scan(site, certificate):
    for name, text in LISTS.items():
        (SCANNER / "conf" / name).write_text(text, encoding="utf-8")

    def scanned(path):
        told = subprocess.run(  # noqa: S603 - our own words
            ["node", str(SCANNER / "src" / "scan.js"), site + path],  # noqa: S607 - whichever Node there is
            env=os.environ | {"NODE_EXTRA_CA_CERTS": str(certificate[0])},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=True,
        )
        return json.loads(told.stdout)

    return scanned


@pytest.mark.parametrize("path", ASKED)
def test_the_observatory_gives_its_best_grade(scan, record_property, path):
    found = scan(path)
    result = found["scan"]
    passed = f"{result['testsPassed']} of {result['testsQuantity']}"
    told = f"MDN HTTP Observatory of {path}: {result['grade']}, {result['score']} points, {passed} tests"
    record_property("measured", told)
    assert (result["grade"], result["testsFailed"]) == ("A+", 0)
    assert result["score"] >= LEAST, {name: test["scoreModifier"] for name, test in found["tests"].items()}
