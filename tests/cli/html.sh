# Pages of HTML from outside: read by two strict parsers, held against results and workbooks.

PAGE=$ROOT/tests/cli/page.py
EXAMPLES=$ROOT/tests/examples
CITY=$EXAMPLES/kota-bandar-lampung-2023.json
export SPBE_USER=Rani

page()
{
    /usr/bin/python3 "$PAGE" "$@" >said.txt || fail "$*: $(cat said.txt)"
}

# Protects everything that a reader takes from the page: no number is another one than the engine's.
test_html_shows_every_value_of_the_result()
{
    local input
    for input in kota-bandar-lampung-2023 kota-denpasar-2018 kemenko-perekonomian-2021; do
        expect_exit 0 spbe report "$EXAMPLES/$input.json" -o x.html
        expect_no_stdout
        expect_no_stderr
        spbe report "$EXAMPLES/$input.json" -o x.json
        page shows x.html x.json
    done
}

# The same template draws both: whatever stands in the workbook, stands on the page.
test_html_has_all_texts_of_the_workbook()
{
    local paper
    for paper in laporan-pimpinan laporan-asesor lhe berita-acara pernyataan; do
        spbe report "$CITY" --template $paper -o x.html
        spbe report "$CITY" --template $paper -o x.xlsx
        page texts x.html x.xlsx
        [ "$(sed 's/ .*//' said.txt)" -gt 10 ] || fail "$paper: only $(cat said.txt)"
    done
}

# Charts are there, with their descriptions and numbers, and hidden sheets are not.
test_html_of_the_report_has_its_charts()
{
    spbe report "$CITY" -o x.html
    page text x.html
    expect_file 'Angkanya' said.txt
    expect_file 'Tahun 2023' said.txt
    grep -c '<svg ' x.html >count.txt
    [ "$(cat count.txt)" -ge 2 ] || fail 'no charts'
    ! grep -q '>Daftar</h2>' x.html || fail 'a hidden sheet is there'
}

# An agency may call itself what it likes; the page stays a page.
test_html_of_hostile_names_is_harmless()
{
    /usr/bin/python3 - <<'PY'
import json
name = "<script>alert(1)</script> \"'&]]> </style> <!-- {page} \\22 url(x) \u202e=1+1 \u0085"
json.dump({"format": "spbe-assessment/1", "instrument": "spbe-2020", "year": 2024,
           "agency": {"name": name, "kind": "kota"},
           "answers": {"I01": {"claimed": 3, "note": "</td></tr></table><img src=x onerror=alert(1)>",
               "evidence": [{"title": "</title><svg onload=x>", "supports": ["I01.2.a"]}]}}}, open("kota.json", "w"))
PY
    local paper
    for paper in laporan-pimpinan laporan-asesor lhe berita-acara; do
        expect_exit 0 spbe report kota.json --template $paper -o x.html
        page check x.html
        page text x.html
        expect_file '<script>alert(1)</script>' said.txt
    done
    spbe report kota.json -o x.html
    [ "$(grep -c '</style>' x.html)" = 1 ] || fail 'the style sheet was left'
}

test_html_of_the_same_input_is_the_same_bytes()
{
    spbe report "$CITY" -o a.html
    TZ=Asia/Jayapura LC_ALL=en_US.UTF-8 spbe --lang id report "$CITY" -o b.html
    expect_same a.html b.html
    spbe report "$CITY" -o result.json
    spbe report result.json -o c.html
    expect_same a.html c.html
}

test_html_speaks_english_too()
{
    expect_exit 0 spbe --lang en report "$CITY" -o x.html
    page check x.html
    page text x.html
    expect_file '2.15' said.txt
    expect_file 'The numbers' said.txt
    head -2 x.html >head.txt
    expect_file '<html lang="en">' head.txt
}

