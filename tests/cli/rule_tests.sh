# spbe rules test: what examples prove, what they leave untested, and the mistakes they do not notice.
# shellcheck source=tests/packs/check/change.sh
source "$ROOT/tests/packs/check/change.sh"

KAMI=$ROOT/tests/packs/kami

test_coverage_tells_what_no_example_touches()
{
    expect_exit 0 spbe rules test "$KAMI" --lang en
    grep -Eq '^criteria +10/10  100 %$' "$OUT" || fail 'criteria'
    grep -Eq '^functions +3/3  100 %$' "$OUT" || fail 'functions'
    grep -Eq '^lines of functions +22/22  100 %$' "$OUT" || fail 'lines'
    if grep -q 'that no example touches' "$OUT"; then fail 'everything is touched'; fi
    cp -r "$KAMI" pack
    sed -i '/case = "everything"/,$d' pack/examples.lua
    sed -i '/case = "just below/,$d' pack/examples.lua
    echo '}' >>pack/examples.lua
    expect_exit 0 spbe rules test pack --lang en
    expect_stdout 'lines of functions that no example touches:'
    expect_stdout 'domain_1.lua:'
    expect_stdout 'criteria that no example touches:'
    expect_stdout 'I01.1.b, I01.2'
    expect_stdout 'predicates that no example touches:'
}

test_coverage_below_the_threshold_is_a_no()
{
    expect_exit 0 spbe rules test "$KAMI" --threshold 100
    changed_pack
    expect_exit 1 spbe rules test pack --threshold 100 --lang en
    expect_stdout 'less than the 100 % asked for'
    expect_exit 0 spbe rules test pack --threshold 0
    expect_exit 0 spbe rules test pack
    expect_exit 2 spbe rules test pack --threshold 1000
    expect_exit 2 spbe rules test pack --threshold ''
}

# The proof of a number that differs names value, weight and contribution of each indicator in it, and
# the answers where criteria were given.
test_a_failing_example_is_proved()
{
    changed_pack examples.lua 's/A1 = "1.39"/A1 = "1.38"/'
    expect_exit 1 spbe rules test pack --lang en
    expect_stdout 'How the computed numbers came about'
    expect_stdout 'Contribution'
    cp -r "$KAMI" kami
    sed -i 's/values = { I01 = "6\/7"/values = { I01 = "5\/7"/' kami/examples.lua
    expect_exit 1 spbe rules test kami --lang en
    grep -Eq '^I01 Tata kelola +5/7 +6/7  DIFFERS$' "$OUT" || fail 'the line that differs'
    expect_stdout 'I01.1.a yes, I01.1.b yes, I01.2.a no, I01.3.a yes'
    expect_stdout 'tahap 1 dan 2 mendapat 6 dari 12'
    if grep -q '^  I03 ' "$OUT"; then fail 'the number of I01 does not rest on I03'; fi
}

test_mistakes_are_tried_and_those_unnoticed_are_listed()
{
    expect_exit 0 spbe rules test "$KAMI" --mutate --lang en
    expect_stdout '-  predicate Baik begins at 2 → 2.01'
    expect_stdout '-  domain_1.lua:19: < → <='
    grep -Eq '^mistakes: [0-9]+, noticed: [0-9]+, survived: [0-9]+$' "$OUT" || fail 'the sum'
    cp "$OUT" first
    expect_exit 0 spbe rules test "$KAMI" --mutate --lang en
    expect_same first "$OUT"
    expect_exit 1 spbe rules test "$KAMI" --mutate --threshold 99
    expect_exit 0 spbe rules test "$KAMI" --mutate --threshold 40
}

# An example that fails notices everything, and would prove nothing.
test_no_mistakes_are_tried_while_an_example_fails()
{
    changed_pack examples.lua 's/A1 = "1.39"/A1 = "1.38"/'
    expect_exit 1 spbe rules test pack --mutate --lang en
    expect_stdout 'mistakes are tried only where every example comes out'
}

test_an_indicator_can_be_left_open_in_an_example()
{
    cp -r "$KAMI" pack
    sed -i '$d' pack/examples.lua
    cat >>pack/examples.lua <<'LUA'
  { case = "I01 open", kind = "kota", year = 2024, levels = { 3, 3, 3 }, unanswered = { "I01" },
    expect = { index = "1.50", exact = "1.5" } },
}
LUA
    expect_exit 0 spbe rules test pack --lang en
    sed -i 's/unanswered = { "I01" }/unanswered = { "I09" }/' pack/examples.lua
    expect_exit 1 spbe rules check pack --lang en
    expect_stdout 'I09'
}

