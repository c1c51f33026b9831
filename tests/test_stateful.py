"""A visitor who does anything in any order: what they see always equals the walk of their answers."""

from conftest import Visitor
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from pages import Page
from test_headers import check
from test_visits import said

from screening import create_app
from screening.content import load
from screening.journey import walk, with_answer
from screening.settings import ROOT, Settings

APP = create_app(Settings())
CONTENT = load(ROOT)
QUESTIONNAIRES = CONTENT.questionnaires
ALL = QUESTIONNAIRES["loved-one"].questions
LENGTHS = set()
WANDERING = ("/", "/learn", "/learn/mixing", "/help", "/about", "/privacy", "/nope", "/healthz")
WRONG = ("nope", "seizure", "me", "", "none")  # at most questions
COUNTRIES = ("", "?country=GB", "?country=ZZ", "?country=nowhere")


class Wanderer(RuleBasedStateMachine):
    """`answers` is what the visitor's cookie should hold; `saved` are cookies with theirs."""

    @initialize()
    def arrive(self):
        self.visitor = Visitor(APP)
        self.answers, self.saved, self.country, self.last = {}, [], "", None

    @property
    def journey(self):
        return walk(QUESTIONNAIRES, self.answers)

    def took(self, response):
        assert response.status_code < 500
        check(response)
        cookie = self.visitor.cookie
        if cookie:
            LENGTHS.add(len(cookie.value))
            assert len(cookie.value) + len("__Host-s") <= 4096
        assert len(LENGTHS) <= 1
        return response

    def send(self, question, chosen, back="", **more):
        address = f"/questions/{question.id}{self.country}"
        if back:
            address += f"{'&' if self.country else '?'}back={back}"
        return self.took(self.visitor.send(question.id, *chosen, address=address, **more))

    def see(self, address):
        return self.took(self.visitor.see(address + self.country))

    @rule(data=st.data(), back=st.sampled_from(("", "results", "answers", "//evil.example")))
    def answer(self, data, back):
        journey = self.journey
        question = data.draw(st.sampled_from([*journey.answered, *journey.open[:1]]))
        chosen = data.draw(st.sets(st.sampled_from(sorted(question.ids)), min_size=1))
        response = self.send(question, chosen, back)
        assert response.status_code == 303
        if question.clashes(chosen):
            assert self.visitor.page(response.headers["Location"]).checked == chosen
            return
        self.answers = with_answer(journey, question, frozenset(chosen))
        assert response.headers["Location"].startswith(("/questions/", "/now", "/answers", "/results"))

    @rule(data=st.data())
    def go_on(self, data):
        """Answer the next question soundly, so that visits get long."""
        journey = self.journey
        if journey.next:
            option = data.draw(st.sampled_from(sorted(journey.next.ids)))
            assert self.send(journey.next, [option]).status_code == 303
            self.answers = with_answer(journey, journey.next, frozenset({option}))

    @rule(question=st.sampled_from(ALL), chosen=st.sets(st.sampled_from(WRONG)))
    def answer_wrongly(self, question, chosen):
        if not self.journey.reaches(question) or not chosen or chosen - question.ids:
            assert self.send(question, chosen).status_code in {303, 400, 422}

    @rule(question=st.sampled_from(ALL), token=st.sampled_from(["", "junk"]))
    def answer_without_a_token(self, question, token):
        response = self.send(question, [question.options[0].id], token=token)
        shown = self.visitor.cookie and self.journey.reaches(question)
        assert response.status_code == (400 if shown else 303)

    @rule(page=st.sampled_from(("answers", "results", "now", "//evil.example")))
    def keep_going(self, page):
        address, token = f"/keep-going?page={page}", self.visitor.token()
        assert self.took(self.visitor.send("", address=address, token=token)).status_code == 303

    @rule()
    def save_the_cookie(self):
        if self.visitor.cookie:
            self.saved.append((self.visitor.cookie.value, self.answers))

    @precondition(lambda self: self.saved)
    @rule(data=st.data())
    def replay_an_old_cookie(self, data):
        value, self.answers = data.draw(st.sampled_from(self.saved))
        self.visitor.browser.set_cookie(self.visitor.cookie_name, value)

    @rule()
    def leave(self):
        assert self.see("/leave").status_code == 303
        self.answers = {}

    @rule()
    def erase(self):
        token = self.visitor.token()
        assert self.took(self.visitor.send("erase", address="/erase", token=token)).status_code == 303
        self.answers = {}

    @rule(address=st.sampled_from(WANDERING))
    def wander(self, address):
        before = self.visitor.cookie
        self.see(address)
        assert self.visitor.cookie == before

    @rule(country=st.sampled_from(COUNTRIES))
    def change_country(self, country):
        self.country = country

    @invariant()
    def the_results_equal_the_answers(self):
        journey, response = self.journey, self.see("/results")
        page = Page(response.text)
        if not journey.answers:
            assert page.texts("h1") == ["This page has ended"]
        elif not journey.may_finish:
            assert response.headers["Location"].startswith(f"/questions/{journey.next.id}")
        else:
            assert page.sections(CONTENT.sections["me"]) == [
                n for n in journey.questionnaire.sections if n in {"withdrawal", *journey.sections}
            ]
            notices = page.texts("h2", "card")
            assert len(notices) == len(journey.notices)
            if not self.country:
                assert notices == [said(notice.title) for notice in journey.notices]
            assert len(page.texts("dt", "answers")) == len(journey.answered)
            assert len(page.texts("li", "steps")) == 3
            assert ("Some answers no longer apply" in page.texts("h2")) == bool(journey.dropped)


# Generate only: a failure tells its steps, and making them fewer would take minutes.
Wanderer.TestCase.settings = settings(max_examples=200, stateful_step_count=30, phases=[Phase.generate])
TestWanderer = Wanderer.TestCase
