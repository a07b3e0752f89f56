# Rule packs from the command line: what is in them, whether they are sound, whether they compute.
# shellcheck source=tests/packs/check/change.sh
source "$ROOT/tests/packs/check/change.sh"

# The ids of all criteria in a document of 'rules show --json', one a line.
criteria()
{
    /usr/bin/python3 -c '
import json, sys
for domain in json.load(sys.stdin)["domains"]:
    for aspect in domain["aspects"]:
        for indicator in aspect["indicators"]:
            for level in indicator["levels"]:
                for criterion in level["criteria"]:
                    print(criterion["id"])'
}

# ---- list and show ----

test_list_names_the_packs_with_their_years_and_indicators()
{
    expect_exit 0 spbe rules list
    expect_no_stderr
    grep -Eq '^spbe-2020 +2021–2024 +47 +Pemantauan dan Evaluasi SPBE' "$OUT" || fail 'spbe-2020'
}

# Overlays that an agency puts among the program's own rules are listed with what they change; one that cannot be
# read is told with its place, whether it is alone or not, and hides none of the others.
test_list_names_the_overlays_of_an_installation()
{
    mkdir -p rumah/rules program
    ln -s "$ROOT"/rules/* rumah/rules/
    ln -s "$ROOT/templates" rumah/templates
    cp "$SPBE" program/spbe
    cp -r "$(dirname "$SPBE")/lang" program/lang
    echo "$PWD/rumah" >program/root
    SPBE=$PWD/program/spbe
    expect_exit 0 spbe rules list --lang en
    if grep -q 'Changes pack' "$OUT"; then fail 'overlays where there are none'; fi
    mkdir rumah/rules/koreksi rumah/rules/rusak rumah/rules/salah
    cat >rumah/rules/koreksi/overlay.lua <<'LUA'
return {
  format = "spbe-overlay/1", id = "koreksi", title = "Bobot layanan dinaikkan", base = "spbe-2020",
  author = "Inspektorat", date = "2026-11-22", reason = "Temuan reviu", source = "Nota Dinas 1/2026",
  changes = {
    { change = "weight", of = "I42", to = 3.2, was = 3 },
    { change = "weight", of = "I43", to = 2.8 },
  },
}
LUA
    expect_exit 0 spbe rules list --lang en
    grep -Eq '^koreksi +spbe-2020 +2 +Bobot layanan dinaikkan' "$OUT" || fail 'the overlay is not listed'
    echo 'return {' >rumah/rules/rusak/overlay.lua
    echo 'return 1' >rumah/rules/salah/overlay.lua
    expect_exit 4 spbe rules list --lang en
    grep -Eq '^koreksi +spbe-2020 +2 ' "$OUT" || fail 'a broken overlay hides a sound one'
    grep -Eq '^spbe-2020 +2021' "$OUT" || fail 'a broken overlay hides the packs'
    expect_stderr 'rusak/overlay.lua'
    expect_stderr 'salah/overlay.lua'
    [ "$(grep -c '^spbe: ' "$ERR")" -eq 2 ] || fail 'not one sentence for each'
}

# The pack was made from facts that were checked against several public documents. What it says must
# stay what they say: this is the digest of those facts, every key and text, without the parameters
# that a pack adds.
test_the_pack_of_2020_says_what_its_facts_say()
{
    spbe rules show spbe-2020 --json >show.json
    [ "$(wc -l <show.json)" -eq 1 ] || fail 'the document is not one line'
    expect_json show.json structure.indicators 47
    [ "$(criteria <show.json | sort -u | wc -l)" -eq 394 ] || fail 'there are not 394 criteria'
    /usr/bin/python3 - show.json >digest <<'PY'
import hashlib, json, sys
ADDED = {"format", "files", "years", "scale", "evidence_duty", "evidence_checks", "examples", "from",
         "portal", "plan", "papers"}
def plain(value):
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items() if k not in ADDED}
    if isinstance(value, list):
        return [plain(v) for v in value]
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value
data = plain(json.load(open(sys.argv[1], encoding="utf-8")))
print(hashlib.sha256(json.dumps(data, sort_keys=True, ensure_ascii=False).encode()).hexdigest())
PY
    expect_file 6b4515e542250faff6fcd8b9d6ae7709fb3fd1bee86f89a4da73816ccf60c48e digest
}

# Criteria of a guide count from the first year in which it was used.
test_a_year_shows_the_criteria_that_hold_in_it()
{
    local year count
    while read -r year count; do
        spbe rules show spbe-2020 --json --year "$year" | criteria >"$year"
        [ "$(wc -l <"$year")" -eq "$count" ] || fail "$year has $(wc -l <"$year") criteria, not $count"
    done <<'YEARS'
2021 371
2022 371
2023 386
2024 393
YEARS
    grep -qx I01.2.b 2021 || fail 'I01.2.b is of the guide of 2021'
    if grep -qx I05.5.b 2022; then fail 'I05.5.b came with the guide of 2023'; fi
    grep -qx I05.5.b 2023 || fail 'I05.5.b is of the guide of 2023'
    grep -qx I26.4.e 2023 || fail 'I26.4.e counts until 2023'
    if grep -qx I26.4.e 2024; then fail 'I26.4.e ended with 2023'; fi
    grep -qx I11.4.d 2024 || fail 'I11.4.d is of the guide of 2024'
}

test_a_year_after_the_last_is_shown_by_the_last()
{
    spbe rules show spbe-2020 --json --year 2024 | criteria >last
    spbe rules show spbe-2020 --json --year 2031 >later.json
    criteria <later.json >later
    expect_same last later
    expect_json later.json year.asked 2031
    expect_json later.json year.used 2024
    expect_json later.json year.guideline pedoman-3-2024
    expect_json later.json year.predicate_on exact
}

test_showing_a_pack_twice_gives_the_same_bytes()
{
    spbe rules show spbe-2020 --json >one
    spbe rules show spbe-2020 --json >two
    expect_same one two
}

test_the_page_of_a_pack_tells_structure_bands_and_what_is_uncertain()
{
    expect_exit 0 spbe rules show spbe-2020
    expect_stdout 'I47  Layanan Publik Sektor 3'
    expect_stdout 'Memuaskan: 4,2 – 5'
    expect_stdout 'Kurang: 1 – < 1,8'
    expect_stdout 'Pedoman Menteri PANRB Nomor 3 Tahun 2024'
    expect_exit 0 spbe rules show spbe-2020 --lang en
    expect_stdout 'Memuaskan: 4.2 – 5'
}

test_the_page_of_an_indicator_tells_its_criteria_by_year()
{
    expect_exit 0 spbe rules show spbe-2020 I26 --year 2022
    expect_stdout 'I26.4.e (kepmenpanrb-962-2021, 2021 sampai 2023)'
    if grep -q I26.4.d "$OUT"; then fail 'I26.4.d came with the guide of 2024'; fi
    expect_exit 0 spbe rules show spbe-2020 I26
    expect_stdout 'I26.4.d (pedoman-3-2024, sejak 2024)'
    expect_stdout 'Perpres 95/2018 Pasal 46 dan 52'
}

test_a_pack_is_found_by_id_folder_and_entry_from_anywhere()
{
    changed_pack
    mkdir -p below/here
    for name in pack pack/ ./pack pack/pack.lua "$PWD/pack"; do
        expect_exit 0 spbe rules show "$name"
        expect_stdout 'Uji (uji-1)'
    done
    cd pack
    expect_exit 0 spbe rules show pack.lua
    expect_exit 0 spbe rules show .
    cd ../below/here
    expect_exit 0 spbe rules show ../../pack
    expect_exit 0 spbe rules show spbe-2020
}

# ---- check ----

test_a_sound_pack_is_told_what_was_proved()
{
    changed_pack
    expect_exit 0 spbe rules check pack
    expect_no_stderr
    expect_stdout 'pack: tidak ada yang salah'
    expect_exit 0 spbe rules check spbe-2020 --lang en
    expect_stdout '4 domains, 8 aspects, 47 indicators: each adds up exactly'
    expect_stdout 'each can be reached in every year from 2021 to 2024'
}

# One run tells all, in the order in which a person goes through the files.
test_every_complaint_is_listed_with_file_and_line()
{
    changed_pack \
        pack.lua 's/"half-up"/"half-even"/' \
        pack.lua 's/min = 1, max = 1.5/min = 1, max = 1.4/' \
        domain_1.lua 's/weight = 15.5/wieght = 15.5/' \
        domain_1.lua 's/"Reviu ditindaklanjuti."/""/' \
        domain_2.lua 's/weight = 60,/weight = 50,/' \
        checks.lua 's/"I01.3.a"/"I09.3.a"/'
    expect_exit 1 spbe rules check pack --lang en
    cat >expected <<'EXPECTED'
pack/pack.lua:9: the domains weigh 90 together, not 100
pack/pack.lua:29: mode is 'half-even'; this program only knows 'half-up'
pack/pack.lua:35: an index from 1.4 to 1.5 has no band; let one of the two bands reach to the other
pack/domain_1.lua:8: the field 'wieght' is not known here; did you mean 'weight'?
pack/domain_1.lua:21: 'text' is empty; write a text or leave the field out
pack/checks.lua:4: 'I09.3.a' is nothing in this pack
complaints: 6
EXPECTED
    expect_same expected "$OUT"
    expect_no_stderr
}

# Nothing that was computed is followed to where it came from: the nearest line that shows it is named.
test_a_complaint_about_a_computed_value_names_the_nearest_line()
{
    changed_pack \
        domain_2.lua 's/^return {/local last = { id = "I03.3.a", text = "", basis = "aturan-2020" }\n&/' \
        domain_2.lua 's/^ *{ id = "I03.3.a", text = "Layanan terhubung.*/                last,/'
    expect_exit 1 spbe rules check pack --lang en
    expect_stdout "pack/domain_2.lua:21: 'text' is empty"
    expect_stdout 'complaints: 1'
}

