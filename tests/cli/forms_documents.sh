# Documents in conflict: what two units put forward, or one puts forward against the file, is decided as a whole:
# one document as the file describes it, one as the form does, or two.

export SPBE_USER=Siti
FILL=$ROOT/tests/sheets/fill.py

fresh()
{
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 >/dev/null
    spbe form kota.spbe -o form.xlsx --indicators I01,I02,I03
}

fill()
{
    /usr/bin/python3 "$FILL" "$@"
}

# expect_items WANTED: the evidence that stands, an item a line: id, indicator, title, number, file, criteria, "isi".
expect_items()
{
    spbe evidence list kota.spbe --json >items.json
    /usr/bin/python3 - >items <<'PY'
import json
for line in open("items.json"):
    item = json.loads(line)
    if item.get("withdrawn"):
        continue
    texts = [item[key] or "" for key in ("id", "indicator", "title", "number", "file")]
    print("|".join(texts + [",".join(item["supports"]), "isi" if item["size"] else ""]))
PY
    printf '%s' "$1" >wanted
    cmp -s items wanted || { diff wanted items; fail 'the evidence is not as wanted'; }
}

# Two units put the same file forward, each under another title.
two_units()
{
    fresh
    fill form.xlsx dinas.xlsx I01.2.a:title='Perwali 12' I01.2.a:number=12/2023 I01.2.a:file=perwali.pdf
    fill form.xlsx bagian.xlsx I01.2.b:title='Peraturan SPBE' I01.2.b:file=perwali.pdf I01.2.b:pages=4
    expect_exit 1 spbe import kota.spbe dinas.xlsx bagian.xlsx --conflicts konflik.xlsx --lang en
    expect_stderr '1 conflicts are to be decided in konflik.xlsx'
    sound konflik.xlsx
    expect_items 'E1|I01|Perwali 12|12/2023|perwali.pdf|I01.2.a|
'
}

# Nothing of the disputed document is in the file before somebody decides, and all of it is in the workbook.
test_forms_documents__two_units_describe_a_document()
{
    two_units
    unzip -p konflik.xlsx xl/sharedStrings.xml >texts
    expect_file 'I01 E1' texts
    expect_file 'Peraturan SPBE' texts
    expect_file 'bagian.xlsx: 1 Kebijakan Internal SPBE!F' texts
    expect_file 'Supports: I01.2.b' texts
    expect_file 'keduanya: they are two.' texts
    # Undecided it stays so, and is told again.
    expect_exit 1 spbe import kota.spbe konflik.xlsx --conflicts lagi.xlsx --lang en
    expect_stderr 'I01, document: not decided yet'
    unzip -p lagi.xlsx xl/sharedStrings.xml >texts
    expect_file 'Peraturan SPBE' texts
    # Without a workbook to decide in it is a problem, as before.
    expect_exit 3 spbe import kota.spbe bagian.xlsx --lang en
    expect_stderr "E1: the form says 'Peraturan SPBE', the file meanwhile 'Perwali 12'"
}

test_forms_documents__one_as_the_file_has_it()
{
    two_units
    fill konflik.xlsx putus.xlsx K1:decision=berkas
    expect_exit 0 spbe import kota.spbe putus.xlsx --lang en
    expect_items 'E1|I01|Perwali 12|12/2023|perwali.pdf|I01.2.a,I01.2.b|
'
    cp kota.spbe before.spbe
    expect_exit 0 spbe import kota.spbe putus.xlsx --lang en
    expect_same kota.spbe before.spbe
}

test_forms_documents__one_as_the_form_has_it()
{
    two_units
    fill konflik.xlsx putus.xlsx K1:decision=formulir
    expect_exit 0 spbe import kota.spbe putus.xlsx --lang en
    expect_items 'E1|I01|Peraturan SPBE|12/2023|perwali.pdf|I01.2.a,I01.2.b|
'
    cp kota.spbe before.spbe
    expect_exit 0 spbe import kota.spbe putus.xlsx --lang en
    expect_stderr '0 changes taken in'
    expect_exit 0 spbe import kota.spbe bagian.xlsx --lang en
    expect_stderr '0 changes taken in'
    expect_same kota.spbe before.spbe
}

# Both are kept; their contents come from the folder, and neither form is in conflict any more.
test_forms_documents__two_documents()
{
    two_units
    mkdir dokumen
    printf 'isi' >dokumen/perwali.pdf
    fill konflik.xlsx putus.xlsx K1:decision=keduanya
    expect_exit 0 spbe import kota.spbe putus.xlsx --evidence dokumen --lang en
    expect_items 'E1|I01|Perwali 12|12/2023|perwali.pdf|I01.2.a|
E2|I01|Peraturan SPBE||perwali.pdf|I01.2.b|isi
'
    cp kota.spbe before.spbe
    for again in putus bagian dinas; do
        expect_exit 0 spbe import kota.spbe $again.xlsx --lang en
        expect_stderr '0 changes taken in'
    done
    expect_same kota.spbe before.spbe
    expect_exit 0 spbe verify kota.spbe
    expect_exit 0 spbe history kota.spbe I01
    expect_stdout '(import putus.xlsx)'
}

