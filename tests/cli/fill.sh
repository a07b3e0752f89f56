# `spbe fill` in a real terminal: tmux types the keys and reads the screen.

# Starts the dialogue on a terminal of COLUMNS x ROWS; what stands before the program goes to env.
start()
{
    local columns=$1 rows=$2 line
    shift 2
    line=$(printf '%q ' "$@" SPBE_USER=Siti "$SPBE" fill kota.spbe --lang "${FILL_LANG:-id}")
    line="env $line; echo \"status=\$?\"; sleep 60"
    terminal "$columns" "$rows" "$line"
}

# A terminal of its own, COLUMNS x ROWS, in which a line of shell runs.
terminal()
{
    SOCKET=$(mktemp -u "$PWD/tmux-XXXXXX")
    trap 'tmux -S "$SOCKET" kill-server 2>/dev/null || true' EXIT
    tmux -S "$SOCKET" -f /dev/null new-session -d -x "$1" -y "$2" "$3"
}

stop() { tmux -S "$SOCKET" kill-server; }
keys() { tmux -S "$SOCKET" send-keys "$@"; }
screen() { tmux -S "$SOCKET" capture-pane -p; }

# Wants a text on the screen within five seconds.
sees()
{
    local i
    for i in $(seq 50); do
        if screen | grep -qF -e "$1"; then return 0; fi
        sleep 0.1
    done
    screen | sed 's/^/      | /'
    fail "the screen does not show: $1"
}

# Wants a text to be gone from the screen within five seconds.
sees_not()
{
    local i
    for i in $(seq 50); do
        if ! screen | grep -qF -e "$1"; then return 0; fi
        sleep 0.1
    done
    fail "the screen shows: $1"
}

# The screen is as wide as it may be and no wider, and the keys stand at its bottom.
check_frame()
{
    local rows=$1
    [ "$(screen | sed -n "1p" | grep -c 'Kota Contoh · 2024')" -eq 1 ] || fail 'the title is not in row 1'
    [ "$(screen | sed -n "${rows}p" | grep -c 'q keluar')" -eq 1 ] || fail "the keys are not in row $rows"
}

new_file()
{
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 \
        --as Uji >/dev/null
}

test_fill_saves_each_answer_as_it_is_given()
{
    new_file
    start 80 24 TERM=screen-256color
    sees '▸ I01.2.a'
    check_frame 24
    keys y
    sees 'Tersimpan: I01.2.a ya'
    expect_exit 0 spbe history kota.spbe
    expect_stdout 'I01.2.a  jawaban: ya'
    expect_stdout 'Siti  (fill)'
    keys t
    sees 'Tersimpan: I01.2.b tidak'
    keys -- -
    sees 'Tersimpan: I01.2.b ·'
    keys q
    sees 'status=0'
    sees 'Semuanya tersimpan; 0 dari 47 indikator lengkap.'
    stop
    expect_exit 0 spbe verify kota.spbe
}

test_fill_takes_notes_claims_and_documents()
{
    new_file
    printf 'isi' >perwali-12.pdf
    printf 'isi lain' >laporan.pdf
    start 80 24 TERM=screen-256color
    sees '▸ I01.2.a'
    keys y y
    sees 'bukti dukung kurang: tekan b.'
    keys b
    sees 'Dokumen untuk I01.2.b:'
    keys per Tab
    sees 'perwali-12.pdf'
    keys Enter
    sees 'Judulnya'
    keys 'Perwali 12/2023' Enter
    sees '+ Perwali 12/2023'
    sees 'Tingkat 2 didukung bukti'
    keys c
    sees 'Catatan atas I01.2.b:'
    keys 'pasal 3 – café' Enter
    sees '“pasal 3 – café”'
    keys k 9 Enter
    sees 'I01: '
    keys k 2 Enter
    sees 'Klaim 2'
    keys q
    sees 'status=0'
    stop
    expect_exit 0 spbe export kota.spbe -o kota.json
    expect_json kota.json answers.I01.claimed 2
    expect_json kota.json answers.I01.evidence.0.title 'Perwali 12/2023'
    expect_json kota.json 'answers.I01.evidence.0.supports.0' I01.2.b
    expect_exit 0 spbe evidence get kota.spbe E1 -o copy.pdf
    expect_same perwali-12.pdf copy.pdf
}

