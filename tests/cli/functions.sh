# Scoring functions in packs: what a table cannot say, computed by the rules, explained, and harmless.
#
# tests/packs/kami is a pack whose third stage counts only above a minimum of the first two.
# tests/packs/score holds functions of an enemy, one a file; what stands beside them as
# PREFIX_expected says how each is refused, word for word (`GOLDEN=write tests/cli/run.sh functions` writes it anew).

KAMI=$ROOT/tests/packs/kami
TOOL=$ROOT/tests/cli/workbook.py
export SPBE_USER=Siti

# One criterion of an answer: yes ID or no ID.
yes() { printf '"%s":{"met":true}' "$1"; }
no() { printf '"%s":{"met":false}' "$1"; }

# kota.json: the area I01 with two of three parts of stages 1 and 2, all of stage 3; I03 without stage 3.
write_document()
{
    printf '{"format":"spbe-assessment/1","instrument":"kami-uji","year":2024,"agency":{"name":"Kota Uji","kind":"kota"},"answers":{"I01":{"claimed":3,"criteria":{%s,%s,%s,%s}},"I02":{"criteria":{%s}},"I03":{"criteria":{%s,%s,%s}}}}\n' \
        "$(yes I01.1.a)" "$(no I01.1.b)" "${1:-$(yes I01.2.a)}" "$(yes I01.3.a)" "$(yes I02.1.a)" \
        "$(yes I03.1.a)" "$(yes I03.2.a)" "$(no I03.3.a)" >kota.json
}

# The pack of the enemy: one indicator, scored by the function in that file.
write_enemy()
{
    rm -rf enemy
    mkdir enemy
    cat >enemy/pack.lua <<'PACK'
return {
  format = "spbe-pack/1", id = "kami-uji", title = "Musuh", short_title = "Musuh", language = "id",
  files = { domains = { "domain_1.lua" } },
  years = { first = 2023, last = 2024 },
  structure = { domains = 1, aspects = 1, indicators = 2 },
  legal_basis = { { id = "contoh", title = "Pedoman contoh" } },
  scale = { lowest = 1, highest = 3, unanswered = 1 },
  rounding = { published_decimals = 2, predicate_on = { ["2023"] = "rounded" } },
  predicates = { { name = "Semua", min = 1, max = 3, max_inclusive = true } },
  level_names = { area = { "Satu", "Dua", "Tiga" } },
  cumulative = true,
  evidence_duty = { from_level = 2, at_least = 1 },
}
PACK
    {
        cat "$1"
        cat <<'DOMAIN'

local function levels(id)
  return {
    { level = 1, criteria = { { id = id .. ".1.a", text = "Satu." } } },
    { level = 2, criteria = { { id = id .. ".2.a", text = "Dua." } } },
    { level = 3, criteria = { { id = id .. ".3.a", text = "Tiga." } } },
  }
end

return {
  id = "D1", no = 1, weight = 100, name = "D",
  aspects = {
    { id = "A1", no = 1, weight = 100, name = "A",
      indicators = {
        { id = "I01", no = 1, kind = "area", weight = 50, name = "I", short_name = "I",
          value = score, levels = levels("I01") },
        { id = "I02", no = 2, kind = "area", weight = 50, name = "I", short_name = "I",
          levels = levels("I02") },
      } },
  },
}
DOMAIN
    } >enemy/domain_1.lua
}

# A stream of three documents for that pack, of which the second one has no answer to I01.
write_stream()
{
    local head='{"format":"spbe-assessment/1","instrument":"kami-uji","year":2024,"answers":'
    printf '%s{"I01":{"criteria":{%s}}}}\n' "$head" "$(yes I01.1.a)"
    printf '%s{"I02":{"criteria":{%s,%s}}}}\n' "$head" "$(yes I02.1.a)" "$(yes I02.2.a)"
    printf '%s{"I01":{"criteria":{%s}}}}\n' "$head" "$(yes I01.2.a)"
}

# ---- the gate --------------------------------------------------------------------------------------

test_the_examples_of_the_pack_come_out_and_touch_every_stage()
{
    expect_exit 0 spbe rules check "$KAMI" --lang en
    expect_stdout '3 values are computed, each behind those that it reads'
    if grep -q 'never lowers' "$OUT"; then fail 'nothing proves that of a function'; fi
    expect_exit 0 spbe rules test "$KAMI" --lang en
    expect_stdout 'examples: 4, numbers: 21, different: 0'
    expect_stdout '3      3/3  I01–I03'
}

