"""Which hosts this site answers for, and the one constant text that all others get."""

import pytest
from conftest import raw

ADDRESSES = ["/", "/help", "/questions/who", "/results", "/nope", "/static/style.css", "/healthz", "/leave"]
FOREIGN = [
    "evil.example",
    "localhost.",
    "localhost.evil.example",
    "evil@localhost",
    "a b",
    "\xe9",
    "localhost:x",
    "",
]


@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
@pytest.mark.parametrize("host", FOREIGN)
def test_a_host_that_is_not_ours_gets_one_constant_text(app, capfd, host, method):
    answers = [raw(app, address, HTTP_HOST=host, method=method) for address in ADDRESSES]
    assert {(status, text) for status, _, text in answers} == {(400, answers[0][2])}
    assert "911" in answers[0][2]
    assert all(headers["Content-Type"].startswith("text/plain") for _, headers, _ in answers)
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_foreign_host_and_a_foreign_site_together_get_the_same_text(app, capfd, site):
    status, _, text = raw(
        app, "/questions/who", HTTP_HOST="evil.example", HTTP_SEC_FETCH_SITE=site, method="POST"
    )
    assert (status, text) == (400, raw(app, HTTP_HOST="evil.example")[2])
    assert capfd.readouterr().err == ""


def test_a_forwarded_host_is_not_believed(app):
    status, headers, text = raw(app, "/questions//who", HTTP_X_FORWARDED_HOST="evil.example")
    assert "evil.example" not in f"{status} {headers} {text}"
    assert raw(app, HTTP_HOST="evil.example", HTTP_X_FORWARDED_HOST="localhost")[0] == 400


def test_a_missing_host_is_refused_by_a_server_with_another_name(app):
    assert raw(app, drop={"HTTP_HOST"}, SERVER_NAME="evil.example")[0] == 400


@pytest.mark.parametrize("server", [("unix", "None"), ("", ""), ("/run/check/a.sock", "80")])
@pytest.mark.parametrize("address", ["/", "/questions/who", "/results", "/questions//who"])
def test_a_missing_host_is_refused_on_a_socket_without_a_name(app, capfd, server, address):
    name, port = server
    status, headers, text = raw(app, address, drop={"HTTP_HOST"}, SERVER_NAME=name, SERVER_PORT=port)
    assert (status, headers.get("Location")) == (400, None)
    assert text == raw(app, HTTP_HOST="evil.example")[2]
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:1337"])
def test_every_host_of_one_machine_is_ours_whatever_its_port(app, host):
    assert raw(app, HTTP_HOST=host)[0] == 200
