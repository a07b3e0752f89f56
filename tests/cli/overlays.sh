# Overlays from the command line: stacked, shown, refused, and told on every surface of a result.
# shellcheck source=tests/packs/check/change.sh
source "$ROOT/tests/packs/check/change.sh"

BANDAR=$ROOT/tests/examples/kota-bandar-lampung-2023.json

# An overlay of the real instrument: two weights, a band, a criterion.
real_overlay()
{
    mkdir -p koreksi
    cat >koreksi/overlay.lua <<'LUA'
return {
  format = "spbe-overlay/1",
  id = "koreksi", title = "Bobot layanan publik dinaikkan", base = "spbe-2020",
  author = "Inspektorat", date = "2026-11-22",
  reason = "Temuan reviu", source = "Nota Dinas 1/2026",
  changes = {
    { change = "weight", of = "I42", to = 3.2, was = 3, reason = "Layanan langsung kepada warga" },
    { change = "weight", of = "I43", to = 2.8 },
    { change = "band", of = "Cukup", to = 2.0 },
    { change = "withdraw", of = "I22.3.b", from = 2023 },
  },
}
LUA
}

# ---- show, check, list, test ----

test_an_overlay_is_shown_with_who_changed_what()
{
    real_overlay
    expect_exit 0 spbe rules show koreksi
    expect_stdout 'Overlay koreksi: Bobot layanan publik dinaikkan (Inspektorat, 2026-11-22)'
    expect_stdout 'bobot I42: 3 → 3,2 [koreksi/overlay.lua:7]'
    expect_stdout 'indeks terendah predikat Cukup: 1,8 → 2'
    expect_stdout 'Layanan langsung kepada warga'
    expect_stdout '* 3,20'
    expect_stdout 'koreksi/overlay.lua'
    expect_exit 0 spbe rules show koreksi --lang en
    expect_stdout 'weight I42: 3 → 3.2'
}

test_an_indicator_is_shown_with_its_changes()
{
    real_overlay
    expect_exit 0 spbe rules show koreksi I42
    expect_stdout '* bobot I42: 3 → 3,2 [koreksi/overlay.lua:7]'
    expect_exit 0 spbe rules show koreksi I22
    expect_stdout 'kriteria I22.3.b dicabut mulai 2023'
    expect_stdout 'I22.3.b (permenpanrb-59-2020, sampai 2022)'
    expect_exit 0 spbe rules show spbe-2020 I22
    if grep -q dicabut "$OUT"; then fail 'the pack itself withdraws nothing'; fi
}

test_json_holds_the_effective_rules_and_the_changes()
{
    real_overlay
    spbe rules show koreksi --json >show.json
    [ "$(wc -l <show.json)" -eq 1 ] || fail 'the document is not one line'
    expect_json show.json overlays.0.id koreksi
    expect_json show.json overlays.0.author Inspektorat
    expect_json show.json changes.0.change weight
    expect_json show.json changes.0.of I42
    expect_json show.json changes.0.before 3
    expect_json show.json changes.0.after 3.2
    expect_json show.json changes.0.line 7
    expect_json show.json changes.0.overlay koreksi
    expect_json show.json predicates.3.min 2
    expect_json show.json predicates.4.max 2
    expect_json show.json id spbe-2020
    spbe rules show spbe-2020 --json >base.json
    if grep -q '"overlays"' base.json; then fail 'a pack alone has no overlays'; fi
}

# Overlays stand on their pack wherever that is named; one without its pack finds the program's own.
test_the_pack_may_be_named_before_or_behind()
{
    real_overlay
    for names in 'koreksi' 'spbe-2020 koreksi' 'koreksi spbe-2020' 'koreksi/overlay.lua' './koreksi/'; do
        # shellcheck disable=SC2086
        spbe rules show $names --json >"show.json"
        expect_json show.json changes.0.of I42
    done
}

test_check_tells_that_a_stack_is_sound()
{
    real_overlay
    expect_exit 0 spbe rules check koreksi
    expect_stdout 'rules/spbe-2020 + koreksi: tidak ada yang salah'
    expect_stdout 'overlay    1 dengan 4 perubahan, tidak ada yang berlawanan'
}

