# Evidence in forms: documents named in cells become items, three ways and without loss; their contents come
# from a folder and from nowhere else.

export SPBE_USER=Siti
FILL=$ROOT/tests/sheets/fill.py

fresh()
{
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 >/dev/null
}

form()
{
    spbe form kota.spbe -o "$1" --indicators I01,I02,I03
}

fill()
{
    /usr/bin/python3 "$FILL" "$@"
}

# expect_items WANTED: the evidence of the file, an item a line: id, indicator, title, number, date, pages,
# file, what it supports, and "isi" where its content is there.
expect_items()
{
    spbe evidence list kota.spbe --json --all >items.json
    /usr/bin/python3 - >items <<'PY'
import json
for line in open("items.json"):
    item = json.loads(line)
    texts = [item[key] or "" for key in ("id", "indicator", "title", "number", "date", "pages", "file")]
    print("|".join(texts + [",".join(item["supports"]), "isi" if item["size"] else ""]))
PY
    printf '%s' "$1" >wanted
    cmp -s items wanted || { diff wanted items; fail 'the evidence is not as wanted'; }
}

# One document in several rows is one item that supports all of them; each indicator has its own. The same form
# again changes nothing; the next form begins with what is there.
test_forms_evidence__same_document_is_one_item()
{
    fresh
    form form.xlsx
    fill form.xlsx isi.xlsx I01.2.a:title='Perwali 12' I01.2.a:number=12/2023 I01.2.a:date=1/5/2023 \
        I01.2.a:pages=4 I01.2.a:file=perwali.pdf I01.2.b:file=perwali.pdf I01.2.b:pages=7 \
        I01.3.a:title='Perwali 12' I01.3.a:number=12/2023 I02.2.a:file=perwali.pdf \
        +1:title=Laporan +1:supports='I01.4.b, I03.2.a'
    expect_exit 0 spbe import kota.spbe isi.xlsx --lang en
    expect_stderr 'isi.xlsx: 2 documents are named whose contents are not in the file yet'
    expect_items 'E1|I01|Perwali 12|12/2023|2023-05-01|4; 7|perwali.pdf|I01.2.a,I01.2.b,I01.3.a|
E2|I02|||||perwali.pdf|I02.2.a|
E3|I01|Laporan|||||I01.4.b|
E4|I03|Laporan|||||I03.2.a|
'
    cp kota.spbe before.spbe
    expect_exit 0 spbe import kota.spbe isi.xlsx --lang en
    expect_stderr '0 changes taken in'
    expect_same kota.spbe before.spbe
    form next.xlsx
    sound next.xlsx
    expect_exit 0 spbe import kota.spbe next.xlsx --lang en
    expect_stderr '0 changes taken in'
    expect_exit 0 spbe history kota.spbe I01
    expect_stdout 'import isi.xlsx'
}

# Three ways, cell by cell: only the form, only the file, both.
test_forms_evidence__three_ways()
{
    fresh
    echo satu >perwali.pdf
    spbe attach kota.spbe I01.2.a,I01.2.b perwali.pdf --title Perwali --number 12 --pages 3 >/dev/null
    form form.xlsx
    spbe evidence describe kota.spbe E1 --number 12/2023 >/dev/null
    fill form.xlsx a.xlsx I01.2.b:title='Peraturan Wali Kota' I01.2.b:pages=
    expect_exit 0 spbe import kota.spbe a.xlsx --lang en
    expect_stderr '2 changes taken in'
    fill form.xlsx b.xlsx I01.2.a:number=13
    expect_exit 3 spbe import kota.spbe b.xlsx --lang en
    expect_stderr "b.xlsx: 1 Kebijakan Internal SPBE!G8: E1: the form says '13', the file meanwhile '12/2023'"
    expect_exit 0 spbe import kota.spbe b.xlsx --ours --lang en
    expect_stderr '0 changes taken in'
    expect_exit 0 spbe import kota.spbe b.xlsx --theirs --lang en
    expect_items 'E1|I01|Peraturan Wali Kota|13|||perwali.pdf|I01.2.a,I01.2.b|isi
'
}

