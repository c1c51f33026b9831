"""What every response says to the browser about privacy. Values and reasons: docs/decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import abort, request
from werkzeug.exceptions import SecurityError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

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
    constant = [*(ALWAYS | (HTTPS_ONLY if https else {})).items()]
    app.wsgi_app = _adding(constant, app.wsgi_app)  # type: ignore[assignment]

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
        static = request.endpoint == "static" and response.status_code < 400  # noqa: PLR2004
        response.headers["Cache-Control"] = FOR_EVER if static and "v" in request.args else NOT_STORED
        public = request.blueprint == "reading" and response.status_code < 400  # noqa: PLR2004
        if not static and not public:
            response.headers["X-Robots-Tag"] = "noindex, noarchive"
        return response


def _adding(constant: list[tuple[str, str]], application: WSGIApplication) -> WSGIApplication:
    """Return the application with headers on everything that it sends, as the server is given it.

    Beside the application there is no response without them, and nothing that looks at each of them anew.
    """

    def added(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Callable[[bytes], object]:
            return start_response(status, [*headers, *constant], *more)

        return application(environ, start)

    return added
