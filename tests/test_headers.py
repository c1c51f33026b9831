"""What every response says about privacy: each route, method and status, against the values agreed on."""

import re

import pytest
from conftest import Visitor

from screening import create_app
from screening.settings import Settings

POLICY = {
    "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self'",
    "font-src": "'self'", "manifest-src": "'self'", "connect-src": "'none'", "form-action": "'self'",
    "base-uri": "'none'", "object-src": "'none'", "frame-src": "'none'", "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'", "trusted-types": "'none'",
}  # fmt: skip
SWITCHED_OFF = {
    *(
        "accelerometer",
        "autoplay",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
    ),
    *("hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment"),
    *("screen-wake-lock", "serial", "usb", "xr-spatial-tracking"),
}
EXACTLY = {
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Permitted-Cross-Domain-Policies": "none",
    "X-DNS-Prefetch-Control": "off",
}
HSTS = "max-age=63072000; includeSubDomains"
HOME = {False: "http://localhost", True: "https://check.example"}
METHODS = ("GET", "HEAD", "POST", "PUT", "OPTIONS", "TRACE")
NAMES = {
    "/questions/": ("who", "stopping", "help", "nope"),
    "/learn/": ("mixing", "nope"),
    "/start/": ("me", "nope"),
    "/static/": ("site.css", "nope"),
}
BEGUN = {"who": "me", "now": "none", "taking": "as-prescribed"}


def addresses(app):
    """Return every address the site has, and one that it has not."""
    for rule in app.url_map.iter_rules():
        before, placeholder, _ = str(rule).partition("<")
        yield from (before + name for name in (NAMES[before] if placeholder else ("",)))
    yield "/nope"
    yield from re.findall(
        r'href="(/static/[^"]+)"',
        app.test_client().get("/learn", base_url=HOME[app.config["SESSION_COOKIE_SECURE"]]).text,
    )


def check(response, *, https=False):
    """Check what holds for every response of ours."""
    headers = response.headers
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy == POLICY
    features = headers["Permissions-Policy"].split(", ")
    assert {feature.removesuffix("=()") for feature in features} == SWITCHED_OFF
    assert all(feature.endswith("=()") for feature in features)
    assert {name: headers.get(name) for name in EXACTLY} == EXACTLY
    assert all(len(headers.getlist(name)) == 1 for name in (*EXACTLY, "Cache-Control"))
    assert headers.get("Strict-Transport-Security") == (HSTS if https else None)
    assert not {"Server", "X-Powered-By", "Via", "Content-Encoding", "Refresh"} & set(headers.keys())
    for_ever = "?v=" in response.request.full_path and response.status_code == 200
    assert headers["Cache-Control"] == (
        "public, max-age=31536000, immutable" if for_ever else "no-store, max-age=0"
    )


@pytest.fixture(scope="module")
def secure():
    return create_app(
        Settings(
            https=True, origin="https://check.example", hosts=("check.example",), operator="x", contact="y"
        )
    )


@pytest.mark.parametrize("begun", [False, True], ids=["nobody", "somebody"])
@pytest.mark.parametrize("method", METHODS)
def test_every_route_and_method_says_it_all(sharing_app, method, begun):
    visitor = Visitor(sharing_app)
    statuses = set()
    for address in addresses(sharing_app):
        if begun and not visitor.cookie:
            visitor.answer(**BEGUN)
        response = visitor.browser.open(address, method=method)
        check(response)
        statuses.add(response.status_code)
    refused = 400 if begun else 303  # a form without a token, with a cookie and without one
    expected = {"GET": {200, 303, 404, 405}, "HEAD": {200, 303, 404, 405}, "POST": {refused, 405}}
    assert statuses >= expected.get(method, {405})


@pytest.mark.parametrize("method", METHODS)
def test_every_route_and_method_says_it_all_over_https(secure, method):
    for address in addresses(secure):
        check(secure.test_client().open(address, method=method, base_url="https://check.example"), https=True)


def test_every_kind_of_failure_says_it_all(visitor):
    visitor.answer(**BEGUN)
    seen = {
        422: visitor.send("reason"),
        303: visitor.send("reason", "sleep"),
        400: visitor.send("reason", "sleep", token="stale"),
        413: visitor.send("reason", "x" * 20_000),
        308: visitor.see("/questions//who"),
    }
    for status, response in seen.items():
        assert response.status_code == status
        check(response)
        assert response.headers.get("X-Robots-Tag") == "noindex, noarchive"


def test_a_crash_says_it_all():
    app = create_app(Settings())
    app.add_url_rule("/fails", "fails", lambda: 1 / 0)
    response = app.test_client().get("/fails")
    assert response.status_code == 500
    check(response)


def test_a_foreign_host_is_told_it_all(app):
    response = app.test_client().get("/", headers={"Host": "evil.example"})
    assert response.status_code == 400
    check(response)
