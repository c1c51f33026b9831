"""The page for counselors, at work: what its buttons copy and share, and a card made without script."""

from io import BytesIO

import pytest
from counselors import ORIGIN
from reflow import NARROW
from states import State, given
from test_no_script import follow, press
from walking import Keyboard, without_script

EVERYTHING = "/share?route=loved-one&country=GB-SCT&referral=anna"
LINK = f"{ORIGIN}/start/loved-one?country=GB-SCT&referral=anna"
MESSAGE = (
    "A private check-in: questions, information, and who to call. No name, no account. "
    f"In an emergency call 999. {LINK}"
)
FAILED = "That did not work. Mark the words and copy them."
REFUSING = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));"
SHARING = """window.sent = [];
    navigator.share = (what) => { window.sent.push(what); return Promise.resolve(); };"""
CLOSING = "navigator.share = () => Promise.reject(new DOMException('closed', 'AbortError'));"
NEITHER = "delete Navigator.prototype.clipboard;"
BUTTONS = "main section button"


@pytest.fixture
def make(page, site):
    """Open the page with everything chosen, in a browser that a script has changed first."""
    faults = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))

    def opened(script=""):
        page.add_init_script(f"delete Navigator.prototype.share; {script}")
        site.open(page, State("", EVERYTHING))
        return page

    yield opened
    assert faults == []


@pytest.mark.parametrize(
    ("name", "copied", "told"),
    [
        ("Copy the link", LINK, "The link is copied."),
        ("Copy the message", MESSAGE, "The message is copied."),
    ],
)
def test_a_button_copies_exactly_what_it_says_and_tells_so(make, name, copied, told):
    page = make()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name=name).click()
    page.get_by_role("status").get_by_text(told, exact=True).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == copied


def test_where_the_clipboard_refuses_the_words_say_what_to_do(make):
    page = make(REFUSING)
    page.get_by_role("button", name="Copy the link").click()
    page.get_by_role("status").get_by_text(FAILED, exact=True).wait_for()


def test_where_the_device_can_share_a_button_hands_it_the_link(make):
    page = make(SHARING)
    page.get_by_role("button", name="Share…").click()
    page.get_by_role("status").get_by_text("The link is shared.", exact=True).wait_for()
    assert page.evaluate("window.sent") == [{"url": LINK}]


def test_who_closes_the_sheet_for_sharing_is_told_nothing(make):
    page = make(CLOSING)
    page.get_by_role("button", name="Share…").click()
    page.evaluate("new Promise((drawn) => setTimeout(drawn))")
    assert page.locator("main [role=status]").all_inner_texts() == ["", ""]


@pytest.mark.parametrize(
    ("script", "names"),
    [
        ("", ["Copy the link", "Copy the message"]),
        (SHARING, ["Copy the link", "Share…", "Copy the message"]),
        (NEITHER, []),
    ],
    ids=["copying", "copying and sharing", "neither"],
)
def test_only_what_the_browser_can_do_is_offered(make, script, names):
    assert make(script).locator(BUTTONS).all_inner_texts() == names


def test_the_keyboard_reaches_everything_in_the_order_of_the_page(make):
    keyboard = Keyboard(make(SHARING))
    keyboard.read_through()
    names = [stop["name"] for stop in keyboard.seen if stop["part"] == "main"]
    assert names[:2] == ["999", "Someone I care about"]  # when not to send it; the one that is chosen
    assert names[4:10] == [
        "Make the link",
        "Copy the link",
        "Share…",
        "Copy the message",
        "A card",
        "a poster",
    ]


@pytest.mark.parametrize(
    "address", ["/share/card", "/share/poster", "/start/me?referral=anna", "/start/loved-one"]
)
def test_the_keyboard_reads_through_what_is_handed_over(page, site, address):
    page.set_viewport_size(NARROW)
    site.open(page, State("", address, given(who="me", now="none")))
    Keyboard(page).read_through()


@without_script
def test_from_the_page_to_a_printed_card(page, site):
    page.goto(f"{site.address}/")
    assert press(page, "how to share this") == "/share"
    assert page.locator(BUTTONS).count() == 0
    page.get_by_label("Someone I care about").check()
    page.locator("#for-country").select_option("Scotland")
    page.locator("#referral").select_option(label="Anna Example, Riverside Counseling (made up)")
    assert press(page, "Make the link") == "/share"
    assert page.locator(".link b").text_content() == LINK
    assert follow(page, page.get_by_role("link", name="A card")) == "/share/card"
    assert printed(page).count(LINK.removeprefix("https://")) == 4


def printed(page):
    """Return the words of the one leaf that a page prints, without spaces."""
    from pypdf import PdfReader  # noqa: PLC0415 - it may be absent, as the browser may

    (leaf,) = PdfReader(BytesIO(page.pdf(format="Letter"))).pages
    return "".join(leaf.extract_text().split())
