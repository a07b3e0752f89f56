# What an agency writes in its own words: explanations of levels, answers to the general questions.

export SPBE_USER=Siti

make_file()
{
    expect_exit 0 spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota \
        --year 2024
}

test_an_explanation_is_written_in_two_parts_and_shown_again()
{
    make_file
    expect_exit 0 spbe explain-level kota.spbe I11.3 --fact 'Perwali 12/2023 pasal 4'
    expect_stdout 'I11.3  penjelasan: FAKTA: Perwali 12/2023 pasal 4'
    expect_exit 0 spbe explain-level kota.spbe I11.3 --analysis 'memuat semua ketentuan'
    expect_exit 0 spbe explain-level kota.spbe I11.3
    printf 'FAKTA: Perwali 12/2023 pasal 4\n\nANALISIS: memuat semua ketentuan\n' >harapan.txt
    expect_same harapan.txt "$OUT"
    expect_exit 0 spbe explain-level kota.spbe I11.3 --text -
    expect_exit 0 spbe explain-level kota.spbe I11.3
    expect_no_stdout
    expect_stderr 'I11.3 belum mempunyai penjelasan'
    expect_exit 0 spbe history kota.spbe I11
    expect_stdout 'memuat semua ketentuan → –'
    expect_exit 0 spbe verify kota.spbe
}

test_an_explanation_comes_from_a_file()
{
    make_file
    printf 'FAKTA: satu\r\n\r\nANALISIS: dua\r\n' >teks.txt
    expect_exit 0 spbe explain-level kota.spbe I11.3 --from teks.txt
    expect_exit 0 spbe explain-level kota.spbe I11.3 --fact tiga
    expect_exit 0 spbe explain-level kota.spbe I11.3
    printf 'FAKTA: tiga\n\nANALISIS: dua\n' >harapan.txt
    expect_same harapan.txt "$OUT"
    printf 'a\0b' >biner.txt
    expect_exit 3 spbe explain-level kota.spbe I11.3 --from biner.txt
    expect_exit 2 spbe explain-level kota.spbe I11.3 --from teks.txt --fact x
}

# Nothing is lost on the way out and in again.
test_words_travel_in_the_document()
{
    make_file
    expect_exit 0 spbe explain-level kota.spbe I11.3 --fact $'baris "satu"\nbaris – dua' \
        --analysis 'a\b'
    expect_exit 0 spbe question answer kota.spbe PU3 'perizinan, kependudukan'
    expect_exit 0 spbe export kota.spbe -o kota.json
    expect_json kota.json general.PU3 'perizinan, kependudukan'
    expect_exit 0 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-assessment.schema.json" kota.json
    expect_exit 0 spbe new lain.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota \
        --year 2024
    expect_exit 0 spbe import lain.spbe kota.json
    expect_exit 0 spbe export lain.spbe -o lain.json
    expect_same kota.json lain.json
}

test_questions_are_listed_with_their_answers()
{
    make_file
    expect_exit 0 spbe question list kota.spbe
    [ "$(grep -c '(belum dijawab)' "$OUT")" -eq 4 ] || fail 'not four open questions'
    expect_exit 0 spbe question answer kota.spbe PU2 'satu portal pada 2025'
    expect_exit 0 spbe question list kota.spbe
    expect_stdout 'satu portal pada 2025'
    expect_exit 0 spbe question answer kota.spbe PU2 -
    expect_exit 0 spbe question list kota.spbe
    [ "$(grep -c '(belum dijawab)' "$OUT")" -eq 4 ] || fail 'the answer was not taken back'
}

test_a_locked_indicator_keeps_its_explanations()
{
    make_file
    expect_exit 0 spbe lock kota.spbe I11
    cp kota.spbe asli.spbe
    expect_exit 5 spbe explain-level kota.spbe I11.3 --text x
    expect_same asli.spbe kota.spbe
    expect_exit 0 spbe explain-level kota.spbe I12.3 --text x
}

test_status_counts_what_is_written()
{
    make_file
    expect_exit 0 spbe claim kota.spbe I11 3
    expect_exit 0 spbe explain-level kota.spbe I11.2 --text x
    expect_exit 0 spbe explain-level kota.spbe I11.4 --text 'di atas klaim'
    expect_exit 0 spbe question answer kota.spbe PU1 x
    expect_exit 1 spbe status kota.spbe
    expect_stdout '1 dari 3 tingkat sampai yang diklaim sudah dijelaskan'
    expect_stdout '1 dari 4 pertanyaan umum sudah dijawab'
    expect_exit 1 spbe status kota.spbe --json
    cp "$OUT" keadaan.json
    expect_json keadaan.json explanations.of 3
    expect_json keadaan.json explanations.given 1
    expect_json keadaan.json general.of 4
}

# ---- what was meant -------------------------------------------------------------------------------

# A number one too high is not a misspelt lower one.
test_a_wrong_indicator_is_led_to_the_nearest_number()
{
    make_file
    expect_exit 3 spbe claim kota.spbe I48 3
    expect_stderr "maksud Anda 'I47'?"
    expect_exit 3 spbe claim kota.spbe I148 3
    ! grep -q 'maksud' "$ERR" || fail 'I148 was led somewhere'
    expect_exit 3 spbe answer kota.spbe I48.3.a yes
    expect_stderr "maksud Anda 'I47.3.a'?"
    expect_exit 3 spbe claim kota.spbe 7 3
    expect_stderr "maksud Anda 'I07'?"
}

# A negative number is a wrong value, not an unknown option.
test_a_negative_number_is_a_wrong_value()
{
    make_file
    expect_exit 3 spbe set kota.spbe year -1
    expect_stderr "'-1' bukan tahun"
    expect_exit 3 spbe claim kota.spbe I11 -2,5 --note x
    expect_stderr "'-2,5'"
    expect_exit 2 spbe set kota.spbe year -x
    expect_exit 0 spbe claim kota.spbe I11 -
}

test_import_says_which_kinds_it_takes()
{
    make_file
    printf '%%PDF-1.4' >a.pdf
    /usr/bin/python3 -c 'import zipfile
zipfile.ZipFile("b.docx", "w").writestr("word/document.xml", "<x/>")'
    local file
    for file in a.pdf b.docx; do
        expect_exit 3 spbe import kota.spbe "$file"
        expect_stderr "$file: "
        expect_stderr .xlsx
        expect_stderr .csv
        expect_stderr JSON
    done
    printf '\n  bukan' >c.json
    expect_exit 3 spbe import kota.spbe c.json
}
