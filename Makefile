# Lesart: set-up, demo, tests and checks. `make help` lists what can be made.

PYTHON ?= python3
KEYS ?= 50000
SEED ?= 1
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help demo test test-browser thorough coverage mutants check format snapshots benchmark bench bench-check soak screenshots catalogue lock sbom licences man clean

help: ## list what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

demo: $(READY) ## open the bundled article in the reader (printed as text without a terminal)
	@$(BIN)/lesart demo

# One process more than there are processors: some tests wait for a terminal, a server, a disk. What is compiled is kept,
# even where the environment says otherwise: compiling the tests takes longer than collecting them.
test: export PYTHONDONTWRITEBYTECODE =
test: $(READY) ## run every test, on all processors
	@$(BIN)/python -m compileall -q core tui
	@$(BIN)/python -m tests.compiled
	@$(BIN)/python -m pytest -n $$(( $$($(BIN)/python -c 'import os; print(os.cpu_count() or 1)') + 1 )) --dist worksteal

test-browser: build/.browser ## use the reader in a Chromium, if one is installed
	$(BIN)/python -m pytest -m browser -rs tests/tui/browser

thorough: $(READY) ## test properties with 1,000 examples each instead of 40
	$(BIN)/python -m pytest -m 'hypothesis and not benchmark' --hypothesis-profile thorough

coverage: build/.measures ## run every test and say which branches of core and tui none takes; fails below 88 in 100
	$(BIN)/python -m pytest -n auto --dist worksteal --cov=core --cov=tui --cov-branch --cov-fail-under=88 \
		--cov-report=term:skip-covered --cov-report=html:build/coverage

mutants: build/.measures ## change 60 places of the core, and see that tests fail; about half an hour
	nice $(BIN)/python -m tests.mutants

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

bench: $(READY) ## measure start-up, analysis, reader, library and quality beside other programs, and keep the figures
	$(BIN)/python -m tests.benchmarks.table

bench-check: $(READY) ## measure the same, and fail where something is worse than the figures kept
	$(BIN)/python -m tests.benchmarks.table --check

soak: $(READY) ## two windows, kills, hostile servers and files, at random for hours: make soak KEYS=50000 SEED=1
	$(BIN)/python -m tests.soak --keys $(KEYS) --seed $(SEED)

screenshots: $(READY) ## make the picture in the README
	$(BIN)/python -m tests.screenshots

catalogue: $(READY) ## collect the messages of the interface for assets/locale/de/LC_MESSAGES/lesart.po, and compile it
	@mkdir -p build
	$(BIN)/pybabel -q extract --mapping pyproject.toml --sort-by-file --add-location file --output build/lesart.pot core tui
	$(BIN)/pybabel -q update --domain lesart --input-file build/lesart.pot --output-dir assets/locale --width 110 \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
	$(BIN)/pybabel -q compile --domain lesart --directory assets/locale

lock: ## choose exact versions within the ranges of pyproject.toml, and write their hashes into constraints.txt
	$(PYTHON) -m venv build/lock && build/lock/bin/pip install -q uv
	build/lock/bin/uv pip compile -q --universal --python-version 3.11 --no-header --no-annotate --generate-hashes --extra dev -o constraints.txt pyproject.toml
	build/lock/bin/uv pip compile -q --universal --python-version 3.11 --no-header --no-annotate --generate-hashes -o .ci/release.txt .ci/release.in
	build/lock/bin/uv pip compile -q --universal --python-version 3.11 --no-header --no-annotate --generate-hashes -c constraints.txt -o .ci/browser.txt .ci/browser.in
	build/lock/bin/uv pip compile -q --universal --python-version 3.11 --no-header --no-annotate --generate-hashes -c constraints.txt -o .ci/measures.txt .ci/measures.in

sbom: $(READY) ## list all parts of the program, with versions and licences, in build/lesart.cdx.json (CycloneDX)
	$(PYTHON) -m venv build/release && build/release/bin/pip install -q --require-hashes -r .ci/release.txt
	build/release/bin/uv pip compile -q --no-header --no-annotate --generate-hashes -c constraints.txt -o build/parts.txt pyproject.toml
	$(PYTHON) -m venv build/parts && build/parts/bin/pip install -q --require-hashes -r build/parts.txt
	build/release/bin/cyclonedx-py environment --pyproject pyproject.toml --gather-license-texts --of JSON -o build/lesart.cdx.json build/parts

licences: $(READY) ## write down the licences of all parts, as their packages state them, in LICENCES.md
	$(BIN)/python -m tests.licences

man: $(READY) ## make the manual page and the completions for shells, in build/share; a wheel made later has them
	$(BIN)/python -m tests.manual

clean: ## remove the environment and all that was built
	rm -rf $(VENV) build dist

build/.measures: $(READY) .ci/measures.txt
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r .ci/measures.txt
	@mkdir -p build && touch $@

build/.browser: $(READY) .ci/browser.txt
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r .ci/browser.txt
	@mkdir -p build && touch $@

# Made once, and again only when the declared or the pinned versions change: later runs need no network. What is
# installed must have the hashes of constraints.txt; pip accepts no hashes for an editable project, so that comes second
# and is built with the pinned backend.
$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Lesart needs Python 3.11 or newer; name one: make PYTHON=python3.12 …"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q core tui # the first start is then as quick as the next
	@touch $@
