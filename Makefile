# Everything a contributor runs. Each target sets up what it needs on first use and is quick when nothing has changed.
.DEFAULT_GOAL := help
.PHONY: help site serve check report schema published test gates gates-all record bench lint lock clean faults mutations

PYTHON ?= python3
BIN := .venv/bin
CORE := $(BIN)/python -m mentor_network
ON_ALL_CORES := -n auto --dist worksteal

help: ## List these commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# One set-up at a time: whoever starts a second one waits, and finds the work done.
ALONE := $(PYTHON) -c 'import fcntl, os, sys; file = os.open("Makefile", 0); fcntl.flock(file, fcntl.LOCK_EX); os.set_inheritable(file, True); os.execvp(sys.argv[1], sys.argv[1:])'

# Python says itself that it is too old: pip would only say that some package has no such version. The command pip is written
# last: without it, a set-up was stopped half-way, and starts again.
.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.13")'
	@$(ALONE) sh -c 'test -x $@ || { rm -rf .venv && $(PYTHON) -m venv .venv; }'

.venv/ready: requirements.txt pyproject.toml hatch_build.py hooks/mentor_network/theme/npm/package-lock.json | .venv/bin/pip
	@echo 'Installing what the commands need into .venv'
	@$(ALONE) $(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@$(ALONE) $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

.venv/ready-test: requirements-test.txt .venv/ready
	@echo 'Installing what the tests need into .venv'
	@$(ALONE) $(BIN)/python -m pip install --quiet --require-hashes -r requirements-test.txt
	@touch $@

# Tools that come from npm, run by the Node that is in the lock: a machine needs neither. No script of theirs runs.
.venv/ready-tools: tests/support/npm/package.json tests/support/npm/package-lock.json .venv/ready-test
	@mkdir -p .venv/tools
	@cp tests/support/npm/package.json tests/support/npm/package-lock.json .venv/tools/
	@$(ALONE) $(BIN)/npm ci --prefix .venv/tools --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

site: .venv/ready ## Check everything and build the site into site/
	$(CORE) site$(if $(FORMAT), --format $(FORMAT))

serve: .venv/ready ## Serve the site on http://127.0.0.1:8000/, with each edit as you save it
	$(CORE) serve

check: .venv/ready ## Say what is wrong in the catalogues and pages, with line numbers
	$(CORE) check

report: .venv/ready ## Say what is overdue, thin or missing, and what to do about it
	$(CORE) report

schema: .venv/ready ## Write again what is made from the record classes: schemas and the table of fields
	$(CORE) schema

published: .venv/ready ## Add the site's new addresses to the list of those that must answer for ever
	$(CORE) published

lint: .venv/ready-test
	$(BIN)/ruff check hooks tests
	$(BIN)/ruff format --check --quiet hooks tests
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

test: lint .venv/ready-tools ## Run the linters and every test that takes seconds, with a real browser
	$(CORE) gates --setup
	$(BIN)/pytest $(ON_ALL_CORES)

# Python keeps what it compiled, whatever the shell says: the tests start it more than 100 times.
test gates gates-all: export PYTHONDONTWRITEBYTECODE =

gates: .venv/ready-test .venv/ready-tools ## Run the gates that take too long for `make test`
	$(CORE) gates --setup
	$(BIN)/pytest -m "gate or hypothesis" --hypothesis-profile deep $(ON_ALL_CORES)

gates-all: .venv/ready-test .venv/ready-tools ## Run the same, with every page in a browser
	$(CORE) gates --setup
	$(BIN)/pytest -m "gate or every_page or hypothesis" --hypothesis-profile deep $(ON_ALL_CORES)

record: site test gates-all ## Run every test and gate, and write down for the accessibility statement that they passed
	PYTHONPATH=tests $(BIN)/python -m support.record

faults: .venv/ready-test ## Try every fault on a copy of the small network, and say what came of it
	PYTHONPATH=tests $(BIN)/python -m faults

mutations: .venv/ready-test ## Make single mistakes in a copy of the network, and say how `check` tells them (OPTIONS=--help)
	PYTHONPATH=tests $(BIN)/python -m mutations $(OPTIONS)

.venv/ready-bench: tests/benchmarks/npm/package.json tests/benchmarks/npm/package-lock.json .venv/ready-test
	@mkdir -p .venv/bench
	@cp tests/benchmarks/npm/package.json tests/benchmarks/npm/package-lock.json .venv/bench/
	@$(ALONE) $(BIN)/npm ci --prefix .venv/bench --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

bench: .venv/ready-bench ## Measure speed and size against their budgets
	PYTHONPATH=tests $(BIN)/python -m benchmarks.run

lock: .venv/ready-test ## Lock the dependencies again (needs uv)
	for tools in hooks/mentor_network/gates/npm hooks/mentor_network/theme/npm tests/support/npm tests/benchmarks/npm; do $(BIN)/npm install --prefix $$tools --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund || exit; done
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml --extra setup -o requirements.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml --extra setup --extra gates --extra test -c requirements.txt -o requirements-test.txt

clean: ## Remove what was built and installed
	rm -rf .venv site site.next site.old .site.lock build .cache
