# Lesart: set-up, demo, tests and checks. `make help` lists what can be made.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help demo test check format snapshots benchmark screenshots catalogue lock clean

help: ## list what can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

demo: $(READY) ## open the bundled article in the reader (printed as text without a terminal)
	@$(BIN)/lesart demo

# One process more than there are processors: some tests wait for a terminal, a server, a disk.
test: $(READY) ## run every test, on all processors
	@$(BIN)/python -m pytest -n $$(( $$($(BIN)/python -c 'import os; print(os.cpu_count() or 1)') + 1 )) --dist worksteal

check: $(READY) ## format, lint, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY) ## put the code in form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

snapshots: $(READY) ## take the screen snapshots anew; look at each before you commit it
	$(BIN)/python -m pytest --snapshot-update tests/tui

benchmark: $(READY) ## measure first paint against an empty Textual app, and how time grows with a text
	$(BIN)/python -m tests.benchmarks.first_paint
	$(BIN)/python -m pytest -m benchmark

screenshots: $(READY) ## make the pictures of the README
	$(BIN)/python -m tests.screenshots

catalogue: $(READY) ## collect the messages of the interface for assets/locale/de/LC_MESSAGES/lesart.po, and compile it
	$(BIN)/pybabel -q extract --mapping pyproject.toml --sort-by-file --add-location file --output build/lesart.pot core tui
	$(BIN)/pybabel -q update --domain lesart --input-file build/lesart.pot --output-dir assets/locale --width 110 \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
	$(BIN)/pybabel -q compile --domain lesart --directory assets/locale

lock: ## choose new exact versions for constraints.txt within the ranges of pyproject.toml
	$(PYTHON) -m venv build/lock && build/lock/bin/pip install -q uv
	build/lock/bin/uv pip compile --universal --python-version 3.11 --no-header --no-annotate --extra dev -o constraints.txt pyproject.toml

clean: ## remove the environment and all that was built
	rm -rf $(VENV) build dist

# Made once, and again only when the declared or the pinned versions change: later runs need no network.
$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Lesart needs Python 3.11 or newer; name one: make PYTHON=python3.12 …"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@$(BIN)/python -m compileall -q core tui # the first start is then as quick as the next
	@touch $@
