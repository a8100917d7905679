# Alles, was man braucht: 'make serve' zeigt die Website, 'make test' prüft alles.
PYTHON ?= python3
SITE ?= site
PORT ?= 8000
BIN := .venv/bin
# Eine Datei bleibt bei einem Arbeiter; die längsten beginnen (tests/conftest.py ordnet sie).
TESTS := $(BIN)/python -m pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder
export NO_MKDOCS_2_WARNING := 1
# Hunderte Aufrufe von Python, die sonst jedes Modul neu übersetzten; die Dateien stehen in .gitignore.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help

.PHONY: help
help:  ## diese Übersicht
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort

.PHONY: serve
serve: ready  ## die Website unter http://127.0.0.1:8000 zeigen; Änderungen erscheinen von selbst
	@$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

.PHONY: site
site: ready  ## die Website in den Ordner SITE bauen (sonst: site)
	@$(BIN)/python scripts/publish.py "$(SITE)"

.PHONY: test
test: ready-tests  ## alle Tests, auch im Browser
	@$(TESTS)

.PHONY: test-since
test-since: ready-tests  ## die Tests, die eine Änderung seit BASE braucht: nur Daten und Worte in drei Minuten, sonst alle
	@case "$$($(PYTHON) scripts/affected.py "$(BASE)")" in \
	  content) $(TESTS) -m content ;; \
	  *) $(TESTS) ;; \
	esac

.PHONY: check
check: ready-tests lint data  ## schnell: Stil, Typen, Daten und Tests ohne Browser
	@$(TESTS) -m "not slow"

.PHONY: nightly
nightly: ready-tests  ## was zu lange dauert, um auf jede Änderung zu warten: alle Fälle im Browser, mehr Abbrüche, mehr Zufall
	@$(TESTS) -m nightly
	@WEGWEISER_FUZZ=20000 $(TESTS) -m chance

.PHONY: data
data: ready  ## die Daten prüfen
	@$(BIN)/wegweiser check

.PHONY: lint
lint: ready-tests  ## Stil, Typen, erlaubte Importe, Arbeitsabläufe
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/zizmor --offline --quiet .github
	@$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml

.PHONY: audit
audit: ready-tests  ## Barrierefreiheit jeder einzelnen Seite prüfen, jede Nacht; 'make test' nimmt eine von jeder Art
	@PYTHONPATH=tests/support $(BIN)/python tests/browser/audit.py

.PHONY: validity
validity: ready-tests  ## prüfen, ob jede Seite gültiges HTML ist (braucht Java und npm)
	@PYTHONPATH=tests/support $(BIN)/python tests/validity.py

.PHONY: links
links: ready  ## die Links nach draußen besuchen und nennen, was nicht mehr antwortet
	@$(BIN)/python tests/links/visit.py

.PHONY: lighthouse
lighthouse: ready-tests  ## die sechs wichtigsten Seiten auf einem langsamen Telefon messen (braucht npm)
	@PYTHONPATH=tests/support $(BIN)/python tests/lighthouse.py

.PHONY: screenshots
screenshots: ready-tests  ## Bilder der wichtigsten Seiten in den Ordner screenshots
	@PYTHONPATH=tests/support $(BIN)/python tests/browser/screenshots.py

.PHONY: heights
heights: ready-tests  ## wie weit es auf einem Telefon bis zur Nummer ist, wie lang die Seiten sind, wie viel sie über sich sagen
	@PYTHONPATH=tests/support $(BIN)/python tests/support/heights.py

.PHONY: coverage
coverage: ready-tests  ## welche Zeilen und Zweige des Programms die Tests erreichen (Zweige: mindestens 98 %)
	@rm -f .coverage .coverage.*
	@mkdir -p .cache
	@WEGWEISER_FUZZ=300 $(BIN)/coverage run -m pytest tests/unit tests/data tests/site -m "not slow"
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage json --quiet -o .cache/coverage.json
	@$(BIN)/python tests/branches.py .cache/coverage.json

.PHONY: mutation
mutation: ready-tests  ## wie viele kleine Änderungen am Programm die Tests bemerken (SAMPLE=0: alle, dauert Stunden)
	@test -x .cache/mutation/venv/bin/cosmic-ray || $(PYTHON) -m venv .cache/mutation/venv
	@.cache/mutation/venv/bin/python -m pip install --quiet --require-hashes --requirement tests/mutation/requirements.txt
	@$(BIN)/python tests/mutation/measure.py $(SAMPLE)

.PHONY: bench
bench: ready-tests  ## Geschwindigkeit messen und als Verhältnis zeigen (AGAINST=Commit: daneben ein älterer Stand)
	@$(BIN)/python tests/benchmarks/build_time.py $(if $(AGAINST),--against $(AGAINST))

.PHONY: bench-guide
bench-guide: ready-tests  ## messen, wie schnell der Wegweiser auf einem Handy antwortet
	@PYTHONPATH=tests/support $(BIN)/python tests/benchmarks/guide.py

.PHONY: bench-search
bench-search: ready-tests  ## die Suche messen, neben MiniSearch (braucht Node.js)
	@PYTHONPATH=tests/support $(BIN)/python tests/search/bench.py

.PHONY: packed
packed:  ## die Skripte für den Browser neu packen, nach jeder Änderung in overrides/script (braucht Node.js)
	@$(PYTHON) scripts/pack.py

.PHONY: editor
editor: ready  ## das Formular für die Angaben unter http://127.0.0.1:8001/redaktion/, für diesen Ordner (braucht Node.js)
	@$(BIN)/python scripts/editor.py --local .cache/local-editor
	@$(BIN)/python -m http.server 8001 --bind 127.0.0.1 --directory .cache/local-editor

.PHONY: lock
lock: ready-tests  ## requirements*.lock aus pyproject.toml neu schreiben
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --extra tests pyproject.toml -o requirements-tests.lock

.PHONY: ready ready-tests
ready:
	@$(PYTHON) scripts/prepare.py
ready-tests:
	@$(PYTHON) scripts/prepare.py --tests
	@$(PYTHON) scripts/pack.py --tools
	@$(PYTHON) scripts/editor.py --tools
