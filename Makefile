# Two commands: `make run` (the app) and `make test` (everything CI runs).
# Each sets up all it needs. On Windows see README.md for the same steps by hand.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NPM := PATH=$(CURDIR)/$(BIN):$$PATH npm

.PHONY: run test lint unit browser clean

# `make run ATLAS=folder` opens another atlas: make hands ATLAS on to the app.
run: $(VENV)/.app
	$(BIN)/python -m streamlit run app.py

test: lint unit browser

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(NPM) run --silent lint
	$(BIN)/python -m geo check

unit: $(VENV)/.dev
	$(BIN)/python -m pytest --ignore=tests/browser
	$(NPM) test --silent

browser: $(VENV)/.dev
	bash tools/chromium.sh $(BIN)/python
	$(BIN)/python -m pytest tests/browser

clean:
	rm -rf $(VENV) node_modules .cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(VENV)/.app: requirements.txt
	bash tools/venv.sh $(PYTHON) $(VENV)
	$(BIN)/python -m pip install --quiet -r requirements.txt
	touch $@

$(VENV)/.dev: requirements-dev.txt package-lock.json $(VENV)/.app
	$(BIN)/python -m pip install --quiet -r requirements-dev.txt
	$(NPM) ci --silent
	touch $@
