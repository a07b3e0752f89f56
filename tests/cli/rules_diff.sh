# What differs between two sets of rules, and a starting point for changing them.
# shellcheck source=tests/packs/check/change.sh
source "$ROOT/tests/packs/check/change.sh"

# ---- diff ----

# The guide of 2024 against that of 2023, as the pack's facts say it.
test_two_years_of_one_pack()
{
    expect_exit 0 spbe rules diff spbe-2020@2023 spbe-2020@2024
    expect_no_stderr
    expect_stdout 'A rules/spbe-2020 @2023'
    expect_stdout 'B rules/spbe-2020 @2024'
    expect_stdout 'pedoman: pedoman-6-2023 → pedoman-3-2024'
    expect_stdout 'kriteria I26.4.e dicabut'
    expect_stdout 'kriteria I11.4.d ditambahkan'
    expect_stdout 'perbedaan: 11'
    expect_exit 0 spbe rules diff spbe-2020@2024 spbe-2020@2023
    expect_stdout 'kriteria I26.4.e ditambahkan'
    expect_stdout 'kriteria I11.4.d dicabut'
    expect_exit 0 spbe rules diff spbe-2020@2023 spbe-2020@2024 --lang en
    expect_stdout 'criterion I26.4.e withdrawn'
    expect_stdout 'differences: 11'
}

test_a_pack_does_not_differ_from_itself()
{
    expect_exit 0 spbe rules diff spbe-2020 spbe-2020
    expect_stdout 'perbedaan: 0'
    expect_exit 0 spbe rules diff spbe-2020@2024 spbe-2020@2030
    expect_stdout 'perbedaan: 0'
    expect_exit 0 spbe rules diff spbe-2018 spbe-2018
    expect_stdout 'perbedaan: 0'
}

test_an_overlay_differs_from_its_pack_by_what_it_changes()
{
    changed_pack
    an_overlay koreksi 'change = "weight", of = "I01", to = 15' 'change = "weight", of = "I02", to = 25' \
        'change = "text", of = "I01.2.a", to = "Ada peraturan."' 'change = "withdraw", of = "I01.2.b"' \
        'change = "add", of = "I03.2.c", to = "Ada layanan daring."' 'change = "baseline", of = "I02.2", to = true'
    sed -i 's/"Ada layanan daring."/&, basis = "aturan-2020"/' koreksi/overlay.lua
    expect_exit 0 spbe rules diff pack pack,koreksi
    expect_stdout 'bobot I01: 15,5 → 15'
    expect_stdout 'bobot I02: 24,5 → 25'
    expect_stdout 'bunyi I01.2.a: Kebijakan ditetapkan. → Ada peraturan.'
    expect_stdout 'kriteria I01.2.b dicabut: Kebijakan memuat lingkup.'
    expect_stdout 'kriteria I03.2.c ditambahkan: Ada layanan daring.'
    expect_stdout 'selalu diberikan: I02.2: tidak → ya'
    expect_stdout 'perbedaan: 6'
}

test_parameters_differ_by_year()
{
    changed_pack
    an_overlay koreksi 'change = "reading", from = 2022, to = "exact"' 'change = "unanswered", to = 2' \
        'change = "band", of = "Baik", to = 2.6' 'change = "evidence_from", to = 3' \
        'change = "evidence_count", to = 2' 'change = "guideline", from = 2022, to = "aturan-2020"' \
        'change = "document", of = "se-1", to = "Surat Edaran 1"'
    expect_exit 0 spbe rules diff pack pack,koreksi
    expect_stdout 'pembacaan predikat mulai 2022: indeks yang sudah dibulatkan → indeks'
    expect_stdout 'pedoman 2022: pedoman-2021 → aturan-2020'
    expect_stdout 'nilai tanpa jawaban: 1 → 2'
    expect_stdout 'indeks terendah predikat Baik: 2,5 → 2,6'
    expect_stdout 'bukti dukung wajib mulai tingkat: 2 → 3'
    expect_stdout 'banyak bukti dukung untuk satu tingkat: 1 → 2'
    expect_stdout 'dokumen se-1 ditambahkan: Surat Edaran 1'
    expect_stdout 'perbedaan: 7'
    expect_exit 0 spbe rules diff pack@2021 pack,koreksi@2021
    if grep -q 'pembacaan' "$OUT"; then fail 'the reading of 2021 is the same'; fi
    expect_exit 0 spbe rules diff pack@2022 pack,koreksi@2022
    expect_stdout 'pembacaan predikat mulai: indeks yang sudah dibulatkan'
}

