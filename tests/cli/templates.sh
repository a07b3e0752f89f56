# Templates as an agency meets them: what each draws, tried with examples, begun, copied, run by path.

BANDAR=$ROOT/tests/examples/kota-bandar-lampung-2023.json

# Every template of the program can be tried as it is, whatever it draws; nothing is left behind.
test_templates__each_can_be_checked()
{
    plain_only
    mkdir tmp
    spbe templates list --lang en >list
    for name in laporan-pimpinan rencana-aksi perbandingan rekap dampak konflik formulir daftar-bukti; do
        TMPDIR=$PWD/tmp expect_exit 0 spbe templates check "$name" --lang en
        expect_stdout "$name: can be drawn"
        grep -Eq 'xlsx +[1-9][0-9]* KiB  html +[1-9][0-9]* KiB' "$OUT" || fail "$name: nothing was drawn"
        grep -Eq "^$name +(a|an|the|conflicts) " list || fail "$name: the list does not say what it draws"
    done
    [ -z "$(ls -A tmp)" ] || fail 'something was left behind'
}

# A result is tried with all instruments and from nothing to everything.
test_templates__examples_are_sparse_and_full()
{
    expect_exit 0 spbe templates check pernyataan --lang en
    expect_stdout 'pernyataan draws a result (spbe-report/1), tried as a workbook and as a page:'
    for pack in pemdi-2026 spbe-2018 spbe-2020; do
        expect_stdout "$pack, nothing answered"
        expect_stdout "$pack, half answered"
        expect_stdout "$pack, all answered"
    done
    [ "$(grep -c KiB "$OUT")" -eq 9 ] || fail 'not nine examples'
}

# A template that only fails where something is missing is found out, with its line and the example.
test_templates__a_gap_is_found()
{
    cat >kami.lua <<'LUA'
--- Laporan kami
-- Dokumen: spbe-report/1
local s = sheet("Satu")
s:text(1, 1, report.assessment.agency.name)
if report.indexes.verified ~= nil and report.index.given < report.index.of then
  s:text(2, 1, report.tidak_ada)
end
LUA
    expect_exit 4 spbe templates check kami.lua --lang en
    expect_stdout 'nothing answered'
    expect_stdout 'half answered'
    expect_stderr 'kami.lua:6: argument 3 (sheet:text(row, column, text [, style])) must be a text'
    ! grep -q 'can be drawn' "$OUT" || fail 'said to be drawn'
}

# Each first text passes as it is, by itself and with an INPUT; what it says of itself is true.
test_templates__first_texts_pass_untouched()
{
    for word in result plan comparison rollup impact; do
        expect_exit 0 spbe templates new "$word.lua" --for "$word" --lang en
        expect_exit 0 spbe templates check "$word.lua" --lang en
        expect_stdout "$word.lua: can be drawn"
    done
    for word in result plan comparison rollup; do
        expect_exit 0 spbe templates check "$word.lua" "$BANDAR" --lang en
        expect_stdout "$word.lua: can be drawn"
    done
    spbe plan "$BANDAR" --target 3.50 --json dokumen.json >/dev/null
    expect_exit 0 spbe templates check plan.lua dokumen.json --lang en
    expect_exit 0 spbe plan "$BANDAR" --target 3.50 -o a.xlsx --template plan.lua
    expect_exit 0 spbe compare "$BANDAR" "$BANDAR" -o b.html --template comparison.lua
    expect_exit 0 spbe rollup "$BANDAR" "$BANDAR" -o c.xlsx --template rollup.lua
    for book in a.xlsx c.xlsx; do
        sound $book
    done
}

# What it draws is said beside the source, which may go to a file.
test_templates__show_says_what_it_draws()
{
    expect_exit 0 spbe templates show rencana-aksi --lang en
    expect_stderr 'rencana-aksi draws an action plan (spbe-plan/1): spbe plan INPUT --target 3.50 -o OUT.xlsx --template rencana-aksi'
    expect_same "$OUT" "$ROOT/templates/rencana-aksi.lua"
}

