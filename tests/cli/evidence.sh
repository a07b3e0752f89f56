# Evidence on the command line: attached, listed, taken out, withdrawn, purged; large scans in
# little memory.

export SPBE_USER=Siti

make_file()
{
    expect_exit 0 spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota \
        --year 2024
    printf 'isi perwali' >perwali.pdf
}

test_attach_copies_the_document_into_the_file()
{
    make_file
    expect_exit 0 spbe attach kota.spbe I11.2.a,I11.2.b perwali.pdf --title 'Perwali 12/2023' \
        --number 12/2023 --date 2023-05-01 --pages 3-7 --unit 'Bagian Hukum'
    expect_no_stderr
    rm perwali.pdf
    expect_exit 0 spbe evidence get kota.spbe E1 -o keluar.pdf
    expect_file 'isi perwali' keluar.pdf
    expect_exit 0 spbe evidence get kota.spbe E1
    expect_same keluar.pdf "$OUT"
    expect_exit 0 spbe export kota.spbe -o kota.json
    expect_json kota.json answers.I11.evidence.0.title 'Perwali 12/2023'
    expect_json kota.json answers.I11.evidence.0.supports '["I11.2.a", "I11.2.b"]'
    expect_json kota.json answers.I11.evidence.0.sha256 "$(sha256sum keluar.pdf | cut -d' ' -f1)"
    expect_exit 0 spbe evidence list kota.spbe
    expect_stdout 'Perwali 12/2023'
    expect_stdout '11 B'
}

test_a_document_is_kept_once_however_often_it_is_attached()
{
    make_file
    head -c 900000 /dev/urandom >pindaian.pdf
    cp pindaian.pdf salinan.pdf
    expect_exit 0 spbe attach kota.spbe I11.2.a,I12.2.a pindaian.pdf salinan.pdf
    expect_exit 0 spbe attach kota.spbe I13.2.a salinan.pdf
    [ "$(stat -c %s kota.spbe)" -lt 1500000 ] || fail 'the document is there several times'
    expect_exit 0 spbe evidence list kota.spbe I13
    expect_stdout salinan.pdf
}

test_evidence_for_an_indicator_alone_is_warned_of()
{
    make_file
    expect_exit 0 spbe attach kota.spbe I11 perwali.pdf
    expect_stderr 'E1 belum mendukung kriteria apa pun'
    expect_exit 0 spbe attach kota.spbe I11.2.a perwali.pdf
    expect_no_stderr
    expect_exit 0 spbe evidence list kota.spbe
    ! grep -q E2 "$OUT" || fail 'the same document became a second item'
}

test_attach_refuses_what_is_no_document()
{
    make_file
    : >kosong.pdf
    mkfifo pipa
    cp kota.spbe asli.spbe
    expect_exit 3 spbe attach kota.spbe I11.2.a kosong.pdf
    expect_exit 3 spbe attach kota.spbe I11.2.a tidak-ada.pdf
    expect_exit 3 spbe attach kota.spbe I11.2.a pipa
    expect_exit 3 spbe attach kota.spbe I11.2.z perwali.pdf
    expect_exit 3 spbe attach kota.spbe I11.2.a perwali.pdf --date kemarin
    # One bad document, and none is taken.
    expect_exit 3 spbe attach kota.spbe I11.2.a perwali.pdf kosong.pdf
    expect_same asli.spbe kota.spbe
}

test_a_withdrawn_item_no_longer_counts_and_stays_in_the_history()
{
    make_file
    expect_exit 0 spbe attach kota.spbe I11.2.a perwali.pdf
    expect_exit 2 spbe evidence withdraw kota.spbe E1
    expect_exit 0 spbe evidence withdraw kota.spbe E1 --reason 'dokumen keliru'
    expect_exit 3 spbe evidence withdraw kota.spbe E1 --reason lagi
    expect_exit 3 spbe evidence withdraw kota.spbe E9 --reason lagi
    expect_exit 0 spbe evidence list kota.spbe
    expect_stdout 'ditarik: dokumen keliru'
    spbe export kota.spbe >kota.json
    ! grep -q evidence kota.json || fail 'a withdrawn item is exported'
    expect_exit 0 spbe history kota.spbe I11
    expect_stdout 'dokumen keliru'
    expect_exit 0 spbe verify kota.spbe
}

test_a_purged_document_is_gone_and_the_file_is_still_whole()
{
    make_file
    printf 'NIK 3573010101010001' >ktp.txt
    expect_exit 0 spbe attach kota.spbe I11.2.a,I12.2.a ktp.txt
    expect_exit 3 spbe evidence withdraw kota.spbe E1 --reason 'data pribadi' --purge
    expect_stderr 'E2'
    expect_exit 0 spbe evidence withdraw kota.spbe E1 E2 --reason 'data pribadi'
    expect_exit 0 spbe evidence withdraw kota.spbe E2 --reason 'data pribadi' --purge
    ! grep -q 3573010101010001 kota.spbe || fail 'the content is still in the file'
    expect_exit 3 spbe evidence get kota.spbe E1
    expect_stderr 'dihapus isinya'
    expect_exit 0 spbe verify kota.spbe
    expect_stdout '1 dihapus isinya'
    expect_exit 0 spbe history kota.spbe
    expect_stdout "$(sha256sum ktp.txt | cut -c 1-64)"
}

test_altered_content_is_found_out_and_never_handed_out()
{
    make_file
    expect_exit 0 spbe attach kota.spbe I11.2.a perwali.pdf
    /usr/bin/python3 -c 'import sqlite3
base = sqlite3.connect("kota.spbe")
base.execute("UPDATE chunk SET bytes = CAST(? AS BLOB)", (b"isi PERWALI",))
base.commit()'
    expect_exit 1 spbe verify kota.spbe
    expect_stdout '(E1, perwali.pdf): isinya diubah'
    expect_exit 5 spbe evidence get kota.spbe E1
    expect_no_stdout
}

# Wants a command to end well and to stay below so many megabytes: MEGABYTES COMMAND...
expect_memory()
{
    /usr/bin/python3 - "$@" <<'PY' || fail "failed, or took more than $1 MB"
import resource, subprocess, sys
done = subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(f"    {peak:.1f} MB, status {done.returncode}: {' '.join(sys.argv[3:6])}")
sys.exit(peak > float(sys.argv[1]) or done.returncode != 0)
PY
}

test_a_scan_of_100_mb_needs_less_than_16_mb_of_memory()
{
    [ -z "${SPBE_SANITIZED:-}" ] || return 0
    make_file
    head -c 104857600 /dev/urandom >besar.pdf
    expect_memory 16 "$SPBE" attach kota.spbe I11.2.a besar.pdf --title satu
    expect_memory 16 "$SPBE" evidence get kota.spbe E1 -o keluar.pdf
    expect_same besar.pdf keluar.pdf
    rm keluar.pdf
    expect_memory 16 "$SPBE" verify kota.spbe
    expect_memory 16 "$SPBE" export kota.spbe
    printf x >>besar.pdf
    expect_exit 6 spbe attach kota.spbe I11.2.a besar.pdf
    expect_memory 16 "$SPBE" evidence withdraw kota.spbe E1 --reason besar --purge
}
