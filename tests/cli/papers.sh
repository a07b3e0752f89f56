# The papers about a result: for assessors, for objections, to be signed. What is on paper must be what the
# engine computed; what the program does not know must be left to be filled in.

TOOL=$ROOT/tests/cli/workbook.py
ASSESS=$ROOT/tests/cli/assess.py
EXAMPLES=$ROOT/tests/examples

# Two indicators that an assessor rated below what was stated: I11 is proven up to level 3, I12 only claimed.
# With "accepted" the assessor then accepts both.
make_disputed()
{
    [ -e pack.json ] || spbe rules show spbe-2020 --json --year 2022 >pack.json
    /usr/bin/python3 - "${1:-}" >kota.json <<'PY'
import json, sys
def stage(name, value, reason):
    return {"stage": name, "value": value, "reason": reason, "by": "Asesor A"}
first = [stage("dokumen", 2, "lampiran belum ada"), stage("interviu", 1, "halaman pengesahan tidak terlihat")]
second = [stage("dokumen", 2, "baru rancangan")]
if sys.argv[1]:
    first.append(stage("reviu", 3, "diterima"))
    second.append(stage("reviu", 4, "diterima"))
pack = json.load(open("pack.json"))
ids = [c["id"] for d in pack["domains"] for a in d["aspects"] for i in a["indicators"] if i["id"] == "I11"
       for l in i["levels"] if l["level"] < 4 for c in l["criteria"]]
proof = {"title": "Arsitektur SPBE", "number": "12/2022", "file": "peraturan.pdf", "pages": "7-9", "supports": ids}
json.dump({"format": "spbe-assessment/1", "instrument": "spbe-2020", "year": 2022,
           "agency": {"name": "=Kota Contoh", "kind": "kota"},
           "answers": {"I11": {"claimed": 3, "criteria": {i: {"met": True} for i in ids}, "evidence": [proof], "stages": first},
                       "I12": {"claimed": 4, "stages": second}}}, sys.stdout)
PY
}

# All cells of a workbook, one a line, in cells.txt.
cells()
{
    /usr/bin/python3 "$TOOL" show "$1" >cells.txt
}

# Wants the same values from LibreOffice for all workbooks named; one conversion for all of them. In
# typed.xlsx something else was typed than what is stored: it is only converted.
all_recalculate()
{
    local book count
    PYTHONPATH=$ROOT/tests/cli /usr/bin/python3 -c 'import office, sys; office.convert_all(sys.argv[1:], "again")' "$@"
    for book in "$@"; do
        count=$(/usr/bin/python3 "$TOOL" compare "$book" "again/$(basename "$book")")
        case $book$count in typed.xlsx* | *", 0 differ") ;; *) fail "$book: $count" ;; esac
    done
}

# ---- what is disputed ------------------------------------------------------------------------------

# The gain is exact: raising I11 from 1 to 3 and I12 from 2 to 4, each of weight 2.5 %, adds 0.05.
test_a_result_tells_what_is_disputed_and_what_it_would_bring()
{
    make_disputed
    expect_exit 0 spbe report kota.json -o full.json --basis verified
    /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-report.schema.json" full.json || fail 'not by the schema'
    /usr/bin/python3 - <<'PY' >found.txt
import json
from fractions import Fraction
result = json.load(open("full.json"))
total = Fraction(0)
for domain in result["domains"]:
    for aspect in domain["aspects"]:
        for one in aspect["indicators"]:
            if "dispute" in one:
                d = one["dispute"]
                gain = (Fraction(d["wanted"]) - Fraction(str(one["verified"]))) * one["units"] / result["scale"]["units"]
                assert gain == Fraction(d["gain_exact"]), one["id"]
                total += gain
                print(one["id"], d["basis"], d["wanted"], d["gain_exact"])
assert total == Fraction(result["objection"]["all"]["gain_exact"])
after = Fraction(result["indexes"]["verified"]["exact"]) + total
assert after == Fraction(result["objection"]["all"]["exact"])
print(result["objection"]["proven"]["count"], result["objection"]["all"]["count"])
PY
    expect_file 'I11 supported 3 0.05' found.txt
    expect_file 'I12 claimed 4 0.05' found.txt
    expect_file '1 2' found.txt
}

