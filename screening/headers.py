"""What every response says to the browser about privacy. Values and reasons: docs/decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, request
from werkzeug.exceptions import SecurityError

from screening.assets import is_current

if TYPE_CHECKING:
    from flask import Flask, Response

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "manifest-src 'self'; connect-src 'none'; form-action 'self'; base-uri 'none'; object-src 'none'; "
    "frame-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
# Only features that Chromium knows: it complains in the console about any other.
UNUSED = (
    "accelerometer autoplay browsing-topics camera display-capture geolocation gyroscope hid idle-detection "
    "local-fonts magnetometer microphone midi payment screen-wake-lock serial usb xr-spatial-tracking"
)
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED.split()),
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Permitted-Cross-Domain-Policies": "none",
    "X-DNS-Prefetch-Control": "off",
}
HTTPS_ONLY = {"Strict-Transport-Security": "max-age=63072000; includeSubDomains"}
NOT_STORED = "no-store, max-age=0"  # the second is for Lynx, which knows the first only beside it
FOR_EVER = "public, max-age=31536000, immutable"  # the address of a static file changes with its content


def init_app(app: Flask, *, https: bool) -> None:
    constant = ALWAYS | (HTTPS_ONLY if https else {})

    @app.before_request
    def refuse_strangers() -> None:
        """Refuse a name that is not ours, and a form sent from another site, whatever its token."""
        if not request.host:  # reading it raises SecurityError where the name is not ours
            raise SecurityError("no host")
        sent_from = request.headers.get("Sec-Fetch-Site", "same-origin")
        if request.method not in {"GET", "HEAD"} and sent_from not in {"same-origin", "none"}:
            abort(400)

    @app.after_request
    def add_headers(response: Response) -> Response:
        response.headers.update(constant)
        static = request.endpoint == "static" and response.status_code < 400  # noqa: PLR2004
        response.headers["Cache-Control"] = FOR_EVER if static and is_current() else NOT_STORED
        public = request.blueprint == "reading" and response.status_code < 400  # noqa: PLR2004
        if not static and not public:
            response.headers["X-Robots-Tag"] = "noindex, noarchive"
        return response
