"""A form for a question. Its field is always `answer`; each error is a word that the template puts kindly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wtforms import Form, SelectMultipleField, ValidationError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkzeug.datastructures import MultiDict

    from screening.questionnaire import Question, Questionnaire


def forms(questionnaires: Mapping[str, Questionnaire]) -> Mapping[tuple[str, str], type[Form]]:
    """Return a form class for each question of each route, made once: it is the costly part."""
    return {
        (route, question.id): _form(question)
        for route, questionnaire in questionnaires.items()
        for question in questionnaire.questions
    }


def read(form: type[Form], sent: MultiDict[str, str]) -> tuple[frozenset[str], str]:
    """Return the options sent, and what is wrong with them: `empty`, `unknown`, `together` or nothing."""
    filled = form(sent)
    error = "" if filled.validate() else str(filled["answer"].errors[0])
    return frozenset(filled["answer"].data or ()), error


def _form(question: Question) -> type[Form]:
    def of_this_question(_: Form, field: SelectMultipleField) -> None:
        chosen = frozenset(field.data or ())
        if not chosen:
            raise ValidationError("empty")
        if chosen - question.ids:
            raise ValidationError("unknown")
        if question.clashes(chosen):
            raise ValidationError("together")

    class QuestionForm(Form):
        # An answer is a set of options even where one is chosen. The template draws the choices from the
        # question, and our own validator speaks for the field.
        answer = SelectMultipleField(
            validate_choice=False,
            validators=[of_this_question],
        )

    return QuestionForm
