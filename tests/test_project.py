"""What the project says of itself is true: lock files, settings, words of make."""

import json
import re
import tomllib

import pytest

from screening.settings import ROOT

LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-browser.txt", "requirements-serve.txt")


def test_the_lock_has_a_hash_for_everything_and_no_address():
    for name in LOCKS:
        text = (ROOT / name).read_text(encoding="utf-8")
        entries = re.split(r"\n(?=[a-z0-9])", text)
        assert all("--hash=sha256:" in entry for entry in entries if "==" in entry)
        assert "://" not in text


FLOORS = {  # the first version without a fault that mattered here
    "flask": (3, 1, 3),  # Vary left out; the wrong key used when keys had changed
    "werkzeug": (3, 0, 6),  # a form that took more memory than was allowed
    "jinja2": (3, 1, 6),
    "cryptography": (44, 0, 1),
    "waitress": (3, 0, 1),  # a request read by another than its sender
    "gunicorn": (23, 0, 0),  # requests hidden in others
}


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_versions_with_known_faults_are_not_locked(name, floor):
    locked = dict(
        re.findall(r"^([a-z0-9-]+)==([\d.]+)", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    )
    assert tuple(map(int, locked[name].split("."))) >= floor


def test_what_is_required_directly_is_named_in_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8").lower()
    files = (ROOT / name for name in ("requirements.in", "requirements-browser.in"))
    wanted = re.findall(r"^([a-z][a-z-]*)", "\n".join(file.read_text() for file in files), re.MULTILINE)
    assert [name for name in wanted if name not in readme] == []


def test_settings_in_the_code_and_in_the_readme_agree():
    code = set(
        re.findall(
            r"SCREENING_[A-Z_]+[A-Z]", (ROOT / "screening" / "settings.py").read_text(encoding="utf-8")
        )
    )
    readme = set(re.findall(r"SCREENING_[A-Z_]+[A-Z]", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert code == readme


def test_words_of_make_in_the_readme_exist_and_every_word_is_explained():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    explained = set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))
    named = set(re.findall(r"(?:`|    )make ([a-z]+)", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert targets == explained
    assert named <= targets
    assert {"run", "test"} <= named


def test_warnings_are_errors_and_coverage_is_whole():
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    assert config["pytest"]["ini_options"]["filterwarnings"] == ["error"]
    assert config["coverage"]["report"]["fail_under"] == 100


@pytest.mark.parametrize("checker", ["html", "observatory"])
def test_a_checker_is_locked_by_version_and_hash_without_an_address(checker):
    lock = json.loads((ROOT / "tests" / checker / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    assert all(package["version"] and package["integrity"] for package in packages.values())
    assert not any("resolved" in package for package in packages.values())
