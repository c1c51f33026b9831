"""No page loads or leads anywhere but where the content says, whatever stands in the address."""

import re
from urllib.parse import quote, urljoin, urlsplit

import pytest
import visits
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import Page

OWN = ("src", "action", "formaction", "data", "poster", "srcset", "background", "ping")
HOME = "http://localhost"
LEARN = "/learn/mixing"


def held_by(content):
    """Return every number and outside address that the content files hold."""
    lines = [line for country in content.helplines.countries for line in country.lines]
    sections = [section for route in content.sections.values() for section in route.values()]
    sources = [source for each in (*sections, *content.facts.values()) for source in each.sources]
    counselors = content.referrals.values()
    return (
        {f"tel:{line.call}" for line in lines if line.call}
        | {f"sms:{line.text}" for line in lines if line.text}
        | {line.web for line in lines if line.web}
        | {source.address for source in sources if source.address}
        | {f"tel:{each.dialed}" for each in counselors}
        | {each.web for each in counselors if each.web}
    )


@pytest.fixture(scope="module")
def held(content):
    return held_by(content)


def as_a_browser_reads(address, page=HOME + "/here/"):
    """Return where an address leads: browsers drop tabs and line ends, and take \\ for /."""
    return urljoin(page, re.sub(r"[\t\r\n]", "", address).strip().replace("\\", "/"))


def loaded(page):
    """Yield every address that a page loads or sends to by itself."""
    for element in page.elements:
        names = (*OWN, "href") if element.tag in {"link", "base", "use", "image"} else OWN
        yield from (element.attrs[name] for name in names if name in element.attrs)


def check(html, held):
    page = Page(html)
    for address in loaded(page):
        assert as_a_browser_reads(address).startswith(HOME + "/"), address
    for link in page.all("a"):
        address = as_a_browser_reads(link.attrs["href"])
        if not address.startswith(HOME + "/"):
            assert link.attrs["href"] in held
            if urlsplit(address).scheme not in {"tel", "sms"}:
                assert "noreferrer" in link.attrs.get("rel", "")
    assert not [element for element in page.all("script") + page.all("style") if element.text]
    assert not [
        name
        for element in page.elements
        for name in element.attrs
        if name.startswith("on") or name == "style"
    ]
    assert not page.all("iframe") + page.all("object") + page.all("embed") + page.all("base")
    assert not [each for each in page.all("meta") if "http-equiv" in each.attrs]


def test_the_content_holds_numbers_to_compare_with(held):
    assert {"tel:911", "tel:988", "sms:988"} < held
    assert len([address for address in held if address.startswith("https://")]) > 10


@pytest.mark.parametrize("address", [*visits.PUBLIC, "/nope", "/results"])
def test_a_public_page_loads_and_links_only_what_is_held(visitor, held, address):
    check(visitor.see(address).text, held)


def test_every_topic_and_country_links_only_what_is_held(visitor, content, held):
    for section in content.sections["me"]:
        check(visitor.read(f"/learn/{section}"), held)
    for country in content.helplines.countries:
        check(visitor.read(f"/help?country={country.id}"), held)
        check(visitor.read(f"/now?country={country.id}"), held)


def test_every_kind_of_result_links_only_what_is_held(visitor, content, held):
    for journey in visits.all_visits(content):
        visitor.hold(journey)
        check(visitor.read("/results"), held)


@pytest.mark.parametrize("route", ["me", "loved-one"])
def test_every_question_and_page_of_a_visit_links_only_what_is_held(visitor, content, held, route):
    journey = visits.everything(content, route)
    visitor.hold(journey)
    for address in (*visits.IN_A_VISIT, *(f"/questions/{question.id}" for question in journey.path)):
        check(visitor.read(address), held)


values = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["me", "loved-one", "anna", "GB-SCT", "CA"]),
    st.sampled_from(["US", "GB", "MX", "ZZ", "results", "answers", "notes", "/results", "results/"]),
    st.sampled_from(
        ["//evil.example", "https://evil.example", "tel:666", "javascript:alert(1)", "\\evil.example"]
    ),
)
names = st.one_of(
    st.sampled_from(["route", "referral", "phone", "csrf_token", "to"]),
    st.sampled_from(["country", "back", "v", "name", "next", "url", "answer"]),
    st.text(max_size=8),
)
said = st.lists(st.tuples(names, values), max_size=4)


def written(pairs):
    return "&".join(f"{quote(name)}={quote(value)}" for name, value in pairs)


@pytest.mark.parametrize(
    "path", ["/", "/help", LEARN, "/now", "/questions/now", "/answers", "/results", "/nope"]
)
def test_no_query_brings_a_number_or_an_address_of_its_own(app, content, held, path):
    visitor = app.test_client()
    with visitor.session_transaction() as session:
        session["answers"] = "who=me&now=seizure&taking=as-prescribed"

    @settings(max_examples=50)
    @given(said.map(written))
    def holds(query):
        response = visitor.get(f"{path}?{query}")
        assert response.status_code in {200, 404}
        check(response.text, held)

    holds()
