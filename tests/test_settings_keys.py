"""Settings that keep machines alike: the name of the keys, and the public address."""

import pytest
from commands import run
from test_settings import KEY, OLDER, PRODUCTION

from screening.settings import SettingsError, from_environment


def named(**environ):
    return run("keys", **(PRODUCTION | environ)).output.strip()


def test_the_name_of_the_keys_is_short_and_tells_none_of_them():
    name = named()
    assert name == named()
    assert len(name) == 12
    assert int(name, 16) >= 0
    assert name not in f"{KEY} {PRODUCTION['SCREENING_CSRF_KEY']}"


OTHERS = {
    "SCREENING_KEYS": [OLDER, f"{KEY},{OLDER}"],
    "SCREENING_CSRF_KEY": ["another key for forms, long enough too"],
}


@pytest.mark.parametrize(("setting", "value"), [(name, each) for name in OTHERS for each in OTHERS[name]])
def test_a_machine_with_other_keys_does_not_start(setting, value):
    ours = PRODUCTION | {"SCREENING_KEYS_NAME": named()}
    assert from_environment(ours).keys == (KEY,)
    with pytest.raises(SettingsError) as refused:
        from_environment(ours | {setting: value})
    assert str(refused.value) == "SCREENING_KEYS_NAME is the name of other keys than this copy has."


def test_keys_that_would_not_start_have_no_name():
    refused = run("keys", **(PRODUCTION | {"SCREENING_KEYS": "secret"}))
    assert (refused.exit_code, refused.output.count("\n"), "secret" in refused.output) == (1, 1, False)


@pytest.mark.parametrize(
    "origin",
    [
        "check.example",
        "//check.example",
        "ftp://check.example",
        "https://",
        "https://check.example/path",
        "https://check.example?query",
        "https://check.example#part",
        "https://somebody@check.example",
        "https://check.example:port",
        "https://check.example:",
        "https://Check.example",
        "https://chéck.example",
        "https://check..example",
        "https://[",
        " https://check.example",
        "https://check.example\n",
    ],
)
def test_an_address_that_is_more_or_less_than_an_origin_is_refused(origin):
    for environ in ({}, PRODUCTION):
        with pytest.raises(SettingsError, match=r"\ASCREENING_ORIGIN must be an https:// address"):
            from_environment(environ | {"SCREENING_ORIGIN": origin})


def test_an_address_without_https_will_do_on_one_machine():
    assert from_environment({"SCREENING_ORIGIN": "http://localhost:8000"}).hosts == ("localhost",)
