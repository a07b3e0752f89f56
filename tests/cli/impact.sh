# What overlays do to assessments: every move has its cause, and all of it adds up.
# shellcheck source=tests/packs/check/change.sh
source "$ROOT/tests/packs/check/change.sh"

BANDAR=$ROOT/tests/examples/kota-bandar-lampung-2023.json
KEMENKO=$ROOT/tests/examples/kemenko-perekonomian-2021.json

# real_overlay NAME ROW...: an overlay of spbe-2020; its first row stands on line 9.
real_overlay()
{
    an_overlay "$@"
    sed -i 's/"uji-1"/"spbe-2020"/' "$1/overlay.lua"
}

# The changes of the tests below, a line each: a pair of weights, a criterion, a band, a parameter.
WEIGHTS='change = "weight", of = "I42", to = 3.5'
WEIGHTS_BACK='change = "weight", of = "I43", to = 2.5'
CRITERION='change = "withdraw", of = "I11.3.a"'
BAND='change = "band", of = "Cukup", to = 2.2'
DUTY='change = "evidence_from", to = 3'
TEXT='change = "text", of = "I01.2.a", to = "Bunyi lain."'

test_a_table_tells_before_after_and_cause()
{
    real_overlay koreksi "$WEIGHTS" "$WEIGHTS_BACK" "$BAND"
    expect_exit 0 spbe rules impact koreksi "$BANDAR" "$KEMENKO"
    expect_no_stderr
    expect_stdout 'Overlay koreksi: Koreksi koreksi (Inspektorat, 2023-05-01)'
    expect_stdout '[1] bobot I42: 3 → 3,5 [koreksi/overlay.lua:9]'
    expect_stdout 'bobot I43: 3 → 2,5 [koreksi/overlay.lua:10]'
    expect_stdout '[2] indeks terendah predikat Cukup: 1,8 → 2,2 [koreksi/overlay.lua:11]'
    expect_stdout '1 bergeser: 0 naik, 0 turun, 1 berganti predikat'
    expect_stdout '2 penilaian, 2 bergeser: 2 naik, 0 turun, 1 berganti predikat'
    grep -Eq '2,15 +Cukup +2,16 +Kurang +\+0,005 +2023' "$OUT" || fail 'the row of Bandar Lampung'
    expect_exit 0 spbe rules impact koreksi "$BANDAR" --lang en
    expect_stdout '+0.005'
    expect_stdout '1 assessments, 1 moved: 1 up, 0 down, 1 to another predicate'
}