# Every command that draws a workbook draws a page, whatever the capitals of its ending.
test_html_of_every_command()
{
    expect_exit 0 spbe compare "$CITY" "$CITY" -o banding.HTML
    expect_exit 0 spbe plan "$CITY" --target 2,5 -o rencana.html
    expect_exit 0 spbe rollup "$CITY" "$EXAMPLES/kota-denpasar-2018.json" -o rekap.html
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 >/dev/null
    echo isi >perwali.txt
    spbe attach kota.spbe I01.2.a perwali.txt >/dev/null
    expect_exit 0 spbe evidence list kota.spbe -o bukti.html
    page check banding.HTML rencana.html rekap.html bukti.html
    page text bukti.html
    expect_file 'perwali' said.txt
    page text rekap.html
    expect_file '2,15' said.txt
}

# Rows that come page by page are all there, in little memory.
test_html_of_many_agencies_streams()
{
    /usr/bin/python3 - >many.jsonl <<'PY'
import json, random
random.seed(3)
for n in range(400):
    answers = {f"I{i:02}": {"claimed": random.randint(1, 5)} for i in range(1, 48)}
    print(json.dumps({"format": "spbe-assessment/1", "instrument": "spbe-2020", "year": 2024,
                      "agency": {"name": f"Instansi nomor {n}", "kind": "kota"}, "answers": answers}))
PY
    expect_exit 0 spbe rollup many.jsonl -o rekap.html
    page check rekap.html
    page text rekap.html
    [ "$(sort -u said.txt | grep -c '^Instansi nomor [0-9]*$')" = 400 ] || fail 'some agencies are missing'
}

# The file appears whole or not at all, and an old one stays.
test_html_that_fails_leaves_what_was_there()
{
    echo lama >x.html
    printf 'local s = sheet("Satu")\ns:text(1, 1, "a")\ns:formula(2, 1, "=Hilang!A1", 1)\n' >t.lua
    expect_exit 4 spbe report "$CITY" --template t.lua -o x.html
    expect_stderr "t.lua:3: sebuah rumus menyebut 'Hilang', yang tidak ada dalam buku kerja"
    [ "$(cat x.html)" = lama ] || fail 'the old file is gone'
    printf 'sheet("Satu"):text(1, 1, "a")\n' >t.lua
    expect_exit 0 spbe templates check t.lua
    printf 'local s = sheet("Satu")\ns:text(1, 1, "a")\ns:view({ hidden = true })\n' >t.lua
    expect_exit 4 spbe report "$CITY" --template t.lua -o x.html
    [ "$(cat x.html)" = lama ] || fail 'the old file is gone'
    expect_exit 7 spbe report "$CITY" -o tidak/ada/x.html
    [ -z "$(find . -name '.*.tmp*' -o -name '.spbe-*')" ] || fail 'something was left'
}

# A picture of a template travels inside the page.
test_html_carries_its_pictures()
{
    /usr/bin/python3 - <<'PY'
import struct, zlib
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
open("lambang.png", "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)) +
    chunk(b"IDAT", zlib.compress(b"".join(b"\0" + b"\x14\x36\x5c" * 8 for _ in range(8)))) + chunk(b"IEND", b""))
PY
    printf 'local s = sheet("Satu")\ns:text(1, 1, "a")\ns:image(2, 2, "lambang.png", { scale = 2, description = "Lambang <kota>" })\n' >t.lua
    expect_exit 0 spbe report "$CITY" --template t.lua -o x.html
    page check x.html
    expect_file '<img alt="Lambang &lt;kota&gt;" width="16" src="data:image/png;base64,iVBORw0KGgo' x.html
}