test_fill_undoes_the_last_answers_and_the_history_keeps_both()
{
    new_file
    start 80 24 TERM=screen-256color
    sees '▸ I01.2.a'
    keys y
    sees 'I01.2.a  ya'
    keys k 4 Enter
    sees 'Klaim 4'
    keys u
    sees 'Klaim –'
    keys u
    sees 'I01.2.a  ·'
    keys u
    sees 'Tidak ada perubahan sesi ini'
    keys q
    sees 'status=0'
    stop
    expect_exit 0 spbe history kota.spbe
    expect_stdout 'I01.2.a  jawaban: ya → –'
    expect_stdout 'Siti  (fill undo)'
}

test_fill_finds_and_jumps()
{
    new_file
    spbe submit kota.spbe I05 --as Uji >/dev/null
    spbe return kota.spbe I05 --reason 'bukti belum ditandatangani' --as Uji >/dev/null
    start 80 24 TERM=screen-256color
    sees '▸ I05.2.a' # returned ones come first
    sees 'Dikembalikan untuk diperbaiki: bukti belum ditandatangani'
    keys /
    sees 'Cari:'
    keys 'manajemen data'
    sees 'I23  Manajemen Data'
    sees_not 'I47'
    keys Escape
    sees 'q keluar'
    keys / I23 Enter
    sees '▸ I23.2.a'
    keys Tab
    sees '▸ I23.2.'
    keys q
    sees 'status=0'
}

# A word of a criterion, a note or a document is found too, and leads there; so does one of an item that scores.
test_fill_finds_what_stands_in_indicators()
{
    new_file
    printf 'isi' >perwali-12.pdf
    spbe attach kota.spbe I03.2.a perwali-12.pdf --title 'Perwali Dua Belas' --as Uji >/dev/null
    spbe answer kota.spbe I05.2.a yes --note 'menunggu pengesahan' --as Uji >/dev/null
    start 80 24 TERM=screen-256color
    sees '▸ I01.2.a'
    keys / 'dua belas'
    sees 'E1 Perwali Dua Belas'
    sees_not 'I47'
    keys Enter
    sees '▸ I03.2.a'
    keys / 'pengesahan'
    sees 'I05.2.a menunggu pengesahan'
    keys Enter
    sees '▸ I05.2.a'
    keys / 'I01.3.' Down
    sees 'I01.3.b '
    keys Enter
    sees '▸ I01.3.b'
    keys / 'xyzzy'
    sees 'Tidak ada yang memuatnya'
    keys Escape q
    sees 'status=0'
    stop
    rm kota.spbe
    spbe new kota.spbe --instrument pemdi-2026 --agency 'Kota Contoh' --kind kota --year 2026 --as Uji >/dev/null
    start 120 40 TERM=screen-256color
    sees '▸ I01.1.e1'
    keys / 'I03.2.e1'
    sees 'I03.2.e1 '
    keys Enter
    sees '▸ I03.2.e1'
    keys '?'
    sees 'mencari indikator, butir, kriteria, dokumen, dan catatan'
    keys Enter q
    sees 'status=0'
}

test_fill_describes_documents_and_notes_on_the_indicator()
{
    new_file
    printf 'isi' >perwali-12.pdf
    spbe attach kota.spbe I01.2.a perwali-12.pdf --title 'Perwali 12' --as Uji >/dev/null
    start 80 24 TERM=screen-256color
    sees '+ Perwali 12'
    keys e
    sees 'Bukti dukung I01'
    sees 'E1      Perwali 12'
    keys Enter
    sees 'Judul E1: Perwali 12'
    keys Enter
    sees 'Nomor E1:'
    keys '12/2023' Enter
    sees 'Tanggal E1'
    keys kemarin Enter
    sees "'kemarin' bukan tanggal"
    sees 'Tanggal E1 (2023-05-01): kemarin'
    keys C-u 2023-05-01
    tmux -S "$SOCKET" resize-window -x 120 -y 40
    sees 'Tanggal E1 (2023-05-01): 2023-05-01'
    tmux -S "$SOCKET" resize-window -x 80 -y 24
    keys Enter
    sees 'Halaman E1'
    keys 3-7 Enter
    sees '+ Perwali 12 · 12/2023 · 2023-05-01 · hlm. 3-7'
    sees 'Tersimpan: keterangan E1'
    check_frame 24
    sees 'u batal'
    keys C
    sees 'Catatan atas I01:'
    keys 'menunggu tanda tangan' Enter
    sees '“menunggu tanda tangan”'
    keys u
    sees 'Dibatalkan'
    sees_not 'menunggu'
    keys u
    sees '+ Perwali 12 · 12/2023 · 2023-05-01'
    sees_not 'hlm. 3-7'
    keys q
    sees 'status=0'
    stop
    spbe evidence list kota.spbe --json >satu.jsonl
    expect_json satu.jsonl number 12/2023
    expect_json satu.jsonl date 2023-05-01
    expect_json satu.jsonl pages null
    expect_exit 0 spbe verify kota.spbe
}

