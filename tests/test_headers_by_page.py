"""What only some pages say: to search engines, to caches, and when everything is cleared."""

import pytest
from conftest import Visitor

from screening import create_app, fingerprints
from screening.settings import ROOT, Settings

PUBLIC = ["/", "/learn", "/learn/mixing", "/help", "/about", "/about/questions", "/privacy", "/accessibility"]
PRIVATE = ["/questions/who", "/questions/taking", "/now", "/answers", "/results", "/notes"]
BEGUN = {"who": "me", "now": "none", "taking": "as-prescribed"}


@pytest.mark.parametrize("address", PRIVATE)
def test_check_in_pages_are_not_for_search_engines(visitor, address):
    assert visitor.see(address).headers["X-Robots-Tag"] == "noindex, noarchive"
    visitor.answer(**BEGUN)
    assert visitor.see(address).headers["X-Robots-Tag"] == "noindex, noarchive"


@pytest.mark.parametrize("address", PUBLIC)
def test_public_pages_may_be_found(visitor, address):
    assert "X-Robots-Tag" not in visitor.see(address).headers


@pytest.mark.parametrize("address", ["/nope", "/learn/nope", "/static/nope.css"])
def test_error_pages_are_not_for_search_engines(visitor, address):
    assert visitor.see(address).headers["X-Robots-Tag"] == "noindex, noarchive"


@pytest.mark.parametrize("accepted", ["gzip, deflate, br", "*"])
def test_nothing_is_compressed(visitor, accepted):
    visitor.answer(**BEGUN)
    for address in (*PUBLIC, *PRIVATE, "/static/style.css"):
        with visitor.see(address, headers={"Accept-Encoding": accepted}) as response:
            assert "Content-Encoding" not in response.headers


def test_leaving_and_erasing_ask_the_browser_to_clear_what_it_stored(visitor):
    visitor.answer(**BEGUN)
    for response in (visitor.see("/leave"), visitor.send("erase", address="/erase", token=visitor.token())):
        assert response.headers["Clear-Site-Data"] == '"storage"'
    for address in (*PUBLIC, *PRIVATE):
        assert "Clear-Site-Data" not in visitor.see(address).headers


def test_a_static_file_has_an_address_that_changes_with_its_content(tmp_path, monkeypatch):
    def address_of(text):
        (tmp_path / "static").mkdir(exist_ok=True)
        for file in (ROOT / "static").iterdir():
            (tmp_path / "static" / file.name).write_bytes(file.read_bytes())
        (tmp_path / "static" / "style.css").write_text(text)
        monkeypatch.setattr(fingerprints, "ROOT", tmp_path)
        fingerprints.fingerprint.cache_clear()
        return Visitor(create_app(Settings())).page("/").all("link")[-1].attrs["href"]

    first, other, again = address_of("a{}"), address_of("b{}"), address_of("a{}")
    assert first == again != other
    assert first.startswith("/static/style.css?v=")
    fingerprints.fingerprint.cache_clear()


@pytest.mark.parametrize("version", ["", "?v=", "?v=older", "?w=1"])
def test_a_static_file_of_another_version_is_not_kept(visitor, version):
    with visitor.see(f"/static/style.css{version}") as response:
        assert (response.status_code, response.headers["Cache-Control"]) == (200, "no-store")


def test_the_static_files_that_pages_name_are_kept_for_ever(visitor):
    for link in visitor.page("/").all("link"):
        with visitor.see(link.attrs["href"]) as response:
            assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