# Every kind of chart, every kind of condition, merged and hidden cells: all in one page that is sound.
test_html_of_a_template_that_uses_everything()
{
    cat >t.lua <<'LUA'
about("Semua & <lengkap>", "Uji")
style("merah", { color = "#8C1D18", fill = "#FADFDB" })
style("dua", { format = "0.00", align = "right" })
style("putar", { rotation = 90, line = "thin" })
local s = sheet("Semua")
local t = sheet("Daftar kit'a")
for row = 1, 5 do
  t:cells(row, 1, { "Titik " .. row, row * 0.7, 5 - row })
end
t:view({ hidden = true })
s:merge(1, 1, 1, 6, "Judul yang panjang", "merah")
s:cells(2, 1, { "a", 1.005, false, 3 }, { "putar", "dua", "dua", "dua" })
s:condition(2, 2, 2, 4, { least = 1, most = 2, style = "merah" })
s:condition(2, 2, 2, 4, { formula = '=AND(B2<>"",B2>2)', style = "merah" })
s:condition(2, 2, 2, 4, { bar = "#BFD7EA", least = 0, most = 5 })
s:columns(5, 5, 10, { hidden = true })
s:row(3, 30, { hidden = true })
s:text(3, 1, "tidak tampak")
s:link(4, 1, s, 1, 1, "ke atas")
s:link(4, 2, t, 1, 1, "ke mana")
s:web(5, 1, "https://spbe.go.id/?a=1&b=2#c", "<situs>", "merah")
s:web(5, 2, "mailto:spbe@kota.go.id", "")
local row = 6
for _, kind in ipairs({ "area", "bar", "bar_stacked", "column", "column_stacked", "doughnut", "line", "pie", "radar",
    "radar_filled", "scatter" }) do
  s:chart(row, 1, { kind = kind, width = 400, height = 240, title = kind, description = "Diagram " .. kind,
    series = { { name = "Satu", categories = "=" .. at(t, 1, 1, 5, 1), values = "=" .. at(t, 1, 2, 5, 2), labels = true },
      { name = "Dua", categories = "=" .. at(t, 1, 1, 5, 1), values = "=" .. at(t, 1, 3, 5, 3), dashed = true, marker = true } } })
  row = row + 14
end
s:page({ landscape = true, repeat_first = 1, repeat_last = 2, footer_right = "{page} dari {pages}" })
s:breaks({ 20, 48 })
LUA
    expect_exit 0 spbe report "$CITY" --template t.lua -o x.html
    page check x.html
    page text x.html
    expect_file '1,01' said.txt
    expect_file 'href="https://spbe.go.id/?a=1&amp;b=2#c" target="_blank" rel="noopener noreferrer">&lt;situs&gt;</a>' x.html
    expect_file 'Titik 5' said.txt
    ! grep -q 'tidak tampak' said.txt || fail 'a hidden row is there'
    [ "$(grep -c '<svg ' x.html)" = 11 ] || fail 'a chart is missing'
}

# A phone shows no sheet at its full width: a summary is laid out anew in bands, its charts below each other and
# drawn again; a wide table keeps one column and its head in sight, and its first column names the rows.
test_html_can_be_read_on_a_phone()
{
    spbe report "$CITY" --previous "$CITY" -o x.html
    page narrow x.html
    expect_file 'board	Ringkasan	' said.txt
    expect_file 'board	Peta	' said.txt
    expect_file 'table	Indikator	1	0	47' said.txt
    expect_file 'board	Catatan	' said.txt
    awk -F'\t' '$2 == "Ringkasan" && ($3 < 5 || $4 < 2) { exit 1 }' said.txt || fail "$(cat said.txt)"
    [ "$(grep -c '<div class="slim">' x.html)" -ge 2 ] || fail 'the charts are not drawn for it'
    # Each indicator is named by its code, once, in the column that stays.
    grep -o 'scope="row">I[0-9][0-9]<' x.html | sort -u | wc -l >count.txt
    [ "$(cat count.txt)" = 47 ] || fail "only $(cat count.txt) indicators name their row"
    spbe plan "$CITY" --target 2,5 -o rencana.html >/dev/null
    spbe compare "$CITY" "$CITY" -o banding.html >/dev/null
    page narrow rencana.html
    expect_file 'board	Ringkasan	' said.txt
    expect_file 'table	Rencana Aksi	' said.txt
    page narrow banding.html
    expect_file 'board	Perbandingan	' said.txt
}

