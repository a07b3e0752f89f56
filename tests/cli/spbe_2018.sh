# The instrument of 2018 on every surface: 35 indicators, the last in three slots, and a level 0.

TOOL=$ROOT/tests/cli/workbook.py
export SPBE_USER=Siti

make_file()
{
    expect_exit 0 spbe new kota.spbe --instrument spbe-2018 --agency 'Pemerintah Kota Denpasar' --kind kota \
        --year "${1:-2019}"
}

# ---- the pack --------------------------------------------------------------------------------------

# The pack was made from facts that were checked against several public documents. What it says must
# stay what they say: this is the digest of those facts, every key and text, without what a pack adds.
# A weight that decimals cannot say is a fraction here and there; names of levels stand once.
test_the_pack_of_2018_says_what_its_facts_say()
{
    spbe rules show spbe-2018 --json >show.json
    expect_json show.json structure.indicators 35
    expect_json show.json structure.scored_slots 37
    /usr/bin/python3 - show.json >digest <<'PY'
import hashlib, json, sys
from fractions import Fraction
ADDED = {"format", "files", "years", "scale", "evidence_duty", "evidence_checks", "examples",
         "disclaimer", "rounding", "cumulative", "cumulative_note", "reading_rules", "reading_note",
         "report_rules", "papers", "plan"}
def plain(value, key=None):
    if key == "weight":
        return float(Fraction(str(value)))
    if isinstance(value, dict):
        return {k: plain(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value
data = {k: v for k, v in json.load(open(sys.argv[1], encoding="utf-8")).items() if k not in ADDED}
del data["level_zero_rule"]["name"]
for document in data["legal_basis"]:
    del document["id"]
print(hashlib.sha256(json.dumps(plain(data), sort_keys=True, ensure_ascii=False).encode()).hexdigest())
PY
    expect_file 08235e330e35a6fc270defbad32be1bc3d73b99310640f1f41d5ac2b9f5f8ce5 digest
}

# Six values of equal weight in aspect 7: four indicators would give 2.58 and 2.66.
test_published_results_of_2018_come_out_by_six_equal_values_in_aspect_7()
{
    expect_exit 0 spbe rules test spbe-2018 --lang en
    expect_stdout 'examples: 24, numbers: 82, different: 0'
    expect_stdout 'near enough'
    expect_exit 0 spbe evaluate "$ROOT/tests/examples/kota-denpasar-2018.json" --json out.json
    expect_json out.json index.value 2.64
    expect_json out.json index.exact 2.64
    expect_json out.json index.of 37
    expect_json out.json domains.2.aspects.1.value 2.50
    expect_json out.json domains.2.aspects.1.indicators.3.slot_of I35
    expect_json out.json domains.2.aspects.1.indicators.3.weight 10/3
}

test_a_changed_slot_is_found_by_check_and_by_test()
{
    cp -r "$ROOT/rules/spbe-2018" pack
    sed -i 's|id = "I35-2", label = "Layanan publik 2", weight = "20/6"|id = "I35-2", label = "Layanan publik 2", weight = 3|' pack/domain_3.lua
    expect_exit 1 spbe rules check pack --lang en
    expect_stdout 'I35 weighs 10, and its slots weigh only 29/3 together'
    cp "$ROOT/rules/spbe-2018/domain_3.lua" pack
    sed -i 's/^      1, 3, 3,$/      1, 3, 4,/' pack/examples.lua
    expect_exit 1 spbe rules test pack --lang en
    expect_stdout 'DIFFERS'
}

test_the_page_of_a_slot_tells_level_0_and_the_doubts()
{
    expect_exit 0 spbe rules show spbe-2018 I35-2
    expect_stdout 'Tingkat 0 Belum ada'
    expect_stdout 'Sistem pelayanan publik belum tersedia.'
    expect_stdout 'I35-2.3.a (permenpanrb-5-2018)'
    expect_exit 0 spbe rules show spbe-2018
    expect_stdout 'Nama tingkat kapabilitas proses belum terkonfirmasi'
    expect_stdout 'process: 0 Belum ada, 1 Rintisan'
}

test_years_before_the_first_are_refused_and_later_ones_told()
{
    expect_exit 3 spbe new lama.spbe --instrument spbe-2018 --agency 'Pemerintah Kota Denpasar' --kind kota --year 2017
    make_file 2021
    expect_exit 0 spbe evaluate kota.spbe --lang en
    expect_stdout 'the rules of 2021 are not known; those of 2020 are used'
}

# ---- values ----------------------------------------------------------------------------------------

# Everything anew, in fractions, by a program that shares nothing with ours.
test_an_oracle_computes_the_same_for_random_assessments()
{
    spbe rules show spbe-2018 --json >pack.json
    "$ROOT/tests/cli/oracle.py" write pack.json 200 18 >documents.jsonl
    expect_exit 0 spbe evaluate documents.jsonl --json results.jsonl
    expect_exit 0 "$ROOT/tests/cli/oracle.py" check pack.json documents.jsonl results.jsonl
    expect_stdout ', 0 differ'
}

test_what_is_not_answered_counts_as_0_and_is_told()
{
    make_file
    expect_exit 0 spbe claim kota.spbe I35-1 0
    expect_exit 0 spbe evaluate kota.spbe --json out.json
    expect_json out.json index.exact 0
    expect_json out.json index.given 1
    expect_json out.json index.predicate Kurang
    expect_exit 0 spbe evaluate kota.spbe --lang en
    expect_stdout 'only 1 of 37 indicators'
    expect_exit 3 spbe claim kota.spbe I35-1 6
    expect_stderr '0'
}

test_slots_are_answered_proved_and_verified_one_by_one()
{
    make_file
    echo isi >bukti.pdf
    expect_exit 0 spbe answer kota.spbe I35-2.1.a ya
    expect_exit 0 spbe answer kota.spbe I35-2.2.a ya
    expect_exit 0 spbe attach kota.spbe I35-2.2.a bukti.pdf
    expect_exit 0 spbe rate kota.spbe I35-3 1 --reason 'satu arah'
    expect_exit 0 spbe explain kota.spbe I35-2 --lang en
    expect_stdout 'Level 0 Belum ada  granted to everyone'
    expect_stdout 'met and proven (1/1; evidence: 1 of 1)'
    expect_stdout 'supported value:  2'
    expect_exit 0 spbe explain kota.spbe 35-3
    expect_stdout 'satu arah'
    expect_exit 1 spbe status kota.spbe
    expect_stdout 'I35-1'
    expect_exit 3 spbe answer kota.spbe I35-4.1.a ya
    expect_exit 3 spbe claim kota.spbe I35 2
    expect_stderr "I35-1"
}

test_explain_tells_what_reaches_a_level()
{
    make_file
    expect_exit 0 spbe answer kota.spbe I32.1.a ya
    expect_exit 0 spbe explain kota.spbe I32
    expect_stdout 'Misalnya: contoh aplikasi: e-Lapor'
}

# ---- files -----------------------------------------------------------------------------------------

test_what_a_file_exports_is_taken_in_by_another()
{
    make_file 2018
    expect_exit 0 spbe import kota.spbe "$ROOT/tests/examples/kota-denpasar-2018.json"
    expect_exit 0 spbe answer kota.spbe I35-1.5.a tidak
    expect_exit 0 spbe export kota.spbe -o satu.json
    rm kota.spbe
    make_file 2018
    expect_exit 0 spbe import kota.spbe satu.json
    expect_exit 0 spbe export kota.spbe -o dua.json
    expect_same satu.json dua.json
    expect_exit 0 spbe evaluate kota.spbe --json out.json
    expect_json out.json index.value 2.64
}

test_a_table_of_levels_names_slots_by_id_or_number()
{
    make_file
    printf 'indikator;tingkat\nI01;2\n34;3\n35-1;1\nI35-2;3\nLayanan publik 3;0\n' >nilai.csv
    expect_exit 0 spbe import kota.spbe nilai.csv
    expect_exit 0 spbe export kota.spbe -o kota.json
    expect_json kota.json answers.I34.claimed 3
    expect_json kota.json answers.I35-1.claimed 1
    expect_json kota.json answers.I35-2.claimed 3
    expect_json kota.json answers.I35-3.claimed 0
    printf 'indikator;tingkat\n35;2\n' >nilai.csv
    expect_exit 3 spbe import kota.spbe nilai.csv # which of the three, nobody can tell
}

test_a_form_holds_the_slots_and_comes_back_without_changes()
{
    make_file 2018
    expect_exit 0 spbe import kota.spbe "$ROOT/tests/examples/kota-denpasar-2018.json"
    expect_exit 0 spbe form kota.spbe -o form.xlsx
    /usr/bin/python3 "$TOOL" show form.xlsx >cells.txt
    expect_file 'I35-3.5.a' cells.txt
    expect_exit 0 spbe import kota.spbe form.xlsx --dry-run
    expect_stderr '0 perubahan'
}

# ---- reports ---------------------------------------------------------------------------------------

make_report()
{
    local mode=$1
    [ -e pack.json ] || spbe rules show spbe-2018 --json >pack.json
    /usr/bin/python3 "$ROOT/tests/cli/assess.py" pack.json "$mode" 3 >"$mode.json"
    expect_exit 0 spbe report "$mode.json" -o "$mode.xlsx"
    expect_no_stderr
    expect_exit 0 spbe report "$mode.json" -o "$mode.full.json"
    /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-report.schema.json" \
        "$mode.full.json" || fail "$mode: not by the schema"
    sound "$mode.xlsx"
}

# Slots, level 0 and thirds of a percent in live formulas: LibreOffice computes what we stored.
test_the_workbook_of_2018_computes_itself()
{
    plain_only
    local count
    for mode in mixed unanswered; do
        make_report "$mode"
        mkdir -p again
        /usr/bin/python3 "$TOOL" recalculate "$mode.xlsx" again
        count=$(/usr/bin/python3 "$TOOL" compare "$mode.xlsx" "again/$mode.xlsx")
        case $count in
        *", 0 differ") ;;
        *) fail "$mode: $count" ;;
        esac
        [ "${count%% *}" -ge 700 ] || fail "$mode: only $count"
    done
    /usr/bin/python3 "$TOOL" show mixed.xlsx >cells.txt
    expect_file 'I35-3' cells.txt
    expect_file 'belum terkonfirmasi' cells.txt # what is uncertain stands among the notes
}
