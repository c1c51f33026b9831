"""Answers, or notices, by question as one short line of text, for the cookie, and back.

The ids themselves are kept, never positions: another version of the questions may read them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screening.questionnaire import Questionnaire
    from screening.rules import Answers

# Characters for the answers, and for what stands beside them. Sealed and named, the cookie stays under
# 3,000 bytes: browsers drop one of more than 4,096 without a word, and nginx refuses a response whose
# headers pass 4 kB unless it is told otherwise.
MOST = 1376
BESIDE = 192


def packed(answers: Answers) -> str:
    """Return `who=me&now=breathing,confused`."""
    return "&".join(
        [f"{question}={','.join(sorted(chosen))}" for question, chosen in answers.items() if chosen]
    )


def unpacked(line: object) -> dict[str, frozenset[str]]:
    """Return the answers of a packed line; whatever else is given holds none."""
    if not isinstance(line, str):
        return {}
    answers = {}
    for part in line.split("&"):  # a loop, since each request reads every answer
        question, sign, chosen = part.partition("=")
        if sign:
            alone = chosen and "," not in chosen  # as most are; a list of one takes longer to make
            answers[question] = frozenset({chosen} if alone else filter(None, chosen.split(",")))
    return answers


def longest(questionnaire: Questionnaire) -> int:
    """Return the characters that the answers of any visit take at most: every option of every question."""
    return len(packed({question.id: question.ids for question in questionnaire.questions}))


def beside(questionnaire: Questionnaire) -> int:
    """Return the characters taken at most by what stands beside: a draft or, at other times, a stop."""
    notices = frozenset(notice.id for notice in questionnaire.notices)
    return max(
        len(packed({question.id: ids}))
        for question in questionnaire.questions
        for ids in (question.ids, notices)
    )


def too_long(questionnaire: Questionnaire) -> Iterator[str]:
    """Yield what of a visit would outgrow the cookie."""
    if (size := longest(questionnaire)) > MOST:
        yield f"the answers of the longest visit take {size} characters; the cookie holds {MOST}"
    if (size := beside(questionnaire)) > BESIDE:
        yield f"a question and its options, or all notices, take {size} characters; the cookie holds {BESIDE}"
