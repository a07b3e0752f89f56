# Where evidence items score, documents are put forward for the items themselves ("I01.2.e1"), beside criteria:
# kept, shown, handed over, and asked for where one is accepted without.

export SPBE_USER=Siti

make_file()
{
    spbe new kota.spbe --instrument pemdi-2026 --agency 'Kota Contoh' --kind kota --year 2026 >/dev/null
    echo rancangan >rancangan.pdf
    echo renja >renja.pdf
}

# A document JSON with evidence of I01: SUPPORTS.
document()
{
    printf '{"format":"spbe-assessment/1","instrument":"pemdi-2026","year":2026,"answers":{"I01":{"evidence":[{"title":"Renja","supports":[%s]}]}}}\n' \
        "$1" >masuk.json
}

test_a_document_names_items_beside_criteria_and_nothing_is_lost()
{
    document '"I01.2.e3","I01.2.a","I01.1.e1"'
    expect_exit 0 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-assessment.schema.json" masuk.json
    make_file
    expect_exit 0 spbe import kota.spbe masuk.json
    expect_exit 0 spbe export kota.spbe -o satu.json
    expect_file '"supports":["I01.2.a","I01.1.e1","I01.2.e3"]' satu.json
    expect_exit 0 spbe verify kota.spbe
    spbe new lain.spbe --instrument pemdi-2026 --agency 'Kota Contoh' --kind kota --year 2026 >/dev/null
    expect_exit 0 spbe import lain.spbe satu.json
    expect_exit 0 spbe import lain.spbe satu.json --lang en
    expect_stderr '0 changes taken in'
    expect_exit 0 spbe export lain.spbe -o dua.json
    expect_same satu.json dua.json
}

# A wrong id is refused at its place: of no item, of another indicator, twice, in an instrument without items.
test_wrong_items_are_refused_with_their_place()
{
    document '"I01.1.e2"'
    expect_exit 3 spbe evaluate masuk.json --json -
    expect_stderr '$.answers.I01.evidence[0].supports[0]'
    document '"I02.1.e1"'
    expect_exit 3 spbe evaluate masuk.json --json -
    expect_stderr '$.answers.I01.evidence[0].supports[0]'
    document '"I01.2.e1","I01.2.a","I01.2.e1"'
    expect_exit 3 spbe evaluate masuk.json --json -
    expect_stderr '$.answers.I01.evidence[0].supports[2]'
    sed 's/pemdi-2026/spbe-2020/; s/2026/2024/' masuk.json >lain.json
    expect_exit 3 spbe evaluate lain.json --json -
    expect_stderr '$.answers.I01.evidence[0].supports[0]'
    make_file
    expect_exit 3 spbe attach kota.spbe I01.1.e2 renja.pdf
    expect_stderr 'I01.1.e2'
}

test_attached_to_items_and_shown_beside_them()
{
    make_file
    expect_exit 0 spbe attach kota.spbe I01.1.e1,I01.2.b rancangan.pdf --title 'Rancangan Renja' --lang en
    expect_no_stderr
    expect_exit 0 spbe attach kota.spbe I01,I02 renja.pdf --lang en
    expect_stderr 'E2 supports nothing yet; name the evidence items or criteria: spbe attach FILE I01.1.e1 DOC'
    expect_exit 0 spbe evidence support kota.spbe E2 I01.2.e1,I02.1.e1
    expect_exit 0 spbe evidence list kota.spbe --json
    expect_stdout '"supports":["I01.1.e1","I01.2.b"]'
    expect_exit 0 spbe evidence list kota.spbe
    expect_stdout 'I01.2.e1'
    expect_exit 0 spbe explain kota.spbe I01 --lang en
    expect_stdout 'evidence 1: Rancangan Renja · rancangan.pdf'
    spbe report kota.spbe -o hasil.json
    expect_exit 0 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-report.schema.json" hasil.json
    expect_json hasil.json aspects.0.indicators.0.levels.0.items.0.evidence.0 0
    expect_json hasil.json aspects.0.indicators.0.levels.1.items.0.evidence.0 1
    expect_json hasil.json aspects.0.indicators.0.evidence.0.supports.1 I01.1.e1
    if grep -q supports_nothing hasil.json; then fail 'each document supports something'; fi
}

# An accepted item scores by itself; that nothing proves it is said before an assessor says it.
test_what_is_accepted_without_a_document_is_named()
{
    make_file
    spbe answer kota.spbe I01.1.e1 ya >/dev/null
    spbe answer kota.spbe I01.2.e1 ya >/dev/null
    spbe answer kota.spbe I01.2.e2 tidak >/dev/null
    spbe evaluate kota.spbe --basis supported --json hasil.json --lang en
    expect_json hasil.json aspects.0.indicators.0.value 1.75
    expect_file 'no document is named for 2 of 2 accepted evidence items (I01.1.e1 first)' hasil.json
    spbe attach kota.spbe I01.1.e1 rancangan.pdf >/dev/null
    spbe evaluate kota.spbe --basis supported --json hasil.json --lang en
    expect_file 'no document is named for 1 of 2 accepted evidence items (I01.2.e1 first)' hasil.json
    spbe attach kota.spbe I01.2.e1 renja.pdf >/dev/null
    spbe evaluate kota.spbe --basis supported --json hasil.json --lang en
    expect_json hasil.json aspects.0.indicators.0.value 1.75
    if grep -q accepted_bare hasil.json; then fail 'every accepted item has a document'; fi
    expect_exit 0 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-report.schema.json" hasil.json
}