test_check_lists_all_that_is_wrong_with_an_overlay()
{
    changed_pack
    an_overlay koreksi 'change = "weight", of = "I01", to = 16' 'change = "text", of = "I09.2.a", to = "X"' \
        'change = "text", of = "I01.2.z", to = "X"'
    expect_exit 1 spbe rules check pack koreksi
    expect_stdout "koreksi/overlay.lua:10: 'I09.2.a' tidak ada"
    expect_stdout "koreksi/overlay.lua:11: 'I01.2.z' tidak ada"
    expect_stdout 'keluhan: 2'
    an_overlay koreksi 'change = "weight", of = "I01", to = 16' 'change = "evidence_from", to = 9'
    expect_exit 1 spbe rules check pack koreksi
    expect_stdout 'koreksi/overlay.lua:9: bobot A1 ialah 40, sedangkan jumlah bobot indicators di dalamnya 40.5'
    expect_stdout 'koreksi/overlay.lua:10: '
    expect_stdout 'keluhan: 2'
}

# One that is wrong by itself is told all at once, before its pack is looked for.
test_check_lists_what_is_wrong_with_the_overlay_itself()
{
    mkdir koreksi
    echo 'return { format = "spbe-overlay/2", id = "A B", title = "x", base = "tidak-ada",
      author = "x", date = "kemarin", reason = "x", source = "x", sumber = 1,
      changes = { { change = "weight" }, { of = "I01" } } }' >koreksi/overlay.lua
    expect_exit 1 spbe rules check koreksi
    expect_stdout "koreksi/overlay.lua:2: isian 'sumber'"
    expect_stdout "koreksi/overlay.lua:3: isian 'change'"
    if grep -q tidak-ada "$OUT"; then fail 'its pack was looked for'; fi
    sed -i 's/, sumber = 1//; s/{ of = "I01" }//' koreksi/overlay.lua
    expect_exit 1 spbe rules check koreksi
    expect_stdout "format bernilai 'spbe-overlay/2'"
    expect_stdout "'kemarin' bukan tanggal"
    expect_stdout "perubahan 'weight' memerlukan 'to'"
}

test_a_pack_that_is_wrong_is_told_before_its_overlays()
{
    changed_pack domain_1.lua 's/weight = 24.5/weight = 24/'
    an_overlay koreksi 'change = "unanswered", to = 2'
    expect_exit 1 spbe rules check pack koreksi
    expect_stdout 'pack/domain_1.lua:5: bobot A1'
    expect_stdout 'keluhan: 1'
}

test_an_overlay_whose_pack_is_unknown_says_so_at_its_place()
{
    an_overlay koreksi 'change = "unanswered", to = 2'
    expect_exit 4 spbe rules check koreksi
    expect_stderr 'koreksi/overlay.lua: uji-1: tidak ada paket bernama ini'
}

# Published results no longer come out under changed weights; examples of the overlay's own do.
test_an_overlay_carries_its_own_examples()
{
    changed_pack
    an_overlay koreksi 'change = "unanswered", to = 2'
    sed -i 's/^  changes = {/  examples = { { case = "Hitungan uji", year = 2023, levels = { 3, 1, 2 },\n'"\
"'    expect = { index = "1.91", predicate = "Cukup" } } },\n  changes = {/' koreksi/overlay.lua
    expect_exit 0 spbe rules test pack koreksi
    expect_stdout 'Hitungan uji'
    expect_stdout 'contoh: 1, angka: 2, berbeda: 0'
}

# ---- results ----

test_every_surface_of_a_result_names_the_overlay()
{
    real_overlay
    expect_exit 0 spbe evaluate "$BANDAR" --rules koreksi
    expect_stdout 'Overlay koreksi: Bobot layanan publik dinaikkan (Inspektorat, 2026-11-22)'
    expect_exit 0 spbe evaluate "$BANDAR" "$BANDAR" --rules koreksi
    [ "$(grep -c ' + koreksi$' "$OUT")" -eq 2 ] || fail 'not every line names the overlay'
    expect_exit 0 spbe explain "$BANDAR" I42 --rules koreksi
    expect_stdout 'bobot I42: 3 → 3,2'
    expect_exit 0 spbe explain "$BANDAR" I41 --rules koreksi
    expect_stdout 'Overlay koreksi'
    if grep -q 'I42: 3 →' "$OUT"; then fail 'I41 is told of I42'; fi
}

