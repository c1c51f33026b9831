"""The files of `deploy/` hold to the facts: names and places agree, and systemd accepts its units."""

import re
import shutil
import subprocess

import pytest
from outages import POLICY

from screening.settings import ROOT

DEPLOY = ROOT / "deploy"
UNITS = ("check-in@.service", "check-in-keys.service", "check-in-keys.timer")
INSTANCES = ("check-in@a.service", "check-in@b.service", *UNITS[1:])


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")


NGINX, UNIT, KEYS = text("deploy/nginx.conf"), text(f"deploy/{UNITS[0]}"), text(f"deploy/{UNITS[1]}")


def test_the_page_of_nginx_has_the_headers_of_the_site_and_the_hash_of_its_own_style(outage_page):
    (location,) = re.findall(r"location = /outage\.html \{(.*?)\n        \}", NGINX, re.DOTALL)
    headers = dict(re.findall(r'add_header (\S+) "([^"]*)" always;', location))
    assert outage_page.hash in headers[POLICY], "the style has changed: put its hash into deploy/nginx.conf"
    assert headers == outage_page.headers
    assert NGINX.count("add_header") == len(headers)


def test_the_application_is_handed_the_headers_it_reads_and_no_other():
    passed = set(re.findall(r"proxy_set_header (\S+) [^\"]", NGINX))
    read = set()
    for path in (ROOT / "screening").glob("*.py"):
        read |= set(re.findall(r'request\.headers(?:\.get\(|\[)"([^"]+)"', path.read_text(encoding="utf-8")))
    assert "proxy_pass_request_headers off;" in NGINX
    known = {"Host", "Cookie", "Content-Type", "Accept-Encoding", "X-Forwarded-Proto"}
    assert passed == known | read


def test_nothing_about_visitors_is_kept_by_nginx():
    for line in ("access_log off;", "error_log /dev/null crit;", "gzip off;", "proxy_max_temp_file_size 0;"):
        assert NGINX.count(line) == 1
    assert "log_format" not in NGINX
    body, buffer = (int(re.search(rf"{name} (\d+)k;", NGINX)[1]) for name in LIMITS)
    assert body < buffer


LIMITS = ("client_max_body_size", "client_body_buffer_size")


def test_nginx_looks_where_the_instances_are():
    sockets = re.findall(r"server unix:(\S+) max_fails=0;", NGINX)
    bound = re.search(r"--bind unix:(\S+)", UNIT)[1]
    assert sockets == [bound.replace("%i", name) for name in ("a", "b")]
    (page,) = set(re.findall(r"outage --output (\S+)", UNIT))
    assert f"root {page.removesuffix('/outage.html')};" in NGINX
    assert "RuntimeDirectory=check-in\n" in UNIT


def test_keys_lie_in_memory_for_their_user_alone():
    (place,) = re.findall(r"rotate --every 55 (\S+)", KEYS)
    assert place.startswith("/run/check-in-keys/")
    assert "RuntimeDirectoryMode=0700" in KEYS
    assert re.search(r"^User=(.*)", UNIT, re.MULTILINE)[1] == re.search(r"^User=(.*)", KEYS, re.MULTILINE)[1]
    assert f"SCREENING_KEYS_FILE={place}" in text("docs/operations.md")


def test_a_reload_is_tried_before_it_is_made():
    first, second = re.findall(r"^ExecReload=(.*)", UNIT, re.MULTILINE)
    assert first == re.search(r"^ExecStartPre=(.*)", UNIT, re.MULTILINE)[1]
    assert second == "/bin/kill -HUP $MAINPID"


def need_systemd():
    if not shutil.which("systemd-analyze"):
        pytest.skip("there is no systemd-analyze: apt-get install systemd")


def analyze(*words):
    command = ["systemd-analyze", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)  # noqa: S603


@pytest.fixture
def machine(tmp_path):
    """The root of a machine on which the check-in is installed, as far as systemd looks at it."""
    need_systemd()
    shutil.copytree("/usr/lib/systemd/system", tmp_path / "usr/lib/systemd/system", symlinks=True)
    (tmp_path / "etc/systemd/system").mkdir(parents=True)
    for unit in UNITS:
        shutil.copy(DEPLOY / unit, tmp_path / "etc/systemd/system" / unit)
    for program in re.findall(r"^Exec\w+=\+?(/\S+)", UNIT + KEYS, re.MULTILINE):
        place = tmp_path / program.removeprefix("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch(mode=0o755)
    return tmp_path


def test_systemd_finds_nothing_wrong_with_the_units(machine):
    done = analyze("verify", f"--root={machine}", *INSTANCES)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("unit", UNITS[:2])
def test_systemd_finds_the_services_hardly_exposed(unit):
    need_systemd()
    done = analyze("security", "--offline=true", "--threshold=5", DEPLOY / unit)
    assert done.returncode == 0, done.stdout
    assert float(re.search(r"Overall exposure level for .*: ([\d.]+) ", done.stdout)[1]) <= 0.5
