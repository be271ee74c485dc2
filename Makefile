# The commands of every day. `make demo` and `make test` need nothing but Python 3.11 and make.
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000

.PHONY: demo test check format bench bench-100000 bench-1000000 rules lock clean fuzz

demo: .venv/ready
	$(BIN)/protokollarkiv demo --servera --port $(PORT)

test: check
	$(BIN)/pytest --numprocesses auto --dist worksteal

check: .venv/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: .venv/ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.venv/ready: requirements-dev.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# What the benchmarks measure against; nothing else needs it.
.venv/peers: .venv/ready requirements-bench.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	touch $@

# All that docs/benchmarks.md tells, measured anew; some twenty minutes. SAMPLES="folder of PDFs"
bench: .venv/peers
	PYTHONPATH=tests/support $(BIN)/python benchmarks/samples.py
	$(BIN)/python benchmarks/parse_quality.py
	PYTHONPATH=tests/support $(BIN)/python benchmarks/topics.py
	$(BIN)/python benchmarks/pdf_pages.py $(if $(SAMPLES),--samples "$(SAMPLES)")
	$(BIN)/python benchmarks/import_speed.py
	$(BIN)/python benchmarks/search_quality.py
	$(BIN)/python benchmarks/search_speed.py
	$(BIN)/python benchmarks/index_commits.py
	$(BIN)/python benchmarks/page_load.py
	$(BIN)/python benchmarks/page_paint.py

# Searches in the larger sets, which take a quarter of an hour and an hour. KEEP="folder for indexes"
bench-100000 bench-1000000: .venv/peers
	$(BIN)/python benchmarks/search_speed.py --sections $(@:bench-%=%) $(if $(KEEP),--keep "$(KEEP)")

# Does a named test fail when a module of the parser says nothing? Some minutes.
rules: .venv/ready
	$(BIN)/python benchmarks/blank_modules.py

# Damaged files through an import; what fails is kept in build/fuzz. FUZZ="--count 500 --seed 2"
fuzz: .venv/ready
	PYTHONPATH=tests/support $(BIN)/python -P tests/fuzz_files.py $(FUZZ)  # -P: tests/importers is no package

# Needs uv. The files are for every platform and for Python 3.11 and later.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
		--no-emit-index-url --upgrade --extra build pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
		--no-emit-index-url --upgrade --extra build --extra demo --extra dev pyproject.toml -o requirements-dev.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
		--no-emit-index-url --upgrade --extra bench pyproject.toml -o requirements-bench.lock

clean:
	rm -rf .venv .demo build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
