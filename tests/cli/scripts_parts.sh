# spbe run: scripts of several files, drawings of their own, and what helps people who mistype.

# Protects who keeps common functions in one place: a file beside the script runs once, is found by any name, may
# include others; the history names it, too.
test_files_beside_the_script_are_included_once()
{
    mkdir -p skrip/bantu milik
    cat >skrip/utama.lua <<'LUA'
local angka = include("angka.lua")
print(angka.dua(21), include("angka.lua") == angka, include("./angka.lua") == angka, include("bantu/kata.lua"))
print(include("milik/luar.lua"))
local kota = spbe.open(arg[1])
kota:claim("I01", 2)
LUA
    printf 'print("sekali")\nreturn { dua = function(x) return x * 2 end }\n' >skrip/angka.lua
    printf 'return include("angka.lua").dua(1) .. " kata"\n' >skrip/bantu/kata.lua
    echo 'return "luar"' >milik/luar.lua
    spbe new k.spbe --instrument spbe-2020 --agency K --kind kota --year 2024 --as Siti >/dev/null
    expect_exit 0 spbe run --as Siti --allow milik skrip/utama.lua k.spbe
    printf 'sekali\n42\ttrue\ttrue\t2 kata\nluar\n' >wanted
    expect_same wanted "$OUT"
    spbe history k.spbe --json >history.jsonl
    expect_file "\"origin\":\"script utama.lua $(sha256sum <skrip/utama.lua | cut -c1-64), angka.lua" history.jsonl
    expect_file ", milik/luar.lua $(sha256sum <milik/luar.lua | cut -c1-64)\"" history.jsonl
    expect_exit 3 spbe run --as Siti skrip/utama.lua k.spbe
    expect_stderr "skrip/utama.lua:3: berkas 'milik/luar.lua' tidak ada di samping skrip"
}

# Protects its author: whatever is wrong in an included file names that file and its line; cycles end; and nothing
# outside of the script's folder is reached.
test_an_included_file_answers_for_itself()
{
    mkdir -p skrip/bantu
    local text status
    echo 'include("bantu/isi.lua")' >skrip/a.lua
    echo 'return 1' >luar.lua
    ln -s ../luar.lua skrip/tautan.lua
    while IFS='|' read -r status text lua; do
        printf 'local x\n%s\n' "$lua" >skrip/bantu/isi.lua
        expect_exit "$status" spbe run skrip/a.lua
        expect_stderr "$text"
    done <<'END'
4|spbe: skrip/bantu/isi.lua:2: bukan Lua yang benar|x = = 1
4|spbe: skrip/bantu/isi.lua:2: berhenti karena galat|x.y = 1
3|spbe: skrip/bantu/isi.lua:2: tidak.txt: skrip tidak boleh|spbe.read("tidak.txt")
4|spbe: skrip/bantu/isi.lua:2: 'a.lua' memuat dirinya sendiri|include("a.lua")
4|spbe: skrip/bantu/isi.lua:2: 'bantu/isi.lua' memuat dirinya sendiri|include("bantu/isi.lua")
3|spbe: skrip/bantu/isi.lua:2: berkas '../luar.lua' tidak ada|include("../luar.lua")
3|spbe: skrip/bantu/isi.lua:2: berkas 'tautan.lua' tidak ada|include("tautan.lua")
4|argumen ke-1 dari include(file)|include(7)
END
    printf 'print(pcall(include, "rusak.lua"))\nprint(pcall(include, "rusak.lua"))\n' >b.lua
    echo 'error("aduh")' >rusak.lua
    expect_exit 0 spbe run b.lua
    printf 'false\trusak.lua:1: aduh\nfalse\trusak.lua:1: aduh\n' >wanted
    expect_same wanted "$OUT"
    printf 'include("rusak.lua")\n' | spbe run --allow . -i 2>"$ERR" || true
    expect_stderr 'spbe: rusak.lua:1: berhenti karena galat: aduh'
}