# The index with every objection accepted is what the engine says once the assessor has accepted them.
test_accepted_objections_give_the_index_that_was_promised()
{
    make_disputed
    spbe report kota.json -o before.json --basis verified
    make_disputed accepted
    spbe report kota.json -o after.json --basis verified
    expect_json before.json objection.all.exact \
        "$(/usr/bin/python3 -c 'import json; print(json.load(open("after.json"))["index"]["exact"])')"
    expect_json after.json objection.all.count 0
}

# ---- each paper ------------------------------------------------------------------------------------

test_the_objection_names_reason_criterion_evidence_and_page()
{
    make_disputed
    expect_exit 0 spbe report kota.json --template sanggah -o sanggah.xlsx
    cells sanggah.xlsx
    expect_file 'penilaian interviu: halaman pengesahan tidak terlihat' cells.txt
    expect_file $'\tI11.3.a' cells.txt
    expect_file 'Arsitektur SPBE, nomor 12/2022, hlm. 7-9, peraturan.pdf' cells.txt
    expect_file 'klaim saja' cells.txt
    expect_file '[tanggapan instansi atas alasan asesor]' cells.txt
    expect_file 'Peraturan dan pedoman tidak mengatur masa sanggah' cells.txt
    # Equal gains stand in the order of the instrument.
    grep -n $'Sanggahan\tB[0-9]*\ts\tI1[12]$' cells.txt | cut -f4 | tr '\n' ' ' >order.txt
    expect_file 'I11 I12 ' order.txt
}

test_nothing_to_object_to_is_said_and_why()
{
    spbe report "$EXAMPLES/kota-bandar-lampung-2023.json" --template sanggah -o sanggah.xlsx
    cells sanggah.xlsx
    expect_file 'tidak ada yang disanggah' cells.txt
}

test_the_assessors_report_holds_every_indicator_criterion_and_proof()
{
    make_disputed
    expect_exit 0 spbe report kota.json --template laporan-asesor -o asesor.xlsx
    cells asesor.xlsx
    /usr/bin/python3 - <<'PY'
import json
text = open("cells.txt", encoding="utf-8").read()
pack = json.load(open("pack.json"))
for domain in pack["domains"]:
    for aspect in domain["aspects"]:
        for one in aspect["indicators"]:
            assert f"\t{one['id']}   {one['name']}" in text, one["id"]
            for level in one["levels"]:
                for criterion in level["criteria"]:
                    assert "\t" + criterion["id"] + "\n" in text, criterion["id"]
PY
    expect_file '[1] Arsitektur SPBE, nomor 12/2022' cells.txt
    expect_file 'hlm. 7-9' cells.txt
    expect_file 'Asesor, penilaian interviu: 1 (Asesor A) – halaman pengesahan tidak terlihat' cells.txt
    expect_file 'Perpres 95/2018' cells.txt
    expect_file 'bila sanggahan diterima, indeks naik 0,0500' cells.txt
}

