"""Whole visits through the production stack in Chromium, with and without script."""

import hashlib
from base64 import b64encode

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from lines import NAME, ORIGIN
from visit_table import VISITS
from walking import journey, leads, where

from screening.headers import HTTPS_ONLY
from tests.browser.conftest import CALM, PATIENCE, chromium

WHOLE = ("ran out, and shaky", "every safety stop there is")  # one of each route
COOKIE = {"name": "__Host-s", "path": "/", "secure": True, "httpOnly": True, "sameSite": "Lax", "expires": -1}
NO_BROWSER = "no browser: on Debian, apt-get install chromium-headless-shell"
pytestmark = [pytest.mark.short, pytest.mark.skipif(not chromium(), reason=NO_BROWSER)]


@pytest.fixture(scope="module")
def browser(browser_type, stack):
    """A browser that finds the site at its name, and knows the key of its certificate."""
    certificate = x509.load_pem_x509_certificate((stack.folder / "site.pem").read_bytes())
    key = certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    known = b64encode(hashlib.sha256(key).digest()).decode()
    names = f"MAP {NAME}:443 127.0.0.1:{stack.port}, MAP * ~NOTFOUND"
    args = [*CALM, f"--ignore-certificate-errors-spki-list={known}", f"--host-resolver-rules={names}"]
    running = browser_type.launch(executable_path=chromium(), args=args)
    yield running
    running.close()


@pytest.fixture
def page(browser, script):
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.set_default_timeout(4 * PATIENCE)
    yield page
    context.close()


def go_on(page, button):
    with page.expect_navigation():
        page.locator(button).click()
    return where(page)


def walk(page, visit, whole):
    """Answer every question, and check where each answer leads."""
    assert go_on(page, "main .actions a") == "/questions/who"
    for question in whole.path:
        for option in whole.answers[question.id]:
            page.check(f'input[value="{option}"]')
        first, *others = leads(visit.path, visit.stops, question.id)
        assert go_on(page, "main .actions button") == first
        for other in others:
            assert go_on(page, "main .actions a") == other


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_visit_in_a_browser(page, tell, name, script):
    complaints = []
    page.on(
        "console", lambda line: complaints.append(line.text) if line.type in {"error", "warning"} else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    response = page.goto(ORIGIN)
    assert HTTPS_ONLY.items() <= {key.title(): value for key, value in response.all_headers().items()}.items()
    walk(page, VISITS[name], journey(VISITS[name]))
    assert go_on(page, "main .actions a") == "/results"
    assert VISITS[name].sections.keys() <= {*page.locator("h2").evaluate_all("all => all.map((h2) => h2.id)")}
    (cookie,) = page.context.cookies()
    shown = {key: cookie[key] for key in ("name", "path", "secure", "httpOnly", "sameSite", "expires")}
    assert shown == COOKIE
    assert complaints == []
    with page.expect_event("requestfailed", lambda request: "weather" in request.url):
        page.locator("[data-leave]").click()
    assert page.context.cookies() == []
    tell(f"{len(VISITS[name].path)} questions, results, and nothing left")
