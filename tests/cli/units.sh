# Work that is shared: units answer for indicators, indicators are handed in, given back and closed,
# and an assessor's values of several stages stand side by side.

export SPBE_USER=Siti

# A new file kota.spbe of spbe-2020.
make_file()
{
    expect_exit 0 spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota \
        --year 2024
}

# Wants the file to be as it was before: a refusal writes nothing.
unchanged()
{
    expect_same asli.spbe kota.spbe
}

# A value of what `status --json` says: expression over `state`.
expect_status()
{
    spbe status kota.spbe --json >keadaan.json || [ $? -eq 1 ] || fail 'status failed'
    /usr/bin/python3 - "$1" <<'PY' || { show status keadaan.json; fail "status: not $1"; }
import json, sys
state = json.load(open("keadaan.json", encoding="utf-8"))
by = {row["id"]: row for row in state["indicators"]}
sys.exit(not eval(sys.argv[1]))
PY
}

# ---- units ---------------------------------------------------------------------------------------

# The list keeps the order in which units were named: it is the order of the agency, not the
# alphabet's.
test_units_stand_in_the_order_of_their_naming()
{
    make_file
    expect_exit 0 spbe unit add kota.spbe Inspektorat 'Dinas Kominfo' 'Bagian Hukum'
    expect_exit 0 spbe unit list kota.spbe
    grep -nE '^(Inspektorat|Dinas Kominfo|Bagian Hukum)' "$OUT" | sed 's/.*:\([A-Z][a-z]*\).*/\1/' \
        >urutan.txt
    printf 'Inspektorat\nDinas\nBagian\n' >harapan.txt
    expect_same harapan.txt urutan.txt
}

test_a_unit_is_on_the_list_once()
{
    make_file
    expect_exit 0 spbe unit add kota.spbe Inspektorat
    cp kota.spbe asli.spbe
    expect_exit 0 spbe unit add kota.spbe Inspektorat
    expect_stderr 'Tidak ada yang berubah'
    unchanged
    expect_exit 0 spbe unit list kota.spbe
    [ "$(grep -c '^Inspektorat' "$OUT")" -eq 1 ] || fail 'the unit is listed twice'
}

test_a_unit_without_a_name_is_refused()
{
    make_file
    cp kota.spbe asli.spbe
    expect_exit 2 spbe unit add kota.spbe ' '
    expect_exit 2 spbe unit add kota.spbe ''
    expect_exit 2 spbe unit add kota.spbe
    # One that cannot be, and none is taken.
    expect_exit 2 spbe unit add kota.spbe Inspektorat ' '
    unchanged
}

test_an_indicator_has_one_unit_and_the_last_word_counts()
{
    make_file
    expect_exit 0 spbe unit add kota.spbe 'Dinas Kominfo' Inspektorat
    expect_exit 0 spbe unit assign kota.spbe 'Dinas Kominfo' I01 I02
    expect_exit 0 spbe unit assign kota.spbe Inspektorat I02
    expect_stdout 'I02  unit penanggung jawab: Dinas Kominfo → Inspektorat'
    expect_exit 0 spbe export kota.spbe -o kota.json
    expect_json kota.json answers.I01.unit 'Dinas Kominfo'
    expect_json kota.json answers.I02.unit Inspektorat
    expect_exit 0 spbe history kota.spbe I02
    expect_stdout '(unit assign)'
    expect_stdout 'Dinas Kominfo → Inspektorat'
}

test_an_indicator_can_be_nobodys_again()
{
    make_file
    expect_exit 0 spbe unit add kota.spbe Inspektorat
    expect_exit 0 spbe unit assign kota.spbe Inspektorat I01,I02
    expect_exit 0 spbe unit assign kota.spbe - I01
    expect_stdout 'I01  unit penanggung jawab: Inspektorat → –'
    expect_exit 0 spbe unit list kota.spbe --lang en
    grep -q '^Inspektorat *I02$' "$OUT" || { show list "$OUT"; fail 'the unit keeps I01'; }
    grep -q '^(no unit) *I01, I03' "$OUT" || { show list "$OUT"; fail 'I01 is not without unit'; }
}

