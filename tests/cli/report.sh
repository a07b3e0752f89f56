# The report: workbook and JSON. LibreOffice recalculates what the program stored; what it cannot open, or
# computes differently, a leader would see.

TOOL=$ROOT/tests/cli/workbook.py
ASSESS=$ROOT/tests/cli/assess.py

# Writes NAME.json, an assessment of that mode and seed, and NAME.xlsx.
make_report()
{
    local name=$1 mode=$2 seed=$3
    shift 3
    [ -e pack.json ] || spbe rules show spbe-2020 --json --year 2024 >pack.json
    /usr/bin/python3 "$ASSESS" pack.json "$mode" "$seed" "$name-changed.json" >"$name.json"
    expect_exit 0 spbe report "$name.json" -o "$name.xlsx" "$@"
    expect_no_stderr
    expect_no_stdout
}

test_report_recalculated_by_libreoffice_is_what_is_stored()
{
    make_report kota mixed 1
    recalculates kota.xlsx 900
}

test_report_recalculates_with_full_evidence_and_in_english()
{
    make_report full full 2 --lang en --target 3.5
    recalculates full.xlsx 900
    /usr/bin/python3 "$TOOL" show full.xlsx >cells.txt
    expect_file $'Summary\tA7\tformula\t5' cells.txt
    expect_file $'Target 3.50' cells.txt
}

test_report_recalculates_with_partial_data()
{
    make_report part partial 3
    recalculates part.xlsx 900
    /usr/bin/python3 "$TOOL" show part.xlsx >cells.txt
    expect_file 'sementara: belum semua bernilai' cells.txt
}

test_report_recalculates_when_nothing_is_answered()
{
    make_report none unanswered 4
    recalculates none.xlsx 900
    /usr/bin/python3 "$TOOL" show none.xlsx >cells.txt
    expect_file $'Ringkasan\tA7\tformula\t1' cells.txt
    expect_file 'Belum ada bukti dukung.' cells.txt
}

test_report_of_a_year_without_guide_criteria_and_with_rounded_reading()
{
    spbe rules show spbe-2020 --json --year 2021 >pack.json
    /usr/bin/python3 "$ASSESS" pack.json mixed 5 | sed 's/"year": 2024/"year": 2021/' >lama.json
    expect_exit 0 spbe report lama.json -o lama.xlsx
    recalculates lama.xlsx 900
    /usr/bin/python3 "$TOOL" show lama.xlsx >cells.txt
    expect_file 'indeks yang sudah dibulatkan' cells.txt
}

test_report_catches_a_planted_wrong_value()
{
    make_report kota mixed 6
    /usr/bin/python3 "$TOOL" plant kota.xlsx planted.xlsx Indikator G9 4.25
    mkdir again
    /usr/bin/python3 "$TOOL" recalculate planted.xlsx again
    /usr/bin/python3 "$TOOL" compare planted.xlsx again/planted.xlsx >found.txt
    expect_file ' formulas, 1 differ' found.txt
    expect_file 'Indikator!G9' found.txt
}

# What is typed into the workbook gives what the engine gives for the same change.
test_report_edited_in_a_spreadsheet_follows_the_engine()
{
    plain_only
    local seed
    for seed in 7 8; do
        make_report kota mixed $seed
        expect_exit 0 spbe report kota-changed.json -o wanted.json --basis supported
        /usr/bin/python3 "$TOOL" apply kota.xlsx typed.xlsx kota-changed.json.cells 'didukung bukti'
        rm -rf again && mkdir again
        /usr/bin/python3 "$TOOL" recalculate typed.xlsx again
        /usr/bin/python3 "$TOOL" agrees again/typed.xlsx wanted.json supported || fail "seed $seed"
        /usr/bin/python3 "$TOOL" show again/typed.xlsx >cells.txt
        expect_file $'\tBEDA' cells.txt
    done
}

test_report_basis_can_be_chosen_in_the_workbook()
{
    make_report kota mixed 9
    expect_exit 0 spbe report kota.json -o wanted.json --basis claimed
    : >nothing.cells
    /usr/bin/python3 "$TOOL" apply kota.xlsx typed.xlsx nothing.cells klaim
    mkdir again
    /usr/bin/python3 "$TOOL" recalculate typed.xlsx again
    /usr/bin/python3 "$TOOL" agrees again/typed.xlsx wanted.json claimed
    /usr/bin/python3 "$TOOL" show again/typed.xlsx >cells.txt
    expect_file $'\tsama' cells.txt
}

test_report_same_input_gives_same_bytes()
{
    make_report kota mixed 10
    cp kota.xlsx first.xlsx
    sleep 1.1
    TZ=Asia/Jayapura LANG=en_US.UTF-8 expect_exit 0 spbe report kota.json -o kota.xlsx --lang id
    expect_same first.xlsx kota.xlsx
}

