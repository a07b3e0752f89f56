# The instrument of 2026 on every surface: items and outside indices score, no domains, values between
# levels; and the small pack that shows the same in a few lines.

export SPBE_USER=Siti
ITEMS=$ROOT/tests/packs/check/items

# Writes an assessment: ANSWERS (JSON members), kind of agency.
assessment()
{
    printf '{"format":"spbe-assessment/1","instrument":"pemdi-2026","year":2026,
"agency":{"name":"Kabupaten Contoh","kind":"%s"},"answers":{%s}}\n' "${2:-kabupaten}" "$1" >a.json
}

# ---- the pack --------------------------------------------------------------------------------------

# The pack was made from facts that were checked against several public files. What it says must stay
# what they say: this is the digest of those facts, every key and text, without what a pack adds.
test_the_pack_of_2026_says_what_its_facts_say()
{
    spbe rules show pemdi-2026 --json >show.json
    expect_json show.json structure.indicators 20
    /usr/bin/python3 - show.json >digest <<'PY'
import hashlib, json, sys
ADDED = {"format", "short_title", "language", "disclaimer", "files", "own_fields", "years", "structure",
         "cumulative", "cumulative_note", "evidence_duty", "items", "gaps", "examples", "papers", "plan"}
def plain(value):
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value
data = {k: v for k, v in json.load(open(sys.argv[1], encoding="utf-8")).items() if k not in ADDED}
data["scale"] = {k: v for k, v in data["scale"].items() if k in ("min", "max", "continuous")}
del data["rounding"]["predicate_on"]
criteria = [c for a in data["aspects"] for i in a["indicators"] for l in i["levels"] for c in l["criteria"]]
items = [e for a in data["aspects"] for i in a["indicators"] for l in i["levels"] for e in l["evidence"]]
print(len(criteria), len(items), "domains" in data)
print(hashlib.sha256(json.dumps(plain(data), sort_keys=True, ensure_ascii=False).encode()).hexdigest())
PY
    expect_file '466 232 False' digest
    expect_file 3790b8ed2e293ac6d89ba7c295f439e58f3e40292f346c2bb57a2d629948134c digest
}

# What one assessor published of 16 indicators: with the values everything comes out; with equal shares
# of items 13 of the 16 do, and the pack says which do not, and why.
test_a_published_result_comes_out_and_what_does_not_is_said()
{
    expect_exit 0 spbe rules test pemdi-2026 --lang en
    expect_stdout 'examples: 26, numbers: 141, different: 0'
    expect_stdout 'I03 terbit 1,26'
    expect_stdout 'I17 Portal Layanan Digital'
}

# What was published of a conversion is computed with the examples; what no longer comes out is shown with its
# proof.
test_worked_examples_of_a_conversion_are_computed()
{
    expect_exit 0 spbe rules test pemdi-2026 --lang en
    grep -A4 'I05 conversion.worked: indeks_sdi 68.75' "$OUT" >contoh
    grep -Eq 'I05 .* 3[.]75 +3[.]75 +same' contoh || fail 'the second example of the module'
    cp -r "$ITEMS" pack
    sed -i 's/out = 2 }/out = 2.1 }/' pack/aspect_2.lua
    expect_exit 1 spbe rules test pack --lang en
    expect_stdout 'I02 conversion.worked: indeks_uji 60'
    grep -Eq 'I02 .* 2[.]1 +2 +DIFFERS' "$OUT" || fail 'the difference is not shown'
    expect_stdout 'the outside index indeks_uji of 60 is converted to 2'
}

test_what_is_uncertain_stands_on_the_page_and_in_the_report()
{
    expect_exit 0 spbe rules show pemdi-2026
    expect_stdout 'Dua daftar bukti beredar'
    expect_exit 0 spbe rules show pemdi-2026 I01
    expect_stdout 'hanya untuk kementerian, lembaga'
    expect_stdout 'e1 (+0,25)'
    expect_exit 0 spbe rules show pemdi-2026 I07
    expect_stdout '1,8 – 2,6 → 1,5 – 2,5'
    assessment ''
    expect_exit 0 spbe report a.json -o r.json
    expect_file 'Bobot tiap butir bukti di dalam level tidak diterbitkan' r.json
}

# ---- values ----------------------------------------------------------------------------------------

