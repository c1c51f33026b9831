"""What others were measured at, once, by the same way of measuring; not measured again here."""

from __future__ import annotations

CONDITIONS = """Measured on 2026-11-22 on a 2-core machine: one worker, the server pinned to one core, wrk `-t1 -c16` on the other,
cells in turn, the order reversed every other round, medians of 5 to 9 rounds; Flask 3.1.3, gunicorn 27.0.1. “Of hello” is
against a bare Flask on the same server in the same run. The sample page is 5.8 kB with 5 options, a signed session and
10 answers, before this product was built. **It is not like for like**: eq-questionnaire-runner (the Flask
survey runner of the Office for National Statistics, on Python 3.13, with redis and its own mock store) also encrypts answers on a store, logs, routes,
and minifies a page of 101 kB (85 kB of it drawings) for every visitor; SurveyJS draws questions in the browser, and has
no server in this table. Bytes are those of a first visit; time is that to the first question, sample page = 1."""

HEAD = (
    "",
    "GET, requests/s",
    "of hello",
    "POST, requests/s",
    "first visit, bytes",
    "requests",
    "time to first question",
    "Lighthouse performance / accessibility",
)
ROWS = (
    (
        "sample page, plain / tuned",
        "600 / 1434",
        "0.19 / 0.43",
        "1085 / 1307",
        "13,766",
        "4",
        "1",
        "100 / 100",
    ),
    ("eq-questionnaire-runner", "44", "0.014", "151–191", "421,948", "7", "2.0–2.4", "67–69 / 94"),
    ("SurveyJS client", "–", "–", "–", "322,524", "5", "4.0–4.9", "67–73 / 96"),
)
RUNNER_OF_HELLO = 0.014

# The same day and machine, 100 to 400 connections that send their headers or bodies slowly; good clients served.
SLOW_CLIENTS = (
    ("gunicorn sync, alone", "0 %", "100"),
    ("gunicorn gthread, alone", "0–43 %", "100"),
    ("waitress with --connection-limit=1000, alone", "100 %", "100"),
    ("nginx before gunicorn gthread", "100 %, half of them within 9 ms", "400"),
)
