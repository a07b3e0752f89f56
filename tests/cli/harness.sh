# The harness's own tests: a failing test is told and counted, whatever way it fails.

# A checkout in small: the harness with the tests in tests/cli/sample.sh, read from standard input, two
# spaces in front so that they are not taken for tests of this file.
small()
{
    mkdir -p small/tests/cli small/scripts
    cp "$ROOT"/tests/cli/{run,engine,lib}.sh small/tests/cli/
    cp -r "$ROOT/scripts/dev" small/scripts/dev
    sed "s/^  //" >small/tests/cli/sample.sh
}

run_small() { expect_exit "$1" env SPBE="$SPBE" TEST_SECONDS=2 small/tests/cli/run.sh; }

test_each_failing_expectation_fails_its_test()
{
    small <<'END'
  test_sound() { expect_exit 0 true; expect_no_stdout; }
  test_status() { expect_exit 3 false; }
  test_stdout() { expect_exit 0 echo satu; expect_stdout dua; }
  test_silence() { expect_exit 0 echo satu; expect_no_stdout; }
  test_files() { echo a >a; echo b >b; expect_same a b; }
  test_json() { echo '{"a":{"b":[1,"x"]}}' >j; expect_json j a.b.1 x; expect_json j a.b.0 2; }
  test_plain_command() { false; true; }
  test_unset_variable() { echo "$no_such_variable"; }
  test_in_a_pipe() { false | true; }
END
    run_small 1
    [ "$(tail -n 1 "$OUT")" = '1 passed, 8 failed' ] || { show output "$OUT"; fail 'wrong total'; }
    expect_stdout 'ok    sample test_sound'
    expect_stdout 'exit status 1, expected 3: false'
    expect_stdout 'standard output does not hold: dua'
    expect_stdout 'j: a.b.0 is not 2'
}

test_a_test_that_never_ends_is_ended()
{
    plain_only
    small <<'END'
  test_endless() { while :; do sleep 1; done; }
END
    run_small 1
    expect_stdout 'FAIL  sample test_endless (status 124)'
}

test_each_test_has_an_empty_folder_that_is_gone_afterwards()
{
    small <<'END'
  test_one() { [ -z "$(ls)" ]; pwd >>"$OLDPWD/../folders" 2>/dev/null || pwd; touch left; mkdir shut; chmod 0 shut; }
  test_two() { [ -z "$(ls)" ]; touch left; }
END
    mkdir temporary
    TMPDIR=$PWD/temporary run_small 0
    [ "$(tail -n 1 "$OUT")" = '2 passed, 0 failed' ] || fail 'wrong total'
    [ -z "$(ls temporary)" ] || fail "left: $(ls temporary)"
}

test_only_the_files_named_are_run()
{
    small <<'END'
  test_one() { true; }
END
    printf 'test_other() { false; }\n' >small/tests/cli/other.sh
    expect_exit 0 env SPBE="$SPBE" small/tests/cli/run.sh sample
    [ "$(tail -n 1 "$OUT")" = '1 passed, 0 failed' ] || fail 'wrong total'
    run_small 1
    [ "$(tail -n 1 "$OUT")" = '1 passed, 1 failed' ] || fail 'wrong total'
}

test_golden_files_are_compared_and_written_on_demand()
{
    small <<'END'
  test_page() { echo halaman >out; golden sample/page.txt out; }
END
    run_small 1
    expect_exit 0 env SPBE="$SPBE" small/tests/cli/run.sh --golden
    expect_file halaman small/tests/golden/sample/page.txt
    run_small 0
}

