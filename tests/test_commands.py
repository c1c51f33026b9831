"""The commands of whoever keeps this check-in, and the application that servers import."""

import runpy
import sys

import pytest
from commands import run

import screening.__main__ as command_line
from screening.settings import from_environment


def test_sound_content_is_said_to_be_sound(folder):
    result = run("check", str(folder), "--today", "2026-11-26")
    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "sound")


def test_the_content_that_ships_is_sound():
    assert run("check", "--today", "2026-11-26").output.endswith("characters\nsound\n")


def test_every_mistake_in_the_content_is_named(spoiled):
    folder, lines = spoiled
    result = run("check", str(folder))
    assert result.exit_code == 1
    for line in lines:
        assert line in result.output
    assert "Did you mean “family”?" in result.output
    assert "Did you mean “emergency”?" in result.output
    assert "Traceback" not in result.output


def test_a_word_list_that_cannot_be_read_brings_no_blame_for_what_it_would_have_found(folder):
    (folder / "education" / "words.yaml").write_text("words: [", encoding="utf-8")
    result = run("check", str(folder), "--today", "2026-11-26")
    assert (result.exit_code, "allow-unused" in result.output) == (1, False)


def test_an_empty_folder_is_told_what_it_lacks(tmp_path):
    result = run("check", str(tmp_path))
    assert result.exit_code == 1
    for file in ("questions.yaml", "helplines.yaml", "education/facts.yaml"):
        assert f"{file}:1:1: the file is missing" in result.output


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    result = run("check", str(tmp_path / "none"))
    assert (result.exit_code, "Traceback" in result.output) == (2, False)


def test_a_key_is_one_that_the_settings_take():
    first, second = run("key").output, run("key").output
    assert first != second
    assert from_environment({"SCREENING_KEYS": first}).keys == (first.strip(),)


@pytest.fixture
def served(monkeypatch):
    calls = []

    class Server:
        def __init__(self, app, **options):
            calls.append((app, options))

        def run(self):
            """Return at once, as a server does that was told to stop."""

    monkeypatch.setattr(command_line, "create_server", Server)
    return calls


@pytest.mark.parametrize(("words", "port"), [((), 8000), (("--port", "8123"), 8123)])
def test_serving_is_for_this_machine_alone_and_says_where(served, words, port):
    result = run("serve", *words)
    ((app, options),) = served
    assert result.exit_code == 0
    assert f"http://127.0.0.1:{port}" in result.output
    assert (options["host"], options["port"], options["ident"]) == ("127.0.0.1", port, None)
    assert app.test_client().get("/", headers={"Host": f"127.0.0.1:{port}"}).status_code == 200


@pytest.mark.parametrize("port", ["0", "65536", "http"])
def test_a_port_that_is_none_is_refused(served, port):
    assert run("serve", "--port", port).exit_code == 2
    assert served == []


def test_bad_content_is_not_served(served, spoiled):
    folder, lines = spoiled
    result = run("serve", SCREENING_CONTENT=str(folder))
    assert (result.exit_code, served) == (1, [])
    assert all(line in result.output for line in lines)
    assert result.output in run("check", str(folder), "--today", "2026-11-26").output


def test_bad_settings_are_not_served(served):
    result = run("serve", SCREENING_COUNTRY="XX")
    assert (result.exit_code, served) == (1, [])
    assert result.output == "SCREENING_COUNTRY: helplines.yaml has no country “XX”.\n"


def test_a_port_that_cannot_be_had_is_told_in_one_line(monkeypatch):
    def taken(*_, **__):
        raise OSError

    monkeypatch.setattr(command_line, "create_server", taken)
    result = run("serve", "--port", "8123")
    assert (result.exit_code, result.output) == (
        1,
        "Port 8123 is taken; name another with PORT=… or --port.\n",
    )


def test_the_module_itself_is_the_program(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["screening", "key"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(command_line.__file__, run_name="__main__")
    assert ended.value.code == 0
    assert from_environment({"SCREENING_KEYS": capsys.readouterr().out}).keys