# An emptied row takes nothing away, and says so; a row with another document leaves the first one standing.
test_forms_evidence__nothing_is_taken_back()
{
    fresh
    echo satu >perwali.pdf
    spbe attach kota.spbe I01.2.a perwali.pdf --title Perwali --date 2023-05-01 >/dev/null
    spbe attach kota.spbe I02.2.a,I02.2.b perwali.pdf --title Perwali >/dev/null
    form form.xlsx
    fill form.xlsx kosong.xlsx I01.2.a:title= I01.2.a:date= I01.2.a:file= E2:supports=
    cp kota.spbe before.spbe
    expect_exit 0 spbe import kota.spbe kosong.xlsx --lang en
    expect_stderr 'kosong.xlsx: 1 Kebijakan Internal SPBE!F8: was emptied, which takes nothing away: E1 stays'
    expect_stderr 'kosong.xlsx: Daftar Bukti!H6: was emptied, which takes nothing away: E2 stays'
    expect_stderr '0 changes taken in'
    expect_same kota.spbe before.spbe
    fill form.xlsx lain.xlsx I01.2.a:title='SK Tim' I01.2.a:date=2024-02-29 I01.2.a:file=sk.pdf
    expect_exit 0 spbe import kota.spbe lain.xlsx --lang en
    expect_stderr 'names another document: it becomes E3, and E1 stays as evidence'
    expect_items 'E1|I01|Perwali||2023-05-01||perwali.pdf|I01.2.a|isi
E2|I02|Perwali||||perwali.pdf|I02.2.a,I02.2.b|isi
E3|I01|SK Tim||2024-02-29||sk.pdf|I01.2.a|
'
    expect_exit 0 spbe import kota.spbe lain.xlsx --lang en
    expect_stderr '0 changes taken in'
}

# The register: what an item supports can be changed there, also towards other indicators.
test_forms_evidence__register()
{
    fresh
    echo satu >perwali.pdf
    spbe attach kota.spbe I01.2.b,I01.2.a perwali.pdf --title Perwali >/dev/null
    form form.xlsx
    fill form.xlsx isi.xlsx E1:supports='I01.2.a, I01.3.a; I02.2.a' E1:number=12
    expect_exit 0 spbe import kota.spbe isi.xlsx
    expect_items 'E1|I01|Perwali|12|||perwali.pdf|I01.2.a,I01.3.a|isi
E2|I02|Perwali|12|||perwali.pdf|I02.2.a|
'
    expect_exit 0 spbe import kota.spbe isi.xlsx --lang en
    expect_stderr '0 changes taken in'
}

# Verified, locked and withdrawn: never overwritten or put forward again silently.
test_forms_evidence__verified_locked_and_withdrawn()
{
    fresh
    form form.xlsx
    fill form.xlsx isi.xlsx I01.2.a:title=Perwali I02.2.a:title=SK
    spbe rate kota.spbe I01 2 --reason cukup >/dev/null
    spbe lock kota.spbe I02 >/dev/null
    expect_exit 3 spbe import kota.spbe isi.xlsx --lang en
    expect_stderr 'F8: I01 is verified already'
    expect_stderr 'F27: I02: is locked'
    expect_exit 0 spbe import kota.spbe isi.xlsx --ours
    expect_items ''
    fill form.xlsx lain.xlsx I03.2.a:title=Laporan
    spbe import kota.spbe lain.xlsx >/dev/null 2>&1
    spbe evidence withdraw kota.spbe E1 --reason keliru >/dev/null
    expect_exit 3 spbe import kota.spbe lain.xlsx --lang en
    expect_stderr 'E1 is this document and was withdrawn (keliru)'
    expect_exit 0 spbe import kota.spbe lain.xlsx --ours --lang en
    expect_stderr '0 changes taken in'
    expect_exit 0 spbe import kota.spbe lain.xlsx --theirs
    expect_stdout 'E2'
}