test_the_result_document_names_overlays_files_and_hashes()
{
    real_overlay
    spbe evaluate "$BANDAR" --rules koreksi --json - >result.json
    expect_json result.json rules.id spbe-2020
    expect_json result.json rules.overlays.0.id koreksi
    expect_json result.json rules.overlays.0.title 'Bobot layanan publik dinaikkan'
    expect_json result.json rules.overlays.0.author Inspektorat
    expect_json result.json rules.overlays.0.date 2026-11-22
    expect_json result.json rules.overlays.0.sha256 "$(sha256sum <koreksi/overlay.lua | cut -d' ' -f1)"
    expect_json result.json rules.files.9.name koreksi/overlay.lua
    spbe evaluate "$BANDAR" --json - >base.json
    local sha256
    sha256=$(/usr/bin/python3 -c 'import json; print(json.load(open("base.json"))["rules"]["sha256"])')
    expect_json result.json rules.base_sha256 "$sha256"
    if grep -q "\"sha256\":\"$sha256\",\"base" result.json; then fail 'the stack has the hash of its pack'; fi
    spbe report "$BANDAR" -o full.json --rules koreksi >/dev/null
    expect_json full.json instrument.changes.0.of I42
    expect_json full.json instrument.changes.0.text 'bobot I42: 3 → 3,2'
    for document in result base full; do
        /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-report.schema.json" "$document.json" ||
            fail "$document.json does not fit the schema"
    done
}

test_the_workbook_says_so_on_its_sheets()
{
    real_overlay
    expect_exit 0 spbe report "$BANDAR" -o laporan.xlsx --rules koreksi
    unzip -p laporan.xlsx xl/sharedStrings.xml >strings
    grep -q 'Overlay koreksi: Bobot layanan publik dinaikkan' strings || fail 'the summary does not say so'
    grep -q 'koreksi · Bobot layanan publik dinaikkan · Inspektorat · 2026-11-22' strings ||
        fail 'the notes do not say so'
    grep -q 'bobot I42: 3 → 3,2 (Layanan langsung kepada warga)' strings || fail 'the notes tell no change'
    grep -q ' + Bobot layanan publik dinaikkan' strings || fail 'the sheets do not say so'
}

# Exact arithmetic by hand: 47 levels of a published result under the changed weights.
test_the_index_follows_the_changed_weights()
{
    real_overlay
    spbe evaluate "$BANDAR" --rules koreksi --json - >result.json
    /usr/bin/python3 - result.json >computed <<'PY'
import json, sys
from fractions import Fraction
result = json.load(open(sys.argv[1]))
total = Fraction(0)
for domain in result["domains"]:
    for aspect in domain["aspects"]:
        for i in aspect["indicators"]:
            total += Fraction(i["weight"]) * i["claimed"]
print(total / 100 == Fraction(result["index"]["exact"]), result["index"]["predicate"])
PY
    expect_file 'True Cukup' computed
}

# The two packs of a batch each get their own overlays.
test_overlays_go_to_the_pack_of_their_base()
{
    real_overlay
    changed_pack
    an_overlay lain 'change = "unanswered", to = 2'
    echo '{"format":"spbe-assessment/1","instrument":"uji-1","year":2023,"answers":{"I01":{"claimed":3}}}' >uji.json
    spbe evaluate "$BANDAR" uji.json --rules lain --rules koreksi --rules pack --json - >result.json
    sed -n 1p result.json >one.json
    sed -n 2p result.json >two.json
    expect_json one.json rules.overlays.0.id koreksi
    expect_json two.json rules.overlays.0.id lain
    expect_exit 4 spbe evaluate uji.json --rules lain
    expect_stderr 'tidak ada paket bernama ini'
}

test_an_overlay_for_another_state_of_its_pack_gives_a_notice()
{
    real_overlay
    sed -i "s/base = \"spbe-2020\"/&, base_sha256 = \"$(printf %064d 0)\"/" koreksi/overlay.lua
    expect_exit 0 spbe evaluate "$BANDAR" --rules koreksi
    expect_stdout 'overlay ini ditulis untuk keadaan lain dari spbe-2020'
    spbe evaluate "$BANDAR" --rules koreksi --json - >result.json
    /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-report.schema.json" result.json ||
        fail 'the result does not fit the schema'
    expect_exit 0 spbe rules show koreksi
    expect_stdout 'Ditulis untuk keadaan lain dari paket ini'
}

# An assessment file is made with the pack; overlays put on it later are no other state of that pack.
test_a_file_is_not_told_that_its_pack_has_changed()
{
    real_overlay
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2023 --as Siti >/dev/null
    spbe claim kota.spbe I42 3 --as Siti >/dev/null
    expect_exit 0 spbe evaluate kota.spbe --rules koreksi
    expect_stdout 'Overlay koreksi'
    if grep -q 'keadaan lain' "$OUT"; then fail 'the pack is the same'; fi
}

