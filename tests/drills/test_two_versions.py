"""Two versions of the content behind one address: whichever answers next, every visit goes on to its end."""

import random
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
import versions
from crowd import WALKERS
from lines import Line, address
from proxy import running
from visitors import CONTENT, ROUTES, SKIPPED, Lost, Tally, Visitor, listed

from screening.content import load

VISITS, STEPS = 200, 80
ONLY_IN_ONE = {"situations", "added"}
A_WHILE = 0.5  # of all pages are read so long that their connection ends: a form may meet the other version
ON_PAGE = re.compile(r'name="answer" value="([^"]+)"')
ANSWERABLE = re.compile(r"/questions/([a-z-]+)")


@pytest.fixture(scope="module")
def other(tmp_path_factory):
    return versions.changed(tmp_path_factory.mktemp("other"))


@pytest.fixture(scope="module")
def mixed(settings, other, tmp_path_factory):
    environs = [settings, settings | {"SCREENING_CONTENT": other}]
    with running(tmp_path_factory.mktemp("mixed"), environs) as stack:
        yield stack


class Follower(Visitor):
    """A visitor who knows no questions: answers what is asked, from what is offered, until it is over."""

    def follow(self, route):
        """Walk to the results; return what the page with the answers listed, and what had been chosen."""
        chosen, place = {}, "/questions/who"
        for _ in range(STEPS):
            if place == "/answers" and (reply := self.see(place, None, 200, 303)).status == 200:
                self.see("/results", None, 200, 303)
                return listed(reply.text), chosen
            place = self._step(place, route, chosen)
        raise Lost(f"no end after {STEPS} steps, at {place}")

    def _step(self, place, route, chosen):
        reply = self.see(place, None, 200, 303)
        if reply.status == 303:
            return reply.leads_to
        if place == "/now":
            return re.search(r'class="actions"><a [^>]*href="([^"]+)"', reply.text)[1]
        if self.chance.random() < A_WHILE:
            self.line.close()
        name, offered = ANSWERABLE.fullmatch(place)[1], ON_PAGE.findall(reply.text)
        option = route if name == "who" else self.chance.choice(offered)
        sent = self.see(place, {"answer": option, "csrf_token": reply.token}, 303, 422)
        if sent.status == 422:  # the other version does not offer it
            return place
        chosen[name] = option
        return sent.leads_to


def words(content):
    """Return what the pages of each route may list as answers: questions, each with words of its options."""
    return [
        {each.id: {option.label for option in each.options} | {*SKIPPED} for each in questionnaire.questions}
        for questionnaire in content.questionnaires.values()
    ]


def walk(stack, number):
    chance, tally = random.Random(number), Tally()  # noqa: S311 - which answer is given is no secret
    follower = Follower(Line(stack.connect(address())), chance, tally)
    try:
        return (*follower.follow(ROUTES[number % len(ROUTES)]), tally)
    except Lost as lost:
        tally.lost.append(str(lost))
        return {}, {}, tally
    finally:
        follower.line.close()


def test_visits_between_two_versions_all_end_and_list_only_what_is_known(mixed, other, tell):
    known = [*words(CONTENT), *words(load(other))]
    assert known[0].keys() ^ known[-1].keys() == ONLY_IN_ONE
    with ThreadPoolExecutor(WALKERS) as pool:
        walked = list(pool.map(lambda number: walk(mixed, number), range(VISITS)))

    met = sum((tally for _, _, tally in walked), Tally())
    told = [page for page, _, _ in walked if page]
    strange = [page for page in told if not any(fits(page, version) for version in known)]
    both = sum(chosen.keys() >= ONLY_IN_ONE for _, chosen, _ in walked)
    tell(
        f"{met.asked:,} requests, {len(told)} of {VISITS} visits ended, {both} of them in both versions, "
        f"{len(met.failed)} failed requests, {len(strange)} lists with an unknown answer"
    )
    assert (met.failed, met.lost, strange) == ([], [], [])
    assert len(told) == VISITS
    assert both


def fits(page, version):
    return all(set(answer) <= version.get(name, set()) for name, answer in page.items())
