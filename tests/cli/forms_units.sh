# Twenty units fill in their forms at the same time, and the coordinator takes them all back.

export SPBE_USER=Siti
FILL=$ROOT/tests/sheets/fill.py

# A file with twenty units, each owning two indicators (the last seven own nothing more), and their forms.
units()
{
    local n id
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 >/dev/null
    for n in $(seq 1 20); do
        spbe unit add kota.spbe "Unit $n" >/dev/null
        printf -v id 'I%02d,I%02d' $((2 * n - 1)) $((2 * n))
        spbe unit assign kota.spbe "Unit $n" "$id" >/dev/null
    done
    spbe form kota.spbe --all-units -o formulir >/dev/null 2>&1
}

# Conflicts are planted in every fourth unit: the file changes what the form changes, to another end; in every
# fifth both say the same. Every answer must be found again: taken, equal, or as a row to be decided.
test_forms_units__twenty_forms_and_no_answer_lost()
{
    local n first second planted=0
    units
    mkdir kembali
    for n in $(seq 1 20); do
        printf -v first 'I%02d' $((2 * n - 1))
        printf -v second 'I%02d' $((2 * n))
        /usr/bin/python3 "$FILL" "formulir/formulir-Unit-$n.xlsx" "kembali/$n.xlsx" "$first:value=3" \
            "$first:note=catatan unit $n" "$second:value=2" "$first.2.a:value=Ya" "--filler=Pengisi $n"
        if [ $((n % 4)) = 0 ]; then
            spbe claim kota.spbe "$first" 4 --as Budi >/dev/null
            planted=$((planted + 1))
        elif [ $((n % 5)) = 0 ]; then
            spbe claim kota.spbe "$first" 3 --as Budi >/dev/null
        fi
    done
    cp kota.spbe before.spbe
    expect_exit 3 spbe import kota.spbe kembali/*.xlsx --lang en
    expect_stderr '5 of 20 inputs have problems'
    [ "$(grep -c "the form says '3', the file meanwhile '4'" "$ERR")" = "$planted" ] || fail 'a conflict is missing'
    expect_same kota.spbe before.spbe
    expect_exit 1 spbe import kota.spbe kembali/*.xlsx --conflicts konflik.xlsx --lang en
    expect_stderr '72 changes taken in'
    expect_stderr "$planted conflicts are to be decided"
    /usr/bin/python3 "$FILL" konflik.xlsx putus.xlsx K1:decision=formulir K2:decision=berkas \
        K3:decision=formulir K4:decision=berkas K5:decision=formulir
    expect_exit 0 spbe import kota.spbe putus.xlsx --lang en
    expect_stderr '3 changes taken in'
    expect_exit 0 spbe import kota.spbe kembali/*.xlsx --ours --lang en
    expect_stderr '0 changes taken in'
    expect_exit 0 spbe history kota.spbe I01
    expect_stdout 'import 1.xlsx (Pengisi 1)'
    spbe export kota.spbe -o now.json
    expect_json now.json answers.I01.note 'catatan unit 1'
    expect_json now.json answers.I40.claimed 2
    expect_exit 0 spbe verify kota.spbe
}

# What spreadsheet programs make of a form: shared, inline and rich texts, booleans, cached values of formulas,
# days counted from 1900 and from 1904, moved columns, inserted rows, sheets more. Nothing is lost by LibreOffice,
# and what is no answer is told with its cell.
test_forms_units__every_kind_of_cell_through_libreoffice()
{
    plain_only
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 >/dev/null
    spbe form kota.spbe -o form.xlsx --indicators I01,I02
    /usr/bin/python3 "$ROOT/tests/sheets/kinds.py" form.xlsx kinds.xlsx
    mkdir saved saved4
    office kinds.xlsx saved
    expect_exit 0 spbe import kota.spbe saved/kinds.xlsx --lang en --dry-run
    cp "$OUT" libreoffice
    expect_exit 0 spbe import kota.spbe kinds.xlsx --lang en --dry-run
    expect_same "$OUT" libreoffice
    expect_stdout 'tebal dan miring'
    expect_stdout '2023-05-01'
    expect_exit 0 spbe import kota.spbe saved/kinds.xlsx --lang en
    expect_exit 0 spbe import kota.spbe kinds.xlsx --lang en
    expect_stderr '0 changes taken in'
    spbe export kota.spbe -o now.json
    expect_json now.json answers.I01.claimed 3
    expect_json now.json answers.I02.claimed 2
    /usr/bin/python3 "$ROOT/tests/sheets/kinds.py" form.xlsx wrong.xlsx --wrong
    office wrong.xlsx saved
    expect_exit 3 spbe import kota.spbe saved/wrong.xlsx --lang en
    expect_stderr '2 problems were found' # LibreOffice writes a truth value as a formula
    expect_exit 3 spbe import kota.spbe wrong.xlsx --lang en
    expect_stderr 'is a formula; enter the value itself'
    expect_stderr "'1' is not Ya or Tidak"
}
