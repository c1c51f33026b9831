"""Comments that let one problem stand: what they cover, what fools nobody, and what is wrong with them."""

# ruff: noqa: E501 - a table: one row, one fault

import pytest

from screening.allowances import allowances, sifted
from screening.files import read, read_front_matter
from screening.problems import Place, Problem

CODE = "line-twice"
ALLOW = f"# check: allow {CODE} because two teams answer"
SECTION = "---\ntitle: x\n{0}\n---\n\nText.\n\nMore. # no comment\n"

# A file, and the lines on which its one comment lets a problem stand.
COVERED = {
    "at the end of a line": (f"a: x\nb: x {ALLOW}\nc: x\n", {2}),
    "on a line of its own": (f"a: x\n{ALLOW}\nb: x\nc: x\n", {3}),
    "above other comments and empty lines": (f"{ALLOW}\n\n  # more\n  \na: x\nb: x\n", {5}),
    "inside a list": (f"a:\n  {ALLOW}\n  - x\n  - x\n", {3}),
    "on the line that opens a long text": (f"a: | {ALLOW}\n  x\nb: x\n", {1}),
    "with more room": (f"a: x\n#  check:  allow  {CODE}  because  it is\nb: x\n", {3}),
    "with nothing below": (f"a: x\n{ALLOW}\n", set()),
    "above a line in a section": (SECTION.format(f"{ALLOW}\nfacts: []"), {4}),
    "last before the text of a section": (SECTION.format(ALLOW), {4, 5, 6, 7, 8}),
    "at the end of the last line before it": (SECTION.format(f"facts: [] {ALLOW}"), {3}),
}
NO_COMMENTS = {
    "in quotes": f'a: "x {ALLOW}"\n',
    "in a long text": f"a: |\n  {ALLOW}\n  x\n",
    "in the text of a section": SECTION.format("facts: []") + f"\n{ALLOW}\n\nText.\n",
    "inside another comment": f"# see {ALLOW}\na: x\n",
    "about something else": "# check: the hours\na: x # check: allowed\n",
}  # fmt: skip
FAULTS = {
    "no reason": (f"# check: allow {CODE}\n", "allow-without-reason", "say why: “because”, and the reason"),
    "nothing after because": (f"# check: allow {CODE} because \n", "allow-without-reason", "say why: “because”, and the reason"),
    "because left out": (f"# check: allow {CODE} two teams\n", "allow-without-reason", "say why: “because”, and the reason"),
    "reason after a colon": (f"# check: allow {CODE}: two teams\n", "allow-unknown", f"“{CODE}:” is nothing that can be allowed. Did you mean “{CODE}”?"),
    "mistyped code": ("# check: allow line-twise because x\n", "allow-unknown", f"“line-twise” is nothing that can be allowed. Did you mean “{CODE}”?"),
    "code that nothing excuses": ("# check: allow number-differs because x\n", "allow-unknown", "“number-differs” is nothing that can be allowed."),
    "no code": ("# check: allow\n", "allow-unknown", "“” is nothing that can be allowed."),
    "stale": (f"{ALLOW}\n", "allow-unused", "there is no such problem here: take this comment away"),
}  # fmt: skip


def document(folder, text):
    """Read a text as the content file that it looks like."""
    path = folder / ("x.md" if text.startswith("---") else "x.yaml")
    path.write_text(text, encoding="utf-8")
    return (read_front_matter if path.suffix == ".md" else read)(path, path.name)


def everywhere(made, code=CODE):
    """Return a problem on each line of a file."""
    lines = range(1, made.text.count("\n") + 1)
    return [Problem(made.file, Place(line, 3), "", "wrong", code) for line in lines]


@pytest.mark.parametrize(("text", "lines"), COVERED.values(), ids=COVERED)
def test_an_allowance_covers_its_line_or_the_next(tmp_path, text, lines):
    made = document(tmp_path, text)
    found = everywhere(made)
    left, allowed = sifted(found, {made.file: made})
    assert {each.place.line for each, _ in allowed} == lines
    assert [each for each in left if each.code == CODE] == [
        each for each in found if each.place.line not in lines
    ]


@pytest.mark.parametrize("text", NO_COMMENTS.values(), ids=NO_COMMENTS)
def test_what_is_no_comment_allows_nothing(tmp_path, text):
    assert allowances(document(tmp_path, text)) == ()


@pytest.mark.parametrize(("comment", "code", "what"), FAULTS.values(), ids=FAULTS)
def test_what_is_wrong_with_an_allowance_is_named_with_its_place(tmp_path, comment, code, what):
    made = document(tmp_path, f"a:\n  {comment}  b: x\n")
    (fault,) = sifted([], {made.file: made}).problems
    assert fault == Problem("x.yaml", Place(2, 3), "", what, code)


@pytest.mark.parametrize("comment", ["# check: allow line-twice", "# check: allow number-differs because x"])
def test_an_allowance_that_is_wrong_allows_nothing(tmp_path, comment):
    made = document(tmp_path, f"{comment}\na: x\n")
    found = everywhere(made, comment.split()[3])
    left, allowed = sifted(found, {made.file: made})
    assert left[:-1] == tuple(found)
    assert allowed == ()


def test_an_allowance_is_for_its_own_code_and_its_own_file(tmp_path):
    made = document(tmp_path, f"a: x {ALLOW}\n")
    found = [*everywhere(made, "fact-unused"), everywhere(made)[0]._replace(file="y.yaml")]
    left, allowed = sifted(found, {made.file: made})
    assert left[:-1] == tuple(found)
    assert left[-1].code == "allow-unused"
    assert allowed == ()


def test_comments_above_one_another_allow_what_is_below_them_all(tmp_path):
    made = document(tmp_path, f"{ALLOW}\n# check: allow fact-unused because it is new\na: x\n")
    found = [problem for code in (CODE, "fact-unused") for problem in everywhere(made, code)]
    below = [problem for problem in found if problem.place.line == 3]
    said = tuple(zip(below, ("two teams answer", "it is new"), strict=True))
    assert sifted(found, {made.file: made}).allowed == said


def test_a_second_allowance_of_the_same_is_one_too_many(tmp_path):
    made = document(tmp_path, f"{ALLOW}\na: x {ALLOW}\n")
    (fault,) = sifted(everywhere(made)[1:], {made.file: made}).problems
    assert (fault.place, fault.code) == (Place(2, 6), "allow-unused")


def test_one_allowance_may_cover_two_problems(tmp_path):
    made = document(tmp_path, f"a: x {ALLOW}\n")
    first = everywhere(made)[0]
    both = (first, first._replace(what="wrong in another way"))
    reason = "two teams answer"
    assert sifted(both, {made.file: made}) == ((), tuple((each, reason) for each in both))