# On paper an indicator is read as one: pages end between indicators, a longer one between its levels, and
# what stands between two ends fits on A4. The page ends at the same places as the workbook.
test_pages_end_between_indicators()
{
    make_disputed
    spbe report kota.json --template laporan-asesor -o asesor.xlsx
    spbe report kota.json --template laporan-asesor -o asesor.html
    PYTHONPATH=$ROOT/tests/cli /usr/bin/python3 - <<'PY'
import re
import workbook as tool
book = tool.Workbook("asesor.xlsx")
xml = book.archive.read(book.parts["Indikator"]).decode()
heights = {int(r): float(h) for r, h in re.findall(r'<row r="(\d+)"[^>]* ht="([0-9.]+)"', xml)}
ends = [int(i) + 1 for i in re.findall(r'<brk id="(\d+)"', xml)]
texts = {place: text for place, _, _, text in book.cells("Indikator")}
titles = [int(place[1:]) for place, text in texts.items() if re.match(r"I\d\d   ", text)]
levels = [int(place[1:]) for place, text in texts.items() if place[0] == "A" and text.startswith("Tingkat ")]
assert len(titles) == 47 and len(ends) > 20, (len(titles), len(ends))
assert set(ends) <= set(titles + levels), set(ends) - set(titles + levels)
last = max(heights)
for start, end in zip([5] + ends, ends + [last + 1]):
    used = sum(heights.get(row, 15) for row in list(range(1, 5)) + list(range(start, end)))
    assert used <= (297 - 28) * 72 / 25.4, (start, end, used)
for title, after in zip(titles, titles[1:]):
    whole = sum(heights.get(row, 15) for row in range(title, after))
    inside = [end for end in ends if title < end < after]
    assert not inside or whole > 600, (title, inside, whole)
html = open("asesor.html", encoding="utf-8").read()
assert html.count(' class="b" style') == len(ends), (html.count(' class="b" style'), len(ends))
PY
}

# What a claim stands on is told beside it, in the report that an assessor reads.
test_warnings_stand_with_their_indicator()
{
    make_disputed
    spbe report kota.json --template laporan-asesor -o asesor.xlsx
    spbe report kota.json -o full.json
    cells asesor.xlsx
    /usr/bin/python3 - <<'PY'
import json
text = open("cells.txt", encoding="utf-8").read()
problems = json.load(open("full.json"))["problems"]
assert len(problems) > 0
for problem in problems:
    assert problem["message"][1:80] in text, problem
PY
}

# What nobody told the program stays a cell to be filled in; only such cells can be changed.
test_papers_to_sign_invent_nothing()
{
    local paper
    for paper in berita-acara pernyataan lhe; do
        expect_exit 0 spbe report "$EXAMPLES/kota-bandar-lampung-2023.json" --template $paper -o $paper.xlsx
        /usr/bin/python3 "$TOOL" check $paper.xlsx >/dev/null || fail "$paper is not sound"
        cells $paper.xlsx
        expect_file '[nama' cells.txt
        expect_file '[nomor' cells.txt
        expect_file '2.1545' cells.txt
        /usr/bin/python3 - $paper.xlsx <<'PY'
import re, sys, zipfile
book = zipfile.ZipFile(sys.argv[1])
sheets = [n for n in book.namelist() if n.startswith("xl/worksheets/sheet")]
assert all(b"<sheetProtection" in book.read(n) for n in sheets if b'state="hidden"' not in book.read(n)), "not protected"
assert b'protection locked="0"' in book.read("xl/styles.xml"), "nothing can be filled in"
PY
    done
}

# The two letters have what letters of agencies have, and every blank is marked.
test_letters_have_head_number_place_and_signature()
{
    local paper text
    for paper in berita-acara pernyataan; do
        spbe report "$EXAMPLES/kota-bandar-lampung-2023.json" --template $paper -o $paper.xlsx
        cells $paper.xlsx
        for text in $'\tPEMERINTAH KOTA BANDAR LAMPUNG' '[nama perangkat daerah atau unit kerja]' \
            '[alamat, telepon, laman, pos-el]' 'NOMOR: [nomor naskah]' '[tempat, tanggal]' 'Koordinator SPBE,' \
            '[nama lengkap dengan gelar]' 'NIP. [nomor]' 'dibuat dengan sebenarnya'; do
            expect_file "$text" cells.txt
        done
    done
    cells berita-acara.xlsx
    expect_file 'Pada hari ini, [hari], tanggal [tanggal dengan huruf]' cells.txt
    expect_file 'Indeks SPBE ialah 2,15 dengan predikat Cukup' cells.txt
    spbe report "$EXAMPLES/kemenko-perekonomian-2021.json" --template pernyataan -o pernyataan.xlsx
    cells pernyataan.xlsx
    ! grep -qF -- 'PEMERINTAH KEMEN' cells.txt || fail 'PEMERINTAH KEMEN is there'
}

