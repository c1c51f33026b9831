"""Keys turned over in a file while visits go on: instances read it at different moments, and lose nobody."""

import os
import stat

import pytest
from commands import run
from conftest import Visitor
from hypothesis import given
from hypothesis import strategies as st

from screening import create_app
from screening.box import Box
from screening.keys import rotated
from screening.settings import Settings, from_environment

VISIT = {"answers": "who=me"}


def opens(keys, sealed):
    try:
        return Box(keys, 100).loads(sealed)[0] == VISIT
    except ValueError:
        return False


def seal(keys):
    return Box(keys, 100).dumps(VISIT)


def turned(times, keys=()):
    for _ in range(times):
        keys = rotated(keys)
    return keys


@given(st.integers(1, 9), st.lists(st.sampled_from(["a first", "b first"]), min_size=1, max_size=9))
def test_two_instances_one_rotation_apart_open_what_the_other_seals(before, turns):
    file = turned(before)
    held = {"a": file, "b": file}
    for turn in turns:
        file = rotated(file)
        for instance in ("a", "b") if turn == "a first" else ("b", "a"):
            held[instance] = file
            assert opens(held["a"], seal(held["b"]))
            assert opens(held["b"], seal(held["a"]))


@given(st.integers(1, 9))
def test_a_cookie_is_open_for_two_rotations_and_sealed_for_good_by_the_third(before):
    keys = turned(before)
    sealed = seal(keys)
    assert [opens(turned(times, keys), sealed) for times in range(5)] == [True, True, True, False, False]


@given(st.integers(1, 12))
def test_few_keys_are_kept_and_each_waits_for_a_turn_before_it_seals(before):
    keys = turned(before)
    assert 2 <= len(keys) <= 4
    assert len(set(keys)) == len(keys)
    assert rotated(keys)[0] == keys[1]


def test_one_key_made_by_hand_goes_on_sealing_until_the_next_is_known():
    keys = turned(1, turned(1)[:1])
    assert len(keys) == 2
    assert opens(turned(1, keys), seal(keys))


def test_a_file_is_begun_and_turned_over_for_its_owner_alone(tmp_path):
    file = tmp_path / "keys"
    old = os.umask(0)
    try:
        assert run("rotate", str(file)).output == ""
        first = file.read_text()
        assert run("rotate", str(file)).exit_code == 0
    finally:
        os.umask(old)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]
    assert file.read_text().split()[0] == first.split()[1]
    assert from_environment({"SCREENING_KEYS_FILE": str(file)}).keys == tuple(file.read_text().split())


def test_a_reader_has_the_old_file_or_the_new_one_and_never_a_part(tmp_path):
    file = tmp_path / "keys"
    run("rotate", str(file))
    with file.open() as reader:
        run("rotate", str(file))
        assert len(reader.read().split()) == 2
    assert len(file.read_text().split()) == 3


@pytest.mark.parametrize(("minutes_old", "turns"), [(54, False), (56, True)])
def test_a_file_is_left_alone_until_it_is_old_enough(tmp_path, minutes_old, turns):
    file = tmp_path / "keys"
    run("rotate", str(file))
    first = file.read_text()
    then = file.stat().st_mtime - minutes_old * 60
    os.utime(file, (then, then))
    assert run("rotate", str(file), "--every", "55").exit_code == 0
    assert (file.read_text() != first) == turns


@pytest.mark.parametrize("held", [b"secret\n", b"\xff\xfe\x00"], ids=["another text", "no text"])
def test_a_file_of_something_else_is_refused_in_one_line_and_left_alone(tmp_path, held):
    file = tmp_path / "keys"
    file.write_bytes(held)
    refused = run("rotate", str(file))
    assert (refused.exit_code, refused.output.count("\n")) == (1, 1)
    assert "secret" not in refused.output
    assert (file.read_bytes(), list(tmp_path.iterdir())) == (held, [file])


def test_a_folder_that_is_not_there_is_told_in_one_line(tmp_path):
    refused = run("rotate", str(tmp_path / "none" / "keys"))
    assert (refused.exit_code, refused.output.count("\n")) == (1, 1)
    assert "No such file" in refused.output


def test_a_form_shown_two_rotations_ago_is_still_taken(tmp_path):
    file, forms = tmp_path / "keys", "a key for the forms that is long enough"

    def started():
        return create_app(Settings(keys=tuple(file.read_text().split()), csrf_key=forms))

    run("rotate", str(file))
    visitor = Visitor(started())
    visitor.answer(who="me", now="none")
    token, cookie = visitor.token("/questions/taking"), visitor.cookie.value
    for _ in range(2):
        run("rotate", str(file))
    visitor = Visitor(started())
    visitor.browser.set_cookie(visitor.cookie_name, cookie)
    assert visitor.send("taking", "as-prescribed", token=token).headers["Location"] == "/questions/reason"