# The oracle knows nothing of the program: it computes items, indices, aspects and index in fractions.
test_an_oracle_computes_the_same_for_items_and_indices()
{
    spbe rules show pemdi-2026 --json >pack.json
    "$ROOT/tests/cli/oracle.py" write pack.json 200 26 >documents.jsonl
    expect_exit 0 spbe evaluate documents.jsonl --json results.jsonl
    expect_exit 0 "$ROOT/tests/cli/oracle.py" check pack.json documents.jsonl results.jsonl
    "$ROOT/tests/schema.py" "$ROOT/templates/spbe-report.schema.json" results.jsonl
    "$ROOT/tests/schema.py" "$ROOT/templates/spbe-assessment.schema.json" documents.jsonl
}

test_the_oracle_agrees_on_declared_points_too()
{
    spbe rules show "$ITEMS" --json >pack.json
    "$ROOT/tests/cli/oracle.py" write pack.json 200 27 >documents.jsonl
    expect_exit 0 spbe evaluate documents.jsonl --rules "$ITEMS" --json results.jsonl
    expect_exit 0 "$ROOT/tests/cli/oracle.py" check pack.json documents.jsonl results.jsonl
}

test_a_result_has_no_domains_and_aspects_at_its_top()
{
    assessment '"I01":{"claimed":"2.5","items":{"I01.1.e1":{"met":true},"I01.2.e1":{"met":true}},"verified":"1.26"}'
    expect_exit 0 spbe evaluate a.json --basis supported --json r.json
    expect_json r.json domains '[]'
    expect_json r.json aspects.0.indicators.0.claimed 2.5
    expect_json r.json aspects.0.indicators.0.supported 1.75
    expect_json r.json aspects.0.indicators.0.verified 1.26
    expect_json r.json aspects.0.indicators.0.level 2
    expect_json r.json aspects.0.indicators.0.level_name Membangun
    expect_json r.json aspects.0.indicators.0.next_item.id I01.2.e2
    expect_json r.json aspects.0.indicators.0.next_item.adds 0.25
    expect_json r.json aspects.0.indicators.0.next_item.gain_exact 0.0125
    expect_json r.json aspects.0.indicators.0.next.gain_exact 0.0375
    expect_json r.json aspects.6.indicators.1.supported null
    expect_json r.json index.exact 1.0375
    expect_json r.json index.predicate Kurang
    expect_exit 0 spbe evaluate a.json --basis supported --json - --summary
    expect_stdout '"domains":[],"aspects":[{"id":"A1"'
}

test_a_value_on_a_cut_is_named_with_a_note()
{
    assessment '"I02":{"items":{"I02.1.e1":{"met":true},"I02.1.e2":{"met":true}}}'
    expect_exit 0 spbe evaluate a.json --json r.json
    expect_json r.json aspects.0.indicators.1.supported 1.5
    expect_json r.json aspects.0.indicators.1.level 2
    expect_exit 0 spbe explain a.json I02 --lang en
    expect_stdout '1.5 lies exactly between level 1 (Merintis) and level 2 (Membangun)'
}

test_an_outside_index_is_converted_and_refused_off_its_scale()
{
    assessment '"I05":{"measures":{"indeks_sdi":"68.75"}},"I07":{"measures":{"ips":"2.2"}}'
    expect_exit 0 spbe evaluate a.json --json r.json
    expect_json r.json aspects.2.indicators.0.supported 3.75
    expect_json r.json aspects.2.indicators.2.supported 2
    expect_exit 0 spbe explain a.json I05 --lang en
    expect_stdout 'the outside index indeks_sdi of 68.75 is converted to 3.75'
    expect_stdout 'I05.4.a  ✓ met (decides the level alone)'
    assessment '"I05":{"measures":{"indeks_sdi":"100.01"}}'
    expect_exit 3 spbe evaluate a.json
    expect_stderr 'indeks_sdi bernilai 100,01; rentangnya dari 0 sampai 100'
    assessment '"I05":{"measures":{"indeks_sdi":100}}'
    expect_exit 0 spbe evaluate a.json
    assessment '"I06":{"measures":{"nilai_sjig":"0.99"}}'
    expect_exit 3 spbe evaluate a.json
}

test_explain_tells_which_item_is_missing_and_what_it_would_add()
{
    assessment '"I01":{"items":{"I01.1.e1":{"met":true},"I01.2.e2":{"met":true},"I01.3.e1":{"met":true},"I01.2.e3":{"met":false,"note":"belum lengkap"}}}'
    expect_exit 0 spbe explain a.json I01 --lang en
    expect_stdout 'level 2 (Membangun) waits for I01.2.e1, I01.2.e3, I01.2.e4; I01.2.e1'
    expect_stdout '1 accepted items of higher levels do not count'
    expect_stdout 'I01.2.e3  ✗ not accepted (+0.25)'
    expect_stdout 'note: belum lengkap'
    expect_exit 0 spbe explain a.json I01
    expect_stdout '1,5 – 2,5: terbuka, 1 dari 4 butir diterima'
}

