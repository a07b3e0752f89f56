# What every command-line test can use. Sourced by the runner; a test runs under `set -eu` in a folder
# of its own, with the program in $SPBE and the checkout in $ROOT. A failed expectation says what was
# expected and what came, and ends the test.
#
#   spbe ARG...                  runs the program under test
#   expect_exit N COMMAND...     runs a command, keeps what it wrote in $OUT and $ERR, wants status N
#   expect_stdout TEXT           the last command's standard output holds TEXT (a plain string)
#   expect_stderr TEXT           the same for standard error
#   expect_no_stdout, expect_no_stderr     it wrote nothing there
#   expect_file TEXT FILE        FILE holds TEXT
#   expect_same FILE OTHER       two files hold the same bytes
#   expect_json FILE PATH VALUE  a value in a JSON file: expect_json out.json index.value 2.15
#   piped PATTERN                true when what comes through the pipe holds PATTERN (a basic regular
#                                expression). All is read first: grep -q would end early, and a program that
#                                still writes then fails of SIGPIPE.
#   office FILE FOLDER [OPTION]   LibreOffice saves FILE as a workbook in FOLDER, recalculated
#   sound FILE                   a workbook whose parts are well-formed, without macros and links outside
#   recalculates FILE [LEAST]    the same, and LibreOffice calculates every formula, LEAST of them or more, to the
#                                value that is stored
#   golden NAME FILE             FILE is as tests/golden/NAME; `make golden` writes that file
#   in_terminal COMMAND...       runs a command on a terminal of its own, 80 columns; output in $OUT
#   plain_only                   ends the test, passed, for the sanitized program: where the time goes into
#                                other programs or into budgets, and the same code is sanitized elsewhere
#   instrumented                 true for a program that was built for sanitizers or coverage: slower, larger, and
#                                with an allocator of its own
#   watch; in_time N TEXT        what was run since took N seconds of the processor at most; TEXT says what
#   fail TEXT                    ends the test

OUT=$PWD/.stdout
ERR=$PWD/.stderr

# Tests speak to the program as a user without settings would.
unset NO_COLOR SPBE_USER LANG LANGUAGE LC_ALL LC_MESSAGES POSIXLY_CORRECT || true

fail()
{
    printf '    %s\n' "$*"
    exit 1
}

# Shows the beginning of a file, indented.
show()
{
    printf '    %s:\n' "$1"
    head -c 2000 "$2" | sed 's/^/      | /'
}

spbe()
{
    "$SPBE" "$@"
}

expect_exit()
{
    local wanted=$1 status=0
    shift
    "$@" >"$OUT" 2>"$ERR" </dev/null || status=$?
    if [ "$status" -ne "$wanted" ]; then
        show 'standard output' "$OUT"
        show 'standard error' "$ERR"
        fail "exit status $status, expected $wanted: $*"
    fi
}

# Wants a plain string in a file: TEXT FILE WHAT.
holds()
{
    if ! grep -qF -e "$1" "$2"; then
        show "$3" "$2"
        fail "$3 does not hold: $1"
    fi
}

piped()
{
    cat >.piped
    grep -qe "$1" .piped
}

plain_only() { [ -z "${SPBE_SANITIZED:-}" ] || exit 0; }

instrumented() { grep -qaE '__asan_init|__ubsan_handle|__gcov_dump' "$SPBE"; }

# Hundredths of a second of the processor that the ended commands of a shell took, their workers with them.
processor_of()
{
    local line fields
    read -r line <"/proc/$1/stat"
    read -ra fields <<<"${line##*) }"
    echo $((fields[13] + fields[14]))
}

# A busy machine makes everything slow: the processor's time is what counts, and ten times that by the clock,
# in which nothing that waits for ever ends.
watch()
{
    WATCHED=$(processor_of "$BASHPID")
    WATCHED_AT=$SECONDS
}

in_time()
{
    local took=$(($(processor_of "$BASHPID") - WATCHED))
    [ "$took" -le $((100 * $1)) ] || fail "$2 took $took hundredths of a second of the processor"
    [ $((SECONDS - WATCHED_AT)) -le $((10 * $1)) ] || fail "$2 took $((SECONDS - WATCHED_AT)) seconds"
}

office() { /usr/bin/python3 "$ROOT/tests/cli/office.py" "$@"; }

sound() { /usr/bin/python3 "$ROOT/tests/cli/workbook.py" check "$1" || fail "$1 is not sound"; }

recalculates()
{
    local count
    sound "$1"
    mkdir -p again
    /usr/bin/python3 "$ROOT/tests/cli/workbook.py" recalculate "$1" again
    count=$(/usr/bin/python3 "$ROOT/tests/cli/workbook.py" compare "$1" "again/$(basename "$1")")
    case $count in *", 0 differ") ;; *) fail "$1: $count" ;; esac
    [ "${count%% *}" -ge "${2:-1}" ] || fail "$1: only $count"
}

expect_stdout() { holds "$1" "$OUT" 'standard output'; }
expect_stderr() { holds "$1" "$ERR" 'standard error'; }
expect_file() { holds "$1" "$2" "$2"; }

expect_no_stdout()
{
    [ ! -s "$OUT" ] || { show 'standard output' "$OUT"; fail 'standard output is not empty'; }
}

expect_no_stderr()
{
    [ ! -s "$ERR" ] || { show 'standard error' "$ERR"; fail 'standard error is not empty'; }
}

expect_same()
{
    cmp -s "$1" "$2" || { diff -u "$1" "$2" | head -n 30 | sed 's/^/    /'; fail "$1 and $2 differ"; }
}

expect_json()
{
    /usr/bin/python3 - "$@" <<'PY' || fail "$1: $2 is not $3"
import json, sys
value = json.load(open(sys.argv[1], encoding="utf-8"))
for step in sys.argv[2].split("."):
    value = value[int(step)] if isinstance(value, list) else value[step]
text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
if text != sys.argv[3]:
    print("    is:", text)
    sys.exit(1)
PY
}

golden()
{
    if [ "${GOLDEN:-}" = write ]; then
        mkdir -p "$(dirname "$ROOT/tests/golden/$1")"
        cp "$2" "$ROOT/tests/golden/$1"
    fi
    expect_same "$ROOT/tests/golden/$1" "$2"
}

in_terminal()
{
    local line
    printf -v line '%q ' "$@"
    TERM=xterm script -qec "stty cols 80 rows 24; $line" /dev/null >"$OUT" 2>"$ERR" </dev/null || true
    sed -i 's/\r$//' "$OUT"
}

# True when a measured command was quick: CLOCK USER KERNEL, seconds, took N of the processor at most, and ten
# times that by the clock.
soon()
{
    awk -v clock="$1" -v used="$2" -v kernel="$3" -v most="$4" \
        'BEGIN { exit !(used + kernel < most && clock < 10 * most) }'
}

# A line for the table of scripts/dev/hostile.sh, where that asks for one in the file $MEASURES: class, name,
# seconds of the processor (user's and system's), KiB of the largest process.
note_enemy()
{
    [ -z "${MEASURES:-}" ] ||
        awk -v what="$1 $2" -v user="$3" -v kernel="$4" -v size="$5" \
            'BEGIN { printf "%s %.2f %d\n", what, user + kernel, size }' >>"$MEASURES"
}
