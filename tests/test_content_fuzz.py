"""Whatever stands in a content file, the content is sound or its faults are named, and soon."""

import shutil
from collections import Counter
from pathlib import Path

import pytest
from harmful import FACTS, FILES, LINES, QUESTIONS, SECTION, SMALL
from hypothesis import given, settings
from hypothesis import strategies as st
from mangling import files
from speed import SOON, seconds

from screening.content import load
from screening.files import documents
from screening.journey import walk
from screening.problems import ContentError

PER_FILE = 250


@pytest.fixture
def small(tmp_path):
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


def told(folder, name, raw, yardstick):
    """Put a file in its place; return its problems, sure that each can be found, and the seconds it took."""
    (folder / name).write_bytes(raw)
    problems = []

    def read():
        try:
            whole(load(folder))
        except ContentError as error:
            problems.extend(error.problems)
            assert problems

    took = seconds(read)
    assert took < SOON * yardstick
    for problem in problems:
        findable(problem, folder)
    return problems, took


def whole(content):
    """Make sure that content can be used: every route can be walked, and has its sections."""
    for route, questionnaire in content.questionnaires.items():
        first = questionnaire.questions[0].id
        assert walk(content.questionnaires, {first: frozenset({route})}).route == route
        assert set(content.sections[route]) == set(questionnaire.sections)


def findable(problem, folder):
    """Make sure that a problem is named with a place that is there, a code and words, in short lines."""
    path = folder / problem.file
    lines = len(path.read_bytes().splitlines()) if path.is_file() else 0
    assert 1 <= problem.place.line <= lines + 1, problem
    assert all(1 <= int(place.rpartition(":")[2]) <= lines for place in problem.used), problem
    assert problem.place.column >= 1
    assert problem.code
    assert problem.what
    assert max(map(len, str(problem).split("\n"))) < 1000


@pytest.mark.parametrize("name", [QUESTIONS, LINES, FACTS, SECTION])
def test_a_file_of_anything_gives_sound_content_or_named_problems(
    small, folder, name, yardstick, record_property
):
    outcomes, taken = Counter(), []
    mangled = [(place, files(name, (place / name).read_bytes())) for place in (*[small] * 9, folder)]

    @settings(max_examples=PER_FILE)
    @given(st.sampled_from(mangled).flatmap(lambda pair: st.tuples(st.just(pair[0]), pair[1])))
    def each(case):
        problems, took = told(case[0], name, case[1], yardstick)
        outcomes["refused" if problems else "sound"] += 1
        taken.append(took)

    each()
    assert outcomes.total() >= PER_FILE
    assert min(outcomes.values()) >= 1
    told_of = f"{outcomes['refused']} files refused, {outcomes['sound']} sound"
    record_property("measured", f"fuzz: {name}: {told_of}, each within {max(taken):.2f} s")


@pytest.mark.parametrize(("name", "content", "code"), FILES.values(), ids=FILES)
def test_a_file_made_to_do_harm_is_refused_with_its_code(small, name, content, code, yardstick):
    raw = content if isinstance(content, bytes) else content.encode()
    problems, _ = told(small, name, raw, yardstick)
    assert code in {problem.code for problem in problems} | ({None} if not problems else set())


@pytest.mark.parametrize("name", [QUESTIONS, LINES, FACTS, SECTION])
@pytest.mark.parametrize("made", [Path.mkdir, lambda path: path.symlink_to(path)], ids=["folder", "loop"])
def test_what_is_no_file_is_named(small, name, made):
    (small / name).unlink()
    made(small / name)
    with pytest.raises(ContentError) as refused:
        load(small)
    assert (name, "file-missing") in {(problem.file, problem.code) for problem in refused.value.problems}
    assert name not in documents(small)