# "pusat" is ministries and agencies; of the others, and of "lainnya", nothing limited is asked.
test_criteria_are_asked_of_the_kinds_they_are_for()
{
    local kind
    for kind in kementerian lembaga provinsi kabupaten lainnya; do
        assessment '"I01":{"criteria":{"I01.2.h":{"met":true}}}' "$kind"
        expect_exit 0 spbe explain a.json I01 --lang en
        case $kind in
            kementerian | lembaga) expect_stdout 'I01.2.h  ✓ met (only for kementerian, lembaga)' ;;
            *) expect_stdout 'this criterion is asked of other kinds of agencies' ;;
        esac
    done
}

# A pack of the year before cannot be scored by these rules, and a later year uses them with a notice.
test_years_are_those_of_the_regulation()
{
    assessment ''
    sed -i 's/"year":2026/"year":2025/' a.json
    expect_exit 3 spbe evaluate a.json
    sed -i 's/"year":2025/"year":2028/' a.json
    expect_exit 0 spbe evaluate a.json --lang en
    expect_stdout 'the rules of 2028 are not known; those of 2026 are used'
}

# ---- an auditor changes what an item is worth ------------------------------------------------------

# Four items of 0.13, as one assessor's value of 1.26 suggests: a pack can say so, and is then held to it.
test_points_of_items_can_be_declared()
{
    cp -r "$ROOT/rules/pemdi-2026" pack
    /usr/bin/python3 - <<'PY'
path = "pack/aspect_2.lua"
text = open(path, encoding="utf-8").read()
start = text.index('evidence = {', text.index('id = "I03.1.a"'))
end = text.index('evidence_items_in_source', start)
items = [line for line in text[start:end].splitlines() if line.strip().startswith('"')][:4]
text = (text[:start] + "evidence = {\n" + "\n".join(items) + "\n          },\n"
        "          item_points = { 0.13, 0.13, 0.13, 0.13 },\n          " + text[end:])
open(path, "w", encoding="utf-8").write(text)
PY
    sed -i 's/"I03\.1\.e5",* *//' pack/examples.lua
    expect_exit 0 spbe rules check pack
    assessment '"I03":{"items":{"I03.1.e1":{"met":true},"I03.1.e2":{"met":true}}}'
    expect_exit 0 spbe evaluate a.json --rules pack --json r.json
    expect_json r.json aspects.1.indicators.0.supported 1.26
}

# ---- a file ----------------------------------------------------------------------------------------

make_file()
{
    expect_exit 0 spbe new kota.spbe --instrument pemdi-2026 --agency 'Kota Contoh' --kind kota --year 2026
}

test_items_indices_and_values_with_fractions_are_entered_in_a_file()
{
    make_file
    expect_exit 0 spbe answer kota.spbe I01.1.e1 ya --note 'hal. 3' --lang en
    expect_stdout 'supported 1.5; supported index 1.03 (1 of 20 indicators)'
    expect_exit 0 spbe answer kota.spbe I01.2.e1 yes
    expect_exit 0 spbe answer kota.spbe I01.2.b ya
    expect_exit 0 spbe measure kota.spbe I05 indeks_sdi 68,75
    expect_stdout 'didukung bukti 3,75'
    expect_exit 0 spbe measure kota.spbe I07 2.2
    expect_exit 0 spbe claim kota.spbe I01 2,25
    expect_exit 0 spbe rate kota.spbe I01 1.26 --reason 'dua butir dari empat' --stage interviu
    expect_exit 0 spbe evaluate kota.spbe --json r.json
    expect_json r.json aspects.0.indicators.0.claimed 2.25
    expect_json r.json aspects.0.indicators.0.supported 1.75
    expect_json r.json aspects.0.indicators.0.verified 1.26
    expect_json r.json aspects.2.indicators.0.supported 3.75
    expect_exit 0 spbe answer kota.spbe I01.2.e1 -
    expect_exit 0 spbe measure kota.spbe I07 -
    expect_exit 0 spbe evaluate kota.spbe --json r.json
    expect_json r.json aspects.0.indicators.0.supported 1.5
    expect_json r.json aspects.2.indicators.2.supported null
}

test_a_slip_changes_nothing()
{
    make_file
    expect_exit 3 spbe answer kota.spbe I01.1.e2 ya
    expect_exit 3 spbe measure kota.spbe I05 687,5
    expect_exit 3 spbe measure kota.spbe I01 3
    expect_exit 3 spbe claim kota.spbe I01 5,01
    expect_exit 2 spbe measure kota.spbe I05
    expect_exit 0 spbe export kota.spbe -o a.json
    if grep -q '"I0' a.json; then fail 'something was entered'; fi
}

