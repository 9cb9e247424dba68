# Every recipe is one visible line. Needs Python 3.11 or newer (with pip and venv), make and git.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
export NO_MKDOCS_2_WARNING := 1

.PHONY: site test test-all serve serve-site zip sbom audit check seal rollback clean help
.DEFAULT_GOAL := help

help: ## list what make can do here
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 12

site: $(VENV)/ready ## build the site from seeds/ (BASE_URL=https://… for a mirror elsewhere)
	@$(PY) scripts/build.py $${BASE_URL:+--base-url "$$BASE_URL"}

test: $(VENV)/ready-test ## run every test, the browser's included
	@$(PY) -m tests.browsers && $(PY) -m pytest -n auto --dist loadfile --no-loadscope-reorder

test-all: $(VENV)/ready-test ## the same, with every combination of page, paper and colours
	@$(PY) -m tests.browsers && $(PY) -m pytest -m "" -n auto --dist loadfile --no-loadscope-reorder

serve: $(VENV)/ready ## live preview: an edit in seeds/ or docs/ shows in the browser
	@$(PY) -m weerklank serve

serve-site: $(VENV)/ready ## the finished site as a host serves it: headers, gzip, 404 (PORT=, SITE_PATH=/sub/)
	@$(PY) -m weerklank serve-site $${PORT:+--port "$$PORT"} $${SITE_PATH:+--path "$$SITE_PATH"}

zip: site ## the site as a folder that opens from a USB stick, in dist/
	@$(PY) -m weerklank zip

sbom: $(VENV)/ready ## what the build runs on, as CycloneDX JSON, in dist/
	@$(PY) -m weerklank sbom

audit: $(VENV)/ready-test ## known weaknesses of the locked packages (needs a network; says so if not run)
	@$(PY) -m weerklank audit

check: $(VENV)/ready-test ## drift of docs/, types and lint; writes nothing
	@$(PY) -m weerklank check && $(PY) -m mypy && $(PY) -m ruff check scripts tests && $(PY) -m ruff format --check scripts tests

seal: $(VENV)/ready ## accept changed seeds into seeds/SHA256SUMS
	@$(PY) -m weerklank seal

rollback: $(VENV)/ready ## put the site before this one back (a second time undoes it)
	@$(PY) -m weerklank rollback

clean: ## take away the built site and caches; the environment stays
	@rm -rf site site.* dist .weerklank .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/ready: requirements.txt pyproject.toml
	@echo "Installing the locked packages into $(VENV) ..." >&2
	@$(PYTHON) -m venv $(VENV)
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@echo ../../../../scripts > $$(echo $(VENV)/lib/python3*/site-packages/__editable__.weerklank-*.pth)
	@printf '#!/bin/sh\nexec "$$(dirname "$$0")/python" -m weerklank "$$@"\n' > $(VENV)/bin/weerklank && chmod +x $(VENV)/bin/weerklank
	@touch $@

$(VENV)/ready-test: requirements-test.txt $(VENV)/ready
	@echo "Installing what the tests need ..." >&2
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@
