"""Commands for whoever keeps this check-in: `python -m screening --help`."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from cryptography.fernet import Fernet
from waitress.server import create_server

from screening import create_app
from screening.content import load
from screening.problems import ContentError
from screening.settings import ROOT, SettingsError

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group()
def main() -> None:
    """Keep and serve the check-in."""


@main.command()
@click.argument("folder", type=FOLDER, envvar="SCREENING_CONTENT", default=ROOT)
def check(folder: Path) -> None:
    """Say everything that is wrong with the content of FOLDER, or that it is sound."""
    try:
        load(folder)
    except ContentError as error:
        click.echo(str(error))
        sys.exit(1)
    click.echo("sound")


@main.command()
def key() -> None:
    """Make a key for SCREENING_KEYS."""
    click.echo(Fernet.generate_key().decode())


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000)
def serve(port: int) -> None:
    """Serve the check-in to this machine only, from one process."""
    try:
        server = create_server(
            create_app(), host="127.0.0.1", port=port, threads=8, connection_limit=1000, ident=None
        )
    except (ContentError, SettingsError) as error:
        sys.exit(str(error))
    except OSError:
        sys.exit(f"Port {port} is taken; name another with PORT=… or --port.")
    click.echo(f"The check-in is at http://127.0.0.1:{port} (stop it with Ctrl-C)")
    server.run()


if __name__ == "__main__":
    main()