test_report_text_of_people_stays_text()
{
    make_report kota mixed 11
    /usr/bin/python3 "$TOOL" show kota.xlsx >cells.txt
    expect_file $'Ringkasan\tA2\ts\t=Kota Contoh' cells.txt
    expect_file $'\ts\t=Laporan kegiatan' cells.txt
    expect_file $'\ts\t@Dokumen Peta Rencana' cells.txt
    ! grep -P '\tformula\t[=+@-].*(Kota|Laporan|Notula|Dokumen)' cells.txt || fail 'a text became a formula'
}

test_report_saved_as_json_renders_again_to_the_same_bytes()
{
    make_report kota mixed 12
    expect_exit 0 spbe report kota.json -o saved.json
    expect_exit 0 spbe report saved.json -o again.xlsx
    expect_same kota.xlsx again.xlsx
}

# The short form has no criteria: the workbook then has no sheets for them, and its values still agree.
test_report_of_a_document_without_levels()
{
    make_report kota mixed 13
    expect_exit 0 spbe evaluate kota.json --json short.json
    expect_exit 0 spbe report short.json -o short.xlsx
    recalculates short.xlsx 300
    /usr/bin/python3 "$TOOL" show short.xlsx >cells.txt
    ! grep -q '^Kriteria' cells.txt || fail 'there is a sheet for criteria'
    expect_file $'\tsama' cells.txt
}

test_report_compares_with_the_former_year()
{
    make_report kota mixed 14
    sed 's/"year": 2024/"year": 2023/' kota-changed.json >lalu.json
    expect_exit 0 spbe report kota.json -o kota.xlsx --previous lalu.json
    recalculates kota.xlsx 900
    /usr/bin/python3 "$TOOL" show kota.xlsx >cells.txt
    expect_file 'Tahun 2023' cells.txt
}

test_report_of_a_published_result()
{
    expect_exit 0 spbe report "$ROOT/tests/examples/kota-bandar-lampung-2023.json" -o kota.xlsx
    sound kota.xlsx
    /usr/bin/python3 "$TOOL" cell kota.xlsx Ringkasan A7 >index.txt
    expect_file 2.1545 index.txt
}

# Whatever can be written is limited, file by file: a workbook is whole or not there.
test_report_on_a_full_disk_leaves_nothing()
{
    local size whole=0
    make_report kota mixed 15
    cp kota.xlsx whole.xlsx
    for size in 1 2 4 8 12 16 24 32 48 64 80 96 120 160 200 260 320 400; do
        rm -f kota.xlsx
        if (ulimit -f "$size"; "$SPBE" report kota.json -o kota.xlsx >"$OUT" 2>"$ERR" </dev/null); then
            expect_same whole.xlsx kota.xlsx
            whole=$((whole + 1))
        else
            [ ! -e kota.xlsx ] || fail "half a workbook at $size blocks"
            expect_stderr 'spbe: kota.xlsx: tidak dapat ditulis'
            [ "$(wc -l <"$ERR")" -eq 1 ] || fail "more than one line: $(cat "$ERR")"
        fi
        ! ls -A | piped '^\.spbe' || fail "a temporary file is left at $size blocks"
    done
    [ "$whole" -ge 1 ] && [ "$whole" -le 16 ] || fail "$whole of 18 sizes were enough"
}

test_report_keeps_the_old_file_when_the_new_one_cannot_be_made()
{
    make_report kota mixed 16
    cp kota.xlsx old.xlsx
    printf 'local s = sheet("Satu")\ns:text(1, 1, "x")\nerror("sengaja")\n' >buruk.lua
    expect_exit 4 spbe report kota.json -o kota.xlsx --template buruk.lua
    expect_stderr 'buruk.lua:3'
    expect_same old.xlsx kota.xlsx
}

# A report on a basis that holds nothing is written, and both the sentence and the status say what it is worth.
test_report_on_a_basis_without_data_says_so()
{
    local city=$ROOT/tests/examples/kota-bandar-lampung-2023.json
    for where in '-o v.xlsx' '-o v.html' '-o v.json' '--to naskah'; do
        expect_exit 1 spbe report "$city" $where --basis verified
        expect_stderr 'Kota Bandar Lampung, 2023: tidak memiliki nilai verifikasi; tiap'
    done
    expect_json v.json index.given 0
    [ -s v.xlsx ] && [ -s naskah/lhe.xlsx ] || fail 'nothing was written'
    expect_exit 0 spbe report "$city" -o c.json --basis claimed
    expect_no_stderr
}