# Protects reports that a script draws itself: they are those that a template draws, in both forms, and stand there
# whole or not at all.
test_drawings_are_those_of_templates()
{
    cat >gambar.lua <<'LUA'
style("judul", { bold = true, size = 14 })
local page = sheet("Nilai")
page:columns(1, 1, 20)
page:text(1, 1, "Kota", "judul")
for i = 1, 2000 do page:cells(i + 1, 1, { "Kota " .. i, i, false }) end
page:formula(2002, 2, "=SUM(" .. ref(2, 2, 2001, 2) .. ")", 2001000)
local other = sheet("Lain")
other:link(1, 1, page, 1, 1, "ke nilai")
define("total", "=" .. at(page, 2002, 2))
LUA
    { echo 'local book = spbe.workbook(arg[1], { year = 2024 })
local at, ref = spbe.at, spbe.ref'
      sed -e 's/^style(/book:style(/' -e 's/= sheet(/= book:sheet(/' -e 's/^define(/book:define(/' gambar.lua
      echo 'book:close()'; } >skrip.lua
    echo 'spbe.draw(arg[1], "gambar.lua", { a = 1 }, { year = 2024 })' >lewat.lua
    expect_exit 0 spbe run skrip.lua a.xlsx
    expect_exit 0 spbe run --allow . lewat.lua b.xlsx
    expect_same a.xlsx b.xlsx
    expect_exit 0 spbe run skrip.lua a.html
    expect_file 'Kota 2000' a.html
    cat >dua.lua <<'LUA'
local one, other = spbe.workbook("satu.xlsx"), spbe.workbook("dua.xlsx")
local a, b = one:sheet("A"), other:sheet("B")
for i = 1, 5 do a:number(i, 1, i) b:number(i, 1, -i) end
print(pcall(b.text, b, 0, 1, "x"))
one:close()
other:close()
print(pcall(one.close, one))
print(pcall(one.sheet, one, "lagi"))
print(pcall(a.text, a, 1, 1, "lagi"))
print(#spbe.read_table("satu.xlsx"), spbe.read_table("dua.xlsx")[5][1])
spbe.workbook("tidak-jadi.xlsx"):sheet("C"):text(1, 1, "x")
LUA
    expect_exit 0 spbe run --allow . dua.lua
    expect_stdout "$(printf '5\t-5')"
    [ "$(grep -c '^false	.*ini sudah ditutup' "$OUT")" = 3 ] || { show output "$OUT"; fail 'closed'; }
    [ ! -e tidak-jadi.xlsx ] || fail 'a drawing that was not closed is there'
}

# Protects who looks for the mistake: a drawing that cannot be done names its own line, leaves what was there, and the
# prompt goes on.
test_a_drawing_that_fails_names_its_line()
{
    echo lama >x.xlsx
    local text status
    while IFS='|' read -r status text lua; do
        printf 'local book = spbe.workbook(arg[1])\nlocal page = book:sheet("A")\n%s\n\nbook:close()\n' "$lua" >g.lua
        expect_exit "$status" spbe run g.lua x.xlsx
        expect_stderr "$text"
        [ "$(cat x.xlsx)" = lama ] || fail 'half a drawing was written'
    done <<'END'
4|spbe: g.lua:3: gaya 'tidak-ada' tidak ada|page:text(1, 1, "x", "tidak-ada")
4|spbe: g.lua:3: |book:sheet("A")
4|spbe: g.lua:3: tidak mengenal nama 'workbook:shet'; mungkin maksud Anda workbook:sheet|book:shet("B")
4|argumen ke-1 (sheet:text(row, column, text [, style]))|page:text(0, 1, "x")
4|workbook:style(name, options)|book.style("x", {})
3|spbe: g.lua:3: berkas 'logo.png' tidak ada|page:image(1, 1, "logo.png")
END
    expect_exit 3 spbe run g.lua x.pdf
    expect_stderr 'harus berakhir dengan salah satu dari: .xlsx, .html'
    printf '%s\n' 'b = spbe.workbook("p.xlsx")' 's = b:sheet("A")' 's:text(1, 1, "x", "tidak")' 'b:close()' '1 + 1' |
        spbe run --allow . -i >"$OUT" 2>"$ERR"
    expect_stdout 2
    expect_stderr "spbe: -:1: gaya 'tidak' tidak ada"
    [ ! -e p.xlsx ] || fail 'half a drawing was written'
}

# Protects assessments: what was closed is closed, even when another file was opened since.
test_what_is_closed_is_not_another_file()
{
    for name in a b; do
        spbe new "$name.spbe" --instrument spbe-2020 --agency "$name" --kind kota --year 2024 --as Siti >/dev/null
    done
    cat >tutup.lua <<'LUA'
local a = spbe.open("a.spbe")
a:close()
local b = spbe.open("b.spbe")
print(pcall(a.claim, a, "I01", 3))
print(b:about().entries)
LUA
    expect_exit 0 spbe run --as Siti --allow . tutup.lua
    expect_stdout 'false	ini sudah ditutup'
    spbe export b.spbe -o b.json
    ! grep -q claimed b.json || fail 'another assessment was changed'
}