test_status_names_items_and_indices_that_are_missing()
{
    make_file
    spbe claim kota.spbe I04 1,3
    spbe answer kota.spbe I04.1.e1 ya
    expect_exit 1 spbe status kota.spbe --lang en
    expect_stdout '2 answers at level 1 (I04.1.e2, I04.1.e3)'
    expect_stdout 'claim; the outside index'
    expect_exit 1 spbe status kota.spbe --json
    expect_stdout '"unanswered":["I04.1.e2","I04.1.e3"]'
    expect_stdout '"measure_missing":true'
}

# What was entered goes out and comes in again with every byte, alone and beside what others entered.
test_export_and_import_give_the_same_bytes()
{
    make_file
    spbe rules show pemdi-2026 --json >pack.json
    "$ROOT/tests/cli/oracle.py" write pack.json 3 9 | tail -n 1 |
        sed 's/"year":20[0-9]*,"agency":{[^}]*}/"year":2026,"agency":{"name":"Kota Contoh","kind":"kota"}/' >a.json
    expect_exit 0 spbe import kota.spbe a.json
    expect_exit 0 spbe export kota.spbe -o one.json
    expect_exit 0 spbe new lain.spbe --instrument pemdi-2026 --agency 'Kota Contoh' --kind kota --year 2026
    expect_exit 0 spbe import lain.spbe one.json
    expect_exit 0 spbe export lain.spbe -o two.json
    expect_same one.json two.json
    "$ROOT/tests/schema.py" "$ROOT/templates/spbe-assessment.schema.json" one.json
    expect_exit 0 spbe evaluate a.json --json a.result
    expect_exit 0 spbe evaluate one.json --json one.result
    expect_json a.result index.exact "$(/usr/bin/python3 -c '
import json; print(json.load(open("one.result"))["index"]["exact"])')"
}

# Two people began with the same file and went on apart: what each of them entered stays, what both did is
# told before it is taken, and the file says the same in the end whichever way round they are put together.
test_two_edited_files_come_together()
{
    local file
    make_file
    spbe answer kota.spbe I01.1.e1 ya >/dev/null
    for file in siti budi; do cp kota.spbe $file.spbe; done
    spbe answer siti.spbe I01.2.e1 ya --note 'hal. 3' >/dev/null
    spbe measure siti.spbe I05 20 >/dev/null
    spbe claim siti.spbe I01 2,25 >/dev/null
    spbe answer budi.spbe I01.2.e2 tidak >/dev/null
    spbe measure budi.spbe I05 68,75 >/dev/null
    spbe measure budi.spbe I06 3,5 >/dev/null
    spbe answer budi.spbe I01.2.b ya >/dev/null
    spbe export budi.spbe -o budi.json
    expect_exit 0 spbe import siti.spbe budi.json --dry-run --lang en
    expect_stdout 'I05/indeks_sdi outside index'
    expect_exit 0 spbe import siti.spbe budi.json --lang en
    expect_stderr '4 changes taken in'
    expect_exit 0 spbe import siti.spbe budi.json --lang en
    expect_stderr '0 changes taken in'
    spbe export siti.spbe -o one.json
    expect_file '"I01.1.e1":{"met":true}' one.json
    expect_file '"I01.2.e1":{"met":true,"note":"hal. 3"}' one.json
    expect_file '"I01.2.e2":{"met":false}' one.json
    expect_json one.json answers.I05.measures.indeks_sdi 68.75
    expect_json one.json answers.I06.measures.nilai_sjig 3.5
    expect_json one.json answers.I01.claimed 2.25
    expect_exit 0 spbe import budi.spbe one.json
    spbe export budi.spbe -o two.json
    expect_same one.json two.json
    expect_exit 0 spbe history siti.spbe I05
    expect_stdout '68.75'
    expect_exit 0 spbe verify siti.spbe
}

# ---- words ----------------------------------------------------------------------------------------

