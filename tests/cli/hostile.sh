# Rule packs of an enemy (tests/packs/bad) and honest ones beside them (tests/packs/good).
#
# A bad pack is a folder with its files, or with generate.sh that writes pack.lua (large sources), and
# `expected`: the one line in which it is refused, word for word. `make golden` writes those lines anew.
# Each is refused twice (once where sanitizers make it slow), with the same words, within 2 s and 128 MiB a
# process (two processes run). What each took goes to the file $MEASURES where there is one, for
# scripts/dev/hostile.sh.

# Copies a pack into this folder, with what its generate.sh writes.
fetch()
{
    cp -r "$ROOT/tests/packs/$1" .
    local pack=${1#*/}
    [ ! -f "$pack/generate.sh" ] || (cd "$ROOT/tests/packs/$1" && bash generate.sh) >"$pack/pack.lua"
}

# Runs the program on a pack under measurement; leaves status, times and kilobytes in the variables. Where the
# machine let the worker's time pass before the worker got half a second of it, once more.
measure()
{
    local again
    for again in 1 2 3; do
        status=0
        /usr/bin/time -q -o measured -f '%e %M %U %S' "$SPBE" --lang en rules show "$1" \
            >"$OUT" 2>"$ERR" </dev/null || status=$?
        read -r seconds kilobytes user kernel <measured
        grep -q 'takes too long and was stopped' "$ERR" || break
        soon 0 "$user" "$kernel" 0.5 || break
    done
}

# A bad pack is refused as its file `expected` says.
refused()
{
    local pack=$1 run runs='1 2' status seconds kilobytes user kernel
    fetch "bad/$pack"
    ! instrumented || runs=1
    for run in $runs; do
        measure "$pack"
        [ "$status" -eq 4 ] || { show 'standard error' "$ERR"; fail "$pack: exit status $status"; }
        [ ! -s "$OUT" ] || fail "$pack: writes to standard output"
        if [ "${GOLDEN:-}" = write ] && [ "$run" -eq 1 ]; then
            cp "$ERR" "$ROOT/tests/packs/bad/$pack/expected"
        fi
        cmp -s "$ERR" "$ROOT/tests/packs/bad/$pack/expected" ||
            { diff "$ROOT/tests/packs/bad/$pack/expected" "$ERR"; fail "$pack: run $run says otherwise"; }
        if ! instrumented; then
            soon "$seconds" "$user" "$kernel" 2 || fail "$pack: took $seconds s"
            [ "$kilobytes" -lt 131072 ] || fail "$pack: took $kilobytes KiB"
            note_enemy "pack:${pack%%_*}" "$pack" "$user" "$kernel" "$kilobytes"
        fi
    done
    grep -q "^spbe: $pack/[a-z0-9_.-]*[:0-9]*: " "$ERR" || fail "$pack: names no file"
    [ "$(wc -l <"$ERR")" -eq 1 ] || fail "$pack: not one line"
    [ "$(LC_ALL=C.UTF-8 wc -m <"$ERR")" -le 301 ] || fail "$pack: more than 300 characters"
    ! LC_ALL=C.UTF-8 grep -q '[^[:print:]]' "$ERR" || fail "$pack: characters that cannot be printed"
    rm -rf "$pack"
}

# All bad packs whose name begins so.
all_refused()
{
    local folder
    for folder in "$ROOT/tests/packs/bad/$1"_*/; do
        refused "$(basename "$folder")"
    done
}

test_hostile__no_code_runs_for_ever() { all_refused time; }
test_hostile__no_code_takes_all_memory() { all_refused memory; }
test_hostile__no_code_breaks_the_stack() { all_refused stack; }
test_hostile__no_source_wears_out_the_parser() { all_refused parse; }
test_hostile__only_readable_text_is_code() { all_refused code; }
test_hostile__no_code_reaches_outside() { all_refused reach; }
test_hostile__no_file_changes_what_others_see() { all_refused change; }
test_hostile__errors_are_no_weapons() { all_refused error; }
test_hostile__only_sound_data_comes_out() { all_refused value; }
test_hostile__no_table_acts_for_itself() { all_refused meta; }
test_hostile__nothing_happens_when_something_ends() { all_refused finaliser; }
test_hostile__there_is_one_line_of_work() { all_refused coroutine; }
test_hostile__nothing_differs_from_run_to_run() { all_refused order; }
test_hostile__the_library_takes_no_harmful_arguments() { all_refused library; }
test_hostile__no_name_leads_out_of_the_folder() { all_refused file; }
test_hostile__no_data_breaks_the_engine() { all_refused data; }

test_hostile__every_bad_pack_is_run()
{
    local folder name count=0
    for folder in "$ROOT"/tests/packs/bad/*/; do
        name=$(basename "$folder")
        case $name in
        time_* | memory_* | stack_* | parse_* | code_* | reach_* | change_* | error_* | value_* | \
            file_* | data_* | meta_* | finaliser_* | coroutine_* | order_* | library_*) ;;
        *) fail "no test runs $name" ;;
        esac
        [ -s "$folder/expected" ] || fail "$name says nothing of what is expected"
        count=$((count + 1))
    done
    [ "$count" -ge 330 ] || fail "only $count bad packs"
}

# What is refused above must not be refused for being unusual: honest packs compute, quote, and are large.
test_hostile__honest_packs_pass()
{
    local folder pack
    for folder in "$ROOT"/tests/packs/good/*/; do
        pack=$(basename "$folder")
        fetch "good/$pack"
        expect_exit 0 spbe rules check "$pack"
        expect_exit 0 spbe rules show "$pack" --json
        cp "$OUT" first.json
        expect_exit 0 spbe rules show "$pack" --json
        expect_same first.json "$OUT"
    done
}

# A pack that computes its tables declares the same as one that writes them out.
test_hostile__computed_tables_are_the_same_data()
{
    fetch good/small
    fetch good/computed
    expect_exit 0 spbe rules show small --json
    cp "$OUT" small.json
    expect_exit 0 spbe rules show computed --json
    expect_same small.json "$OUT"
}

test_hostile__a_refusal_speaks_indonesian_too()
{
    fetch bad/time_loop
    expect_exit 4 spbe rules show time_loop
    expect_stderr 'time_loop/pack.lua:2: menjalankan lebih dari 2000000 instruksi'
    fetch bad/reach_time
    expect_exit 4 spbe rules show reach_time
    expect_stderr "tidak dapat memakai 'os' di sini: kode dari luar tidak menjangkau berkas"
}

# A link in a pack's folder must not show what lies elsewhere.
test_hostile__a_link_is_not_followed()
{
    fetch good/small
    mv small/domain_1.lua elsewhere.lua
    ln -s ../elsewhere.lua small/domain_1.lua
    expect_exit 4 spbe rules show small
    expect_stderr 'small/pack.lua'
}

# Nothing is written, wherever the program is run.
test_hostile__loading_leaves_nothing_behind()
{
    mkdir packs
    cd packs
    fetch good/small
    fetch bad/reach_open
    find . | sort >../before
    spbe rules show small >/dev/null
    spbe rules show reach_open >/dev/null 2>&1 || true
    find . | sort >../after
    expect_same ../before ../after
}

# The page for authors of packs names each function that a pack can reach, in both languages.
test_hostile__the_page_names_all_that_can_be_used()
{
    local language name
    for language in id en; do
        expect_exit 0 spbe help lua --lang "$language"
        for name in $(sed -n 's/^\([a-z.]*\) \(function\|number\)$/\1/p' "$ROOT/tests/golden/sandbox-pack.txt"); do
            grep -qw "${name##*.}" "$OUT" || fail "help lua ($language) does not name $name"
        done
    done
}
