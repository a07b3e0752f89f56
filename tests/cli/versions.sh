# Evidence that changes: newer versions, more criteria, other descriptions, equal contents.

export SPBE_USER=Siti

# A new file kota.spbe with E1 (perwali.pdf, I11.2.a and b).
make_file()
{
    expect_exit 0 spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota \
        --year 2024
    printf 'naskah' >naskah.pdf
    printf 'bertanda tangan' >final.pdf
    expect_exit 0 spbe attach kota.spbe I11.2.a,I11.2.b naskah.pdf --title 'Perwali Arsitektur' \
        --number 12/2023
}

test_a_newer_version_counts_and_the_old_one_stays()
{
    make_file
    expect_exit 0 spbe evidence replace kota.spbe E1 final.pdf --date 2023-05-01
    expect_no_stderr
    spbe evidence list kota.spbe >daftar.txt
    ! grep -q '^E1 ' daftar.txt || fail 'the old version is listed'
    expect_exit 0 spbe evidence list kota.spbe --all
    expect_stdout 'digantikan oleh E2'
    expect_stdout '15 B; versi 2'
    expect_exit 0 spbe evidence get kota.spbe E1
    expect_same naskah.pdf "$OUT"
    expect_exit 0 spbe evidence get kota.spbe E2
    expect_same final.pdf "$OUT"
    spbe export kota.spbe >kota.json
    expect_json kota.json answers.I11.evidence.0.file final.pdf
    expect_json kota.json answers.I11.evidence.0.title 'Perwali Arsitektur'
    expect_json kota.json answers.I11.evidence.0.supports '["I11.2.a", "I11.2.b"]'
    [ "$(grep -o '"file":' kota.json | wc -l)" -eq 1 ] || fail 'the old version is exported'
    expect_exit 0 spbe history kota.spbe I11
    expect_stdout 'E1  digantikan oleh: E2'
    expect_exit 0 spbe verify kota.spbe
    expect_stdout '2 dokumen'
}

test_versions_are_told_to_programs()
{
    make_file
    expect_exit 0 spbe evidence replace kota.spbe E1 final.pdf
    printf 'perbaikan' >final2.pdf
    expect_exit 0 spbe evidence replace kota.spbe E2 final2.pdf
    spbe evidence list kota.spbe --json >baru.jsonl
    [ "$(wc -l <baru.jsonl)" -eq 1 ] || fail 'older versions are listed'
    expect_json baru.jsonl version 3
    expect_json baru.jsonl replaces E2
    spbe evidence list kota.spbe --all --json | head -n 1 >lama.jsonl
    expect_json lama.jsonl replaced_by E2
    expect_exit 3 spbe evidence replace kota.spbe E1 final.pdf
    expect_stderr 'E2 lebih baru'
}

test_an_old_version_that_others_rest_on_is_told()
{
    make_file
    expect_exit 0 spbe evidence support kota.spbe E1 I12.2.a
    expect_exit 0 spbe evidence replace kota.spbe E1 final.pdf
    expect_stderr 'E2 (I12) masih memakai versi lama'
    printf 'lagi' >lagi.pdf
    expect_exit 0 spbe evidence replace kota.spbe E2,E3 lagi.pdf
    expect_no_stderr
    expect_exit 0 spbe evidence list kota.spbe
    expect_stdout 'sama dengan E4'
}

test_one_item_supports_many_criteria()
{
    make_file
    expect_exit 0 spbe evidence support kota.spbe E1 I11.3.a,I12.2.a
    spbe export kota.spbe >kota.json
    expect_json kota.json answers.I11.evidence.0.supports '["I11.2.a", "I11.2.b", "I11.3.a"]'
    expect_json kota.json answers.I12.evidence.0.title 'Perwali Arsitektur'
    expect_json kota.json answers.I12.evidence.0.number 12/2023
    expect_exit 3 spbe evidence support kota.spbe E1 I12.2.z
    expect_exit 3 spbe evidence support kota.spbe E9 I12.2.a
    expect_exit 2 spbe evidence support kota.spbe E1
}

test_a_description_is_changed_and_the_history_keeps_it()
{
    make_file
    expect_exit 0 spbe evidence describe kota.spbe E1 --date 2023-05-01 --pages 3-7 --number ''
    spbe evidence list kota.spbe --json >satu.jsonl
    expect_json satu.jsonl date 2023-05-01
    expect_json satu.jsonl pages 3-7
    expect_json satu.jsonl number null
    expect_json satu.jsonl title 'Perwali Arsitektur'
    expect_exit 0 spbe history kota.spbe I11
    expect_stdout '12/2023 → –'
    expect_exit 3 spbe evidence describe kota.spbe E1 --date kemarin
}

test_equal_contents_are_told_and_marked()
{
    make_file
    cp naskah.pdf salinan.pdf
    expect_exit 0 spbe attach kota.spbe I11.3.a salinan.pdf --title 'Judul lain'
    expect_stderr 'E2 isinya sama dengan E1 (I11, Perwali Arsitektur)'
    expect_stderr 'spbe evidence support FILE E1 I11.3.a'
    expect_exit 0 spbe attach kota.spbe I12.2.a salinan.pdf --lang en
    expect_stderr 'E3 has the same content as E1'
    expect_exit 0 spbe evidence list kota.spbe
    expect_stdout '6 B; sama dengan E1'
    spbe evidence list kota.spbe I12 --json >satu.jsonl
    expect_json satu.jsonl same_as null
    # Attached at one time to many indicators, it is no slip.
    printf 'lain' >lain.pdf
    expect_exit 0 spbe attach kota.spbe I13.2.a,I14.2.a lain.pdf
    expect_no_stderr
}

test_the_list_fits_a_narrow_terminal()
{
    make_file
    expect_exit 0 spbe attach kota.spbe I12.2.a,I12.2.b final.pdf --date 2023-05-01 \
        --title 'Peraturan Wali Kota tentang Arsitektur SPBE'
    expect_exit 0 spbe evidence withdraw kota.spbe E1 --reason 'dokumen keliru, belum final'
    in_terminal env NO_COLOR=1 bash -c 'stty cols 60; exec "$@"' - "$SPBE" evidence list kota.spbe
    expect_stdout 'Perwali'
    /usr/bin/python3 -c 'import sys
sys.exit(any(len(line.rstrip()) > 60 for line in open(sys.argv[1], encoding="utf-8")))' "$OUT" ||
        fail 'a line is wider than 60 columns'
}

test_a_long_file_name_is_warned_of()
{
    local name
    make_file
    name="laporan-$(printf 'é%.0s' $(seq 52))" # 60 letters, 112 bytes
    printf 'a' >"$name"
    printf 'b' >"${name}f"
    expect_exit 0 spbe attach kota.spbe I12.2.a "$name" --title pas
    expect_exit 0 spbe attach kota.spbe I13.2.a "${name}f" --title panjang
    spbe evaluate kota.spbe --json - 2>/dev/null >hasil.json
    grep -q 'I13.*61 huruf' hasil.json || fail 'a name of 61 letters is not warned of'
    ! grep -q 'nama berkas “pas”' hasil.json || fail 'a name of 60 letters is warned of'
}

test_a_file_of_version_1_is_verified()
{
    cp "$ROOT/tests/store/version-1.spbe" lama.spbe
    expect_exit 0 spbe verify lama.spbe
    expect_exit 0 spbe verify lama.spbe
}