test_a_changed_gate_is_noticed_by_the_examples()
{
    cp -r "$KAMI" pack
    sed -i 's/if 3 \* base < 2 \* base_most then/if 3 * base <= 2 * base_most then/' pack/domain_1.lua
    expect_exit 0 spbe rules test pack # 8 of 12 points cannot be had with these questions
    sed -i 's/if 3 \* base <= 2 \* base_most then/if 4 * base < 3 * base_most then/' pack/domain_1.lua
    expect_exit 0 spbe rules test pack
    sed -i 's/if 4 \* base < 3 \* base_most then/if 5 * base < 4 * base_most then/' pack/domain_1.lua
    expect_exit 1 spbe rules test pack --lang en
    expect_stdout 'DIFFERS'
}

test_stage_3_counts_from_the_minimum_on()
{
    write_document
    expect_exit 0 spbe evaluate kota.json --rules "$KAMI" --basis supported --json out.json
    expect_json out.json domains.0.aspects.0.indicators.0.supported 18/7
    expect_json out.json domains.0.aspects.0.indicators.0.computed true
    write_document "$(no I01.2.a)"
    expect_exit 0 spbe evaluate kota.json --rules "$KAMI" --basis supported --json out.json
    expect_json out.json domains.0.aspects.0.indicators.0.supported 3/7
    expect_json out.json domains.0.aspects.0.indicators.1.supported 3/7
    expect_json out.json domains.0.aspects.0.indicators.2.supported 1.5
    expect_json out.json index.exact 0.75
}

# The reason is the function's own, wherever reasons are shown; levels explain nothing then.
test_the_reason_of_the_function_is_shown()
{
    write_document "$(no I01.2.a)"
    expect_exit 0 spbe explain kota.json I01 --rules "$KAMI"
    expect_stdout 'tahap 1 dan 2 mendapat 3 dari 12, kurang dari dua pertiga'
    if grep -q 'menunggu jawaban' "$OUT"; then fail 'a level is named as what holds it back'; fi
    expect_exit 0 spbe evaluate kota.json --rules "$KAMI" --json out.json
    expect_json out.json domains.0.aspects.0.indicators.1.reasons.0.code computed
    expect_json out.json domains.0.aspects.0.indicators.1.reasons.0.text 'sama dengan I01, area yang lebih lemah'
    expect_file 'aturan menghitung kurang dari itu' out.json
    expect_exit 0 spbe report kota.json --rules "$KAMI" -o full.json
    /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-report.schema.json" full.json ||
        fail 'not by the schema'
}

test_what_nobody_answered_has_the_value_of_the_pack()
{
    printf '{"format":"spbe-assessment/1","instrument":"kami-uji","year":2024,"answers":{"I02":{"criteria":{%s}}}}' \
        "$(yes I02.3.a)" >kota.json
    expect_exit 0 spbe evaluate kota.json --rules "$KAMI" --json out.json
    expect_json out.json domains.0.aspects.0.indicators.0.supported null
    expect_json out.json domains.0.aspects.0.indicators.1.supported 0
    expect_json out.json index.given 1
}

# Claims and verdicts are what people said; no function changes them.
test_claims_and_verdicts_are_not_computed()
{
    printf '{"format":"spbe-assessment/1","instrument":"kami-uji","year":2024,"answers":{"I01":{"claimed":2,"verified":1,"criteria":{%s}}}}' \
        "$(yes I01.1.a)" >kota.json
    expect_exit 0 spbe evaluate kota.json --rules "$KAMI" --basis claimed --json out.json
    expect_json out.json domains.0.aspects.0.indicators.0.claimed 2
    expect_json out.json domains.0.aspects.0.indicators.0.verified 1
    expect_json out.json index.exact 1
    expect_json out.json indexes.verified.exact 0.5
}

# ---- surfaces --------------------------------------------------------------------------------------

