"""No name that somebody else gives this site comes back in anything that it says, on any route."""

import pytest
from conftest import TOKEN, raw
from test_headers import METHODS, addresses

from screening import create_app
from screening.settings import Settings

OURS, PORT = "check.example", "1337"
FOREIGN = {
    "another name": {"HTTP_HOST": "evil.example"},
    "a name below ours": {"HTTP_HOST": "evil.check.example"},
    "ours with a dot": {"HTTP_HOST": "check.example."},
    "none": {},
    "nothing": {"HTTP_HOST": ""},
    "ours in capitals, which browsers and proxies make small": {"HTTP_HOST": "CHECK.EXAMPLE"},
}
STRANGE = {
    "ours at another port": {"HTTP_HOST": f"{OURS}:{PORT}"},
    "another name, forwarded": {"HTTP_X_FORWARDED_HOST": "evil.example"},
    "another name, by the standard": {"HTTP_FORWARDED": "host=evil.example;proto=http"},
    "another port, forwarded": {"HTTP_X_FORWARDED_PORT": PORT},
    "another path, forwarded": {"HTTP_X_FORWARDED_PREFIX": "/evil"},
}


@pytest.fixture(scope="module")
def app():
    return create_app(
        Settings(https=True, origin=f"https://{OURS}", hosts=(OURS,), operator="x", contact="y")
    )


def told(app, method, host):
    """Return what every route says to such a request: its status, where it leads, and its page."""
    said = {}
    for address in addresses(app):
        path, _, query = address.partition("?")
        more = {"QUERY_STRING": query, "wsgi.url_scheme": "https", "SERVER_NAME": "unix"} | host
        status, headers, text = raw(app, path, drop={"HTTP_HOST"}, method=method, **more)
        said[address] = status, headers.get("Location"), TOKEN.sub("", text)
    return said


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("host", FOREIGN.values(), ids=FOREIGN)
def test_a_foreign_host_gets_one_constant_text_on_every_route(app, capfd, method, host):
    ((status, place, text),) = set(told(app, method, host).values())
    assert (status, place) == (400, None)
    assert not [word for word in ("evil", "unix", OURS) if word in text]
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("host", STRANGE.values(), ids=STRANGE)
def test_our_host_strangely_put_is_told_what_everybody_is_told(app, capfd, method, host):
    assert told(app, method, {"HTTP_HOST": OURS} | host) == told(app, method, {"HTTP_HOST": OURS})
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("address", ["/share", "/share/card", "/share/poster"])
def test_what_everybody_is_told_holds_our_public_name_where_links_are_made(app, address):
    assert f">{OURS}/</span>" in told(app, "GET", {"HTTP_HOST": OURS})[address][2]
