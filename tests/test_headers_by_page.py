"""What only some pages say: to search engines, to caches, and when everything is cleared."""

import pytest
from visits import FOR_COUNSELORS, LANDINGS

PUBLIC = ["/", "/learn", "/learn/mixing", "/help", "/about", "/about/questions", "/privacy", "/accessibility"]
PRIVATE = ["/questions/who", "/questions/taking", "/now", "/answers", "/results", "/notes"]
CODE = "/share/code.svg"
BEGUN = {"who": "me", "now": "none", "taking": "as-prescribed"}


@pytest.mark.parametrize("address", PRIVATE)
def test_check_in_pages_are_not_for_search_engines(visitor, address):
    assert visitor.see(address).headers["X-Robots-Tag"] == "noindex, noarchive"
    visitor.answer(**BEGUN)
    assert visitor.see(address).headers["X-Robots-Tag"] == "noindex, noarchive"


@pytest.mark.parametrize("address", [*FOR_COUNSELORS, CODE, *LANDINGS])
def test_links_and_what_makes_them_are_not_for_search_engines_and_not_stored(counselor, address):
    response = counselor.see(address)
    assert response.status_code == 200
    assert response.headers["X-Robots-Tag"] == "noindex, noarchive"
    assert response.headers["Cache-Control"] == "no-store, max-age=0"
    assert response.mimetype == ("image/svg+xml" if address == CODE else "text/html")


@pytest.mark.parametrize("address", PUBLIC)
def test_public_pages_may_be_found(visitor, address):
    assert "X-Robots-Tag" not in visitor.see(address).headers


@pytest.mark.parametrize("address", ["/nope", "/learn/nope", "/static/nope.css"])
def test_error_pages_are_not_for_search_engines(visitor, address):
    assert visitor.see(address).headers["X-Robots-Tag"] == "noindex, noarchive"


@pytest.mark.parametrize("accepted", ["gzip, deflate, br", "*"])
def test_no_page_is_compressed(counselor, accepted):
    counselor.answer(**BEGUN)
    for address in (*PUBLIC, *PRIVATE, *FOR_COUNSELORS, CODE, *LANDINGS):
        assert "Content-Encoding" not in counselor.see(address, headers={"Accept-Encoding": accepted}).headers


def test_leaving_and_erasing_ask_the_browser_to_clear_what_it_stored(visitor):
    visitor.answer(**BEGUN)
    for response in (visitor.see("/leave"), visitor.send("erase", address="/erase", token=visitor.token())):
        assert response.headers["Clear-Site-Data"] == '"storage"'
    for address in (*PUBLIC, *PRIVATE):
        assert "Clear-Site-Data" not in visitor.see(address).headers
