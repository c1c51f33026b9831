"""Small things that matter on a phone in a shaking hand, or to eyes that need more: size, contrast, calm."""

import re

import pytest
from states import STATES, State, given

from screening.settings import ROOT

RESULTS = [state for state in STATES if state.name.startswith("results-")]
QUESTIONS = [
    state for state in STATES if state.name.startswith("question-") and state.name.endswith("-empty")
]
PHONE = {"width": 360, "height": 640}
TAKING = State("", "/questions/taking", given(who="me", now="none"))


def named(state):
    return state.name


@pytest.mark.parametrize("state", RESULTS, ids=named)
def test_the_three_things_to_do_fit_one_phone_screen(site, page, state):
    page.set_viewport_size(PHONE)
    site.open(page, state)
    steps, header = (page.locator(part).bounding_box()["height"] for part in (".steps", "body > header"))
    assert page.locator(".steps li").count() == 3
    assert steps + header <= PHONE["height"]


@pytest.mark.parametrize("state", QUESTIONS, ids=named)
def test_every_choice_is_a_card_that_a_shaking_thumb_can_hit(site, page, state):
    page.set_viewport_size(PHONE)
    site.open(page, state)
    for card in page.locator(".choice").all():
        box = card.bounding_box()
        assert box["height"] >= 44
        assert box["width"] >= 300
    last = page.locator(".choice").last
    last.click(position={"x": last.bounding_box()["width"] - 5, "y": 5})
    assert last.locator("input").is_checked()


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_moves(site, page, motion):
    page.emulate_media(reduced_motion=motion)
    for state in (State("", "/"), TAKING, RESULTS[0]):
        site.open(page, state)
        moving = page.evaluate("""() => [...document.querySelectorAll("*")].filter(each => {
            const style = getComputedStyle(each);
            return parseFloat(style.transitionDuration) || parseFloat(style.animationDuration);
        }).length + document.getAnimations().length""")
        assert moving == 0


def colour(page, part, which="color"):
    return page.locator(part).first.evaluate(f"each => getComputedStyle(each)['{which}']")


def test_more_contrast_is_given_to_whoever_asks(site, page):
    site.open(page, TAKING)
    assert colour(page, ".hint") != colour(page, "body")
    page.emulate_media(contrast="more")
    assert colour(page, ".hint") == colour(page, "body")
    assert colour(page, ".choice", "border-top-color") == colour(page, "body")


def test_forced_colours_reach_the_cards(site, page):
    page.emulate_media(forced_colors="active")
    site.open(page, TAKING)
    page.check('input[value="unsure"]')
    chosen = page.locator(".choice:has(:checked)").evaluate("each => getComputedStyle(each).borderTopColor")
    assert chosen != colour(page, ".choice", "border-top-color")


def test_forced_colours_reach_everything_that_is_drawn(site, page):
    page.emulate_media(forced_colors="active")
    site.open(page, State("", "/learn/withdrawal"))
    for token in set(re.findall(r"var\((--[a-z-]+)\)", (ROOT / "static" / "pictures.svg").read_text())):
        given = page.evaluate("token => getComputedStyle(document.body).getPropertyValue(token)", token)
        assert given in {"Canvas", "CanvasText", "LinkText"}, token


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_are_drawn_and_not_only_framed(site, page, scheme):
    page.emulate_media(color_scheme=scheme)
    site.open(page, State("", "/learn/dependence"))
    drawing = page.locator(".picture svg").first
    drawn = drawing.screenshot()
    page.evaluate("document.querySelector('.picture use').remove()")
    assert drawing.screenshot() != drawn
