"""Content files made to do harm: each with the file whose place it takes, and the code it is refused with."""

# ruff: noqa: E501 - tables: one row, one file

from itertools import pairwise
from pathlib import Path

SMALL = Path(__file__).parent / "data" / "small"
QUESTIONS, LINES, FACTS, SECTION = (
    "questions.yaml",
    "helplines.yaml",
    "education/facts.yaml",
    "education/family.md",
)
MANY = 30_000


def text(name):
    return (SMALL / name).read_text(encoding="utf-8")


def many(count, line):
    return "".join(line.format(number=number) for number in range(count))


def instead(name, old, new):
    """Return a file of the small check-in with one piece replaced."""
    assert old in text(name)
    return text(name).replace(old, new, 1)


def questions(new):
    return instead(QUESTIONS, "\nnotices:\n", f"{new}\nnotices:\n")


BOMB = "a: &a [lol]\n" + "".join(f"{new}: &{new} [*{old}, *{old}]\n" for old, new in pairwise("abcdefghi"))

YAML = {
    "billion laughs": (BOMB, "yaml-anchor"),
    "anchors": ("- &a\n" * MANY, "yaml-anchor"),
    "aliases": ("- *a\n" * MANY, "yaml-alias"),
    "tags": ("- !!python/object:os.system\n" * 8000, "yaml-tag"),
    "merge": (instead(QUESTIONS, "choose: one", "<<: {choose: one}"), "key-unknown"),
    "nested [": ("[" * 3000, "yaml"),
    "nested [ that end": ("[" * 3000 + "]" * 3000, "yaml"),
    "nested {": ("{a: " * 3000, "yaml"),
    "nested ?": ("? " * 3000, "yaml"),
    "nested -": ("- " * 3000 + "a", "yaml"),
    "nested keys": ("".join(" " * depth + "a:\n" for depth in range(700)), "yaml"),
    "10 MB": ("a" * 10_000_000, "file-size"),
    "50,000 keys": ("".join(f"{number:04x}\n"[-5:-1] + ":\n" for number in range(50_000))[:250_000], "yaml"),
    "one key again and again": ("a: 1\n" * MANY, "key-repeated"),
    "a key of 200 kB": ("x" * 200_000 + ": a", "yaml"),
    "a quoted key of 1,000 characters": (f'"{"x" * 1000}": a\n' + text(QUESTIONS), "key-unknown"),
    "a word of 200 kB": (instead(QUESTIONS, "id: late", f"id: {'x' * 200_000}"), "cookie"),
    "directives": (many(8000, "%TAG !a{number}! tag:x,2000:\n") + "---\na", "routes"),
    "no end of quotes": ('"' + "x\n" * 100_000, "yaml"),
    "two documents": ("---\n" * 60_000, "yaml"),
    "not UTF-8": (b"title: \xff\xfe", "file-encoding"),
    "UTF-16": ("title: a".encode("utf-16"), "file-encoding"),
    "a lone surrogate": (b"title: \xed\xa0\x80", "file-encoding"),
    "NUL": ("\0" * 250_000, "character-hidden"),
    "4,000 unknown sections": (instead(QUESTIONS, "[family]}", f"[{many(4000, 'unknown-{number}, ')}]}}"), "more"),
    "4,000 sections": (instead(QUESTIONS, "[stopping, family]", f"[{many(4000, 'one-{number}, ')}]"), "file-missing"),
    "one section 4,000 times": (instead(QUESTIONS, "[stopping, family]", f"[{'family, ' * 4000}]"), "more"),
    "4,000 routes": (instead(QUESTIONS, "[me, them]", f"[{many(4000, 'one-{number}, ')}]"), "routes"),
    "2,000 questions": (questions(many(2000, "  - {{id: q{number}}}\n")), "more"),
    "900 conditions": (questions(many(900, "  - {{id: q{number}, unless: {{who: [me]}}}}\n")), "more"),
    "1,500 options": (instead(QUESTIONS, "[{id: good,", f"[{many(1500, '{{id: o{number}, label: A}}, ')}{{id: good,"), "cookie"),
}  # fmt: skip

BESIDE = {
    "a country that is part of itself": (LINES, text(LINES) + "  - {id: AA, name: A, part_of: AA}\n", "id-repeated"),
    "1,000 countries": (LINES, text(LINES) + many(1000, "  - {{id: A{number}, name: A, part_of: AA}}\n"), "more"),
    "1,200 roles": (LINES, instead(LINES, "  - {id: spare", many(1200, "  - {{id: r{number}, title: A}}\n") + "  - {id: spare"), None),
    "2,000 keys that no fact has": (FACTS, text(FACTS) + many(2000, "  - {{sourcez{number}: A}}\n"), "more"),
    "a fact with a number of 200 kB": (FACTS, instead(FACTS, "F1.4,", f"F1.{'4' * 200_000},"), "name-unknown"),
    "facts that are a list": (FACTS, "- a\n- b\n", "shape"),
    "nothing": (FACTS, "", "shape"),
    "front matter without an end": (SECTION, "---\n" + "title: x\n" * 900, "front-matter"),
    "front matter of nothing": (SECTION, "---\n\n---\n", "shape"),
    "front matter that is a list": (SECTION, "---\n- a\n---\n", "shape"),
    "a section of 10 MB": (SECTION, text(SECTION) + "a" * 10_000_000, "file-size"),
}  # fmt: skip

# A section's text, which is read as Markdown: all of it is sound, but for places that no number fills.
DEEP = {
    mark * (10_000 // len(mark)): None
    for mark in (">", "*", "[", "`", "_", "<", "&", "\\", "#", "~", "-", "=")
}
DEEP |= {
    mark * (10_000 // len(mark)): None
    for mark in ("> ", "- ", "1. ", "*a_ ", "a**", "![", "[a](", "a\n", "[F1.4 ")
}
DEEP |= {
    mark * (10_000 // len(mark)): None
    for mark in ("[a]: b\n", "- a\n", "# a\n", "a\n=\n", "<!--", "&#", "> a\nb\n")
}
DEEP |= {"".join("  " * depth + "- a\n" for depth in range(100)): None, f"a{' ' * 14_000}b": None}
DEEP |= {"{" * 10_000: "place-unknown", "{a}\n" * 3000: "more", f"{{{'a' * 10_000}}}": "place-unknown"}

FILES = {name: (QUESTIONS, *more) for name, more in YAML.items()} | BESIDE
FILES |= {f"Markdown {body[:6]!r}": (SECTION, text(SECTION) + body, code) for body, code in DEEP.items()}
