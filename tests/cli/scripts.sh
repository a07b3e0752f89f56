# spbe run: scripts do what the commands do, on the files they were given, and end as they should.

KOTA=$ROOT/tests/examples/kota-bandar-lampung-2023.json
KEMENKO=$ROOT/tests/examples/kemenko-perekonomian-2021.json

new_file()
{
    spbe new "$1" --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year "${2:-2024}" --as Siti >/dev/null
}

# Protects the promise of `help script`: what a script can call is what it says, no more and no less.
test_what_a_script_can_call_is_as_promised()
{
    expect_exit 0 spbe help script --lang en
    golden script-api.txt "$OUT"
    cat >names.lua <<'LUA'
for name, value in pairs(_ENV) do
  print(name, type(value))
  if type(value) == "table" then
    for inner, what in pairs(value) do print(name .. "." .. tostring(inner), type(what)) end
  end
end
LUA
    expect_exit 0 spbe run names.lua
    golden script-names.txt "$OUT"
    while read -r name; do
        grep -qF "$name(" "$ROOT/tests/golden/script-api.txt" || fail "spbe help script does not tell of $name"
    done < <(sed -n 's/^\(spbe\.[a-z_]*\)\t.*/\1/p' "$OUT")
}

# Protects numbers: a script gets the very documents that the commands write.
test_results_are_those_of_the_commands()
{
    cat >all.lua <<'LUA'
local kota = arg[1]
spbe.write_json("evaluate.json", spbe.evaluate(kota))
spbe.write_json("summary.json", spbe.evaluate(kota, { form = "summary", basis = "claimed" }))
spbe.write_json("plan.json", spbe.plan(kota, { target = "3.5", keep = { "I03" } }))
spbe.write_json("what.json", spbe.what_if(kota, { "I11=4", "I12=3" }))
spbe.write_json("compare.json", spbe.compare({ kota, arg[2] }))
spbe.write_json("rollup.json", spbe.rollup({ kota, arg[2] }))
spbe.write_json("rules.json", spbe.rules("spbe-2020", 2024))
spbe.write("explain.txt", spbe.explain(kota, "I11"))
spbe.report(kota, "report.xlsx", { target = "3,5" })
spbe.report(kota, "report.json")
spbe.rollup({ kota, arg[2] }, { output = "rollup.csv" })
spbe.rollup({ kota, arg[2] }, { output = "rollup.xlsx" })
spbe.compare({ kota, arg[2] }, { output = "compare.xlsx" })
LUA
    expect_exit 0 spbe run --allow . all.lua "$KOTA" "$KEMENKO"
    expect_no_stderr
    spbe evaluate "$KOTA" --json e.json
    spbe evaluate "$KOTA" --json s.json --summary --basis claimed
    spbe plan "$KOTA" --target 3.5 --keep I03 --json p.json
    spbe what-if "$KOTA" I11=4 I12=3 --json w.json
    spbe compare "$KOTA" "$KEMENKO" --json c.json -o c.xlsx
    spbe rollup "$KOTA" "$KEMENKO" --json r.json
    spbe rollup "$KOTA" "$KEMENKO" -o r.csv
    spbe rollup "$KOTA" "$KEMENKO" -o r.xlsx
    spbe rules show spbe-2020 --year 2024 --json >u.json
    spbe explain "$KOTA" I11 >x.txt
    spbe report "$KOTA" -o t.xlsx --target 3.5
    spbe report "$KOTA" -o t.json
    for pair in rollup.csv:r.csv explain.txt:x.txt report.json:t.json report.xlsx:t.xlsx rollup.xlsx:r.xlsx compare.xlsx:c.xlsx; do
        expect_same "${pair%:*}" "${pair#*:}"
    done
    /usr/bin/python3 - evaluate e summary s plan p what w compare c rollup r rules u <<'PY'
import json, sys

def plain(value):
    """As Lua has it: null is absent (false in a list), an empty table is a list, decimals are texts."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items() if v is not None} or []
    if isinstance(value, list):
        return [False if v is None else plain(v) for v in value]
    return value

for mine, other in zip(sys.argv[1::2], sys.argv[2::2]):
    of_script = json.load(open(mine + ".json"))
    of_command = plain(json.load(open(other + ".json"), parse_float=str))
    assert of_script == of_command, mine
PY
}

# Protects the history: a script changes a file through the same door as people, is named with its hash, and each change
# is checked like any other.
test_changes_stand_in_the_history_with_the_script()
{
    new_file kota.spbe
    echo isi >doc.txt
    cat >ubah.lua <<'LUA'
local a = spbe.open(arg[1])
print(a:answer("I01.2.a", "yes", "sudah"), a:claim("I01", 2), a:claim("I01", 2))
print(spbe.json(a:attach({ "I01.2.a" }, arg[2], { title = "Perwali", number = "12/2023" })))
a:begin()
a:claim("I02", "3")
a:rate("I02", 2, "belum ditetapkan", "interviu")
a:unit("Dinas Kominfo")
a:assign("Dinas Kominfo", { "I01", "I02" })
a:note("I03", "menunggu")
a:deadline("Dinas Kominfo", "2026-12-15")
a:set("agency", "Kota Contoh Baru")
print(a:commit())
a:submit({ "I01" })
a:give_back("I01", "perbaiki")
a:lock({ "I03" })
a:describe("E1", { title = "Peraturan Wali Kota" })
a:support("E1", "I01.2.b")
a:withdraw("E1", "salah berkas")
a:explanation("I01.2", { text = "Sudah ada." })
print(pcall(a.claim, a, "I03", 3))
print(a:about().agency, spbe.json(a:units()), a:status().of, #a:verify())
LUA
    expect_exit 0 spbe --as Budi run ubah.lua kota.spbe doc.txt
    expect_stdout "$(printf '2\t1\t0')"
    expect_stdout '["E1"]'
    expect_stdout 'false	I03: '
    expect_stdout 'Kota Contoh Baru	[{"deadline":"2026-12-15","indicators":["I01","I02"],"name":"Dinas Kominfo"}]	47	0'
    expect_exit 0 spbe verify kota.spbe
    spbe history kota.spbe --json >history.jsonl
    hash=$(sha256sum ubah.lua | cut -d' ' -f1)
    grep -c "\"who\":\"Budi\",\"origin\":\"script ubah.lua $hash\"" history.jsonl >count
    [ "$(cat count)" -ge 20 ] || fail "only $(cat count) entries name the script"
    grep '"field":"verified"' history.jsonl >verified
    grep -q '"now":"2"' verified || fail 'the verified value is not in the history'
    expect_exit 0 spbe evaluate kota.spbe --json -
}

# Protects "all or nothing": a step in which one change fails leaves nothing, also when the script goes on.
test_a_step_is_kept_whole_or_not_at_all()
{
    new_file kota.spbe
    cat >langkah.lua <<'LUA'
local a = spbe.open(arg[1])
a:begin()
a:claim("I01", 3)
print(pcall(a.claim, a, "I02", 9))
print(pcall(a.claim, a, "I03", 3))
print(pcall(a.commit, a))
a:begin()
a:claim("I04", 2)
print(spbe.evaluate(a).indexes.claimed.given, spbe.evaluate(arg[1]).indexes.claimed.given)
a:rollback()
a:begin()
a:claim("I05", 2)
LUA
    expect_exit 0 spbe --as Budi run langkah.lua kota.spbe
    expect_stdout "$(printf '1\t1')"
    [ "$(grep -c '^false' "$OUT")" -eq 3 ] || { show output "$OUT"; fail 'three calls should fail'; }
    spbe export kota.spbe -o kota.json
    if grep -q claimed kota.json; then fail 'something was kept'; fi
    expect_exit 3 spbe run langkah.lua kota.spbe
    expect_stderr 'SPBE_USER'
    expect_exit 0 spbe verify kota.spbe
}

# Protects agencies from year to year, and units from typing twice: carry and merge from a script.
test_assessments_are_made_carried_and_merged()
{
    cat >baru.lua <<'LUA'
local old = spbe.create("lama.spbe", { instrument = "spbe-2020", agency = "Kota Contoh", kind = "kota", year = 2023 })
old:answer("I01.2.a", "yes")
old:attach("I01.2.a", "doc.txt")
old:close()
local new = spbe.create("baru.spbe", { instrument = "spbe-2020", agency = "Kota Contoh", kind = "kota", year = 2024 })
print(spbe.json(new:carry("lama.spbe")))
print(new:confirm())
local document = new:document()
document.answers.I07 = { claimed = 3 }
print(new:merge(document), new:merge(document))
new:save("E1", "salinan.txt")
new:export("baru.json")
new:copy("arsip.spbe")
print(spbe.exists("arsip.spbe"), #new:history(), #new:history("I07"))
print(pcall(spbe.create, "baru.spbe", { instrument = "spbe-2020", agency = "K", kind = "kota", year = 2024 }))
LUA
    echo isi >doc.txt
    expect_exit 0 spbe --as Budi run --allow . baru.lua
    expect_stdout '{"answers":1,"evidence":1,"indicators":1}'
    expect_stdout "$(printf '1\t0')"
    expect_stdout 'false	'
    expect_same doc.txt salinan.txt
    expect_json baru.json answers.I07.claimed 3
    expect_exit 0 spbe verify arsip.spbe
}

# Protects streams: one bad document among many is told in its place, and the others are done.
test_walks_go_through_streams()
{
    tr -d '\n' <"$KOTA" >s.jsonl
    printf '\n{"format":"spbe-assessment/1","instrument":"spbe-2020"}\n{"a":[1,null,2.5]}\n' >>s.jsonl
    tr -d '\n' <"$KEMENKO" >>s.jsonl
    cat >jalan.lua <<'LUA'
for item in spbe.results({ arg[1] }, { form = "summary" }) do
  print(item.name or "-", item.result and item.result.index.value or item.problem)
end
for item in spbe.documents(arg[1]) do
  print(item.value.format or spbe.json(item.value))
end
print(spbe.rollup(arg[1]).format)
LUA
    expect_exit 3 spbe run jalan.lua s.jsonl
    expect_stdout 's.jsonl, dokumen 1	2.15'
    expect_stdout 's.jsonl, dokumen 4	2.95'
    expect_stdout '-	s.jsonl, dokumen 2:1:1'
    expect_stdout '{"a":[1,false,"2.5"]}'
    expect_stdout 'spbe-rollup/1'
    expect_stderr 's.jsonl'
    echo 'print(#spbe.read("-"))' >masuk.lua
    printf abc | spbe run masuk.lua - >panjang
    expect_file 3 panjang
}

# Protects tables: what is written is read back, in CSV and from a workbook; formulas stay text.
test_tables_are_read_and_written()
{
    cat >tabel.lua <<'LUA'
spbe.write_csv("t.csv", { { "nama", "nilai" }, { "Kota; \"A\"", 3 }, { "=1+1", "-2,5" }, { false, "baris\nbaru" } }, ";")
print(spbe.json(spbe.read_table("t.csv")))
spbe.report(arg[1], "l.xlsx")
local rows = spbe.read_table("l.xlsx", 1)
local all = {}
for _, row in ipairs(rows) do all[#all + 1] = table.concat(row, "|") end
print(table.concat(all, "\n"):find("Bandar Lampung", 1, true) ~= nil)
spbe.draw("g.xlsx", "gambar.lua", { nilai = { 1, 2, 3 } }, { year = 2024 })
print(spbe.json(spbe.read_table("g.xlsx", "Nilai")))
local out = spbe.output("o.txt")
out:write("satu\n")
print(spbe.exists("o.txt"))
out:write("dua\n")
out:close()
spbe.output("tidak-jadi.txt"):write("x")
print(spbe.json(spbe.files(".", ".csv")), spbe.json(spbe.split("a,b,,c", ",")), "[" .. spbe.trim("  x ") .. "]")
print(spbe.json(spbe.parse("{\"b\":1.50,\"a\":[]}")))
spbe.write("LAIN.CSV", "x")
print(#spbe.files("./", ".csv"), spbe.json(spbe.files(".", "o.txt")))
LUA
    cat >gambar.lua <<'LUA'
local page = sheet("Nilai")
page:cells(1, 1, report.nilai)
LUA
    expect_exit 0 spbe run --allow . tabel.lua "$KOTA"
    expect_stdout '[["nama","nilai"],["Kota; \"A\"","3"],["'"'"'=1+1","-2,5"],["","baris\nbaru"]]'
    expect_stdout '[["1","2","3"]]'
    expect_stdout '["./t.csv"]	["a","b","","c"]	[x]'
    expect_stdout '{"a":[],"b":"1.50"}'
    expect_stdout '2	["./o.txt"]'
    [ "$(head -n 2 "$OUT" | tail -n 1)" = true ] || fail 'the workbook does not name the agency'
    printf 'satu\ndua\n' >wanted
    expect_same wanted o.txt
    [ ! -e tidak-jadi.txt ] || fail 'an output that was not closed is there'
}

# Protects exactness and fairness: numbers are exact, chance is the same everywhere, and days can be fixed.
test_numbers_chance_and_days_are_the_same_everywhere()
{
    cat >hitung.lua <<'LUA'
print(spbe.add("0.1", "0.2"), spbe.subtract(1, "1/3"), spbe.multiply("1.5", 2), spbe.divide(7, 6))
print(spbe.compare_numbers("7/6", "1.1666"), spbe.round("2.345"), spbe.decimal("2.345"), spbe.round(2, 0))
local items = {}
for i = 1, 20 do items[i] = i end
print(table.concat(spbe.sample(items, 5, "kunci"), " "))
print(table.concat(spbe.sample(items, 5, "kunci lain"), " "))
print(spbe.today(), language, #arg, arg[1], arg[2])
LUA
    expect_exit 0 spbe run --today 2027-01-31 hitung.lua --help --lang=en
    cp "$OUT" first
    expect_stdout "$(printf '0.3\t2/3\t3\t7/6')"
    expect_stdout "$(printf '1\t2.35\t2.35\t2')"
    expect_stdout "$(printf '2027-01-31\ten\t2\t--help\t--lang=en')"
    expect_stdout '5 18 12 6 1'
    expect_stdout '6 15 1 18 16'
    expect_exit 0 spbe run --today 2027-01-31 hitung.lua --help --lang=en
    expect_same first "$OUT"
    expect_exit 0 spbe --lang id run hitung.lua
    expect_stdout '2,35'
}

# Protects people who try things out: the prompt keeps what was said, takes several lines, and outlives mistakes.
test_the_prompt_keeps_its_state_and_outlives_errors()
{
    printf '%s\n' 'x = 20' 'x + 1, "dua"' 'for i = 1, 2 do' 'print(i * x)' 'end' 'nil + 1' '{b=1, a={2}}' \
        'spbe.read("lain")' 'local y = 1' 'y' 'function f(n) return n * 2 end' 'f(x)' 'x = =' 'while true do end' \
        'f(4)' >lines
    status=0
    spbe run --time 1 -i <lines >"$OUT" 2>"$ERR" || status=$?
    [ "$status" -eq 0 ] || fail "status $status"
    printf '21\tdua\n20\n40\n{"a":[2],"b":1}\n40\n8\n' >wanted
    expect_same wanted "$OUT"
    [ "$(grep -c '^spbe: -:1: ' "$ERR")" -eq 5 ] || { show errors "$ERR"; fail 'five lines should fail'; }
    printf 'spbe.exit(4)\nprint(1)\n' >lines
    status=0
    spbe run -i <lines >"$OUT" || status=$?
    [ "$status" -eq 4 ] && [ ! -s "$OUT" ] || fail "status $status"
}

# Protects who calls scripts from other programs: the status says what happened, and mistakes name file and line.
test_ends_are_told_by_status_and_line()
{
    plain_only
    local text status
    while IFS='|' read -r status text lua; do
        printf '%s\n' "$lua" >dir.lua
        expect_exit "$status" spbe run --time 1 dir.lua "$KOTA"
        [ -z "$text" ] || expect_stderr "$text"
    done <<'END'
0||print(1)
1||spbe.exit(1)
5||pcall(spbe.exit, 5)
3|spbe: dir.lua: tahun?|spbe.fail("tahun?")
4|spbe: dir.lua:1: bukan Lua yang benar|x = = 1
4|spbe: dir.lua:1: berhenti karena galat: aduh|error("aduh")
4|spbe: dir.lua:1: tidak mengenal nama 'spbe.evalute'|spbe.evalute(arg[1])
4|spbe: dir.lua:1: memberi nilai pada nama 'x'|x = 1
4|spbe.evaluate(input [, options]): input harus berupa nama berkas|spbe.evaluate()
4|spbe.explain(input, indicator [, options]): indicator harus berupa teks|spbe.explain(arg[1], 11)
3|spbe: dir.lua:1: I99: bukan indikator|spbe.explain(arg[1], "I99")
3|spbe: dir.lua:1: tidak-ada.json: |spbe.evaluate("tidak-ada.json")
6|spbe: dir.lua:1: menjalankan lebih dari|local function f() return f() end f()
6|spbe: dir.lua:1: |local function f() return 1 + f() end f()
END
    printf '#!/usr/bin/env -S spbe run\nprint("baris kedua")\nnil_name()\n' >loader.lua
    expect_exit 4 spbe run loader.lua
    expect_stdout 'baris kedua'
    expect_stderr 'loader.lua:3'
    mkdir skrip && cp loader.lua skrip/
    expect_exit 4 spbe run skrip/loader.lua
    expect_stderr 'spbe: skrip/loader.lua:3: '
    expect_exit 2 spbe run
    expect_exit 3 spbe run tidak-ada.lua
}

# Protects agencies of every instrument: scripts answer items and outside indices, and evaluate by other rules.
test_other_instruments_are_served_as_well()
{
    cat >lain.lua <<'LUA'
local pemdi = spbe.create("pemdi.spbe", { instrument = "pemdi-2026", agency = "Kota Contoh", kind = "kota", year = 2026 })
print(pemdi:measure("I05", "68,75"), pemdi:answer("I01.2.e1", "yes"), pemdi:document().measures)
local result = spbe.evaluate(pemdi)
print(result.rules.id, result.index.of, spbe.compare_numbers(result.index.exact, 1) >= 0)
local old = spbe.create("lama.spbe", { instrument = "spbe-2018", agency = "Kota Contoh", kind = "kota", year = 2018 })
print(old:claim("I01", 2), spbe.evaluate(old, { basis = "claimed" }).rules.id)
for _, id in ipairs(spbe.packs()) do
  local rules = spbe.rules(id)
  print(id, rules.id == id, #(rules.domains or rules.aspects) > 0)
end
print(pcall(old.answer, old, "I01.2.e1", "yes"))
LUA
    expect_exit 0 spbe --as Siti run --allow . lain.lua
    expect_stdout "$(printf '1\t1\tnil')"
    expect_stdout "$(printf 'pemdi-2026\t20\ttrue')"
    expect_stdout "$(printf '1\tspbe-2018')"
    expect_stdout "$(printf 'spbe-2018\ttrue\ttrue')"
    expect_stdout 'false	I01.2.e1'
}

# Protects readers of English: sentences, numbers and the manual come in their language, in and outside of Lua.
test_scripts_speak_english_too()
{
    cat >bahasa.lua <<'LUA'
print(language, spbe.decimal("2.345"))
print(select(2, pcall(spbe.read, "/etc/passwd")))
print(select(2, pcall(function() return os.time end)))
print(select(2, pcall(spbe.split, 1)))
spbe.evaluate("absent.json")
LUA
    expect_exit 3 spbe --lang en run --allow . bahasa.lua
    expect_stdout "$(printf 'en\t2.35')"
    expect_stdout 'the script may not use this file'
    expect_stdout "bahasa.lua:3: cannot use 'os' here"
    expect_stdout 'argument 1 of spbe.split(text, separator)'
    expect_stderr 'spbe: bahasa.lua:5: absent.json: '
    expect_exit 3 spbe run --allow . bahasa.lua
    expect_stdout "$(printf 'id\t2,35')"
    expect_stdout 'skrip tidak boleh memakai berkas ini'
    expect_exit 0 spbe help script
    expect_stdout 'Skrip: pekerjaan penilaian yang berulang'
    expect_stdout 'dokumen hasil (spbe-report/1)'
    expect_exit 0 spbe help run
    expect_stdout '--allow DIR'
    expect_exit 0 spbe run --help
    expect_stdout 'spbe run SCRIPT.lua'
    expect_exit 0 spbe help limits
    expect_stdout 'waktu prosesor satu skrip'
}

# Protects people at a terminal: the prompt asks for more where more is due, and says goodbye at the end of input.
test_the_prompt_asks_at_a_terminal()
{
    printf '1 + 1\nfor i = 1, 2 do\nprint(i)\nend\n\004' >typed
    TERM=xterm script -qec "'$SPBE' run -i" /dev/null <typed >"$OUT" 2>"$ERR" || true
    expect_stdout 'spbe> '
    expect_stdout '...>  '
    expect_stdout 2
}
