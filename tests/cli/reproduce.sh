# A number that was given is proved later, by the rules of then: equal, or what differs and why.
export SPBE_USER=Siti

# kota.spbe with some answers and evidence, and its saved result hasil.json.
make_case()
{
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2023 \
        >/dev/null
    echo perwali >perwali.txt
    spbe answer kota.spbe I01.2.a yes >/dev/null
    spbe answer kota.spbe I01.2.b yes >/dev/null
    spbe attach kota.spbe I01.2.a perwali.txt >/dev/null
    spbe claim kota.spbe I02 3 >/dev/null
    spbe evaluate kota.spbe --json hasil.json
}

# An overlay that doubles the weight of I01 at the cost of I02.
make_overlay()
{
    mkdir -p koreksi
    cat >koreksi/overlay.lua <<LUA
return {
  format = "spbe-overlay/1",
  id = "koreksi", title = "Bobot I01", base = "spbe-2020",
  author = "Inspektorat", date = "2026-11-22", reason = "Reviu", source = "Nota 1",
  changes = {
    { change = "weight", of = "I01", to = ${1:-2.0} },
    { change = "weight", of = "I02", to = ${2:-0.6} },
  },
}
LUA
}

# A program whose rules have moved on since: an indicator's weights, and every file's hash.
move_rules_on()
{
    mkdir -p later/program
    cp -r "$ROOT/rules" "$ROOT/templates" later/
    chmod -R u+w later
    cp "$SPBE" later/program/spbe
    printf '%s\n' "$PWD/later" >later/program/root
    cp -r "$(dirname "$SPBE")/lang" later/program/lang
    sed -i 's/id = "I01",/id = "I01", /' later/rules/spbe-2020/domain_1.lua
    sed -i '0,/weight = 1.3/s//weight = 1.2/; 0,/weight = 1.3/s//weight = 1.4/' \
        later/rules/spbe-2020/domain_1.lua
    echo '-- a later edition' >>later/rules/spbe-2020/notes.lua
}

test_a_saved_result_comes_out_again()
{
    make_case
    expect_exit 0 spbe reproduce hasil.json kota.spbe
    expect_stdout 'hasil.json: sama: semua dari '
    expect_stdout '9 berkas aturan yang disimpan dalam kota.spbe'
    expect_no_stderr
    for form in "report kota.spbe -o penuh.json" "evaluate kota.spbe --summary --json penuh.json" \
        "evaluate kota.spbe --lang en --basis claimed --json penuh.json"; do
        rm -f penuh.json
        # shellcheck disable=SC2086
        spbe $form >/dev/null
        expect_exit 0 spbe reproduce penuh.json kota.spbe --lang en
        expect_stdout 'equal: all'
    done
}

# Years later: the program came with other rules, and the file is a copy in another folder.
test_it_works_when_the_programs_rules_have_moved_on()
{
    make_case
    move_rules_on
    mkdir -p arsip
    spbe copy kota.spbe arsip/salinan.spbe
    cp hasil.json arsip/
    cd arsip
    SPBE=$OLDPWD/later/program/spbe
    expect_exit 0 spbe rules check spbe-2020
    spbe evaluate salinan.spbe --json baru.json
    if cmp -s baru.json hasil.json; then fail 'the rules have not moved on'; fi
    expect_exit 0 spbe reproduce hasil.json salinan.spbe
    expect_stdout 'sama: semua dari'
    expect_exit 0 spbe verify salinan.spbe
    # What the later program computes rests on rules that nobody kept yet.
    expect_exit 1 spbe reproduce baru.json salinan.spbe
    expect_stdout 'tidak menyimpan berkas aturan domain_1.lua'
    expect_stdout 'spbe rules keep salinan.spbe'
    expect_exit 0 spbe rules keep salinan.spbe spbe-2020
    expect_exit 0 spbe reproduce baru.json salinan.spbe
    expect_exit 0 spbe reproduce hasil.json salinan.spbe
    expect_exit 0 spbe verify salinan.spbe
}

test_overlays_are_kept_on_request_and_found_by_content()
{
    make_case
    make_overlay
    spbe evaluate kota.spbe --rules koreksi --json hasil.json
    expect_exit 1 spbe reproduce hasil.json kota.spbe
    expect_stdout 'kota.spbe tidak menyimpan berkas aturan koreksi/overlay.lua'
    expect_exit 0 spbe rules keep kota.spbe koreksi
    expect_stdout 'koreksi/overlay.lua'
    expect_exit 0 spbe reproduce hasil.json kota.spbe
    expect_stdout '10 berkas aturan'
    # Kept once.
    expect_exit 0 spbe rules keep kota.spbe koreksi
    expect_stderr 'Tidak ada yang berubah'
    # The overlay is revised: both states are kept, and each result finds its own.
    make_overlay 2.1 0.5
    spbe evaluate kota.spbe --rules koreksi --json kedua.json
    expect_exit 0 spbe rules keep kota.spbe koreksi
    expect_stdout 'koreksi/overlay.lua@'
    rm -r koreksi
    expect_exit 0 spbe reproduce hasil.json kota.spbe
    expect_exit 0 spbe reproduce kedua.json kota.spbe
    expect_exit 0 spbe verify kota.spbe
    expect_exit 0 spbe history kota.spbe
    expect_stdout 'rules keep'
}

