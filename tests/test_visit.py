"""The only module that touches the session."""

from flask import session  # noqa: TID251 - to see what the visit did to it

from screening import visit
from screening.packing import MOST

ELSEWHERE = {"asked-elsewhere": frozenset({"yes"})}
ME = {"who": frozenset({"me"})}


def test_answers_that_another_version_asked_for_are_kept_beside_ours(app):
    with app.test_request_context():
        assert visit.keep(ME | ELSEWHERE, {"who"}) == ME | ELSEWHERE
        assert visit.answers() == ME | ELSEWHERE


def test_answers_of_another_version_are_left_out_first_where_there_is_no_room(app):
    with app.test_request_context():
        assert visit.keep({**ME, "asked-elsewhere": frozenset({"x" * (MOST - 20)})}, {"who"}) == ME
        assert visit.answers() == ME


def test_nothing_is_left_after_forgetting(app):
    with app.test_request_context():
        visit.keep(ME, {"who"})
        visit.forget()
        assert visit.answers() == {}
        assert dict(session) == {}