# In the workbook a computed value is a constant, also where levels would give the same; formulas start
# above it, and LibreOffice agrees with them.
test_the_workbook_takes_computed_values_as_constants()
{
    local count
    write_document
    expect_exit 0 spbe report kota.json --rules "$KAMI" -o kota.xlsx
    sound kota.xlsx
    /usr/bin/python3 "$TOOL" show kota.xlsx >cells.txt
    expect_file $'Indikator\tE6\tn\t2.57142857142857' cells.txt
    expect_file $'Indikator\tE8\tn\t1.5' cells.txt
    expect_file 'Nilai yang didukung dihitung oleh mesin.' cells.txt
    mkdir -p again
    /usr/bin/python3 "$TOOL" recalculate kota.xlsx again
    count=$(/usr/bin/python3 "$TOOL" compare kota.xlsx again/kota.xlsx)
    case $count in
    *", 0 differ") ;;
    *) fail "$count" ;;
    esac
}

test_a_pack_with_functions_is_shown_with_their_names()
{
    expect_exit 0 spbe rules show "$KAMI" --json
    expect_json "$OUT" domains.0.aspects.0.indicators.1.value.function \
        'domain_1.lua:aspects[1].indicators[2].value'
    expect_json "$OUT" domains.0.aspects.0.indicators.1.depends_on.0 I03
}

test_help_tells_what_a_function_is_given()
{
    for lang in id en; do
        expect_exit 0 spbe help function --lang "$lang"
        for word in answers evidence levels values supported claimed verified kind year; do
            expect_stdout "$word"
        done
    done
    expect_exit 0 spbe help pack --lang en
    expect_stdout 'depends_on'
}

# The assessments that 'rules check' makes up hold accepted items too: what is wrong behind them is found before
# anybody is scored.
test_a_function_is_tried_with_accepted_items()
{
    cp -r "$ROOT/tests/packs/check/items" butir
    sed -i -e 's/^return {$/local function above(input)\
  local value = input.supported\
  if type(value) == "table" and value[1] > 2 * value[2] then\
    return input.suported, "more than 2"\
  end\
  return value, "as it is"\
end\
\
return {/' -e 's/id = "I01", no = 1,/& value = above,/' butir/aspect_1.lua
    expect_exit 1 spbe rules check butir --lang en
    cat "$OUT" "$ERR" >said
    expect_file 'butir/aspect_1.lua:5' said
    expect_file suported said
    sed -i 's/suported/supported/' butir/aspect_1.lua
    expect_exit 0 spbe rules check butir --lang en
}

# An overlay changes what is around a function; the function itself stays that of the pack.
test_functions_work_under_an_overlay()
{
    mkdir lapis
    cat >lapis/overlay.lua <<'OVERLAY'
return {
  format = "spbe-overlay/1", id = "lapis", title = "Bobot lain", base = "kami-uji",
  author = "Penguji", date = "2024-05-01", reason = "Menguji", source = "Catatan rapat",
  changes = {
    { change = "weight", of = "I01", to = 60 },
    { change = "weight", of = "I02", to = 10 },
  },
}
OVERLAY
    write_document "$(no I01.2.a)"
    expect_exit 0 spbe evaluate kota.json --rules "$KAMI" --rules lapis --basis supported --json out.json
    expect_json out.json domains.0.aspects.0.indicators.0.supported 3/7
    expect_json out.json domains.0.aspects.0.indicators.1.supported 3/7
    expect_json out.json index.exact 0.75 # 70 of 100 at 3/7, 30 at 3/2, as without the overlay
    expect_json out.json domains.0.aspects.0.indicators.0.contribution 9/35
}

# ---- batches ---------------------------------------------------------------------------------------

# One worker serves a batch; no assessment can tell what came before it, nor which process took it.
test_a_batch_gives_the_same_bytes_in_every_order_and_process()
{
    write_document
    local first second
    first=$(cat kota.json)
    write_document "$(no I01.2.a)"
    second=$(cat kota.json)
    for _ in $(seq 300); do printf '%s\n%s\n' "$first" "$second"; done >many.jsonl
    expect_exit 0 spbe evaluate many.jsonl --rules "$KAMI" --json one.jsonl
    expect_exit 0 spbe evaluate many.jsonl --rules "$KAMI" --jobs 2 --json two.jsonl
    expect_same one.jsonl two.jsonl
    [ "$(sort -u one.jsonl | wc -l)" -eq 2 ] || fail 'the same document gives different results'
    [ "$(wc -l <one.jsonl)" -eq 600 ] || fail 'a result is missing'
}