# Answers to a withdrawn criterion can still be read, and are named, not counted.
test_an_answer_to_a_withdrawn_criterion_is_named()
{
    changed_pack
    an_overlay koreksi 'change = "withdraw", of = "I01.2.a", from = 2021'
    echo '{"format":"spbe-assessment/1","instrument":"uji-1","year":2022,
        "answers":{"I01":{"criteria":{"I01.2.a":{"met":false},"I01.2.b":{"met":true}},
        "evidence":[{"title":"Perwali","supports":["I01.2.b"]}]}}}' >uji.json
    expect_exit 0 spbe evaluate uji.json --rules pack
    spbe evaluate uji.json --rules pack --json - >before.json
    sed -i 's/"year":2022/"year":2022/' uji.json
    an_overlay koreksi 'change = "withdraw", of = "I01.2.a"' 'change = "years", of = "I01.2.b"'
    sed -i 's/change = "years", of = "I01.2.b"/change = "add", of = "I01.2.c", to = "Ada.", basis = "aturan-2020", from = 2023/' \
        koreksi/overlay.lua
    spbe evaluate uji.json --rules pack --rules koreksi --json - >after.json
    expect_json before.json domains.0.aspects.0.indicators.0.supported 1
    expect_json after.json domains.0.aspects.0.indicators.0.supported 2
    grep -q 'I01.2.a' after.json || fail 'the answer that does not count is not named'
}

# ---- the enemy ----

