"""Whatever is sent, and whatever fails: no answer is written but to sockets, and no address to any log."""

import re
from contextlib import closing
from pathlib import Path

import pytest
from lines import Line, Local
from production import Instance
from provoking import LARGE, everything, slow_body, visit
from proxy import running
from tracing import content, strace, temporary, written

CRASH = r"LookupError at crashing\.py:\d+\n"
pytestmark = pytest.mark.needs("strace")


@pytest.fixture
def canary(settings, tmp_path):
    """The environment of a server whose content has the answer to look for, and which can crash with it."""
    (tmp_path / "content").mkdir()
    changed = {"SCREENING_CONTENT": content(tmp_path / "content"), "PYTHONPATH": Path(__file__).parent}
    return settings | changed


def test_no_answer_is_written_and_no_log_has_an_address_or_a_path(canary, tmp_path, tell):
    folder, traces = tmp_path / "stack", tmp_path / "traces"
    folder.mkdir()
    with running(folder, [canary, canary], app="crashing:private()", before=strace(traces)) as stack:
        seen = everything(stack)
    sockets, elsewhere = written(traces)
    tell(f"answered {seen}: {len(sockets)} calls wrote the answer to a socket, {len(elsewhere)} elsewhere")
    assert {422, 400, 404, 500, 429, 502} <= set(seen)
    assert sockets
    assert elsewhere == []
    assert temporary(traces) == []
    assert re.fullmatch(CRASH, "".join(stack.logs.values()))


def test_a_crash_that_flask_logs_by_itself_is_caught_writing_the_answer(canary, tmp_path, tell):
    server = Instance("a", tmp_path, canary, "crashing:telling()", strace(tmp_path / "traces"))
    server.start()
    with closing(Line(Local(server.socket))) as line:
        assert 500 in visit(line)
    server.stop()
    _, elsewhere = written(tmp_path / "traces")
    tell(f"{len(elsewhere)} calls wrote the answer elsewhere than to a socket")
    assert elsewhere


def test_a_body_that_nginx_has_no_room_for_is_caught_in_a_file(canary, tmp_path, tell):
    folder, traces = tmp_path / "stack", tmp_path / "traces"
    folder.mkdir()
    narrow = (r"(?<=client_body_buffer_size )32k", "1k")
    with running(folder, [canary, canary], changes=[narrow], before=strace(traces)) as stack:
        slow_body(stack.connect(), LARGE)
    tell(f"{len(temporary(traces))} temporary files, {len(written(traces)[1])} calls wrote the answer there")
    assert temporary(traces)
    assert written(traces)[1]