# The wrong command names the right one; one that declares nothing draws what it is given, as ever.
test_templates__the_wrong_command_names_the_right_one()
{
    expect_exit 2 spbe report "$BANDAR" -o x.xlsx --template rekap --lang en
    expect_stderr 'rekap: draws a roll-up, not a result; it is drawn by: spbe rollup INPUT... -o OUT.xlsx --template rekap'
    expect_exit 2 spbe plan "$BANDAR" --target 3 -o x.html --template laporan-pimpinan --lang en
    expect_stderr 'draws a result, not an action plan; it is drawn by: spbe report INPUT'
    expect_exit 2 spbe compare "$BANDAR" "$BANDAR" -o x.xlsx --template dampak --lang en
    expect_exit 2 spbe rollup "$BANDAR" -o x.xlsx --template perbandingan --lang en
    expect_exit 2 spbe report "$BANDAR" -o x.xlsx --template formulir --lang en
    expect_stderr 'it is drawn by: spbe form FILE.spbe -o FORM.xlsx'
    [ ! -e x.xlsx ] && [ ! -e x.html ] || fail 'something was written'
    printf 'local s = sheet("Satu")\ns:text(1, 1, report.format)\n' >apa-saja.lua
    expect_exit 0 spbe report "$BANDAR" -o x.xlsx --template apa-saja.lua
    expect_exit 0 spbe plan "$BANDAR" --target 3 -o x.xlsx --template apa-saja.lua
}

