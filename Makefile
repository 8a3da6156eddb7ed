# make demo: audit the example export into demo/.   make test: everything that must hold.
PYTHON ?= python3
BIN := .venv/bin
WHEEL_ENV := build/wheel-venv

.PHONY: demo test gold likeness bench kill-test setup simulate wheel-test

demo: setup
	$(BIN)/sbp audit examples/council/forms.csv --mapping examples/council/mapping.yaml \
	  --cld examples/council/client-level-data.csv -o demo
	@echo "The report is at demo/report-internal.html: open it in any browser."

test: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m sbp.generate --check
	$(BIN)/pytest -n auto
	$(MAKE) wheel-test

# How often the rules are right, on the annotated passages and the case files of tests/gold.
gold: setup
	$(BIN)/python tests/gold/measure.py
	$(BIN)/python tests/gold/measure_cases.py
	$(BIN)/python tests/gold/measure_single.py

# What sentences with a finding are like, learned from the annotated passages; writes rules/words/likeness.json.
likeness: setup
	$(BIN)/python tests/gold/learn.py

# How fast it is here; writes docs/explanation/performance.md. Some minutes, on one core.
bench: setup
	$(BIN)/python tests/bench/language.py
	$(BIN)/python tests/bench/audit.py
	$(BIN)/python tests/bench/intake.py

# How the charts of the report behave when all teams are alike, and when one differs; writes docs/explanation/simulation.md.
simulate: setup
	$(BIN)/python tests/simulate.py

# Twenty runs killed at random moments; each must go on and end with the same outputs.
kill-test: setup
	SBP_KILLS=20 $(BIN)/pytest tests/test_resume.py -q

# The built wheel, with only what it says it needs, installed elsewhere and run outside the checkout.
wheel-test: setup
	rm -rf build dist
	$(BIN)/python -m build --wheel --no-isolation --outdir dist .
	$(PYTHON) -m venv $(WHEEL_ENV)
	sed -e '/--hash/d' -e 's/ *\\$$//' requirements.lock > build/constraints.txt
	$(WHEEL_ENV)/bin/python -m pip install -q --constraint build/constraints.txt "$$(ls dist/*.whl)[audit]"
	$(WHEEL_ENV)/bin/python -I tests/wheel/run.py

setup: .venv/.set-up

.venv/.set-up: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	touch $@