# Overlays go through the same sandbox as packs.
test_hostile_overlays_are_refused_with_file_and_line()
{
    mkdir jahat
    local source
    while IFS= read -r source; do
        printf '%s\n' "$source" >jahat/overlay.lua
        expect_exit 4 spbe rules show jahat
        expect_stderr 'jahat/overlay.lua'
        [ "$(wc -l <"$ERR")" -eq 1 ] || fail "not one line: $source"
    done <<'SOURCES'
while true do end
return io.open("/etc/passwd")
return setmetatable({}, {__index = function() return 1 end})
local t = {} for i = 1, 1e9 do t[i] = i end return t
return 3
os.exit(0)
return { format = "spbe-overlay/1", id = "\0" }
return { changes = { function() end } }
return (
SOURCES
}

test_values_of_every_wrong_kind_are_complaints()
{
    changed_pack
    local row
    while IFS= read -r row; do
        an_overlay jahat "$row"
        expect_exit 1 spbe rules check pack jahat
        expect_stdout 'jahat/overlay.lua:9: '
    done <<'ROWS'
change = "weight", of = "I01", to = "banyak"
change = "weight", of = "I01", to = -3
change = "weight", of = "I01", to = "1/0"
change = "weight", of = "I01", to = 1e300
change = "weight", of = "I01", to = { 1 }
change = "weight", of = "I01", to = function() return 1 end
change = "weight", of = "I01"
change = "weight", of = 1, to = 2
change = "weight", of = "I01.2.a", to = 2
change = "weight", of = "", to = 2
change = "text", of = "I01.2.a", to = ""
change = "text", of = "I01.2.a", to = 7
change = "text", of = "I01", to = "x"
change = "text", of = "..", to = "x"
change = "add", of = "I01.2", to = "x", basis = "aturan-2020"
change = "add", of = "I77.2.a", to = "x", basis = "aturan-2020"
change = "add", of = "I01.2.c", to = "x", basis = "aturan-2020", from = 1999
change = "add", of = "I01.2.c", to = "x", basis = "aturan-2020", from = 2023, ["until"] = 2021
change = "baseline", of = "I01.9", to = true
change = "baseline", of = "I01.2", to = "ya"
change = "evidence_from", to = 77
change = "evidence_count", to = 0
change = "unanswered", to = 9
change = "band", of = "Hebat", to = 2
change = "band", of = "Kurang", to = 1.2
change = "reading", from = 2022, to = "kira-kira"
change = "reading", to = "exact"
change = "guideline", from = 2022, to = "pedoman-lain"
change = "guideline", from = 2021, ["until"] = 2030, to = "pedoman-2021"
change = "first_year", to = 2024
change = "last_year", to = 2024
change = "document", of = "aturan-2020", to = "x"
change = "Weight", of = "I01", to = 2
ROWS
}

test_showing_a_stack_twice_gives_the_same_bytes()
{
    real_overlay
    spbe rules show koreksi --json >one
    spbe rules show koreksi --json >two
    expect_same one two
}

# ---- stacks ----

# Two offices, each with its own paper: both are told, in the order in which they were put on.
test_a_stack_tells_each_overlay_with_its_changes()
{
    changed_pack
    an_overlay pertama 'change = "unanswered", to = 2'
    an_overlay kedua 'change = "band", of = "Baik", to = 2.6' 'change = "unanswered", to = 1.5, over = "pertama"'
    expect_exit 0 spbe rules show pack pertama kedua
    expect_stdout 'Overlay pertama: Koreksi pertama (Inspektorat, 2023-05-01)'
    expect_stdout 'nilai tanpa jawaban: 1 → 2 [pertama/overlay.lua:9]'
    expect_stdout 'indeks terendah predikat Baik: 2,5 → 2,6 [kedua/overlay.lua:9]'
    expect_stdout 'nilai tanpa jawaban: 2 → 1,5 [kedua/overlay.lua:10]'
    spbe rules show pack pertama kedua --json >stack.json
    expect_json stack.json overlays.0.id pertama
    expect_json stack.json overlays.1.id kedua
    expect_json stack.json changes.2.overlay kedua
    expect_json stack.json scale.unanswered 1.5
    echo '{"format":"spbe-assessment/1","instrument":"uji-1","year":2023}' >uji.json
    spbe evaluate uji.json --rules pack --rules pertama --rules kedua --json - >result.json
    expect_json result.json rules.overlays.0.id pertama
    expect_json result.json rules.overlays.1.id kedua
    expect_json result.json index.exact 1.5
}

# The order is a part of the rules: the other way round, nobody said that the first may be replaced.
test_the_order_of_a_stack_counts()
{
    changed_pack
    an_overlay pertama 'change = "unanswered", to = 2'
    an_overlay kedua 'change = "unanswered", to = 1.5, over = "pertama"'
    expect_exit 0 spbe rules check pack pertama kedua
    expect_exit 1 spbe rules check pack kedua pertama
    expect_stdout 'pertama/overlay.lua:9: unanswered sudah diubah di kedua/overlay.lua:9'
}

# The list names overlays that lie beside the packs, and says which pack they change.
test_help_lists_the_kinds_of_changes()
{
    expect_exit 0 spbe help pack
    expect_stdout 'Macam perubahan dalam overlay'
    expect_stdout 'withdraw'
    expect_stdout 'overlay.lua'
    expect_exit 0 spbe help pack --lang en
    expect_stdout 'The kinds of changes of an overlay'
    expect_stdout 'a criterion that counts no more: from a year on, or in no year at all'
}

# Every kind, by itself, makes rules that are sound, and is told in words.
test_every_kind_of_change_is_told_in_words()
{
    changed_pack
    local row words
    while IFS='|' read -r row words; do
        an_overlay satu "$row"
        expect_exit 0 spbe rules show pack satu
        expect_stdout "$words"
        expect_exit 0 spbe rules check pack satu
    done <<'ROWS'
change = "weight", of = "I03", to = "60/1"|bobot I03: 60 → 60
change = "text", of = "I01.2.a", to = "Ada peraturan."|bunyi I01.2.a: Kebijakan ditetapkan. → Ada peraturan.
change = "years", of = "I01.2.b", from = 2021|masa berlaku I01.2.b: 2021 sampai 2022 → sejak 2021
change = "years", of = "I02.3.a", ["until"] = 2023|masa berlaku I02.3.a: semua tahun → sampai 2023
change = "add", of = "I01.2.c", to = "Ada salinan.", basis = "aturan-2020"|kriteria I01.2.c ditambahkan: Ada salinan.
change = "withdraw", of = "I01.2.b"|kriteria I01.2.b dicabut: Kebijakan memuat lingkup.
change = "withdraw", of = "I01.2.b", from = 2022|kriteria I01.2.b dicabut mulai 2022
change = "baseline", of = "I02.2", to = true|selalu diberikan: I02.2: – → ya
change = "evidence_from", to = 3|bukti dukung wajib mulai tingkat: 2 → 3
change = "evidence_count", to = 2|banyak bukti dukung untuk satu tingkat: 1 → 2
change = "unanswered", to = "3/2"|nilai tanpa jawaban: 1 → 1,5
change = "band", of = "Cukup", to = 1.6|indeks terendah predikat Cukup: 1,5 → 1,6
change = "reading", from = 2022, to = "exact"|pembacaan predikat mulai 2022: – → indeks yang belum dibulatkan
change = "guideline", from = 2022, to = "aturan-2020"|pedoman 2022: pedoman-2021 → aturan-2020
change = "document", of = "se-1", to = "Surat Edaran 1"|dokumen se-1 ditambahkan: Surat Edaran 1
ROWS
}

# A changed parameter counts in the results, not only on the page.
test_changed_parameters_count_in_results()
{
    changed_pack
    echo '{"format":"spbe-assessment/1","instrument":"uji-1","year":2022,"answers":{"I03":{"claimed":2}}}' >uji.json
    an_overlay satu 'change = "band", of = "Cukup", to = 1.61' 'change = "unanswered", to = 2'
    spbe evaluate uji.json --rules pack --json - >before.json
    spbe evaluate uji.json --rules pack --rules satu --json - >after.json
    expect_json before.json index.exact 1.6
    expect_json before.json index.predicate Cukup
    expect_json after.json index.exact 2
    an_overlay dua 'change = "band", of = "Cukup", to = 1.61'
    spbe evaluate uji.json --rules pack --rules dua --json - >after.json
    expect_json after.json index.exact 1.6
    expect_json after.json index.predicate Kurang
}

# Evidence duty: what was one item short under the pack is enough, or not, under the overlay.
test_a_changed_duty_moves_the_supported_level()
{
    changed_pack
    echo '{"format":"spbe-assessment/1","instrument":"uji-1","year":2023,
        "answers":{"I02":{"criteria":{"I02.2.a":{"met":true}}}}}' >uji.json
    an_overlay longgar 'change = "evidence_from", to = 3'
    an_overlay ketat 'change = "evidence_count", to = 2'
    spbe evaluate uji.json --rules pack --json - >pack.json
    spbe evaluate uji.json --rules pack --rules longgar --json - >longgar.json
    expect_json pack.json domains.0.aspects.0.indicators.1.supported 1
    expect_json longgar.json domains.0.aspects.0.indicators.1.supported 2
    sed -i 's/"met":true}}}/"met":true}},"evidence":[{"title":"Rencana","supports":["I02.2.a"]}]}/' uji.json
    spbe evaluate uji.json --rules pack --json - >pack.json
    spbe evaluate uji.json --rules pack --rules ketat --json - >ketat.json
    expect_json pack.json domains.0.aspects.0.indicators.1.supported 2
    expect_json ketat.json domains.0.aspects.0.indicators.1.supported 1
}

