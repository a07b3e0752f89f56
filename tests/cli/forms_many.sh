# The work of many: forms of many units taken in at once, conflicts decided one by one, who is late.

export SPBE_USER=Siti
FILL=$ROOT/tests/sheets/fill.py

fresh()
{
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 >/dev/null
}

fill()
{
    /usr/bin/python3 "$FILL" "$@"
}

# A row of the summary, whatever its widths.
expect_summary()
{
    tr -s ' ' <"$OUT" >summary
    expect_file "$1" summary
}

# Each form is a step of its own in the history, with its name; all of them are taken in, in one go.
test_forms_many__each_form_has_its_own_origin()
{
    fresh
    spbe form kota.spbe -o form.xlsx --indicators I01,I02
    fill form.xlsx satu.xlsx I01:value=3
    fill form.xlsx dua.xlsx I02:value=2 I02.2.a:value=Ya
    expect_exit 0 spbe import kota.spbe satu.xlsx dua.xlsx --lang en
    expect_stderr '3 changes taken in'
    expect_summary 'satu.xlsx 1 61 0 0'
    expect_summary 'dua.xlsx 2 60 0 0'
    expect_exit 0 spbe history kota.spbe I01
    expect_stdout '(import satu.xlsx)'
    expect_exit 0 spbe history kota.spbe I02
    expect_stdout '(import dua.xlsx)'
    expect_exit 0 spbe verify kota.spbe
}

# One bad form keeps all of them out; every problem of every form is told, and which forms are good.
test_forms_many__one_bad_form_and_nothing_is_taken_in()
{
    fresh
    spbe form kota.spbe -o form.xlsx --indicators I01,I02
    fill form.xlsx baik.xlsx I01:value=3
    fill form.xlsx buruk.xlsx I01.2.a:value=mungkin I02.2.a:value=entah
    fill form.xlsx rusak.xlsx --break-seal
    cp kota.spbe before.spbe
    expect_exit 3 spbe import kota.spbe buruk.xlsx baik.xlsx rusak.xlsx tiada.xlsx --lang en
    expect_stderr "'mungkin' is not Ya or Tidak"
    expect_stderr "'entah' is not Ya or Tidak"
    expect_stderr 'rusak.xlsx: _spbe: the hidden sheet of the form was changed'
    expect_stderr 'tiada.xlsx: cannot be opened'
    expect_stderr '3 of 4 inputs have problems; nothing was changed'
    expect_summary 'baik.xlsx 1 61 0 0'
    expect_summary 'buruk.xlsx 0 60 0 2'
    expect_same kota.spbe before.spbe
}

# Whoever imports answers for it; the one who filled the form in is named with the origin, and stands in
# only where nobody else is known. A dry run changes nothing, so it asks for nobody.
test_forms_many__who_filled_the_form_in()
{
    fresh
    spbe form kota.spbe -o form.xlsx --indicators I01,I02
    fill form.xlsx satu.xlsx I01:value=3 '--filler= Budi  Santosa '
    expect_exit 0 spbe import kota.spbe satu.xlsx --lang en
    expect_exit 0 spbe history kota.spbe I01
    expect_stdout 'Siti  (import satu.xlsx (Budi  Santosa))'
    fill form.xlsx dua.xlsx I02:value=3 --filler=Wati
    unset SPBE_USER
    expect_exit 0 spbe import kota.spbe dua.xlsx --lang en
    expect_exit 0 spbe history kota.spbe I02
    expect_stdout 'Wati  (import dua.xlsx (Wati))'
    fill form.xlsx tiga.xlsx I02.2.a:value=Ya
    cp kota.spbe before.spbe
    expect_exit 0 spbe import kota.spbe tiga.xlsx --dry-run --lang en
    expect_stderr '1 changes; nothing was written'
    expect_same kota.spbe before.spbe
    expect_exit 2 spbe import kota.spbe tiga.xlsx --lang en
    expect_stderr 'name the person who makes this change'
}

