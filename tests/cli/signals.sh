# Ctrl-C and its like: whatever was being written is whole or not there, and nothing is left beside it.

EXAMPLE=$ROOT/tests/examples/kota-bandar-lampung-2023.json

# Runs a command and sends it a signal after so many milliseconds: SIGNAL MS COMMAND...
interrupted()
{
    local signal=$1 ms=$2 child
    shift 2
    env --default-signal=INT,TERM "$@" >"$OUT" 2>"$ERR" &
    child=$!
    sleep "0.$(printf '%03d' "$ms")"
    kill -s "$signal" "$child" 2>/dev/null || true
    wait "$child" || true
}

# Wants no temporary file, and a workbook that opens if there is one.
check_folder()
{
    [ -z "$(find . -name '.spbe-*')" ] || fail "left behind: $(find . -name '.spbe-*')"
    [ ! -e "$1" ] || /usr/bin/python3 -m zipfile -t "$1" >/dev/null || fail "$1 is not whole"
}

test_ctrl_c_while_a_report_is_written_leaves_whole_files()
{
    for ms in 3 6 10 15 20 25 30 40 50 60 80 100; do
        interrupted INT "$ms" "$SPBE" report "$EXAMPLE" -o out.xlsx
        check_folder out.xlsx
    done
}

test_an_old_report_survives_an_interrupted_new_one()
{
    expect_exit 0 spbe report "$EXAMPLE" -o out.xlsx
    cp out.xlsx before.xlsx
    for ms in 5 15 30 50; do
        interrupted TERM "$ms" "$SPBE" report "$EXAMPLE" -o out.xlsx
        check_folder out.xlsx
        expect_same before.xlsx out.xlsx
    done
}

test_ctrl_c_in_a_store_loses_nothing_that_was_acknowledged()
{
    expect_exit 0 spbe new kota.spbe --instrument spbe-2020 --agency Kota --kind kota --year 2024 --as Ana
    for ms in 2 4 6 8 10 12 15 20; do
        interrupted INT "$ms" "$SPBE" claim kota.spbe I11 3 --as Ana
        expect_exit 0 spbe verify kota.spbe
    done
}

test_a_signal_ends_the_program_as_that_signal()
{
    local status=0
    mkfifo pipe
    env --default-signal=INT "$SPBE" evaluate pipe >/dev/null 2>&1 &
    sleep 0.2
    kill -INT $!
    wait $! || status=$?
    [ "$status" -eq 130 ] || fail "status $status"
}