test_a_wrong_indicator_among_right_ones_assigns_none()
{
    make_file
    expect_exit 0 spbe unit add kota.spbe Inspektorat
    cp kota.spbe asli.spbe
    expect_exit 3 spbe unit assign kota.spbe Inspektorat I02,I03,I99
    expect_stderr 'I99'
    expect_exit 3 spbe unit assign kota.spbe Inspektorat I02 I03 I99
    expect_exit 3 spbe unit assign kota.spbe Inspektora I02
    expect_exit 2 spbe unit assign kota.spbe Inspektorat
    unchanged
}

# Each unit sees its own share of the work and nobody else's.
test_status_tells_the_unit_of_each_indicator()
{
    make_file
    expect_exit 0 spbe unit add kota.spbe 'Dinas Kominfo' Inspektorat
    expect_exit 0 spbe unit assign kota.spbe 'Dinas Kominfo' I01,I02
    expect_exit 0 spbe unit assign kota.spbe Inspektorat I03
    expect_exit 0 spbe claim kota.spbe I01 1
    expect_exit 0 spbe answer kota.spbe I01.2.a tidak
    expect_exit 0 spbe claim kota.spbe I03 2
    expect_status 'by["I01"]["unit"] == "Dinas Kominfo" and by["I01"]["progress"] == "complete"'
    expect_status 'by["I02"]["unit"] == "Dinas Kominfo" and by["I02"]["progress"] == "untouched"'
    expect_status 'by["I03"]["unit"] == "Inspektorat" and by["I03"]["progress"] == "begun"'
    expect_status 'by["I04"]["unit"] is None'
    expect_exit 1 spbe status kota.spbe
    grep -Eq '^Dinas Kominfo +2 +1 +0 +1 +50 %$' "$OUT" || { show s "$OUT"; fail 'Dinas Kominfo'; }
    grep -Eq '^Inspektorat +1 +0 +1 +0 +0 %$' "$OUT" || { show s "$OUT"; fail 'Inspektorat'; }
}

test_units_come_back_from_a_document()
{
    make_file
    expect_exit 0 spbe unit add kota.spbe 'Dinas Kominfo'
    expect_exit 0 spbe unit assign kota.spbe 'Dinas Kominfo' I01
    expect_exit 0 spbe export kota.spbe -o kota.json
    mv kota.spbe asal.spbe
    make_file
    expect_exit 0 spbe import kota.spbe kota.json
    expect_exit 0 spbe unit list kota.spbe
    grep -q '^Dinas Kominfo *I01$' "$OUT" || { show list "$OUT"; fail 'the unit did not come back'; }
}

# ---- handing in, giving back, closing ------------------------------------------------------------

test_an_indicator_goes_round_until_it_is_closed()
{
    make_file
    expect_exit 0 spbe submit kota.spbe I11
    expect_stdout 'I11  keadaan: diajukan'
    expect_exit 0 spbe return kota.spbe I11 --reason 'bukti kurang'
    expect_stdout 'I11  keadaan: diajukan → dikembalikan'
    expect_exit 0 spbe submit kota.spbe I11
    expect_stdout 'I11  keadaan: dikembalikan → diajukan'
    expect_exit 0 spbe lock kota.spbe I11
    expect_stdout 'I11  keadaan: diajukan → terkunci'
    expect_status 'by["I11"]["state"] == "locked" and by["I12"]["state"] == "open"'
    expect_exit 0 spbe verify kota.spbe
}

# The reason of an old return does not stay behind when the work has been handed in again.
test_a_reason_goes_with_the_state_it_belongs_to()
{
    make_file
    expect_exit 0 spbe submit kota.spbe I11
    expect_exit 0 spbe return kota.spbe I11 --reason 'bukti kurang'
    expect_exit 1 spbe status kota.spbe
    expect_stdout 'bukti kurang'
    expect_exit 0 spbe submit kota.spbe I11
    spbe status kota.spbe >status.txt || true
    ! grep -q 'bukti kurang' status.txt || fail 'the old reason is still told'
    expect_exit 0 spbe history kota.spbe I11
    expect_stdout 'bukti kurang'
}

