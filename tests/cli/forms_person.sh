# A form as a person fills it in: in LibreOffice, from cell to cell, with every kind of text that people type.

export SPBE_USER=Siti

# Opens a file in the same LibreOffice and saves it as another kind: FROM TO KIND.
convert()
{
    HOME=$PWD soffice --headless --norestore "-env:UserInstallation=file://$PWD/isi/profile" \
        --convert-to "$3" --outdir "$2" "$1" >/dev/null 2>&1
}

# Fills the form in; LibreOffice, driven from outside, sometimes ends by itself: then once more.
fill_in()
{
    local try status=0
    for try in 1 2 3 4 5; do
        status=0
        rm -rf isi
        mkdir isi
        /usr/bin/python3 "$ROOT/tests/sheets/person.py" form.xlsx isi "$@" >stops 2>&1 || status=$?
        [ "$status" -eq 75 ] || break
    done
    [ "$status" -eq 0 ] || { show stops stops; fail "filling in ended with $status"; }
}

# Tab comes to every input and to nothing else; what is typed comes back whole, also by way of an .ods file: answers,
# numbers, days, texts that look like numbers, days or formulas, several lines, quotes, signs of other alphabets.
test_forms_person__nothing_typed_is_lost()
{
    plain_only
    local way
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 >/dev/null
    spbe form kota.spbe -o form.xlsx
    mkdir ods kembali
    fill_in \
        key:filler='Siti Aminah' PU1:general='layanan 5% – é' \
        I01:value=3 I01:note='catatan "kutip" & <b>' I01.2.a:value=Ya I01.2.b:value=Tidak \
        I01.2.a:note='dua
baris' I02:note=3-7 I02.2.a:note=12/2023 I02.2.b:note=0012 \
        I01.2.a:title='Perwali 12' I01.2.a:number=12/2023 I01.2.a:date=2023-05-01 I01.2.a:pages=3-7 \
        I01.2.a:file=perwali.pdf I01.2.b:number=0012 +1:title=Laporan +1:supports='I01.3.a, I02.2.a' \
        +1:date=2024-02-29 I01.2:facts='1/2' I01.2:analysis='=memuat 1/2
dua'
    expect_file 'Penjelasan: 60 cells' stops
    convert isi/isi.xlsx ods ods
    convert ods/isi.ods kembali xlsx
    for way in isi kembali; do
        cp kota.spbe $way.spbe
        expect_exit 0 spbe import $way.spbe $way/isi.xlsx --lang en
        expect_stderr '28 changes taken in'
        expect_exit 0 spbe history $way.spbe I01
        expect_stdout '(import isi.xlsx (Siti Aminah))'
        spbe export $way.spbe -o $way.json
        expect_exit 0 spbe import $way.spbe $way/isi.xlsx --lang en
        expect_stderr '0 changes taken in'
    done
    expect_same isi.json kembali.json
    expect_json isi.json answers.I01.claimed 3
    expect_json isi.json answers.I01.note 'catatan "kutip" & <b>'
    expect_json isi.json answers.I02.note 3-7
    expect_file '"note":"12/2023"' isi.json
    expect_file '"note":"0012"' isi.json
    expect_json isi.json general.PU1 'layanan 5% – é'
    expect_json isi.json answers.I01.evidence.0.number 12/2023
    expect_json isi.json answers.I01.evidence.0.date 2023-05-01
    expect_json isi.json answers.I01.evidence.0.pages 3-7
    expect_json isi.json answers.I01.evidence.1.number 0012
    expect_json isi.json answers.I02.evidence.0.date 2024-02-29
    expect_json isi.json answers.I01.explanations.2 'FAKTA: 1/2

ANALISIS: =memuat 1/2
dua'
}
