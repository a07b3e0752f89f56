# spbe: `make` builds it, `make demo` shows it, `make test` proves it, `make help` lists the rest.

# ---- settings: change them on the command line, as in `make CC=clang-14 V=1` ------------------------

CC      = gcc
OPT     = -O2 -g
WERROR  = -Werror
BUILD   = build
PREFIX  = /usr/local
DESTDIR =
V       = 0
# Libraries as part of the program (1) or shared (0), as distributions want it.
STATIC  = 1

# Instrumented builds, each in a BUILD of its own. They drop the worker's address-space limit,
# file-size limit and seccomp filter at compile time (SPBE_SANITIZED), which cannot run under them.
SANITIZE  =
COVERAGE  = 0
LIBFUZZER = 0

# Fuzzing: seconds for each target.
SECONDS_EACH = 20

# ---- nothing to change below this line --------------------------------------------------------------

VERSION := 0.1.0
MAKEFLAGS += --no-print-directory --no-builtin-rules
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
Q := $(if $(filter 1,$(V)),,@)
comma := ,
say = $(if $(filter 1,$(V)),,@printf '  %-8s%s\n' '$(1)' '$(2)';)

# The modules, lowest layer first. A module without a .c is a header only.
MODULES := $(shell sed -n 's/^\([a-z][a-z0-9_]*\).*/\1/p' core/layers.txt)
SOURCES := $(foreach m,$(MODULES),$(wildcard core/$(m).c))
EMBEDDED := $(patsubst core/%.sql,$(BUILD)/obj/%_sql.o,$(wildcard core/*.sql)) \
	$(patsubst core/%.lua,$(BUILD)/obj/%_lua.o,$(wildcard core/*.lua))
OBJECTS := $(SOURCES:core/%.c=$(BUILD)/obj/%.o) $(EMBEDDED) \
	$(if $(filter 1,$(COVERAGE)),$(BUILD)/tests/coverage_exit.o)
LIBRARY_OBJECTS := $(filter-out $(BUILD)/obj/main.o,$(OBJECTS))
UNIT_TESTS := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(wildcard tests/unit/test_*.c))
FUZZ_TARGETS := $(patsubst tests/fuzz/%.c,$(BUILD)/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))

# Outside libraries, by their pkg-config names. zlib comes with libxlsxwriter and is not used by us.
PACKAGES := lua5.4 xlsxwriter minizip expat libcjson sqlite3 libcrypto libseccomp ncursesw
PACKAGE_CFLAGS := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null | sed 's/-I/-isystem /g')
PACKAGE_LIBS := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lm

# The program takes the archive of each library where there is one, so that a process has nothing to look up
# in shared ones before it begins: half of its start. libseccomp stays shared (it is LGPL). libxlsxwriter is
# loaded when a report is drawn (core/sheet_library.h), by the name that its shared file gives itself.
STATIC_LIBS := $(if $(filter 1,$(STATIC)),$(foreach l,$(PACKAGE_LIBS),$(if \
	$(filter-out -lseccomp -lm,$(l)),$(if $(filter /%,$(shell $(CC) -print-file-name=$(l:-l%=lib%).a)),\
	$(l:-l%=-l:lib%.a),$(l)),$(l))),$(PACKAGE_LIBS))
XLSXWRITER := $(or $(shell readelf -d "$$($(CC) -print-file-name=libxlsxwriter.so)" 2>/dev/null | \
	sed -n 's/.*SONAME.*\[\(.*\)\].*/\1/p'),libxlsxwriter.so.4)

# -Wformat-nonliteral is left out because sentences come from gettext; -Wcast-qual because the
# callbacks of outside libraries take non-const pointers. clang's -Wconversion and -Wextra bring two of its
# own that gcc's do not: of texts in assert, and of fields that a library's macro leaves out.
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wvla $(WERROR) \
	$(if $(findstring clang,$(CC)),-Wno-string-conversion -Wno-missing-field-initializers)
HARDENING := -fstack-protector-strong -fPIE $(if $(SANITIZE),,-D_FORTIFY_SOURCE=2)
HARDENING_LINK := -pie -Wl,-z,relro,-z,now -Wl,--as-needed -Wl,--export-dynamic-symbol=lxw_tmpfile
# gcc warns of null formats that only the sanitizer's own branches have: format-truncation is off there.
INSTRUMENT := $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-omit-frame-pointer \
	-fno-sanitize-recover=all $(if $(findstring clang,$(CC)),,-Wno-format-truncation)) \
	$(if $(filter 1,$(COVERAGE)),--coverage -fprofile-update=atomic) \
	$(if $(SANITIZE)$(filter 1,$(COVERAGE)),-DSPBE_SANITIZED)

CPPFLAGS_ALL := -D_GNU_SOURCE -DSPBE_VERSION='"$(VERSION)"' \
	-DSPBE_XLSXWRITER='"$(XLSXWRITER)"' -Icore $(PACKAGE_CFLAGS) $(CPPFLAGS)
CFLAGS_ALL := -std=c17 $(OPT) $(WARNINGS) $(HARDENING) $(INSTRUMENT) $(CFLAGS)
LDFLAGS_ALL := $(HARDENING_LINK) $(INSTRUMENT) $(if $(filter 1,$(COVERAGE)),-Wl$(comma)--wrap=_exit$(comma)--wrap=kill) $(LDFLAGS)

# What a batch of assessments goes through, thousands a second, is optimised across its files: a seventh
# of the time. Not all of core/: that takes the compiler three times as long. Objects stay ordinary ones
# for the unit tests.
BATCH := text arena error fraction hash lang json_scan json_string json json_out stream instrument \
	assessment exchange_field exchange_reader exchange problem season pending evaluation reason vocabulary warning \
	evaluator result_head report_frame report batch
LTO := $(if $(SANITIZE)$(filter 1,$(COVERAGE))$(findstring clang,$(CC)),,-flto=auto -ffat-lto-objects)

COMPILE = $(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -MMD -MP

export CC BUILD V

.PHONY: all test check analyse asan fuzz soak hostile coverage bench install clean help demo golden unit cli fuzzers FORCE

## all        build the program (build/spbe); it runs in place
all: $(BUILD)/spbe $(BUILD)/root $(BUILD)/translations

$(BUILD)/spbe: $(OBJECTS)
	$(call say,LINK,$@)$(CC) -o $@ $^ $(OPT) $(LTO) $(LDFLAGS_ALL) -Wl,--start-group $(STATIC_LIBS) -Wl,--end-group

$(BUILD)/obj/%.o: core/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC,$<)$(COMPILE) $(if $(filter $*,$(BATCH)),$(LTO)) -c -o $@ $<

# core/NAME.sql becomes the constant text NAME_sql.
$(BUILD)/obj/%_sql.c: core/%.sql
	@mkdir -p $(@D)
	$(call say,EMBED,$<){ echo 'extern const char $*_sql[];'; echo 'const char $*_sql[] = {'; \
	  od -An -v -tx1 $< | sed "s/ \([0-9a-f][0-9a-f]\)/'\\\\x\1',/g"; echo '0};'; } >$@

$(BUILD)/obj/%_sql.o: $(BUILD)/obj/%_sql.c $(BUILD)/flags
	$(Q)$(COMPILE) -c -o $@ $<

# core/NAME.lua becomes the constant text NAME_lua.
$(BUILD)/obj/%_lua.c: core/%.lua
	@mkdir -p $(@D)
	$(call say,EMBED,$<){ echo 'extern const char $*_lua[];'; echo 'const char $*_lua[] = {'; \
	  od -An -v -tx1 $< | sed "s/ \([0-9a-f][0-9a-f]\)/'\\\\x\1',/g"; echo '0};'; } >$@

$(BUILD)/obj/%_lua.o: $(BUILD)/obj/%_lua.c $(BUILD)/flags
	$(Q)$(COMPILE) -c -o $@ $<

# What everything was compiled with: another compiler or flag compiles all of it again.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' '$(subst ','\'',$(COMPILE) $(LDFLAGS_ALL))' >$@.new
	@if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

# Where rules/ and templates/ are, for a program that was built outside the checkout.
$(BUILD)/root: FORCE
	@mkdir -p $(BUILD)/tests
	@for file in $@ $(BUILD)/tests/root; do \
	  [ "$$(cat $$file 2>/dev/null)" = '$(CURDIR)' ] || printf '%s\n' '$(CURDIR)' >$$file; done

# templates/lang/<language>/*.po become $(BUILD)/lang/<language>/LC_MESSAGES/spbe.mo.
LANGUAGES := $(sort $(foreach p,$(wildcard templates/lang/*/*.po),$(notdir $(patsubst %/,%,$(dir $(p))))))
$(BUILD)/translations: $(foreach l,$(LANGUAGES),$(BUILD)/lang/$(l)/LC_MESSAGES/spbe.mo)
	@mkdir -p $(@D)
	@touch $@

.SECONDEXPANSION:
$(BUILD)/lang/%/LC_MESSAGES/spbe.mo: $$(wildcard templates/lang/$$*/*.po)
	@mkdir -p $(@D)
	$(call say,MSGFMT,$@)msgcat --use-first $(sort $^) | msgfmt --check-format --check-domain -o $@ -

# Unit tests: each is one file with the core, but for main, under it.
SUPPORT := $(patsubst tests/unit/%.c,$(BUILD)/tests/%.o,$(wildcard tests/unit/support*.c))

unit: all $(UNIT_TESTS)

$(BUILD)/tests/%.o: tests/unit/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC,$<)$(COMPILE) -c -o $@ $<

# Archives give each test what it needs of the core and of the helpers: most are a twentieth of the whole, and
# linking them takes a third of the time. Whatever starts a worker must be able to become one, so
# support_worker, which nothing names, is one object with the core's worker.
$(BUILD)/tests/worker.o: $(BUILD)/obj/worker.o $(BUILD)/tests/support_worker.o
	$(Q)$(CC) -r -nostdlib -o $@ $^

$(BUILD)/tests/core.a: $(filter-out $(BUILD)/obj/worker.o,$(LIBRARY_OBJECTS)) $(BUILD)/tests/worker.o
	@mkdir -p $(@D)
	$(Q)rm -f $@ && ar rcs $@ $^

$(BUILD)/tests/support.a: $(filter-out $(BUILD)/tests/support_worker.o,$(SUPPORT))
	$(Q)rm -f $@ && ar rcs $@ $^

$(BUILD)/tests/test_%: $(BUILD)/tests/test_%.o $(BUILD)/tests/support.a $(BUILD)/tests/core.a
	$(call say,LINK,$@)$(CC) -o $@ $^ $(if $(LTO),-fno-lto) $(LDFLAGS_ALL) $(PACKAGE_LIBS) -lcmocka

$(BUILD)/tests/coverage_exit.o: tests/coverage/exit.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(Q)$(CC) -D_GNU_SOURCE -c -o $@ $<

# Fuzz targets: with libFuzzer (LIBFUZZER=1, clang), or with a main that replays files.
fuzzers: $(BUILD)/root $(FUZZ_TARGETS)

$(BUILD)/fuzz/%: tests/fuzz/%.c tests/fuzz/replay.c $(BUILD)/tests/core.a $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,LINK,$@)$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -Wno-missing-prototypes -o $@ $< \
	  $(if $(filter 1,$(LIBFUZZER)),-fsanitize=fuzzer,tests/fuzz/replay.c) $(BUILD)/tests/core.a \
	  $(LDFLAGS_ALL) $(PACKAGE_LIBS)

# Benchmarks and long tests written in C: one file each, the whole core under it.
$(BUILD)/bench/% $(BUILD)/soak/%: $(LIBRARY_OBJECTS) FORCE
	@mkdir -p $(@D)
	$(call say,LINK,$@)$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -o $@ tests/$(notdir $(@D))/$(notdir $@).c \
	  $(LIBRARY_OBJECTS) $(LDFLAGS_ALL) $(PACKAGE_LIBS)

## test       set-up, builds by gcc and clang, all tests, analysis; the last line is the total
test:
	@scripts/dev/setup.sh build test
	@scripts/dev/test.sh

## check      the house rules: layout, layers, headers, sizes, format, tables, translations, packs
check: all
	@scripts/dev/check.sh

## analyse    gcc -fanalyzer, cppcheck and clang-tidy over core/
analyse: all
	@scripts/dev/analyse.sh

## unit       build the unit tests      cli  run the command-line tests (tests/cli)
cli: all
	@tests/cli/run.sh

## asan       unit and command-line tests under the address and undefined-behaviour sanitizers
asan:
	@scripts/dev/test.sh asan

## fuzz       every target of tests/fuzz with libFuzzer (SECONDS_EACH=20)
fuzz:
	@scripts/dev/setup.sh build test
	@scripts/dev/fuzz.sh $(SECONDS_EACH)

## soak       the long tests: tests/soak, an hour or more
soak: all unit
	@scripts/dev/run-all.sh tests/soak

## hostile    what hostile packs, overlays, functions and templates take: a table by class
hostile: all
	@scripts/dev/hostile.sh

## coverage   lines and branches of core/ that the tests reach
coverage:
	@scripts/dev/coverage.sh

## bench      speed and memory against floors built in the same run: tests/bench
bench: all
	@scripts/dev/run-all.sh tests/bench

## demo       set-up, build, evaluate a published result, leave a workbook and a JSON
demo:
	@scripts/dev/setup.sh build
	@$(MAKE) -j$$(nproc) all
	@scripts/dev/demo.sh

## golden     write the expected outputs of the tests anew; read the difference before committing
golden: all
	@tests/cli/run.sh --golden

## install    program, data, translations, man page, completion (PREFIX=/usr/local DESTDIR=)
install: all
	@scripts/dev/install.sh "$(DESTDIR)" "$(PREFIX)"

## clean      remove everything that was built
clean:
	$(Q)rm -rf $(BUILD)

## help       this list
help:
	@sed -n 's/^## //p' Makefile

-include $(OBJECTS:.o=.d) $(UNIT_TESTS:=.d) $(SUPPORT:.o=.d)
.SECONDARY:
