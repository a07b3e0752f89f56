# Manners: full disks, closed pipes, colours, languages, signals, and the time to say one's version.

test_a_full_disk_is_told_and_ends_with_7()
{
    local status=0
    spbe help >/dev/full 2>err || status=$?
    [ "$status" -eq 7 ] || fail "status $status"
    grep -q 'keluaran standar' err || fail 'does not say what could not be written'
    [ "$(wc -l <err)" -eq 1 ] || fail 'more than one line'
}

test_closed_standard_output_is_an_error()
{
    local status=0
    spbe help >&- 2>err || status=$?
    [ "$status" -eq 7 ] || fail "status $status"
}

test_a_reader_that_goes_away_hears_nothing()
{
    set +o pipefail
    { sleep 0.2; spbe help limits 2>err || echo $? >status; echo >done; } | true
    for _ in 1 2 3 4 5 6 7 8 9; do [ -e done ] || sleep 0.1; done
    [ ! -s err ] || fail "said: $(cat err)"
    [ "$(cat status)" -eq 141 ] || fail "status $(cat status)"
}

test_no_escape_sequence_reaches_a_pipe()
{
    TERM=xterm spbe help >out
    ! grep -q $'\033' out || fail 'a colour in a pipe'
}

test_colours_only_where_they_are_wanted()
{
    in_terminal "$SPBE" help
    grep -q $'\033\[1m' "$OUT" || fail 'no colour on a terminal'
    NO_COLOR=1 in_terminal "$SPBE" help
    ! grep -q $'\033' "$OUT" || fail 'NO_COLOR is not respected'
}

test_indonesian_is_the_language_unless_english_is_asked_for()
{
    expect_exit 0 spbe help
    expect_stdout 'Cara pakai'
    expect_exit 0 env LC_ALL=C "$SPBE" help
    expect_stdout 'Cara pakai'
    expect_exit 0 env LC_ALL=en_GB.UTF-8 "$SPBE" help
    expect_stdout 'Usage'
    expect_exit 0 env LANG=id_ID.UTF-8 LC_MESSAGES=en_US "$SPBE" help
    expect_stdout 'Usage'
    expect_exit 0 env -i "$SPBE" help
    expect_stdout 'Cara pakai'
}

test_language_of_the_caller_does_not_change_numbers()
{
    env LC_ALL=de_DE.UTF-8 LC_NUMERIC=de_DE.UTF-8 "$SPBE" help limits >one
    env -i "$SPBE" help limits >two
    expect_same one two
}

test_version_is_one_line_and_quick()
{
    expect_exit 0 spbe --version
    [ "$(wc -l <"$OUT")" -eq 1 ] || fail 'not one line'
    grep -Eq '^spbe [0-9]+\.[0-9]+\.[0-9]+$' "$OUT" || fail 'not a version'
    [ -z "${SPBE_SANITIZED:-}" ] || return 0
    local best=1000000 begun ended
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        begun=$(date +%s%N)
        "$SPBE" --version >/dev/null
        ended=$(date +%s%N)
        [ $(((ended - begun) / 1000)) -ge "$best" ] || best=$(((ended - begun) / 1000))
    done
    [ "$best" -le 20000 ] || fail "takes $best microseconds"
}

test_an_unknown_worker_role_does_nothing()
{
    expect_exit 2 spbe --worker nothing
    expect_no_stdout
}

test_it_runs_without_home_and_without_any_variable()
{
    expect_exit 0 env -i "$SPBE" --version
    expect_exit 0 env -i "$SPBE" help exit
    expect_no_stderr
}
