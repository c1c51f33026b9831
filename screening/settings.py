"""How this copy is run: read once from the environment, each with a safe default for one machine."""

from __future__ import annotations

import os
import re
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from screening.keys import KeysError, make, named, split

if TYPE_CHECKING:
    from collections.abc import Mapping

FEWEST = 9  # different characters of a key: chance uses more, even in hexadecimal; “change-me” has eight
ROOT = Path(__file__).resolve().parent.parent
SHORTEST_KEY = 32  # characters of the forms key: 192 bits, if made as the README says
ORIGIN = re.compile(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]{1,5})?")
LONGEST_NUMBER = 5  # digits: nobody means more minutes


class SettingsError(Exception):
    """The settings do not allow a start; the message is one plain line."""


@dataclass(frozen=True)
class Settings:
    """The first of `keys` seals the cookie, the others only open it; `idle` and `longest` are minutes."""

    keys: tuple[str, ...] = field(default_factory=lambda: (make(),), repr=False)
    csrf_key: str = field(default_factory=secrets.token_urlsafe, repr=False)
    https: bool = False
    origin: str = ""
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost")
    operator: str = ""
    contact: str = ""
    country: str = ""
    leave_to: str = "https://www.bbc.co.uk/weather"
    content: Path = ROOT
    idle: int = 30
    longest: int = 60


def from_environment(environ: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of this process. Raises SettingsError where one is missing or makes no sense."""
    given = {
        "keys": _keys(environ),
        "csrf_key": environ.get("SCREENING_CSRF_KEY"),
        "https": _switch(environ, "SCREENING_HTTPS"),
        "origin": _origin(environ),
        "hosts": _hosts(environ),
        "operator": environ.get("SCREENING_OPERATOR"),
        "contact": environ.get("SCREENING_CONTACT"),
        "country": environ.get("SCREENING_COUNTRY"),
        "leave_to": environ.get("SCREENING_LEAVE_TO"),
        "content": Path(environ["SCREENING_CONTENT"]) if environ.get("SCREENING_CONTENT") else None,
        "idle": _minutes(environ, "SCREENING_IDLE_MINUTES"),
        "longest": _minutes(environ, "SCREENING_VISIT_MINUTES"),
    }
    settings = Settings(**{name: value for name, value in given.items() if value})  # type: ignore[arg-type]
    _refuse_unsafe(settings, environ)
    _refuse_examples(settings)
    return settings


def _keys(environ: Mapping[str, str]) -> tuple[str, ...]:
    text = environ.get("SCREENING_KEYS", "")
    if file := environ.get("SCREENING_KEYS_FILE"):
        try:
            text = Path(file).read_text(encoding="ascii")
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError("SCREENING_KEYS_FILE cannot be read.") from error
    try:
        return split(text)
    except KeysError as error:
        raise SettingsError(
            "A key in SCREENING_KEYS is not one that `python -m screening key` makes."
        ) from error


def _origin(environ: Mapping[str, str]) -> str:
    text = environ.get("SCREENING_ORIGIN", "").rstrip("/")
    if text and not ORIGIN.fullmatch(text):
        raise SettingsError(
            "SCREENING_ORIGIN must be an https:// address in small letters with no path, "
            "such as https://check.example."
        )
    return text


def _hosts(environ: Mapping[str, str]) -> tuple[str, ...]:
    own = urlsplit(_origin(environ)).hostname
    return tuple(environ.get("SCREENING_HOSTS", own or "").replace(",", " ").split())


def _switch(environ: Mapping[str, str], name: str) -> bool:
    text = environ.get(name, "").lower()
    if text not in {"1", "yes", "true", "on", "", "0", "no", "false", "off"}:
        raise SettingsError(f"{name} must be on or off.")
    return text in {"1", "yes", "true", "on"}


def _minutes(environ: Mapping[str, str], name: str) -> int | None:
    text = environ.get(name, "")
    if text and not (text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER and int(text)):
        raise SettingsError(f"{name} must be a whole number of minutes.")
    return int(text) if text else None


def _refuse_unsafe(settings: Settings, environ: Mapping[str, str]) -> None:
    """Stop a start that would lose visits, or open them, only later."""
    if len(settings.csrf_key) < SHORTEST_KEY:
        raise SettingsError(f"SCREENING_CSRF_KEY must have at least {SHORTEST_KEY} characters.")
    if environ.get("SCREENING_KEYS_NAME", "") not in {"", named(settings.keys, settings.csrf_key)}:
        raise SettingsError("SCREENING_KEYS_NAME is the name of other keys than this copy has.")
    if not settings.leave_to.startswith("https://"):
        raise SettingsError("SCREENING_LEAVE_TO must be an https:// address.")
    if not settings.https:
        return
    if not _keys(environ):
        raise SettingsError("With SCREENING_HTTPS, SCREENING_KEYS or SCREENING_KEYS_FILE is needed.")
    for name in ("SCREENING_CSRF_KEY", "SCREENING_ORIGIN", "SCREENING_OPERATOR", "SCREENING_CONTACT"):
        if not environ.get(name):
            raise SettingsError(f"With SCREENING_HTTPS, {name} is needed.")
    if not settings.origin.startswith("https://"):
        raise SettingsError("SCREENING_ORIGIN must be an https:// address.")


def _refuse_examples(settings: Settings) -> None:
    if any(len(set(key)) < FEWEST for key in (*settings.keys, settings.csrf_key)):
        raise SettingsError("A key is an example; use one that `python -m screening key` makes.")
