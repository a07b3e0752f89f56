# spbe evaluate: the numbers, the documents and the table that people and programs rely on.

EXAMPLE=$ROOT/tests/examples/kota-bandar-lampung-2023.json

# A claim for each indicator: claims YEAR LEVEL..., 47 levels; fewer repeat the last.
claims()
{
    /usr/bin/python3 - "$@" <<'PY'
import json, sys
year, levels = int(sys.argv[1]), [int(x) for x in sys.argv[2:]]
levels += levels[-1:] * (47 - len(levels))
print(json.dumps({"format": "spbe-assessment/1", "instrument": "spbe-2020", "year": year,
                  "agency": {"name": "Kota Contoh", "kind": "kota"},
                  "answers": {f"I{i:02}": {"claimed": v} for i, v in enumerate(levels, 1)}}))
PY
}

# An assessment with something of everything: answers, evidence, claims, verdicts, every warning.
mixed()
{
    cat <<'JSON'
{"format": "spbe-assessment/1", "instrument": "spbe-2020", "year": 2024,
 "agency": {"name": "Kabupaten Contoh \"Satu\"", "kind": "kabupaten"},
 "answers": {
  "I01": {"claimed": 3, "criteria": {"I01.2.a": {"met": true}, "I01.2.b": {"met": true},
    "I01.3.a": {"met": false, "note": "menunggu"}},
   "evidence": [{"title": "Perwali 12/2023", "number": "12", "date": "2023-05-01", "file": "perwali.pdf",
     "supports": ["I01.2.a"]}]},
  "I05": {"claimed": 3, "criteria": {"I05.2.a": {"met": true}, "I05.2.b": {"met": true},
    "I05.3.a": {"met": true}},
   "evidence": [{"title": "Perbup 7/2022", "supports": ["I05.2.b", "I05.3.a"]}]},
  "I16": {"claimed": 2, "criteria": {"I16.2.a": {"met": true}, "I16.2.b": {"met": true}},
   "evidence": [{"title": "Rancangan SK layanan", "date": "2025-01-05", "supports": ["I16.2.a"]},
     {"title": "Foto", "supports": []}]},
  "I11": {"criteria": {"I11.2.a": {"met": true}, "I11.2.b": {"met": true}, "I11.4.b": {"met": true}},
   "evidence": [{"title": "Laporan reviu", "date": "2020-02-02", "supports": ["I11.4.b"]}]},
  "I26": {"criteria": {"I26.4.e": {"met": true}}},
  "I32": {"verified": 2, "verified_reason": "hanya informasi dan interaksi", "criteria": {"I32.1.a": {"met": true}}}
 }}
JSON
}

# What changes with every edit of the pack or release is no part of a golden document.
stable()
{
    sed -E 's/"engine":\{[^}]*\}/"engine":{}/; s/"rules":\{.*\],"?\}?,"assessment"/"assessment"/; s/"rules":\{.*\]\},"assessment"/"assessment"/' "$1"
}

# --- the document -----------------------------------------------------------------------------------

test_evaluate_documents_follow_their_schema()
{
    mixed >mixed.json
    claims 2023 2 >claims.json
    for file in mixed.json claims.json "$EXAMPLE"; do
        expect_exit 0 spbe evaluate "$file" --json out.json
        expect_exit 0 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-report.schema.json" out.json
        expect_exit 0 spbe evaluate "$file" --json out.json --summary --lang en
        expect_exit 0 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-report.schema.json" out.json
    done
    expect_exit 0 spbe report mixed.json -o full.json
    expect_exit 0 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-report.schema.json" full.json
    sed -i 's/"basis":"claimed"/"basis":"guessed"/' out.json
    expect_exit 0 "$ROOT/tests/schema.py" --not "$ROOT/templates/spbe-report.schema.json" out.json
}

test_evaluate_documents_are_as_they_were()
{
    mixed >mixed.json
    for lang in id en; do
        expect_exit 0 spbe evaluate mixed.json --json out.json --lang "$lang"
        stable out.json | /usr/bin/python3 -m json.tool --no-ensure-ascii >pretty.json
        golden "evaluate-mixed-$lang.json" pretty.json
    done
}