# In the package and in the register the items stand where criteria do; the lowest level comes first.
test_handed_over_in_the_order_of_levels()
{
    make_file
    spbe attach kota.spbe I01.2.e1 renja.pdf --title Renja >/dev/null
    spbe attach kota.spbe I01.1.e1 rancangan.pdf --title Rancangan >/dev/null
    expect_exit 0 spbe export kota.spbe --bundle serah.zip
    /usr/bin/python3 -c 'import zipfile
bundle = zipfile.ZipFile("serah.zip")
open("manifest.json", "wb").write(bundle.read("manifest.json"))
print([n for n in bundle.namelist() if n.startswith("bukti/")])' >nama.txt
    expect_file "['bukti/01a-Rancangan.pdf', 'bukti/01b-Renja.pdf']" nama.txt
    expect_file '"supports":["I01.1.e1"]' manifest.json
    expect_exit 0 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-bundle.schema.json" manifest.json
    expect_exit 0 spbe verify serah.zip
    expect_exit 0 spbe evidence list kota.spbe -o daftar.csv
    expect_file 'I01.2.e1' daftar.csv
    expect_exit 0 spbe evidence replace kota.spbe E1 rancangan.pdf
    spbe export kota.spbe -o now.json
    expect_file '"supports":["I01.2.e1"]' now.json
}

# From year to year an item keeps its id, and its documents with it.
test_documents_of_items_are_carried_to_the_next_year()
{
    make_file
    spbe attach kota.spbe I01.1.e1,I01.2.a renja.pdf >/dev/null
    spbe new baru.spbe --instrument pemdi-2026 --agency 'Kota Contoh' --kind kota --year 2027 >/dev/null
    expect_exit 0 spbe carry kota.spbe baru.spbe
    spbe export baru.spbe -o baru.json
    expect_file '"supports":["I01.2.a","I01.1.e1"]' baru.json
}

# In a form documents stand beside the item that they prove, or in the register for several.
test_forms_name_documents_beside_items()
{
    make_file
    spbe attach kota.spbe I01.1.e1 rancangan.pdf --title Rancangan >/dev/null
    spbe attach kota.spbe I01.2.e1,I01.2.e2 renja.pdf --title Renja >/dev/null
    spbe form kota.spbe -o form.xlsx
    /usr/bin/python3 "$ROOT/tests/cli/workbook.py" show form.xlsx >cells.txt
    expect_file 'I01.2.e1, I01.2.e2' cells.txt
    cp kota.spbe before.spbe
    expect_exit 0 spbe import kota.spbe form.xlsx --lang en
    expect_stderr '0 changes taken in'
    expect_same kota.spbe before.spbe
    /usr/bin/python3 "$ROOT/tests/sheets/fill.py" form.xlsx isi.xlsx I01.1.e1:pages=3-7 I01.3.e1:title='Renja final' \
        I01.3.e1:number=7/2026 I01.3.e1:value=Ya E2:supports='I01.2.e1; I01.2.a' +1:title=Notula \
        +1:supports='I02.1.e1 I01.2.e2'
    expect_exit 0 spbe import kota.spbe isi.xlsx --lang en
    spbe export kota.spbe -o now.json
    expect_file '"pages":"3-7","supports":["I01.1.e1"]' now.json
    expect_file '"title":"Renja final","number":"7/2026","supports":["I01.3.e1"]' now.json
    expect_file '"supports":["I01.2.a","I01.2.e1"]' now.json
    expect_file '"title":"Notula","supports":["I01.2.e2"]' now.json
    expect_file '"title":"Notula","supports":["I02.1.e1"]' now.json
    spbe form kota.spbe -o lagi.xlsx
    expect_exit 0 spbe import kota.spbe lagi.xlsx --lang en
    expect_stderr '0 changes taken in'
    # An id that is none is told with its cell.
    /usr/bin/python3 "$ROOT/tests/sheets/fill.py" lagi.xlsx salah.xlsx +1:title=X +1:supports=I01.1.e9
    expect_exit 3 spbe import kota.spbe salah.xlsx --lang en
    expect_stderr 'I01.1.e9'
}

# The workbook counts the documents of an item by a formula that spreadsheets compute as well.
test_the_workbook_counts_documents_of_items()
{
    make_file
    spbe answer kota.spbe I01.1.e1 ya >/dev/null
    spbe attach kota.spbe I01.1.e1 rancangan.pdf --title Rancangan >/dev/null
    expect_exit 0 spbe report kota.spbe -o laporan.xlsx
    sound laporan.xlsx
    /usr/bin/python3 "$ROOT/tests/cli/workbook.py" show laporan.xlsx >cells.txt
    expect_file 'I01.1.e1' cells.txt
    if grep -q 'Tidak dihitung tahun ini' cells.txt; then fail 'an item counts this year'; fi
}
