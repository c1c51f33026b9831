"""Parts of pages and addresses that are made once and kept, by what the content holds and the country alone.

Nothing that depends on an answer, or on who asks, may stand in a kept part or in its key.
"""

from __future__ import annotations

from collections import defaultdict
from contextvars import ContextVar
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from flask import current_app, request, url_for
from jinja2 import nodes
from jinja2.ext import Extension

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask
    from jinja2 import Environment
    from jinja2.parser import Parser

NAME = "kept"
MOST = 5000  # parts, and addresses; the content that ships makes a few hundred for each country

_country: ContextVar[str] = ContextVar("country", default="")  # of this request, if it may use what is kept

Key = tuple[str | None, ...]


class Kept(Extension):
    """`{% kept a, b %}…{% endkept %}`: what stands inside is drawn once for these ids and each country.

    `{% kept a, b unless c %}` draws it anew where c holds.
    """

    tags = {"kept"}  # noqa: RUF012 - as Jinja declares it

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._by_country: defaultdict[str, dict[Key, str]] = defaultdict(dict)

    def parse(self, parser: Parser) -> list[nodes.Node]:
        line = next(parser.stream).lineno
        key: list[nodes.Expr] = [nodes.Const(f"{parser.name}:{parser.free_identifier().name}")]
        while not parser.stream.current.test_any("block_end", "name:unless"):
            key.append(parser.parse_expression())
            parser.stream.skip_if("comma")
        ids: nodes.Expr = nodes.Tuple(key, "load")
        if parser.stream.skip_if("name:unless"):
            ids = nodes.CondExpr(parser.parse_expression(), nodes.Const(None), ids)
        body = parser.parse_statements(("name:endkept",), drop_needle=True)
        part = parser.free_identifier(line)
        make = nodes.CallBlock(self.call_method("keep", [ids]), [], [], body)
        find = nodes.Assign(part, nodes.Getitem(self.attr("parts"), ids, "load"))
        draw = nodes.If(part, _as_it_is(part), [], [make])
        return [each.set_lineno(line) for each in (find, draw)]

    @property
    def parts(self) -> dict[Key, str]:
        """The parts that are kept for the country of this request; an empty place where none may be used."""
        here = _country.get()
        return self._by_country[here] if here else {}

    def keep(self, key: Key | None, caller: Callable[[], str]) -> str:
        """Draw a part, and keep it while there is room."""
        part, parts = str(caller()), self.parts
        if key and len(parts) < MOST:
            parts[key] = part
        return part


def _as_it_is(part: nodes.Expr) -> list[nodes.Node]:
    """Put out a part that was escaped as it was drawn; to be escaped again, it would only be copied, twice.

    It turns escaping off, and on again, as all our templates have it. Not for templates that others import:
    threads share their context.
    """
    off, on = (nodes.Keyword("autoescape", nodes.Const(escaping)) for escaping in (False, True))
    return [nodes.EvalContextModifier([off]), nodes.Output([part]), nodes.EvalContextModifier([on])]


def init_app(app: Flask) -> None:
    app.jinja_env.add_extension(Kept)
    app.extensions[NAME] = lru_cache(MOST)(_address)
    app.add_template_global(address, "url_for")
    app.teardown_request(_keep_for_nobody)


def address(endpoint: str, **values: Any) -> str:
    """Return what `url_for` does, of which the values are ids that the content holds."""
    if not _country.get():
        return url_for(endpoint, **values)
    made: Callable[..., str] = current_app.extensions[NAME]
    return made(_country.get(), endpoint, tuple(values.items()))


def _keep_for_nobody(_: BaseException | None) -> None:
    _country.set("")


def country() -> str:
    """Return the country of this request, if it may use what is kept."""
    return _country.get()


def keep_for(country: str) -> None:
    """Let this request use what is kept for a country, unless our addresses begin otherwise for it."""
    _country.set("" if request.script_root else country)


def _address(_: str, endpoint: str, values: tuple[tuple[str, Any], ...]) -> str:
    return url_for(endpoint, **dict(values))