# The result report names the guide of its year only, shows last year beside this one, and leaves the
# ministry's figures to be filled in.
test_the_result_report_knows_its_year()
{
    spbe report "$EXAMPLES/kota-bandar-lampung-2023.json" --previous "$EXAMPLES/kemenko-perekonomian-2021.json" \
        --template lhe -o lhe.xlsx
    cells lhe.xlsx
    expect_file 'Pedoman Menteri PANRB Nomor 6 Tahun 2023' cells.txt
    ! grep -qF -- 'Nomor 962 Tahun 2021' cells.txt || fail 'Nomor 962 Tahun 2021 is there'
    ! grep -qF -- 'Nomor 3 Tahun 2024' cells.txt || fail 'Nomor 3 Tahun 2024 is there'
    expect_file 'Sebaran predikat' cells.txt
    expect_file 'Target menurut aturan: indeks paling rendah 2,60 (belum tercapai)' cells.txt
    grep -qP '^Nilai\tH\d+\ts\tTahun 2021$' cells.txt || fail 'last year does not stand beside this one'
    expect_file 'keunggulan menurut aspek terbaik: ' cells.txt
    # Another instrument's year cannot stand beside this one, and that is said.
    spbe report "$EXAMPLES/kota-bandar-lampung-2023.json" --previous "$EXAMPLES/kota-denpasar-2018.json" \
        --template lhe -o lain.xlsx
    cells lain.xlsx
    expect_file 'Penilaian tahun 2018 memakai aturan lain' cells.txt
    spbe report "$EXAMPLES/kota-bandar-lampung-2023.json" --previous "$EXAMPLES/kota-denpasar-2018.json" -o lain.xlsx
    cells lain.xlsx
    expect_file '2018: aturan lain, tidak dibandingkan' cells.txt
}

test_an_incomplete_self_assessment_is_called_provisional_on_every_paper()
{
    local paper
    make_disputed
    for paper in berita-acara pernyataan lhe laporan-asesor sanggah; do
        spbe report kota.json --template $paper -o $paper.xlsx
        cells $paper.xlsx
        expect_file 'Sementara: baru' cells.txt
    done
}

# ---- all instruments, both languages ---------------------------------------------------------------

# Types "Ya" into the one cell of sanggah.xlsx where an objection is not raised: typed.xlsx.
raise_all()
{
    PYTHONPATH=$ROOT/tests/cli /usr/bin/python3 - "$1" <<'PY'
import sys
import workbook as tool
book = tool.Workbook(sys.argv[1])
no = [place for place, _, _, text in book.cells("Sanggahan") if text == "Tidak"]
assert len(no) == 1, no
tool.rewrite(sys.argv[1], "typed.xlsx", book.parts["Sanggahan"], lambda xml: tool.typed(xml, no[0], "Ya"))
PY
}

# Whatever a paper computes, LibreOffice computes too; an objection that is chosen there gives the index
# that the engine promises for all. One conversion for all workbooks, because each costs seconds.
test_papers_of_all_instruments_recalculate_equally()
{
    plain_only
    local paper name
    make_disputed
    cp "$EXAMPLES/kota-denpasar-2018.json" lama.json
    printf '{"format":"spbe-assessment/1","instrument":"pemdi-2026","year":2026,
"agency":{"name":"Kabupaten Contoh","kind":"kabupaten"},"answers":{
"I01":{"claimed":"2.5","verified":"1.26","items":{"I01.1.e1":{"met":true}}},
"I05":{"measures":{"indeks_sdi":"68.75"},"verified":"1.75"}}}\n' >pemdi.json
    spbe templates new kami.lua >/dev/null
    for paper in lhe sanggah laporan-asesor berita-acara pernyataan kami.lua; do
        expect_exit 0 spbe report kota.json --template $paper -o kota-$paper.xlsx --basis verified
        for name in lama pemdi; do
            expect_exit 0 spbe --lang en report $name.json --template $paper -o $name-$paper.xlsx
            /usr/bin/python3 "$TOOL" check $name-$paper.xlsx >/dev/null || fail "$name-$paper is not sound"
        done
    done
    raise_all kota-sanggah.xlsx
    all_recalculate kota-lhe.xlsx kota-sanggah.xlsx lama-lhe.xlsx pemdi-lhe.xlsx pemdi-sanggah.xlsx \
        kota-kami.lua.xlsx lama-kami.lua.xlsx pemdi-kami.lua.xlsx typed.xlsx
    spbe report kota.json -o full.json --basis verified
    expect_json full.json objection.all.exact 1.125
    cells again/typed.xlsx
    grep -qP '^Sanggahan\tJ\d+\tformula\t1\.125$' cells.txt || fail 'another index than the engine promises'
    cells pemdi-sanggah.xlsx
    expect_file '1.26' cells.txt
    cells pemdi-lhe.xlsx
    expect_file 'LAPORAN HASIL EVALUASI PEMERINTAH DIGITAL' cells.txt
    expect_file 'Indeks Pemdi' cells.txt
}

