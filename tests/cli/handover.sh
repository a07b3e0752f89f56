# Handing over: the package that proves itself, and what the official application takes. Neither is ever
# there in part.

export SPBE_USER=Siti

# kota.spbe with evidence for I11, I12 and I20, of which that for I20 is only described.
make_file()
{
    expect_exit 0 spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota \
        --year 2024
    printf 'isi perwali' >perwali.pdf
    printf 'foto' >'Foto Rapat (1).JPG'
    expect_exit 0 spbe attach kota.spbe I11.3.a perwali.pdf --title 'Perwali 12/2023'
    expect_exit 0 spbe attach kota.spbe I11.2.a,I12.2.a 'Foto Rapat (1).JPG'
    expect_exit 0 spbe claim kota.spbe I11 3
    expect_exit 0 spbe explain-level kota.spbe I11.3 --fact 'Perwali 12/2023' --analysis cukup
    printf '{"format":"spbe-assessment/1","instrument":"spbe-2020","year":2024,"answers":{"I20":%s}}' \
        '{"evidence":[{"title":"Di lemari","supports":["I20.2.a"]}]}' >masuk.json
    expect_exit 0 spbe import kota.spbe masuk.json
}

# Changes a package as another program would: expression over `files`, a dict of names and bytes.
repack()
{
    /usr/bin/python3 - "$@" <<'PY'
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as old:
    files = {name: old.read(name) for name in old.namelist()}
exec(sys.argv[3])
with zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED) as new:
    for name, content in files.items():
        new.writestr(name, content)
PY
}

# ---- the package ---------------------------------------------------------------------------------

test_a_package_names_its_files_for_the_assessor()
{
    make_file
    expect_exit 0 spbe export kota.spbe --bundle serah.zip
    expect_stdout 'serah.zip: 3 berkas bukti, 1 hanya dicantumkan'
    expect_stderr 'E4 (I20): isinya tidak ada dalam berkas ini; hanya dicantumkan'
    /usr/bin/python3 -c 'import zipfile
for name in zipfile.ZipFile("serah.zip").namelist(): print(name)' >nama.txt
    cat >harapan.txt <<'NAMES'
manifest.json
assessment.json
DAFTAR-BUKTI.txt
bukti/Indikator11a-Foto-Rapat-1.jpg
bukti/Indikator11b-Perwali-12-2023.pdf
bukti/Indikator12a-Foto-Rapat-1.jpg
NAMES
    expect_same harapan.txt nama.txt
    expect_exit 0 spbe verify serah.zip
    expect_stdout 'utuh: 5 berkas, sesuai manifest'
    repack serah.zip lain.zip 'open("manifest.json", "wb").write(files["manifest.json"]);
open("isi.pdf", "wb").write(files["bukti/Indikator11b-Perwali-12-2023.pdf"]);
open("dalam.json", "wb").write(files["assessment.json"])'
    expect_exit 0 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-bundle.schema.json" manifest.json
    expect_same perwali.pdf isi.pdf
    expect_exit 0 spbe export kota.spbe -o kota.json
    expect_same kota.json dalam.json
    # Packed anew by another program it is still whole.
    expect_exit 0 spbe verify lain.zip
}

test_a_package_is_the_same_each_time()
{
    make_file
    expect_exit 0 spbe export kota.spbe --bundle satu.zip
    expect_stdout 'SHA-256 manifest: '
    grep 'SHA-256 manifest' "$OUT" >ditulis
    sleep 1.1
    expect_exit 0 spbe export kota.spbe --bundle dua.zip
    expect_same satu.zip dua.zip
    expect_exit 0 spbe verify dua.zip
    grep 'SHA-256 manifest' "$OUT" >diperiksa
    expect_same ditulis diperiksa
}

