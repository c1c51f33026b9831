"""Whole visits in the text browsers lynx and w3m: all can be read and pressed without style or script."""

import shutil
from contextlib import closing
from http.client import HTTPConnection
from itertools import dropwhile

import pytest
from terminal import Lynx, W3m
from visits import full

# For Python 3.12 and later: the servers have threads, but what is forked becomes the browser at once.
pytestmark = pytest.mark.filterwarnings("ignore:.*use of forkpty:DeprecationWarning")
EMERGENCY = "Someone cannot be woken, is breathing slowly, or has blue or grey lips? Call 911 now."
PROBLEM = "Please check your answer Choose an answer, or “Prefer not to answer”"
STOP = "Talk to a prescriber, pharmacist or urgent care today"
VISITS = {
    "me": {"reason": {"anxiety", "sleep"}, "stopping": {"running-low"}, "mixing": {"opioids", "alcohol"}},
    "loved-one": {"stopping": {"running-low"}, "next-step": {"talk", "prescriber"}},
}


def needs(program):
    missing = shutil.which(program) is None
    return pytest.mark.skipif(missing, reason=f"{program} is missing; install it: apt-get install {program}")


@pytest.fixture(params=[pytest.param(each, id=each.name, marks=needs(each.name)) for each in (Lynx, W3m)])
def reader(request, base_url, tmp_path):
    with closing(request.param(tmp_path, f"{base_url}/")) as opened:
        yield opened


def labels(question, chosen, skipped="Prefer not to answer"):
    return [option.label for option in question.chosen(chosen)] or [skipped]


def answer(reader, question, chosen):
    reader.wait_for(question.ask)
    for label in labels(question, chosen):
        reader.choose(label)
    reader.follow("Continue")


def answer_all(reader, journey):
    reader.follow("Start")
    for number, question in enumerate(journey.path, 1):
        reader.wait_for(f"Question {number} of about")
        answer(reader, question, journey.answers[question.id])
        if question.id == "stopping":
            reader.wait_for(STOP)
            reader.follow(journey.stops_at(question)[0].go_on)


def check(reader, journey):
    reader.wait_for("Check your answers")
    for question in journey.path:
        given = labels(question, journey.answers[question.id], "You chose not to answer")
        reader.wait_for(" ".join([question.ask, *given, "Change"]))


def change(reader, journey, name):
    question = journey.questionnaire.by_id[name]
    below = dropwhile(lambda line: question.ask not in line, reader.lines)
    reader.follow(next(line for line in below if line.startswith("Change")).rstrip("?"))
    reader.wait_for(f"Question {journey.place(question) + 1} of about")
    answer(reader, question, journey.answers[name])


def read_results(reader, journey, *names):
    for text in ("Information that matches your answers", STOP, "Three things you can do today"):
        reader.wait_for(text)
    for question in map(journey.questionnaire.by_id.get, names):
        (given,) = labels(question, journey.answers[question.id])
        reader.wait_for(f"You are seeing this because you answered “{given}” to “{question.ask}”")


def leave(reader, base_url):
    with closing(HTTPConnection(base_url.removeprefix("http://"))) as connection:
        connection.request("HEAD", "/leave")  # which only asks where that leads
        address = connection.getresponse().headers["Location"]
    reader.follow("Leave this site")
    reader.wait_for("Weather")
    reader.press("=")  # where am I?
    reader.wait_for(address)


@pytest.mark.parametrize("route", VISITS)
def test_a_whole_visit(reader, base_url, content, route):
    first = full(content, {"who": {route}, **VISITS[route]})
    changed = full(content, first.answers | {"how-long": {"over-3-months"}})
    answer_all(reader, first)
    check(reader, first)
    change(reader, changed, "how-long")
    check(reader, changed)
    reader.follow("See information for these answers")
    read_results(reader, changed, "stopping", "how-long")
    reader.follow("sheet for the prescriber or pharmacist")
    reader.wait_for("Notes for the appointment")
    leave(reader, base_url)
    reader.open(f"{base_url}/results")
    reader.wait_for("Get help now")
    reader.wait_for("This page has ended")


def test_the_emergency_line_is_read_first(reader):
    reader.wait_for("Do not stop clonazepam suddenly")
    assert EMERGENCY in reader.text.partition("A private check-in about clonazepam")[0]


def test_an_empty_answer_is_told_above_the_question_and_can_be_mended(reader, content):
    who, now = content.questionnaires["me"].questions[:2]
    reader.follow("Start")
    answer(reader, who, {"me"})
    reader.wait_for(now.ask)
    reader.follow("Continue")
    reader.wait_for(PROBLEM)
    assert PROBLEM in reader.text.partition(now.ask)[0]
    answer(reader, now, {"none"})
    reader.wait_for("Question 3 of about")