# A paper that an instrument is not known to ask for says so, in print.
test_a_paper_of_unknown_standing_says_so()
{
    printf '{"format":"spbe-assessment/1","instrument":"pemdi-2026","year":2026,
"agency":{"name":"Kabupaten Contoh","kind":"kabupaten"},"answers":{"I01":{"claimed":"2.5"}}}\n' >pemdi.json
    local paper
    for paper in berita-acara pernyataan lhe; do
        spbe report pemdi.json --template $paper -o $paper.xlsx
        cells $paper.xlsx
        expect_file 'Naskah PermenPANRB 8/2026 tidak terbaca' cells.txt
        spbe report "$EXAMPLES/kota-denpasar-2018.json" --template $paper -o $paper.xlsx
        cells $paper.xlsx
        expect_file 'Lampiran Permen PANRB 5/2018 tidak terbaca' cells.txt
    done
}

# A pack without words for papers can still have them drawn.
test_papers_of_a_pack_without_their_words()
{
    local paper
    cp -r "$ROOT/rules/spbe-2018" paket
    /usr/bin/python3 - <<'PY'
text = open("paket/pack.lua", encoding="utf-8").read()
at = text.index("  papers = {")
open("paket/pack.lua", "w", encoding="utf-8").write(text[:at] + "}\n")
PY
    for paper in lhe laporan-asesor sanggah berita-acara pernyataan; do
        expect_exit 0 spbe report "$EXAMPLES/kota-denpasar-2018.json" --rules ./paket --template $paper -o $paper.xlsx
    done
    cells berita-acara.xlsx
    expect_file 'Paket aturan tidak menyebut naskah ini.' cells.txt
}

# A result that was saved without what papers need, by --json or by an older program, still gives papers.
test_papers_of_a_plain_saved_result()
{
    local paper
    spbe evaluate "$EXAMPLES/kota-bandar-lampung-2023.json" --json plain.json
    for paper in lhe laporan-asesor sanggah berita-acara pernyataan; do
        expect_exit 0 spbe report plain.json --template $paper -o $paper.xlsx
    done
}

# Saving a saved result changes nothing, not even its end.
test_a_saved_result_is_saved_again_as_it_was()
{
    spbe report "$EXAMPLES/kota-bandar-lampung-2023.json" -o one.json
    spbe report one.json -o two.json
    expect_same one.json two.json
}

test_papers_of_the_same_input_are_the_same_bytes()
{
    make_disputed
    spbe report kota.json --to satu >/dev/null
    TZ=Asia/Jayapura LANG=en_US.UTF-8 spbe report kota.json --to dua --lang id >/dev/null
    diff -rq satu dua || fail 'two runs differ'
}

test_texts_of_people_stay_texts_on_paper()
{
    make_disputed
    for paper in lhe laporan-asesor sanggah berita-acara pernyataan; do
        spbe report kota.json --template $paper -o $paper.xlsx
        cells $paper.xlsx
        ! grep -P '\tformula\t=?Kota' cells.txt || fail 'a name became a formula'
    done
    expect_file $'\ts\t=Kota Contoh' cells.txt
}

