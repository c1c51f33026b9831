"""The cards of a counselor as the `card` command writes them: one document that stands alone."""

import pytest
from commands import run
from conftest import spoil
from counselors import ANNA, ORIGIN
from pages import Page

from screening.qr import drawing

CODE = f"{ORIGIN}/start?country=CA&referral=anna"
WITH_ADDRESSES = ("src", "href", "xlink:href", "data", "srcset", "action", "style")


@pytest.fixture(scope="module")
def printed(counseled):
    result = run("card", "anna", str(counseled), "--origin", ORIGIN)
    assert result.exit_code == 0
    return result.output


def test_each_of_four_cards_has_the_numbers_of_the_counselors_country_and_their_own(printed):
    cards = Page(printed).all("section", "handed")
    assert len(cards) == 4
    assert len({card.text for card in cards}) == 1
    assert "In an emergency call 911. For a crisis, call or text 9-8-8." in cards[0].text
    assert "Shared by Anna Example, Riverside Counseling (made up): +1 (555) 010-0199" in cards[0].text
    assert CODE.removeprefix("https://") in cards[0].text


def test_the_numbers_are_those_of_the_country_whatever_the_copy_has_as_its_own(counseled):
    result = run("card", "anna", str(counseled), "--origin", ORIGIN, SCREENING_COUNTRY="GB-SCT")
    assert "In an emergency call <b>911</b>" in result.output


def test_the_code_is_drawn_inside_and_reads_as_the_link(printed):
    assert printed.count(drawing(CODE).decode()) == printed.count("<svg") == 4


def test_the_page_stands_alone(printed):
    page = Page(printed)
    assert not page.all("a") + page.all("link") + page.all("script") + page.all("img") + page.all("form")
    assert not [each for each in page.elements if set(each.attrs).intersection(WITH_ADDRESSES)]
    assert "url(" not in printed
    assert "@import" not in printed
    assert page.texts("style")


def test_the_page_names_no_medicine(printed):
    assert not [name for name in ("clonazepam", "klonopin", "medicine", "drug") if name in printed.lower()]


def test_the_cards_are_written_to_a_file_where_one_is_named(counseled, tmp_path, printed):
    result = run(
        "card", "anna", str(counseled), "--origin", f"{ORIGIN}/", "--output", str(tmp_path / "card.html")
    )
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "card.html").read_text(encoding="utf-8") == printed


def test_the_address_and_the_folder_may_be_those_of_the_copy(counseled, printed):
    found = run("card", "anna", SCREENING_CONTENT=str(counseled), SCREENING_ORIGIN=ORIGIN)
    assert found.output == printed


NO_ADDRESS = "A card needs the public https:// address: --origin or SCREENING_ORIGIN.\n"
REFUSED = {
    "no address": (("anna",), NO_ADDRESS),
    "an address that phones would not open": (("anna", "--origin", "check.example.org"), NO_ADDRESS),
    "a slip in the id": (
        ("ana", "--origin", ORIGIN),
        "referrals.yaml has no “ana”. Did you mean “anna”?\n",
    ),
    "an id like no other": (("riverside", "--origin", ORIGIN), "referrals.yaml has no “riverside”.\n"),
}


@pytest.mark.parametrize(("words", "said"), REFUSED.values(), ids=REFUSED)
def test_what_makes_no_card_is_told_in_one_line_and_writes_no_file(counseled, tmp_path, words, said):
    name, *options = words
    result = run("card", name, str(counseled), *options, "--output", str(tmp_path / "card.html"))
    assert (result.exit_code, result.output) == (1, said)
    assert list(tmp_path.iterdir()) == []


def test_content_without_counselors_makes_no_card(folder):
    result = run("card", "anna", str(folder), "--origin", ORIGIN)
    assert (result.exit_code, result.output) == (1, "referrals.yaml has no “anna”.\n")


def test_bad_content_is_named_with_its_lines(folder):
    (folder / "referrals.yaml").write_text(ANNA, encoding="utf-8")
    line = spoil(folder, "referrals.yaml", "country: CA", "country: XX")
    result = run("card", "anna", str(folder), "--origin", ORIGIN)
    assert result.exit_code == 1
    assert result.output.startswith(f"referrals.yaml:{line}:")
    assert "<html" not in result.output
