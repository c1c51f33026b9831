# `make help` lists the vocabulary. Each word does its own set-up.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install --require-hashes --no-deps --only-binary :all:

.PHONY: help run check test lint format lock clean

help:  ## list these words
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /  /' | sort

run: .venv/ready  ## serve the check-in at http://127.0.0.1:8000 (PORT=… to change)
	@exec $(BIN)/python -m screening serve --port $(PORT)

check: .venv/ready  ## check the content: every problem, with its file and line
	@$(BIN)/python -m screening check

test: .venv/ready  ## run every test
	@$(BIN)/python -m pytest --quiet

lint: .venv/lint  ## check style, types, templates and spelling
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/djlint templates --lint --quiet
	$(BIN)/codespell

format: .venv/lint  ## put the code into its one format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: .venv/lint  ## make the lock files again from requirements*.in
	$(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-header --upgrade -o requirements.txt requirements.in
	$(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-header --upgrade -o requirements-dev.txt requirements-dev.in

clean:  ## remove everything that was set up
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage

.venv/ready: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Name another with PYTHON=…")'
	@echo "Setting up .venv (once; about a minute)…"
	@$(PYTHON) -m venv .venv
	@$(PIP) -r requirements.txt
	@touch $@

.venv/lint: .venv/ready requirements-dev.txt
	@$(PIP) -r requirements-dev.txt
	@touch $@
