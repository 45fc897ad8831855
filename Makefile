# Two commands do everything: `make run` and `make test`. Both prepare .venv first.
PYTHON ?= python3
# Whole files a worker: what a file shares (a visit of all pages, an office) is made once. Three workers for two cores:
# test, browser and server wait for one another most of the time.
PYTEST_OPTS ?= -n 3 --dist loadfile
LOCK_OPTS ?=
UV_VERSION := 0.13.9
BIN := .venv/bin
STAMP := .venv/.thuoc-stamp
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input

.PHONY: help setup run test browser lint screenshots lock clean

help:
	@echo "make setup        prepare .venv (the command is .venv/bin/thuoc)"
	@echo "make run          demo store and app on http://127.0.0.1:8501"
	@echo "make test         all tests (real Chromium) on two cores, ruff, mypy; one after the other: PYTEST_OPTS="
	@echo "make lint         ruff and mypy alone"
	@echo "make screenshots  every page at three sizes in both languages on three stores (var/pictures), the README's picture"
	@echo "make lock         new requirements.lock from pyproject.toml (LOCK_OPTS=--upgrade for newer versions)"
	@echo "make clean        remove .venv and caches; var/ (your data) stays"

setup: $(STAMP)

# A broken environment (Python upgraded, folder moved) is made anew; a working one is only brought up to date.
$(BIN)/python:
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
	  echo "No $(PYTHON) here. On Debian: apt-get install python3 python3-venv, or: make setup PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version 2>&1). Name another one: make setup PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make virtual environments. On Debian: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv

# Only what the lock names, checked by hash; wheels only, so that no build fetches anything unchecked.
$(STAMP): requirements.lock pyproject.toml
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || rm -rf .venv
	@$(MAKE) --no-print-directory $(BIN)/python
	$(PIP) install --quiet --require-hashes --only-binary :all: -r requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

run: setup
	$(BIN)/thuoc serve --demo

# Debian's Chromium, once; the one without windows, where Debian has it. Missing and not to be had is a failure: the
# browser tests never skip.
browser:
	@command -v chromium-headless-shell >/dev/null 2>&1 || command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || { \
	  if [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then \
	    echo "The browser tests need Chromium. On Debian, as root: apt-get update && apt-get install chromium-headless-shell" >&2; exit 1; \
	  fi; \
	  export DEBIAN_FRONTEND=noninteractive; \
	  apt-get update && { apt-get install -y --no-install-recommends chromium-headless-shell || apt-get install -y --no-install-recommends chromium; }; } </dev/null

# All problems at once: a finding of ruff does not hide a red test.
test: setup browser
	@status=0; \
	$(MAKE) --no-print-directory lint || status=1; \
	$(BIN)/python -m pytest $(PYTEST_OPTS) || status=1; \
	exit $$status

lint: setup
	@status=0; \
	$(BIN)/ruff check . || status=1; \
	$(BIN)/ruff format --check . || status=1; \
	$(BIN)/mypy --strict scoring data || status=1; \
	exit $$status

screenshots: setup browser
	$(BIN)/python tests/browser/screenshots.py
	$(BIN)/python tests/browser/screenshots.py --readme

lock: $(BIN)/python
	$(PIP) install --quiet "uv==$(UV_VERSION)"
	$(BIN)/uv pip compile --quiet $(LOCK_OPTS) --universal --python-version 3.11 --extra dev --generate-hashes --output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
