"""A line to the site by curl, with its own cookie jar, in place of our own client."""

import io
from http.client import parse_headers
from urllib.parse import parse_qsl, urlencode

from lines import NAME, Reply
from production import run


class Curl:
    def __init__(self, port, authority, folder):
        self._jar, self._origin = folder / "jar", f"https://{NAME}:{port}"
        keeping = ["--cookie", str(self._jar), "--cookie-jar", str(self._jar)]
        there = ["--cacert", str(authority), "--resolve", f"{NAME}:{port}:127.0.0.1"]
        self._words = ["curl", "--silent", "--show-error", "--dump-header", "-", *keeping, *there]

    def ask(self, path, form=None):
        pairs = parse_qsl(urlencode(form or {}, doseq=True))
        sent = [word for name, value in pairs for word in ("--data-urlencode", f"{name}={value}")]
        told = run(*self._words, *sent, self._origin + path)
        line, _, rest = told.replace("\r\n", "\n").partition("\n")
        head, _, text = rest.partition("\n\n")
        return Reply(int(line.split()[1]), parse_headers(io.BytesIO(f"{head}\n\n".encode())), text)

    @property
    def cookies(self):
        """Return the cookies of the jar by name, each with whether HTTPS alone may have it, and its paths."""
        lines = self._jar.read_text().splitlines() if self._jar.exists() else []
        fields = [line.split("\t") for line in lines if line.count("\t") == 6]
        return {name: (secure, path) for _, _, path, secure, _, name, _ in fields}

    def close(self):
        """Do nothing: each call of curl hangs up by itself."""
