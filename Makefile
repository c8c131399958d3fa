# The two commands a newcomer needs are `make learn` and `make test`; both install what is missing first.

# Release, but without whole-module optimisation: with it swift-syntax takes ten minutes instead of one.
SWIFT_FLAGS := -c release -Xswiftc -no-whole-module-optimization -debug-info-format none \
  --explicit-target-dependency-import-check error
BUILT := .build/release
PYTHON := .build/python/bin/python3
LESSON ?=

.PHONY: learn test build packages format lint bindings bench bench-language bench-gradcheck bench-small-tensors fuzz fixtures conformance mutations

# Opens the course, where one was or with a welcome; LESSON=4.1 opens a lesson. Without a terminal it runs a lesson to
# the end (5.1 if none is given) and prints it.
learn: build
	@if [ -t 0 ]; then $(BUILT)/convbook $(addprefix learn ,$(LESSON)); \
	else $(BUILT)/convbook learn $(or $(LESSON),rotated-kernel) </dev/null; fi

# Everything that CI runs. The kernels are tested once more at the levels that a newer processor would not choose.
SWIFT_TEST := swift test $(SWIFT_FLAGS) --disable-testable-imports --disable-xctest
test: build lint
	$(BUILT)/bindgen --check
	$(SWIFT_TEST)
	CONVBOOK_KERNELS=avx2 $(SWIFT_TEST) --skip-build --filter KernelsTests
	CONVBOOK_KERNELS=base $(SWIFT_TEST) --skip-build --filter KernelsTests

build: packages
	swift build $(SWIFT_FLAGS)

# System libraries: installed only where one is missing, and with sudo only for those who are not root.
APT_PACKAGES := libreadline-dev libopenblas-dev libcmark-gfm-dev libcmark-gfm-extensions-dev pkg-config
BREW_PACKAGES := readline openblas cmark-gfm pkg-config

packages:
	@if command -v dpkg-query >/dev/null; then \
	  missing=$$(for package in $(APT_PACKAGES); do \
	    dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || echo $$package; done); \
	  if [ -n "$$missing" ]; then \
	    echo "Installing" $$missing; \
	    as_root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	    $$as_root apt-get update -q && \
	    $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $$missing; \
	  fi; \
	elif command -v brew >/dev/null; then \
	  for package in $(BREW_PACKAGES); do brew list $$package >/dev/null 2>&1 || brew install $$package; done; \
	else \
	  echo "Convbook needs these libraries, by the names Debian gives them: $(APT_PACKAGES)"; \
	fi

# The engine against PyTorch, in one process; ROWS="mnist resnet18" for some rows, ROUNDS for more of them. First, that
# the comparison of the results can fail. Wants a quiet machine.
ROWS ?=
ROUNDS ?= 9
bench: build $(PYTHON)
	$(PYTHON) Tests/Benchmarks/compare_pytorch.py --products $(BUILT) --self-test $(if $(ROWS),--rows $(ROWS))
	$(PYTHON) Tests/Benchmarks/compare_pytorch.py --products $(BUILT) --rounds $(ROUNDS) $(if $(ROWS),--rows $(ROWS))

# The language against CPython, and how soon long work stops. Wants a quiet machine.
bench-language: build
	python3 Tests/Benchmarks/language.py --convbook $(BUILT)/convbook
	python3 Tests/Benchmarks/stopping.py --convbook $(BUILT)/convbook

# A gradient check of conv2d against PyTorch's (needs `pip install torch`). Wants a quiet machine.
bench-gradcheck: build
	python3 Tests/Benchmarks/gradcheck.py --products $(BUILT)

# Operations on 3x3 tensors, in nanoseconds: the engine, the notebook, PyTorch. Wants a quiet machine.
bench-small-tensors: build $(PYTHON)
	$(PYTHON) Tests/Benchmarks/small_tensors.py --release $(BUILT)

# Random programs against the language, for as long as one likes; SEED for other ones than last time.
SECONDS ?= 600
SEED ?= 1
fuzz: build
	$(BUILT)/language-fuzz mutate --seconds $(SECONDS) --seed $(SEED)

# PyTorch's numbers, from PyPI into a folder of the build: written anew for the tests, or drawn at random and compared.
$(PYTHON):
	python3 -m venv .build/python
	.build/python/bin/pip install --quiet torch torchvision numpy scipy

fixtures: $(PYTHON)
	$(PYTHON) Tests/Fixtures/make_fixtures.py

DRAWS ?= 10000
conformance: build $(PYTHON)
	$(PYTHON) Tests/Fixtures/conformance.py --conformance $(BUILT)/conformance --draws $(DRAWS) --seed $(SEED)

# The classic mistakes, made one at a time: does a test catch each?
NAME ?=
mutations: packages
	python3 Tests/Mutations/mutations.py "$(NAME)"

bindings: build
	$(BUILT)/bindgen

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
