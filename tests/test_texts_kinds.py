"""Every text that the records of the content can hold is one that the check of words reads."""

from typing import get_args

from screening import education, questionnaire
from screening.prose import Words, markdown, with_known_places
from screening.refusals import Refusal
from screening.rules import Record
from screening.texts import KINDS

READ_AS_PROSE = {with_known_places, markdown, education._with_words}  # noqa: SLF001 - how a text is known
NOT_SHOWN = {Refusal}  # what a refusal says is for editors


def is_text(kind):
    """Say whether a type, or any part of it, is a text with places for numbers."""
    validators = {getattr(each, "func", None) for each in getattr(kind, "__metadata__", ())}
    return bool(validators & READ_AS_PROSE) or any(map(is_text, get_args(kind)))


def texts_of(record):
    for name, field in record.model_fields.items():
        validators = {getattr(each, "func", None) for each in field.metadata}
        if validators & READ_AS_PROSE or is_text(field.annotation):
            yield field.alias or name


def test_a_text_is_known_by_how_it_is_read():
    assert is_text(tuple[Words, ...])
    assert not is_text(tuple[str, ...])
    assert "ask" in texts_of(questionnaire.Question)
    assert "text" in texts_of(questionnaire.Notice)


def test_every_text_of_a_record_is_one_that_is_checked():
    shown = set(Record.__subclasses__()) - NOT_SHOWN
    assert {name for record in shown for name in texts_of(record)} <= KINDS
