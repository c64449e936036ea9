# Two commands: `make run` (the app) and `make test` (all checks and tests).
# Each sets up all it needs. On Windows see README.md for the same steps by hand.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# With LOCKED=1 it is the very versions of requirements.lock, each file by its hash.
APP := $(VENV)/$(if $(LOCKED),.locked,.app)
SUPPLY := .cache/supply
# All tests of a module on one core: they share what is slow to make.
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadfile --ignore=tests/browser --ignore=tests/test_wheel.py
NPM := PATH=$(CURDIR)/$(BIN):$$PATH npm

.PHONY: run test lint unit slow search wheel browser lock audit sbom clean

# `make run ATLAS=folder` opens another atlas: make hands ATLAS on to the app.
run: $(APP)
	$(BIN)/python -m streamlit run app.py

test: COVERAGE := --cov
test: lint unit slow wheel browser

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(NPM) run --silent lint
	$(BIN)/python -m geo check

unit: $(VENV)/.dev
	$(PYTEST) -m "not slow" $(COVERAGE)
	$(NPM) test --silent

# Starts processes of ours, and makes whole files of the atlas that ships.
slow: $(VENV)/.dev
	$(PYTEST) -m slow

# Tries each property with far more examples than `make test` does, to find what no test shows yet.
search: $(VENV)/.dev
	$(PYTEST) -m hypothesis --hypothesis-profile=searched

# Builds the wheel, and installs and uses it where no repository is near; downloads nothing.
wheel: $(VENV)/.dev
	$(BIN)/python -m pytest tests/test_wheel.py

browser: $(VENV)/.dev
	bash tools/chromium.sh $(BIN)/python
	$(BIN)/python -m pytest -n 2 --dist loadfile tests/browser

# The newest versions within requirements.txt and the file that it names, for every platform.
lock: $(SUPPLY)/.made
	$(SUPPLY)/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
		--generate-hashes --custom-compile-command "make lock" requirements.txt -o requirements.lock

# Fails when a locked package has a known vulnerability; says so when that can't be known here.
audit: $(SUPPLY)/.made
	$(SUPPLY)/bin/pip-audit -r requirements.lock --disable-pip --require-hashes -f json \
		--progress-spinner off 2>/dev/null | $(SUPPLY)/bin/python tools/audit.py

sbom: $(SUPPLY)/.made
	PYTHONWARNINGS=ignore $(SUPPLY)/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml \
		--output-reproducible -o sbom.json

clean:
	rm -rf $(VENV) node_modules .cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(VENV)/.app: requirements.txt requirements-library.txt
	bash tools/venv.sh $(PYTHON) $(VENV)
	$(BIN)/python -m pip install --quiet -r requirements.txt
	touch $@

$(VENV)/.locked: requirements.lock
	bash tools/venv.sh $(PYTHON) $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --only-binary :all: -r requirements.lock
	touch $@

$(VENV)/.dev: requirements-dev.txt package-lock.json $(APP)
	$(BIN)/python -m pip install --quiet -r requirements-dev.txt
	$(NPM) ci --silent
	touch $@

$(SUPPLY)/.made: requirements-supply.txt
	bash tools/venv.sh $(PYTHON) $(SUPPLY)
	$(SUPPLY)/bin/python -m pip install --quiet -r requirements-supply.txt
	touch $@