# The same document from two units is no conflict: it supports the criteria of both.
test_forms_documents__the_same_from_two_units()
{
    fresh
    fill form.xlsx satu.xlsx I01.2.a:title='Perwali 12' I01.2.a:file=perwali.pdf I01.2.a:pages=4
    fill form.xlsx dua.xlsx I01.2.b:title='Perwali 12' I01.2.b:file=perwali.pdf I01.2.b:pages=7
    expect_exit 0 spbe import kota.spbe satu.xlsx dua.xlsx --conflicts konflik.xlsx --lang en
    [ ! -e konflik.xlsx ] || fail 'there is nothing to decide'
    expect_items 'E1|I01|Perwali 12||perwali.pdf|I01.2.a,I01.2.b|
'
}

# A new document for an indicator that was verified meanwhile, and for a locked one.
test_forms_documents__of_a_verified_indicator()
{
    fresh
    fill form.xlsx isi.xlsx I01.2.a:title='Perwali 12' I02.2.a:title=SK I03.2.a:title=SOP
    spbe rate kota.spbe I01 2 --reason cukup >/dev/null
    spbe rate kota.spbe I02 2 --reason cukup >/dev/null
    spbe lock kota.spbe I03 >/dev/null
    expect_exit 1 spbe import kota.spbe isi.xlsx --conflicts konflik.xlsx --lang en
    expect_stderr '3 conflicts are to be decided'
    expect_items ''
    unzip -p konflik.xlsx xl/sharedStrings.xml >texts
    expect_file 'A new document: formulir adds it, berkas leaves it out.' texts
    fill konflik.xlsx putus.xlsx K1:decision=formulir K2:decision=berkas K3:decision=berkas
    expect_exit 0 spbe import kota.spbe putus.xlsx --lang en
    expect_items 'E1|I01|Perwali 12|||I01.2.a|
'
    fill konflik.xlsx semua.xlsx K2:decision=keduanya K3:decision=formulir
    expect_exit 3 spbe import kota.spbe semua.xlsx --lang en
    expect_stderr "'keduanya' is no decision"
    expect_stderr 'I03: is locked'
}

# What was withdrawn comes back only where a person says so.
test_forms_documents__that_was_withdrawn()
{
    fresh
    fill form.xlsx satu.xlsx I01.2.a:title='Perwali 12' I01.2.a:number=12/2023 I02.2.a:title=SK
    spbe import kota.spbe satu.xlsx >/dev/null 2>&1
    spbe form kota.spbe -o next.xlsx --indicators I01,I02
    spbe evidence withdraw kota.spbe E1 --reason 'sudah dicabut' >/dev/null
    spbe evidence withdraw kota.spbe E2 --reason 'salah unggah' >/dev/null
    fill next.xlsx isi.xlsx I01.2.a:title='Perwali 12 perubahan' I02.2.a:number=7
    expect_exit 1 spbe import kota.spbe isi.xlsx --conflicts konflik.xlsx --lang en
    expect_stderr '2 conflicts are to be decided'
    unzip -p konflik.xlsx xl/sharedStrings.xml >texts
    expect_file 'withdrawn: sudah dicabut' texts
    fill konflik.xlsx putus.xlsx K1:decision=formulir K2:decision=berkas
    expect_exit 0 spbe import kota.spbe putus.xlsx --lang en
    expect_items 'E3|I01|Perwali 12 perubahan|12/2023||I01.2.a|
'
    cp kota.spbe before.spbe
    expect_exit 0 spbe import kota.spbe putus.xlsx --lang en
    expect_stderr '0 changes taken in'
    expect_same kota.spbe before.spbe
}

# A decision counts for what was seen: where the item has changed since, it is a new conflict.
test_forms_documents__that_changed_since()
{
    two_units
    spbe evidence describe kota.spbe E1 --title 'Perwali 12 Tahun 2023' --as Budi >/dev/null
    fill konflik.xlsx putus.xlsx K1:decision=formulir
    cp kota.spbe before.spbe
    expect_exit 3 spbe import kota.spbe putus.xlsx --lang en
    expect_stderr "E1: the form says 'Peraturan SPBE"
    expect_same kota.spbe before.spbe
    expect_exit 1 spbe import kota.spbe putus.xlsx --conflicts baru.xlsx --lang en
    unzip -p baru.xlsx xl/sharedStrings.xml >texts
    expect_file 'Perwali 12 Tahun 2023' texts
    expect_file 'Budi, 20' texts
    fill baru.xlsx putus2.xlsx K1:decision=keduanya
    expect_exit 0 spbe import kota.spbe putus2.xlsx --lang en
    expect_items 'E1|I01|Perwali 12 Tahun 2023|12/2023|perwali.pdf|I01.2.a|
E2|I01|Peraturan SPBE||perwali.pdf|I01.2.b|
'
}

# LibreOffice saves the decided workbook without loss.
test_forms_documents__decided_in_libreoffice()
{
    two_units
    fill konflik.xlsx putus.xlsx K1:decision=keduanya
    mkdir saved
    HOME=$PWD soffice --headless --norestore "-env:UserInstallation=file://$PWD/profile" \
        --convert-to xlsx --outdir saved putus.xlsx >/dev/null 2>&1
    expect_exit 0 spbe import kota.spbe saved/putus.xlsx --lang en
    expect_items 'E1|I01|Perwali 12|12/2023|perwali.pdf|I01.2.a|
E2|I01|Peraturan SPBE||perwali.pdf|I01.2.b|
'
}
