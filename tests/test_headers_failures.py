"""What every route says when a request fails, over http and over https; and that no response says more."""

import pytest
from conftest import Visitor
from test_headers import HOME, METHODS, addresses, check

from screening import create_app
from screening.settings import Settings

HOSTS = ("localhost", "check.example")
SENT = ("POST", "PUT", "OPTIONS", "TRACE")
STALE = {"csrf_token": "stale", "answer": "none"}
TOO_LONG = {"csrf_token": "x" * 20_000}
SAID = {  # what a response may say beside the constant headers; nothing here names a server or its version
    *("Content-Type", "Content-Length", "Content-Security-Policy", "Permissions-Policy", "Cache-Control"),
    *("Strict-Transport-Security", "X-Robots-Tag", "Set-Cookie", "Vary", "Location", "Allow"),
    *("Clear-Site-Data", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Embedder-Policy"),
    *("Cross-Origin-Resource-Policy", "Origin-Agent-Cluster", "X-Content-Type-Options", "X-Frame-Options"),
    *("X-Permitted-Cross-Domain-Policies", "X-DNS-Prefetch-Control"),
}


def application(https, crash=None):
    """Return a copy; one that crashes does so before all else."""
    origin = "https://check.example" if https else ""
    app = create_app(Settings(https=https, origin=origin, hosts=HOSTS, operator="x", contact="y"))
    if crash:
        app.before_request_funcs[None].insert(0, crash)
    return app


@pytest.fixture(scope="module", params=[False, True], ids=["http", "https"])
def https(request):
    return request.param


@pytest.fixture(scope="module")
def ask(https):
    """Send a request to a sound copy, check what its response says, and return it."""
    app, broken = application(https), application(https, lambda: 1 / 0)

    def asked(method, address, *, crash=False, **more):
        more = {"base_url": HOME[https], "method": method} | more
        response = (broken if crash else app).test_client().open(address, **more)
        check(response, https=https)
        assert set(response.headers.keys()) <= SAID
        return response

    return asked


@pytest.fixture(scope="module")
def everywhere(https):
    return list(addresses(application(https)))


@pytest.mark.parametrize("method", METHODS)
def test_every_body_says_its_kind_and_its_characters(ask, everywhere, method):
    replies = [ask(method, address) for address in everywhere]
    kinds = {reply.headers["Content-Type"] for reply in replies if reply.data}
    texts = {"text/html", "text/plain", "text/css", "text/javascript", "image/svg+xml"}
    assert kinds <= {f"{kind}; charset=utf-8" for kind in texts}
    assert kinds or method == "HEAD"


@pytest.mark.parametrize("method", METHODS)
def test_a_crash_on_any_route_says_it_all(ask, everywhere, method):
    found = {ask(method, address, crash=True).status_code for address in everywhere}
    assert found == {500}


@pytest.mark.parametrize("method", METHODS)
def test_a_foreign_host_on_any_route_is_told_it_all(ask, everywhere, method):
    found = {ask(method, address, headers={"Host": "evil.example"}).status_code for address in everywhere}
    assert found == {400}


@pytest.mark.parametrize("method", SENT)
def test_a_form_from_another_site_to_any_route_is_told_it_all(ask, everywhere, method):
    strange = {"Sec-Fetch-Site": "cross-site"}
    found = {ask(method, address, headers=strange).status_code for address in everywhere}
    assert found == {400}


@pytest.mark.parametrize(("form", "status"), [(STALE, 400), (TOO_LONG, 413)], ids=["stale", "too long"])
def test_a_form_that_no_route_takes_is_told_it_all(ask, everywhere, form, status):
    own = {"Sec-Fetch-Site": "same-origin"}
    found = {ask("POST", address, data=form, headers=own).status_code for address in everywhere}
    assert status in found
    assert found <= {status, 405, 404, 303}


def test_every_step_of_a_form_says_it_all_over_either(https):
    visitor = Visitor(application(https))
    opened = visitor.browser.open
    visitor.browser.open = lambda *args, **more: opened(*args, base_url=HOME[https], **more)
    for question, options, status in (
        ("who", ["me"], 303),
        ("now", [], 422),
        ("now", ["forged"], 422),
        ("now", ["none", "seizure"], 303),
        ("now", ["seizure"], 303),
    ):
        response = visitor.send(question, *options)
        assert response.status_code == status
        check(response, https=https)
