# Forms: written, filled in elsewhere, taken back without loss and without overwriting anybody.

export SPBE_USER=Siti
FILL=$ROOT/tests/sheets/fill.py
TOOL=$ROOT/tests/cli/workbook.py

fresh()
{
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 >/dev/null
}

fill()
{
    /usr/bin/python3 "$FILL" "$@"
}

# A form says nothing new until somebody fills it in, also one with answers, notes and odd characters in it.
test_forms__untouched_changes_nothing()
{
    fresh
    spbe claim kota.spbe I01 3 --note ' dua
baris, "kutip" & <tanda> _x0041_ ' >/dev/null
    spbe answer kota.spbe I01.2.a yes --note '=1+1' >/dev/null
    spbe form kota.spbe -o form.xlsx
    cp kota.spbe before.spbe
    expect_exit 0 spbe import kota.spbe form.xlsx --lang en
    expect_stderr '0 changes taken in'
    expect_same kota.spbe before.spbe
    sound form.xlsx
    [ "$(stat -c %s form.xlsx)" -lt 400000 ] || fail 'the form is too large'
}

# What was filled in is taken over with its place; the same form again changes nothing.
test_forms__filled_in_and_taken_back()
{
    fresh
    spbe form kota.spbe -o form.xlsx
    fill form.xlsx isi.xlsx I01:value=3 I01:note='catatan & <b>' I01.2.a:value=Ya I02.2.a:value=tidak \
        I02.2.a:note='SK 12'
    expect_exit 0 spbe import kota.spbe isi.xlsx --dry-run --lang en
    expect_stderr '5 changes; nothing was written'
    expect_exit 0 spbe import kota.spbe isi.xlsx --lang en
    expect_stdout 'I02.2.a note on the answer'
    expect_stderr '5 changes taken in'
    expect_exit 0 spbe import kota.spbe isi.xlsx --lang en
    expect_stderr '0 changes taken in'
    spbe export kota.spbe -o now.json
    expect_json now.json answers.I01.claimed 3
    expect_json now.json answers.I01.note 'catatan & <b>'
    expect_exit 0 spbe history kota.spbe I01
    expect_stdout 'import isi.xlsx'
}

# Columns and rows may be moved, sorted, and cells emptied again.
test_forms__moved_sorted_and_emptied()
{
    fresh
    spbe form kota.spbe -o form.xlsx
    fill form.xlsx isi.xlsx I01:value=3 I07.2.a:value=Ya
    fill isi.xlsx pindah.xlsx --move --reverse
    expect_exit 0 spbe import kota.spbe pindah.xlsx --lang en
    expect_stderr '2 changes taken in'
    spbe form kota.spbe -o lagi.xlsx
    fill lagi.xlsx kosong.xlsx I07.2.a:value=
    expect_exit 0 spbe import kota.spbe kosong.xlsx --lang en
    expect_stderr '1 changes taken in'
    expect_stdout 'I07.2.a answer'
}

# Three ways: what only others changed stays, what only the form changed is taken, both is a conflict.
test_forms__three_ways()
{
    fresh
    spbe claim kota.spbe I01 2 >/dev/null
    spbe form kota.spbe -o form.xlsx
    spbe claim kota.spbe I01 4 >/dev/null
    spbe claim kota.spbe I02 1 >/dev/null
    fill form.xlsx a.xlsx I03:value=3
    expect_exit 0 spbe import kota.spbe a.xlsx --lang en
    expect_stderr '1 changes taken in'
    fill form.xlsx b.xlsx I01:value=5 I04:value=2
    cp kota.spbe before.spbe
    expect_exit 3 spbe import kota.spbe b.xlsx --lang en
    expect_stderr "I01: the form says '5', the file meanwhile '4'"
    expect_same kota.spbe before.spbe
    expect_exit 0 spbe import kota.spbe b.xlsx --ours --lang en
    expect_stderr '1 changes taken in'
    expect_exit 0 spbe import kota.spbe b.xlsx --theirs --lang en
    expect_stderr '1 changes taken in'
    spbe export kota.spbe -o now.json
    expect_json now.json answers.I01.claimed 5
    expect_json now.json answers.I02.claimed 1
    expect_json now.json answers.I04.claimed 2
}

