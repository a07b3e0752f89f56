# Tables of levels, from workbooks and texts of every kind.

export SPBE_USER=Siti

fresh()
{
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 >/dev/null
}

# What the file says of an indicator's claim.
expect_claim()
{
    spbe export kota.spbe -o now.json
    expect_json now.json "answers.$1.claimed" "$2"
}

# Every shape that programs write is taken in; every hostile one is refused with its own sentence, within two
# seconds and 256 MiB, and nothing is changed.
test_sheets__honest_and_hostile_workbooks()
{
    fresh
    /usr/bin/python3 "$ROOT/tests/sheets/check.py" "$SPBE" kota.spbe
}

# Dialects of CSV: separators, mark, quotes, line ends, Excel's line of settings, any order, synonyms.
test_sheets__csv_of_any_dialect()
{
    fresh
    printf '\xef\xbb\xbfNo Indikator;Nama;Tingkat\r\n1;"a;""b""";3\r\n02;"dua\r\nbaris";2\r\nI47;;4\r\n' >a.csv
    expect_exit 0 spbe import kota.spbe a.csv --lang en
    expect_stdout 'I01 claimed value'
    expect_stderr '3 changes taken in'
    expect_claim I02 2
    printf 'sep=,\nLevel,Kode\n"4","Indikator 1"\n5,i2\n' >b.csv
    expect_exit 0 spbe import kota.spbe b.csv --lang en
    expect_stderr '2 changes taken in'
    expect_claim I01 4
    printf 'Hasil Kota Contoh, 2024\n\nindicator\tmaturity level\n#3\t1\n' >c.tsv
    expect_exit 0 spbe import kota.spbe c.tsv --lang en
    expect_claim I03 1
}

# An indicator may be named; rows without a level leave what is there.
test_sheets__names_of_indicators_and_empty_levels()
{
    fresh
    name=$(spbe rules show spbe-2020 --json 2>/dev/null | /usr/bin/python3 -c '
import json, sys
def names(value):
    if isinstance(value, dict):
        if value.get("id") == "I05":
            yield value["name"]
        for inner in value.values():
            yield from names(inner)
    if isinstance(value, list):
        for inner in value:
            yield from names(inner)
print(next(names(json.load(sys.stdin))))')
    printf 'Indikator;Tingkat\n"%s";2\n6;\n7;-\n' "$name" >a.csv
    expect_exit 0 spbe import kota.spbe a.csv --lang en
    expect_stderr '1 changes taken in'
    expect_claim I05 2
}

# All problems at once, each with its place; nothing is changed, also not what was right.
test_sheets__all_problems_at_once()
{
    fresh
    cp kota.spbe before.spbe
    printf 'No,Tingkat\n1,9\n99,1\nx,\n1,2\n2,tiga\n3,3\n,4\n' >a.csv
    expect_exit 3 spbe import kota.spbe a.csv --lang id
    expect_no_stdout
    expect_stderr "a.csv: baris 2: I01: '9'"
    expect_stderr 'a.csv: baris 3: "99" bukan indikator'
    expect_stderr 'a.csv: baris 5: indikator I01 sudah diberi tingkat di baris 2'
    expect_stderr "a.csv: baris 6: I02: 'tiga'"
    expect_stderr 'a.csv: baris 8: memuat tingkat, tetapi tidak menyebut indikator'
    expect_stderr 'a.csv: ditemukan 5 masalah; tidak ada yang diubah'
    expect_same kota.spbe before.spbe
}

# A preview changes nothing, the same table twice changes nothing, a locked indicator stays.
test_sheets__preview_repetition_and_locks()
{
    fresh
    cp kota.spbe before.spbe
    printf 'indikator;tingkat\n1;3\n2;2\n' >a.csv
    expect_exit 0 spbe import kota.spbe a.csv --dry-run --lang en
    expect_stdout 'I02 claimed value'
    expect_stderr '2 changes; nothing was written'
    expect_same kota.spbe before.spbe
    expect_exit 0 spbe import kota.spbe a.csv
    expect_exit 0 spbe import kota.spbe a.csv --lang en
    expect_stderr '0 changes taken in'
    spbe lock kota.spbe I01 >/dev/null
    printf 'indikator;tingkat\n1;4\n2;3\n' >b.csv
    expect_exit 3 spbe import kota.spbe b.csv --lang en
    expect_stderr 'b.csv: line 2'
    expect_claim I01 3
    expect_claim I02 2
}

# What another program has saved is read: numbers, texts, and a formula is told apart.
test_sheets__what_libreoffice_saves()
{
    fresh
    printf 'No Indikator,Keterangan,Tingkat\n1,"satu, dua",3\n2,"a""b",2\n47,x,4\n' >a.csv
    office a.csv .
    expect_exit 0 spbe import kota.spbe a.xlsx --lang en
    expect_stderr '3 changes taken in'
    expect_claim I47 4
    printf 'No Indikator,Tingkat\n1,=1+2\n' >b.csv
    office b.csv . '--infilter=csv:44,34,76,1,,0,false,true,false,false,false,-1'
    status=0
    spbe import kota.spbe b.xlsx --lang en >out 2>err || status=$?
    [ "$status" -eq 3 ] || fail "status $status: $(cat err)"
    grep -q '!B2: is a formula' err || fail "$(cat err)"
}

# Several tables, or a table and a document, are one step: all or none.
test_sheets__one_step_for_all_inputs()
{
    fresh
    printf 'indikator;tingkat\n1;3\n' >a.csv
    printf 'indikator;tingkat\n2;7\n' >b.csv
    expect_exit 3 spbe import kota.spbe a.csv b.csv
    expect_exit 0 spbe export kota.spbe
    if grep -q claimed "$OUT"; then fail 'something was changed'; fi
}