# ---- the whole set ---------------------------------------------------------------------------------

test_to_writes_the_whole_set_and_says_what()
{
    make_disputed
    expect_exit 0 spbe report kota.json --to keluar
    expect_no_stderr
    ls keluar >names.txt
    tr '\n' ' ' <names.txt >line.txt
    expect_file 'berita-acara.xlsx hasil.json laporan-asesor.xlsx laporan-pimpinan.xlsx lhe.xlsx pernyataan.xlsx sanggah.xlsx ' line.txt
    local name
    while read -r name; do expect_stdout "$name"; done <names.txt
    expect_stdout 'keluar: semua naskah tentang hasil ini'
    spbe report kota.json -o alone.json
    expect_same alone.json keluar/hasil.json
    spbe report kota.json -o alone.xlsx
    expect_same alone.xlsx keluar/laporan-pimpinan.xlsx
}

# For those who read in a browser, or print from it: the same papers as pages.
test_to_writes_pages_too()
{
    make_disputed
    expect_exit 0 spbe report kota.json --to keluar --format xlsx,html
    ls keluar | tr '\n' ' ' >line.txt
    expect_file 'lhe.html lhe.xlsx pernyataan.html pernyataan.xlsx sanggah.html sanggah.xlsx ' line.txt
    expect_stdout 'laporan-asesor.html'
    expect_file 'halaman pengesahan tidak terlihat' keluar/sanggah.html
    expect_file 'hlm. 7-9' keluar/laporan-asesor.html
    expect_file '[nomor naskah]' keluar/berita-acara.html
    expect_exit 0 spbe report kota.json --to halaman --format html
    expect_same keluar/lhe.html halaman/lhe.html
    [ ! -e halaman/lhe.xlsx ] || fail 'a workbook was written too'
}

# Where nothing is disputed there is no paper for it, and the reader is told why.
test_to_leaves_out_objections_where_there_are_none()
{
    expect_exit 0 spbe report "$EXAMPLES/kota-bandar-lampung-2023.json" --to keluar
    [ ! -e keluar/sanggah.xlsx ] || fail 'there is nothing to object to'
    expect_stdout 'tanpa sanggah: tidak ada nilai asesor di bawah yang diajukan atau didukung bukti'
    expect_exit 0 spbe --lang en report keluar/hasil.json --to lagi
    expect_stdout 'without sanggah'
    expect_same keluar/hasil.json lagi/hasil.json
}

test_to_takes_options_of_the_report()
{
    expect_exit 0 spbe report "$EXAMPLES/kota-bandar-lampung-2023.json" --to keluar --target 3,5 \
        --previous "$EXAMPLES/kota-bandar-lampung-2023.json" --basis claimed
    expect_json keluar/hasil.json basis claimed
    expect_exit 2 spbe report "$EXAMPLES/kota-bandar-lampung-2023.json" --to lain --target 9
    [ ! -e lain ] || fail 'a folder was left'
}

test_to_needs_a_new_or_an_empty_folder()
{
    mkdir isi kosong
    echo milik >isi/milik.txt
    expect_exit 3 spbe report "$EXAMPLES/kota-bandar-lampung-2023.json" --to isi
    ls isi >names.txt
    [ "$(cat names.txt)" = milik.txt ] || fail 'the folder was changed'
    expect_exit 0 spbe report "$EXAMPLES/kota-bandar-lampung-2023.json" --to kosong
    expect_exit 7 spbe report "$EXAMPLES/kota-bandar-lampung-2023.json" --to tidak/ada
    expect_exit 3 spbe report tidak-ada.json --to baru
    [ ! -e baru ] || fail 'a folder was left'
}

# A folder appears whole or not at all, whenever somebody presses Ctrl-C.
test_to_interrupted_leaves_nothing_or_all()
{
    local ms child
    for ms in 010 030 060 100 150 200; do
        rm -rf keluar
        env --default-signal=INT "$SPBE" report "$EXAMPLES/kota-bandar-lampung-2023.json" --to keluar >"$OUT" 2>&1 &
        child=$!
        sleep "0.$ms"
        kill -INT "$child" 2>/dev/null || true
        wait "$child" || true
        [ -z "$(find . -name '.spbe-*')" ] || fail "left behind after $ms ms: $(find . -name '.spbe-*')"
        [ ! -e keluar ] || [ "$(find keluar -type f | wc -l)" -eq 6 ] || fail "half a folder after $ms ms"
    done
}