test_a_pack_that_cannot_be_read_ends_with_4_and_says_where()
{
    changed_pack domain_1.lua 's/weight = 24.5,/weight = 24.5/'
    expect_exit 4 spbe rules check pack
    expect_no_stdout
    expect_stderr 'pack/domain_1.lua:27: '
    changed_pack domain_2.lua 's/^  id = "D2", no = 2/  id = "D2", no = { 1, nil, 3 }/'
    expect_exit 4 spbe rules check pack
    expect_stderr 'pack/domain_2.lua:3: '
    expect_exit 4 spbe rules check tidak/ada
    expect_no_stdout
}

# A link, a pipe or a device could lead anywhere or never end.
test_a_pack_holds_its_own_ordinary_files()
{
    changed_pack
    rm pack/notes.lua
    mkfifo pack/notes.lua
    expect_exit 4 timeout 5 "$SPBE" rules check pack
    expect_stderr "pack/pack.lua:11: "
    changed_pack
    mv pack/pack.lua real.lua
    ln -s ../real.lua pack/pack.lua
    expect_exit 4 spbe rules check pack
    expect_stderr 'pack/pack.lua: '
}

# The first complaint refuses the pack; nothing of it is used.
test_a_pack_with_a_complaint_is_used_for_nothing()
{
    changed_pack domain_1.lua 's/weight = 24.5/weight = 24/'
    expect_exit 4 spbe rules show pack --json
    expect_no_stdout
    expect_exit 4 spbe rules test pack
    expect_no_stdout
    expect_stderr 'pack/domain_1.lua:5: bobot A1 ialah 40'
}

