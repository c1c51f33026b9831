"""Content files as nobody means to write them: anything at all, and sound ones mangled by chance."""

from __future__ import annotations

from copy import deepcopy

import yaml
from hypothesis import strategies as st
from mangled_text import INSERTED, TEXT_CHANGES, changed

from screening.strict_yaml import parse

# What YAML may take for something else, what means something in another place, and what no page can show.
ODD = (
    *("0123", "9:00", "no", "~", "1e3", "0x1F", "2026-11-22", "<<", "", " ", "id", "me", "them", "routes"),
    *("prefer-not", "../facts", "a\0b", "{emergency}", "{", "[F1.1]", "\u2028", "\u202e911", "x" * 3000),
)

words = st.sampled_from(ODD) | st.text(max_size=9)
trees = st.recursive(
    words, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4), max_leaves=9
)
spots = st.integers(0, 2**16)  # a place in whatever there is, counted round and round


def files(name, sound):
    """Return a strategy of files to put in the place of a sound one, given by its bytes."""
    before, front, after = parts(name, sound)
    data = parse(front.decode(), name)[0]
    tree_changes = st.tuples(st.sampled_from(TREE_CHANGES), spots, spots, trees)
    text_changes = st.tuples(st.sampled_from(TEXT_CHANGES), spots, spots, st.sampled_from(INSERTED))
    made = st.one_of(
        st.lists(tree_changes, min_size=1, max_size=4).map(lambda them: dumped(mangled(data, them))),
        trees.map(dumped),
        st.text(max_size=300).map(str.encode),
    )
    return st.one_of(
        st.lists(text_changes, min_size=1, max_size=5).map(lambda them: changed(sound, them)),
        made.map(lambda yaml_text: before + yaml_text + after),
        st.binary(max_size=300),
    )


def parts(name, sound):
    """Return what stands before the YAML of a file, the YAML, and what stands after it."""
    if not name.endswith(".md"):
        return b"", sound, b""
    _, front, body = sound.split(b"---\n", 2)
    return b"---\n", front, b"---\n" + body


def dumped(tree):
    return yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False).encode()


def mangled(data, changes):
    """Return the data of a sound file after changes to its tree."""
    made = deepcopy(data)
    for change, here, there, value in changes:
        found = list(inside(made))
        if found:
            change(found[here % len(found)], found[there % len(found)], deepcopy(value))
    return made


def inside(node):
    """Yield every place of a tree: what holds a value, and the key that it has there."""
    for key, value in node.items() if isinstance(node, dict) else enumerate(node):
        yield node, key
        if isinstance(value, dict | list):
            yield from inside(value)


def replace(here, _, value):
    here[0][here[1]] = value


def leave_out(here, *_):
    del here[0][here[1]]


def wrap(here, *_):
    here[0][here[1]] = [here[0][here[1]]]


def add(here, there, value):
    holder, key = here
    if isinstance(holder, list):
        holder.insert(key, deepcopy(there[0][there[1]]))
    else:
        holder[str(value)[:9]] = holder[key]


def swap(here, there, _):
    here[0][here[1]], there[0][there[1]] = deepcopy(there[0][there[1]]), deepcopy(here[0][here[1]])


TREE_CHANGES = (replace, leave_out, wrap, add, swap)