# A changed pack: every field that a person could dispute is told.
test_two_states_of_a_pack()
{
    changed_pack
    cp -r pack lama
    sed -i 's/name = "Kebijakan uji"/name = "Kebijakan baru"/; s/"Peraturan yang sah"/"Peraturan yang diundangkan"/' \
        pack/domain_1.lua
    sed -i 's/id = "D1", no = 1, name = "Kebijakan"/id = "D1", no = 1, name = "Kebijakan Internal"/' pack/domain_1.lua
    sed -i 's/name = "Baik"/name = "Sangat Baik"/' pack/pack.lua
    sed -i 's/predicate = "Baik"/predicate = "Sangat Baik"/' pack/examples.lua
    expect_exit 0 spbe rules diff lama pack
    expect_stdout 'nama I01: Kebijakan uji → Kebijakan baru'
    expect_stdout 'nama D1: Kebijakan → Kebijakan Internal'
    expect_stdout 'bukti dukung, misalnya I01.2: Peraturan yang sah → Peraturan yang'
    expect_stdout 'indeks terendah predikat Baik: 2,5 → –'
    expect_stdout 'indeks terendah predikat Sangat Baik: – → 2,5'
}

test_two_instruments_are_called_so()
{
    expect_exit 0 spbe rules diff spbe-2018 spbe-2020
    expect_stdout 'Ini dua instrumen: satu id dapat berarti hal yang berlainan.'
    expect_stdout 'instrumen: spbe-2018 → spbe-2020'
    expect_stdout 'tingkat terendah: 0 → 1'
    expect_stdout 'indikator I47: – → '
}

test_json_holds_every_difference()
{
    spbe rules diff spbe-2020@2023 spbe-2020@2024 --json >diff.json
    [ "$(wc -l <diff.json)" -eq 1 ] || fail 'the document is not one line'
    expect_json diff.json format spbe-rules-diff/1
    expect_json diff.json a.id spbe-2020
    expect_json diff.json a.year 2023
    expect_json diff.json b.year 2024
    expect_json diff.json differences.0.change guideline
    expect_json diff.json differences.0.before pedoman-6-2023
    expect_json diff.json differences.0.after pedoman-3-2024
    expect_json diff.json differences.2.change add
    expect_json diff.json differences.2.of I08.3.g
    spbe rules diff spbe-2020 spbe-2020 --json >same.json
    expect_json same.json differences '[]'
    expect_json same.json a.year null
    spbe rules diff spbe-2020@2023 spbe-2020@2024 --json >again.json
    expect_same diff.json again.json
}

# Counted anew from the documents of 'rules show': which criteria differ between two years.
test_the_criteria_that_differ_are_those_of_the_pack()
{
    spbe rules show spbe-2020 --json --year 2022 >2022.json
    spbe rules show spbe-2020 --json --year 2024 >2024.json
    spbe rules diff spbe-2020@2022 spbe-2020@2024 --json >diff.json
    expect_exit 0 /usr/bin/python3 - <<'PY'
import json
def criteria(name):
    pack = json.load(open(name, encoding="utf-8"))
    return {c["id"] for d in pack["domains"] for a in d["aspects"] for i in a["indicators"]
            for l in i["levels"] for c in l["criteria"]}
before, after = criteria("2022.json"), criteria("2024.json")
found = json.load(open("diff.json", encoding="utf-8"))["differences"]
assert {d["of"] for d in found if d["change"] == "add"} == after - before, "added"
assert {d["of"] for d in found if d["change"] == "withdraw"} == before - after, "withdrawn"
assert len(after - before) > 10
PY
}

test_sides_that_cannot_be_read_are_refused()
{
    expect_exit 4 spbe rules diff spbe-2020 tidak-ada-sama-sekali
    expect_exit 2 spbe rules diff spbe-2020@1999 spbe-2020
    expect_stderr '1999'
    expect_exit 2 spbe rules diff spbe-2020
    expect_exit 2 spbe rules diff spbe-2020,spbe-2018 spbe-2020
    expect_exit 4 spbe rules diff spbe-2020@20 spbe-2020
    expect_exit 4 spbe rules diff '' spbe-2020
}

