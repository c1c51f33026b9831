"""What a shared link carries: ids that the content holds, on the public address of this copy."""

import pytest
from counselors import ORIGIN

from screening.content import load
from screening.links import Shared, link, shared

LINKS = {
    "": {},
    "/me": {"route": "me"},
    "/loved-one?country=GB-SCT": {"route": "loved-one", "country": "GB-SCT"},
    "?country=US": {"country": "US"},
    "?referral=anna": {"referral": "anna"},
    "/me?country=CA&referral=anna": {"route": "me", "country": "CA", "referral": "anna"},
}


@pytest.mark.parametrize(("address", "given"), LINKS.items(), ids=LINKS)
def test_a_link_is_made_of_the_public_address_and_what_was_chosen(counseled, address, given):
    assert link(ORIGIN, shared(given, load(counseled))) == f"{ORIGIN}/start{address}"


@pytest.mark.parametrize("name", ["route", "country", "referral"])
@pytest.mark.parametrize("value", ["", "nobody", "ME", "me ", "../me", "me&route=me", "<b>", "x" * 5000])
def test_what_is_not_known_is_ignored(counseled, name, value):
    assert shared({name: value}, load(counseled)) == Shared()


def test_nothing_else_is_carried(counseled):
    assert shared({"phone": "911", "to": "me", "to_route": "me"}, load(counseled)) == Shared()
