"""Static files: joined and compressed once, and kept by browsers for as long as they do not change."""

import gzip
import re
from base64 import b64encode
from hashlib import sha256

import brotli
import pytest
from conftest import Visitor
from pages import Page

from screening import assets, create_app
from screening.settings import ROOT, Settings

NAMES = ["site.css", "preview.css", "site.js", "icon.svg", "signs.svg", "pictures.svg"]
ADDRESS = re.compile(r'(?:href|src)="(/static/[^"#]+)')


def test_a_static_file_has_an_address_that_changes_with_its_content(tmp_path, monkeypatch):
    def address_of(text):
        (tmp_path / "static").mkdir(exist_ok=True)
        for file in (ROOT / "static").iterdir():
            (tmp_path / "static" / file.name).write_bytes(file.read_bytes())
        (tmp_path / "static" / "theme.css").write_text(text)
        monkeypatch.setattr(assets, "ROOT", tmp_path)
        return Visitor(create_app(Settings())).page("/").all("link")[-1].attrs["href"]

    first, other, again = address_of("a{}"), address_of("b{}"), address_of("a{}")
    assert first == again != other
    assert first.startswith("/static/site.css?v=")


@pytest.mark.parametrize(("version", "status"), [("", 200), ("?w=1", 200), ("?v=", 404), ("?v=older", 404)])
def test_a_static_file_of_another_version_is_not_here_and_one_of_no_version_is_not_kept(
    visitor, version, status
):
    response = visitor.see(f"/static/site.css{version}")
    assert (response.status_code, response.headers["Cache-Control"]) == (status, "no-store, max-age=0")


@pytest.mark.parametrize(
    "address", ["/", "/questions/who", "/about/questions", "/share", "/share/card", "/nope"]
)
def test_a_page_names_the_hash_of_each_script_and_stylesheet_that_it_loads(counselor, address):
    page = Page(counselor.see(address).text)
    loaded = [link for link in page.all("link") if link.attrs["rel"] == "stylesheet"] + page.all("script")
    assert len(loaded) >= 2
    for part in loaded:
        file = counselor.see(part.attrs.get("href") or part.attrs["src"]).data
        assert part.attrs["integrity"] == f"sha256-{b64encode(sha256(file).digest()).decode()}"


def test_the_static_files_that_pages_name_are_kept_for_ever(visitor):
    pages = "".join(visitor.read(address) for address in ("/", "/help", "/learn/mixing", "/about/questions"))
    named = set(ADDRESS.findall(pages))
    assert {address.partition("?")[0].removeprefix("/static/") for address in named} == set(NAMES)
    for address in named:
        response = visitor.see(address)
        assert (response.status_code, response.headers["Cache-Control"]) == (
            200,
            "public, max-age=31536000, immutable",
        )


@pytest.mark.parametrize(
    ("accepted", "encoding", "unpack"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip, deflate", "gzip", gzip.decompress),
        ("br;q=0.5, gzip", "gzip", gzip.decompress),
    ],
)
@pytest.mark.parametrize("name", NAMES)
def test_a_static_file_is_sent_compressed_to_whoever_can_read_that(visitor, name, accepted, encoding, unpack):
    address = f"/static/{name}"
    plain = visitor.see(address)
    packed = visitor.see(address, headers={"Accept-Encoding": accepted})
    assert packed.headers["Content-Encoding"] == encoding
    assert len(packed.data) < len(plain.data)
    assert unpack(packed.data) == plain.data
    assert "Content-Encoding" not in plain.headers
    for response in (plain, packed):
        assert response.headers["Vary"] == "Accept-Encoding"
        assert response.mimetype == assets.KINDS["." + name.partition(".")[2]]


def test_a_static_file_is_sent_as_it_is_to_whoever_asks_for_that(visitor):
    for accepted in ("gzip;q=0", "*;q=0", "identity", "zstd", ""):
        response = visitor.see("/static/site.css", headers={"Accept-Encoding": accepted})
        assert "Content-Encoding" not in response.headers, accepted


def test_asking_about_a_static_file_sends_none_of_it(visitor):
    asked = visitor.browser.head("/static/site.css")
    assert asked.data == b""
    assert int(asked.headers["Content-Length"]) == len(visitor.see("/static/site.css").data)


def test_the_colours_and_the_rest_of_the_stylesheet_are_one_file(visitor):
    sheet = visitor.read("/static/site.css")
    assert "--paper:#" in sheet.partition(".choice")[0]
    assert "/*" not in sheet
    assert 'content: "; "' in sheet  # the spaces that are shown stay
    assert visitor.see("/static/theme.css").status_code == visitor.see("/static/style.css").status_code == 404


def test_a_name_that_leads_out_of_the_folder_leads_nowhere(visitor):
    for name in ("../app.py", "%2e%2e/app.py", "..%2fapp.py", "site.css/", "__init__.py"):
        assert visitor.see(f"/static/{name}").status_code == 404