# Slots of an indicator carry weights of their own, which follow that of the indicator.
test_slots_of_an_indicator_are_changed_with_it()
{
    mkdir slot
    cat >slot/overlay.lua <<'LUA'
return {
  format = "spbe-overlay/1",
  id = "slot", title = "Butir pertama lebih berat", base = "spbe-2018",
  author = "Inspektorat", date = "2026-11-22", reason = "Uji", source = "Nota",
  changes = {
    { change = "weight", of = "I35-1", to = 5 },
    { change = "weight", of = "I35-9", to = 5 },
  },
}
LUA
    expect_exit 1 spbe rules check slot
    expect_stdout "slot/overlay.lua:7: 'I35-9' tidak ada dalam aturan ini"
    sed -i '/I35-9/d' slot/overlay.lua
    expect_exit 1 spbe rules check slot
    expect_stdout 'slot/overlay.lua:6: bobot I35 ialah'
    expect_stdout 'jumlah bobot slots'
}

# What stands in the way of reading an overlay is told like that of a pack.
test_an_overlay_that_cannot_be_read_is_refused()
{
    mkdir satu dua tiga
    ln -s /etc/passwd satu/overlay.lua
    expect_exit 4 spbe rules show satu
    expect_stderr 'satu/overlay.lua: berkas '
    mkdir dua/overlay.lua
    expect_exit 4 spbe rules show dua
    expect_stderr 'tidak ada pack.lua atau overlay.lua'
    head -c 200000 /dev/zero | tr '\0' '-' >tiga/overlay.lua
    expect_exit 4 spbe rules show tiga
    expect_stderr 'tiga/overlay.lua'
    printf 'return { id = "\xff" }' >tiga/overlay.lua
    expect_exit 4 spbe rules show tiga
    expect_stderr 'tiga/overlay.lua:1'
}