# The coordinator sees who is late with what; what was returned comes first.
test_forms_many__who_is_late()
{
    fresh
    spbe unit add kota.spbe Kominfo >/dev/null
    spbe unit assign kota.spbe Kominfo I01,I02 >/dev/null
    expect_exit 0 spbe set kota.spbe deadline 2020-01-01 --unit Kominfo
    expect_exit 0 spbe set kota.spbe deadline 2099-12-31
    spbe submit kota.spbe I02 >/dev/null
    spbe return kota.spbe I02 --reason 'bukti kurang' >/dev/null
    expect_exit 1 spbe status kota.spbe --lang en
    expect_stdout 'Deadline: 2099-12-31'
    expect_stdout 'days (2020-01-01): I02, I01'
    [ "$(grep -n '^I02 ' "$OUT" | cut -d: -f1)" -lt "$(grep -n '^I01 ' "$OUT" | cut -d: -f1)" ] ||
        fail 'the returned one is not first'
    expect_exit 1 spbe status kota.spbe --json
    cp "$OUT" status.json
    expect_json status.json late.0.unit Kominfo
    expect_json status.json late.0.indicators.0 I02
    expect_exit 0 spbe set kota.spbe deadline - --unit Kominfo
    expect_exit 1 spbe status kota.spbe --json
    expect_stdout '"late":[]'
    expect_exit 3 spbe set kota.spbe deadline 31-12-2026 --lang en
    expect_stderr "'31-12-2026' is no day of the calendar"
    expect_exit 3 spbe set kota.spbe deadline 2026-12-31 --unit Bappeda --lang en
    expect_stderr 'is not on the list of units'
}

# One form for each unit that owns something, under names that every system takes; never over a form that is
# there already, unless that is said.
test_forms_many__a_form_for_each_unit()
{
    fresh
    for name in 'Dinas Kominfo' 'dinas/kominfo' '../CON' 'Setda' 'Bagian "Hukum" & Étika'; do
        spbe unit add kota.spbe "$name" >/dev/null
    done
    spbe unit assign kota.spbe 'Dinas Kominfo' I01,I02 >/dev/null
    spbe unit assign kota.spbe 'dinas/kominfo' I03 >/dev/null
    spbe unit assign kota.spbe '../CON' I04 >/dev/null
    spbe unit assign kota.spbe 'Bagian "Hukum" & Étika' I05 >/dev/null
    expect_exit 0 spbe form kota.spbe --all-units -o formulir --lang en
    expect_stderr 'Setda: owns no indicator, so it gets no form'
    expect_stderr 'without a unit, in no form: I06, I07,'
    expect_stdout 'formulir/formulir-Dinas-Kominfo.xlsx: Dinas Kominfo (2 indicators)'
    [ "$(ls formulir | LC_ALL=C sort | tr '\n' ' ')" = 'formulir-Bagian-Hukum-tika.xlsx formulir-CON.xlsx formulir-Dinas-Kominfo.xlsx formulir-dinas-kominfo-2.xlsx ' ] ||
        fail "$(ls formulir)"
    fill formulir/formulir-Dinas-Kominfo.xlsx isi.xlsx I01:value=3
    cp isi.xlsx formulir/formulir-Dinas-Kominfo.xlsx
    rm formulir/formulir-CON.xlsx
    expect_exit 3 spbe form kota.spbe --all-units -o formulir --lang en
    expect_stderr 'is there already, no form was written'
    [ ! -e formulir/formulir-CON.xlsx ] || fail 'a form was written all the same'
    expect_same isi.xlsx formulir/formulir-Dinas-Kominfo.xlsx
    expect_exit 0 spbe form kota.spbe --all-units -o formulir --replace
    expect_exit 0 spbe import kota.spbe formulir/formulir-*.xlsx --lang en
    expect_stderr '0 changes taken in'
}