test_report_needs_an_output_that_it_knows()
{
    make_report kota unanswered 1
    expect_exit 2 spbe report kota.json
    expect_exit 2 spbe report kota.json -o kota.pdf
    expect_exit 2 spbe report kota.json -o kota.xlsx --basis semua
    expect_exit 2 spbe report kota.json -o kota.xlsx --target tinggi
    expect_exit 0 spbe report kota.json -o kota.xlsx --target 3,5
}

test_templates_list_show_check()
{
    expect_exit 0 spbe templates list
    expect_stdout 'laporan-pimpinan'
    expect_exit 0 spbe templates show laporan-pimpinan
    expect_stdout 'include("laporan/ringkasan.lua")'
    expect_exit 0 spbe templates check laporan-pimpinan
    expect_stdout 'dapat digambar'
    printf 'local s = sheet("Satu")\ns:teks(1, 1, "x")\n' >salah.lua
    expect_exit 4 spbe templates check salah.lua
    expect_stderr 'salah.lua:2'
    expect_stderr 'sheet:teks'
    expect_exit 4 spbe templates check tidak-ada
}

# An agency's own template: beside it its own parts and pictures, behind it the program's.
test_templates_of_an_agency_use_their_own_files_and_the_programs()
{
    mkdir -p kami/bagian
    printf 'return { judul = "Judul kami" }\n' >kami/bagian/kata.lua
    /usr/bin/python3 - >kami/lambang.png <<'PY'
import struct, sys, zlib
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
sys.stdout.buffer.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)) +
                        chunk(b"IDAT", zlib.compress(b"\0" + b"\xc8\x96\x3e" * 8) * 1) + chunk(b"IEND", b""))
PY
    cat >kami/laporan.lua <<'LUA'
--- Laporan kami
local kata = include("bagian/kata.lua")
include("laporan/gaya.lua")
local s = sheet("Kami")
s:text(1, 1, kata.judul, "section")
s:image(2, 1, "lambang.png", { description = "Lambang" })
LUA
    make_report kota unanswered 1
    expect_exit 0 spbe report kota.json -o kami.xlsx --template kami/laporan.lua
    sound kami.xlsx
    /usr/bin/python3 "$TOOL" cell kami.xlsx Kami A1 >judul.txt
    expect_file 'Judul kami' judul.txt
    head -c 40 kami/lambang.png >kami/potong.png
    sed -i 's/lambang.png/potong.png/' kami/laporan.lua
    expect_exit 4 spbe report kota.json -o kami.xlsx --template kami/laporan.lua
    expect_stderr 'kami/laporan.lua:6: gambar harus berkas PNG'
    [ "$(wc -l <"$ERR")" -eq 1 ] || fail 'the library speaks too'
}

# Hostile templates, as hostile packs: refused by one sentence with their line, in little time and memory;
# the next report is unharmed. What each took goes to the file $MEASURES where there is one, for
# scripts/dev/hostile.sh.
test_templates_that_are_hostile_are_contained()
{
    local name line status user kernel kilobytes
    make_report kota unanswered 1
    cp kota.xlsx before.xlsx
    for name in "$ROOT"/tests/templates/hostile/*.lua; do
        line=$(sed -n 's/^-- wants: //p' "$name")
        cp "$name" hostile.lua
        rm -f hostile.xlsx
        status=0
        /usr/bin/time -q -o measured -f '%U %S %M' timeout 20 "$SPBE" report kota.json -o hostile.xlsx \
            --template hostile.lua --lang en >"$OUT" 2>"$ERR" || status=$?
        read -r user kernel kilobytes <measured
        case $status in 4 | 6) ;; *) show 'standard error' "$ERR"; fail "$name: status $status" ;; esac
        [ "$(wc -l <"$ERR")" -eq 1 ] || { show 'standard error' "$ERR"; fail "$name: not one sentence"; }
        grep -Eq -- "$line" "$ERR" || { show 'standard error' "$ERR"; fail "$name: no line fits $line"; }
        [ ! -e hostile.xlsx ] || fail "$name left a file"
        if ! instrumented; then
            awk -v u="$user" -v k="$kernel" 'BEGIN { exit !(u + k < 2) }' || fail "$name: took $user and $kernel s"
            [ "$kilobytes" -lt 196608 ] || fail "$name: took $kilobytes KiB"
            note_enemy template:all "$(basename "$name")" "$user" "$kernel" "$kilobytes"
        fi
    done
    expect_exit 0 spbe report kota.json -o kota.xlsx
    expect_same before.xlsx kota.xlsx
}

# What a template can call is a promise to the templates of agencies: a change must be seen.
test_templates_api_is_as_promised()
{
    expect_exit 0 spbe help template --lang en
    golden template-api.txt "$OUT"
}