# Sends SIGNAL to a report into FOLDER while its hidden folder is there; the process is then $CHILD. A busy machine
# may look too late, so it tries again.
catch()
{
    local try
    for try in $(seq 50); do
        rm -rf "$2"
        "$SPBE" report "$EXAMPLES/kota-bandar-lampung-2023.json" --to "$2" >"$OUT" 2>&1 &
        CHILD=$!
        until compgen -G ".spbe-*-$CHILD-*" >/dev/null || [ -e "$2" ]; do :; done
        kill -"$1" "$CHILD" 2>/dev/null || true
        if compgen -G ".spbe-*-$CHILD-*" >/dev/null; then return; fi
        wait "$CHILD" || true
    done
    fail "no report was caught in $try tries"
}

# Nothing can clean up after itself when it is killed: the next one that writes there does, and only there, and
# never over what another one is just making.
test_what_a_killed_report_left_goes_with_the_next()
{
    local left
    catch KILL keluar
    wait "$CHILD" 2>/dev/null || true
    left=$(compgen -G ".spbe-*-$CHILD-*")
    [ -d "$left" ] || fail 'nothing was left'
    mkdir lain .spbe-abcdef
    cp -r "$left" lain/
    cp -r "$left" ".spbe-0123456789abcdef-${left#.spbe-*-}"
    catch STOP hidup
    expect_exit 0 spbe report "$EXAMPLES/kota-bandar-lampung-2023.json" -o hasil.json
    [ ! -e "$left" ] || fail 'what was left is still there'
    compgen -G ".spbe-*-$CHILD-*" >/dev/null || fail 'what another one is making was removed'
    [ -d "lain/$left" ] || fail 'another folder was changed'
    [ -d .spbe-abcdef ] || fail 'a folder of somebody was removed'
    compgen -G '.spbe-0123456789abcdef-*' >/dev/null || fail 'what another machine may be making was removed'
    kill -CONT "$CHILD"
    wait "$CHILD" || fail 'the one that was held up did not end well'
    [ "$(find hidup -type f | wc -l)" -eq 6 ] || fail 'half a folder'
}

# ---- one's own -------------------------------------------------------------------------------------

test_a_new_template_draws_for_all_instruments()
{
    local name
    expect_exit 0 spbe templates new kami.lua
    expect_stdout "kami.lua: dibuat; 'spbe templates check kami.lua' menggambarnya"
    printf '{"format":"spbe-assessment/1","instrument":"pemdi-2026","year":2026,
"agency":{"name":"Kabupaten Contoh","kind":"kabupaten"},"answers":{}}\n' >pemdi.json
    cp "$EXAMPLES/kota-bandar-lampung-2023.json" kota.json
    cp "$EXAMPLES/kota-denpasar-2018.json" lama.json
    expect_exit 0 spbe templates check kami.lua
    for name in kota lama pemdi; do
        expect_exit 0 spbe templates check kami.lua $name.json
    done
}

test_a_new_template_replaces_nothing()
{
    echo milik >kami.lua
    expect_exit 3 spbe templates new kami.lua
    expect_file milik kami.lua
    expect_exit 2 spbe templates new kami.txt
    [ ! -e kami.txt ] || fail 'a file was left'
}

test_papers_are_listed_with_a_whole_title()
{
    expect_exit 0 spbe templates list
    local paper
    for paper in laporan-asesor lhe sanggah berita-acara pernyataan; do
        grep -E "^$paper +[a-z][a-z ]* +[A-Z].*\.$" "$OUT" >line.txt || fail "$paper has no title that is a sentence"
        expect_exit 0 spbe templates check $paper
        spbe templates list >"$OUT"
    done
}
