"""Numbers and hours come out of the content as they were written, byte for byte."""

import json
import re
import shutil
from pathlib import Path

import pytest
from harmful import LINES, SMALL, instead
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from screening.content import load
from screening.settings import ROOT

RAW = (ROOT / LINES).read_text(encoding="utf-8")
COUNTRIES = dict(
    re.findall(r"^  - id: ([A-Z-]+)\n((?:    .*\n|\n)+)", RAW.split("\ncountries:\n")[1], re.MULTILINE)
)

KNOWN = (
    *(
        "0123",
        "0800 1111",
        "9:00",
        "22:30-6:00",
        "1_000",
        "0x1F",
        "1e3",
        "no",
        "~",
        "+1 800",
        "116 123",
        "007",
    ),
    *(
        "1.50",
        "1.0",
        "0o17",
        "0b1",
        "190:20:30",
        "2026-11-22",
        "null",
        "yes",
        "on",
        ".inf",
        "<<",
        "=",
        "1,000",
    ),
    *(
        "9:00\u201317:30",
        "9\u20145",
        "0800 - 1111",
        "\uff19",
        "24/7",
        "*100#",
        "#31#",
        "1-866-488-7386",
        "- 5",
        "5: 6",
        "'",
    ),
)
DIALED = st.from_regex(r"\+?[0-9]{2,15}", fullmatch=True)
SHOWN = (
    st.sampled_from(KNOWN)
    | DIALED
    | st.text("0123456789 +-\u2013\u2014:.,_/()xXeEhpamnoy~'\"\\", min_size=1, max_size=20)
)
# What may stand without quotes: no sign of YAML at its start, no “: ” or “ #” in it, no space around it.
PLAIN = re.compile(r"(?![-?:] |[,\[\]{}#&*!|>'\"%@`\s]|[-?:]$)(?!.*(: | #|[:\s]$)).+")


@st.composite
def written(draw, texts):
    """Return a text, and one of the ways in which YAML can hold it."""
    text = draw(texts)
    ways = [json.dumps(text, ensure_ascii=False), "'" + text.replace("'", "''") + "'"]
    return text, draw(st.sampled_from([*ways, text] if PLAIN.fullmatch(text) else ways))


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("content") / "small"))


@given(shown=written(SHOWN), hours=written(SHOWN), call=written(DIALED), text=written(DIALED))
def test_any_number_and_hours_come_out_as_they_were_written(small, shown, hours, call, text):
    said = {"shown": shown, "hours": hours, "call": call, "text": text}
    lines = "\n".join(f"        {key}: {way}" for key, (_, way) in said.items())
    new = instead(LINES, '        shown: "800"\n        call: "800"', lines)
    (small / LINES).write_bytes(new.encode())
    line = load(small).helplines.by_id["BB"].lines[1]
    assert {key: getattr(line, key).encode() for key in said} == {
        key: value.encode() for key, (value, _) in said.items()
    }


@pytest.mark.parametrize("text", [text for text in KNOWN if PLAIN.fullmatch(text)])
def test_what_yaml_takes_for_something_else_stays_text_without_quotes(small, text):
    new = instead(LINES, '        shown: "800"', f"        shown: {text}\n        hours: {text}")
    (small / LINES).write_bytes(new.encode())
    line = load(small).helplines.by_id["BB"].lines[1]
    assert (line.shown, line.hours) == (text, text)


def values(line):
    """Return the values of a helpline by key, read from its text and not by our reader."""
    return {
        key: value.strip("\"'") for key, value in re.findall(r"^ +(?:- )?(\w+): (.+)$", line, re.MULTILINE)
    }


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_help_page_shows_each_number_and_its_hours_as_the_file_has_them(visitor, country):
    page = visitor.read(f"/help?country={country}")
    for line in map(values, COUNTRIES[country].split("      - role: ")[1:]):
        ways = [f'href="tel:{line["call"]}">{escape(line["shown"])}</a>'] if "call" in line else []
        ways += (
            [f'href="sms:{line["text"]}">{escape(line.get("text_shown", line["text"]))}</a>']
            if "text" in line
            else []
        )
        ways += [f">{escape(line['tty'])}</span>"] if "tty" in line else []
        ways += [f"{escape(line['hours'])}. "] if "hours" in line else []
        rows = [row for row in page.split('<li class="line">') if all(way in row for way in ways)]
        assert any(str(escape(line["name"])) in row for row in rows), line


def test_every_helpline_of_the_file_is_among_those_compared(content):
    compared = {name: text.count("      - role: ") for name, text in COUNTRIES.items()}
    assert compared == {country.id: len(country.lines) for country in content.helplines.countries}
