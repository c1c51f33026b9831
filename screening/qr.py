"""A link as a QR code, drawn as SVG."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

KEPT = 256  # drawings: one takes about as long to make as a page


@lru_cache(maxsize=KEPT)
def drawing(link: str) -> bytes:
    """Return the SVG of a code that survives print: error correction M or better, a quiet zone of four."""
    import segno  # noqa: PLC0415 - few ask for a code, and until then its megabyte is not needed

    drawn = BytesIO()
    code = segno.make_qr(link, error="m")  # better where it costs no larger a drawing
    code.save(
        drawn, kind="svg", xmldecl=False, svgclass=None, lineclass=None, border=4, light="#fff", omitsize=True
    )
    return drawn.getvalue()