test_evaluate_gives_the_same_bytes_again()
{
    mixed >mixed.json
    spbe evaluate mixed.json --json first.json
    spbe evaluate mixed.json --json - >second.json
    spbe evaluate - --json - <mixed.json >third.json
    expect_same first.json second.json
    expect_same first.json third.json
}

test_evaluate_writes_only_documents_to_standard_output()
{
    mixed >mixed.json
    expect_exit 0 spbe evaluate mixed.json "$EXAMPLE" --json -
    expect_no_stderr
    [ "$(wc -l <"$OUT")" = 2 ] || fail 'not one document a line'
    /usr/bin/python3 -c 'import json, sys; [json.loads(line) for line in open(sys.argv[1])]' "$OUT"
}

test_evaluate_summary_leaves_out_indicators_and_nothing_else()
{
    mixed >mixed.json
    spbe evaluate mixed.json --json full.json
    spbe evaluate mixed.json --json short.json --summary
    /usr/bin/python3 - <<'PY' || fail 'the summary is not the document without indicators'
import json
full, short = json.load(open("full.json")), json.load(open("short.json"))
for domain in full["domains"]:
    for aspect in domain["aspects"]:
        del aspect["indicators"]
assert full == short
PY
}

test_evaluate_hashes_the_document_as_read()
{
    mixed >mixed.json
    expect_exit 0 spbe evaluate mixed.json --json out.json --summary
    expect_json out.json assessment.sha256 "$(sha256sum <mixed.json | cut -c 1-64)"
    printf %s "$(cat mixed.json)" >bare.json
    expect_exit 0 spbe evaluate bare.json --json out.json --summary
    expect_json out.json assessment.sha256 "$(sha256sum <bare.json | cut -c 1-64)"
    cat "$EXAMPLE" mixed.json >both.json
    spbe evaluate both.json --json - --summary | tail -n 1 >out.json
    expect_json out.json assessment.sha256 "$(sha256sum <mixed.json | cut -c 1-64)"
}