test_verify_names_what_is_missing_altered_or_foreign()
{
    make_file
    expect_exit 0 spbe export kota.spbe --bundle serah.zip
    repack serah.zip ubah.zip 'files["bukti/Indikator12a-Foto-Rapat-1.jpg"] = b"lain"'
    expect_exit 1 spbe verify ubah.zip
    expect_stdout 'bukti/Indikator12a-Foto-Rapat-1.jpg: telah diubah: SHA-256-nya'
    expect_stdout 'diubah atau rusak: 1 temuan'
    repack serah.zip hilang.zip 'del files["assessment.json"]; files["tamu.exe"] = b"x"'
    expect_exit 1 spbe verify hilang.zip --json
    cp "$OUT" putusan.json
    expect_json putusan.json whole false
    expect_json putusan.json findings.0.where assessment.json
    expect_json putusan.json findings.1.where tamu.exe
    repack serah.zip tanpa.zip 'del files["manifest.json"]'
    expect_exit 3 spbe verify tanpa.zip
    head -c 700 serah.zip >potong.zip
    expect_exit 3 spbe verify potong.zip
    expect_stderr 'potong.zip: terpotong atau rusak'
    printf 'x' | dd of=serah.zip bs=1 seek=60 conv=notrunc 2>/dev/null
    expect_exit 3 spbe verify serah.zip
}

# A package comes from anybody: refused within moments, in little memory, and nothing is unpacked.
test_a_hostile_package_is_refused()
{
    /usr/bin/python3 - <<'PY'
import zipfile
def make(name, parts, pack=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(name, "w", pack) as out:
        for part, content in parts:
            out.writestr(part, content)
whole = '{"format":"spbe-bundle/1","files":[]}'
make("keluar.zip", [("manifest.json", whole), ("../../lepas.txt", "x")])
make("akar.zip", [("manifest.json", whole), ("/tmp/lepas.txt", "x")])
make("bom.zip", [("manifest.json", whole), ("bom", b"\0" * 90_000_000)])
make("manifes.zip", [("manifest.json", whole + " " * 20_000_000)], zipfile.ZIP_STORED)
PY
    expect_exit 3 spbe verify keluar.zip
    expect_exit 3 spbe verify akar.zip
    expect_exit 6 timeout 5 "$SPBE" verify bom.zip
    expect_exit 6 spbe verify manifes.zip
    [ ! -e /tmp/lepas.txt ] && [ ! -e ../../lepas.txt ] || fail 'something was unpacked'
}

test_an_output_is_never_written_over()
{
    make_file
    printf lama >ada.zip
    expect_exit 3 spbe export kota.spbe --bundle ada.zip
    expect_file lama ada.zip
    expect_exit 3 spbe export kota.spbe --bundle kota.spbe
    expect_exit 0 spbe verify kota.spbe
    mkdir penuh && printf lama >penuh/x
    expect_exit 3 spbe export kota.spbe --portal penuh
    expect_exit 3 spbe export kota.spbe --portal ada.zip
    expect_exit 2 spbe export kota.spbe --portal baru --bundle baru.zip
    [ ! -e baru ] && [ ! -e baru.zip ] || fail 'a refused export left something'
}

# ---- faults --------------------------------------------------------------------------------------

# A scan of 100 MB goes through in little memory, in and out and through verification.
test_a_large_scan_needs_little_memory()
{
    case ${SPBE_KIND:-} in *asan*) exit 77 ;; esac
    make_file
    head -c 104857600 /dev/urandom >pindai.pdf
    expect_exit 0 spbe attach kota.spbe I13.2.a pindai.pdf
    rm pindai.pdf
    local step
    for step in 'export kota.spbe --bundle besar.zip' 'verify besar.zip' \
        'export kota.spbe --portal keluar'; do
        # shellcheck disable=SC2086
        expect_exit 0 /usr/bin/time -f %M -o memori "$SPBE" $step
        if ! ldd "$SPBE" | piped asan && [ "$(tail -n 1 memori)" -gt 24000 ]; then
            fail "$step took $(tail -n 1 memori) KB"
        fi
    done
    # 104,857,600 bytes are more than 100 MB of the official application.
    expect_stdout 'keluar: 4 dari 47 indikator, 1 hal tidak muat'
    [ -s 'keluar/I13 - Rencana dan Anggaran SPBE/tidak-muat/Indikator13a-pindai.pdf' ] ||
        fail 'the document that does not fit is not there'
    rm -rf keluar besar.zip
}

test_a_full_disk_leaves_nothing()
{
    make_file
    head -c 400000 /dev/urandom >besar.pdf
    expect_exit 0 spbe attach kota.spbe I13.2.a,I14.2.a besar.pdf
    mkdir tempat
    local blocks
    for blocks in 1 100 399; do
        expect_exit 7 bash -c 'ulimit -f "$1"; exec "$SPBE" export kota.spbe --bundle tempat/o.zip' \
            _ "$blocks"
        expect_stderr 'tempat/o.zip: tidak dapat ditulis'
        expect_exit 7 bash -c 'ulimit -f "$1"; exec "$SPBE" export kota.spbe --portal tempat/keluar' \
            _ "$((blocks < 300 ? blocks : 300))"
        [ -z "$(ls -A tempat)" ] || { ls -lA tempat; fail 'something was left behind'; }
    done
    expect_exit 0 spbe verify kota.spbe
}

