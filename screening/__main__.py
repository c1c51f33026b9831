"""Commands for whoever keeps this check-in: `python -m screening --help`."""

from __future__ import annotations

import logging
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click
from waitress.server import create_server

from screening import create_app, locksmith, schema
from screening.card import card
from screening.content import load
from screening.fingerprint import fingerprint
from screening.graph import graph
from screening.moves import CapError
from screening.outage import outage
from screening.preview import preview
from screening.problems import ContentError
from screening.report import check
from screening.settings import ROOT, Settings, SettingsError, from_environment

if TYPE_CHECKING:
    from collections.abc import Callable

folder_argument = click.argument(
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    envvar="SCREENING_CONTENT",
    default=ROOT,
)
HTML = click.File("w", encoding="utf-8", lazy=True)  # opened only when there is something to write
WHOLE = click.File("w", encoding="utf-8", lazy=True, atomic=True)  # a server may read it at any moment


@click.group()
def main() -> None:
    """Keep and serve the check-in."""


for command in locksmith.COMMANDS:
    main.add_command(command)


@main.command(name="check")
@folder_argument
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day to compare dates with.")
def say_what_is_wrong(folder: Path, form: str, today: datetime | None) -> None:
    """Say everything that is wrong with the content of FOLDER, or that it is sound."""
    report = check(folder, (today or datetime.now(tz=UTC)).date())
    click.echo(report.as_json() if form == "json" else str(report))
    sys.exit(0 if report.sound else 1)


@main.command(name="fingerprint")
@folder_argument
def name_content(folder: Path) -> None:
    """Print the fingerprint of the content of FOLDER, as a site that serves it shows it at /about."""
    click.echo(fingerprint(folder))


@main.command(name="graph")
@folder_argument
def draw(folder: Path) -> None:
    """Draw the flow of each route, as the Mermaid pictures of docs/flow.md."""
    click.echo(_made(lambda: graph(load(folder))), nl=False)


@main.command(name="schema")
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), default=ROOT / "docs" / "schema")
def write_schemas(output: Path) -> None:
    """Write the schemas that help an editor while the content is typed."""
    output.mkdir(parents=True, exist_ok=True)
    for name, text in schema.written().items():
        (output / name).write_text(text, encoding="utf-8")


@main.command(name="preview")
@folder_argument
@click.option("--output", type=HTML, default="-", help="The file to write; without it, the page is printed.")
def write_preview(folder: Path, output: TextIO) -> None:
    """Make one page of HTML of all that FOLDER asks and says at once, to be read, agreed and signed."""
    page = _made(lambda: preview(folder))  # before the file is opened
    output.write(page)


@main.command(name="card")
@click.argument("referral")
@folder_argument
@click.option("--origin", envvar="SCREENING_ORIGIN", default="", help="The public address.")
@click.option("--output", type=HTML, default="-", help="The file to write; without it, the card is printed.")
def write_card(referral: str, folder: Path, origin: str, output: TextIO) -> None:
    """Make the cards of a REFERRAL of referrals.yaml, as one page of HTML to print and cut."""
    page = _made(lambda: card(folder, referral, origin))
    output.write(page)


@main.command(name="outage")
@click.option("--output", type=WHOLE, default="-", help="The file to write; without it, the page is printed.")
def write_outage(output: TextIO) -> None:
    """Make the page that nginx shows where it cannot reach this copy, or say why it would not start."""
    page = _made(lambda: outage(from_environment()))
    output.write(page)


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000)
def serve(port: int) -> None:
    """Serve the check-in to this machine only, from one process."""
    try:
        server = create_server(
            create_app(_reached_at(port)),
            host="127.0.0.1",
            port=port,
            threads=8,
            connection_limit=1000,
            ident=None,
        )
    except (ContentError, SettingsError) as error:
        sys.exit(str(error))
    except OSError:
        sys.exit(f"Port {port} is taken; name another with PORT=… or --port.")
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # waiting a moment is no fault
    click.echo(f"The check-in is at http://127.0.0.1:{port} (stop it with Ctrl-C)")
    server.run()


def _reached_at(port: int) -> Settings:
    """Return the settings of this process; links lead to this machine where no public address is set."""
    settings = from_environment()
    return settings if settings.origin else replace(settings, origin=f"http://127.0.0.1:{port}")


def _made(make: Callable[[], str]) -> str:
    """Return what is made of sound content, or end with what is wrong with it."""
    try:
        return make()
    except (ContentError, SettingsError) as error:
        sys.exit(str(error))
    except CapError as error:
        sys.exit(f"questions > {error.question}: {error}")


if __name__ == "__main__":
    main()