test_evaluate_names_every_file_of_the_rules_with_its_hash()
{
    expect_exit 0 spbe evaluate "$EXAMPLE" --json out.json --summary
    for file in "$ROOT"/rules/spbe-2020/*.lua; do
        expect_file "{\"name\":\"$(basename "$file")\",\"sha256\":\"$(sha256sum <"$file" | cut -c 1-64)\"}" out.json
    done
}

# --- the numbers ------------------------------------------------------------------------------------

test_evaluate_agrees_with_another_way_of_computing()
{
    spbe rules show spbe-2020 --json >pack.json
    "$ROOT/tests/cli/oracle.py" write pack.json 1000 7 >documents.jsonl
    spbe evaluate documents.jsonl --json results.jsonl
    expect_exit 0 "$ROOT/tests/cli/oracle.py" check pack.json documents.jsonl results.jsonl
    expect_stdout '0 differ'
}

test_evaluate_the_other_way_would_notice_a_difference()
{
    spbe rules show spbe-2020 --json >pack.json
    "$ROOT/tests/cli/oracle.py" write pack.json 3 8 >documents.jsonl
    spbe evaluate documents.jsonl --json - | sed '2s/"supported":1,/"supported":2,/' >results.jsonl
    expect_exit 1 "$ROOT/tests/cli/oracle.py" check pack.json documents.jsonl results.jsonl
}

# An agency of the national report of 2023: 1.7995, printed 1.80 and "Cukup".
test_evaluate_reads_the_predicate_of_2023_from_the_rounded_index()
{
    claims 2023 2 2 2 2 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 \
        2 1 1 1 1 1 1 1 1 1 5 5 5 5 5 5 >boundary.json
    expect_exit 0 spbe evaluate boundary.json --json out.json
    expect_json out.json index.exact 1.7995
    expect_json out.json index.value 1.80
    expect_json out.json index.predicate Cukup
    expect_json out.json index.predicate_other Kurang
    expect_file '"code":"reading"' out.json
    sed 's/2023/2024/' boundary.json >later.json
    expect_exit 0 spbe evaluate later.json --json out.json
    expect_json out.json index.predicate Kurang
}

# And one of 2024: 3.4985, printed 3.50 and "Baik".
test_evaluate_reads_the_predicate_of_2024_from_the_exact_index()
{
    claims 2024 2 2 1 1 1 1 1 1 1 1 5 5 5 5 5 5 5 5 5 3 1 1 1 1 1 1 1 1 1 1 1 \
        5 5 5 5 5 5 5 5 5 4 4 4 4 4 4 1 >boundary.json
    expect_exit 0 spbe evaluate boundary.json --json out.json
    expect_json out.json index.exact 3.4985
    expect_json out.json index.value 3.50
    expect_json out.json index.predicate Baik
    expect_json out.json index.predicate_other 'Sangat Baik'
    sed 's/2024/2023/' boundary.json >earlier.json
    expect_exit 0 spbe evaluate earlier.json --json out.json
    expect_json out.json index.predicate 'Sangat Baik'
}

test_evaluate_uses_the_last_known_year_with_a_notice()
{
    claims 2026 3 >later.json
    expect_exit 0 spbe evaluate later.json --json out.json
    expect_json out.json year_used 2024
    expect_json out.json assessment.year 2026
    expect_json out.json guideline.id pedoman-3-2024
    expect_file '"code":"year"' out.json
    claims 2020 3 >earlier.json
    expect_exit 3 spbe evaluate earlier.json
    expect_no_stdout
}

test_evaluate_warns_of_what_would_be_refused()
{
    mixed >mixed.json
    expect_exit 0 spbe evaluate mixed.json --json out.json --summary
    for code in claim_above_support partial_and_full draft policy after_period supports_nothing \
        too_old other_year incomplete; do
        expect_file "\"code\":\"$code\"" out.json
    done
}

# --- bases ------------------------------------------------------------------------------------------

test_evaluate_takes_the_basis_that_is_asked_for()
{
    mixed >mixed.json
    for basis in claimed supported verified; do
        expect_exit 0 spbe evaluate mixed.json --basis "$basis" --json out.json --summary
        expect_json out.json basis "$basis"
    done
    expect_json out.json index.given 1
    expect_json out.json index.of 47
    expect_exit 2 spbe evaluate mixed.json --basis guessed
}

test_evaluate_ends_with_1_where_a_basis_has_nothing()
{
    claims 2024 3 >claims.json
    expect_exit 1 spbe evaluate claims.json --basis verified --json out.json --summary
    expect_json out.json index.given 0
    expect_exit 1 spbe evaluate claims.json --basis supported
    expect_stdout '0 dari 47'
    expect_exit 0 spbe evaluate claims.json --basis claimed
    expect_exit 1 spbe evaluate claims.json "$EXAMPLE" --basis verified
}

# --- for people -------------------------------------------------------------------------------------

test_evaluate_shows_a_table_in_both_languages()
{
    mixed >mixed.json
    expect_exit 0 spbe evaluate mixed.json
    for words in 'Kabupaten Contoh "Satu" (kabupaten) · 2024' 'Indeks ' 'Kebijakan Internal SPBE' \
        'Langkah berikutnya' 'Peringatan' 'Catatan'; do
        expect_stdout "$words"
    done
    expect_exit 0 spbe evaluate mixed.json --lang en
    for words in 'Index ' 'Next steps' 'Warnings' 'Notices' 'below'; do
        expect_stdout "$words"
    done
}

test_evaluate_never_shows_an_index_without_what_it_rests_on()
{
    mixed >mixed.json
    expect_exit 0 spbe evaluate mixed.json
    expect_stdout '3 dari 47 indikator'
    expect_stdout '3/47'
    expect_stdout 'selebihnya dihitung sebagai 1'
    expect_exit 0 spbe evaluate mixed.json --summary
    expect_stdout '3/47'
    expect_exit 0 spbe evaluate mixed.json mixed.json
    [ "$(grep -c '3/47' "$OUT")" = 2 ] || fail 'a line does not say what its index rests on'
}

test_evaluate_gives_each_of_several_a_line()
{
    mixed >mixed.json
    expect_exit 0 spbe evaluate mixed.json "$EXAMPLE" "$ROOT/tests/examples/kemenko-perekonomian-2021.json"
    [ "$(wc -l <"$OUT")" = 4 ] || fail 'not a heading and three lines'
    expect_stdout '2,15  Cukup'
    expect_stdout '2,95  Baik'
}

test_evaluate_colours_only_a_terminal()
{
    mixed >mixed.json
    expect_exit 0 spbe evaluate mixed.json
    if grep -q $'\033' "$OUT"; then fail 'colour in a pipe'; fi
    in_terminal "$SPBE" evaluate mixed.json
    grep -q $'\033\[' "$OUT" || fail 'no colour on a terminal'
    in_terminal env NO_COLOR=1 "$SPBE" evaluate mixed.json
    if grep -q $'\033\[[0-9;]*m' "$OUT"; then fail 'colour in spite of NO_COLOR'; fi
}

test_evaluate_fits_a_terminal_of_80_columns()
{
    mixed >mixed.json
    in_terminal env NO_COLOR=1 "$SPBE" evaluate mixed.json
    /usr/bin/python3 - "$OUT" <<'PY' || fail 'a line is too long'
import sys
bad = [line for line in open(sys.argv[1], encoding="utf-8").read().split("\n") if len(line) > 80]
print("\n".join(bad))
sys.exit(1 if bad else 0)
PY
}

test_evaluate_keeps_a_terminal_safe_from_texts()
{
    mixed | sed 's/Contoh/\\u001b[31mMerah\\u0007/; s/Rancangan SK/Rancangan \\u001b]0;x SK/' >mixed.json
    expect_exit 0 spbe evaluate mixed.json
    if grep -q $'\033\|\a' "$OUT"; then fail 'a control character came through'; fi
    expect_exit 0 spbe evaluate mixed.json mixed.json
    if grep -q $'\033\|\a' "$OUT"; then fail 'a control character came through'; fi
}

# --- rules ------------------------------------------------------------------------------------------

test_evaluate_takes_rules_by_folder()
{
    cp -r "$ROOT/rules/spbe-2020" mine
    chmod -R u+w mine
    expect_exit 0 spbe evaluate "$EXAMPLE" --rules mine --json out.json
    expect_json out.json index.value 2.15
    sed -i 's/title = "Pemantauan/title = "Uji: Pemantauan/' mine/pack.lua
    expect_exit 0 spbe evaluate "$EXAMPLE" --rules mine/pack.lua --json out.json
    expect_file '"title":"Uji: Pemantauan' out.json
    sed -i 's/id = "spbe-2020"/id = "spbe-uji"/' mine/pack.lua
    expect_exit 3 spbe evaluate "$EXAMPLE" --rules mine
    expect_exit 4 spbe evaluate "$EXAMPLE" --rules tidak-ada
}

# Overlays are not taken yet; they are refused in a sentence, not half-used.
test_evaluate_refuses_an_overlay()
{
    mkdir overlay
    printf 'return { format = "spbe-overlay/1", base = "spbe-2020" }\n' >overlay/pack.lua
    expect_exit 4 spbe evaluate "$EXAMPLE" --rules overlay
    expect_stderr 'overlay/pack.lua: ialah overlay'
    expect_no_stdout
}

test_evaluate_loads_no_rules_by_a_path_inside_a_document()
{
    mkdir -p evil
    cp "$ROOT"/rules/spbe-2020/*.lua evil/
    for id in ./evil evil ../evil /etc spbe-2020/; do
        sed "s|\"spbe-2020\"|\"$id\"|" "$EXAMPLE" >document.json
        expect_exit 3 spbe evaluate document.json
    done
}

# --- files and faults -------------------------------------------------------------------------------

test_evaluate_reads_an_assessment_file()
{
    mixed >mixed.json
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kabupaten Contoh "Satu"' --kind kabupaten \
        --year 2024 --as Uji >new.log
    spbe import kota.spbe mixed.json --as Uji >import.log
    spbe export kota.spbe -o exported.json
    expect_exit 0 spbe evaluate kota.spbe --json store.json
    expect_exit 0 spbe evaluate exported.json --json json.json
    expect_same store.json json.json
    expect_json store.json assessment.sha256 "$(sha256sum <exported.json | cut -c 1-64)"
    expect_exit 0 spbe evaluate kota.spbe "$EXAMPLE"
    expect_exit 0 spbe explain kota.spbe I01
}

test_evaluate_says_what_cannot_be_read()
{
    expect_exit 3 spbe evaluate tidak-ada.json
    expect_stderr tidak-ada.json
    expect_exit 3 spbe evaluate .
    : >empty.json
    expect_exit 3 spbe evaluate empty.json
    expect_stderr empty.json
    printf 'bukan berkas penilaian' >text.spbe
    expect_exit 5 spbe evaluate text.spbe
    expect_exit 2 spbe evaluate
    expect_exit 2 spbe evaluate "$EXAMPLE" --jobs 0
    expect_exit 2 spbe evaluate "$EXAMPLE" --jobs 65
    expect_exit 2 spbe evaluate "$EXAMPLE" --jobs dua
}

test_evaluate_leaves_no_half_output()
{
    mkdir locked
    printf 'lama' >locked/out.json
    expect_exit 3 spbe evaluate tidak-ada.json --json locked/out.json
    if [ "$(cat locked/out.json)" = lama ]; then :; fi
    expect_exit 7 bash -c '"$SPBE" evaluate "$1" --json - >/dev/full' _ "$EXAMPLE"
    expect_exit 7 bash -c '"$SPBE" evaluate "$1" >/dev/full' _ "$EXAMPLE"
    if [ "$(id -u)" != 0 ]; then
        chmod a-w locked
        expect_exit 7 spbe evaluate "$EXAMPLE" --json locked/new.json
        [ ! -e locked/new.json ] || fail 'a file was left behind'
    fi
    [ -z "$(find . -name '*.tmp*' -o -name '.*out.json*' | grep -v stdout)" ] || fail 'a temporary file was left'
}

# A pipe or a device takes the documents as they come; it is never replaced by a file.
test_documents_go_straight_to_pipes_and_devices()
{
    local kota=$ROOT/tests/examples/kota-bandar-lampung-2023.json
    expect_exit 0 spbe evaluate "$kota" --json biasa.json
    expect_exit 0 spbe evaluate "$kota" --json /dev/null
    [ -c /dev/null ] || fail '/dev/null was replaced'
    expect_exit 0 spbe evaluate "$kota" --json /dev/stdout
    expect_same biasa.json "$OUT"
    mkfifo pipa
    cat pipa >dari-pipa.json &
    expect_exit 0 spbe evaluate "$kota" --json pipa
    wait $!
    expect_same biasa.json dari-pipa.json
    expect_exit 7 spbe evaluate "$kota" --json /dev/full
    expect_stderr '/dev/full: tidak dapat ditulis'
}

# What is read cannot be lost by a slip in the name of the output.
test_an_output_never_takes_the_place_of_an_input()
{
    cp "$ROOT/tests/examples/kota-bandar-lampung-2023.json" kota.json
    ln -s kota.json tautan.json
    expect_exit 2 spbe evaluate kota.json --json tautan.json
    expect_stderr 'juga dibaca'
    expect_same "$ROOT/tests/examples/kota-bandar-lampung-2023.json" kota.json
    expect_exit 0 spbe evaluate kota.json --json hasil.json
    expect_exit 0 spbe evaluate kota.json --json hasil.json
}

# On a terminal nothing runs over the edge: the bars give way first, then the names.
test_the_table_fits_narrow_terminals()
{
    local columns
    for columns in 60 80 120; do
        NO_COLOR=1 TERM=xterm script -qec "stty cols $columns rows 24; \
            $SPBE evaluate $ROOT/tests/examples/kota-bandar-lampung-2023.json" /dev/null \
            >"$OUT" </dev/null || fail "$columns columns"
        /usr/bin/python3 - "$OUT" "$columns" <<'PY' || fail "a line is wider than $columns columns"
import sys
lines = open(sys.argv[1], encoding="utf-8").read().replace("\r", "").split("\n")
sys.exit(any(len(line) > int(sys.argv[2]) for line in lines))
PY
        [ "$columns" = 60 ] || grep -q '█' "$OUT" || fail 'no bars'
    done
}

# The terminal speaks one language; the documents keep the contract's words.
test_places_of_notices_are_translated()
{
    expect_exit 0 spbe evaluate "$ROOT/tests/examples/kota-bandar-lampung-2023.json"
    expect_stdout '  indeks  '
    expect_exit 0 spbe evaluate "$ROOT/tests/examples/kota-bandar-lampung-2023.json" --lang en
    expect_stdout '  index  '
}
