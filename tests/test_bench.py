"""What the benchmarks say of their figures: whether goals are met, whether the gate holds."""

import pytest

from bench import counted, gate, goals, instructions, load, report, wire
from bench.figures import Figures
from bench.growth import Cost
from bench.load import Speed
from bench.resources import Taken
from bench.walks import Line, Walk
from bench.wire import Step
from screening.settings import ROOT

SAID_BY_WRK = f"""  Latency Distribution
     50%   512.00us
     75%    6.20ms
     99%    1.02s{" "}
  40 requests in 1.00s, 9.00KB read
Requests/sec:    512.25
"""
WITHIN = {goal.key: goal.floor for goal in goals.GATE}


@pytest.fixture
def figures():
    slow, fast = Speed(100, 9, 20, 0.1), Speed(1000, 1, 2, 0.9)
    speeds = dict.fromkeys(("hello", "answer", "results", "topic"), fast) | {"question": slow}
    return Figures(
        rounds=5,
        rounds_of_all=3,
        seconds=2,
        by_questions=[Walk(20, 20, 0.04), Walk(1000, 1000, 4)],
        by_answers=[Walk(1000, 1, 2)],
        shipped=[Walk(15, 15, 0.03)],
        line=Line(0.004, 0.99),
        speeds=speeds,
        servers={"gunicorn gthread": speeds},
        taken={"hello": Taken(0.5, 40), "product": Taken(1, 50)},
        visits={"me": [Step("start", 4, 900, 13000), Step("question", 1, 900, 7000)]},
        hosts=set(),
        machine=[("day", "2026-11-26")],
        gate={"hello": 1.0} | WITHIN,
        costs=[Cost(100, 10, 4, 5, 0.1), Cost(100, 60, 6, 5, 0.1)],
        memories={100: 50.0},
    )


def test_a_request_is_the_difference_between_many_and_few():
    runs = [("hello", 70, 1700), ("hello", 20, 1200), ("start", 20, 2000), ("start", 70, 7000)]
    assert instructions.per_request(runs) == {"hello": 10, "start": 100}


def test_the_total_of_a_process_is_read(tmp_path):
    file = tmp_path / "1"
    file.write_text("events: Ir\nsummary: 7\n\ntotals: 1234\n")
    assert instructions.total(file) == 1234


@pytest.mark.parametrize(("value", "said"), [(0.5, "stretch met"), (0.38, "met"), (0.379, "**not met**")])
def test_more_is_better(value, said):
    assert goals.Goal("rate", "", 0.38, 0.5, least=True).met(value) == said


@pytest.mark.parametrize(("value", "said"), [(5, "stretch met"), (7, "met"), (7.01, "**not met**")])
def test_less_is_better(value, said):
    assert goals.Goal("question", "", 7, 5).met(value) == said


def test_a_goal_that_is_given_up_says_why():
    goal = next(goal for goal in goals.OTHERS if goal.key == "memory")
    assert goal.met(1.7) == "**not met** ([why](decisions/0017-memory.md))"
    assert (ROOT / "docs" / goal.reason).exists()
    assert goal.met(1.6) == "met"


def test_the_gate_holds_at_its_floors(monkeypatch):
    monkeypatch.setattr(gate, "multiples", lambda: WITHIN)
    gate.main()


@pytest.mark.parametrize("key", WITHIN)
def test_the_gate_fails_above_any_floor(monkeypatch, key):
    monkeypatch.setattr(gate, "multiples", lambda: WITHIN | {key: WITHIN[key] + 0.01})
    with pytest.raises(SystemExit, match=key):
        gate.main()


def test_a_request_that_fails_is_not_counted():
    counted.forked(lambda: 1 / 0, 1)
    with pytest.raises(SystemExit):
        counted.ended()


def test_what_wrk_says_is_read():
    assert load.read(SAID_BY_WRK) == (512.25, 0.512, 1020)


@pytest.mark.parametrize("line", ["Non-2xx or 3xx responses: 3", "Socket errors: connect 0, read 3"])
def test_errors_that_wrk_meets_are_told(line):
    with pytest.raises(SystemExit):
        load.read(f"{SAID_BY_WRK}  {line}\n")


def test_what_a_page_brings_from_elsewhere_is_seen():
    page = (
        '<a href="https://a.example"><link href="/static/site.css?v=1"><script src="https://b.example/x.js">'
    )
    assert wire.PART.findall(page) == [("/static/site.css?v=1", ""), ("", "https://b.example/x.js")]


def test_the_paper_says_what_is_met_and_what_is_not(figures):
    lines = report.written(figures).splitlines()
    said = {cells[1].strip(): cells[-2].strip() for line in lines if len(cells := line.split("|")) == 7}
    assert said["question page, requests/s of hello"] == "**not met**"
    assert said["answer and redirect, requests/s of hello"] == "stretch met"
    assert said["memory of the server / with the bare Flask"] == "met"
    assert said["question page at 60 answers / at 10"] == "**not met**"


def test_a_quick_run_says_what_it_has_not_measured(figures):
    object.__setattr__(figures, "gate", {})
    object.__setattr__(figures, "costs", [])
    assert report.written(figures).count("not measured in this run") == len(goals.GATE) + 2