# A script gets the same document, and the same refusals.
test_a_script_measures_what_the_command_measures()
{
    real_overlay koreksi "$WEIGHTS" "$WEIGHTS_BACK" "$BAND"
    cp "$BANDAR" kota.json
    cp "$KEMENKO" kemenko.json
    cat >ukur.lua <<'LUA'
local files = { "kemenko.json", "kota.json" }
spbe.write("dampak.json", spbe.json(spbe.impact("koreksi", files)))
spbe.write("dasar.json", spbe.json(spbe.impact({ "koreksi" }, files, { basis = "claimed" })))
print(pcall(spbe.impact, "spbe-2020", files))
print(pcall(spbe.impact, "koreksi", files, { basis = "rata-rata" }))
print(pcall(spbe.impact, "koreksi", files, { dasar = "claimed" }))
print(#spbe.impact("koreksi", { "hilang.json", "kota.json" }).assessments)
LUA
    expect_exit 3 spbe --as Siti run --allow . ukur.lua # one input is refused and told, as by the command
    expect_stderr 'hilang.json'
    [ "$(grep -c ^false "$OUT")" -eq 3 ] || { show output "$OUT"; fail 'not all three are refused'; }
    expect_stdout 'rata-rata'
    [ "$(tail -n 1 "$OUT")" = 1 ] || fail 'the other input was not measured'
    spbe rules impact koreksi kemenko.json kota.json --json perintah.json >"$OUT"
    spbe rules impact koreksi kemenko.json kota.json --basis claimed --json klaim.json >"$OUT"
    /usr/bin/python3 - dampak.json perintah.json dasar.json klaim.json <<'PY' || fail 'not the same document'
import json, sys
def read(path):
    return json.load(open(path, encoding="utf-8"), object_pairs_hook=lambda pairs: {
        key: value for key, value in pairs if value not in (None, [], {})})
script, command, claimed, told = map(read, sys.argv[1:])
sys.exit(not (script == command and claimed == told and len(command["assessments"]) == 2))
PY
}

# Another predicate comes first, whatever the difference.
test_rows_are_sorted_by_effect()
{
    real_overlay koreksi "$WEIGHTS" "$WEIGHTS_BACK" "$BAND"
    spbe rules impact koreksi "$KEMENKO" "$BANDAR" --json - >impact.json
    expect_json impact.json assessments.0.agency 'Pemerintah Kota Bandar Lampung'
    expect_json impact.json assessments.0.before.predicate Cukup
    expect_json impact.json assessments.0.after.predicate Kurang
    expect_json impact.json assessments.0.moves.1.predicate Kurang
    expect_json impact.json assessments.0.moves.1.delta 0
}

test_the_document_says_what_it_is()
{
    real_overlay koreksi "$WEIGHTS" "$WEIGHTS_BACK" "$TEXT"
    expect_exit 0 spbe rules impact koreksi "$BANDAR" --json -
    expect_no_stderr
    cp "$OUT" impact.json
    [ "$(wc -l <impact.json)" -eq 1 ] || fail 'the document is not one line'
    expect_json impact.json format spbe-impact/1
    expect_json impact.json rules.id spbe-2020
    expect_json impact.json rules.overlays.0.id koreksi
    expect_json impact.json steps.0.no 1
    expect_json impact.json steps.0.changes.0.of I42
    expect_json impact.json steps.0.changes.0.line 9
    expect_json impact.json steps.0.changes.1.of I43
    expect_json impact.json steps.0.moved 1
    expect_json impact.json steps.1.changes.0.of I01.2.a
    expect_json impact.json steps.1.moved 0
    expect_json impact.json all.moved 1
    expect_json impact.json all.largest 0.005
    expect_json impact.json assessments.0.basis claimed
    expect_json impact.json assessments.0.given 47
    expect_exit 0 spbe rules impact koreksi "$BANDAR" --json impact-file.json
    expect_same impact.json impact-file.json
}

test_the_same_inputs_give_the_same_bytes()
{
    real_overlay koreksi "$WEIGHTS" "$WEIGHTS_BACK" "$DUTY"
    spbe rules impact koreksi "$BANDAR" "$KEMENKO" --json - >one
    spbe rules impact koreksi "$BANDAR" "$KEMENKO" --json - >two
    expect_same one two
    spbe rules impact koreksi "$BANDAR" -o one.xlsx >/dev/null
    spbe rules impact koreksi "$BANDAR" -o two.xlsx >/dev/null
    expect_same one.xlsx two.xlsx
}

# An independent program computes 300 random assessments under the pack and under each step.
test_an_oracle_finds_the_same_moves()
{
    local rows=("$WEIGHTS" "$WEIGHTS_BACK" "$CRITERION" "$BAND" 'change = "unanswered", to = 2')
    real_overlay satu "${rows[@]:0:2}"
    real_overlay dua "${rows[@]:0:3}"
    real_overlay tiga "${rows[@]:0:4}"
    real_overlay empat "${rows[@]}"
    spbe rules show spbe-2020 --json >pack.json
    local name packs=(pack.json)
    for name in satu dua tiga empat; do
        spbe rules show "$name" --json >"$name.json"
        packs+=("$name.json")
    done
    "$ROOT/tests/cli/oracle.py" write pack.json 300 11 >documents.jsonl
    spbe rules impact empat documents.jsonl --json impact.json >/dev/null
    expect_exit 0 "$ROOT/tests/cli/impact_oracle.py" impact.json documents.jsonl "${packs[@]}"
    # The oracle must be able to say no.
    sed -i 's/"delta":"0\.0/"delta":"0.1/' impact.json
    expect_exit 1 "$ROOT/tests/cli/impact_oracle.py" impact.json documents.jsonl "${packs[@]}"
}

# Weights of one sum can only be changed together; those of another sum are a step of their own.
test_changes_that_only_hold_together_are_one_step()
{
    real_overlay koreksi "$WEIGHTS" 'change = "weight", of = "I01", to = 1.4' "$TEXT" "$WEIGHTS_BACK" \
        'change = "weight", of = "I02", to = 1.2'
    spbe rules impact koreksi "$BANDAR" --json - >impact.json
    expect_json impact.json steps.0.changes.0.of I42
    expect_json impact.json steps.0.changes.1.of I43
    expect_json impact.json steps.1.changes.0.of I01
    expect_json impact.json steps.1.changes.1.of I02
    expect_json impact.json steps.2.changes.0.of I01.2.a
    expect_json impact.json steps.0.alone true
}

# Overlays whose weights only add up together are one step across both files.
test_a_step_may_reach_over_two_overlays()
{
    real_overlay satu "$WEIGHTS"
    real_overlay dua "$WEIGHTS_BACK"
    spbe rules impact satu dua "$BANDAR" --json - >impact.json
    expect_json impact.json rules.overlays.1.id dua
    expect_json impact.json steps.0.changes.0.overlay satu
    expect_json impact.json steps.0.changes.1.overlay dua
}

# Two changes that work on each other: the effect alone is another one, and is told.
test_an_effect_alone_is_told_where_it_differs()
{
    changed_pack
    an_overlay koreksi 'change = "unanswered", to = 2' 'change = "weight", of = "I01", to = 20' \
        'change = "weight", of = "I02", to = 20'
    echo '{"format":"spbe-assessment/1","instrument":"uji-1","year":2023,"agency":{"name":"Kota Uji"},
        "answers":{"I01":{"claimed":3}}}' >uji.json
    spbe rules impact koreksi uji.json --rules pack --json - >impact.json
    expect_json impact.json assessments.0.before.exact 1.31
    expect_json impact.json assessments.0.after.exact 2.2
    expect_json impact.json assessments.0.moves.0.delta 0.845
    expect_json impact.json assessments.0.moves.1.delta 0.045
    expect_json impact.json assessments.0.moves.1.alone 0.09
    expect_exit 0 spbe rules impact koreksi uji.json --rules pack
    expect_stdout '(sendirian +0,09)'
}

