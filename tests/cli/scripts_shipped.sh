# The scripts that come with the program: each explains itself, does its work on real files, loses nothing.

SHIPPED=$ROOT/scripts

assessment()
{
    spbe new "$1" --instrument spbe-2020 --agency "$2" --kind kabupaten --year "${3:-2023}" --as Siti >/dev/null
}

# Protects the user who knows nothing of a script but its name: --help in both languages, for all of them.
test_shipped_each_explains_itself()
{
    local count=0
    for script in "$SHIPPED"/*.lua; do
        expect_exit 0 spbe run "$script" --help
        expect_stdout "Penggunaan: spbe run $(basename "$script")"
        expect_exit 0 spbe run --lang en "$script" --help
        expect_stdout "Usage: spbe run $(basename "$script")"
        expect_exit 2 spbe run "$script" --tidak-ada
        expect_stderr "tidak ada opsi '--tidak-ada'"
        head -n 1 "$script" | grep -q '^--- ' || fail "$script does not say what it is"
        count=$((count + 1))
    done
    [ "$count" -ge 8 ] || fail "only $count scripts"
    expect_exit 0 spbe run --list
    [ "$(grep -c . "$OUT")" = $((count + 2)) ] || fail 'the list is not complete'
    expect_exit 0 spbe run sampel-audit --help
    expect_stdout 'Penggunaan: spbe run sampel-audit [PILIHAN]'
    expect_exit 2 spbe run sampel-audit
    expect_stderr 'spbe: sampel-audit: --seed TEKS wajib disebut'
    expect_exit 3 spbe run sampel-ujian
    expect_stderr "mungkin maksud Anda 'sampel-audit'"
    expect_exit 0 spbe run --list --lang en
    expect_stdout 'National recap of many assessments'
    grep -Lx 'local text = spbe.text' "$SHIPPED"/*.lua >without
    [ ! -s without ] || fail "$(cat without) chooses the language by itself"
}

# A new year for all agencies of a province; what is there already is left alone.
test_shipped_a_new_year_for_many()
{
    mkdir lama baru
    assessment lama/a.spbe 'Kabupaten A'
    assessment lama/b.spbe 'Kabupaten B'
    spbe answer lama/a.spbe I01.2.a ya --as Siti >/dev/null
    expect_exit 0 spbe run --as Siti --allow lama --allow baru "$SHIPPED/bawa-tahunan.lua" lama baru --year 2024
    expect_stdout 'a.spbe  Kabupaten A        1      0'
    expect_stderr '2 penilaian tahun 2024 dibuat, 0 tidak dapat dibuat'
    expect_exit 0 spbe verify baru/a.spbe
    cp baru/a.spbe before
    expect_exit 0 spbe run --as Siti --allow lama --allow baru "$SHIPPED/bawa-tahunan.lua" lama baru --year 2024
    expect_stdout 'sudah ada, tidak disentuh'
    expect_same baru/a.spbe before
    expect_exit 2 spbe run --as Siti --allow lama --allow baru "$SHIPPED/bawa-tahunan.lua" lama baru
    expect_stderr '--year TAHUN wajib disebut'
    expect_exit 2 spbe run --as Siti --allow lama --allow baru "$SHIPPED/bawa-tahunan.lua" lama baru --year dua
    expect_stderr '--year memerlukan bilangan bulat'
}

# A broken form does not keep the others out, and its own answers stay out as a whole.
test_shipped_forms_are_merged_one_by_one()
{
    assessment k.spbe 'Kota Contoh'
    spbe form k.spbe -o baik.xlsx --indicators I01
    spbe form k.spbe -o rusak.xlsx --indicators I02
    /usr/bin/python3 "$ROOT/tests/sheets/fill.py" baik.xlsx satu.xlsx I01.2.a:value=Ya
    /usr/bin/python3 "$ROOT/tests/sheets/fill.py" rusak.xlsx dua.xlsx I02.2.a:value=mungkin I02.2.b:value=Ya
    expect_exit 3 spbe run --as Siti "$SHIPPED/gabung-formulir.lua" k.spbe satu.xlsx dua.xlsx
    expect_stdout 'satu.xlsx      1'
    expect_stderr "'mungkin' bukan Ya"
    expect_stderr '1 formulir masuk, 1 ditinggalkan'
    spbe export k.spbe -o k.json
    expect_file '"I01.2.a":{"met":true' k.json
    ! grep -q 'I02.2.b' k.json || fail 'half of a broken form was taken in'
}

# What an assessor would object to, before he does.
test_shipped_evidence_is_audited()
{
    assessment k.spbe 'Kota Contoh'
    echo isi >perwali.pdf
    spbe attach k.spbe I01.2.a perwali.pdf --title 'Perwali 12' --as Siti >/dev/null
    spbe attach k.spbe I02.2.a perwali.pdf --title 'Perwali 12' --number 12 --date 2023-01-05 --as Siti >/dev/null
    expect_exit 1 spbe run "$SHIPPED/audit-bukti.lua" k.spbe --out=audit.csv
    expect_stdout 'tanpa tanggal'
    expect_stdout 'dokumen yang sama dipakai untuk I01, I02'
    expect_file 'tanpa nomor' audit.csv
    assessment kosong.spbe 'Kota Lain'
    expect_exit 0 spbe run "$SHIPPED/audit-bukti.lua" kosong.spbe
    expect_stderr '0 temuan'
}

# A recap over a stream in which one document is broken: the others are summed up, status 3.
test_shipped_a_recap_names_what_it_leaves_out()
{
    tr -d '\n' <"$ROOT/tests/examples/kota-bandar-lampung-2023.json" >s.jsonl
    printf '\n{"format":"spbe-assessment/1","instrument":"spbe-2020","year":2023,"agency":7}\n' >>s.jsonl
    expect_exit 3 spbe run "$SHIPPED/rekap-nasional.lua" s.jsonl --out=rekap.json --weakest 2
    expect_stdout 'tahun 2023: 1 instansi'
    expect_stdout 'Dasar: '
    expect_stdout 'kota'
    expect_json rekap.json groups.0.count 1
}

# An agency's own layout: shown first, every wrong row named, all or nothing.
test_shipped_own_tables_are_imported()
{
    assessment k.spbe 'Kota Contoh'
    printf 'Daftar kami;;;\nNo;Nama;Tingkat;Ket\n1;Indikator 1: Arsitektur;3;ok\n2;I02;2;\n' >t.csv
    expect_exit 0 spbe run --as Siti "$SHIPPED/impor-tabel.lua" k.spbe t.csv --first 3 --indicator B --level C --note D
    expect_stderr 'belum disimpan; tambahkan --save'
    expect_exit 0 spbe run --as Siti "$SHIPPED/impor-tabel.lua" k.spbe t.csv --first 3 --indicator B --level C --note D --save
    expect_stderr '3 perubahan disimpan'
    printf '3;Indikator 99;2;\n4;I03;9;\n5;I01;4;\n' >>t.csv
    cp k.spbe before
    expect_exit 3 spbe run --as Siti "$SHIPPED/impor-tabel.lua" k.spbe t.csv --first 3 --indicator B --level C --save
    expect_stderr "t.csv:5: tidak ada indikator 'Indikator 99'"
    expect_stderr 't.csv:6: '
    expect_stderr 't.csv:7: I01 sudah ada di baris 3'
    spbe export k.spbe -o now.json
    expect_json now.json answers.I01.claimed 3
    echo 'a;b' >kosong.csv
    expect_exit 3 spbe run --as Siti impor-tabel k.spbe kosong.csv
    expect_stderr 'spbe: impor-tabel: tidak ada baris dengan indikator dan tingkat'
}

# The same answers by the rules of two years.
test_shipped_a_new_guide_is_shown()
{
    assessment k.spbe 'Kota Contoh'
    spbe answer k.spbe I08.3.g ya --as Siti >/dev/null
    cp k.spbe before
    expect_exit 0 spbe run "$SHIPPED/pedoman-baru.lua" k.spbe --year 2024
    expect_stdout 'Aturan 2023: 1,00 (Kurang)'
    expect_stdout 'Aturan 2024: 1,00 (Kurang)'
    expect_stdout 'Tidak ada indikator yang berubah.'
    grep -q '^I08.3.g .* ya$' "$OUT" || fail 'a new criterion that is answered'
    expect_same k.spbe before
}

# A letter for each unit, what was returned first; a unit that has done all gets none.
test_shipped_units_are_reminded()
{
    assessment k.spbe 'Kota Contoh'
    spbe unit add k.spbe 'Dinas Kominfo' --as Siti >/dev/null
    spbe unit add k.spbe 'Bappeda' --as Siti >/dev/null
    spbe unit assign k.spbe 'Dinas Kominfo' I01 I02 --as Siti >/dev/null
    spbe set k.spbe deadline 2026-12-15 --as Siti >/dev/null
    mkdir surat
    expect_exit 0 spbe run --allow surat "$SHIPPED/pengingat.lua" k.spbe --to surat
    expect_stderr '1 dari 2 unit perlu diingatkan'
    expect_file 'Kepada unit: Dinas Kominfo' surat/pengingat-dinas-kominfo.txt
    expect_file 'I01  Kebijakan Arsitektur SPBE' surat/pengingat-dinas-kominfo.txt
    expect_file 'Tenggat: 2026-12-15' surat/pengingat-dinas-kominfo.txt
    [ "$(ls surat)" = pengingat-dinas-kominfo.txt ] || fail 'another letter'
}

# The same seed, the same sample; another seed, another one.
test_shipped_a_sample_can_be_drawn_again()
{
    local kota=$ROOT/tests/examples/kota-bandar-lampung-2023.json
    expect_exit 0 spbe run "$SHIPPED/sampel-audit.lua" "$kota" --seed 2026-11 --count 3 --out=s.csv
    cp "$OUT" first
    [ "$(grep -c 'Pemerintah Kota Bandar Lampung' s.csv)" = 12 ] || fail 'three of each of four domains'
    expect_exit 0 spbe run "$SHIPPED/sampel-audit.lua" "$kota" --seed 2026-11 --count 3
    expect_same "$OUT" first
    expect_exit 0 spbe run "$SHIPPED/sampel-audit.lua" "$kota" --seed 2026-12 --count 3
    ! cmp -s "$OUT" first || fail 'another seed draws the same'
}
