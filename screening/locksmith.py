"""Commands about keys: make one, name those of this copy, and turn those of a file over."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from screening import keys
from screening.settings import SettingsError, from_environment


@click.command()
def key() -> None:
    """Make a key for SCREENING_KEYS."""
    click.echo(keys.make())


@click.command(name="keys")
def name() -> None:
    """Name the keys of this copy, for SCREENING_KEYS_NAME: two machines must show the same."""
    try:
        settings = from_environment()
    except SettingsError as error:
        sys.exit(str(error))
    click.echo(keys.named(settings.keys, settings.csrf_key))


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--every", type=click.IntRange(0), default=0, help="Leave it alone if it is fewer minutes old.")
def rotate(file: Path, every: int) -> None:
    """Turn over the keys of FILE, for SCREENING_KEYS_FILE, or begin it; then reload each server."""
    try:
        keys.rotate(file, every=every)
    except OSError as error:
        sys.exit(f"{file}: {error.strerror}.")
    except keys.KeysError as error:
        sys.exit(f"{file}: {error}.")


COMMANDS = (key, name, rotate)
