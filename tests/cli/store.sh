# The assessment file on the command line: made, filled, proved, carried from hand to hand, never
# torn.

export SPBE_USER=Siti

# A new file kota.spbe of spbe-2020.
make_file()
{
    expect_exit 0 spbe new "${1:-kota.spbe}" --instrument spbe-2020 --agency 'Kota Contoh' \
        --kind kota --year 2024
}

# Runs SQL on a file as another program would: FILE SQL.
tamper()
{
    /usr/bin/python3 - "$@" <<'PY'
import sqlite3, sys
base = sqlite3.connect(sys.argv[1])
base.executescript(sys.argv[2])
base.commit()
PY
}

# ---- making a file -------------------------------------------------------------------------------

test_new_says_what_it_made()
{
    make_file
    expect_stdout 'kota.spbe: Kota Contoh, 2024, spbe-2020 (47 indikator)'
    expect_no_stderr
    expect_exit 0 spbe verify kota.spbe
    expect_stdout 'utuh: '
}

test_new_keeps_the_rules_it_was_made_with()
{
    make_file
    /usr/bin/python3 - "$ROOT/rules/spbe-2020" <<'PY' || fail 'other rules than those of the pack'
import hashlib, os, sqlite3, sys
rows = sqlite3.connect("kota.spbe").execute("SELECT name, sha256, bytes FROM rule_file").fetchall()
assert len(rows) >= 5, rows
for name, sha256, data in rows:
    assert open(os.path.join(sys.argv[1], name), "rb").read() == data, name
    assert hashlib.sha256(data).hexdigest() == sha256, name
PY
}

test_new_refuses_what_cannot_be()
{
    expect_exit 2 spbe new a.spbe --instrument spbe-2020 --agency A --kind kota
    expect_stderr "memerlukan --year"
    expect_exit 3 spbe new a.spbe --instrument spbe-2020 --agency A --kind desa --year 2024
    expect_exit 3 spbe new a.spbe --instrument spbe-2020 --agency A --kind kota --year 2020
    expect_exit 4 spbe new a.spbe --instrument spbe-2099 --agency A --kind kota --year 2024
    expect_exit 2 spbe new a.spbe --instrument spbe-2020 --agency ' ' --kind kota --year 2024
    [ ! -e a.spbe ] || fail 'a refused file is there'
    echo lain >a.spbe
    expect_exit 3 spbe new a.spbe --instrument spbe-2020 --agency A --kind kota --year 2024
    expect_file lain a.spbe
    [ "$(ls -A | grep -vc '^\.log$\|^\.std')" -eq 1 ] || fail 'something was left behind'
}

test_nobody_writes_without_a_name()
{
    unset SPBE_USER
    expect_exit 2 spbe new a.spbe --instrument spbe-2020 --agency A --kind kota --year 2024
    expect_stderr '--as'
    make_as="--as Budi"
    expect_exit 0 spbe new a.spbe --instrument spbe-2020 --agency A --kind kota --year 2024 $make_as
    expect_exit 2 spbe claim a.spbe I01 2
    expect_exit 0 spbe claim a.spbe I01 2 --as Budi
    expect_exit 0 spbe history a.spbe I01
    expect_stdout 'UTC  Budi  (claim)'
    ! grep -qF "$(id -un)" "$OUT" || [ "$(id -un)" = Budi ] || fail 'the login name was taken'
}

test_a_name_that_was_asked_is_kept_in_the_file()
{
    unset SPBE_USER
    expect_exit 0 spbe new a.spbe --instrument spbe-2020 --agency A --kind kota --year 2024 \
        --as Budi
    (sleep 0.5; printf 'Siti Aminah\n'; sleep 1) |
        TERM=xterm script -qec "'$SPBE' claim a.spbe I01 2" /dev/null >asked.txt
    expect_file 'Nama Anda' asked.txt
    # From now on it is known, and another name still comes first.
    expect_exit 0 spbe claim a.spbe I01 3
    expect_exit 0 spbe claim a.spbe I01 4 --as Budi
    expect_exit 0 spbe history a.spbe I01
    [ "$(grep -c 'Siti Aminah' "$OUT")" -eq 2 ] || {
        show history "$OUT"
        fail 'the name was not kept'
    }
}

