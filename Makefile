# Everything sets itself up in .venv; a machine with Python 3.11 or later needs nothing else.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test test-all check-code accept build bench faults guide mutate clean

demo: .venv/ready  ## check and build the specs, make up answers for all units, evaluate them
	$(BIN)/ojdsl check specs
	$(BIN)/ojdsl build specs
	$(BIN)/ojdsl sample specs/2017/missbruk -o demo/svar.csv
	$(BIN)/ojdsl evaluate specs/2017/missbruk demo/svar.csv -o demo/resultat
	@echo
	@echo "Bilaga 2:   generated/2017/missbruk/bilaga2.html (and .md)"
	@echo "Code:       generated/2017/missbruk/evaluator.py"
	@echo "Results:    demo/resultat/resultat.xlsx, utfall.csv, andelar.csv"
	@echo "To publish: demo/resultat/publicering/"

test: .venv/ready check-code  ## types, style, all tests, and that generated/ is what the specs give
	$(BIN)/ojdsl build specs --check
	$(BIN)/python -m pytest -n auto --dist loadfile

test-all: test  ## and what needs a browser; a missing tool is counted, and is a failure where CI is set
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[browser]'
	$(BIN)/python -m tests.browser

check-code: .venv/ready
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy

accept: .venv/ready  ## take today's output as the expected one; read the diff
	$(BIN)/ojdsl build specs
	OJDSL_ACCEPT=1 $(BIN)/python -m pytest

bench: .venv/ready  ## figures as ratios to something measured in the same run
	$(BIN)/python -m tests.bench

faults: .venv/ready  ## seed mistakes into the real specs: how many are found, where, and what else is said
	$(BIN)/python -m tests.faults

guide: .venv/ready  ## read the calculations of the printed guide (GUIDE=its text) and compare them with the specs
	$(BIN)/python -m tests.guide "$(GUIDE)"

WHAT ?= *
mutate: .venv/ready  ## change logic/ and checks/ in one place at a time (hours; WHAT="ojdsl.logic.primes.*"); see docs/mutanter.md
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[mutate]'
	$(BIN)/mutmut run $(if $(WHAT),"$(WHAT)")
	$(BIN)/mutmut results | grep -v 'not checked' || true

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

clean:
	rm -rf .venv demo build *.egg-info
