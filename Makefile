# Every recipe is one visible line. Needs Python 3.11 or newer (with pip and venv), make and git.
.PHONY: site test test-all serve serve-site zip sbom audit check seal rollback clean help
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
export NO_MKDOCS_2_WARNING := 1
TOO_OLD := Weerklank needs Python 3.11 or newer, and $(PYTHON) is older. Name a newer one: make PYTHON=python3.11
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11) and '$(TOO_OLD)')
INSTALL := $(PY) -m pip install -qq --disable-pip-version-check # -qq: errors alone
# A .venv whose Python is too old, or is gone, is made anew.
.PHONY: renew
RENEW := $(shell test ! -e $(VENV)/ready || $(PY) -c "$(NEW_ENOUGH)" 2>/dev/null || echo renew)

.DEFAULT_GOAL := help

help: ## list what make can do here
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 12

site: $(VENV)/ready ## build the site from seeds/ (BASE_URL=https://… for a mirror, ACCEPT_LOSS="id …" for what may go)
	@$(PY) scripts/build.py $${BASE_URL:+--base-url "$$BASE_URL"} $${ACCEPT_LOSS:+--accept-loss $$ACCEPT_LOSS}

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

check: $(VENV)/ready ## whether docs/ is what the seeds give, its links, what it may not show; writes nothing
	@$(PY) -m weerklank check

seal: $(VENV)/ready ## accept changed seeds into seeds/SHA256SUMS
	@$(PY) -m weerklank seal

rollback: $(VENV)/ready ## put the site before this one back (a second time undoes it)
	@$(PY) -m weerklank rollback

clean: ## take away the built site and caches; the environment and the record of docs/ stay
	@rm -rf site site.* dist .weerklank/build* .weerklank/docs .weerklank/kept* .weerklank/previous* .weerklank/lock .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/ready: requirements.txt pyproject.toml $(RENEW)
	@$(PYTHON) -c "$(NEW_ENOUGH)"
	@echo "Installing the locked packages into $(VENV) ..." >&2
	@$(PY) -c "$(NEW_ENOUGH)" 2>/dev/null || $(PYTHON) -m venv --clear $(VENV)
	@$(INSTALL) --require-hashes -r requirements.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@echo ../../../../scripts > $$(echo $(VENV)/lib/python3*/site-packages/__editable__.weerklank-*.pth)
	@$(PY) -m compileall -q scripts # else each command compiles it, where Python writes no bytecode
	@printf '#!/bin/sh\nexec "$$(dirname "$$0")/python" -m weerklank "$$@"\n' > $(VENV)/bin/weerklank && chmod +x $(VENV)/bin/weerklank
	@touch $@

$(VENV)/ready-test: requirements-test.txt $(VENV)/ready
	@echo "Installing what the tests need ..." >&2
	@$(INSTALL) --require-hashes -r requirements-test.txt
	@touch $@
