# Every target installs what it needs first (`make setup`; a second run takes no time).
# serve: AT=reviewing shows another phase; PORT, DATA and SMTP=smtp://… say where.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
DATA ?= ./data
PORT ?= 8080

.PHONY: help setup build serve test worlds mutants check lint format browser-test docs bench bench-scale bench-matching bench-screening bench-expertise clean

help:
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1	\2/p' Makefile | expand -t 22

setup: ## install packages and tools
	@tools/setup.sh

build: setup ## release programs in .build/release
	swift build -c release

serve: build ## a sample conference on http://127.0.0.1:8080
	.build/release/lectern serve --sample --data $(DATA) --port $(PORT) $(if $(AT),--at $(AT)) $(if $(SMTP),--smtp $(SMTP))

test: setup ## every test, the browser walk too
	tools/test.sh

worlds: setup ## two worlds, asked everything, and every hole tried
	tools/build-tests.sh
	LECTERN_WORLDS=full swift test --skip-build --filter WorldsTests 2>&1 | tee .build/worlds.log
	$(MAKE) mutants 2>&1 | tee -a .build/worlds.log
	@grep -E '^(worlds|mutants): .*(compared|canaries|killed)' .build/worlds.log

mutants: setup ## opens each rule, and puts old leaks back: who notices?
	tools/build-tests.sh
	LECTERN_MUTANTS=1 swift test --skip-build --filter MutantTests

lint: setup ## the format, without changing anything
	swift format lint --strict --parallel --recursive Sources Tests Package.swift

check: lint ## what CI asks: format, no warnings, tests
	tools/build-tests.sh --strict
	tools/test.sh --unless-passed

format: setup ## put the sources into the format
	swift format --in-place --parallel --recursive Sources Tests Package.swift

browser-test: setup ## only the browser walk, on the newest build (WALK="--papers 271 --reviewers 200": a conference of that size)
	tools/browser-test.sh $(WALK)

docs: setup ## renew the documents that are rendered from the rules
	LECTERN_WRITE_DOCS=1 swift test --filter DisclosureDocumentTests

bench: build ## speed and size against their goals (RECORD=1 keeps them)
	.venv/bin/python3 tools/bench.py $(if $(RECORD),--record)

bench-scale: build ## the pages of 10,000 papers, 8,000 reviewers and 40,000 reviews
	.venv/bin/python3 tools/bench_scale.py

bench-matching: setup ## the matcher beside OR-tools (RUNS=5; RECORD=1 keeps the table)
	swift build -c release --product lectern-bench
	test -d .venv-bench || python3 -m venv .venv-bench
	.venv-bench/bin/python3 -m pip install --quiet --disable-pip-version-check --requirement tools/python-packages-bench.txt
	.venv-bench/bin/python3 tools/bench_matching.py --runs $(or $(RUNS),5) $(if $(RECORD),--record)

bench-screening: setup ## screening on labelled papers, and the index of fingerprints (PAPERS=100000 grows it further)
	swift build -c release --product lectern
	swift build -c release --product lectern-inspect
	swift build -c release --product lectern-bench-screening
	test -d .venv-bench || python3 -m venv .venv-bench
	.venv-bench/bin/python3 -m pip install --quiet --disable-pip-version-check reportlab==5.1.0
	.venv-bench/bin/python3 tools/bench_screening.py --papers $(or $(PAPERS),10000)

bench-expertise: setup ## expertise: quality, tokens, the encoder beside onnxruntime, scale (PAPERS=5000 PEOPLE=4000 is quicker; RECORD=1 keeps the tables)
	swift build -c release --product lectern
	test -d .venv-bench || python3 -m venv .venv-bench
	.venv-bench/bin/python3 -m pip install --quiet --disable-pip-version-check --requirement tools/python-packages-bench.txt
	.venv-bench/bin/python3 tools/bench_expertise.py --papers $(or $(PAPERS),25000) --people $(or $(PEOPLE),20000) $(if $(ONLY),--only $(ONLY)) $(if $(RECORD),--record)

clean: ## remove what was built
	rm -rf .build screenshots