# Levels that a criterion or the duty holds down move on the supported basis, each with its step.
test_levels_move_with_the_step_that_moves_them()
{
    changed_pack
    an_overlay koreksi 'change = "withdraw", of = "I01.3.b"' 'change = "evidence_from", to = 3'
    echo '{"format":"spbe-assessment/1","instrument":"uji-1","year":2023,"agency":{"name":"Kota Uji"},
        "answers":{"I01":{"criteria":{"I01.2.a":{"met":true},"I01.3.a":{"met":true},"I01.3.b":{"met":false}},
        "evidence":[{"title":"Perwali","supports":["I01.2.a","I01.3.a"]}]},
        "I02":{"criteria":{"I02.2.a":{"met":true}}}}}' >uji.json
    spbe rules impact koreksi uji.json --rules pack --basis supported --json - >impact.json
    expect_json impact.json assessments.0.moves.0.step 1
    expect_json impact.json assessments.0.moves.0.levels.0.indicator I01
    expect_json impact.json assessments.0.moves.0.levels.0.from 2
    expect_json impact.json assessments.0.moves.0.levels.0.to 3
    expect_json impact.json assessments.0.moves.1.levels.0.indicator I02
    expect_json impact.json assessments.0.moves.1.levels.0.from 1
    expect_json impact.json assessments.0.moves.1.levels.0.to 2
    expect_exit 0 spbe rules impact koreksi uji.json --rules pack --basis supported
    expect_stdout '[1] I01 2→3 +0,155 · [2] I02 1→2 +0,245'
}

# A criterion that the overlay adds is asked of everyone: nobody has answered it yet.
test_a_new_criterion_takes_a_level_away()
{
    changed_pack
    an_overlay koreksi 'change = "document", of = "se-1", to = "Surat Edaran 1"' \
        'change = "add", of = "I01.2.c", to = "Ada salinan.", basis = "se-1"'
    echo '{"format":"spbe-assessment/1","instrument":"uji-1","year":2023,"agency":{"name":"Kota Uji"},
        "answers":{"I01":{"criteria":{"I01.2.a":{"met":true}},
        "evidence":[{"title":"Perwali","supports":["I01.2.a"]}]}}}' >uji.json
    spbe rules impact koreksi uji.json --rules pack --basis supported --json - >impact.json
    expect_json impact.json steps.0.changes.0.of I01.2.c
    expect_json impact.json steps.0.alone true
    expect_json impact.json assessments.0.moves.0.levels.0.from 2
    expect_json impact.json assessments.0.moves.0.levels.0.to 1
    # One that has answered it already keeps the level.
    sed -i 's/"I01.2.a":{"met":true}/&,"I01.2.c":{"met":true}/' uji.json
    spbe rules impact koreksi uji.json --rules pack --basis supported --json - >impact.json
    expect_json impact.json all.moved 0
}

test_assessment_files_are_inputs_too()
{
    real_overlay koreksi "$DUTY"
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 --as Siti >/dev/null
    spbe answer kota.spbe I01.2.a yes --as Siti >/dev/null
    spbe answer kota.spbe I01.2.b yes --as Siti >/dev/null
    spbe rules impact koreksi kota.spbe "$BANDAR" --basis supported --json - >impact.json
    expect_json impact.json assessments.0.agency 'Kota Contoh'
    expect_json impact.json assessments.0.moves.0.levels.0.indicator I01
    expect_json impact.json assessments.0.moves.0.levels.0.to 2
    expect_json impact.json assessments.1.delta 0
}

