"""The codes on the pages and on paper, read back as a phone would read them."""

import shutil
import subprocess
from io import BytesIO
from itertools import product

import pytest
import segno
from counselors import ORIGIN
from server import served

zxingcpp = pytest.importorskip("zxingcpp")
Image = pytest.importorskip("PIL.Image")
ImageFilter = pytest.importorskip("PIL.ImageFilter")

CHOSEN = {
    "route=loved-one&country=GB-SCT&referral=anna": f"{ORIGIN}/start/loved-one?country=GB-SCT&referral=anna",
    "route=me": f"{ORIGIN}/start/me",
    "": f"{ORIGIN}/start",
}
DOTS = 300  # an inch
NARROWEST = 25  # millimeters, with the quiet zone
ON_PAPER = {"card": 4, "poster": 7}  # codes on a sheet


@pytest.fixture(scope="module")
def shared_at(sharing_app):
    with served(sharing_app) as address:
        yield address


@pytest.fixture(params=product(ON_PAPER, ["A4", "Letter"], CHOSEN), ids=" ".join)
def sheet(page, shared_at, tmp_path, request):
    """Print what is handed over; say what it is, on which paper, what its codes hold, and how it looks."""
    name, paper, query = request.param
    page.goto(f"{shared_at}/share/{name}?{query}")
    return name, paper, CHOSEN[query], leaves(page, paper, tmp_path)


def read(image):
    return [(code.text, code.position) for code in zxingcpp.read_barcodes(image)]


def leaves(page, paper, folder):
    """Print a page as it would be on paper, and return each leaf as a picture."""
    (folder / "sheet.pdf").write_bytes(page.pdf(format=paper, prefer_css_page_size=False))
    subprocess.run(["pdftoppm", "-r", str(DOTS), "-png", "sheet.pdf", "leaf"], cwd=folder, check=True)  # noqa: S603, S607
    return [Image.open(path).convert("L") for path in sorted(folder.glob("leaf*.png"))]


def width(position, link):
    """Return how wide a code is printed, in millimeters, its quiet zone counted."""
    code = segno.make_qr(link, error="m")
    (whole, _), (bare, _) = code.symbol_size(border=4), code.symbol_size(border=0)
    return (position.top_right.x - position.top_left.x) * whole / bare / DOTS * 25.4


@pytest.mark.parametrize(("query", "link"), CHOSEN.items(), ids=CHOSEN)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_code_on_the_page_gives_the_link(page, shared_at, query, link, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{shared_at}/share?{query}")
    shown = page.locator("img.code").screenshot()
    assert [text for text, _ in read(Image.open(BytesIO(shown)))] == [link]


@pytest.mark.skipif(
    not shutil.which("pdftoppm"), reason="no pdftoppm: on Debian, apt-get install poppler-utils"
)
def test_every_code_on_paper_gives_the_link_also_a_little_blurred(sheet, record_property):
    name, paper, link, (leaf,) = sheet
    for picture in (leaf, leaf.filter(ImageFilter.GaussianBlur(2))):
        found = read(picture)
        assert [text for text, _ in found] == [link] * ON_PAPER[name]
        narrowest = min(width(position, link) for _, position in found)
        assert narrowest >= NARROWEST
    record_property("measured", f"narrowest code of {link} on a {name} of {paper}: {narrowest:.1f} mm")


def test_a_code_printed_at_25_millimeters_is_read_through_some_blur(page, shared_at):
    side = round(25 / 25.4 * DOTS)
    page.set_viewport_size({"width": side, "height": side})
    for query, link in CHOSEN.items():
        page.goto(f"{shared_at}/share/code.svg?{query}")
        shown = Image.open(BytesIO(page.screenshot())).convert("L")
        assert shown.size == (side, side)
        assert [text for text, _ in read(shown.filter(ImageFilter.GaussianBlur(2)))] == [link]
