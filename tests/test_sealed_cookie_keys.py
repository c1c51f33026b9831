"""Keys change while visits go on: new key first, and an old one until its visits have ended."""

import re

import pytest
from conftest import Visitor
from cryptography.fernet import Fernet
from visit_table import PATH

from screening import create_app
from screening.settings import Settings

OLD, NEW = (Fernet.generate_key().decode() for _ in range(2))
BEGUN = {"who": "me", "now": "seizure", "taking": "as-prescribed"}
FORMS = "a key for the forms that is long enough"


def at(keys):
    return create_app(Settings(keys=keys, csrf_key=FORMS))


@pytest.fixture(scope="module")
def servers():
    """One server before the keys change, one with both, one with the new key alone."""
    return at((OLD,)), at((NEW, OLD)), at((NEW,))


def move(visitor, app):
    """Come to another server with the same cookie."""
    moved = Visitor(app)
    moved.browser.set_cookie(moved.cookie_name, visitor.cookie.value)
    return moved


def test_a_visit_goes_on_while_the_keys_change_and_ends_when_its_key_is_dropped(servers):
    before, between, after = servers
    visitor = Visitor(before)
    visitor.answer(**BEGUN)
    assert len(move(visitor, between).page("/answers").texts("dt")) == 3
    assert "could not be read" in move(visitor, after).read("/answers")


def test_an_answer_seals_the_visit_with_the_newest_key(servers):
    before, between, after = servers
    visitor = Visitor(before)
    visitor.answer(**BEGUN)
    visitor = move(visitor, between)
    visitor.answer(reason="sleep")
    assert len(move(visitor, after).page("/answers").texts("dt")) == 4
    assert "could not be read" in move(visitor, before).read("/answers")


def test_a_form_shown_before_the_keys_changed_can_be_sent_after(servers):
    before, between, _ = servers
    visitor = Visitor(before)
    visitor.answer(**BEGUN)
    token = visitor.token("/questions/reason")
    response = move(visitor, between).send("reason", "sleep", token=token)
    assert (response.status_code, response.headers["Location"]) == (303, "/questions/stopping")


def without(folder, *questions):
    """Take whole questions out of a folder of content."""
    file = folder / "questions.yaml"
    text = file.read_text(encoding="utf-8")
    for question in questions:
        text = re.sub(rf"  - id: {question}\n.*?\n(?=  - id: |\n?# In order)", "", text, flags=re.DOTALL)
    file.write_text(text, encoding="utf-8")
    return folder


def test_a_visit_begun_on_a_version_with_more_questions_goes_on(folder):
    newer = at((NEW,))
    older = create_app(
        Settings(keys=(NEW,), csrf_key=FORMS, content=without(folder, "how-long", "tried", "help"))
    )
    visitor = Visitor(newer)
    visitor.answer(who="me", now="none")
    with visitor.browser.session_transaction() as session:
        session["answers"] += "&newer=" + ",".join(f"option-{number}" for number in range(130))
    moved = move(visitor, older)
    assert moved.answer(taking="as-prescribed") == "/questions/reason"
    assert len(move(moved, newer).page("/answers").texts("dt")) == 3


def test_answers_that_another_version_asked_for_are_kept(folder):
    newer = at((NEW,))
    older = create_app(Settings(keys=(NEW,), csrf_key=FORMS, content=without(folder, "help")))
    visitor = Visitor(newer)
    visitor.answer(**dict.fromkeys(PATH["me"], "prefer-not") | {"who": "me", "help": "lower"})
    moved = move(visitor, older)
    assert moved.answer(reason="sleep") == "/answers"
    assert move(moved, newer).page("/questions/help").checked == {"lower"}