# ---- test ----

test_the_published_results_come_out_as_printed()
{
    expect_exit 0 spbe rules test spbe-2020 --lang en
    expect_stdout 'Kota Bandar Lampung 2023'
    expect_stdout 'Kemenko Perekonomian 2021'
    grep -Eq '^Index before rounding +2\.1545 +2\.1545  same$' "$OUT" || fail 'the exact index of 2023'
    grep -Eq '^examples: [0-9]+, numbers: [0-9]+, different: 0$' "$OUT" || fail 'the sum'
    expect_exit 0 spbe rules test spbe-2020
    grep -Eq '^Indeks sebelum dibulatkan +2,1545 +2,1545  sama$' "$OUT" || fail 'a decimal comma'
}

test_a_number_that_differs_is_shown_and_ends_with_1()
{
    changed_pack examples.lua 's/A1 = "1.39"/A1 = "1.38"/'
    expect_exit 1 spbe rules test pack --lang en
    grep -Eq '^A1 Kebijakan dan rencana +1\.38 +1\.39  DIFFERS$' "$OUT" || fail 'the line of A1'
    expect_stdout 'examples: 1, numbers: 7, different: 1'
    changed_pack examples.lua 's/predicate = "Cukup"/predicate = "Baik"/'
    expect_exit 1 spbe rules test pack
}

# A pack without examples has proved nothing.
test_a_pack_without_examples_does_not_pass_its_test()
{
    changed_pack pack.lua '/examples = /d'
    rm pack/examples.lua
    expect_exit 0 spbe rules check pack
    expect_exit 1 spbe rules test pack
}

# ---- the reference ----

# The page is made from the table that checks packs; every field of the pack of 2020 must be in it.
test_help_pack_names_every_field()
{
    local key
    expect_exit 0 spbe help pack
    for key in format guideline_by_year predicate_on unanswered from_level guideline_only until; do
        grep -Eq "^  $key\*? " "$OUT" || fail "spbe help pack does not tell of $key"
    done
}

# ---- packs of very many mistakes ----

# All complaints of a file are found in one walk over it; each of these took seconds when they were not.
test_very_many_mistakes_cost_little_time()
{
    watch
    changed_pack
    { echo 'return {'; printf 'f%d = 1,\n' $(seq 9000); echo '}'; } >pack/pack.lua
    expect_exit 1 timeout 20 "$SPBE" rules check pack --lang en
    expect_stdout '8515 more are not listed'
    { echo 'return { legal_basis = {'; printf '{},%.0s' $(seq 40000); echo '} }'; } >pack/pack.lua
    expect_exit 1 timeout 20 "$SPBE" rules check pack
    changed_pack checks.lua "s/policy_proves = {/&$(printf '"I77",%.0s' $(seq 10000))/"
    expect_exit 1 timeout 20 "$SPBE" rules check pack
    in_time 4 'three packs'
}
