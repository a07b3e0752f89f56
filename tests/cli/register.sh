# The register of evidence: a workbook and a table with all that is known of each item.

TOOL=$ROOT/tests/cli/workbook.py
export SPBE_USER=Siti

make_file()
{
    expect_exit 0 spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota \
        --year 2024
    printf 'naskah' >rancangan.pdf
    printf 'final' >final.pdf
    expect_exit 0 spbe attach kota.spbe I11.2.a,I11.2.b rancangan.pdf --title 'Perwali 12' \
        --number 12/2023 --date 2023-05-01 --unit 'Bagian Hukum' --pages 3-7
    expect_exit 0 spbe attach kota.spbe I12.2.a final.pdf
    expect_exit 0 spbe evidence replace kota.spbe E2 rancangan.pdf --title '=HYPERLINK("x")'
}

# Wants a cell of daftar.xlsx: CELL TEXT
expect_cell()
{
    local is
    is=$(/usr/bin/python3 "$TOOL" cell daftar.xlsx Bukti "$1")
    [ "$is" = "$2" ] || fail "$1 is '$is', not '$2'"
}

test_the_workbook_holds_each_item_with_its_warnings()
{
    make_file
    expect_exit 0 spbe evidence list kota.spbe -o daftar.xlsx
    expect_no_stdout
    expect_cell B6 E1
    expect_cell C6 I11
    expect_cell D6 'I11.2.a, I11.2.b'
    expect_cell E6 'Perwali 12'
    expect_cell F6 12/2023
    expect_cell G6 2023-05-01
    expect_cell H6 'Bagian Hukum'
    expect_cell I6 3-7
    expect_cell J6 rancangan.pdf
    expect_cell K6 6
    expect_cell L6 1
    expect_cell M6 dihitung
    expect_cell B7 E3
    expect_cell E7 '=HYPERLINK("x")'
    expect_cell L7 2
    expect_cell M7 'dihitung; sama dengan E1'
    /usr/bin/python3 "$TOOL" cell daftar.xlsx Bukti N6 | piped 'dokumen final' ||
        fail 'the draft is not warned of'
    /usr/bin/python3 "$TOOL" cell daftar.xlsx Bukti O6 | tr -d '\n' |
        grep -q "$(sha256sum rancangan.pdf | cut -c 1-64)" || fail 'the SHA-256 is not there'
    /usr/bin/python3 "$TOOL" check daftar.xlsx
    cp daftar.xlsx dulu.xlsx
    expect_exit 0 spbe evidence list kota.spbe -o daftar.xlsx
    expect_same dulu.xlsx daftar.xlsx
    expect_exit 0 spbe evidence list kota.spbe --all -o daftar.xlsx
    expect_cell M7 'digantikan oleh E3'
}

# A document that lies elsewhere can be opened from its title, where its address leads to the web and nowhere else; what
# only looks like an address stays a text, and no row of it keeps the register from being written.
test_documents_of_the_web_can_be_opened()
{
    cat >isi.json <<'JSON'
{"format":"spbe-assessment/1","instrument":"spbe-2020","year":2024,"agency":{"name":"Kota Contoh","kind":"kota"},
"answers":{"I01":{"evidence":[
{"title":"Perwali 12","file":"https://jdih.contoh.id/perwali/12?tahun=2023&unduh=1#pasal-4","supports":["I01.2.a"]},
{"title":"Jahat","file":"javascript:alert(1)","supports":["I01.2.a"]},
{"title":"Spasi","file":"https://contoh.id/a b","supports":["I01.2.a"]},
{"title":"=HYPERLINK(\"http://x\")","file":"https://bank.contoh.id@jahat.contoh.id/","supports":["I01.2.a"]}]}}}
JSON
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024
    spbe import kota.spbe isi.json >/dev/null
    expect_exit 0 spbe evidence list kota.spbe -o daftar.xlsx
    /usr/bin/python3 "$TOOL" check daftar.xlsx
    expect_cell E6 'Perwali 12'
    expect_cell J6 'https://jdih.contoh.id/perwali/12?tahun=2023&unduh=1#pasal-4'
    expect_cell E9 '=HYPERLINK("http://x")'
    unzip -p daftar.xlsx xl/worksheets/_rels/sheet1.xml.rels >rels
    [ "$(grep -o 'TargetMode="External"' rels | wc -l)" = 1 ] || fail "$(cat rels)"
    expect_file 'Target="https://jdih.contoh.id/perwali/12?tahun=2023&amp;unduh=1"' rels
    expect_exit 0 spbe evidence list kota.spbe -o daftar.html
    /usr/bin/python3 "$ROOT/tests/cli/page.py" check daftar.html
    [ "$(grep -o 'rel="noopener noreferrer">[^<]*' daftar.html)" = 'rel="noopener noreferrer">Perwali 12' ] ||
        fail 'not the one document that can be opened'
}

test_an_empty_register_says_so()
{
    expect_exit 0 spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota \
        --year 2024
    expect_exit 0 spbe evidence list kota.spbe -o daftar.xlsx
    expect_cell E6 'Belum ada bukti dukung.'
}

test_the_table_opens_as_text()
{
    make_file
    expect_exit 0 spbe evidence list kota.spbe I12 --all -o daftar.csv
    /usr/bin/python3 -c 'import csv
rows = list(csv.reader(open("daftar.csv", encoding="utf-8-sig", newline=""), delimiter=";"))
assert [row[0] for row in rows] == ["Kode", "E2", "E3"], rows
assert all(len(row) == 14 for row in rows), rows
assert rows[1][11] == "digantikan oleh E3", rows[1]
assert rows[2][3].startswith("\x27="), rows[2]' || fail 'the table cannot be read'
    expect_exit 0 spbe evidence list kota.spbe -o register.csv --lang en
    grep -q '"Indicator"' register.csv || fail 'not in English'
}

test_a_register_goes_where_it_may()
{
    make_file
    cp kota.spbe sama.spbe
    expect_exit 2 spbe evidence list kota.spbe -o daftar.ods
    expect_exit 3 spbe evidence list kota.spbe I99 -o daftar.csv
    [ ! -e daftar.csv ] || fail 'a register of nothing'
    expect_exit 2 spbe evidence list kota.spbe -o kota.spbe
    expect_same sama.spbe kota.spbe
}
