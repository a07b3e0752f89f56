# The helpers of a limit's case; see run.sh.

LIMIT=$(sed -n "s/^ *row($CASE, \([0-9]*\),.*/\1/p" "$ROOT/core/limit.h")
[ -n "$LIMIT" ] || fail "core/limit.h has no row $CASE"

inside()
{
    local status=0
    "$@" >"$OUT" 2>"$ERR" </dev/null || status=$?
    [ "$status" -le 1 ] || { show 'standard error' "$ERR"; fail "status $status just inside: $*"; }
}

outside()
{
    local wanted=$1
    shift
    watch
    expect_exit "$wanted" "$@"
    [ "$(grep -c '^spbe: ' "$ERR")" -eq 1 ] || { show 'standard error' "$ERR"; fail 'not one line'; }
    in_time 3 "$*"
}

# limit_sheet NAME [OUTSIDE]: a workbook that reaches the limit is taken in, one that goes beyond it (by one, or
# as told) is refused; both by limit_NAME of tests/sheets/make.py.
limit_sheet()
{
    case_store
    /usr/bin/python3 "$ROOT/tests/sheets/make.py" --limit "$LIMIT" "$1" inside.xlsx
    /usr/bin/python3 "$ROOT/tests/sheets/make.py" --limit "${2:-$((LIMIT + 1))}" "$1" outside.xlsx
    inside spbe import kota.spbe inside.xlsx --dry-run --as Siti
    outside 6 spbe import kota.spbe outside.xlsx --dry-run --as Siti
}
