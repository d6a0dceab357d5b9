# `make run` and `make test` do all the set-up themselves; everything else builds on that.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
PY := $(VENV)/bin/python
PIP_QUIET := --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help run demo test test-thorough test-unit check mutants bench bench-large attacks photos format setup setup-dev lock migration openapi diagram psql clean

help: ## Show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort | expand -t 16

run: $(VENV)/.run ## Run everything: PostgreSQL, migrations, sample data, server
	@$(PY) -m src.cli run

demo: $(VENV)/.run ## Like run, with a season of events, in a folder of its own (.data-demo)
	@DATA_DIR=$${DATA_DIR:-.data-demo} $(PY) -m src.cli demo

# The tests start many processes, each of which would compile everything anew.
unexport PYTHONDONTWRITEBYTECODE
WORKERS := auto
PYTEST := $(PY) -m pytest --numprocesses=$(WORKERS) --maxprocesses=8

test: setup-dev ## Run all tests, side by side on all processors (WORKERS=1: one after another)
	@$(PYTEST)

test-thorough: setup-dev ## Run all tests with every combination and many more examples, for an hour or more
	@THOROUGH=1 $(PYTEST)

test-unit: setup-dev ## Run the unit tests alone, in less than a minute
	@$(PYTEST) tests/unit

check: setup-dev ## Check style, types, layers and the lock files
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m mypy
	@$(VENV)/bin/lint-imports
	@$(PY) -m pytest -q tests/unit/project/test_locks.py

mutants: setup-dev ## Try the unit tests on faults made on purpose, for an hour or so; see tools/mutation
	@nice -n 10 $(PY) -m tools.mutation $(if $(JOBS),--jobs $(JOBS)) $(ONLY)

bench: $(VENV)/.run ## Measure the service beside baselines, in 9 minutes (needs wrk; AGAINST=main: beside that revision)
	@$(PY) -m bench $(if $(AGAINST),--against $(AGAINST))

bench-large: $(VENV)/.run ## Compare a database of 10,000,000 bookings with an empty one (half an hour, 20 GB; needs wrk)
	@$(PY) -m bench --phase large

attacks: setup-dev ## Attack a server of this checkout, and measure a sale meanwhile (1 minute)
	@$(PY) -m tests.attacks

photos: setup-dev ## Photograph every page, in .photos and on docs/pages.webp (NAMES="home cart": these alone)
	@$(PY) -m tools.photograph $(NAMES)

format: setup-dev ## Format the code and fix what can be fixed
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

setup: $(VENV)/.run ## Install what running needs
setup-dev: $(VENV)/.dev ## Install what developing and testing need

$(VENV)/.base:
	@echo "Making the virtual environment ($(PYTHON)) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11 ..." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@$(PY) -m pip install $(PIP_QUIET) "uv==0.13.8"
	@touch $@

$(VENV)/.run: $(VENV)/.base requirements.txt
	@echo "Installing dependencies ..."
	@$(PY) -m uv pip install --quiet --python $(PY) --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.base requirements-dev.txt
	@echo "Installing development dependencies ..."
	@$(PY) -m uv pip install --quiet --python $(PY) --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/.run

COMPILE := $(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate
LOCK := $(COMPILE) pyproject.toml

LOCKS := .

lock: setup-dev ## Bring the lock files up to date with pyproject.toml (UPGRADE=1 takes newer releases)
	@$(LOCK) $(if $(UPGRADE),--upgrade) --output-file $(LOCKS)/requirements.txt
	@$(LOCK) $(if $(UPGRADE),--upgrade) --group dev --output-file $(LOCKS)/requirements-dev.txt
	@$(COMPILE) $(if $(UPGRADE),--upgrade) --group clients --output-file $(LOCKS)/requirements-clients.txt

migration: setup-dev ## Make an empty migration: make migration NAME=venues
	@$(VENV)/bin/aerich --app ticketing migrate --offline --empty --name $(NAME)

OPENAPI := docs/openapi.json

openapi: setup-dev ## Write docs/openapi.json, the published API, which the tests compare
	@$(PY) -m src.cli openapi > $(OPENAPI).new
	@mv $(OPENAPI).new $(OPENAPI)

clients: setup-dev ## Generate clients/python from docs/openapi.json, which the tests compare (needs the network once)
	@$(PY) -m tools.clients

diagram: setup-dev ## Draw the tables (docs/database.svg, docs/database.md) and the layers (docs/layers.svg)
	@$(PY) -m src.cli diagram
	@$(PY) -m tools.draw_layers

psql: $(VENV)/.run ## Open a psql shell on the database (ARGS="-c 'SELECT 1'": psql's arguments)
	@$(PY) -m src.cli psql $(ARGS)

clean: ## Remove the virtual environment and caches, keep the data
	@rm -rf $(VENV) .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .mutants
	@find src tests migrations -name __pycache__ -type d -prune -exec rm -rf {} +