# What was returned stands first in the form, with its reason; the deadline is on the first page.
test_forms_many__deadline_and_returned_in_the_form()
{
    fresh
    spbe set kota.spbe deadline 2026-12-15 >/dev/null
    spbe submit kota.spbe I02 >/dev/null
    spbe return kota.spbe I02 --reason 'SK belum ditandatangani' >/dev/null
    spbe form kota.spbe -o form.xlsx --indicators I01,I02
    unzip -p form.xlsx xl/sharedStrings.xml >texts
    expect_file 'Dikirim kembali paling lambat: 2026-12-15' texts
    expect_file 'Dikembalikan: SK belum ditandatangani' texts
    expect_file 'I02 dikembalikan: SK belum ditandatangani' texts
    sound form.xlsx
}

# A form is taken into the file that it was written from: renamed or copied, but no other one.
test_forms_many__a_form_belongs_to_its_file()
{
    fresh
    spbe form kota.spbe -o form.xlsx --indicators I01
    fill form.xlsx isi.xlsx I01:value=3
    spbe new lain.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 --as Wati >/dev/null
    expect_exit 3 spbe import lain.spbe isi.xlsx --lang en
    expect_stderr 'was written from another assessment file'
    expect_exit 0 spbe import lain.spbe isi.xlsx --anyway --lang en
    expect_stderr '1 changes taken in'
    spbe set kota.spbe agency 'Kota Contoh Baru' >/dev/null
    spbe copy kota.spbe salinan.spbe
    expect_exit 0 spbe import kota.spbe isi.xlsx --lang en
    expect_stderr '1 changes taken in'
    expect_exit 0 spbe import salinan.spbe isi.xlsx --lang en
    expect_stderr '1 changes taken in'
}

# A form and a file that have both changed: I01, I02.2.a; I03 was verified and I04 locked meanwhile.
conflicting()
{
    fresh
    spbe claim kota.spbe I01 2 >/dev/null
    spbe form kota.spbe -o form.xlsx --indicators I01,I02,I03,I04
    spbe claim kota.spbe I01 4 --as Budi >/dev/null
    spbe answer kota.spbe I02.2.a no --as Wati >/dev/null
    spbe rate kota.spbe I03 2 --reason cukup >/dev/null
    spbe lock kota.spbe I04 >/dev/null
    fill form.xlsx isi.xlsx I01:value=3 I01:note=catatan I02.2.a:value=Ya I03:value=3 I04:value=2
}

# What nobody disputes is taken in, what is in conflict goes into a workbook with all that a person needs to
# know; nothing of the file is overwritten.
test_forms_many__conflicts_go_into_a_workbook()
{
    conflicting
    expect_exit 1 spbe import kota.spbe isi.xlsx --conflicts konflik.xlsx --lang en
    expect_stderr '1 changes taken in'
    expect_stderr '4 conflicts are to be decided in konflik.xlsx'
    sound konflik.xlsx
    unzip -p konflik.xlsx xl/sharedStrings.xml >texts
    expect_file 'Budi, 20' texts
    expect_file 'isi.xlsx: 1 Kebijakan Internal SPBE!D5' texts
    expect_file "Locked: open it first with 'spbe return'." texts
    expect_file 'Verified: 2' texts
    spbe export kota.spbe -o now.json
    expect_json now.json answers.I01.claimed 4
    expect_json now.json answers.I01.note catatan
    expect_exit 3 spbe import kota.spbe isi.xlsx --conflicts konflik.xlsx --lang en
    expect_stderr 'konflik.xlsx: is there already'
    expect_exit 1 spbe import kota.spbe isi.xlsx --conflicts lagi.xlsx --dry-run --lang en
    [ ! -e lagi.xlsx ] || fail '--dry-run wrote a workbook'
}

