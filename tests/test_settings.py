"""The settings of a copy: safe defaults for one machine, and one plain line for each that will not do."""

import base64
from pathlib import Path

import pytest

from screening import create_app
from screening.settings import ROOT, Settings, SettingsError, from_environment

KEY, OLDER = (base64.urlsafe_b64encode(bytes(range(first, first + 32))).decode() for first in (0, 32))
PRODUCTION = {
    "SCREENING_HTTPS": "1",
    "SCREENING_KEYS": KEY,
    "SCREENING_CSRF_KEY": "a key for forms of thirty-two characters",
    "SCREENING_ORIGIN": "https://check.example",
    "SCREENING_OPERATOR": "A clinic",
    "SCREENING_CONTACT": "hello@check.example",
}


def test_nothing_is_needed_on_one_machine():
    settings = from_environment({})
    assert (settings.https, settings.origin, settings.content) == (False, "", ROOT)
    assert (settings.idle, settings.longest) == (30, 60)
    assert settings.leave_to == "https://www.bbc.co.uk/weather"
    assert set(settings.hosts) >= {"127.0.0.1", "localhost"}
    assert len(settings.keys) == 1


def test_each_start_without_keys_makes_its_own():
    first, second = from_environment({}), from_environment({})
    assert first.keys != second.keys
    assert first.csrf_key != second.csrf_key


def test_no_key_is_shown_when_settings_are():
    settings = from_environment(PRODUCTION)
    assert KEY not in repr(settings)
    assert PRODUCTION["SCREENING_CSRF_KEY"] not in repr(settings)


TABLE = [
    ("SCREENING_OPERATOR", "A clinic", "operator", "A clinic"),
    ("SCREENING_CONTACT", "hello@check.example", "contact", "hello@check.example"),
    ("SCREENING_COUNTRY", "GB", "country", "GB"),
    ("SCREENING_LEAVE_TO", "https://weather.example/", "leave_to", "https://weather.example/"),
    ("SCREENING_CONTENT", "/srv/content", "content", Path("/srv/content")),
    ("SCREENING_IDLE_MINUTES", "7", "idle", 7),
    ("SCREENING_VISIT_MINUTES", "45", "longest", 45),
    ("SCREENING_ORIGIN", "https://check.example/", "origin", "https://check.example"),
    ("SCREENING_ORIGIN", "https://check.example:8443", "hosts", ("check.example",)),
    ("SCREENING_HOSTS", "a.example, b.example", "hosts", ("a.example", "b.example")),
    ("SCREENING_KEYS", f"{KEY}, {OLDER}", "keys", (KEY, OLDER)),
    ("SCREENING_KEYS", f"{KEY}\n{OLDER}\n", "keys", (KEY, OLDER)),
    ("SCREENING_CSRF_KEY", "012345678" * 4, "csrf_key", "012345678" * 4),
    ("SCREENING_HTTPS", "", "https", False),
    ("SCREENING_HTTPS", "no", "https", False),
    ("SCREENING_HTTPS", "0", "https", False),
]


@pytest.mark.parametrize(("name", "value", "field", "expected"), TABLE)
def test_a_setting_is_read(name, value, field, expected):
    assert getattr(from_environment({name: value}), field) == expected


@pytest.mark.parametrize("value", ["1", "yes", "true", "on", "TRUE", "Yes"])
def test_https_is_switched_on(value):
    assert from_environment(PRODUCTION | {"SCREENING_HTTPS": value}).https


def test_an_empty_setting_is_none():
    settings = from_environment(dict.fromkeys((name for name, *_ in TABLE), ""))
    assert (settings.country, settings.content, settings.idle, len(settings.keys)) == ("", ROOT, 30, 1)


def test_keys_are_read_from_a_file_newest_first(tmp_path):
    file = tmp_path / "keys"
    file.write_text(f"{KEY}\n{OLDER}\n")
    settings = from_environment(PRODUCTION | {"SCREENING_KEYS": "", "SCREENING_KEYS_FILE": str(file)})
    assert settings.keys == (KEY, OLDER)


