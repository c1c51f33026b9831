"""The page for when the site cannot answer: text that stands alone, with the numbers of this copy."""

import re

from commands import run
from conftest import spoil
from pages import Page

from screening.outage import outage
from screening.settings import Settings


def test_the_page_stands_alone_and_has_the_numbers_and_a_way_out():
    html = outage(Settings())
    page = Page(html)
    assert re.findall(r"src=|<link|<script|<form|style=|url\(|@import", html) == []
    assert page.texts("h1") == ["This page cannot be shown now"]
    assert {"tel:911", "tel:988", "tel:18002221222"} <= {link.attrs["href"] for link in page.all("a")}
    assert "Do not stop clonazepam suddenly." in page.texts("p")[1]
    assert page.link("start again") == "/"
    assert page.link("Leave this site") == Settings().leave_to


def test_the_page_has_no_word_about_its_reader_in_its_title():
    assert Page(outage(Settings())).texts("title") == ["This page cannot be shown now – Check-in"]


def test_the_page_is_written_for_the_country_and_the_content_of_this_copy(folder, tmp_path):
    spoil(folder, "helplines.yaml", 'call: "911"', 'call: "912"')
    file = tmp_path / "outage.html"
    done = run("outage", "--output", str(file), SCREENING_CONTENT=str(folder))
    assert (done.exit_code, done.output) == (0, "")
    assert 'href="tel:912"' in file.read_text(encoding="utf-8")
    run("outage", "--output", str(file), SCREENING_COUNTRY="GB")
    assert 'href="tel:999"' in file.read_text(encoding="utf-8")


def test_what_would_not_start_is_told_and_the_old_page_stays(spoiled, tmp_path):
    folder, lines = spoiled
    file = tmp_path / "outage.html"
    file.write_text("old", encoding="utf-8")
    for environ in ({"SCREENING_CONTENT": str(folder)}, {"SCREENING_HTTPS": "on"}):
        refused = run("outage", "--output", str(file), **environ)
        assert refused.exit_code == 1
        assert all(line in refused.output for line in lines) or "SCREENING_KEYS" in refused.output
        assert file.read_text(encoding="utf-8") == "old"
