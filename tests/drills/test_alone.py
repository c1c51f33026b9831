"""The service needs nothing but itself: no network, and no room on any disk."""

import os
import random
import shutil
import subprocess
from contextlib import closing, suppress
from pathlib import Path

import pytest
from lines import Line, Local, address
from production import Instance, run
from provoking import begin
from proxy import running
from visitors import ROUTES, Tally, Visitor

NO_NETWORK = ("unshare", "--net", *(() if os.geteuid() == 0 else ("--map-root-user",)))
ROOM = "512k"


def walk(connection, route):
    tally = Tally()
    Visitor(Line(connection), random.Random(0), tally).visit(route)  # noqa: S311 - no secret
    return tally


@pytest.mark.parametrize("route", ROUTES)
def test_a_whole_visit_needs_no_network(settings, tmp_path, tell, route):
    if subprocess.run([*NO_NETWORK, "true"], capture_output=True, check=False).returncode:  # noqa: S603
        pytest.skip("this machine allows no program to be started without network")
    server = Instance("a", tmp_path, settings, before=NO_NETWORK)
    server.start()
    reached = Path(f"/proc/{server.process.pid}/net/dev").read_text().count(":")
    tally = walk(Local(server.socket), route)
    server.stop()
    tell(f"{reached} network, which is this machine’s own and off; {tally}")
    assert reached == 1
    assert (tally.visits, tally.failed, tally.lost) == (1, [], [])


@pytest.fixture
def narrow(tmp_path):
    """A disk of its own with hardly any room."""
    if os.geteuid() != 0:
        pytest.skip("only root can make a disk to fill")
    folder = tmp_path / "disk"
    folder.mkdir()
    run("mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(folder))
    yield folder
    run("umount", "--lazy", str(folder))


def fill(folder):
    with suppress(OSError), (folder / "rest").open("wb", 0) as rest:
        while True:
            rest.write(bytes(512))


@pytest.mark.skipif(not shutil.which("mount"), reason="no mount")
def test_a_full_disk_costs_no_visit(settings, narrow, tell):
    written = dict.fromkeys(("TMPDIR", "HOME"), narrow) | {"GUNICORN_CMD_ARGS": f"--worker-tmp-dir {narrow}"}
    crashing = {"PYTHONPATH": Path(__file__).parent}
    with running(narrow, [settings | written | crashing] * 2, app="crashing:private()") as stack:
        fill(narrow)
        tallies = [walk(stack.connect(address()), route) for route in ROUTES]
        with closing(Line(stack.connect())) as line:
            crashed = line.ask("/crash", {"csrf_token": begin(line, who="me")})
        left = shutil.disk_usage(narrow).free
    tell(f"{left} bytes left; {sum(tallies, Tally())}; a crash is answered with {crashed.status}")
    assert left == 0
    assert [(tally.visits, tally.failed, tally.lost) for tally in tallies] == [(1, [], [])] * len(ROUTES)
    assert crashed.status >= 500
    assert "tel:911" in crashed.text
