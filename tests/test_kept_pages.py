"""Pages with kept parts are those of a site that keeps nothing, whoever has been there before."""

import re
from itertools import product

import pytest
from conftest import KEY, Visitor
from hypothesis import given, settings
from hypothesis import strategies as st
from visits import FOR_COUNSELORS, IN_A_VISIT, LANDINGS, PUBLIC

from screening import create_app, kept
from screening.journey import walk
from screening.settings import ROOT, Settings

OTHERS = ("/results?topics=full", "/learn/mixing", "/nope", "/questions/nope")
COUNTRIES = ("", "US", "GB-SCT", "ZZ")
BACK = ("", "answers", "results", "//evil.example")
OWN = re.compile(r'(?<=name="csrf_token" value=")[^"]+|(?<=data-left=")\d+|\s+')
IMPORTED = re.compile(r"{% (?:from|import) \"([^\"]+)\"")
ADDRESSES = (*PUBLIC, *FOR_COUNSELORS, *LANDINGS, *IN_A_VISIT, *OTHERS)


@pytest.fixture(scope="module")
def both(counseled):
    """A site that keeps parts, from page to page of this test, and one that keeps none."""
    made = [
        create_app(Settings(keys=(KEY,), content=counseled, origin="https://x.example")) for _ in range(2)
    ]
    made[1].before_request(lambda: kept.keep_for(""))
    return made


@st.composite
def answers(draw, content):
    given = {"who": frozenset({draw(st.sampled_from(sorted(content.questionnaires)))})}
    for question in content.questionnaires["loved-one"].questions[1:]:
        if draw(st.booleans()):
            given[question.id] = draw(
                st.frozensets(st.sampled_from(sorted(question.ids)), min_size=1, max_size=3)
            )
    return given


def page(app, journey, address):
    visitor = Visitor(app)
    visitor.hold(journey)
    response = visitor.see(address)
    return response.status_code, response.headers.get("Location"), OWN.sub(" ", response.text)


def with_query(address, **values):
    query = "&".join(f"{name}={value}" for name, value in values.items() if value)
    return f"{address}{'&' if '?' in address else '?'}{query}" if query else address


@settings(max_examples=150)
@given(data=st.data())
def test_a_page_is_the_same_whether_parts_of_it_are_kept(both, content, data):
    journey = walk(content.questionnaires, data.draw(answers(content)))
    questions = [f"/questions/{question.id}" for question in journey.path]
    address = with_query(
        data.draw(st.sampled_from([*questions * 2, *ADDRESSES])),
        country=data.draw(st.sampled_from(COUNTRIES)),
        back=data.draw(st.sampled_from(BACK)),
        longer=data.draw(st.sampled_from(("", "yes"))),
    )
    with_parts, without = (page(app, journey, address) for app in both)
    assert with_parts == without


@pytest.mark.parametrize(("country", "route"), list(product(COUNTRIES, ("me", "loved-one"))))
def test_a_form_with_a_mistake_is_the_same_too(both, country, route):
    shown = []
    for app in both:
        visitor = Visitor(app)
        visitor.answer(who=route, now="none")
        address = with_query("/questions/taking", country=country)
        shown.append(OWN.sub(" ", visitor.send("taking", address=address).text))
        visitor.send("taking", "unsure", address=with_query("/questions/taking", country="CA"))
    assert shown[0] == shown[1]
    assert "Error: " in shown[0]


def test_only_the_one_keeps_anything(both, monkeypatch):
    drawn, keep = [], kept.Kept.keep
    monkeypatch.setattr(
        kept.Kept, "keep", lambda self, key, caller: drawn.append(key) or keep(self, key, caller)
    )
    counts = []
    for app in both:
        Visitor(app).read("/learn")
        drawn.clear()
        Visitor(app).read("/learn")
        counts.append(len(drawn))
    assert counts[0] == 0 < counts[1]


def test_no_template_that_others_import_keeps_parts():
    """Threads share its context, and a kept part turns escaping off for as long as it is put out."""
    templates = {file.name: file.read_text() for file in (ROOT / "templates").iterdir()}
    imported = {name for text in templates.values() for name in IMPORTED.findall(text)}
    assert "_section.html" in imported
    assert [name for name in imported if "{% kept" in templates[name]] == []