# Contents: exact names, then names that differ in capitals or accents; once for the same bytes.
test_forms_evidence__contents_from_a_folder()
{
    fresh
    mkdir -p bukti/2024 bukti/lama
    echo satu >bukti/2024/Perwali.PDF
    printf 'dua' >"$(printf 'bukti/R\303\251sume.pdf')"
    echo tiga >bukti/2024/sk.pdf
    echo empat >bukti/lama/sk.pdf
    echo rahasia >rahasia.pdf
    ln -s ../rahasia.pdf bukti/tautan.pdf
    ln -s .. bukti/naik
    form form.xlsx
    fill form.xlsx isi.xlsx I01.2.a:file=perwali.pdf "I01.2.b:file=$(printf 're\314\201sume.pdf' | sed 's/^r/R/')" \
        I01.3.a:file=sk.pdf I01.3.b:file=2024/sk.pdf I01.3.c:file=tautan.pdf I01.3.d:file=rahasia.pdf \
        I01.3.e:file=https://contoh.go.id/a.pdf
    expect_exit 0 spbe import kota.spbe isi.xlsx --evidence bukti --lang en
    expect_stderr "isi.xlsx: 1 Kebijakan Internal SPBE!J11: 'sk.pdf' is in the folder 2 times"
    expect_stderr "isi.xlsx: 1 Kebijakan Internal SPBE!J13: 'tautan.pdf' is not in the folder; only its name is kept"
    expect_stderr "J14: 'rahasia.pdf' is not in the folder"
    spbe evidence list kota.spbe --json >list
    [ "$(grep -c '"size":[0-9]' list)" = 3 ] || fail 'three contents are wanted'
    cp kota.spbe before.spbe
    expect_exit 0 spbe import kota.spbe isi.xlsx --evidence bukti --lang en
    expect_stderr '0 changes taken in'
    expect_same kota.spbe before.spbe
    expect_exit 0 spbe verify kota.spbe
    expect_exit 0 spbe import kota.spbe isi.xlsx --evidence bukti --dry-run
}

# Documents that come with a form are looked into as attached ones are.
test_forms_evidence__contents_are_looked_into()
{
    command -v pdftotext >/dev/null || return 0
    fresh
    mkdir bukti
    printf '%%PDF-1.4\nbukan PDF yang benar\n' >bukti/perwali.pdf
    form form.xlsx
    fill form.xlsx isi.xlsx I01.2.a:file=perwali.pdf
    expect_exit 0 spbe import kota.spbe isi.xlsx --evidence bukti
    expect_exit 0 spbe history kota.spbe --json
    expect_stdout '"field":"inspection"'
    expect_exit 0 spbe verify kota.spbe
}

# A file named otherwise is a newer version, when its content comes; until then the old one stays.
test_forms_evidence__newer_versions()
{
    fresh
    echo satu >perwali.pdf
    spbe attach kota.spbe I01.2.a,I01.2.b perwali.pdf --title Perwali >/dev/null
    form form.xlsx
    fill form.xlsx isi.xlsx I01.2.a:file=perwali-baru.pdf
    expect_exit 0 spbe import kota.spbe isi.xlsx --lang en
    expect_stderr "J8: E1 keeps its document 'perwali.pdf'; another one takes its place with --evidence DIR"
    expect_stderr '0 changes taken in'
    mkdir bukti
    echo dua >bukti/perwali-baru.pdf
    expect_exit 0 spbe import kota.spbe isi.xlsx --evidence bukti
    expect_items 'E1|I01|Perwali||||perwali.pdf|I01.2.a,I01.2.b|isi
E2|I01|Perwali||||perwali-baru.pdf|I01.2.a,I01.2.b|isi
'
    expect_exit 0 spbe import kota.spbe isi.xlsx --evidence bukti --lang en
    expect_stderr '0 changes taken in'
    [ "$(spbe evidence list kota.spbe --json | wc -l)" = 1 ] || fail 'one item should stand'
}

