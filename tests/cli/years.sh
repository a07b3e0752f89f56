# What stands in a file beside the levels: answers to general questions, explanations, carried answers;
# and what becomes of it when the year is another one.

export SPBE_USER=Siti

# A new file of spbe-2020: [FILE [YEAR]].
make_file()
{
    expect_exit 0 spbe new "${1:-kota.spbe}" --instrument spbe-2020 --agency 'Kota Contoh' \
        --kind kota --year "${2:-2024}"
}

# A document masuk.json with the rest of its text: what stands behind the year.
document()
{
    printf '{"format":"spbe-assessment/1","instrument":"spbe-2020","year":2024%s}\n' "$1" >masuk.json
}

# Takes a document in, writes it out, takes that into a new file and wants the same bytes again.
round_trip()
{
    rm -f ./*.spbe
    make_file kota.spbe
    make_file lain.spbe
    document "$1"
    expect_exit 0 spbe import kota.spbe masuk.json
    expect_exit 0 spbe export kota.spbe -o satu.json
    expect_exit 0 spbe import lain.spbe satu.json
    expect_exit 0 spbe export lain.spbe -o dua.json
    expect_same satu.json dua.json
    expect_exit 0 spbe verify kota.spbe
    expect_exit 0 spbe verify lain.spbe
}

# Wants a document to be refused at a place, and the file to stay as it was: TEXT PLACE.
refused()
{
    document "$1"
    cp kota.spbe asli.spbe
    expect_exit 3 spbe import kota.spbe masuk.json
    expect_stderr "$2"
    expect_same asli.spbe kota.spbe
}

# ---- general questions ---------------------------------------------------------------------------

test_general_answers_come_back_letter_by_letter()
{
    round_trip ',"general":{"PU1":"Baris satu\nbaris \"dua\" \\ é €","PU4":"-"}'
    expect_json dua.json general.PU1 $'Baris satu\nbaris "dua" \\ é €'
    expect_json dua.json general.PU4 '-'
}

test_general_answers_stand_in_the_order_of_the_rules()
{
    round_trip ',"general":{"PU3":"tiga","PU1":"satu","PU2":"dua"}'
    grep -o '"PU[0-9]"' satu.json >urutan.txt
    printf '"PU1"\n"PU2"\n"PU3"\n' >harapan.txt
    expect_same harapan.txt urutan.txt
}

test_a_general_question_that_is_none_is_refused()
{
    make_file
    refused ',"general":{"PU9":"apa"}' 'PU9'
    refused ',"general":{"PU1":7}' '$.general.PU1'
    refused ',"general":{"PU1":"a","PU1":"b"}' 'PU1'
}

test_a_general_answer_can_be_corrected_and_the_history_keeps_both()
{
    make_file
    document ',"general":{"PU1":"lama"}'
    expect_exit 0 spbe import kota.spbe masuk.json
    document ',"general":{"PU1":"baru"}'
    expect_exit 0 spbe import kota.spbe masuk.json
    expect_stdout '$.general.PU1'
    expect_exit 0 spbe export kota.spbe -o kota.json
    expect_json kota.json general.PU1 baru
    expect_exit 0 spbe history kota.spbe
    expect_stdout 'lama → baru'
}

# What a document does not speak of stays as it is.
test_a_document_without_general_answers_takes_none_away()
{
    make_file
    document ',"general":{"PU1":"tetap"}'
    expect_exit 0 spbe import kota.spbe masuk.json
    document ',"answers":{"I01":{"claimed":2}}'
    expect_exit 0 spbe import kota.spbe masuk.json
    expect_exit 0 spbe export kota.spbe -o kota.json
    expect_json kota.json general.PU1 tetap
    expect_json kota.json answers.I01.claimed 2
}

# General answers are told and never scored.
test_general_answers_change_no_number()
{
    make_file
    expect_exit 0 spbe claim kota.spbe I01 3
    expect_exit 0 spbe evaluate kota.spbe --json tanpa.json
    document ',"general":{"PU1":"panjang sekali"}'
    expect_exit 0 spbe import kota.spbe masuk.json
    expect_exit 0 spbe evaluate kota.spbe --json dengan.json
    /usr/bin/python3 - <<'PY' || fail 'a general answer changed a number'
import json
one, other = (json.load(open(name, encoding="utf-8")) for name in ("tanpa.json", "dengan.json"))
assert one["index"] == other["index"], (one["index"], other["index"])
PY
}

# ---- explanations and carried answers ------------------------------------------------------------

test_explanations_come_back_level_by_level()
{
    round_trip ',"answers":{"I07":{"claimed":3,"explanations":{"3":"belum \"semua\"","1":"sudah"}}}'
    expect_json dua.json answers.I07.explanations '{"1": "sudah", "3": "belum \"semua\""}'
    expect_exit 0 spbe history lain.spbe I07
    expect_stdout 'I07.1  penjelasan: sudah'
}

test_an_explanation_of_a_level_that_is_none_is_refused()
{
    make_file
    refused ',"answers":{"I07":{"explanations":{"6":"apa"}}}' 'I07'
    refused ',"answers":{"I07":{"explanations":{"0":"apa"}}}' 'I07'
    refused ',"answers":{"I07":{"explanations":{"dua":"apa"}}}' 'I07'
    refused ',"answers":{"I07":{"explanations":{"2":true}}}' 'I07'
}

test_an_explanation_is_no_claim_and_no_answer()
{
    make_file
    document ',"answers":{"I07":{"explanations":{"5":"kami sudah di tingkat lima"}}}'
    expect_exit 0 spbe import kota.spbe masuk.json
    spbe status kota.spbe --json >keadaan.json || true
    expect_json keadaan.json complete 0
    expect_json keadaan.json indicators.6.claim_missing true
    expect_json keadaan.json indicators.6.unanswered.0 I07.2.a
}

test_a_carried_answer_says_where_it_comes_from()
{
    round_trip ',"answers":{"I07":{"claimed":3,"carried":"penilaian 2023"}}'
    expect_json dua.json answers.I07.carried 'penilaian 2023'
    expect_exit 0 spbe history lain.spbe I07
    expect_stdout 'penilaian 2023'
    # A claim of this year is a claim, whatever was carried.
    expect_exit 0 spbe claim lain.spbe I07 2
    expect_exit 0 spbe export lain.spbe -o tiga.json
    expect_json tiga.json answers.I07.claimed 2
}

test_notes_come_back_with_their_answers()
{
    round_trip ',"answers":{"I07":{"criteria":{"I07.2.a":{"met":true,"note":"lihat \"hal. 3\""}}}}'
    expect_json dua.json 'answers.I07.criteria' \
        '{"I07.2.a": {"met": true, "note": "lihat \"hal. 3\""}}'
    expect_exit 0 spbe answer lain.spbe I07.2.a tidak
    expect_exit 0 spbe history lain.spbe I07
    expect_stdout 'I07.2.a  jawaban: ya → tidak'
}

# ---- another year --------------------------------------------------------------------------------

# A year decides which criteria count; no answer is lost on the way there and back.
test_the_way_to_another_year_and_back_loses_nothing()
{
    make_file
    expect_exit 0 spbe answer kota.spbe I05.5.b ya
    expect_exit 0 spbe answer kota.spbe I06.2.a tidak
    expect_exit 0 spbe claim kota.spbe I05 4
    expect_exit 0 spbe export kota.spbe -o sebelum.json
    expect_exit 0 spbe evaluate kota.spbe --json nilai-sebelum.json
    expect_exit 0 spbe set kota.spbe year 2022
    expect_stdout 'tahun: 2024 → 2022'
    expect_exit 0 spbe export kota.spbe -o lama.json
    expect_json lama.json year 2022
    expect_json lama.json answers.I05.criteria '{"I05.5.b": {"met": true}}'
    expect_exit 0 spbe set kota.spbe year 2024
    expect_exit 0 spbe export kota.spbe -o sesudah.json
    expect_same sebelum.json sesudah.json
    expect_exit 0 spbe evaluate kota.spbe --json nilai-sesudah.json
    for name in sebelum sesudah; do
        /usr/bin/python3 -c 'import json, sys
print(json.load(open(sys.argv[1], encoding="utf-8"))["index"])' nilai-$name.json >indeks-$name.txt
    done
    expect_same indeks-sebelum.txt indeks-sesudah.txt
    expect_exit 0 spbe verify kota.spbe
}

# A criterion of a later year is no work that is still to be done.
test_status_asks_only_for_criteria_of_the_year()
{
    make_file kota.spbe 2022
    spbe status kota.spbe --json >lama.json || true
    expect_exit 0 spbe set kota.spbe year 2024
    spbe status kota.spbe --json >baru.json || true
    ! grep -q 'I05.5.b' lama.json || fail 'a criterion of 2023 is asked for in 2022'
    expect_json lama.json of 47
    expect_json baru.json of 47
    for criterion in I05.2.a; do
        grep -q "$criterion" lama.json || fail "$criterion is not asked for in 2022"
        grep -q "$criterion" baru.json || fail "$criterion is not asked for in 2024"
    done
}

test_a_year_without_this_instrument_is_refused()
{
    make_file
    cp kota.spbe asli.spbe
    expect_exit 3 spbe set kota.spbe year 2020
    expect_stderr '2021 sampai 2100'
    expect_exit 3 spbe set kota.spbe year 2101
    expect_exit 3 spbe set kota.spbe year 'dua ribu'
    expect_exit 3 spbe set kota.spbe year 2024.5
    expect_exit 3 spbe set kota.spbe year 0
    expect_same asli.spbe kota.spbe
}

# Rules of years to come are not known: the last known ones are used, and that is said.
test_a_year_to_come_is_rated_by_the_last_rules_and_says_so()
{
    make_file
    expect_exit 0 spbe claim kota.spbe I01 3
    expect_exit 0 spbe evaluate kota.spbe --json kini.json
    expect_exit 0 spbe set kota.spbe year 2030
    expect_exit 0 spbe evaluate kota.spbe --json nanti.json
    expect_exit 0 spbe evaluate kota.spbe
    expect_stdout 'aturan tahun 2030 belum diketahui'
    /usr/bin/python3 - <<'PY' || fail 'the year to come is rated otherwise'
import json
now, later = (json.load(open(name, encoding="utf-8")) for name in ("kini.json", "nanti.json"))
assert now["index"] == later["index"], (now["index"], later["index"])
PY
}

test_a_document_of_another_year_is_taken_only_on_request()
{
    make_file kota.spbe 2023
    document ',"answers":{"I01":{"claimed":3}}'
    cp kota.spbe asli.spbe
    expect_exit 3 spbe import kota.spbe masuk.json
    expect_stderr '--anyway'
    expect_same asli.spbe kota.spbe
    expect_exit 0 spbe import kota.spbe masuk.json --anyway
    expect_exit 0 spbe export kota.spbe -o kota.json
    expect_json kota.json year 2023
    expect_json kota.json answers.I01.claimed 3
}

# ---- the history for programs --------------------------------------------------------------------

# Each line names the entry before it by nothing but its own number: none is missing, none is twice.
test_the_history_for_programs_counts_every_change()
{
    make_file
    expect_exit 0 spbe claim kota.spbe I01 3
    expect_exit 0 spbe claim kota.spbe I01 2 --as Budi
    expect_exit 0 spbe claim kota.spbe I01 -
    expect_exit 0 spbe set kota.spbe year 2023
    spbe history kota.spbe --json >riwayat.jsonl
    /usr/bin/python3 - <<'PY' || { tail -n 4 riwayat.jsonl; fail 'the history is another one'; }
import json
lines = [json.loads(line) for line in open("riwayat.jsonl", encoding="utf-8")]
assert [line["number"] for line in lines] == list(range(1, len(lines) + 1))
claims = [line for line in lines if line["field"] == "claimed"]
assert [(c["was"], c["now"], c["who"]) for c in claims] == [
    (None, "3", "Siti"), ("3", "2", "Budi"), ("2", None, "Siti")], claims
assert len({line["hash"] for line in lines}) == len(lines)
assert [line["step"] for line in lines] == sorted(line["step"] for line in lines)
year = [line for line in lines if line["field"] == "year"][-1]
assert (year["was"], year["now"], year["origin"], year["indicator"]) == ("2024", "2023", "set", None)
PY
}

test_the_history_for_programs_is_the_same_in_both_languages()
{
    make_file
    expect_exit 0 spbe claim kota.spbe I01 3
    spbe history kota.spbe --json >id.jsonl
    spbe history kota.spbe --json --lang en >en.jsonl
    expect_same id.jsonl en.jsonl
    spbe history kota.spbe I02 --json >kosong.jsonl
    [ ! -s kosong.jsonl ] || fail 'an untouched indicator has a history'
}