# Killed at any moment, the package is not there, or it is whole.
test_a_killed_export_leaves_no_half_package()
{
    make_file
    head -c 30000000 /dev/urandom >besar.pdf
    expect_exit 0 spbe attach kota.spbe I13.2.a,I14.2.a,I15.2.a besar.pdf
    local pause pid
    for pause in 0.01 0.05 0.1 0.2; do
        "$SPBE" export kota.spbe --bundle o.zip >/dev/null 2>&1 &
        pid=$!
        sleep "$pause"
        kill -KILL "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
        if [ -e o.zip ]; then
            expect_exit 0 spbe verify o.zip
            rm o.zip
        fi
        "$SPBE" export kota.spbe --portal keluar >/dev/null 2>&1 &
        pid=$!
        sleep "$pause"
        kill -TERM "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
        if [ -e keluar ]; then
            [ -s keluar/BACA-DULU.txt ] &&
                [ "$(cat keluar/I15*/Indikator15a-besar.pdf | wc -c)" -eq 30000000 ] ||
                fail 'the folder is not complete'
            rm -r keluar
        fi
        rm -rf .spbe-*
    done
    expect_exit 0 spbe verify kota.spbe
}

# ---- the official application --------------------------------------------------------------------

test_the_portal_folder_is_ready_to_paste_and_upload()
{
    make_file
    expect_exit 0 spbe question answer kota.spbe PU3 'perizinan'
    expect_exit 0 spbe export kota.spbe --portal keluar
    expect_stdout 'keluar: 3 dari 47 indikator, 0 hal tidak muat; baca BACA-DULU.txt lebih dahulu'
    (cd keluar && find . -type f | sort) >isi.txt
    cat >harapan.txt <<'NAMES'
./BACA-DULU.txt
./I11 - Arsitektur SPBE/Indikator11.zip
./I11 - Arsitektur SPBE/penjelasan.txt
./I12 - Peta Rencana SPBE/Indikator12.zip
./I12 - Peta Rencana SPBE/penjelasan.txt
./I20 - Kolaborasi Penerapan SPBE/penjelasan.txt
./pertanyaan-umum.txt
NAMES
    expect_same harapan.txt isi.txt
    expect_file 'FAKTA: Perwali 12/2023' 'keluar/I11 - Arsitektur SPBE/penjelasan.txt'
    expect_file 'Tingkat yang diklaim: 3' 'keluar/I11 - Arsitektur SPBE/penjelasan.txt'
    expect_file 'perizinan' keluar/pertanyaan-umum.txt
    expect_file 'Indikator20a-Di-lemari: isinya disimpan di tempat lain' keluar/BACA-DULU.txt
    # The limits are not sure, and that is said.
    expect_file 'Belum pasti' keluar/BACA-DULU.txt
    expect_file 'batas tahun sesudahnya tidak diketahui' keluar/BACA-DULU.txt
    /usr/bin/python3 -m zipfile -t 'keluar/I11 - Arsitektur SPBE/Indikator11.zip' >/dev/null
}

test_a_package_is_told_in_the_readers_language()
{
    make_file
    expect_exit 0 spbe export kota.spbe --portal keluar --lang en
    expect_file 'For the official application: Kota Contoh, 2024' keluar/BACA-DULU.txt
    expect_exit 0 spbe export kota.spbe --bundle o.zip --lang en
    expect_stdout '3 files of evidence, 1 only listed'
    expect_exit 0 spbe help handover
    expect_stdout 'BELUM PASTI'
}