test_fill_begins_with_what_was_returned_though_it_is_complete()
{
    new_file
    printf 'isi' >bukti.pdf
    spbe claim kota.spbe I05 1 --as Uji >/dev/null
    for c in I05.2.a I05.2.b; do spbe answer kota.spbe $c no --as Uji >/dev/null; done
    spbe submit kota.spbe I05 --as Uji >/dev/null
    spbe return kota.spbe I05 --reason 'klaim terlalu rendah' --as Uji >/dev/null
    start 80 24 TERM=screen-256color
    sees 'I05  '
    sees 'Dikembalikan untuk diperbaiki: klaim terlalu rendah'
    keys Tab
    sees '▸ I01.2.a'
    keys q
    sees 'status=0'
}

test_fill_follows_a_change_of_size()
{
    new_file
    start 80 24 TERM=screen-256color
    sees '▸ I01.2.a'
    sees_not 'I47'
    keys c
    sees 'Catatan atas I01.2.a:'
    keys 'setengah'
    tmux -S "$SOCKET" resize-window -x 120 -y 40
    sees '○ I11  Arsitektur SPBE'
    sees 'Catatan atas I01.2.a: setengah'
    keys ' jadi' Enter
    sees '“setengah jadi”'
    check_frame 40
    tmux -S "$SOCKET" resize-window -x 60 -y 15
    sees 'Diperlukan 80 kolom dan 24 baris; yang ada 60 dan 15.'
    tmux -S "$SOCKET" resize-window -x 80 -y 24
    sees '▸ I01.2.a'
    check_frame 24
    keys q
    sees 'status=0'
}

test_fill_killed_in_the_middle_loses_nothing()
{
    local i
    new_file
    start 120 40 TERM=screen-256color
    sees '▸ I01.2.a'
    keys y
    sees 'I01.2.a  ya'
    keys t
    sees 'I01.2.b  tidak'
    keys c 'belum selesai'
    kill -9 "$(tmux -S "$SOCKET" list-panes -F '#{pane_pid}' | xargs pgrep -f -P | head -n 1)"
    sees 'status=137'
    stop
    expect_exit 0 spbe verify kota.spbe
    expect_exit 0 spbe history kota.spbe
    expect_stdout 'I01.2.a  jawaban: ya'
    expect_stdout 'I01.2.b  jawaban: tidak'
}

test_fill_works_without_colour()
{
    local term
    for term in TERM=vt100 NO_COLOR=1; do
        rm -f kota.spbe
        new_file
        start 80 24 TERM=screen-256color "$term"
        sees '▸ I01.2.a'
        keys y
        sees 'Tersimpan: I01.2.a ya'
        ! tmux -S "$SOCKET" capture-pane -p -e | grep -qE $'\x1b''\[[0-9;]*3[0-7]m' || fail "$term: colours"
        keys q
        sees 'status=0'
        stop
    done
    start 80 24 TERM=screen-256color
    sees '▸ I01.2.b'
    keys y
    sees 'Tersimpan'
    tmux -S "$SOCKET" capture-pane -p -e | grep -qE $'\x1b''\[[0-9;]*3[0-7]m' || fail 'no colours at all'
}

test_fill_speaks_english()
{
    new_file
    FILL_LANG=en start 80 24 TERM=screen-256color
    sees 'Missing: claim; 2 answers at level 2'
    sees 'q quit'
    keys n
    sees 'Saved: I01.2.a no'
    keys '?'
    sees 'the criterion is met, is not met; the focus moves on'
    keys Enter i
    sees 'Why it has its value'
}

test_fill_shows_what_a_locked_indicator_refuses()
{
    new_file
    spbe lock kota.spbe I01 --as Uji >/dev/null
    start 80 24 TERM=screen-256color
    sees 'Terkunci: tidak dapat diubah'
    keys y
    sees 'I01: '
    sees 'I01.2.a  ·'
}

test_fill_elsewhere_than_on_a_terminal_says_so()
{
    new_file
    expect_exit 2 spbe fill kota.spbe --as Uji --lang en
    expect_stderr "'fill' needs a terminal"
    expect_no_stdout
    in_terminal env TERM=dumb "$SPBE" fill kota.spbe --as Uji --lang en
    expect_stdout "the terminal 'dumb' cannot show a dialogue"
    in_terminal env TERM=dumb "$SPBE" fill kota.spbe --as Uji
    expect_stdout "terminal 'dumb' tidak dapat menampilkan dialog"
}