# Each decision is carried out for itself; the rest stays undecided and is told.
test_forms_many__decisions_are_carried_out_one_by_one()
{
    conflicting
    spbe import kota.spbe isi.xlsx --conflicts konflik.xlsx >/dev/null 2>&1 || true
    fill konflik.xlsx sebagian.xlsx K1:decision=formulir K2:decision=Berkas
    expect_exit 1 spbe import kota.spbe sebagian.xlsx --lang en
    expect_stderr '1 changes taken in'
    expect_stderr 'I03, claimed value: not decided yet'
    expect_stderr 'I04, claimed value: not decided yet'
    expect_stderr '2 conflicts are not decided yet'
    spbe export kota.spbe -o now.json
    expect_json now.json answers.I01.claimed 3
    expect_exit 0 spbe history kota.spbe I01
    expect_stdout '(import sebagian.xlsx)'
    cp kota.spbe before.spbe
    expect_exit 1 spbe import kota.spbe sebagian.xlsx --lang en
    expect_stderr '0 changes taken in'
    expect_same kota.spbe before.spbe
    # A verified value gives way where a person says so; a lock does not.
    fill konflik.xlsx semua.xlsx K1:decision=formulir K2:decision=berkas K3:decision=formulir K4:decision=formulir
    expect_exit 3 spbe import kota.spbe semua.xlsx --lang en
    expect_stderr 'I04: is locked'
    expect_same kota.spbe before.spbe
    spbe return kota.spbe I04 --reason 'isi lagi' >/dev/null
    expect_exit 0 spbe import kota.spbe semua.xlsx --lang en
    expect_stderr '2 changes taken in'
    spbe export kota.spbe -o now.json
    expect_json now.json answers.I03.claimed 3
    expect_json now.json answers.I04.claimed 2
}

# Where the file has moved on since, a decision counts for nothing: it is a new conflict.
test_forms_many__a_decision_does_not_count_for_what_nobody_saw()
{
    conflicting
    spbe import kota.spbe isi.xlsx --conflicts konflik.xlsx >/dev/null 2>&1 || true
    spbe claim kota.spbe I01 5 --as Adi >/dev/null
    spbe rate kota.spbe I03 1 --reason lagi --stage interviu >/dev/null
    fill konflik.xlsx putus.xlsx K1:decision=berkas K2:decision=formulir K3:decision=formulir K4:decision=berkas
    cp kota.spbe before.spbe
    expect_exit 3 spbe import kota.spbe putus.xlsx --lang en
    expect_stderr "I01: the form says '3', the file meanwhile '5'"
    expect_stderr 'I03 is verified already'
    expect_same kota.spbe before.spbe
    expect_exit 1 spbe import kota.spbe putus.xlsx --conflicts baru.xlsx --lang en
    expect_stderr '1 changes taken in'
    expect_stderr '2 conflicts are to be decided in baru.xlsx'
    fill baru.xlsx putus2.xlsx K1:decision=formulir K2:decision=formulir
    expect_exit 0 spbe import kota.spbe putus2.xlsx --lang en
    spbe export kota.spbe -o now.json
    expect_json now.json answers.I01.claimed 3
    expect_json now.json answers.I03.claimed 3
}

# What is wrong in a workbook of conflicts is told, all of it, with its cell.
test_forms_many__a_workbook_of_conflicts_is_checked()
{
    conflicting
    spbe import kota.spbe isi.xlsx --conflicts konflik.xlsx --lang en >/dev/null 2>&1 || true
    fill konflik.xlsx salah.xlsx K1:decision=mungkin K2:id=K9 K3:decision=formulir
    expect_exit 3 spbe import kota.spbe salah.xlsx --lang en
    expect_stderr "salah.xlsx: Conflicts!K6: 'mungkin' is no decision"
    expect_stderr 'salah.xlsx: Conflicts!K7: "K9" is no row of this form'
    spbe new lain.spbe --instrument spbe-2020 --agency 'Kota Lain' --kind kota --year 2024 >/dev/null
    expect_exit 3 spbe import lain.spbe konflik.xlsx --lang en
    expect_stderr "is the form of 'Kota Contoh', the file is of 'Kota Lain'"
}

# LibreOffice saves a decided workbook so that it still can be read.
test_forms_many__decisions_through_libreoffice()
{
    plain_only
    conflicting
    spbe import kota.spbe isi.xlsx --conflicts konflik.xlsx >/dev/null 2>&1 || true
    fill konflik.xlsx putus.xlsx K1:decision=formulir K2:decision=formulir K3:decision=berkas K4:decision=berkas
    mkdir saved
    office putus.xlsx saved
    expect_exit 0 spbe import kota.spbe saved/putus.xlsx --lang en
    expect_stderr '2 changes taken in'
}