# No template of the program has a door of its own: a copy in a folder of strangers, run by its path, gives
# the same bytes.
test_templates__a_copy_gives_the_same_bytes()
{
    mkdir salin
    cp -r "$ROOT"/templates/*.lua "$ROOT/templates/laporan" "$ROOT/templates/naskah" "$ROOT/templates/rekap" \
        "$ROOT/templates/rencana" "$ROOT/templates/formulir" salin/
    spbe report "$BANDAR" -o hasil.json
    for name in laporan-pimpinan laporan-asesor lhe sanggah berita-acara pernyataan; do
        spbe report hasil.json -o own.xlsx --template "$name"
        spbe report hasil.json -o copy.xlsx --template "salin/$name.lua"
        expect_same own.xlsx copy.xlsx
    done
    for form in xlsx html; do
        spbe plan "$BANDAR" --target 3.50 -o own.$form >/dev/null
        spbe plan "$BANDAR" --target 3.50 -o copy.$form --template salin/rencana-aksi.lua >/dev/null
        expect_same own.$form copy.$form
        spbe compare "$BANDAR" "$BANDAR" -o own.$form
        spbe compare "$BANDAR" "$BANDAR" -o copy.$form --template salin/perbandingan.lua
        expect_same own.$form copy.$form
        spbe rollup "$BANDAR" "$BANDAR" -o own.$form
        spbe rollup "$BANDAR" "$BANDAR" -o copy.$form --template salin/rekap.lua
        expect_same own.$form copy.$form
    done
}

# The same of what is drawn from options or from overlays: the effect of overlays by its command; conflicts and the
# register of evidence by a script, which names the template as the program's own and by the path of a copy. (Forms, which
# no command draws by a path, are below.)
test_templates__copies_of_the_others_give_the_same_bytes()
{
    mkdir salin aturan
    cp -r "$ROOT"/templates/*.lua "$ROOT/templates/laporan" "$ROOT/templates/naskah" "$ROOT/templates/rekap" \
        "$ROOT/templates/rencana" "$ROOT/templates/formulir" salin/
    cat >aturan/overlay.lua <<'LUA'
return { format = "spbe-overlay/1", id = "bobot", base = "spbe-2020", title = "Bobot", author = "Inspektorat", date = "2023-05-01", reason = "Uji", source = "Nota",
  changes = { { change = "weight", of = "I42", to = 3.5 }, { change = "weight", of = "I43", to = 2.5 } } }
LUA
    for form in xlsx html; do
        spbe rules impact aturan "$BANDAR" -o own.$form >/dev/null
        spbe rules impact aturan "$BANDAR" -o copy.$form --template salin/dampak.lua >/dev/null
        expect_same own.$form copy.$form
    done
    export SPBE_USER=Siti
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 >/dev/null
    echo isi >isi.txt
    spbe attach kota.spbe I01.2.a isi.txt --title 'Perwali 12' >/dev/null
    cat >gambar.lua <<'LUA'
local a = spbe.open("kota.spbe")
local result = spbe.evaluate(a, { form = "full" })
local items = a:evidence()
for _, item in ipairs(items) do
  item.stands, item.state, item.warnings = true, "dihitung", {}
end
local options = {
  ["daftar-bukti"] = { evidence = items },
  konflik = { format = "spbe-conflicts/1", agency = "Kota Contoh", year = 2024, rows = {}, seal = "0", conflicts = {
    { id = "K1", indicator = "I01", subject = "I01", text = "x", what = "nilai", document = false, file = "2", form = "3",
      place = "f.xlsx: A!B2", reason = "both" } } },
}
for name, option in pairs(options) do
  for _, ending in ipairs({ ".xlsx", ".html" }) do
    spbe.draw("own-" .. name .. ending, name, result, option)
    spbe.draw("copy-" .. name .. ending, "salin/" .. name .. ".lua", result, option)
  end
end
LUA
    expect_exit 0 spbe run --allow . gambar.lua
    for name in daftar-bukti konflik; do
        expect_same own-$name.xlsx copy-$name.xlsx
        expect_same own-$name.html copy-$name.html
    done
}

# The templates that commands choose by themselves are no different: the program is pointed at other files of
# the same name, and draws with those.
test_templates__those_of_forms_have_no_door_either()
{
    plain_only
    mkdir -p rumah/bin
    cp "$SPBE" rumah/bin/spbe
    cp -r "$(dirname "$SPBE")/lang" rumah/bin/lang
    echo "$PWD/rumah" >rumah/bin/root
    cp -r "$ROOT/rules" "$ROOT/templates" rumah/
    export SPBE_USER=Siti
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 >/dev/null
    spbe form kota.spbe -o own.xlsx --indicators I01
    rumah/bin/spbe form kota.spbe -o copy.xlsx --indicators I01
    sound copy.xlsx
    expect_same own.xlsx copy.xlsx
    printf 'local s = sheet("Lain")\ns:text(1, 1, options.format)\n' >rumah/templates/formulir.lua
    rumah/bin/spbe form kota.spbe -o other.xlsx --indicators I01
    unzip -p other.xlsx xl/sharedStrings.xml >texts
    expect_file 'spbe-form/1' texts
}

# Three templates as agencies write them, from the manual alone: a letter with a logo and a table, a board with
# every kind of chart over live formulas, a list in two languages. All pass check and are sound workbooks; what the
# board calculates, LibreOffice calculates too.
test_templates__agencies_write_their_own()
{
    cp "$ROOT"/tests/templates/own/*.lua .
    /usr/bin/python3 - <<'PY'
import struct, zlib
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
rows = b"".join(b"\0" + bytes([20, 54, 92]) * 64 for _ in range(64))
open("logo.png", "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 64, 8, 2, 0, 0, 0))
                             + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
PY
    for name in surat papan daftar; do
        expect_exit 0 spbe templates check $name.lua --lang en
        expect_stdout "$name.lua: can be drawn"
        spbe report "$BANDAR" -o $name.xlsx --template $name.lua
        sound $name.xlsx
    done
    spbe report "$BANDAR" -o list.html --template daftar.lua --lang en
    expect_file 'List of indicators' list.html
    expect_file 'claimed' list.html
    spbe report "$BANDAR" -o daftar.html --template daftar.lua
    expect_file 'Daftar indikator' daftar.html
    spbe report "$BANDAR" -o papan.html --template papan.lua
    [ "$(grep -o '<figure>' papan.html | wc -l)" -eq 11 ] || fail 'a kind of chart is missing on the page'
    unzip -l papan.xlsx >parts
    [ "$(grep -c 'xl/charts/chart' parts)" -eq 11 ] || fail 'a kind of chart is missing in the workbook'
    unzip -l surat.xlsx | grep media >parts
    expect_file 'image1.png' parts
    plain_only
    recalculates papan.xlsx 3
}
