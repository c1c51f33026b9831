"""The page for outages as the server in front must send it: its text, and its headers."""

import base64
import hashlib
import re

from screening.headers import ALWAYS, HTTPS_ONLY, NOT_STORED
from screening.outage import outage
from screening.settings import Settings

POLICY = "Content-Security-Policy"
HTML = outage(Settings())
STYLE = re.search(r"<style>(.*?)</style>", HTML, re.DOTALL)[1]
HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
HEADERS = {
    **ALWAYS,
    **HTTPS_ONLY,
    POLICY: ALWAYS[POLICY].replace("style-src 'self'", f"style-src 'sha256-{HASH}'"),
    "Cache-Control": NOT_STORED,
    "X-Robots-Tag": "noindex, noarchive",
}
