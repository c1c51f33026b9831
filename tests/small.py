"""A small check-in, free to be spoiled: its words do not change when the real ones do."""

import shutil

import pytest

from screening.settings import ROOT


@pytest.fixture
def small(tmp_path):
    return shutil.copytree(ROOT / "tests" / "data" / "small", tmp_path / "small")
