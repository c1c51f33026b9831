"""No wrong digit in a number passes: what people read is held against what their phone dials."""

import pytest

from screening.digits import differences
from screening.helplines import Line

RIGHT = {
    "in groups": ("GB", {"shown": "0300 555 0100", "call": "03005550100"}),
    "in brackets": ("GB", {"shown": "(0300) 555-0100", "call": "03005550100"}),
    "with a full stop after it": ("IE", {"shown": "Text 50808.", "text": "50808"}),
    "in letters": ("US", {"shown": "1-800-555-HELP", "call": "18005554357"}),
    "in digits and letters": ("US", {"shown": "1-800-5-A-PHONE", "call": "18005274663"}),
    "with a key to press": ("GB", {"shown": "111, option 2", "call": "111"}),
    "with a second number that another line dials": ("IE", {"shown": "112 or 999", "call": "112"}),
    "from abroad": ("ES", {"shown": "91 555 01 00", "call": "+34915550100"}),
    "from abroad, read whole": ("ES", {"shown": "+34 91 555 01 00", "call": "+34915550100"}),
    "from abroad, without the first 0": ("GB-SCT", {"shown": "0300 555 0100", "call": "+443005550100"}),
    "from abroad, in a country that starts with 1": (
        "US",
        {"shown": "1-800-555-0100", "call": "+18005550100"},
    ),
    "from abroad, of another country": ("FR", {"shown": "+33 1 55 50 10", "call": "+331555010"}),
    "word to text": ("GB", {"shown": "Text “SHOUT” to 85258", "text": "85258", "keyword": "SHOUT"}),
    "word to text to another number": (
        "CA",
        {"shown": "811", "call": "811", "text": "247247", "text_shown": "247 247", "keyword": "CONNEX"},
    ),
    "website with digits": (
        "GB",
        {"shown": "dan247 on dan247.example.org or 24-7.example.org", "web": "https://x.org"},
    ),
}
WRONG = {
    "digit left out": ("GB", {"shown": "0300 555 010", "call": "03005550100"}, ["call", "shown"]),
    "letter": ("US", {"shown": "1-800-555-HELD", "call": "18005554357"}, ["call", "shown"]),
    "code of another country": ("ES", {"shown": "91 555 01 00", "call": "+44915550100"}, ["call", "shown"]),
    "code that nobody knows": ("FR", {"shown": "1 55 50 10 00", "call": "+33155501000"}, ["call", "shown"]),
    "text that nobody reads": ("AU", {"shown": "811", "call": "811", "text": "0477"}, ["text"]),
    "call that nobody reads": ("AU", {"shown": "soon", "call": "811"}, ["call"]),
    "second number that no line dials": ("IE", {"shown": "112 or 998", "call": "112"}, ["shown"]),
    "number on a website only": ("IE", {"shown": "0300 555 0100", "web": "https://x.org"}, ["shown"]),
    "word to text": ("GB", {"shown": "Text SHOT to 85258", "text": "85258", "keyword": "SHOUT"}, ["keyword"]),
    "part of a word": ("GB", {"shown": "SHOUTS to 85258", "text": "85258", "keyword": "SHOUT"}, ["keyword"]),
}  # fmt: skip


def at_fault(country, said):
    line = Line.model_validate(
        {"role": "crisis", "name": "x", "source": "x", "checked": "2026-11-22", **said}
    )
    return [key for key, _ in differences(line, country, {"999", line.call, line.text})]


@pytest.mark.parametrize(("country", "said"), RIGHT.values(), ids=RIGHT)
def test_a_number_may_be_written_in_many_ways(country, said):
    assert at_fault(country, said) == []


@pytest.mark.parametrize(("country", "said", "keys"), WRONG.values(), ids=WRONG)
def test_a_number_that_differs_is_found(country, said, keys):
    assert at_fault(country, said) == keys


def with_one_digit_changed(line):
    """Yield every line that one slip of a finger makes of a right one, with what was written wrong."""
    for key in ("call", "text", "shown", "text_shown"):
        right = getattr(line, key) or ""
        for place, there in enumerate(right):
            for digit in set("0123456789") - {there} if there.isdigit() else ():
                wrong = f"{right[:place]}{digit}{right[place + 1 :]}"
                yield wrong, line.model_copy(update={key: wrong})


def test_every_wrong_digit_in_every_real_line_is_found_but_a_key_to_press(content):
    countries = content.helplines.countries
    dialed = {number for country in countries for line in country.lines for number in (line.call, line.text)}
    missed = [
        wrong
        for country in countries
        for line in country.lines
        for wrong, spoiled in with_one_digit_changed(line)
        if not list(differences(spoiled, country.id, dialed))
    ]
    assert sorted(missed) == [f"988, then press {key}" for key in "023456789"]
