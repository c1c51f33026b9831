"""The page for outages as the server in front must send it: its text, and its headers."""

import base64
import hashlib
import re
from typing import NamedTuple

import pytest

from screening.headers import ALWAYS, HTTPS_ONLY, NOT_STORED
from screening.outage import outage
from screening.settings import Settings

POLICY = "Content-Security-Policy"


class Outage(NamedTuple):
    """The page, the hash of the style that it holds, and every header that it must come with."""

    html: str
    hash: str
    headers: dict[str, str]


@pytest.fixture(scope="session")
def outage_page():
    html = outage(Settings())
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    digest = f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"
    policy = ALWAYS[POLICY].replace("style-src 'self'", f"style-src {digest}")
    other = {POLICY: policy, "Cache-Control": NOT_STORED, "X-Robots-Tag": "noindex, noarchive"}
    return Outage(html, digest, ALWAYS | HTTPS_ONLY | other)