# Sentences are in the reader's language throughout: "tingkat", and numbers with its decimal sign; a table of
# aspects does not speak of domains.
test_words_and_numbers_are_the_readers()
{
    assessment '"I01":{"items":{"I01.1.e1":{"met":true}}},"I05":{"measures":{"indeks_sdi":"68.75"}}'
    expect_exit 0 spbe explain a.json I01
    expect_stdout '1,5 tepat di batas tingkat 1 (Merintis)'
    expect_stdout 'tingkat 2 (Membangun) menunggu'
    if grep -q 'level [0-9]' "$OUT"; then fail 'an English word'; fi
    expect_exit 0 spbe explain a.json I05
    expect_stdout 'sebesar 68,75 dikonversi menjadi 3,75'
    expect_stdout 'menentukan tingkatnya sendiri'
    expect_exit 0 spbe evaluate a.json
    expect_stdout ' Aspek '
    expect_stdout '0,125, dan'
    if grep -q 'Domain' "$OUT"; then fail 'a domain'; fi
    expect_exit 0 spbe evaluate a.json --lang en
    expect_stdout ' Aspect '
    expect_stdout '0.125, and'
    expect_exit 0 spbe explain a.json I05 --lang en
    expect_stdout 'indeks_sdi of 68.75 is converted to 3.75'
}

# The five steps of the report say what is missing, also where items and indices score.
test_the_steps_of_the_workbook_say_what_is_missing()
{
    local tool=$ROOT/tests/cli/workbook.py
    assessment '"I01":{"items":{"I01.1.e1":{"met":true}}}'
    expect_exit 0 spbe report a.json -o a.xlsx
    /usr/bin/python3 "$tool" show a.xlsx | grep '^Ringkasan' >cells.txt
    /usr/bin/python3 - <<'PY'
import re
rows = [line.rstrip("\n").split("\t") for line in open("cells.txt", encoding="utf-8")]
cells = {cell: text for _, cell, _, text in rows}
head = int(next(cell for cell, text in cells.items() if text == "Yang masih kurang")[1:])
steps = [cells["H%d" % row] for row in range(head + 1, head + 6)]
assert all("menambah" in step or "indeks luar" in step.lower() for step in steps), steps
PY
}

# ---- the workbook ----------------------------------------------------------------------------------

# An assessment in which items say much, and CHANGED, in which some items are answered otherwise, with the
# cells that are (the form of assess.py): SEED.
changed_items_of()
{
    spbe rules show pemdi-2026 --json >pack.json
    "$ROOT/tests/cli/oracle.py" write pack.json 1 "$1" >a.json
    /usr/bin/python3 - <<'PY'
import json, random
dice, lines = random.Random(3), []
document = json.load(open("a.json", encoding="utf-8"))
for answer in document["answers"].values():
    for key, item in answer["items"].items():
        if item["met"] is not None and dice.random() < 0.15 and "measures" not in answer:
            item["met"] = not item["met"]
            lines.append(f"answer {key} {'Ya' if item['met'] else 'Tidak'}")
json.dump(document, open("changed.json", "w", encoding="utf-8"))
open("changed.cells", "w", encoding="utf-8").write("\n".join(lines) + "\n")
PY
}

# Values between levels, no domains, 20 indicators: LibreOffice computes what we stored.
test_the_workbook_of_2026_computes_itself()
{
    plain_only
    local tool=$ROOT/tests/cli/workbook.py count
    changed_items_of 12
    expect_exit 0 spbe report a.json -o a.xlsx
    expect_no_stderr
    expect_exit 0 spbe report a.json -o full.json
    /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-report.schema.json" full.json || fail 'not by the schema'
    /usr/bin/python3 "$tool" check a.xlsx || fail 'a.xlsx is not sound'
    mkdir again
    /usr/bin/python3 "$tool" recalculate a.xlsx again
    count=$(/usr/bin/python3 "$tool" compare a.xlsx again/a.xlsx)
    [ "${count#*formulas, }" = '0 differ' ] || fail "$count"
    [ "${count%% *}" -ge 600 ] || fail "only $count"
    /usr/bin/python3 "$tool" show a.xlsx >cells.txt
    expect_file 'I01.2.e1' cells.txt
    expect_file 'Dua daftar bukti beredar' cells.txt # what is uncertain stands among the notes
}

# Items are answered otherwise in the workbook: it comes to the numbers that the engine computes anew.
test_items_changed_in_the_workbook_give_the_engines_numbers()
{
    local tool=$ROOT/tests/cli/workbook.py
    changed_items_of 12
    expect_exit 0 spbe report a.json -o a.xlsx
    /usr/bin/python3 "$tool" apply a.xlsx b.xlsx changed.cells 'didukung bukti'
    mkdir again
    /usr/bin/python3 "$tool" recalculate b.xlsx again
    expect_exit 0 spbe evaluate changed.json --basis supported --json changed.result
    expect_exit 0 /usr/bin/python3 "$tool" agrees again/b.xlsx changed.result supported
}
