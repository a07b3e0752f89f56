# From one year, or one instrument, to the next: what was answered is carried over, marked, and counts only
# when somebody has looked at it.
export SPBE_USER=Siti

# A file: NAME INSTRUMENT YEAR.
make_file()
{
    spbe new "$1" --instrument "$2" --agency 'Kota Contoh' --kind kota --year "$3" >/dev/null
}

# lama.spbe of 2023 with answers and a document, baru.spbe of 2024 with nothing.
make_years()
{
    make_file lama.spbe spbe-2020 2023
    make_file baru.spbe spbe-2020 2024
    echo perwali >perwali.txt
    spbe answer lama.spbe I01.2.a yes --note 'pasal 3' >/dev/null
    spbe answer lama.spbe I01.2.b yes >/dev/null
    spbe attach lama.spbe I01.2.a perwali.txt --title Perwali >/dev/null
    spbe answer lama.spbe I02.2.a no >/dev/null
    spbe claim lama.spbe I01 3 >/dev/null
}

test_answers_and_documents_go_to_the_next_year()
{
    make_years
    expect_exit 0 spbe carry lama.spbe baru.spbe --lang en
    expect_stdout 'carried: 3 answers and 1 documents into 2 of 47 indicators'
    expect_stdout 'spbe confirm baru.spbe INDICATOR...'
    expect_no_stderr
    spbe export baru.spbe -o baru.json
    expect_json baru.json answers.I01.carried 'spbe-2020 2023'
    expect_file '"I01.2.a":{"met":true,"note":"pasal 3"}' baru.json
    expect_exit 0 spbe evidence get baru.spbe E1 -o kembali.txt
    expect_same perwali.txt kembali.txt
    expect_exit 0 spbe verify baru.spbe
    if grep -q claimed baru.json; then fail 'a claim is of its year'; fi
    if ls ./*-carry* 2>/dev/null; then fail 'something was left beside the file'; fi
}

# The promise: nothing counts that nobody of this year has looked at.
test_what_was_carried_counts_only_when_it_is_confirmed()
{
    make_years
    spbe carry lama.spbe baru.spbe >/dev/null
    expect_exit 1 spbe evaluate baru.spbe --basis supported --json hasil.json --lang en
    expect_json hasil.json index.given 0
    expect_file '"code":"carried"' hasil.json
    expect_file 'what was carried over from spbe-2020 2023 waits for confirmation' hasil.json
    expect_exit 1 spbe status baru.spbe --lang en
    expect_stdout '2 indicators hold answers that were carried over'
    expect_stdout 'confirmation of what was carried over'
    expect_exit 1 spbe status baru.spbe --json
    expect_stdout '"carried":2'
    expect_exit 0 spbe explain baru.spbe I01 --lang en
    expect_stdout 'waits for confirmation'

    expect_exit 0 spbe confirm baru.spbe I01 --lang en
    expect_stdout 'I01: claimed –, supported 2'
    spbe evaluate baru.spbe --basis supported --json hasil.json
    expect_json hasil.json index.given 1
    expect_exit 0 spbe confirm baru.spbe --all
    expect_stdout 'I02'
    spbe evaluate baru.spbe --basis supported --json hasil.json
    expect_json hasil.json index.given 2
    # Confirmed is confirmed.
    expect_exit 0 spbe confirm baru.spbe I01
    expect_stderr 'Tidak ada yang berubah'
    expect_exit 0 spbe history baru.spbe I01
    expect_stdout '(confirm)'
}

# Whoever looks sees the mark: in the result, on the terminal, in the workbook, in the form.
test_the_mark_is_seen_on_every_surface()
{
    make_years
    spbe carry lama.spbe baru.spbe >/dev/null
    spbe evaluate baru.spbe --json hasil.json || true
    expect_json hasil.json domains.0.aspects.0.indicators.0.carried 'spbe-2020 2023'
    spbe report baru.spbe -o penuh.json
    expect_exit 0 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-report.schema.json" penuh.json
    expect_json penuh.json domains.0.aspects.0.indicators.1.carried 'spbe-2020 2023'
    expect_exit 0 spbe evaluate baru.spbe --lang en
    expect_stdout '2 indicators hold answers that were carried over'
    expect_exit 0 spbe explain baru.spbe I01 --lang en
    expect_stdout 'Carried over from spbe-2020 2023, not yet confirmed'
    spbe report baru.spbe -o laporan.xlsx
    sound laporan.xlsx
    /usr/bin/python3 "$ROOT/tests/cli/workbook.py" show laporan.xlsx >cells.txt
    [ "$(grep -c 'Dibawa dari spbe-2020 2023, belum dikonfirmasi' cells.txt)" -eq 4 ] || fail 'three answers, one document'
    expect_file 'Dibawa dari spbe-2020 2023, belum dikonfirmasi. pasal 3' cells.txt
    expect_file 'ang dibawa dari spbe-2020 2023 menunggu konfirmasi' cells.txt
    spbe form baru.spbe -o form.xlsx
    sound form.xlsx
    /usr/bin/python3 "$ROOT/tests/cli/workbook.py" show form.xlsx >cells.txt
    [ "$(grep -c 'Dibawa dari spbe-2020 2023, belum dikonfirmasi. Periksa' cells.txt)" -eq 2 ] || fail 'two indicators'
    expect_exit 0 spbe import baru.spbe form.xlsx --lang en
    expect_stderr '0 changes taken in'
    spbe confirm baru.spbe --all >/dev/null
    spbe evaluate baru.spbe --json hasil.json
    if grep -q carried hasil.json; then fail 'nothing waits any more'; fi
    spbe report baru.spbe -o laporan.xlsx
    /usr/bin/python3 "$ROOT/tests/cli/workbook.py" show laporan.xlsx >cells.txt
    if grep -q 'belum dikonfirmasi' cells.txt; then fail 'nothing waits any more'; fi
}

# What nobody has looked at goes no further: neither submitted nor locked, and the sentence says what to do.
test_what_waits_is_neither_submitted_nor_locked()
{
    make_years
    spbe carry lama.spbe baru.spbe >/dev/null
    cp baru.spbe sebelum.spbe
    expect_exit 3 spbe submit baru.spbe I03 I01 --lang en
    expect_stderr "I01: cannot become 'submitted': its answers were carried over from spbe-2020 2023"
    expect_stderr 'spbe confirm FILE I01'
    expect_exit 3 spbe lock baru.spbe I02
    expect_same baru.spbe sebelum.spbe
    spbe confirm baru.spbe I01 >/dev/null
    expect_exit 0 spbe submit baru.spbe I01
}

test_a_document_with_the_mark_does_not_count_either()
{
    cat >doc.json <<'JSON'
{"format":"spbe-assessment/1","instrument":"spbe-2020","year":2024,"answers":{"I47":
{"carried":"spbe-2020 2023","claimed":4,"criteria":{"I47.1.a":{"met":true}}}}}
JSON
    expect_exit 0 spbe evaluate doc.json --json hasil.json --lang en
    expect_json hasil.json indexes.claimed.given 1
    if grep -q '"supported":{"value"' hasil.json; then fail 'it counts as supported'; fi
}

test_carrying_twice_is_carrying_once()
{
    make_years
    spbe carry lama.spbe baru.spbe >/dev/null
    spbe history baru.spbe --json >satu.txt
    expect_exit 0 spbe carry lama.spbe baru.spbe --lang en
    expect_stdout 'carried before, waits for confirmation'
    expect_stdout 'carried: 0 answers and 0 documents'
    spbe history baru.spbe --json >dua.txt
    expect_same satu.txt dua.txt
    spbe confirm baru.spbe --all >/dev/null
    expect_exit 0 spbe carry lama.spbe baru.spbe --lang en
    expect_stdout 'has answers of its own'
}

test_what_is_there_and_what_is_locked_is_left_alone()
{
    make_years
    spbe answer baru.spbe I02.2.a yes >/dev/null
    spbe lock baru.spbe I01 >/dev/null
    expect_exit 0 spbe carry lama.spbe baru.spbe --lang en
    expect_stdout 'is locked'
    expect_stdout 'has answers of its own'
    spbe export baru.spbe -o baru.json
    expect_file '"I02.2.a":{"met":true}' baru.json
}

# Criteria that hold in one of the years only stay behind.
test_criteria_of_one_year_stay_behind()
{
    make_file lama.spbe spbe-2020 2022
    make_file baru.spbe spbe-2020 2023
    spbe answer lama.spbe I22.3.b yes >/dev/null 2>&1 || true
    spbe rules show spbe-2020 --json >aturan.json
    /usr/bin/python3 - aturan.json >hanya.txt <<'PY'
import json, sys
found = []
def walk(value):
    if isinstance(value, dict):
        if "text" in value and value.get("until") == 2022 and "." in str(value.get("id")):
            found.append(value["id"])
        for each in value.values():
            walk(each)
    elif isinstance(value, list):
        for each in value:
            walk(each)
walk(json.load(open(sys.argv[1])))
print("\n".join(found[:1]))
PY
    local id
    id=$(cat hanya.txt)
    [ -n "$id" ] || return 0
    spbe answer lama.spbe "$id" yes >/dev/null
    expect_exit 0 spbe carry lama.spbe baru.spbe --lang en
    expect_stdout 'answers left behind'
    spbe export baru.spbe -o baru.json
    if grep -q "\"$id\"" baru.json; then fail "$id is not of 2023"; fi
}

# No criterion of 2018 has the words of 2020: documents go along the crosswalk, answers do not.
test_documents_go_along_the_crosswalk_of_another_instrument()
{
    make_file lama.spbe spbe-2018 2019
    make_file baru.spbe spbe-2020 2021
    echo rencana >rencana.txt
    spbe answer lama.spbe I03.2.a yes >/dev/null
    spbe attach lama.spbe I03.2.a,I35-1 rencana.txt >/dev/null
    spbe answer lama.spbe I08.2.a yes >/dev/null
    expect_exit 0 spbe carry lama.spbe baru.spbe --lang en
    expect_stdout 'carried: 0 answers and 3 documents into 3 of 47 indicators'
    expect_stdout 'part of a former indicator'
    expect_stdout 'answers left behind, as their criteria read otherwise: 1'
    expect_stdout 'not assessed any more: I08.'
    expect_stdout 'Crosswalk: '
    expect_exit 0 spbe evidence list baru.spbe
    expect_stdout 'I45'
    spbe confirm baru.spbe --all >/dev/null
    expect_exit 1 spbe evaluate baru.spbe --basis supported --json hasil.json
    expect_json hasil.json index.value 1.00
}

# A crosswalk that pairs criteria, in a program with other rules.
test_a_crosswalk_may_pair_criteria()
{
    mkdir -p lain/program
    cp -r "$ROOT/rules" "$ROOT/templates" lain/
    chmod -R u+w lain
    cp "$SPBE" lain/program/spbe
    printf '%s\n' "$PWD/lain" >lain/program/root
    sed -i '0,/from = { "I05" },/s//from = { "I05" }, criteria = { { to = "I05.2.a", from = "I05.2.a" } },/' \
        lain/rules/spbe-2020/crosswalk_2018.lua
    SPBE=$PWD/lain/program/spbe
    expect_exit 0 spbe rules check spbe-2020
    make_file lama.spbe spbe-2018 2019
    make_file baru.spbe spbe-2020 2021
    spbe answer lama.spbe I05.2.a yes >/dev/null
    expect_exit 0 spbe carry lama.spbe baru.spbe --lang en
    expect_stdout 'carried: 1 answers and 0 documents into 1 of 47 indicators'
    # An id that the earlier instrument does not have is found by the check.
    sed -i '0,/from = { "I05" }/s//from = { "I95" }/' lain/rules/spbe-2020/crosswalk_2018.lua
    expect_exit 1 spbe rules check spbe-2020
    expect_stdout 'rules/spbe-2020/crosswalk_2018.lua:'
}

# With everything open the index can be anything; each refused criterion narrows it.
test_the_interval_is_told()
{
    make_years
    expect_exit 0 spbe carry lama.spbe baru.spbe --lang en
    expect_stdout 'lies between 1.01 (Kurang), if nothing is added, and 4.95 (Memuaskan)'
    expect_exit 0 spbe carry lama.spbe baru.spbe
    expect_stdout '1,01 (Kurang)'
}

# From Pemdi to the next year: items keep their ids, outside indices are of their year.
test_items_go_to_the_next_year_and_outside_indices_stay()
{
    cat >satu.json <<'JSON'
{"format":"spbe-assessment/1","instrument":"pemdi-2026","year":2026,"answers":{
"I01":{"items":{"I01.1.e1":{"met":true},"I01.2.e1":{"met":false}}},
"I05":{"measures":{"indeks_sdi":"68.75"}}}}
JSON
    make_file lama.spbe pemdi-2026 2026
    make_file baru.spbe pemdi-2026 2027
    spbe import lama.spbe satu.json >/dev/null
    expect_exit 0 spbe carry lama.spbe baru.spbe --lang en
    expect_stdout 'carried: 2 answers and 0 documents into 1 of 20 indicators'
    spbe export baru.spbe -o baru.json
    expect_file '"I01.1.e1":{"met":true}' baru.json
    if grep -q indeks_sdi baru.json; then fail 'an outside index is of its year'; fi
}

test_a_folder_that_cannot_be_written_loses_nothing()
{
    make_years
    cp baru.spbe sebelum.spbe
    expect_exit 5 spbe carry lama.spbe tidak-ada.spbe
    expect_exit 5 spbe carry tidak-ada.spbe baru.spbe
    expect_exit 2 spbe carry lama.spbe
    expect_same baru.spbe sebelum.spbe
}

# The mark travels with the answers: exported, imported, copied, it still waits.
test_the_mark_stays_with_the_answers()
{
    make_years
    spbe carry lama.spbe baru.spbe >/dev/null
    spbe export baru.spbe -o baru.json
    make_file lain.spbe spbe-2020 2024
    expect_exit 0 spbe import lain.spbe baru.json
    expect_exit 1 spbe status lain.spbe --lang en
    expect_stdout '2 indicators hold answers that were carried over'
    expect_exit 0 spbe copy baru.spbe salinan.spbe
    expect_exit 1 spbe status salinan.spbe --lang en
    expect_stdout '2 indicators hold answers that were carried over'
    spbe confirm salinan.spbe --all >/dev/null
    expect_exit 1 spbe status salinan.spbe --lang en
    if grep -q 'carried over' "$OUT"; then fail 'something still waits'; fi
}

# Correcting one answer of a carried indicator does not confirm the others in passing.
test_answering_again_does_not_confirm_the_rest()
{
    make_years
    spbe carry lama.spbe baru.spbe >/dev/null
    spbe answer baru.spbe I01.2.b no >/dev/null
    expect_exit 1 spbe evaluate baru.spbe --basis supported --json hasil.json
    expect_json hasil.json index.given 0
    spbe confirm baru.spbe I01 >/dev/null
    spbe evaluate baru.spbe --basis supported --json hasil.json
    expect_json hasil.json index.given 1
}

# A result that was saved before the confirmation is reproduced as of then.
test_a_result_from_before_the_confirmation_is_proved_later()
{
    make_years
    spbe carry lama.spbe baru.spbe >/dev/null
    spbe evaluate baru.spbe --json hasil.json
    expect_exit 0 spbe reproduce hasil.json baru.spbe
    spbe confirm baru.spbe --all >/dev/null
    expect_exit 1 spbe reproduce hasil.json baru.spbe --lang en
    expect_stdout 'figures come out again.'
    expect_stdout 'carried over from: spbe-2020 2023'
}

# The whole of a published assessment: nothing is invented on the way, nothing counts.
test_a_whole_year_is_carried_in_a_moment()
{
    make_file lama.spbe spbe-2020 2023
    make_file baru.spbe spbe-2020 2024
    /usr/bin/python3 - "$ROOT" "$SPBE" <<'PY' >semua.json
import json, subprocess, sys
rules = json.loads(subprocess.check_output([sys.argv[2], "rules", "show", "spbe-2020", "--json"]))
answers = {}
def walk(value):
    if isinstance(value, dict):
        id = str(value.get("id", ""))
        if id.count(".") == 2 and "text" in value:
            one = answers.setdefault(id[:3], {"criteria": {}})
            one["criteria"][id] = {"met": len(one["criteria"]) % 3 != 2}
        for each in value.values():
            walk(each)
    elif isinstance(value, list):
        for each in value:
            walk(each)
walk(rules)
print(json.dumps({"format": "spbe-assessment/1", "instrument": "spbe-2020", "year": 2023,
                  "answers": answers}))
PY
    expect_exit 0 spbe import lama.spbe semua.json
    expect_exit 0 spbe carry lama.spbe baru.spbe --lang en
    expect_stdout 'into 47 of 47 indicators'
    expect_exit 1 spbe evaluate baru.spbe --basis supported --json hasil.json
    expect_json hasil.json index.value 1.00
    expect_exit 0 spbe verify baru.spbe
}