# A verified or locked indicator is never overwritten silently.
test_forms__verified_and_locked_stay()
{
    fresh
    spbe form kota.spbe -o form.xlsx
    spbe rate kota.spbe I01 2 --reason cukup >/dev/null
    spbe lock kota.spbe I02 >/dev/null
    fill form.xlsx isi.xlsx I01:value=3 I02:value=3
    expect_exit 3 spbe import kota.spbe isi.xlsx --lang en
    expect_stderr 'I01 is verified already'
    expect_stderr 'I02: is locked'
    expect_exit 3 spbe import kota.spbe isi.xlsx --theirs --lang en
    expect_stderr 'I02: is locked'
}

# All problems at once, with sheet and cell.
test_forms__all_problems_at_once()
{
    fresh
    spbe form kota.spbe -o form.xlsx
    cp kota.spbe before.spbe
    fill form.xlsx isi.xlsx I01:value=9 I01.2.b:value=mungkin I02:formula=1+2 I01.3.a:value=3 I03:value=2
    expect_exit 3 spbe import kota.spbe isi.xlsx --lang id
    expect_stderr "isi.xlsx: 1 Kebijakan Internal SPBE!D5: I01: '9'"
    expect_stderr "isi.xlsx: 1 Kebijakan Internal SPBE!D9: 'mungkin' bukan Ya atau Tidak"
    expect_stderr "isi.xlsx: 1 Kebijakan Internal SPBE!D11: '3' bukan Ya atau Tidak"
    expect_stderr 'isi.xlsx: 1 Kebijakan Internal SPBE!D24: berisi rumus'
    expect_stderr 'isi.xlsx: ditemukan 4 masalah; tidak ada yang diubah'
    expect_same kota.spbe before.spbe
}

# Whoever shows the hidden sheet changes nothing by it; whoever edits, empties, renames it is told, and nothing of the
# form is taken in. A workbook of conflicts is guarded in the same way.
test_forms__the_hidden_sheet_is_checked()
{
    local how
    fresh
    spbe form kota.spbe -o form.xlsx --indicators I01,I02
    fill form.xlsx isi.xlsx I01:value=3
    cp kota.spbe before.spbe
    for how in break-seal drop-row empty-key rename-key; do
        fill isi.xlsx $how.xlsx --$how
        expect_exit 3 spbe import kota.spbe $how.xlsx --lang id
        expect_stderr 'lembar tersembunyi formulir telah diubah; isi formulir seperti yang dikirim'
        expect_same kota.spbe before.spbe
    done
    fill isi.xlsx unhide.xlsx --unhide
    spbe claim kota.spbe I01 2 --as Budi >/dev/null
    expect_exit 1 spbe import kota.spbe unhide.xlsx --conflicts konflik.xlsx --lang en
    expect_stderr '1 conflicts are to be decided'
    fill konflik.xlsx bare.xlsx K1:decision=formulir --rename-key
    expect_exit 3 spbe import kota.spbe bare.xlsx --lang en
    expect_stderr 'the hidden sheet of the form was changed'
}

# LibreOffice saves a filled-in form without loss, and computes what the form stores.
test_forms__through_libreoffice()
{
    plain_only
    fresh
    spbe form kota.spbe -o form.xlsx
    fill form.xlsx isi.xlsx I01:value=3 I01:note='dua  spasi, "kutip" & é' I01.2.a:value=Ya I02.2.a:value=Tidak
    mkdir saved
    office isi.xlsx saved
    expect_exit 0 spbe import kota.spbe saved/isi.xlsx --lang en
    expect_stderr '4 changes taken in'
    expect_exit 0 spbe import kota.spbe isi.xlsx --lang en
    expect_stderr '0 changes taken in'
    spbe form kota.spbe -o penuh.xlsx
    mkdir again
    /usr/bin/python3 "$TOOL" recalculate penuh.xlsx again
    count=$(/usr/bin/python3 "$TOOL" compare penuh.xlsx again/penuh.xlsx)
    case $count in *", 0 differ") ;; *) fail "$count" ;; esac
}

# Only some indicators, or those of a unit.
test_forms__for_some_indicators()
{
    fresh
    spbe unit add kota.spbe 'Dinas Kominfo' >/dev/null
    spbe unit assign kota.spbe 'Dinas Kominfo' I01,I07 >/dev/null
    expect_exit 0 spbe form kota.spbe -o unit.xlsx --unit 'Dinas Kominfo'
    expect_exit 0 spbe form kota.spbe -o dua.xlsx --indicators I01,I02
    expect_exit 3 spbe form kota.spbe -o salah.xlsx --indicators I99
    fill unit.xlsx isi.xlsx I07:value=2
    expect_exit 0 spbe import kota.spbe isi.xlsx --lang en
    expect_stderr '1 changes taken in'
}
