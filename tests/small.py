"""Small check-ins, free to be spoiled: their words do not change when the real ones do."""

import shutil

import pytest

from screening.settings import ROOT


@pytest.fixture
def small(tmp_path):
    return shutil.copytree(ROOT / "tests" / "data" / "small", tmp_path / "small")


@pytest.fixture
def base(tmp_path):
    """One of which there is nothing to say, not even advice."""
    return shutil.copytree(ROOT / "tests" / "content" / "base", tmp_path / "base")
