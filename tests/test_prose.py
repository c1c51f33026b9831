import re

import pytest
from markupsafe import Markup

from screening.prose import filled, markdown, on_one_line, with_known_places, without_tags

NUMBERS = {"emergency": Markup('<a href="tel:911">911</a>'), "reach crisis": Markup("call 988")}


def test_a_place_takes_the_number_and_the_rest_is_escaped():
    said = filled("Call {emergency} <now>", NUMBERS)
    assert said == 'Call <a href="tel:911">911</a> &lt;now&gt;'


def test_markdown_keeps_its_places():
    assert (
        filled(markdown("You can **{reach crisis}**."), NUMBERS)
        == "<p>You can <strong>call 988</strong>.</p>\n"
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("[go](javascript:alert(1))", "<p>[go](javascript:alert(1))</p>\n"),
        ("![x](https://tracker.example/x.gif)", "<p>![x](https://tracker.example/x.gif)</p>\n"),
        ("<https://example.org>", "<p>&lt;https://example.org&gt;</p>\n"),
    ],
)
def test_markdown_makes_no_html_link_or_image(text, html):
    assert markdown(text) == html


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Call {emergancy}", "“{emergancy}” is not a number we know. Did you mean “emergency”?"),
        ("Call {911}", "“{911}” is not a number we know."),
        ("Call }", "a brace"),
    ],
)
def test_a_place_that_no_number_fills_is_refused(text, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        with_known_places(text)


def test_tags_are_taken_out_and_named_once_in_order():
    text = "Stopping fast is risky. [F5.1, F5.2]\n\nCall. [F5.1]\n"
    assert without_tags(text) == ("Stopping fast is risky.\n\nCall.\n", ("F5.1", "F5.2"))


def test_a_folded_text_becomes_one_line():
    assert on_one_line(" a\n  b ") == "a b"