# tests/packs/overlays: an enemy's overlays, each with the lines in which it is refused, word for word.
# GOLDEN=write writes those lines anew; what each took goes to the file $MEASURES where there is one.
test_every_overlay_of_an_enemy_is_refused_in_the_same_words()
{
    local folder name status seconds kilobytes user kernel
    for folder in "$ROOT"/tests/packs/overlays/*/; do
        name=$(basename "$folder")
        rm -rf jahat
        mkdir jahat
        cp "$folder/overlay.lua" jahat/
        status=0
        /usr/bin/time -q -o measured -f '%e %M %U %S' "$SPBE" --lang en rules check jahat >"$OUT" 2>"$ERR" </dev/null || status=$?
        read -r seconds kilobytes user kernel <measured
        cat "$OUT" "$ERR" >found
        if [ "${GOLDEN:-}" = write ]; then cp found "$folder/expected"; fi
        cmp -s found "$folder/expected" || { diff "$folder/expected" found; fail "$name says otherwise"; }
        [ "$status" -eq 4 ] || [ "$status" -eq 1 ] || fail "$name: exit status $status"
        grep -q 'jahat/overlay.lua' found || fail "$name: the file is not named"
        ! LC_ALL=C.UTF-8 grep -q '[^[:print:]]' found || fail "$name: characters that cannot be printed"
        if ! instrumented; then
            soon "$seconds" "$user" "$kernel" 3 || fail "$name: took $seconds s"
            [ "$kilobytes" -lt 131072 ] || fail "$name: took $kilobytes KiB"
            note_enemy overlay:all "$name" "$user" "$kernel" "$kilobytes"
        fi
    done
    expect_exit 0 spbe rules check spbe-2020
}

# ---- functions ----

# fungsi/overlay.lua: a function for I01 of the pack in the manner of Indeks KAMI, and its document.
function_overlay()
{
    mkdir -p fungsi
    cat >fungsi/overlay.lua <<LUA
--- The third stage counts as soon as one part of it is met.
local function lenient(input)
  $1
end

return {
  format = "spbe-overlay/1",
  id = "fungsi", title = "Tahap 3 dihitung tanpa batas", base = "kami-uji",
  author = "Inspektorat", date = "2026-11-22", reason = "Uji", source = "Nota",
  changes = {
    { change = "function", of = "I01", to = lenient${2:-} },
  },
}
LUA
    echo '{"format":"spbe-assessment/1","instrument":"kami-uji","year":2024,"agency":{"name":"Kota Uji","kind":"kota"},
      "answers":{"I01":{"criteria":{"I01.1.a":{"met":true},"I01.1.b":{"met":false},"I01.3.a":{"met":true}}},
      "I03":{"criteria":{"I03.1.a":{"met":true}}}}}' >kami.json
}

test_a_function_can_be_changed()
{
    function_overlay 'return { 5, 2 }, "dihitung tanpa batas"'
    expect_exit 0 spbe rules check "$ROOT/tests/packs/kami" fungsi
    expect_exit 0 spbe rules show "$ROOT/tests/packs/kami" fungsi
    expect_stdout 'fungsi I01: domain_1.lua:52 → fungsi/overlay.lua:11'
    spbe evaluate kami.json --rules "$ROOT/tests/packs/kami" --json - >before.json
    spbe evaluate kami.json --rules "$ROOT/tests/packs/kami" --rules fungsi --json - >after.json
    expect_json after.json domains.0.aspects.0.indicators.0.supported 2.5
    if grep -q 'dihitung tanpa batas' before.json; then fail 'the pack has the overlay'"'"'s function'; fi
    grep -q 'dihitung tanpa batas' after.json || fail 'the reason of the function is not told'
    expect_exit 0 spbe explain kami.json I01 --rules "$ROOT/tests/packs/kami" --rules fungsi
    expect_stdout 'fungsi I01: domain_1.lua:52 → fungsi/overlay.lua:11'
    expect_stdout 'dihitung tanpa batas'
}

test_a_changed_function_is_told_as_a_difference_and_an_effect()
{
    function_overlay 'return { 5, 2 }, "dihitung tanpa batas"'
    expect_exit 0 spbe rules diff "$ROOT/tests/packs/kami" "$ROOT/tests/packs/kami,fungsi"
    expect_stdout 'fungsi, atau berkas di sekitarnya, pada I01:'
    expect_stdout 'fungsi/overlay.lua:11'
    expect_stdout 'perbedaan: 1'
    spbe rules impact fungsi kami.json --rules "$ROOT/tests/packs/kami" --basis supported --json - >impact.json
    expect_json impact.json steps.0.changes.0.change function
    expect_json impact.json assessments.0.moves.0.levels.0.indicator I01
    expect_json impact.json assessments.0.moves.0.levels.0.to 2.5
    # A pack whose file has changed around the function says so.
    cp -r "$ROOT/tests/packs/kami" lain
    echo '-- lain' >>lain/domain_1.lua
    expect_exit 0 spbe rules diff "$ROOT/tests/packs/kami" lain
    expect_stdout 'lain/domain_1.lua:52'
}

# A function may read the values of others, when it says so.
test_a_function_of_an_overlay_can_depend_on_others()
{
    function_overlay 'return input.values.I03, "seperti I03"' ', depends_on = { "I03" }'
    spbe evaluate kami.json --rules "$ROOT/tests/packs/kami" --rules fungsi --json - >after.json
    grep -q 'seperti I03' after.json || fail 'the function was not called'
    function_overlay 'return 1, "x"' ', depends_on = { "I02" }'
    expect_exit 1 spbe rules check "$ROOT/tests/packs/kami" fungsi
    expect_stdout 'fungsi/overlay.lua:11'
}

# A function of an enemy is refused at its line in the overlay, and the next evaluation is unharmed.
test_functions_of_an_enemy_are_refused_at_the_overlays_line()
{
    local body
    while IFS= read -r body; do
        function_overlay "$body"
        expect_exit 4 spbe evaluate kami.json --rules "$ROOT/tests/packs/kami" --rules fungsi
        expect_stderr 'fungsi/overlay.lua:'
        if grep -q 'overlay-1.lua' "$ERR"; then fail "the worker's name is told: $body"; fi
    done <<'BODIES'
while true do end
return 1.5, "tidak tepat"
return 99, "di luar skala"
return 1
return nil, "tanpa nilai"
input.supported = 5 return 5, "x"
return io.open("x"), "x"
return ("x"):rep(1e9), "x"
BODIES
    expect_exit 0 spbe evaluate kami.json --rules "$ROOT/tests/packs/kami"
}

# Two overlays with functions: each is called by its own.
test_two_overlays_with_functions()
{
    function_overlay 'return 2, "pertama"'
    cp -r fungsi kedua
    sed -i 's/id = "fungsi"/id = "kedua"/; s/of = "I01"/of = "I03"/; s/"pertama"/"kedua"/' kedua/overlay.lua
    spbe evaluate kami.json --rules "$ROOT/tests/packs/kami" --rules fungsi --rules kedua --json - >after.json
    grep -q '"text":"[^"]*pertama' after.json || fail 'the first function'
    grep -q '"text":"[^"]*kedua' after.json || fail 'the second function'
    sed -i 's/of = "I03"/of = "I01"/' kedua/overlay.lua
    expect_exit 4 spbe evaluate kami.json --rules "$ROOT/tests/packs/kami" --rules fungsi --rules kedua
    expect_stderr 'kedua/overlay.lua:11: I01 sudah diubah di fungsi/overlay.lua:11'
}

# ---- history ----

# A history that only named a hash would not tell anybody by which rules was decided.
test_history_tells_the_overlays_that_were_kept()
{
    export SPBE_USER=Siti
    real_overlay
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 >/dev/null
    expect_exit 0 spbe rules keep kota.spbe koreksi
    rm -rf koreksi # it is told by what the file keeps
    expect_exit 0 spbe history kota.spbe
    expect_stdout 'koreksi/overlay.lua  berkas aturan: '
    expect_stdout '        Overlay koreksi: Bobot layanan publik dinaikkan (Inspektorat, 2026-11-22)'
    expect_stdout '        alasan: Temuan reviu'
    expect_stdout '        - bobot I42: 3 → 3,2'
    expect_stdout '        - indeks terendah predikat Cukup: 1,8 → 2'
    expect_exit 0 spbe history kota.spbe --lang en
    expect_stdout '- weight I42: 3 → 3.2'
    expect_exit 0 spbe history kota.spbe --json
    tail -n 1 "$OUT" >last.json
    expect_json last.json overlay.id koreksi
    expect_json last.json overlay.base spbe-2020
    expect_json last.json overlay.changes.0.after 3.2
    expect_exit 0 spbe verify kota.spbe
}

# Two versions of one overlay are two overlays; each is told as it was.
test_history_tells_each_version_of_an_overlay()
{
    export SPBE_USER=Siti
    real_overlay
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 >/dev/null
    spbe rules keep kota.spbe koreksi >/dev/null
    sed -i 's/to = 3.2, was = 3/to = 3.4, was = 3/; s/to = 2.8/to = 2.6/' koreksi/overlay.lua
    spbe rules keep kota.spbe koreksi >/dev/null
    expect_exit 0 spbe history kota.spbe
    expect_stdout '- bobot I42: 3 → 3,2'
    expect_stdout '- bobot I42: 3 → 3,4'
    [ "$(grep -c 'Overlay koreksi' "$OUT")" -eq 2 ] || fail 'not both versions'
}