test_keeping_rules_changes_no_answer()
{
    make_case
    make_overlay
    spbe export kota.spbe -o sebelum.json
    spbe rules keep kota.spbe koreksi >/dev/null
    spbe export kota.spbe -o sesudah.json
    expect_same sebelum.json sesudah.json
}

# The number of then is proved although the work went on, and the reader sees what happened since.
test_what_was_changed_since_is_told()
{
    make_case
    spbe answer kota.spbe I01.2.a no >/dev/null
    cp kota.spbe sebelum.spbe
    expect_exit 1 spbe reproduce hasil.json kota.spbe --lang en
    expect_stdout 'differs: '
    expect_stdout 'I01: supported was 2, is now 1'
    expect_stdout 'The assessment has been changed since.'
    expect_stdout 'figures come out again.'
    expect_stdout 'Siti  I01.2.a  answer: yes → no'
    expect_same kota.spbe sebelum.spbe
    # Back again: the very assessment of the result.
    spbe answer kota.spbe I01.2.a yes >/dev/null
    expect_exit 0 spbe reproduce hasil.json kota.spbe
}

# A change that moves no number still is a change.
test_a_note_changed_since_is_told_although_all_figures_are_equal()
{
    make_case
    spbe answer kota.spbe I01.2.a yes --note 'lihat pasal 3' >/dev/null
    expect_exit 1 spbe reproduce hasil.json kota.spbe --lang en
    expect_stdout 'differs: 0 of'
    expect_stdout 'lihat pasal 3'
}

test_a_result_that_was_altered_by_hand_is_found_out()
{
    make_case
    sed -i 's/"supported":2/"supported":4/' hasil.json
    expect_exit 1 spbe reproduce hasil.json kota.spbe --lang en
    expect_stdout 'I01: supported was 4, is now 2'
    expect_stdout 'Assessment and rules are the very same.'
}

test_another_engine_is_named()
{
    make_case
    sed -i 's/"version":"[^"]*"/"version":"0.0.9"/' hasil.json
    expect_exit 0 spbe reproduce hasil.json kota.spbe --lang en
    expect_stdout 'The result was computed by spbe 0.0.9'
}

# Rules under a false flag: the list of files does not give the hash that is claimed.
test_a_false_hash_of_the_rules_is_no_proof()
{
    make_case
    sed -i 's/\("title":"[^"]*","sha256":"\)...../\100000/' hasil.json
    expect_exit 1 spbe reproduce hasil.json kota.spbe --lang en
    expect_stdout 'but the files that it lists give'
}

# Rules that were altered inside the file are no rules any more.
test_altered_kept_rules_are_refused()
{
    make_case
    /usr/bin/python3 - <<'PY'
import sqlite3
base = sqlite3.connect("kota.spbe")
base.execute("UPDATE rule_file SET bytes = CAST(bytes || ' ' AS BLOB) WHERE name = 'domain_1.lua'")
base.commit()
PY
    expect_exit 5 spbe reproduce hasil.json kota.spbe
    expect_exit 1 spbe verify kota.spbe
}

test_the_state_of_another_file_is_not_found()
{
    make_case
    spbe new lain.spbe --instrument spbe-2020 --agency 'Kota Lain' --kind kota --year 2023 >/dev/null
    expect_exit 1 spbe reproduce hasil.json lain.spbe --lang en
    expect_stdout 'The history does not know that state'
}

# A locked indicator does not keep the history from being asked.
test_the_history_is_asked_through_locks_and_returns()
{
    make_case
    spbe answer kota.spbe I01.3.a yes >/dev/null
    spbe submit kota.spbe I01 >/dev/null
    spbe lock kota.spbe I01 >/dev/null
    spbe return kota.spbe I01 --reason 'lengkapi' >/dev/null
    spbe rate kota.spbe I02 2 --reason 'sebagian' >/dev/null
    expect_exit 1 spbe reproduce hasil.json kota.spbe --lang en
    expect_stdout 'figures come out again.'
}

# An auditor who may only read is told what differs, and that the history could not be asked.
test_a_file_that_may_only_be_read_is_held_against_its_result()
{
    [ "$(id -u)" -ne 0 ] || return 0
    make_case
    spbe answer kota.spbe I01.2.a no >/dev/null
    chmod a-w kota.spbe
    expect_exit 1 spbe reproduce hasil.json kota.spbe --lang en
    expect_stdout 'I01: supported was 2, is now 1'
    expect_stdout 'The history cannot be asked'
}

# What was asked for must be there, and be what it is said to be.
test_wrong_arguments_are_refused_with_their_place()
{
    make_case
    expect_exit 3 spbe reproduce tidak-ada.json kota.spbe
    expect_exit 5 spbe reproduce hasil.json tidak-ada.spbe
    expect_exit 2 spbe reproduce hasil.json
    expect_exit 4 spbe rules keep kota.spbe ./tidak-ada
    expect_exit 2 spbe rules keep kota.spbe
    echo '{' >rusak.json
    expect_exit 3 spbe reproduce rusak.json kota.spbe
    expect_stderr 'rusak.json:'
}
