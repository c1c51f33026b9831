"""A crash: the visitor gets a page with numbers on it, and the log gets a kind and a place."""

import re
from errno import ENOSPC

import pytest
from conftest import Visitor
from pages import Page

from screening import create_app
from screening.settings import Settings

SECRET = "seizure said in confidence"


def broken(_=None):
    raise LookupError(SECRET)


@pytest.fixture(scope="module")
def failing():
    app = create_app(Settings())
    app.add_url_rule("/fails", "fails", broken)
    app.add_template_filter(broken, "day")  # the results show days
    return app


@pytest.mark.parametrize("address", ["/fails", "/results", "/about"])
def test_a_crash_shows_a_page_with_numbers_and_a_way_on(failing, address):
    visitor = Visitor(failing)
    visitor.answer(who="me", now="seizure")
    response = visitor.see(address)
    page = Page(response.text)
    assert response.status_code == 500
    assert page.texts("h1") == ["Something went wrong on our side"]
    assert {"tel:911", "tel:988", "tel:18002221222"} <= {link.attrs["href"] for link in page.all("a")}
    assert (page.link("start again"), page.link("Leave this site")) == ("/", "/leave")
    assert len(visitor.page("/answers").texts("dt")) == 2


def test_a_crash_is_logged_by_its_kind_and_place_alone(failing, capfd, caplog):
    visitor = Visitor(failing)
    visitor.answer(who="me", now="seizure")
    visitor.see("/results?country=GB")
    logged = capfd.readouterr()
    assert re.fullmatch(r"LookupError at test_crash\.py:\d+\n", logged.err)
    assert (logged.out, caplog.text) == ("", "")


def test_a_crash_has_its_page_though_the_log_is_full(failing, monkeypatch):
    class Full:
        def write(self, _):
            raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr("sys.stderr", Full())
    assert Visitor(failing).see("/fails").status_code == 500


def test_a_crash_keeps_its_page_when_the_visitor_chose_another_country(failing):
    assert "911" in Visitor(failing).see("/fails?country=GB").text
