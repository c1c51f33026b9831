"""Where a visitor goes next: the addresses that a journey leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, request, url_for

from screening.kept import address

if TYPE_CHECKING:
    from screening.journey import Journey
    from screening.sealed_cookie import Lost

BACK = frozenset({"answers", "results", "notes"})  # the pages that a Change link may lead back to


class Ended(Exception):  # noqa: N818 - a fact about the visitor, not a fault
    """There is no visit under way; `why` is `expired`, `broken` or nothing."""

    def __init__(self, why: Lost) -> None:
        super().__init__()
        self.why = why


def see_other(address: str) -> Response:
    """Return a redirect after a form, or to where the visitor belongs. Its body would never be read."""
    return Response(status=303, headers={"Location": address})


def onward(journey: Journey) -> str:
    """Return the address of the first open question, or of the answers when there is none."""
    if journey.next:
        return address("checkin.question", name=journey.next.id)
    return address("checkin.answers")


def back() -> str:
    """Return the page that a Change began on and leads back to; nothing for any other word."""
    given = request.args.get("back", "")
    return given if given in BACK else ""


def after_answer(after: Journey) -> str:
    """Return where an answer leads: a question it opened, or back to where a Change began.

    An open question before an answered one is one that a change has opened: whoever finishes early leaves
    open questions at the end only.
    """
    if not back() or not after.may_finish:
        return onward(after)
    last = max(after.place(question) for question in after.answered)
    opened = next((question for question in after.open if after.place(question) < last), None)
    if opened:
        return url_for("checkin.question", name=opened.id, back=back())
    return url_for(f"checkin.{back()}")
