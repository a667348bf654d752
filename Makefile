# Langkah Aman. `make demo` and `make test` do everything on a machine with Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
BENCH := build/bench-venv
TESTS := $(BIN)/python -m pytest -n 2  # in two processes, see tests/two_processes.py

.PHONY: install demo run test explore test-fast check format bench bench-understanding bench-register browser clean

install: $(INSTALLED)

$(INSTALLED): requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $(INSTALLED)

demo: install
	$(BIN)/langkah-aman demo

run: install
	$(BIN)/langkah-aman run

browser: install
	@$(BIN)/python -m tests.browser.install

test: install check browser
	$(TESTS)
	@$(BIN)/python -m tests.crash.figures

explore: install browser  # with new seeds and examples; SEED=… repeats
	EXPLORE=1 $(TESTS)

test-fast: install
	$(TESTS) -m "not slow and not browser"

check: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/langkah-aman check

format: install
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: install $(BENCH)/.installed
	$(BIN)/python -m bench

bench-understanding: install
	$(BIN)/python -m bench.understanding

bench-register: install
	$(BIN)/python -m bench.register

$(BENCH)/.installed: requirements-bench.txt
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --requirement requirements-bench.txt
	touch $(BENCH)/.installed

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis
