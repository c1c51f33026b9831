"""A copy of the check-in with a public address, and a counselor whose line a link may carry."""

import shutil

import pytest
from conftest import CONTENT, KEY, Visitor

from screening import create_app
from screening.settings import ROOT, Settings

ORIGIN = "https://check.example.org"
ANNA = """referrals:
  - id: anna
    name: Anna Example
    organisation: Riverside Counseling (made up)
    phone: +1 (555) 010-0199
    hours: Weekdays, 9 to 5
    web: https://riverside.example
    languages: [English, Spanish]
    country: CA
    checked: "2026-11-20"
"""


@pytest.fixture(scope="session")
def counseled(tmp_path_factory):
    """The real content, with a counselor."""
    folder = tmp_path_factory.mktemp("counseled")
    for name in CONTENT:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    (folder / "referrals.yaml").write_text(ANNA, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def sharing_app(counseled):
    return create_app(Settings(keys=(KEY,), content=counseled, origin=ORIGIN))


@pytest.fixture
def counselor(sharing_app):
    return Visitor(sharing_app)


def begin(visitor, address, **chosen):
    """Press Start on the page of a shared link, and return the response."""
    return visitor.browser.post("/start", data={"csrf_token": visitor.token(address), **chosen})
