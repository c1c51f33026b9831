"""Running a command of the program, and content with mistakes to run it on."""

import pytest
from click.testing import CliRunner
from conftest import spoil

import screening.__main__ as command_line


def run(*words, **environ):
    return CliRunner().invoke(command_line.main, words, env=environ)


@pytest.fixture
def spoiled(folder):
    """A folder with two mistakes, and the beginning of the line that names each."""
    first = spoil(folder, "questions.yaml", "opens: [family]}", "opens: [famly]}")
    second = spoil(folder, "helplines.yaml", "role: emergency\n", "role: emergancy\n")
    return folder, (f"questions.yaml:{first}:", f"helplines.yaml:{second}:")