test_set_corrects_the_cover()
{
    make_file
    expect_exit 0 spbe set kota.spbe agency 'Kota Baru'
    expect_exit 0 spbe set kota.spbe kind kabupaten
    expect_exit 0 spbe set kota.spbe year 2023
    expect_exit 0 spbe export kota.spbe -o kota.json
    expect_json kota.json agency.name 'Kota Baru'
    expect_json kota.json agency.kind kabupaten
    expect_json kota.json year 2023
    expect_exit 2 spbe set kota.spbe instrument spbe-2018
    expect_exit 0 spbe set kota.spbe year 2023
    expect_stderr 'Tidak ada yang berubah'
}

# ---- answers and verdicts ------------------------------------------------------------------------

test_answers_claims_and_verdicts_are_told_and_exported()
{
    make_file
    expect_exit 0 spbe answer kota.spbe I11.2.a ya --note 'Perwali 12'
    expect_stdout 'I11.2.a  jawaban: ya'
    expect_exit 0 spbe answer kota.spbe I11.2.b no --lang en
    expect_stdout 'I11.2.b  answer: no'
    expect_exit 0 spbe claim kota.spbe I11 3
    expect_exit 0 spbe claim kota.spbe I11 '2,0'
    expect_stdout 'I11  nilai klaim: 3 → 2'
    expect_exit 0 spbe rate kota.spbe I11 1 --reason 'belum ada'
    expect_exit 0 spbe rate kota.spbe I11 2 --reason 'sudah dilihat' --stage visitasi
    expect_exit 0 spbe rate kota.spbe I11 1 --reason 'dokumen lama' --stage dokumen
    expect_exit 0 spbe export kota.spbe -o kota.json
    expect_json kota.json answers.I11.claimed 2
    expect_json kota.json answers.I11.verified 2
    expect_json kota.json answers.I11.verified_reason 'sudah dilihat'
    expect_json kota.json answers.I11.stages.2.reason 'dokumen lama'
    expect_json kota.json answers.I11.stages.0.by Siti
    expect_exit 0 spbe answer kota.spbe I11.2.a -
    expect_stdout 'I11.2.a  jawaban: ya → –'
}

test_wrong_answers_are_refused_and_change_nothing()
{
    make_file
    cp kota.spbe asli.spbe
    expect_exit 2 spbe answer kota.spbe I11.2.a mungkin
    expect_exit 3 spbe answer kota.spbe I11.9.a yes
    expect_exit 3 spbe answer kota.spbe I48.2.a yes
    expect_exit 3 spbe claim kota.spbe I11 6
    expect_exit 3 spbe claim kota.spbe I11 2.5
    expect_exit 3 spbe claim kota.spbe i11 2
    expect_stderr "maksud Anda 'I11'"
    expect_exit 2 spbe rate kota.spbe I11 2
    expect_exit 2 spbe rate kota.spbe I11 2 --reason x --stage akhir
    expect_same asli.spbe kota.spbe
}

test_states_and_locks()
{
    make_file
    expect_exit 0 spbe submit kota.spbe I11 I12
    expect_stdout 'I12  keadaan: diajukan'
    expect_exit 2 spbe return kota.spbe I11
    expect_exit 0 spbe return kota.spbe I11 --reason 'bukti kurang'
    expect_exit 0 spbe lock kota.spbe I12
    expect_exit 5 spbe claim kota.spbe I12 3
    expect_stderr 'terkunci'
    expect_exit 3 spbe submit kota.spbe I12
    # All or none.
    expect_exit 3 spbe submit kota.spbe I11 I12
    expect_exit 0 spbe export kota.spbe -o kota.json
    expect_json kota.json answers.I11.state returned
    expect_json kota.json answers.I12.state locked
    expect_exit 1 spbe status kota.spbe
    expect_stdout 'bukti kurang'
}

# ---- what is missing -----------------------------------------------------------------------------

test_status_counts_only_what_is_done()
{
    make_file
    expect_exit 1 spbe status kota.spbe
    expect_stdout '0 dari 47 indikator lengkap (0 %)'
    expect_exit 0 spbe unit add kota.spbe 'Dinas Kominfo' Inspektorat
    expect_exit 0 spbe unit assign kota.spbe 'Dinas Kominfo' I01,I02 I03
    expect_exit 3 spbe unit assign kota.spbe 'Dinas Lain' I01
    expect_exit 0 spbe claim kota.spbe I01 1
    expect_exit 0 spbe answer kota.spbe I01.2.a tidak
    expect_exit 1 spbe status kota.spbe
    expect_stdout '1 dari 47 indikator lengkap (2 %)'
    grep -q 'Dinas Kominfo *3 *2 *0 *1 *33 %' "$OUT" || {
        show status "$OUT"
        fail 'the unit is counted otherwise'
    }
    ! grep -q '^I01 ' "$OUT" || fail 'a complete indicator is listed as missing'
    expect_exit 0 spbe unit list kota.spbe
    expect_stdout 'I01, I02, I03'
}