# Nothing can be chosen on a page; it says what was, and where the other choices are.
test_html_says_what_was_chosen()
{
    spbe report "$CITY" -o x.html
    expect_file 'Dasar nilai: <b>klaim</b>. Pilihan lain (didukung bukti, terverifikasi) ada dalam buku kerja' x.html
    expect_file 'Sel yang dapat diisi dalam buku kerja (XLSX) di sini hanya ditampilkan.' x.html
    ! grep -qE '<(select|input|button|script)' x.html || fail 'there is a control'
    grep -oE '@media print\{[^@]*' x.html | head -1 >print.txt
    expect_file '.q{display:none}' print.txt
    spbe --lang en report "$CITY" -o x.html
    expect_file '<b>claimed</b>. The other choices (' x.html
}

# The set is read where there is no network, and by who compares two files: nothing is fetched, and all that is
# written twice is the same.
test_html_of_a_set_needs_nothing_else()
{
    local name
    expect_exit 0 spbe report "$CITY" --to satu --format html
    expect_exit 0 spbe report "$CITY" --to dua --format html
    for name in satu/*.html; do
        expect_same "$name" "dua/${name#satu/}"
        ! grep -qiE '(https?:)?//[a-z]|url\(|@import|<script' "$name" || fail "$name refers to something"
        page check "$name"
    done
    [ "$(ls satu/*.html | wc -l)" -ge 5 ] || fail 'reports are missing'
}

# A name may be one word of 600 letters, run from right to left, or pile up marks: the page stays sound, and the
# word is marked to be broken.
test_html_of_names_in_any_script()
{
    /usr/bin/python3 - <<'PY'
import json
for number, name in enumerate(["K" * 600, "\u0643\u0648\u062a\u0627 \u0639\u0631\u0628\u064a\u0629 (\u05d0\u05d1) <b>",
                               "e" + "\u0301" * 60 + " Z\u0335\u0321 & 'kota'", "\U0001F3DB\uFE0F kota \u200b\u2066x"]):
    json.dump({"format": "spbe-assessment/1", "instrument": "spbe-2020", "year": 2024,
               "agency": {"name": name, "kind": "kota"}, "answers": {"I01": {"claimed": 3}}}, open(f"n{number}.json", "w"))
PY
    local number
    for number in 0 1 2 3; do
        expect_exit 0 spbe report n$number.json -o x.html
        page check x.html
        page narrow x.html
    done
    expect_exit 0 spbe rollup n0.json n1.json n2.json n3.json -o x.html
    page narrow x.html
    spbe report n0.json --template laporan-asesor -o x.html
    grep -qE '<td class="[^"]*w"[^>]*>[^<]*K{100}' x.html || fail 'the long word is not marked'
}

# A printed page never ends with a heading, heads are repeated, what is wide lies, and colours are printed.
test_html_prints_as_the_workbook_does()
{
    spbe report "$CITY" -o x.html
    expect_file '@page s1{size:A4 portrait;' x.html
    expect_file '@page s3{size:A4 landscape;' x.html
    expect_file 'print-color-adjust:exact' x.html
    expect_file 'thead{display:table-header-group}' x.html
    expect_file 'counter(page)' x.html
    spbe report "$CITY" --template lhe -o x.html
    grep -A2 '>Predikat</td></tr>' x.html >rows.txt || fail 'no heading Predikat'
    grep -q '^<tr class="a"' x.html || fail 'headings do not stay with what follows'
    grep -q '<tbody class="e">' x.html || fail 'small tables are cut'
    grep -q '<th [^>]*scope="col">mulai</th>' x.html || fail 'a row drawn as headings is none'
}

# A template that is begun has an empty sheet: that is a workbook, so it is a page, too; one without a sheet is neither.
test_html_of_an_empty_sheet_is_a_page()
{
    echo 'sheet("Satu")' >kosong.lua
    expect_exit 0 spbe templates check kosong.lua
    expect_exit 0 spbe report "$ROOT/tests/examples/kota-bandar-lampung-2023.json" --template kosong.lua -o kosong.html
    expect_file '<title>Satu</title>' kosong.html
    echo 'sheet("Satu"):view({ hidden = true })' >tidak.lua
    expect_exit 4 spbe report "$ROOT/tests/examples/kota-bandar-lampung-2023.json" --template tidak.lua -o tidak.html
    expect_stderr 'tidak.lua: templat tidak menggambar satu lembar pun yang terlihat'
}
