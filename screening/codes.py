"""The name of every rule that content is held to: a problem can have no other, and none ever changes."""

from __future__ import annotations

from typing import Literal

Code = Literal[
    # there are too many to tell
    "more",
    # a file that cannot be read
    "file-encoding",
    "file-missing",
    "file-size",
    "front-matter",
    "yaml",
    "yaml-alias",
    "yaml-anchor",
    "yaml-tag",
    "key-kind",
    "key-repeated",
    # what does not have its shape
    "key-missing",
    "key-unknown",
    "pattern",
    "place-unknown",
    "shape",
    # what keeps visitors safe
    "alone-and-urgent",
    "finish-early",
    "notice-without-role",
    "stops-order",
    # routes
    "first-question",
    "route-unknown",
    "route-without-option",
    "routes",
    "wording-missing",
    # parts that do not go together
    "action",
    "asked-later",
    "continue-missing",
    "cookie",
    "country-without-line",
    "fact-unlisted",
    "id-repeated",
    "id-taken",
    "line-unreachable",
    "name-unknown",
    "no-end",
    "role-without-words",
    # logic, by searching every visit
    "action-never",
    "after-never",
    "always-true",
    "never-asked",
    "never-holds",
    "notice-never",
    "opens-nothing",
    "option-never",
    "route-alike",
    "search-cap",
    "section-unopened",
    # words
    "banned-word",
    "character-hidden",
    "dash",
    "dots",
    "grade",
    "grade-high",
    "link-insecure",
    "number-in-prose",
    "quotes-straight",
    "sentence-long",
    "space-before",
    "space-double",
    "space-odd",
    "you-of-them",
    # what is kept up
    "check-future",
    "check-old",
    "fact-unused",
    "facts-missing",
    "file-unused",
    "line-twice",
    "number-differs",
    "paragraph-without-fact",
    "review-dates",
    "review-near",
    "review-overdue",
    # comments that allow a problem
    "allow-unknown",
    "allow-unused",
    "allow-without-reason",
]