# What is refused for one assessment does not touch the next one.
test_a_refused_function_leaves_the_other_assessments_alone()
{
    printf 'local function score(input)\n  if input.answers["I01.1.a"] then return 1.5, "x" end\n  return 2, "baik"\nend\n' >score.lua
    write_enemy score.lua
    write_stream >stream.jsonl
    expect_exit 3 spbe evaluate stream.jsonl --rules enemy --json out.jsonl --lang en
    expect_stderr 'enemy/domain_1.lua:1: this function returns the inexact number 1.5'
    [ "$(wc -l <"$ERR")" -le 2 ] || fail 'more than the refusal is told'
    [ "$(wc -l <out.jsonl)" -eq 2 ] || fail 'the other two assessments are not there'
    expect_file '"supported":2' out.jsonl
}

# An address would differ from run to run; what a table is told as does not.
test_no_address_reaches_a_result()
{
    printf 'local function score(input)\n  return 1, tostring(input) .. tostring(score) .. tostring(print)\nend\n' >score.lua
    sed -i 's/^local function score/local score\nfunction score/' score.lua
    write_enemy score.lua
    write_stream >stream.jsonl
    for name in one two; do
        spbe evaluate stream.jsonl --rules enemy --json "$name.jsonl" || true
    done
    expect_same one.jsonl two.jsonl
    if grep -q '0x' one.jsonl; then fail 'an address is in the result'; fi
}

# ---- functions of an enemy --------------------------------------------------------------------------

# How a function is refused, without the places of this run: leaves status and the sentence.
measure()
{
    status=0
    /usr/bin/time -q -o measured -f '%e %M %U %S' "$SPBE" --lang en evaluate stream.jsonl --rules enemy \
        --json out.jsonl >"$OUT" 2>"$ERR" </dev/null || status=$?
    read -r seconds kilobytes user kernel <measured
    sentence=$(head -n 1 "$ERR")
}

# One of them: refused twice with the same words, soon, in little memory, with file and line.
refused()
{
    local name=$1 first='' run status seconds kilobytes user kernel sentence
    write_enemy "$ROOT/tests/packs/score/$name.lua"
    for run in 1 2; do
        measure
        [ "$status" -eq 3 ] || { show 'standard error' "$ERR"; fail "$name: exit status $status"; }
        [ "$run" -eq 1 ] || [ "$sentence" = "$first" ] || fail "$name: run $run says otherwise"
        first=$sentence
        if ! instrumented; then
            soon "$seconds" "$user" "$kernel" 4 || fail "$name: took $seconds s"
            [ "$kilobytes" -lt 131072 ] || fail "$name: took $kilobytes KiB"
            note_enemy "function:${name%%_*}" "$name" "$user" "$kernel" "$kilobytes"
        fi
    done
    case $sentence in
    *enemy/domain_1.lua:*) ;;
    *) fail "$name: no file and line: $sentence" ;;
    esac
    printf '%s: %s\n' "$name" "$sentence" >>found.txt
}

# The sentences change with nothing but the program.
compare_sentences()
{
    local expected=$ROOT/tests/packs/score/${1}expected
    [ "${GOLDEN:-}" != write ] || cp found.txt "$expected"
    expect_same "$expected" found.txt
}

# All functions whose file begins so.
all_refused()
{
    local file
    write_stream >stream.jsonl
    : >found.txt
    for file in "$ROOT"/tests/packs/score/"$1"*.lua; do
        refused "$(basename "$file" .lua)"
    done
    compare_sentences "$1"
}

test_inexact_numbers_are_refused() { all_refused float_; }
test_loops_and_recursion_come_to_an_end()
{
    plain_only
    all_refused loop_
    all_refused recursion_
}
test_state_between_calls_is_refused() { all_refused state_; }
test_what_a_function_is_given_stays_as_it_is() { all_refused input_; }
test_a_value_that_was_not_asked_for_is_not_there() { all_refused other_; }
test_only_exact_values_are_taken() { all_refused wrong_; }
test_a_value_lies_on_the_scale() { all_refused scale_; }
test_a_reason_is_a_text_that_people_can_read() { all_refused reason_; }
test_memory_has_an_end() { all_refused memory_; }
test_errors_of_a_function_name_its_place() { all_refused error_; }
test_nothing_outside_can_be_reached() { all_refused reach_; }
