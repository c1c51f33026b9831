# `make help` lists the vocabulary. Each word does its own set-up.
PYTHON ?= python3
PORT ?= 8000
TESTS ?=
DRILL ?=
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install --require-hashes --no-deps --only-binary :all:

.PHONY: help run serve check test drill trees written html lint format bench gate lock clean

help:  ## list these words
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /  /' | sort

run: .venv/ready  ## serve the check-in at http://127.0.0.1:8000 (PORT=… to change)
	@exec $(BIN)/python -m screening serve --port $(PORT)

serve: PORT = 8443
serve: .venv/ready  ## try the stack of production at https://127.0.0.1:8443 (PORT=…, CERT=… and KEY=… to change; needs nginx)
	@PORT=$(PORT) exec deploy/serve

check: .venv/ready  ## check the content: every problem, with its file and line
	@$(BIN)/python -m screening check

test: .venv/browser  ## run every test, in real browsers too where there are any (TESTS=… for what pytest takes; a part needs --no-cov too)
	@rm -rf build/pages
	@$(BIN)/python -m pytest --quiet $(TESTS)

drill: .venv/browser  ## hold the stack of production to its promises under load and failure (DRILL='-m short' for what takes least)
	@PATH="$$PATH:/usr/sbin" $(BIN)/python -m pytest --quiet --no-cov --numprocesses=0 tests/drills $(DRILL)

trees: .venv/browser  ## write anew what a screen reader is given on each page, to be read before it is committed
	@$(BIN)/python -m pytest --quiet --no-cov --write-trees tests/browser/test_trees.py

written: .venv/ready  ## write anew what is made from the content: docs/flow.md, docs/schema, the outputs in docs/editing.md
	$(BIN)/python -m screening schema
	$(BIN)/python -m screening graph > docs/flow.md
	@$(BIN)/python -m pytest --quiet --no-cov --numprocesses=0 --write-guide tests/test_editing_guide.py

html: tests/html/node_modules  ## check the HTML, CSS and SVG of every page that make test has saved (needs java and npm)
	@test -d build/pages || { echo "There are no pages yet: run make test first, with a browser."; exit 1; }
	java -jar tests/html/node_modules/vnu-jar/build/dist/vnu.jar --stdout --Werror --also-check-css --also-check-svg build/pages static/*.css static/*.svg
	@echo "No errors and no warnings in $$(ls build/pages | wc -l) pages."

.PHONY: observatory
observatory: .venv/ready tests/observatory/node_modules  ## scan the site over HTTPS with MDN HTTP Observatory (needs node, npm and openssl)
	@$(BIN)/python -m pytest --quiet --no-cov --numprocesses=0 tests/observatory/scanning.py

lint: .venv/lint  ## check style, types, templates and spelling
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/djlint templates --lint --quiet
	$(BIN)/codespell

format: .venv/lint  ## put the code into its one format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/ready  ## measure everything (nine minutes; needs wrk and valgrind) and write docs/performance.md (QUICK=1 to try it)
	@$(BIN)/python -m bench.run

gate: .venv/ready  ## count the instructions of each request, and fail where there are too many (needs valgrind)
	@$(BIN)/python -m bench.gate

lock: .venv/lint  ## make the lock files again from requirements*.in
	$(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-header --upgrade -o requirements.txt requirements.in
	$(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-header --upgrade -o requirements-dev.txt requirements-dev.in
	$(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-header --upgrade -o requirements-browser.txt requirements-browser.in
	$(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-header --upgrade -o requirements-serve.txt requirements-serve.in
	cd tests/html && npm install --package-lock-only --ignore-scripts --no-audit --no-fund
	cd tests/observatory && npm install --package-lock-only --ignore-scripts --no-audit --no-fund

clean:  ## remove everything that was set up
	rm -rf .venv build tests/*/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage

.venv/ready: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Name another with PYTHON=…")'
	@echo "Setting up .venv (once; about a minute)…"
	@$(PYTHON) -m venv .venv
	@$(PIP) -r requirements.txt
	@touch $@

.venv/browser: .venv/ready requirements-browser.txt
	@$(PIP) -r requirements-browser.txt
	@touch $@

tests/%/node_modules: tests/%/package-lock.json
	@cd $(@D) && npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

.venv/lint: .venv/ready requirements-dev.txt
	@$(PIP) -r requirements-dev.txt
	@touch $@
