"""Links to hand over: made of this copy's own public address and of ids that its content holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from screening.content import Content


class Shared(NamedTuple):
    """What a link carries: ids, or nothing where the person or this copy decides."""

    route: str = ""
    country: str = ""
    referral: str = ""

    @property
    def given(self) -> dict[str, str]:
        """The ids that are there, by name."""
        return {name: value for name, value in self._asdict().items() if value}


def shared(given: Mapping[str, str], content: Content) -> Shared:
    """Return what of a query, a form or an address is known here; everything else is ignored."""
    known = {
        "route": content.questionnaires,
        "country": content.helplines.by_id,
        "referral": content.referrals,
    }
    return Shared(**{name: given[name] for name, ids in known.items() if given.get(name) in ids})


def link(origin: str, to: Shared) -> str:
    """Return the address to hand over, as in `https://check.example/start/me?country=GB-SCT`."""
    query = urlencode({name: value for name, value in to.given.items() if name != "route"})
    return f"{origin}/start{'/' * bool(to.route)}{to.route}{'?' * bool(query)}{query}"