REFUSED = [  # the setting, a value that will not do, and how the line begins
    ("KEYS", "secret", "A key in SCREENING_KEYS is not one"),
    ("KEYS", f"{KEY} {KEY[:-4]}", "A key in SCREENING_KEYS is not one"),
    ("KEYS", "\u043a" * 44, "A key in SCREENING_KEYS is not one"),
    ("KEYS", f"{KEY} {'A' * 43}=", "A key is an example"),
    ("CSRF_KEY", "change-me-" * 4, "A key is an example"),
    ("KEYS_FILE", "/nowhere", "SCREENING_KEYS_FILE cannot be read"),
    ("CSRF_KEY", "x" * 31, "SCREENING_CSRF_KEY must have at least 32"),
    ("LEAVE_TO", "http://weather.example", "SCREENING_LEAVE_TO must be an https"),
    ("LEAVE_TO", "javascript:1", "SCREENING_LEAVE_TO must be an https"),
    ("IDLE_MINUTES", "0", "SCREENING_IDLE_MINUTES must be a whole number"),
    ("IDLE_MINUTES", "1.5", "SCREENING_IDLE_MINUTES must be a whole number"),
    ("IDLE_MINUTES", "9" * 5000, "SCREENING_IDLE_MINUTES must be"),
    ("VISIT_MINUTES", "sixty", "SCREENING_VISIT_MINUTES must be a whole number"),
    ("VISIT_MINUTES", "-5", "SCREENING_VISIT_MINUTES must be a whole number"),
    ("HTTPS", "enabled", "SCREENING_HTTPS must be"),
]
REFUSED_IN_PRODUCTION = [
    ("KEYS", "", "With SCREENING_HTTPS, SCREENING_KEYS or SCREENING_KEYS_FILE is needed"),
    ("KEYS", " , ", "With SCREENING_HTTPS, SCREENING_KEYS or SCREENING_KEYS_FILE is needed"),
    ("CSRF_KEY", "", "With SCREENING_HTTPS, SCREENING_CSRF_KEY is needed"),
    ("ORIGIN", "", "With SCREENING_HTTPS, SCREENING_ORIGIN is needed"),
    ("ORIGIN", "http://check.example", "SCREENING_ORIGIN must be an https"),
    ("OPERATOR", "", "With SCREENING_HTTPS, SCREENING_OPERATOR is needed"),
    ("CONTACT", "", "With SCREENING_HTTPS, SCREENING_CONTACT is needed"),
]
CASES = [
    *(({}, *case) for case in REFUSED),
    *((PRODUCTION, *case) for case in REFUSED_IN_PRODUCTION),
]


@pytest.mark.parametrize(("others", "name", "value", "line"), CASES)
def test_a_setting_that_will_not_do_is_refused_in_one_line(others, name, value, line):
    with pytest.raises(SettingsError) as refused:
        from_environment(others | {f"SCREENING_{name}": value})
    assert str(refused.value).startswith(line)
    assert "\n" not in str(refused.value)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xff\xfe"], ids=["empty", "blank", "not text"])
def test_production_with_a_file_that_holds_no_key_is_refused(tmp_path, content):
    file = tmp_path / "keys"
    file.write_bytes(content)
    with pytest.raises(SettingsError, match="SCREENING_KEYS"):
        from_environment(PRODUCTION | {"SCREENING_KEYS": "", "SCREENING_KEYS_FILE": str(file)})


def test_the_settings_of_production_start():
    app = create_app(from_environment(PRODUCTION))
    response = app.test_client().get("/privacy", base_url="https://check.example")
    assert response.status_code == 200
    assert "A clinic" in response.text
    assert "hello@check.example" in response.text


def test_a_country_that_has_no_numbers_is_refused_at_the_start():
    with pytest.raises(SettingsError, match=r"SCREENING_COUNTRY: helplines\.yaml has no country “XX”"):
        create_app(Settings(country="XX"))


def test_the_country_of_this_copy_is_the_one_shown():
    response = create_app(Settings(country="GB")).test_client().get("/help")
    assert 'href="tel:999"' in response.text
    assert "country=" not in response.text
