# make run      open Catcow (installs what is missing to build it)
# make test     run every test (installs what is missing to run them)
# make build    just build ./catcow
# make package  dist/catcow-VERSION-OS-ARCH.tar.gz, stripped, with icon and desktop file

GO       = .ci/go
TAGS     = migrated_fynedo,no_emoji
VERSION := $(shell sed -n "s/^\#\# \[\([0-9][^]]*\)\].*/\1/p" CHANGELOG.md | head -n 1)

.PHONY: run test build package clean

run: build
	@./catcow $(ARGS)

test:
	@.ci/deps test
	@.ci/test

build:
	@.ci/deps build
	@$(GO) build -tags $(TAGS) -ldflags "-X main.version=$(VERSION)" -o catcow .
# What the linker wrote lies in memory in pieces of megabytes, and a page that is needed may bring in a whole piece (Linux
# 6.18). A copy lies in small ones, which halves what the resident takes.
	@cp catcow catcow.copy && mv -f catcow.copy catcow

package:
	@.ci/deps build
	@GO=$(GO) VERSION=$(VERSION) .ci/package

clean:
	rm -rf catcow dist