# Dates as people type them, and as workbooks keep them, counted from 1900 or from 1904.
test_forms_evidence__dates()
{
    fresh
    form form.xlsx
    fill form.xlsx isi.xlsx I01.2.a:title=a I01.2.a:date=45291 I01.2.b:title=b I01.2.b:date=2023-12-31 \
        I01.3.a:title=c I01.3.a:date=31/12/2023 I01.3.b:title=d I01.3.b:date='31 Desember 2023' \
        I01.3.c:title=e I01.3.c:date=1-2-2023
    expect_exit 0 spbe import kota.spbe isi.xlsx
    expect_items 'E1|I01|a||2023-12-31|||I01.2.a|
E2|I01|b||2023-12-31|||I01.2.b|
E3|I01|c||2023-12-31|||I01.3.a|
E4|I01|d||2023-12-31|||I01.3.b|
E5|I01|e||2023-02-01|||I01.3.c|
'
    fill form.xlsx lain.xlsx I02.2.a:title=f I02.2.a:date=43829 --1904
    expect_exit 0 spbe import kota.spbe lain.xlsx --lang en
    expect_stdout 'E6 document date'
    expect_stdout '2023-12-31'
    [ "$(spbe evidence list kota.spbe I02 --json | grep -c '2023-12-31')" = 1 ] || fail '1904 is not minded'
}

# All problems at once, each with its cell; no name of the form leads out of the folder.
test_forms_evidence__all_problems_at_once()
{
    fresh
    form form.xlsx
    /usr/bin/python3 -c 'print("I01.3.b:title=" + "é" * 16400, end="")' >long
    fill form.xlsx isi.xlsx I01.2.a:title=Perwali I01.2.a:date=31/02/2024 I01.2.b:file=../rahasia.pdf \
        I01.3.a:file=/etc/passwd I01.3.c:file='C:\bukti\a.pdf' I01.3.d:pages=4 "$(cat long)" \
        I01.4.a:title=SK I01.4.a:file=sk.pdf I01.4.b:title=Lain I01.4.b:file=sk.pdf \
        +1:title=Laporan +1:supports='I01.2.a, I99.1.x' +2:title=Laporan I02.2.a:date=2023 I02.2.a:title=SK
    cp kota.spbe before.spbe
    expect_exit 3 spbe import kota.spbe isi.xlsx --lang en
    expect_stderr "isi.xlsx: 1 Kebijakan Internal SPBE!H8: '31/02/2024' is no date of a document"
    expect_stderr "J9: '../rahasia.pdf' is a place on a disk"
    expect_stderr "J11: '/etc/passwd' is a place on a disk"
    expect_stderr "J13: 'C:\\bukti\\a.pdf' is a place on a disk"
    expect_stderr 'F14: the row names no document'
    expect_stderr 'F12: is longer than the limit of 32767 bytes'
    expect_stderr "F20: says 'Lain', but row 19 of \"1 Kebijakan Internal SPBE\" says 'SK' of the same document"
    expect_stderr 'isi.xlsx: Daftar Bukti!H6: I99.1.x: is no criterion of spbe-2020'
    expect_stderr 'isi.xlsx: Daftar Bukti!H7: name the criteria that the document supports'
    expect_stderr "H27: '1905-07-15' is no date of a document"
    expect_stderr 'isi.xlsx: 10 problems were found; nothing was changed'
    expect_same kota.spbe before.spbe
}

# LibreOffice keeps every kind of cell: real dates, texts, numbers, links.
test_forms_evidence__through_libreoffice()
{
    plain_only
    fresh
    echo satu >perwali.pdf
    spbe attach kota.spbe I01.2.a perwali.pdf --title 'Perwali & "kutip"' --date 2023-05-01 --pages 3-7 >/dev/null
    form form.xlsx
    fill form.xlsx isi.xlsx I02.2.a:title='SK é' I02.2.a:number=188 I02.2.a:date=45351 \
        I02.2.a:file='https://contoh.go.id/a?b=1&c=2' +1:title=Laporan +1:date=45352 +1:supports=I03.2.a
    mkdir saved
    office isi.xlsx saved
    expect_exit 0 spbe import kota.spbe saved/isi.xlsx --lang en
    expect_stderr '10 changes taken in'
    expect_items 'E1|I01|Perwali & "kutip"||2023-05-01|3-7|perwali.pdf|I01.2.a|isi
E2|I02|SK é|188|2024-02-29||https://contoh.go.id/a?b=1&c=2|I02.2.a|
E3|I03|Laporan||2024-03-01|||I03.2.a|
'
    expect_exit 0 spbe import kota.spbe isi.xlsx --lang en
    expect_stderr '0 changes taken in'
}
