"""What a clinician prints to sign: no question cut in two, both routes side by side, black on white."""

import re
from contextlib import closing

import pytest
from test_print import HARD_TO_READ, bare, leaves

from screening.preview import preview
from screening.settings import ROOT

PAPERS = {"A4": {"format": "A4"}, "Letter": {"format": "Letter"}, "wide": {"format": "A4", "landscape": True}}
