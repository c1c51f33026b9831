"""The privacy page tells the truth, and leaving or erasing forgets everything."""

import pytest
from conftest import Visitor

from screening import create_app
from screening.settings import Settings

BEGUN = {"who": "me", "now": "seizure", "taking": "as-prescribed"}


@pytest.mark.parametrize(
    "settings", [Settings(), Settings(idle=7, longest=11)], ids=["as shipped", "changed"]
)
def test_the_privacy_page_names_the_true_cookie_and_the_true_limits(settings):
    visitor = Visitor(create_app(settings))
    text = " ".join(visitor.page("/privacy").texts("li"))
    visitor.see("/questions/who")
    assert f"The cookie is named {visitor.cookie.key}." in text
    assert (
        f"after {settings.idle} minutes without a step, and {settings.longest} minutes after the start"
        in text
    )
    for page in ("/", "/accessibility"):
        assert f"{settings.idle} minutes" in visitor.read(page)
        assert str(settings.longest) in visitor.read(page)


def leave(visitor):
    return visitor.see("/leave")


def erase(visitor):
    return visitor.send("erase", address="/erase", token=visitor.token())


@pytest.mark.parametrize(("way", "place"), [(leave, "https://www.bbc.co.uk/weather"), (erase, "/")])
def test_leaving_and_erasing_delete_the_cookie_at_once(visitor, way, place):
    visitor.answer(**BEGUN)
    response = way(visitor)
    assert (response.status_code, response.headers["Location"]) == (303, place)
    assert visitor.cookie is None
    for page in ("/answers", "/results", "/notes", "/questions/taking"):
        assert visitor.page(page).texts("h1") == ["This page has ended"]
    assert visitor.page("/now").texts("h1") == ["Get help now"]
    assert visitor.page("/questions/who").checked == set()


def test_leaving_leads_where_the_operator_says():
    app = create_app(Settings(leave_to="https://weather.example/"))
    assert app.test_client().get("/leave").headers["Location"] == "https://weather.example/"
