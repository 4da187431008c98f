# Etude. `make quickstart` makes a dataset, `make test` passes the tests; both install what is missing first.

SHELL := /bin/bash
SWIFT ?= swift
# A module may import only what Package.swift says it depends on.
ARROWS := --explicit-target-dependency-import-check error
# One test at a time: on two cores the busy ones would starve those that talk over sockets into time-outs.
SERIAL := --no-parallel
RELEASE := -c release --static-swift-stdlib --product etude $(ARROWS)
ETUDE = $(shell $(SWIFT) build $(RELEASE) --show-bin-path)/etude
SOURCES := Package.swift Sources Tests

.PHONY: quickstart test build check lint fmt docs bench proofs fuzz setup shipped test-consumers test-consumers-light clean

## The main job on the built-in teacher: Output/quickstart/current is the release.
quickstart: build
	$(ETUDE) run Pipelines/quickstart.yaml

## All tests, those over loopback sockets and real processes included.
test: setup
	$(SWIFT) build --build-tests $(ARROWS)
	$(SWIFT) test --skip-build $(SERIAL)

## The release binary, with the Swift runtime linked in.
build: setup
	$(SWIFT) build $(RELEASE)

## What must hold before a change is proposed: format, strict build, tests that open no socket.
check: setup lint
	$(SWIFT) build --build-tests $(ARROWS)
	$(SWIFT) test --skip-build $(SERIAL) --skip Loopback

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

fmt:
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

## The list of files that are compiled in, after a template or catalog file came or went.
shipped:
	Scripts/shipped.sh

## The pages of the documentation, into .build/docs.
docs: setup
	Scripts/docs.sh

## Ratios against other tools, measured side by side.
bench: build
	Benchmarks/run.sh
	Benchmarks/calls.sh $(ETUDE)
	Benchmarks/dedup.sh $(ETUDE)
	Benchmarks/shards.sh $(ETUDE)
	Benchmarks/frequency.sh $(ETUDE)
	Benchmarks/scale.sh $(ETUDE) 10000 100000

## Proofs over large inputs and over real sockets, on the release binary.
proofs: build
	Scripts/proofs.sh $(ETUDE)
	python3 Scripts/dedup_proof.py $(ETUDE)
	python3 Scripts/frequency_proof.py $(ETUDE)
	python3 Scripts/hostile_proof.py $(ETUDE)
	python3 Scripts/verify_proof.py $(ETUDE) 1000
	Scripts/wire_proofs.sh $(ETUDE)

## The readers of catalogs under AddressSanitizer, a few seconds each; `Scripts/fuzz.sh 600` is the long run.
fuzz: setup
	Scripts/fuzz.sh 5

## The tools that people load releases with: Hugging Face datasets, pandas, polars, DuckDB, TRL.
test-consumers: build
	Scripts/consumers.sh $(ETUDE) full

## The part of it that CI has time for, on the debug binary.
test-consumers-light: setup
	$(SWIFT) build --product etude $(ARROWS)
	Scripts/consumers.sh "$$($(SWIFT) build --show-bin-path)/etude" light

setup:
	@Scripts/setup.sh

clean:
	rm -rf .build .build-fuzz
