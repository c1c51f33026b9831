"""What is drawn once and kept: by the content and the country, and never by an answer or by who asks."""

import pytest
from conftest import Visitor, raw
from flask import request

from screening import create_app, kept
from screening.settings import Settings

TEMPLATE = "{% kept name unless anew %}{{ drawn() }}{% endkept %}"


@pytest.fixture
def own():
    """An application of its own, of which nothing is kept yet."""
    return create_app(Settings())


@pytest.fixture
def draw(own):
    """Draw a part in a request, and count how often it was drawn."""
    drawings = []

    def drawn(name="a", *, address="/", anew=False):
        with own.test_request_context(address):
            own.preprocess_request()
            page = own.jinja_env.from_string(TEMPLATE)
            text = page.render(name=name, anew=anew, drawn=lambda: drawings.append(name) or len(drawings))
        return int(text)

    return drawn


def test_a_part_is_drawn_once(draw):
    assert [draw(), draw(), draw()] == [1, 1, 1]


def test_each_id_has_a_part_of_its_own(draw):
    assert [draw("a"), draw("b"), draw("a")] == [1, 2, 1]


def test_two_parts_on_one_line_are_two(own):
    with own.test_request_context("/"):
        own.preprocess_request()
        page = own.jinja_env.from_string("{% kept %}a{% endkept %}{% kept %}b{% endkept %}")
        assert [page.render(), page.render()] == ["ab", "ab"]


def test_each_country_has_a_part_of_its_own(draw):
    assert [draw(), draw(address="/?country=GB-SCT"), draw()] == [1, 2, 1]


def test_what_must_be_drawn_anew_is_not_kept(draw):
    assert [draw(), draw(anew=True), draw()] == [1, 2, 1]
    assert [draw("b", anew=True), draw("b")] == [3, 4]


def test_no_more_is_kept_than_there_is_room_for(draw, monkeypatch):
    monkeypatch.setattr(kept, "MOST", 1)
    assert [draw("a"), draw("b"), draw("a"), draw("b")] == [1, 2, 1, 3]


def test_nothing_is_kept_for_a_request_that_came_by_another_prefix(own):
    assert 'href="/evil/leave"' in raw(own, "/", SCRIPT_NAME="/evil")[2]
    assert "/evil" not in raw(own, "/")[2]
    assert 'href="/leave"' in raw(own, "/")[2]


def test_nothing_is_kept_outside_of_a_request(own):
    with own.app_context():
        assert kept.country() == ""
    with own.test_request_context("/?country=CA"):
        own.preprocess_request()
        assert request.args["country"] == kept.country()
    assert kept.country() == ""


def test_whoever_comes_next_sees_nothing_of_an_answer(own):
    fresh = Visitor(own)
    fresh.answer(who="me", now="none")
    before = fresh.read("/questions/taking")

    answered = Visitor(own)
    answered.answer(who="me", now="none", taking="as-prescribed")
    assert " checked" in answered.read("/questions/taking")

    after = fresh.read("/questions/taking")
    assert " checked" not in before + after
    assert answered.token("/questions/taking") not in after


def test_an_error_is_not_kept(own):
    visitor = Visitor(own)
    visitor.answer(who="me")
    assert "Error: " in visitor.send("now").text
    assert "Error: " not in Visitor(own).read("/questions/who")
    other = Visitor(own)
    other.answer(who="me")
    assert "Error: " not in other.read("/questions/now")