test_status_ends_with_0_when_nothing_is_missing()
{
    make_file
    /usr/bin/python3 - <<'PY' >penuh.json
import json
def answer(i):
    return {"claimed": 1, "criteria": {f"I{i:02d}.{1 if i > 31 else 2}.a": {"met": False}}}
print(json.dumps({"format": "spbe-assessment/1", "instrument": "spbe-2020", "year": 2024,
                  "answers": {f"I{i:02d}": answer(i) for i in range(1, 48)}}))
PY
    expect_exit 0 spbe import kota.spbe penuh.json
    spbe status kota.spbe >status.txt || { show status status.txt; fail 'something is missing'; }
    expect_file '47 dari 47 indikator lengkap (100 %)' status.txt
}

# ---- in and out ----------------------------------------------------------------------------------

test_export_import_export_gives_the_same_bytes()
{
    for example in "$ROOT"/tests/examples/*.json; do
        rm -f ./*.spbe
        year=$(/usr/bin/python3 -c 'import json, sys; print(json.load(sys.stdin)["year"])' \
            <"$example")
        instrument=$(/usr/bin/python3 -c 'import json, sys; print(json.load(sys.stdin)["instrument"])' \
            <"$example")
        for file in satu.spbe dua.spbe; do
            expect_exit 0 spbe new $file --instrument "$instrument" --agency A --kind kota \
                --year "$year"
        done
        expect_exit 0 spbe import satu.spbe "$example" --anyway
        expect_exit 0 spbe export satu.spbe -o satu.json
        expect_exit 0 spbe import dua.spbe satu.json
        expect_exit 0 spbe export dua.spbe -o dua.json
        expect_same satu.json dua.json
        expect_exit 0 spbe export dua.spbe
        expect_same dua.json "$OUT"
    done
}

test_import_says_what_changes_and_where()
{
    make_file
    cat >masuk.json <<'JSON'
{"format":"spbe-assessment/1","instrument":"spbe-2020","year":2024,
 "agency":{"name":"Kota Contoh","kind":"kota"},
 "answers":{"I07":{"claimed":3,"criteria":{"I07.2.a":{"met":true}},
            "evidence":[{"title":"SK Sekda","supports":["I07.2.a"]}]}}}
JSON
    cp kota.spbe asli.spbe
    expect_exit 0 spbe import kota.spbe masuk.json --dry-run
    expect_stdout '$.answers.I07.claimed'
    expect_stdout '$.answers.I07.criteria["I07.2.a"].met'
    expect_stdout 'SK Sekda'
    expect_stderr 'tidak ada yang ditulis'
    expect_same asli.spbe kota.spbe
    expect_exit 0 spbe import kota.spbe masuk.json
    expect_stdout '$.answers.I07.claimed'
    expect_stderr '5 perubahan diterima'
    expect_exit 0 spbe import kota.spbe masuk.json
    expect_stderr '0 perubahan diterima'
    expect_exit 0 spbe history kota.spbe I07
    expect_stdout '(import masuk.json)'
}

test_import_takes_all_documents_or_none()
{
    make_file
    cat >baik.json <<'JSON'
{"format":"spbe-assessment/1","instrument":"spbe-2020","year":2024,"answers":{"I01":{"claimed":3}}}
JSON
    sed 's/"claimed":3/"claimed":6/' baik.json >buruk.json
    cp kota.spbe asli.spbe
    expect_exit 3 spbe import kota.spbe baik.json buruk.json
    expect_stderr 'buruk.json'
    expect_stderr '$.answers.I01.claimed'
    expect_same asli.spbe kota.spbe
    expect_exit 0 bash -c '"$SPBE" import kota.spbe - <baik.json'
}

test_import_refuses_what_it_cannot_read()
{
    make_file
    printf 'PK\003\004xxxx' >formulir.xlsx
    expect_exit 3 spbe import kota.spbe formulir.xlsx
    expect_stderr 'formulir.xlsx: terpotong atau rusak'
    expect_exit 3 spbe import kota.spbe kota.spbe
    expect_stderr 'spbe export'
    expect_exit 3 spbe import kota.spbe tidak-ada.json
    echo '{"format":"spbe-assessment/1","instrument":"spbe-2018","year":2024}' >lain.json
    expect_exit 3 spbe import kota.spbe lain.json
    echo '{"format":"spbe-assessment/1","instrument":"spbe-2020","year":2023}' >lain.json
    expect_exit 3 spbe import kota.spbe lain.json
    expect_stderr '--anyway'
}

# ---- history and proof ---------------------------------------------------------------------------

test_history_tells_who_when_what_was_and_what_is()
{
    make_file
    expect_exit 0 spbe claim kota.spbe I11 2
    expect_exit 0 spbe claim kota.spbe I11 3 --as 'Budi Santoso'
    expect_exit 0 spbe claim kota.spbe I12 4
    expect_exit 0 spbe history kota.spbe I11
    grep -Eq '^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8} UTC  Budi Santoso  \(claim\)$' "$OUT" || {
        show history "$OUT"
        fail 'no line with date, name and origin'
    }
    expect_stdout 'I11  nilai klaim: 2 → 3'
    ! grep -q I12 "$OUT" || fail 'another indicator is told too'
    expect_exit 3 spbe history kota.spbe I99
    expect_exit 0 spbe history kota.spbe
    expect_stdout '(new)'
    expect_stdout 'I12  nilai klaim: 4'
}

test_the_chain_can_be_recomputed_without_this_program()
{
    make_file
    expect_exit 0 spbe claim kota.spbe I11 2 --note $'dua "baris"\n\tdan \\ tab é'
    expect_exit 0 spbe answer kota.spbe I11.2.a yes
    /usr/bin/python3 - <<'PY' || fail 'the chain is not what schema.sql says it is'
import hashlib, json, sqlite3
before = "0" * 64
rows = sqlite3.connect("kota.spbe").execute(
    "SELECT number, step, at, who, origin, field, indicator, subject, was, now, hash "
    "FROM journal ORDER BY number")
count = 0
for *entry, stored in rows:
    text = before + "\n" + json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
    before = hashlib.sha256(text.encode()).hexdigest()
    assert before == stored, entry
    count += 1
assert count > 10
print(before)
PY
}

test_verify_names_what_was_altered()
{
    make_file
    expect_exit 0 spbe claim kota.spbe I11 2
    expect_exit 0 spbe verify kota.spbe --lang en
    expect_stdout 'whole: '
    tamper kota.spbe "UPDATE response SET claimed = '5'"
    expect_exit 1 spbe verify kota.spbe --lang en
    expect_stdout 'I11: claimed value is "5", but the journal says "2"'
    expect_exit 1 spbe verify kota.spbe
    expect_stdout 'I11: nilai klaim adalah "5", padahal menurut jurnal "2"'
}

test_a_copy_is_whole_and_replaces_nothing()
{
    make_file
    echo isi >bukti.txt
    expect_exit 0 spbe attach kota.spbe I11.2.a bukti.txt
    expect_exit 0 spbe copy kota.spbe cadangan.spbe
    expect_exit 0 spbe verify cadangan.spbe
    expect_exit 3 spbe copy kota.spbe cadangan.spbe
    expect_exit 0 spbe export kota.spbe -o a.json
    expect_exit 0 spbe export cadangan.spbe -o b.json
    expect_same a.json b.json
}

# ---- files that are none, and folders that cannot be written -------------------------------------

test_what_is_no_file_of_ours_gets_one_sentence()
{
    echo 'Nilai kami 5.' >teks.spbe
    : >kosong.spbe
    mkdir folder.spbe
    for file in teks.spbe kosong.spbe folder.spbe tidak-ada.spbe; do
        for command in 'status' 'verify' 'export' 'history' 'evidence list'; do
            expect_exit 5 spbe $command $file
            [ "$(wc -l <"$ERR")" -eq 1 ] || { show stderr "$ERR"; fail 'not one line'; }
            expect_stderr "$file: "
        done
        expect_exit 5 spbe claim $file I01 1
    done
    expect_file 'Nilai kami 5.' teks.spbe
}

test_planted_triggers_never_run()
{
    make_file
    tamper kota.spbe "CREATE TRIGGER jahat AFTER INSERT ON journal
        BEGIN UPDATE assessment SET agency = 'Kota Jahat'; END"
    expect_exit 5 spbe claim kota.spbe I01 1
    expect_stderr 'pemicu jahat'
    expect_exit 1 spbe verify kota.spbe
    expect_stdout 'pemicu jahat'
    expect_exit 0 /usr/bin/python3 -c 'import sqlite3
print(sqlite3.connect("kota.spbe").execute("SELECT agency FROM assessment").fetchone()[0])'
    expect_stdout 'Kota Contoh'
}

# Runs a command as somebody without rights here.
as_nobody()
{
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
    else
        "$@"
    fi
}

test_a_folder_that_cannot_be_written_can_still_be_read()
{
    mkdir baca
    make_file baca/kota.spbe
    chmod 755 . .. 2>/dev/null || true
    chmod 755 baca && chmod 644 baca/kota.spbe && chmod a-w baca baca/kota.spbe
    as_nobody test -x "$SPBE" && as_nobody test -r baca/kota.spbe || return 0
    expect_exit 0 as_nobody "$SPBE" export baca/kota.spbe
    expect_exit 0 as_nobody "$SPBE" verify baca/kota.spbe
    expect_exit 5 as_nobody "$SPBE" claim baca/kota.spbe I01 1 --as Budi
    expect_exit 7 as_nobody "$SPBE" new baca/baru.spbe --instrument spbe-2020 --agency A \
        --kind kota --year 2024 --as Budi
    expect_exit 7 as_nobody "$SPBE" copy baca/kota.spbe baca/salinan.spbe
    chmod u+w baca
}

# A file and the journal of a writer that was killed in the middle: the folder baca/.
half_done()
{
    mkdir -p baca
    make_file baca/kota.spbe
    (cd baca && /usr/bin/python3 - <<'PY'
import os, shutil, sqlite3
base = sqlite3.connect("kota.spbe", isolation_level=None)
base.execute("PRAGMA cache_size = 2")
base.execute("BEGIN IMMEDIATE")
base.execute("UPDATE assessment SET agency = 'Setengah'")
for i in range(400):
    base.execute("INSERT INTO general (question, text) VALUES (?, ?)", (f"x{i}", "y" * 2000))
shutil.copy("kota.spbe", "salinan.spbe")
shutil.copy("kota.spbe-journal", "salinan.spbe-journal")
os._exit(0)
PY
    )
    mv baca/salinan.spbe baca/kota.spbe
    mv baca/salinan.spbe-journal baca/kota.spbe-journal
}

test_what_a_killed_writer_left_is_undone_by_a_reader()
{
    half_done
    expect_exit 0 spbe export baca/kota.spbe -o a.json
    expect_json a.json agency.name 'Kota Contoh'
    [ ! -e baca/kota.spbe-journal ] || fail 'the journal was not rolled back'
    expect_exit 0 spbe verify baca/kota.spbe
}

test_a_left_over_journal_in_a_read_only_folder_is_explained()
{
    half_done
    chmod 755 . .. 2>/dev/null || true
    chmod a+rX,a-w baca baca/*
    as_nobody test -x "$SPBE" && as_nobody test -r baca/kota.spbe || return 0
    expect_exit 5 as_nobody "$SPBE" export baca/kota.spbe
    expect_stderr 'kota.spbe-journal'
    expect_exit 5 as_nobody "$SPBE" verify baca/kota.spbe
    chmod u+w baca
}

# ---- full disks ----------------------------------------------------------------------------------

test_a_full_disk_changes_nothing()
{
    mkdir penuh
    make_file
    # A small file system of our own, where the machine allows it; else a limit on the size of
    # files.
    cat >isi.sh <<'SH'
mount -t tmpfs -o size=$(($(stat -c %s kota.spbe) + 200000)) tmpfs penuh || exit 77
cp kota.spbe penuh/
head -c 3000000 /dev/urandom >besar.bin
"$SPBE" attach penuh/kota.spbe I01.2.a besar.bin 2>galat.txt
echo "status $?"
cmp kota.spbe penuh/kota.spbe && "$SPBE" verify penuh/kota.spbe
ls -A penuh
SH
    unshare -Urm bash isi.sh >hasil.txt 2>/dev/null || true
    if ! grep -q '^status' hasil.txt; then
        mkdir -p penuh && cp kota.spbe penuh/
        (
            trap '' XFSZ
            ulimit -f $(($(stat -c %s kota.spbe) / 1024 + 200))
            head -c 300000 /dev/urandom >besar.bin
            status=0
            "$SPBE" attach penuh/kota.spbe I01.2.a besar.bin 2>galat.txt || status=$?
            echo "status $status"
            cmp kota.spbe penuh/kota.spbe && "$SPBE" verify penuh/kota.spbe
            ls -A penuh
        ) >hasil.txt
    fi
    expect_file 'status 7' hasil.txt
    expect_file 'utuh' hasil.txt
    [ "$(tail -n 1 hasil.txt)" = kota.spbe ] || {
        show hasil.txt hasil.txt
        fail 'something was left behind'
    }
    [ "$(wc -l <galat.txt)" -eq 1 ] || { show galat.txt galat.txt; fail 'not one line'; }
}

test_a_full_standard_output_is_an_error()
{
    make_file
    expect_exit 7 bash -c '"$SPBE" export kota.spbe >/dev/full'
    expect_stderr 'keluaran standar: tidak dapat ditulis sampai selesai'
    expect_exit 7 bash -c '"$SPBE" history kota.spbe >/dev/full'
}

# ---- several hands, sudden ends ------------------------------------------------------------------

test_two_writers_at_once_lose_nothing()
{
    make_file
    write_many()
    {
        local i status
        for i in $(seq 1 25); do
            status=0
            "$SPBE" claim kota.spbe "$1" $((i % 5 + 1)) --note "$1-$i" --as "$1" \
                >/dev/null 2>>"galat-$1" || status=$?
            case $status in
            0) echo "$1-$i" >>"diterima-$1" ;;
            5) ;;
            *) echo "status $status" >>"galat-$1"; exit 1 ;;
            esac
        done
    }
    write_many I01 &
    local one=$!
    write_many I02 &
    local other=$!
    wait $one && wait $other || { cat galat-*; fail 'a writer failed'; }
    expect_exit 0 spbe verify kota.spbe
    spbe history kota.spbe >riwayat.txt
    for note in $(cat diterima-I01 diterima-I02); do
        grep -q -- "$note" riwayat.txt || fail "the acknowledged write $note is not in the history"
    done
    [ "$(cat diterima-* | wc -l)" -ge 25 ] || fail 'too few writes came through'
}

test_a_killed_process_loses_no_acknowledged_write()
{
    local writes=200
    [ -z "${SPBE_SANITIZED:-}" ] || writes=40
    /usr/bin/python3 "$ROOT/tests/soak/kill.py" "${SPBE_KILLS:-$writes}"
}

# ---- what a change does, at once -----------------------------------------------------------------

# An evaluator sees with each answer what level the evidence bears out, and never has to ask.
test_each_change_tells_what_it_does_to_the_level_and_the_index()
{
    make_file
    echo isi >perwali.pdf
    expect_exit 0 spbe claim kota.spbe I01 3
    expect_stdout 'I01: klaim 3, didukung bukti –; indeks yang didukung bukti – (0 dari 47 indikator)'
    expect_exit 0 spbe answer kota.spbe I01.2.a ya
    expect_exit 0 spbe answer kota.spbe I01.2.b ya
    expect_stdout 'I01: klaim 3, didukung bukti 1; indeks yang didukung bukti 1,00 (1 dari 47 indikator)'
    expect_exit 0 spbe attach kota.spbe I01.2.a,I02 perwali.pdf
    expect_stdout 'I01: klaim 3, didukung bukti 2; indeks yang didukung bukti 1,01 (1 dari 47 indikator)'
    expect_stdout 'I02: klaim –, didukung bukti –; '
    expect_exit 0 spbe rate kota.spbe I01 2 --reason 'sesuai bukti' --lang en
    expect_stdout 'I01: claimed 3, supported 2, verified 2; verified index 1.01 (1 of 47 indicators)'
    expect_exit 0 spbe evidence withdraw kota.spbe E1 --reason keliru
    expect_stdout 'I01: klaim 3, didukung bukti 1, verifikasi 2; indeks yang didukung bukti 1,00'
    expect_exit 0 spbe claim kota.spbe I01 3
    expect_no_stdout
}

# An answer that another year asks for is kept, and whoever gives it learns at once that it does not
# count.
test_an_answer_of_another_year_is_told_at_once()
{
    expect_exit 0 spbe new lama.spbe --instrument spbe-2020 --agency Kota --kind kota --year 2022
    expect_exit 0 spbe answer lama.spbe I05.5.b ya
    expect_stderr 'I05.5.b: kriteria ini baru berlaku sejak 2023'
    expect_exit 0 spbe answer lama.spbe I05.5.a ya
    expect_exit 0 spbe answer lama.spbe I06.2.a ya
    expect_no_stderr
}

test_history_gives_the_size_of_a_document_in_bytes()
{
    make_file
    printf 1234 >perwali.pdf
    expect_exit 0 spbe attach kota.spbe I01.2.a perwali.pdf
    expect_stdout 'isi dokumen: 4 bita'
    expect_exit 0 spbe history kota.spbe --lang en
    expect_stdout 'document content: 4 bytes'
}

# People write Ya, TIDAK and Kota; what is kept is the contract's word.
test_answers_and_kinds_are_taken_in_any_case()
{
    expect_exit 0 spbe new kota.spbe --instrument spbe-2020 --agency Kota --kind KOTA --year 2024
    expect_exit 0 spbe answer kota.spbe I01.2.a Ya
    expect_exit 0 spbe answer kota.spbe I01.2.b TIDAK
    expect_exit 0 spbe set kota.spbe kind Kabupaten
    expect_exit 0 spbe export kota.spbe -o kota.json
    expect_json kota.json agency.kind kabupaten
    expect_json kota.json answers.I01.criteria '{"I01.2.a": {"met": true}, "I01.2.b": {"met": false}}'
}

# A unit without indicators has made no progress.
test_status_counts_no_progress_for_a_unit_without_indicators()
{
    make_file
    expect_exit 0 spbe unit add kota.spbe 'Dinas Kominfo'
    expect_exit 1 spbe status kota.spbe
    grep -Eq '^Dinas Kominfo +0 +0 +0 +0 +–$' "$OUT" || fail 'the row of the unit'
}

# ---- for other programs --------------------------------------------------------------------------

test_what_is_read_by_people_can_be_read_by_programs()
{
    make_file
    echo isi >perwali.pdf
    expect_exit 0 spbe claim kota.spbe I01 1
    expect_exit 0 spbe answer kota.spbe I01.2.a tidak
    expect_exit 0 spbe attach kota.spbe I02.2.a,I02.2.b perwali.pdf --title 'Perwali "1"'
    expect_exit 0 spbe evidence withdraw kota.spbe E1 --reason keliru
    spbe history kota.spbe I02 --json >riwayat.jsonl
    spbe evidence list kota.spbe --json >bukti.jsonl
    spbe verify kota.spbe --json >periksa.json
    spbe status kota.spbe --json >keadaan.json && fail 'nothing is missing?'
    /usr/bin/python3 - <<'PY' || fail 'the JSON is not what it should be'
import json
def lines(path):
    return [json.loads(line) for line in open(path, encoding="utf-8")]
entries = lines("riwayat.jsonl")
assert entries[-1]["field"] == "evidence_withdrawn" and entries[-1]["now"] == "keliru", entries[-1]
assert all(entry["indicator"] == "I02" for entry in entries)
item, = lines("bukti.jsonl")
assert item["supports"] == ["I02.2.a", "I02.2.b"] and item["size"] == 4, item
assert item["title"] == 'Perwali "1"' and item["number"] is None and item["withdrawn"] == "keliru"
proof, = lines("periksa.json")
assert proof["whole"] is True and proof["findings"] == [] and proof["head"] == entries[-1]["hash"]
state, = lines("keadaan.json")
assert (state["complete"], state["of"], state["percent"]) == (1, 47, 2), state
assert state["indicators"][0]["progress"] == "complete"
assert state["indicators"][2]["progress"] == "untouched"
assert state["indicators"][2]["unanswered"][0] == "I03.2.a"
PY
    tamper kota.spbe "UPDATE response SET claimed = '5'"
    spbe verify kota.spbe --json >periksa.json && fail 'an altered file is called whole'
    expect_json periksa.json whole false
    expect_json periksa.json findings.0.where I01
}
