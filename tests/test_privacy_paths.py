"""No path, however crooked, makes a page send or lead anywhere else."""

from urllib.parse import quote

import pytest
from conftest import raw
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import Page
from test_privacy_links import HOME, as_a_browser_reads, loaded

paths = st.text(st.sampled_from("/\\.\t\n?#%:@evil-exampl"), max_size=24)


def stays(html):
    """Say whether a page loads from, and sends to, nowhere but here."""
    return all(as_a_browser_reads(address).startswith(HOME + "/") for address in loaded(Page(html)))


@settings(max_examples=300)
@given(paths)
def test_no_path_makes_a_page_send_anything_elsewhere(app, path):
    status, headers, text = raw(app, f"/{path}")
    assert status in {200, 303, 308, 404}
    place = as_a_browser_reads(headers.get("Location", "/"))
    assert place.startswith((HOME + "/", "https://www.bbc.co.uk/"))
    assert status != 404 or stays(text)


@pytest.mark.parametrize(
    "path", ["/%5Cevil.example", "/%09/evil.example", "/%0A/evil.example", "/%5C%5Cevil.example"]
)
def test_a_crooked_path_does_not_send_the_country_form_elsewhere(visitor, path):
    assert stays(visitor.see(path).text)


EVIL = [
    "https://evil.example",
    "//evil.example",
    "/results",
    "results/../leave",
    "leave",
    "erase",
    "now",
    "",
    "Results",
]


@pytest.mark.parametrize("back", EVIL)
def test_a_change_leads_back_only_to_pages_of_the_visit(visitor, back):
    visitor.answer(who="me", now="none", taking="as-prescribed")
    address = f"/questions/now?back={quote(back, safe='')}"
    assert visitor.page(address).link("Back") == "/questions/who"
    assert visitor.send("now", "none", address=address).headers["Location"] == "/questions/reason"
