# `make demo` shows what it does, `make test` runs every check. Both set up .venv on the first run and are quick afterwards.

# The newest interpreter that is known to work; `make test PYTHON=...` takes another.
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
VENV ?= .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help demo test lint types contract tests spark docs format bench clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "claimcheck needs Python 3.11 or later on PATH, or: make PYTHON=/path/to/python"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# A stamp is older than what it depends on when a dependency changed: then pip runs again, else nothing does.
$(VENV)/.package: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.dev: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $(VENV)/.package $@

demo: $(VENV)/.package ## two articles that disagree, and the report on them
	@$(BIN)/claimcheck demo

test: lint types contract tests docs ## everything that must pass

lint: $(VENV)/.dev ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev ## types under two checkers
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python

contract: $(VENV)/.dev ## rooms import one way
	$(BIN)/lint-imports

tests: $(VENV)/.dev ## the tests, slow ones included
	$(BIN)/python -m pytest -q -n auto

spark: $(VENV)/.dev ## the tests on Spark, for which it installs pyspark (400 MB); they need Java 17
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[spark]"
	$(BIN)/python -m pytest -q tests/spark

docs: $(VENV)/.dev ## the documentation site, into site/
	$(if $(wildcard mkdocs.yml),NO_MKDOCS_2_WARNING=1 DISABLE_MKDOCS_2_WARNING=true $(BIN)/mkdocs build --strict)

bench: $(VENV)/.dev ## speed, beside other tools where they are installed
	$(BIN)/python -m benchmarks

format: $(VENV)/.dev ## put the code into form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## remove what these targets made
	rm -rf $(VENV) build dist site .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage htmlcov
