# The check-in as an image: `docker build -t check-in .`; docs/operations.md says how to run it.
FROM python:3.11-slim AS made
WORKDIR /srv/check-in
COPY requirements-serve.txt .
RUN python -m venv .venv \
 && .venv/bin/python -m pip install --no-cache-dir --require-hashes --no-deps --only-binary :all: -r requirements-serve.txt \
 && .venv/bin/python -m pip uninstall --yes pip setuptools
COPY . .
RUN .venv/bin/python -m compileall -q .

FROM python:3.11-slim
COPY --from=made /srv/check-in /srv/check-in
WORKDIR /srv/check-in
# Threads share one heap: with one for each, a worker takes some megabytes more and is no faster.
ENV MALLOC_ARENA_MAX=1
# A number, so that a cluster can see that it is not root. Nothing in the image belongs to it.
USER 65532:65532
EXPOSE 8000
# The site answers to its own name alone, so the question has to name it.
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s CMD [".venv/bin/python", "-c", "import os, urllib.request as u; u.urlopen(u.Request('http://127.0.0.1:8000/healthz', headers={'Host': os.environ.get('SCREENING_ORIGIN', '//localhost').split('/')[2]}), timeout=2)"]
CMD [".venv/bin/gunicorn", "--config", "deploy/gunicorn.conf.py", "--bind", "0.0.0.0:8000"]
