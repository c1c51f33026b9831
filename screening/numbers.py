"""The visitor's country, by their own choice, and the numbers that fill the places in a text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from flask import g, request
from jinja2 import pass_context
from markupsafe import Markup, escape

from screening import kept, lines
from screening.prose import PLACES, filled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flask import Flask
    from jinja2.runtime import Context

    from screening.helplines import Helplines
    from screening.lines import Filler

Numbers = dict[str, Markup]  # place -> what stands there
TEXTS = 5000  # of the content, kept with the numbers of a country in them


def init_app(app: Flask, helplines: Helplines, default: str) -> None:
    """Give each page its country, its addresses the choice, and its templates `say` and `plain`."""

    def here() -> str:
        return kept.country() or str(g.get("country", default))

    @app.url_value_preprocessor
    def choose(_: str | None, __: dict[str, str] | None) -> None:
        wanted = request.args.get("country", "")
        g.country = country = wanted if wanted in helplines.by_id else default
        kept.keep_for(country)

    @app.url_defaults
    def remember(endpoint: str, values: dict[str, str]) -> None:
        if endpoint != "static" and here() != default:
            values.setdefault("country", here())

    linked = {country.id: _numbers(app, helplines, country.id) for country in helplines.countries}
    plain = {name: _without_links(numbers) for name, numbers in linked.items()}
    app.add_template_filter(_filter(_filler(linked), here), "say")
    app.add_template_filter(_filter(fill := _filler(plain), here), "plain")
    lines.init_app(app, fill, here)
    app.add_template_global(lambda: helplines.by_id[here()], "country")
    app.add_template_global(lambda role: helplines.main(here(), role), "main_line")
    app.add_template_global(lambda role: helplines.serving(here(), role), "serving")


def _filler(numbers: Mapping[str, Numbers]) -> Filler:
    """Return what fills a text with the numbers of a country, and keeps what it has made."""

    @lru_cache(TEXTS, typed=True)  # escaped or not, one text is equal to another
    def fill(text: str, country: str) -> Markup:
        return filled(text, numbers[country])

    return fill


def _filter(fill: Filler, here: Callable[[], str]) -> Callable[[Context, str], Markup]:
    """Return a filter that fills a text. It takes the context though it does not use it.

    Jinja works out any other filter on fixed words once, when it compiles the template, and everybody
    would see the country of the first visitor.
    """
    return pass_context(lambda _, text: fill(text, here()))


def _numbers(app: Flask, helplines: Helplines, country: str) -> Numbers:
    """Make what stands in each place, in the words of the template: numbers are links."""
    say = app.jinja_env.get_template("_numbers.html").module
    return {place: _place(say, helplines, country, place) for place in PLACES}


def _without_links(numbers: Numbers) -> Numbers:
    return {place: escape(text.striptags()) for place, text in numbers.items()}


def _place(say: Any, helplines: Helplines, country: str, place: str) -> Markup:
    roles = place.removeprefix("reach ").split(" or ")
    macro = getattr(say, "reach" if place.startswith("reach ") else "named")
    texts = dict.fromkeys(Markup(macro(helplines.main(country, role), role)).strip() for role in roles)  # noqa: S704
    return Markup(say.either(list(texts))).strip() if len(texts) > 1 else next(iter(texts))  # noqa: S704
