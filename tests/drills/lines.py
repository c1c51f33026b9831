"""One person's line to the site: a connection kept open, an address to come from, and a cookie jar."""

import http.client
import re
import socket
import ssl
from http.cookies import SimpleCookie
from itertools import count
from typing import NamedTuple
from urllib.parse import urlencode

NAME = "check.example"
ORIGIN = f"https://{NAME}"
PATIENCE = 20  # seconds, until an answer that does not come is given up
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_numbers = count(1)


def address():
    """Return an address of this machine that nobody has come from yet: the limits are for each address."""
    number = next(_numbers)
    return f"127.{number >> 16 & 255 | 1}.{number >> 8 & 255}.{number & 255}"


class Secure(http.client.HTTPConnection):
    """HTTPS to a port of this machine by the name of the site, from any of the machine's addresses."""

    def __init__(self, port, authority, source):
        super().__init__(NAME, timeout=PATIENCE)
        self._to, self._source = ("127.0.0.1", port), (source, 0)
        self._context = ssl.create_default_context(cafile=authority)

    def connect(self):
        self.sock = socket.create_connection(self._to, self.timeout, self._source)
        self.sock = self._context.wrap_socket(self.sock, server_hostname=NAME)


class Local(http.client.HTTPConnection):
    """HTTP over the socket in a folder that a server of the application listens at."""

    def __init__(self, path):
        super().__init__(NAME, timeout=PATIENCE)
        self._path = str(path)

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


class Reply(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    text: str

    @property
    def leads_to(self):
        return self.headers.get("Location", "")

    @property
    def token(self):
        return TOKEN.search(self.text)[1]


class Line:
    """`cookies` are what a browser would hold, by name: it takes them in the order in which they come."""

    def __init__(self, connection):
        self.connection, self.cookies = connection, {}

    def ask(self, path, form=None):
        """Send a request, a form where one is given. Raises OSError and HTTPException."""
        headers = {"Cookie": "; ".join(f"{name}={each.value}" for name, each in self.cookies.items())}
        if form is None:
            self.connection.request("GET", path, headers=headers)
        else:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            self.connection.request("POST", path, urlencode(form, doseq=True), headers)
        response = self.connection.getresponse()
        text = response.read().decode()
        self._take(response.headers.get_all("Set-Cookie", []))
        return Reply(response.status, response.headers, text)

    def _take(self, lines):
        for name, cookie in (pair for line in lines for pair in SimpleCookie(line).items()):
            self.cookies[name] = cookie
            if cookie["max-age"] == "0":
                del self.cookies[name]

    def close(self):
        """Hang up; the next request makes a new connection."""
        self.connection.close()
