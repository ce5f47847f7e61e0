# Everything a newcomer types. `make demo` and `make test` set up what they need in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test check docs bench lint format lock wheel installed browser vendor picture help clean

demo: $(VENV)/.run  ## build output/ from seeds/ and say which file to open
	$(BIN)/kg build seeds -o output

test: $(VENV)/.dev  ## pass the tests
	$(BIN)/python -m pytest
	tests/page/run test

check: lint test  ## format, lint, types, then the tests

docs: $(VENV)/.run  ## write the generated pages of docs/reference again
	$(BIN)/python -m docs.generate

bench: $(VENV)/.run  ## accuracy on the gold, then speed against the bare language model
	$(BIN)/python -m bench gold
	$(BIN)/python -m bench speed

lint: $(VENV)/.dev  ## format, lint, types; the page's JavaScript too where Node.js is there
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	tests/page/run lint

format: $(VENV)/.dev  ## put the code into the one format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	npx --no-install biome check --write || echo "the page's JavaScript was not formatted: run npm ci first" >&2

browser:  ## install the Chromium that the page tests drive (Debian, as root)
	apt-get update -q && apt-get install -y -q chromium

vendor:  ## fetch the page's third-party script anew, in the version that package.json pins (Node.js)
	tests/page/vendor

picture: $(VENV)/.dev  ## take docs/map.png, the README's picture of the page, from output/
	$(BIN)/python docs/picture.py

lock: $(VENV)/bin/python  ## renew both lock files (hashes, no addresses)
	$(BIN)/pip install -q 'pip-tools>=7.5,<8'
	$(BIN)/pip-compile -q --upgrade --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate \
		--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --build-deps-for wheel --build-deps-for editable \
		-o requirements.lock pyproject.toml
	$(BIN)/pip-compile -q --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate \
		--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --build-deps-for wheel --build-deps-for editable \
		-c requirements.lock --extra all --extra dev -o requirements-dev.lock pyproject.toml

wheel: $(VENV)/.dev  ## build the wheel into dist/
	rm -rf dist
	$(BIN)/pip wheel -q --no-deps --no-build-isolation -w dist .

installed: wheel  ## install the wheel into an empty environment elsewhere, with the locked versions, and build there
	set -e; away=$$(mktemp -d); trap 'rm -rf $$away' EXIT; \
	$(VENV)/bin/python -m venv $$away/venv; $$away/venv/bin/pip install -q --require-hashes -r requirements.lock; \
	$$away/venv/bin/pip install -q --no-deps dist/stakeholder_kg-*.whl; cp -r seeds $$away/articles; cd $$away; \
	venv/bin/kg build articles -o graph; venv/bin/kg check graph; venv/bin/kg query heads -d graph

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile

clean:  ## remove what was installed and cached, not output/
	rm -rf $(VENV) .kg-cache dist .mypy_cache .ruff_cache .pytest_cache node_modules

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11 …")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install -q --require-hashes -r requirements.lock
	$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(BIN)/pip install -q --require-hashes -r requirements-dev.lock
	@touch $@