# Examples are computed under an overlay, too: a number that it changes is shown with its proof.
test_examples_of_a_pack_are_computed_under_an_overlay()
{
    mkdir lapis
    cat >lapis/overlay.lua <<'OVERLAY'
return {
  format = "spbe-overlay/1", id = "lapis", title = "Bobot lain", base = "kami-uji",
  author = "Penguji", date = "2024-05-01", reason = "Menguji", source = "Catatan rapat",
  changes = { { change = "weight", of = "I01", to = 60 }, { change = "weight", of = "I02", to = 10 } },
}
OVERLAY
    expect_exit 1 spbe rules test "$KAMI" lapis --lang en
    grep -Eq '^Index +0\.21 +0\.26  DIFFERS$' "$OUT" || fail 'the index under the overlay'
    grep -Eq '^I01 Tata kelola +0 +3/7 +60 +9/35$' "$OUT" || fail 'the proof has the new weight'
    sed -i 's/to = 60/to = 50/; s/to = 10/to = 20/' lapis/overlay.lua
    expect_exit 0 spbe rules test "$KAMI" lapis --lang en
}

# Where values have fractions, the limits of levels and the lines of an outside index are tried as well, and named
# with what they would become.
test_mistakes_in_continuous_scales_are_named()
{
    cp -r "$ROOT/tests/packs/check/items" butir
    cat >butir/examples.lua <<'LUA'
--- Values as they are: neither items nor an outside index are looked at.
return {
  { case = "Kota Uji 2025", kind = "kota", year = 2025, values = { 1.25, "7/3" },
    expect = { index = "1.90", exact = "1.9" } },
}
LUA
    expect_exit 0 spbe rules test butir --mutate --lang en
    expect_stdout 'level 2 begins at 1.5 → 1.6'
    expect_stdout 'level 3 begins at 2.5 → 2.4'
    expect_stdout 'I02: at index 0 the value 1 → 1.1'
    expect_stdout 'I02: at index 100 the value 3 → 2.9'
    grep -Eq '^where levels begin +0/4$' "$OUT" || fail 'limits of levels'
    grep -Eq '^conversions of outside indices +2/4$' "$OUT" || fail 'conversions'
    # The pack's own examples accept items and give an index: they notice what is wrong with either line.
    cp "$ROOT/tests/packs/check/items/examples.lua" butir/
    expect_exit 0 spbe rules test butir --mutate --lang en
    if grep -q 'level 2 begins at 1.5 → 1.6' "$OUT"; then fail 'an example with items did not notice'; fi
}

# Every mistake in the three packs is noticed by one of their examples, and everything is touched.
test_the_packs_leave_nothing_untested()
{
    local pack
    for pack in spbe-2020 spbe-2018 pemdi-2026; do
        expect_exit 0 spbe rules test "$pack" --threshold 100
        expect_exit 0 spbe rules test "$pack" --mutate --threshold 100 --lang en
        expect_stdout 'survived: 0'
    done
}

# What a mistake makes of a function is no danger: loops without end and broken values are noticed.
test_mistakes_that_break_a_function_are_noticed()
{
    cp -r "$KAMI" pack
    sed -i 's/^local function gated(input)$/local function gated(input)\n  local i = 0\n  while i < 3 do\n    i = i + 1\n  end/' pack/domain_1.lua
    expect_exit 0 spbe rules test pack --mutate --lang en
    if grep -qF 'domain_1.lua:11: + → -' "$OUT"; then fail 'a loop without end is noticed'; fi
    expect_stdout 'domain_1.lua:10: < → <='
}

# A function that no example calls is told, with all of its mistakes.
test_a_function_without_an_example_is_told()
{
    cp -r "$KAMI" pack
    cat >pack/examples.lua <<'LUA'
return {
  { case = "claims only", kind = "kota", year = 2024, levels = { 3, 3, 3 },
    expect = { index = "3.00" } },
}
LUA
    expect_exit 0 spbe rules test pack --mutate --lang en
    grep -Eq '^functions +0/3  0 %$' "$OUT" || grep -Eq '^functions +0/3 +0 %$' "$OUT" || fail 'functions'
    grep -Eq '^functions +0/32$' "$OUT" || fail 'mistakes in functions'
    expect_stdout 'functions that no example touches:'
    expect_exit 1 spbe rules test pack --threshold 50
}

# What is printed is in the reader's language, and the same in every run.
test_the_test_speaks_indonesian()
{
    expect_exit 0 spbe rules test "$KAMI" --mutate
    expect_stdout 'tingkat indikator'
    expect_stdout 'Kesalahan yang lolos dari semua contoh'
    expect_stdout 'predikat Baik mulai dari 2 → 2.01'
    cp "$OUT" first
    expect_exit 0 spbe rules test "$KAMI" --mutate
    expect_same first "$OUT"
    expect_exit 0 spbe help rules test
    expect_stdout '--threshold'
    expect_stdout '--mutate'
}
