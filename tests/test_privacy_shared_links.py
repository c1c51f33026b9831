"""Whatever a shared link says, its pages are those of the ids it names: no word or number comes with it."""

import re
from urllib.parse import quote

import pytest
import visits
from conftest import TOKEN, Visitor
from hypothesis import given, settings
from hypothesis import strategies as st
from test_privacy_links import check, held_by, said, values, written
from werkzeug.datastructures import MultiDict

from screening.content import load

ADDRESSES = ("/share", "/share/card", "/share/poster", "/start", "/start/me", "/start/loved-one")
FORM = re.compile(r'(?<=<form class="country" action=")[^"]*')  # leads to the address that is open
below_start = values.map(lambda value: f"/start/{quote(value, safe='')}")


@pytest.fixture(scope="module")
def counseled_content(counseled):
    return load(counseled)


@pytest.fixture(scope="module")
def held(counseled_content):
    return held_by(counseled_content)


@pytest.fixture(scope="module")
def known(counseled_content):
    """Every word that an address may hand to a page, by its name."""
    return {
        "route": {"me", "loved-one"},
        "country": set(counseled_content.helplines.by_id),
        "referral": {"anna"},
        "back": {"answers", "results", "notes"},
    }


def what_is_known(pairs, known):
    """Return what of a query the site knows: of each name, the first value counts."""
    first = dict(reversed(pairs))
    return {name: first[name] for name, ids in known.items() if first.get(name) in ids}


def without_own_address(html):
    """Return a page without its token and the address of its country form."""
    return FORM.sub("", TOKEN.sub("", html))


def test_the_content_holds_the_counselors_number_to_compare_with(held):
    assert {"tel:+15550100199", "https://riverside.example", "tel:911"} < held


@pytest.mark.parametrize("address", [*visits.FOR_COUNSELORS, *visits.LANDINGS])
def test_a_page_of_a_shared_link_loads_and_links_only_what_is_held(counselor, held, address):
    check(counselor.read(address), held)


@pytest.mark.parametrize(
    "addresses", [*map(st.just, ADDRESSES), below_start], ids=[*ADDRESSES, "anything below /start"]
)
def test_no_link_brings_anything_but_the_ids_it_names(counselor, held, known, addresses):
    @settings(max_examples=100)
    @given(addresses, said)
    def holds(address, pairs):
        response = counselor.see(f"{address}?{written(pairs)}")
        assert response.status_code in {200, 308, 404}
        check(response.text, held)
        if response.status_code == 200:
            plain = address if address in ADDRESSES else "/start"
            same = counselor.read(f"{plain}?{written(what_is_known(pairs, known).items())}")
            assert without_own_address(response.text) == without_own_address(same)

    holds()


def results(app, journey, *pairs):
    """Press Start with these fields in the form, answer; return the reply to the form, and the results."""
    visitor = Visitor(app)
    fields = MultiDict([("csrf_token", visitor.token("/start")), *pairs])
    begun = visitor.browser.post("/start", data=fields)
    visitor.hold(journey)
    return begun, visitor.read("/results")


def test_no_form_brings_anything_to_the_results_but_the_ids_it_names(
    sharing_app, counseled_content, held, known
):
    journey = visits.everything(counseled_content, "me")
    pages = {name: results(sharing_app, journey, ("referral", name))[1] for name in ("", "anna")}
    assert pages["anna"] != pages[""]
    for page in pages.values():
        check(page, held)

    @settings(max_examples=300)
    @given(said)
    def holds(pairs):
        named = what_is_known(pairs, known)
        begun, page = results(sharing_app, journey, *pairs)
        onward = "/questions/now" if "route" in named else "/questions/who"
        assert (begun.status_code, begun.headers["Location"]) == (303, onward)
        assert without_own_address(page) == without_own_address(pages[named.get("referral", "")])

    holds()