test_fill_asks_the_name_once_and_keeps_it()
{
    local line
    new_file
    line="env -u SPBE_USER TERM=screen-256color '$SPBE' fill kota.spbe; echo status=\$?; sleep 60"
    terminal 80 24 "$line"
    sees 'Nama Anda'
    keys 'Siti Rahma' Enter
    sees '▸ I01.2.a'
    keys y
    sees 'Tersimpan: I01.2.a ya'
    keys q
    sees 'status=0'
    stop
    expect_exit 0 spbe history kota.spbe
    expect_stdout 'Siti Rahma  (fill)'
    expect_exit 0 spbe answer kota.spbe I01.2.b no
    expect_exit 0 spbe history kota.spbe
    expect_stdout 'Siti Rahma  (answer)'
}

test_fill_walks_through_levels_and_indicators()
{
    new_file
    start 80 24 TERM=screen-256color
    sees 'Tingkat 2 Terkelola'
    keys Right
    sees 'Tingkat 3 Terdefinisi'
    sees '▸ I01.3.a'
    keys Down
    sees '▸ I01.3.b'
    keys Up
    sees '▸ I01.3.a'
    keys Left Left
    sees 'Tingkat 1 Rintisan'
    keys y
    sees 'Pilih dahulu satu kriteria (tombol panah).'
    keys Home
    sees '▸ I01.2.a'
    keys NPage
    sees '▸ I02.2.a'
    keys PPage
    sees '▸ I01.2.a'
    keys q
    sees 'status=0'
    stop
    expect_exit 0 spbe history kota.spbe
    ! grep -q '(fill)' "$OUT" || fail 'looking around left a trace in the history'
}

test_fill_shows_a_document_of_an_unusual_name()
{
    new_file
    printf 'isi' >'bukti – naskah café.pdf'
    start 120 40 TERM=screen-256color
    sees '▸ I01.2.a'
    keys b 'bukti' Tab
    sees 'naskah café.pdf'
    keys Enter Enter
    sees '+ bukti – naskah café.pdf'
    keys q
    sees 'status=0'
    stop
    expect_exit 0 spbe evidence list kota.spbe
    expect_stdout 'bukti – naskah café.pdf'
    expect_exit 0 spbe verify kota.spbe
}

test_fill_sees_what_another_has_changed()
{
    new_file
    start 80 24 TERM=screen-256color
    sees '▸ I01.2.a'
    spbe answer kota.spbe I01.2.b yes --as Budi >/dev/null
    keys C-l
    sees 'I01.2.b  ya'
    keys y
    sees 'I01.2.a  ya'
    spbe answer kota.spbe I01.2.a no --as Budi >/dev/null
    keys u
    sees 'I01.2.a: sudah diubah lagi sesudah itu; dibiarkan seperti adanya'
    sees 'I01.2.a  tidak'
}

# Items are answered like criteria, the outside index is typed; the value follows with its fraction.
test_fill_answers_items_and_outside_indices()
{
    spbe new kota.spbe --instrument pemdi-2026 --agency 'Kota Contoh' --kind kota --year 2026 --as Uji >/dev/null
    start 80 24 TERM=screen-256color
    sees '▸ I01.1.e1'
    keys y
    sees 'Semua butir tingkat 1 diterima'
    sees 'Didukung bukti 1,50 (tingkat 2)'
    keys Right
    sees '▸ I01.2.e1'
    keys y
    sees 'Tersimpan: I01.2.e1 ya'
    sees 'Didukung bukti 1,75 (tingkat 2)'
    sees '1 dari 4 butir diterima'
    keys t
    sees 'Tersimpan: I01.2.e2 tidak'
    keys c
    keys 'belum sah' Enter
    sees 'catatan atas I01.2.e3'
    keys u
    sees 'Dibatalkan'
    keys / I05 Enter
    sees 'Tata Kelola Data'
    keys m
    sees 'indeks_sdi (0 sampai 100'
    keys 687,5 Enter
    sees 'rentangnya dari 0 sampai 100'
    keys m 68,75 Enter
    sees 'Tersimpan: indeks luar I05'
    sees 'Didukung bukti 3,75 (tingkat 4)'
    keys q
    sees 'status=0'
    stop
    spbe export kota.spbe -o now.json
    expect_json now.json answers.I05.measures.indeks_sdi 68.75
    expect_file '"I01.2.e1":{"met":true}' now.json
    expect_file '"I01.2.e2":{"met":false}' now.json
}
