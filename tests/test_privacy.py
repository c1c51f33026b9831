"""No answer and no result in any address, title, header or log line."""

import logging
import re

import pytest
import visits
from conftest import Visitor

from screening import create_app
from screening.settings import Settings

OURS = {"Content-Security-Policy", "Permissions-Policy"}
TITLE = re.compile(r"<title>(.*?)</title>")


def secrets(content):
    """Return every word that would give an answer or a result away, as a pattern."""
    words = set()
    for route, kit in content.questionnaires.items():
        words |= {option.id for question in kit.questions[1:] for option in question.options}
        words |= {option.label for question in kit.questions for option in question.options}
        words |= {notice.id for notice in kit.notices} | {notice.title for notice in kit.notices}
        words |= {section.title for section in content.sections[route].values()}
    questions = {question.id for question in content.questionnaires["me"].questions}
    told = sorted(words - questions - {"no", "none", "other", "learn", "Me", "No"}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, told))})(?![\w-])", re.IGNORECASE)


@pytest.fixture(scope="module")
def telling(content):
    return secrets(content)


def outside(visitor, response):
    """Return all that others may see or keep of a page: its address, its title and its headers."""
    headers = [
        f"{name}: {value}"
        for name, value in response.headers
        if name not in OURS and not value.startswith(f"{visitor.cookie_name}=")
    ]
    return "\n".join([response.request.full_path, *TITLE.findall(response.text), *headers])


@pytest.fixture(scope="module")
def seen(app, content):
    """Look at the pages of every kind of visit: address, what shows outside the page, and the page."""
    visitor, pages = Visitor(app), []
    for journey in visits.all_visits(content):
        visitor.hold(journey)
        for address in (*visits.IN_A_VISIT, f"/questions/{journey.answered[-1].id}"):
            response = visitor.see(address)
            assert response.status_code == 200
            pages.append((address, outside(visitor, response), response.text))
    return pages


def test_the_pattern_finds_what_it_should(telling, content):
    title = content.sections["me"]["withdrawal"].title
    label = content.questionnaires["me"].by_id["now"].options[0].label
    for told in ("/results?now=seizure", "X-Answer: as-prescribed", f"a {title}.", f"<{label}>"):
        assert telling.search(told), told
    for harmless in ("/questions/now", "/questions/stopping?back=results", "Question 4", "/answers"):
        assert not telling.search(harmless), harmless


def test_every_kind_of_visit_was_seen(seen, telling):
    assert len(seen) > 1000
    assert all(telling.search(page) for address, _, page in seen if address == "/results")


def test_no_answer_and_no_result_shows_outside_its_page(seen, telling):
    assert not [shown for _, shown, _ in seen if telling.search(shown)]


def test_every_title_of_the_check_in_is_neutral(seen):
    titles = {TITLE.search(shown)[1] for address, _, shown in seen if not address.startswith("/questions")}
    assert len(titles) == len(visits.IN_A_VISIT)
    assert not any(
        name in TITLE.search(page)[1].lower() for _, _, page in seen for name in ("clonazepam", "klonopin")
    )


def test_the_results_link_to_every_topic_whatever_was_answered(seen):
    topics = [
        frozenset(re.findall(r'href="(/learn/[^"#]+)', page))
        for address, _, page in seen
        if address == "/results"
    ]
    assert len(set(topics)) == 1


def test_no_answer_shows_on_its_way(visitor, content, telling, capfd, caplog):
    caplog.set_level(logging.DEBUG)
    for route in content.questionnaires:
        skipped = visits.full(content, {"who": frozenset({route})})
        visitor.hold(skipped)
        for question in skipped.path[1:]:
            for option in question.options:
                for options in ((option.id,), (option.id, "no-such-option")):
                    visitor.hold(skipped)
                    response = visitor.send(question.id, *options)
                    assert response.status_code == (303 if len(options) == 1 else 422)
                    assert not telling.search(outside(visitor, response)), (question.id, options)
    assert (*capfd.readouterr(), caplog.text) == ("", "", "")


def test_a_crash_tells_nothing(content, telling, capfd, caplog):
    app = create_app(Settings())

    def crash(_):
        raise ValueError("Had a seizure today")

    app.add_template_filter(crash, "day")
    visitor = Visitor(app)
    visitor.hold(visits.everything(content, "me"))
    assert not telling.search(outside(visitor, visitor.see("/results")))
    assert not telling.search("".join(capfd.readouterr()) + caplog.text)
