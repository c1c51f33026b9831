import pytest

from screening.helplines import Helplines

ROLES = [{"id": name, "title": name} for name in ("emergency", "crisis", "poison", "crisis-and-treatment")]


def line(role, name, **more):
    said = {"role": role, "name": name, "shown": "1", "call": "10", "source": "x", "checked": "2026-11-22"}
    return {**said, **more}


def helplines(*countries):
    return Helplines.model_validate({"default": "AA", "roles": ROLES, "countries": countries})


def names(lines):
    return [line.name for line in lines]


@pytest.fixture
def small():
    """A country, and a part of it with a line of its own."""
    return helplines(
        {
            "id": "AA",
            "name": "A",
            "lines": [line("emergency", "whole"), line("crisis", "always", always="yes")],
        },
        {"id": "AA-BBB", "name": "B", "part_of": "AA", "lines": [line("crisis", "evenings")]},
    )


def test_a_part_of_a_country_has_its_own_lines_first_then_the_wholes(small):
    assert names(small.lines("AA-BBB", "crisis")) == ["evenings", "always"]
    assert names(small.lines("AA-BBB", "emergency")) == ["whole"]
    assert small.lines("AA-BBB", "poison") == ()


def test_a_country_does_not_have_the_lines_of_its_parts(small):
    assert names(small.lines("AA", "crisis")) == ["always"]


def test_the_main_line_is_one_that_always_answers(small):
    assert small.main("AA-BBB", "crisis").name == "always"


def test_the_main_line_is_the_first_where_none_always_answers(small):
    assert small.main("AA-BBB", "emergency").name == "whole"


@pytest.mark.parametrize(("always", "named"), [("yes", "poison"), ("no", "emergency")])
def test_a_poison_line_that_sleeps_at_night_is_not_the_one_to_call_now(always, named):
    lines = [line("poison", "poison", always=always), line("emergency", "emergency")]
    poison = helplines({"id": "AA", "name": "A", "lines": lines})
    assert poison.main("AA", "poison").name == named
    assert names(poison.serving("AA", "poison")) == ["poison"]


def test_a_role_that_nobody_serves_has_no_main_line():
    nowhere = helplines({"id": "AA", "name": "A"})
    assert nowhere.serving("AA", "poison") == ()
    assert nowhere.main("AA", "poison") is None


def test_a_stand_in_serves_only_where_there_is_no_line_of_its_own():
    own, none = (
        [line("crisis", "own"), line("crisis-and-treatment", "both")],
        [line("crisis-and-treatment", "both")],
    )
    lines = helplines({"id": "AA", "name": "A", "lines": own}, {"id": "BB", "name": "B", "lines": none})
    assert names(lines.serving("AA", "crisis")) == ["own"]
    assert names(lines.serving("BB", "crisis")) == ["both"]


def test_a_part_takes_the_wholes_line_before_a_stand_in_of_its_own():
    lines = helplines(
        {"id": "AA", "name": "A", "lines": [line("poison", "whole")]},
        {"id": "AA-BBB", "name": "B", "part_of": "AA", "lines": [line("emergency", "part")]},
    )
    assert names(lines.serving("AA-BBB", "poison")) == ["whole"]


@pytest.mark.parametrize(
    ("country", "role", "shown"),
    [
        ("US", "emergency", "911"),
        ("US", "crisis", "988"),
        ("US", "poison", "1-800-222-1222"),
        ("GB", "poison", "999"),
        ("GB-SCT", "poison", "999"),
        ("GB-SCT", "emergency", "999"),
        ("GB-SCT", "crisis", "116 123"),
        ("GB-NIR", "crisis", "0808 808 8000"),
        ("IE", "poison", "112 or 999"),
        ("MX", "crisis", "800 911 2000"),
        ("MX", "treatment", "800 911 2000"),
        ("MX", "poison", "911"),
        ("ES", "treatment", None),
        ("ZZ", "emergency", None),
        ("ZZ", "poison", None),
        ("ZZ", "treatment", None),
        ("ZZ", "crisis", "findahelpline.com"),
    ],
)
def test_the_number_a_sentence_names(content, country, role, shown):
    main = content.helplines.main(country, role)
    assert (main.shown if main else None) == shown


def test_no_country_sends_a_poisoning_to_a_page_or_a_crisis_line(content):
    for country in content.helplines.by_id:
        for role in ("emergency", "poison"):
            assert {line.role for line in content.helplines.serving(country, role)} <= {"emergency", "poison"}


def test_whoever_is_in_a_country_can_call_for_help(content):
    for country in set(content.helplines.by_id) - {"ZZ"}:
        assert content.helplines.main(country, "emergency").call, country
        assert content.helplines.main(country, "crisis").call, country
        assert content.helplines.main(country, "poison").call, country
