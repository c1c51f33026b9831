"""Time that passes, and the button that asks for more of it."""

from datetime import timedelta

import pytest
from freezegun import freeze_time


@pytest.fixture
def clock():
    with freeze_time("2026-11-22 12:00:00") as frozen:
        yield lambda minutes: frozen.tick(timedelta(minutes=minutes))


def keep_going(visitor, address, *options, **more):
    """Press the button of a page as a browser does: it sends the form around it."""
    page = visitor.page(address)
    form = next(
        form
        for form in page.all("form")
        if any(form in button.around for button in page.all("button", "time"))
    )
    sent = {
        field.attrs["name"]: field.attrs["value"] for field in page.all("input") if form in field.around
    } | {"answer": list(options), "keep-going": "yes"}
    return visitor.browser.post(form.attrs["action"], data=sent, **more)


def left(visitor, address):
    return visitor.page(address).texts("p", "time")[0]
