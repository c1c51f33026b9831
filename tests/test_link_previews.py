"""What a search engine or a chat shows of a link gives nothing away, and is the same on every page."""

import pytest
import visits
from pages import Page

TELLING = ("clonazepam", "klonopin", "benzo", "medicine", "drug", "addict", "overdose", "withdrawal")


@pytest.mark.parametrize(
    "address", [*visits.PUBLIC, "/questions/who", "/now", "/learn/mixing", "/nope", "/results"]
)
def test_a_preview_is_neutral(visitor, address):
    metas = {
        each.attrs.get("name") or each.attrs.get("property"): each.attrs.get("content")
        for each in Page(visitor.see(address).text).all("meta")
    }
    assert metas["og:title"] == "Check-in"
    assert 40 <= len(metas["description"]) <= 160
    shown = (metas["og:title"] + metas["description"]).lower()
    assert not [word for word in TELLING if word in shown]
