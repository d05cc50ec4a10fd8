# `make` alone lists what there is. Everything is kept in .venv/ and in $(DATA_DIR).

PORT ?= 8000
DATA_DIR ?= var
# Files are UTF-8, whatever the locale of the machine says.
export PYTHONUTF8 := 1
export PORT DATA_DIR
PYTHON := .venv/bin/python
MANAGE := DJANGO_SETTINGS_MODULE=portal.settings.local $(PYTHON) manage.py
IS_SET_UP := $(PYTHON) -m portal.management.is_set_up

.DEFAULT_GOAL := help
.PHONY: help run dev test test-fast test-postgresql bench check check-fast check-style check-django check-shape check-types audit format screenshots measure requirements sample-pdf clean

help: ## list what make can do
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /|/' | awk -F'|' '{printf "  make %-14s %s\n", $$1, $$2}'

run: .venv/runtime ## set everything up and serve the site on http://127.0.0.1:8000
	@$(IS_SET_UP) || { $(MANAGE) set_up && { $(IS_SET_UP) --from-now-on || true; }; }
	@echo "Serving http://127.0.0.1:$(PORT)/ (stop with Ctrl-C)"
	@DJANGO_SETTINGS_MODULE=portal.settings.local exec bin/serve

dev: .venv/dev ## serve with reload and debug pages
	@DEBUG=1 $(MANAGE) set_up
	@DEBUG=1 $(MANAGE) runserver 127.0.0.1:$(PORT)

test: .venv/dev ## run every test: unit, integration and browser
	@bin/find-chromium > /dev/null
	@bin/find-fonts
	@$(PYTHON) -m pytest -q -n 2 --dist worksteal --cov --cov-report=

test-fast: .venv/dev ## run the tests that need no browser, no server and no admin
	@$(PYTHON) -m pytest -q -n 2 -m "not bench and not slow"

check-fast: .venv/dev ## format, lint, types, migrations, system checks, shape of code and documents: in seconds
	@$(MAKE) --no-print-directory -j 2 check-django check-shape check-types check-style

check-types:
	@.venv/bin/mypy --no-error-summary

check-style:
	@.venv/bin/ruff format --check -q .
	@.venv/bin/ruff check -q .
	@.venv/bin/djlint templates --lint --quiet

check-django:
	@DJANGO_SETTINGS_MODULE=portal.settings.test $(PYTHON) manage.py makemigrations --check --dry-run
	@DJANGO_SETTINGS_MODULE=portal.settings.test $(PYTHON) manage.py check --fail-level WARNING

check-shape:
	@$(PYTHON) -m pytest -q tests/test_architecture.py tests/test_documents.py

check: check-fast ## all that CI runs: check-fast, valid HTML, the tests on PostgreSQL, every test
	@bin/check-html
	@$(MAKE) --no-print-directory test-postgresql
	@$(MAKE) --no-print-directory test

audit: .venv/runtime ## read a running site as a visitor and name each fault (URL=http://127.0.0.1:8000)
	@$(MANAGE) safety_audit $(or $(URL),http://127.0.0.1:$(PORT))

format: .venv/dev ## format the Python code
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

test-postgresql: .venv/dev ## run the tests that the database matters to on a PostgreSQL of their own
	@PYTHON=$(PYTHON) bin/with-postgresql $(PYTHON) -m pytest -q -n 2 tests/portal/search tests/portal/claims tests/portal/test_every_page.py tests/portal/test_queries.py tests/portal/test_visibility.py tests/publications tests/statistics

bench: .venv/dev ## measure times (nothing else should run on the machine)
	@$(PYTHON) -m pytest -q -m bench tests

screenshots: .venv/dev ## take the pictures in docs/pictures/
	@$(PYTHON) -m tests.browser.screenshots

measure: .venv/dev ## Lighthouse, page weight and timings of the running site
	@$(PYTHON) -m tests.browser.measure

requirements: .venv/dev ## pin and hash the requirements again
	@.venv/bin/uv pip compile -q --universal --generate-hashes --python-version 3.12 --no-emit-index-url --no-emit-find-links --no-header --no-annotate --upgrade requirements.in -o requirements.txt
	@.venv/bin/uv pip compile -q --universal --generate-hashes --python-version 3.12 --no-emit-index-url --no-emit-find-links --no-header --no-annotate -c requirements.txt requirements-dev.in -o requirements-dev.txt

sample-pdf: ## how to make the sample PDF again
	@echo "Install weasyprint==70.0 and Pango in an environment of its own, then run its Python on content/documents/make_sample.py"

clean: ## remove .venv (the data in $(DATA_DIR) stay)
	@rm -rf .venv

.venv/bin/uv: requirements-uv.txt
	@python=$$(bin/find-python) && rm -rf .venv && $$python -m venv .venv
	@.venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-uv.txt

.venv/runtime: .venv/bin/uv requirements.txt
	@echo "Installing what the site needs…"
	@.venv/bin/uv pip install -q --compile-bytecode --python $(PYTHON) --require-hashes -r requirements.txt
	@touch $@

.venv/dev: .venv/runtime requirements-dev.txt
	@echo "Installing what the tests need…"
	@.venv/bin/uv pip install -q --compile-bytecode --python $(PYTHON) --require-hashes -r requirements-dev.txt
	@touch $@