# ---- new ----

test_a_starting_point_passes_the_check_and_changes_nothing()
{
    expect_exit 0 spbe rules new overlay koreksi-bobot --base spbe-2020
    expect_stdout 'koreksi-bobot/overlay.lua sudah dibuat'
    expect_exit 0 spbe rules check koreksi-bobot
    expect_stdout 'tidak ada yang salah'
    expect_exit 0 spbe rules diff spbe-2020 koreksi-bobot
    expect_stdout 'perbedaan: 0'
    grep -q 'id = "koreksi-bobot"' koreksi-bobot/overlay.lua || fail 'its id'
    grep -q "base_sha256 = \"$(spbe rules show spbe-2020 --json | /usr/bin/python3 -c '
import json, sys; json.load(sys.stdin)' && spbe evaluate "$ROOT/tests/examples/kota-bandar-lampung-2023.json" --json - |
        /usr/bin/python3 -c 'import json, sys; print(json.load(sys.stdin)["rules"]["sha256"])')\"" koreksi-bobot/overlay.lua ||
        fail 'the state of the pack'
    if grep -q '@' koreksi-bobot/overlay.lua; then fail 'a word was not filled in'; fi
}

# Every line that is commented out can be taken as it is: the values are those of the pack.
test_every_line_of_the_starting_point_can_be_used()
{
    local pack line number
    for pack in spbe-2020 spbe-2018; do
        spbe rules new overlay "rintis-$pack" --base "$pack" >/dev/null
        grep -n '^    -- { change = ' "rintis-$pack/overlay.lua" | cut -d: -f1 >lines
        [ "$(wc -l <lines)" -ge 8 ] || fail 'there are not so many examples'
        cp "rintis-$pack/overlay.lua" whole.lua
        while read -r number; do
            line=$(sed -n "${number}p" whole.lua)
            case $line in
                *'"withdraw"'*) continue ;; # might be the only criterion of its level
            esac
            sed "${number}s/-- //" whole.lua >"rintis-$pack/overlay.lua"
            expect_exit 0 spbe rules check "rintis-$pack"
            expect_stdout '1 dengan 1 perubahan'
        done <lines
    done
}

test_nothing_that_is_there_is_touched()
{
    mkdir koreksi
    echo 'milik saya' >koreksi/overlay.lua
    expect_exit 3 spbe rules new overlay koreksi --base spbe-2020
    expect_file 'milik saya' koreksi/overlay.lua
    rm koreksi/overlay.lua
    expect_exit 0 spbe rules new overlay koreksi --base spbe-2020
    expect_exit 0 spbe rules check koreksi
    expect_exit 7 spbe rules new overlay tidak/ada/folder --base spbe-2020
    expect_exit 4 spbe rules new overlay lain --base tidak-ada-sama-sekali
    [ ! -e lain ] || fail 'a folder was left behind'
}

# From the first line to the report: an auditor changes one weight and shows what it does.
test_a_session_of_an_auditor()
{
    spbe rules new overlay koreksi --base spbe-2020 >/dev/null
    sed -i 's/^  changes = {/&\n    { change = "weight", of = "I42", to = 3.2, was = 3, reason = "Layanan warga." },/' \
        koreksi/overlay.lua
    expect_exit 1 spbe rules check koreksi
    expect_stdout 'kurangi salah satunya dengan 0.2'
    sed -i 's/^  changes = {/&\n    { change = "weight", of = "I43", to = 2.8, was = 3 },/' koreksi/overlay.lua
    expect_exit 0 spbe rules check koreksi
    expect_exit 0 spbe rules diff spbe-2020 koreksi
    expect_stdout 'perbedaan: 2'
    expect_exit 0 spbe rules impact koreksi "$ROOT/tests/examples/kota-bandar-lampung-2023.json"
    expect_stdout '+0,002'
    expect_exit 0 spbe report "$ROOT/tests/examples/kota-bandar-lampung-2023.json" --rules koreksi -o laporan.xlsx
    [ -s laporan.xlsx ] || fail 'there is no report'
}