# Cases of messages: the harness of tests/messages over one row, read from standard input.
small_case()
{
    mkdir -p small/tests/{cli,messages,unit} small/scripts small/core small/templates/lang/id
    cp "$ROOT"/tests/cli/{engine,lib}.sh small/tests/cli/
    cp "$ROOT"/tests/messages/{run,lib}.sh small/tests/messages/
    cp -r "$ROOT/scripts/dev" small/scripts/dev
    cp "$ROOT/core/error.h" small/core/
    printf '#define M_SAMPLE ERROR_INPUT, "SAMPLE", N_("is %%d years old")\n' >small/core/message.h
    printf 'msgid ""\nmsgstr ""\n\nmsgid "is %%d years old"\nmsgstr "berumur %%d tahun"\n' \
        >small/templates/lang/id/sample.po
    cat >small/program <<'END'
#!/bin/bash
case "$*" in
*"--lang en") echo "spbe: kota: is 3 years old" >&2 ;;
*) echo "spbe: kota: berumur 3 tahun" >&2 ;;
esac
exit 3
END
    chmod +x small/program
    cat >small/tests/messages/SAMPLE.case
}

run_case() { expect_exit "$1" env SPBE="$PWD/small/program" small/tests/messages/run.sh; }

test_a_message_is_held_to_its_row_in_both_languages()
{
    small_case <<<"refuses 3 'kota: berumur 3 tahun' spbe umur"
    run_case 0
    small_case <<<"refuses 3 'kota: berumur * tahun' spbe umur"
    run_case 0
    small_case <<<"refuses 3 'kota: berumur 4 tahun' spbe umur"
    run_case 1
    expect_stdout 'no line is: spbe: kota: berumur 4 tahun'
}

test_a_message_of_another_row_does_not_pass()
{
    small_case <<<"refuses 3 '*' spbe umur"
    sed -i 's/berumur 3 tahun/lahir kemarin/' small/program
    run_case 1
    expect_stdout 'no line fits SAMPLE in Indonesian'
    small_case <<<"refuses 3 '*' spbe umur"
    sed -i 's/is 3 years old/was born/' small/program
    run_case 1
    expect_stdout 'no line fits SAMPLE in English'
}

test_a_case_must_know_the_exit_status_of_its_row()
{
    small_case <<<"refuses 4 '*' spbe umur"
    run_case 1
    expect_stdout 'SAMPLE has exit status 3, the case says 4'
}

test_a_unit_test_that_is_named_must_exist()
{
    small_case <<<'unit test_sample__ages'
    run_case 1
    expect_stdout 'there is no unit test test_sample__ages'
    printf 'static void test_sample__ages(void **state)\n' >small/tests/unit/test_sample.c
    run_case 0
}

test_unit_programs_are_counted_test_by_test()
{
    mkdir -p small/scripts build/tests
    cp -r "$ROOT/scripts/dev" small/scripts/dev
    mkdir -p small/tests/unit
    touch small/tests/unit/test_a.c small/tests/unit/test_b.c small/tests/unit/test_c.c
    printf '#!/bin/bash\necho "[       OK ] one"\necho "[       OK ] two"\n' >build/tests/test_a
    printf '#!/bin/bash\necho "[       OK ] one"\necho "[  FAILED  ] two"\necho "[  FAILED  ] two"\nexit 1\n' >build/tests/test_b
    printf '#!/bin/bash\nkill -SEGV $$\n' >build/tests/test_c
    chmod +x build/tests/*
    expect_exit 1 env BUILD="$PWD/build" small/scripts/dev/run-units.sh
    [ "$(tail -n 1 "$OUT")" = '3 passed, 2 failed' ] || { show output "$OUT"; fail 'wrong total'; }
    expect_exit 0 env BUILD="$PWD/build" small/scripts/dev/run-units.sh a
}

test_the_demo_leaves_a_workbook_and_a_json_and_says_where()
{
    mkdir built
    ln -s "$SPBE" built/spbe
    expect_exit 0 env BUILD="$PWD/built" "$ROOT/scripts/dev/demo.sh"
    expect_stdout '2,15'
    for file in built/demo/*.xlsx built/demo/*.json; do
        [ -s "$file" ] || fail "is missing: $file"
        expect_stdout "$file"
    done
    expect_json built/demo/kota-bandar-lampung-2023.json index.value 2.15
    /usr/bin/python3 -m zipfile -t built/demo/kota-bandar-lampung-2023.xlsx >/dev/null || fail 'no workbook'
}