# What cannot be read is told with its number, the others are done; exit 3.
test_bad_documents_do_not_stop_the_others()
{
    real_overlay koreksi "$WEIGHTS" "$WEIGHTS_BACK"
    { tr -d '\n' <"$BANDAR"; echo; echo '{"format":"spbe-assessment/1","instrument":"spbe-2020","year":2019}'
      echo '{"format":"spbe-assessment/1","instrument":"lain","year":2023}'; } >banyak.json
    expect_exit 3 spbe rules impact koreksi banyak.json --json impact.json
    expect_stderr 'banyak.json, dokumen 2'
    expect_stderr 'banyak.json, dokumen 3'
    expect_json impact.json assessments.0.agency 'Pemerintah Kota Bandar Lampung'
    expect_exit 3 spbe rules impact koreksi tidak-ada.json
}

# A year that only the overlay admits has no result before it.
test_a_year_without_rules_before_is_refused()
{
    changed_pack
    an_overlay koreksi 'change = "first_year", to = 2020' 'change = "reading", from = 2020, to = "rounded"' \
        'change = "guideline", from = 2020, to = "aturan-2020"'
    echo '{"format":"spbe-assessment/1","instrument":"uji-1","year":2020}' >uji.json
    expect_exit 0 spbe evaluate uji.json --rules pack --rules koreksi
    expect_exit 3 spbe rules impact koreksi uji.json --rules pack
    expect_stderr 'uji.json'
    expect_stderr '2021'
}

test_the_workbook_holds_every_row_and_every_step()
{
    real_overlay koreksi "$WEIGHTS" "$WEIGHTS_BACK" "$BAND" "$TEXT"
    expect_exit 0 spbe rules impact koreksi "$BANDAR" "$KEMENKO" -o dampak.xlsx
    unzip -p dampak.xlsx xl/sharedStrings.xml >strings
    local words
    for words in 'Pemerintah Kota Bandar Lampung' 'Kementerian Koordinator' 'bobot I42: 3 → 3,5' \
        'koreksi:9' 'indeks terendah predikat Cukup' 'bunyi I01.2.a' 'Setiap langkah ditambahkan'; do
        grep -q -- "$words" strings || fail "the workbook does not hold: $words"
    done
    unzip -p dampak.xlsx xl/workbook.xml | piped 'name="Dampak"' || fail 'there is no sheet Dampak'
    unzip -p dampak.xlsx xl/worksheets/sheet1.xml | piped '<v>2.1595</v>' || fail 'the index after'
    expect_exit 0 spbe rules impact koreksi "$BANDAR" -o en.xlsx --lang en
    unzip -p en.xlsx xl/workbook.xml | piped 'name="Effect"' || fail 'there is no sheet Effect'
}

# An input is never written over.
test_outputs_do_not_replace_inputs()
{
    real_overlay koreksi "$TEXT"
    cp "$BANDAR" kota.json
    expect_exit 2 spbe rules impact koreksi kota.json --json kota.json
    expect_same "$BANDAR" kota.json
    expect_exit 2 spbe rules impact koreksi kota.json --basis semua
}

# A thousand assessments, and many changes: fast enough to try things out.
test_a_thousand_assessments_take_less_than_two_seconds()
{
    local rows=() i
    for i in $(seq 11 30); do rows+=("change = \"withdraw\", of = \"I$i.4.a\""); done
    real_overlay banyak "$WEIGHTS" "$WEIGHTS_BACK" "$CRITERION" "$BAND" "$DUTY"
    for i in $(seq 1000); do tr -d '\n' <"$BANDAR"; echo; done >seribu.json
    watch
    expect_exit 0 spbe rules impact banyak seribu.json
    expect_stdout '1000 penilaian'
    if ! instrumented; then
        in_time 2 'a thousand assessments'
    fi
}

# Claims do not move when criteria change; somebody who waits for it is told what to ask for instead.
test_claimed_values_are_said_to_stay()
{
    mkdir cabut
    cat >cabut/overlay.lua <<'LUA'
return {
  format = "spbe-overlay/1", id = "cabut", title = "Cabut", base = "spbe-2020",
  author = "Inspektorat", date = "2026-11-22", reason = "Uji", source = "Nota uji",
  changes = { { change = "withdraw", of = "I22.3.b" } },
}
LUA
    expect_exit 0 spbe rules impact cabut "$ROOT/tests/examples/kota-bandar-lampung-2023.json" --lang en
    expect_stdout '1 of them by claimed values'
    expect_exit 0 spbe rules impact cabut "$ROOT/tests/examples/kota-bandar-lampung-2023.json" --basis supported --lang en
    ! grep -q 'by claimed values' "$OUT" || fail 'it was asked for'
}