# An instrument that says nothing of the official application: names have no prefix, nothing is refused, and
# indicators in slots keep apart.
test_an_instrument_without_limits_is_handed_over_too()
{
    expect_exit 0 spbe new lama.spbe --instrument spbe-2018 --agency 'Kota Contoh' --kind kota \
        --year 2019
    printf 'isi' >a.xyz
    printf 'isi lain' >b.xyz
    expect_exit 0 spbe attach lama.spbe I35-1.2.a a.xyz b.xyz
    expect_exit 0 spbe attach lama.spbe I35-2.2.a a.xyz
    expect_exit 0 spbe export lama.spbe --bundle lama.zip
    expect_exit 0 spbe verify lama.zip
    /usr/bin/python3 -c 'import zipfile
for name in zipfile.ZipFile("lama.zip").namelist()[3:]: print(name)' >nama.txt
    printf 'bukti/%s\n' 35-1a-a.xyz 35-1b-b.xyz 35-2a-a.xyz >harapan.txt
    expect_same harapan.txt nama.txt
    expect_exit 0 spbe export lama.spbe --portal keluar
    expect_stdout '0 hal tidak muat'
    [ "$(find keluar -name '*.xyz' | wc -l)" -eq 3 ] || fail 'not every file is there'
    expect_exit 0 spbe explain-level lama.spbe I01.0 --text 'belum ada'
    expect_exit 3 spbe explain-level lama.spbe I01.1 --fact x
    expect_stderr 'tidak membagi penjelasan menjadi fakta dan analisis'
}

# A newer version takes the place of the older one in what is handed over.
test_only_the_version_that_counts_is_handed_over()
{
    make_file
    printf 'isi baru' >baru.pdf
    expect_exit 0 spbe evidence replace kota.spbe E1 baru.pdf
    expect_exit 0 spbe export kota.spbe --bundle serah.zip
    /usr/bin/python3 - <<'PY' || fail 'the older version was handed over'
import zipfile
with zipfile.ZipFile("serah.zip") as package:
    held = [package.read(name) for name in package.namelist() if name.startswith("bukti/")]
assert b"isi baru" in held and b"isi perwali" not in held, held
PY
}

# What is written about the evidence survives the way through other people's hands.
test_the_assessment_comes_back_out_of_a_package()
{
    make_file
    expect_exit 0 spbe export kota.spbe --bundle serah.zip
    /usr/bin/python3 -c 'import zipfile
zipfile.ZipFile("serah.zip").extract("assessment.json")'
    expect_exit 0 spbe new balik.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota \
        --year 2024
    expect_exit 0 spbe import balik.spbe assessment.json
    expect_exit 0 spbe export balik.spbe -o balik.json
    expect_same assessment.json balik.json
    expect_exit 0 spbe export balik.spbe --bundle kosong.zip
    expect_stdout '0 berkas bukti, 4 hanya dicantumkan'
    expect_exit 0 spbe verify kosong.zip
}

# Whoever only reads the list must find each file, and what is not there.
test_the_list_of_evidence_can_be_read()
{
    make_file
    expect_exit 0 spbe export kota.spbe --bundle serah.zip
    /usr/bin/python3 -c 'import zipfile
zipfile.ZipFile("serah.zip").extract("DAFTAR-BUKTI.txt")'
    cat >harapan.txt <<'LIST'
Bukti dukung Kota Contoh, 2024 (Evaluasi SPBE 2020)
Berkasnya ada dalam folder bukti/; 'spbe verify' memeriksa paket ini.

I11 Tingkat Kematangan Arsitektur SPBE Instansi Pusat/Pemerintah Daerah
  Indikator11a-Foto-Rapat-1.jpg
    mendukung: I11.2.a
    berkas: Foto Rapat (1).JPG
LIST
    head -n 7 DAFTAR-BUKTI.txt >awal.txt
    expect_same harapan.txt awal.txt
    expect_file 'Indikator20a-Di-lemari (tidak ada dalam paket: disimpan di tempat lain)' \
        DAFTAR-BUKTI.txt
    expect_file "SHA-256: $(sha256sum perwali.pdf | cut -d' ' -f1)" DAFTAR-BUKTI.txt
}

# Reading goes on while somebody else writes, and the other way round.
test_an_export_and_a_writer_do_not_hinder_each_other()
{
    make_file
    head -c 60000000 /dev/urandom >besar.pdf
    expect_exit 0 spbe attach kota.spbe I13.2.a besar.pdf
    "$SPBE" export kota.spbe --bundle serah.zip >/dev/null 2>&1 &
    local pid=$!
    expect_exit 0 spbe claim kota.spbe I13 2
    wait "$pid" || fail 'the export failed'
    expect_exit 0 spbe verify serah.zip
    expect_exit 0 spbe verify kota.spbe
}