test_a_state_is_not_entered_twice()
{
    make_file
    expect_exit 0 spbe submit kota.spbe I11
    cp kota.spbe asli.spbe
    expect_exit 3 spbe submit kota.spbe I11
    unchanged
    expect_exit 0 spbe lock kota.spbe I11
    cp kota.spbe asli.spbe
    expect_exit 3 spbe submit kota.spbe I11
    unchanged
}

test_a_locked_indicator_takes_nothing()
{
    make_file
    echo isi >bukti.pdf
    expect_exit 0 spbe attach kota.spbe I11.2.a bukti.pdf
    expect_exit 0 spbe lock kota.spbe I11
    cp kota.spbe asli.spbe
    expect_exit 5 spbe answer kota.spbe I11.2.a ya
    expect_exit 5 spbe claim kota.spbe I11 3
    expect_exit 5 spbe rate kota.spbe I11 2 --reason lihat
    expect_exit 5 spbe attach kota.spbe I11.2.b bukti.pdf
    expect_exit 5 spbe evidence withdraw kota.spbe E1 --reason salah
    expect_stderr 'terkunci'
    unchanged
    # Its neighbours are as free as before, and a return opens it.
    expect_exit 0 spbe claim kota.spbe I12 3
    expect_exit 0 spbe return kota.spbe I11 --reason dibuka
    expect_exit 0 spbe claim kota.spbe I11 3
}

test_a_return_without_reason_is_refused()
{
    make_file
    expect_exit 0 spbe submit kota.spbe I11
    cp kota.spbe asli.spbe
    expect_exit 2 spbe return kota.spbe I11
    unchanged
}

test_states_travel_in_documents()
{
    make_file
    expect_exit 0 spbe submit kota.spbe I11 I12
    expect_exit 0 spbe return kota.spbe I12 --reason kurang
    expect_exit 0 spbe export kota.spbe -o satu.json
    mv kota.spbe asal.spbe
    make_file
    expect_exit 0 spbe import kota.spbe satu.json
    expect_exit 0 spbe export kota.spbe -o dua.json
    expect_same satu.json dua.json
    expect_json dua.json answers.I11.state submitted
    expect_json dua.json answers.I12.state returned
}

# ---- stages --------------------------------------------------------------------------------------

# What counts is the latest stage, in whatever order the values were written down.
test_the_value_of_the_latest_stage_counts()
{
    make_file
    expect_exit 0 spbe rate kota.spbe I11 3 --reason akhir --stage reviu
    expect_exit 0 spbe rate kota.spbe I11 1 --reason awal --stage dokumen
    expect_exit 0 spbe rate kota.spbe I11 2 --reason lihat --stage visitasi
    expect_exit 0 spbe rate kota.spbe I11 4 --reason tanya --stage interviu
    expect_exit 0 spbe export kota.spbe -o kota.json
    expect_json kota.json answers.I11.verified 3
    expect_json kota.json answers.I11.verified_reason akhir
    mv kota.spbe asal.spbe
    make_file
    expect_exit 0 spbe import kota.spbe kota.json
    expect_exit 0 spbe export kota.spbe -o lagi.json
    expect_same kota.json lagi.json
}

test_a_stage_keeps_its_last_value_and_the_history_both()
{
    make_file
    expect_exit 0 spbe rate kota.spbe I11 1 --reason awal --stage visitasi
    expect_exit 0 spbe rate kota.spbe I11 2 --reason lagi --stage visitasi --as Budi
    expect_exit 0 spbe export kota.spbe -o kota.json
    expect_json kota.json answers.I11.verified 2
    expect_json kota.json answers.I11.verified_reason lagi
    expect_exit 0 spbe history kota.spbe I11
    expect_stdout awal
    expect_stdout lagi
    expect_stdout 'Budi'
}
