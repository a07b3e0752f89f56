# What a look inside PDFs tells, with pdftotext and without it.

export SPBE_USER=Siti

make_file()
{
    expect_exit 0 spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota \
        --year 2024
}

# A small document: OUT KIND [TEXT...], see pdf.py.
pdf() { /usr/bin/python3 "$ROOT/tests/cli/pdf.py" "$@"; }

# Wants a problem of this code and indicator among those of kota.spbe: CODE INDICATOR
expect_problem()
{
    spbe evaluate kota.spbe --json - 2>/dev/null >hasil.json
    grep -qF "\"code\":\"$1\",\"where\":\"$2\"" hasil.json || fail "no problem $1 at $2"
}

expect_no_problem()
{
    spbe evaluate kota.spbe --json - 2>/dev/null >hasil.json
    ! grep -qF "\"code\":\"$1\",\"where\":\"$2\"" hasil.json || fail "a problem $1 at $2"
}

test_marks_scans_and_dates_inside_are_warned_of()
{
    make_file
    pdf baik.pdf plain 'PERATURAN WALI KOTA|NOMOR 12 TAHUN 2023|tentang rancangan|pada 12 Mei 2023' 'lampiran'
    pdf cap.pdf watermark DRAFT 'PERATURAN WALI KOTA|Pasal 1'
    pdf pindaian.pdf scan
    pdf kelak.pdf plain 'NOTULA|Rapat 3 Februari 2025'
    pdf lama.pdf plain 'LAPORAN REVIU|Tahun 2019'
    pdf rusak.pdf broken
    expect_exit 0 spbe attach kota.spbe I11.2.a baik.pdf
    expect_stdout 'pemeriksaan isi dokumen: halaman diperiksa: 2; tanggal termuda 2023-05-12'
    expect_exit 0 spbe attach kota.spbe I12.2.a cap.pdf
    expect_exit 0 spbe attach kota.spbe I13.2.a pindaian.pdf
    expect_exit 0 spbe attach kota.spbe I14.2.a kelak.pdf
    expect_exit 0 spbe attach kota.spbe I14.4.b lama.pdf
    expect_exit 0 spbe attach kota.spbe I15.2.a rusak.pdf
    expect_no_stderr
    expect_no_problem draft I11
    expect_problem draft I12
    grep -q 'bertanda “draft” di halaman 1' hasil.json || fail 'the mark is not told'
    expect_problem scan I13
    expect_problem after_period I14
    expect_problem too_old I14
    expect_problem unreadable I15
    expect_exit 0 spbe verify kota.spbe
}

test_what_was_found_goes_with_the_assessment()
{
    make_file
    pdf draf.pdf plain 'RANCANGAN PERATURAN|12 Mei 2023'
    expect_exit 0 spbe attach kota.spbe I11.2.a draf.pdf
    spbe export kota.spbe >kota.json
    expect_json kota.json answers.I11.evidence.0.inspection \
        'pages=1 draft=rancangan@1 year=2023 date=2023-05-12'
    # The JSON alone gives the same warnings, on a machine without pdftotext, too.
    PATH=/nowhere "$SPBE" evaluate kota.json --json - 2>/dev/null >satu.json
    PATH=/nowhere "$SPBE" evaluate kota.spbe --json - 2>/dev/null >dua.json
    grep -q '"code":"draft"' satu.json || fail 'the JSON has lost what was found'
    expect_same satu.json dua.json
    # Taken into another file it stays, and is no change the second time.
    spbe new lain.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 >/dev/null
    expect_exit 0 spbe import lain.spbe kota.json
    spbe export lain.spbe >lagi.json
    expect_same kota.json lagi.json
}

test_without_pdftotext_everything_else_works()
{
    make_file
    pdf satu.pdf plain 'DRAFT'
    pdf dua.pdf plain 'DRAFT|dua'
    echo teks >teks.txt
    expect_exit 0 env PATH=/nowhere "$SPBE" attach kota.spbe I11.2.a satu.pdf dua.pdf
    expect_stderr 'pdftotext (paket poppler-utils) belum terpasang'
    [ "$(wc -l <"$ERR")" -eq 1 ] || fail 'it is said more than once'
    expect_exit 0 env PATH=/nowhere "$SPBE" attach kota.spbe I12.2.a teks.txt
    expect_no_stderr
    expect_no_problem draft I11
    expect_exit 7 env PATH=/nowhere "$SPBE" evidence check kota.spbe
    # Once it is there, all are looked into.
    expect_exit 0 spbe evidence check kota.spbe
    expect_stdout 'tanda “draft” di halaman 1'
    expect_problem draft I11
    [ -z "$(find . -name '.spbe-*')" ] || fail 'a copy of a document lies about'
    cp kota.spbe sama.spbe
    expect_exit 0 spbe evidence check kota.spbe I11
    expect_same sama.spbe kota.spbe
    expect_exit 0 spbe evidence check kota.spbe I12
    expect_stderr 'Tidak ada PDF'
}

test_a_hostile_document_is_stopped_and_told()
{
    make_file
    pdf bom.pdf bomb
    watch
    expect_exit 0 spbe attach kota.spbe I11.2.a bom.pdf
    in_time 8 'attaching a bomb'
    expect_problem unreadable I11
    expect_exit 0 spbe evidence get kota.spbe E1
    expect_same bom.pdf "$OUT"
}

test_a_newer_version_is_looked_into_too()
{
    make_file
    pdf draf.pdf plain 'DRAFT'
    pdf final.pdf plain 'PERATURAN'
    expect_exit 0 spbe attach kota.spbe I11.2.a draf.pdf
    expect_problem draft I11
    expect_exit 0 spbe evidence replace kota.spbe E1 final.pdf
    expect_no_problem draft I11
}
