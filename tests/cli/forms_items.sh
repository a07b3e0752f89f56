# Forms of an instrument without domains, in which items and outside indices score.

export SPBE_USER=Siti
FILL=$ROOT/tests/sheets/fill.py
TOOL=$ROOT/tests/cli/workbook.py

fresh()
{
    spbe new kota.spbe --instrument pemdi-2026 --agency 'Kota Contoh' --kind kota --year 2026 >/dev/null
}

fill()
{
    /usr/bin/python3 "$FILL" "$@"
}

# A sheet for each aspect; items and the outside index are answered beside the criteria that explain them.
test_forms_items__a_sheet_for_each_aspect()
{
    fresh
    spbe answer kota.spbe I01.1.e1 ya --note '=1+1' >/dev/null
    spbe measure kota.spbe I05 68,75 >/dev/null
    expect_exit 0 spbe form kota.spbe -o form.xlsx
    sound form.xlsx
    [ "$(stat -c %s form.xlsx)" -lt 400000 ] || fail 'the form is too large'
    /usr/bin/python3 "$TOOL" show form.xlsx >cells.txt
    expect_file '1 Tata Kelola dan Manajemen' cells.txt
    expect_file '7 Kepuasan Pengguna Layanan…' cells.txt
    expect_file 'I05/indeks_sdi' cells.txt
    expect_file 'Jawab setiap butir bukti' cells.txt
    expect_file 'cukup satu dari kelompok' cells.txt
    cp kota.spbe before.spbe
    expect_exit 0 spbe import kota.spbe form.xlsx --lang en
    expect_stderr '0 changes taken in'
    expect_same kota.spbe before.spbe
}

# What was entered comes back, exact, once; and goes away again when its cell is emptied.
test_forms_items__filled_in_and_taken_back()
{
    fresh
    spbe form kota.spbe -o form.xlsx
    fill form.xlsx isi.xlsx I01:value=2.25 I01.1.e1:value=Ya I01.2.e1:value=tidak I01.2.e1:note='belum sah' \
        I01.2.b:value=Ya I05/indeks_sdi:value=68.75
    expect_exit 0 spbe import kota.spbe isi.xlsx --dry-run --lang en
    expect_stderr '6 changes; nothing was written'
    expect_exit 0 spbe import kota.spbe isi.xlsx --lang en
    expect_stdout 'I01.2.e1 note on the evidence item'
    expect_stderr '6 changes taken in'
    expect_exit 0 spbe import kota.spbe isi.xlsx --lang en
    expect_stderr '0 changes taken in'
    spbe export kota.spbe -o now.json
    expect_json now.json answers.I01.claimed 2.25
    expect_file '"I01.2.e1":{"met":false,"note":"belum sah"}' now.json
    expect_json now.json answers.I05.measures.indeks_sdi 68.75
    spbe form kota.spbe -o lagi.xlsx
    fill lagi.xlsx kosong.xlsx I01.2.e1:value= I05/indeks_sdi:value=
    fill kosong.xlsx pindah.xlsx --move --reverse
    expect_exit 0 spbe import kota.spbe pindah.xlsx --lang en
    expect_stderr '2 changes taken in'
    expect_exit 0 spbe export kota.spbe -o now.json
    if grep -q measures now.json; then fail 'the index is still there'; fi
}

# All slips at once, with sheet and cell; what has no place in a row is not lost unseen.
test_forms_items__all_problems_at_once()
{
    fresh
    spbe form kota.spbe -o form.xlsx
    cp kota.spbe before.spbe
    fill form.xlsx isi.xlsx I01.1.e1:value=mungkin I05/indeks_sdi:value=687.5 I06/nilai_sjig:value=banyak \
        I07/ips:note=tertulis I18/sdi_interoperabilitas:title='SK 12' I02.1.e2:formula=1+2
    expect_exit 3 spbe import kota.spbe isi.xlsx --lang id
    expect_stderr "1 Tata Kelola dan Manajemen!D8: 'mungkin' bukan Ya atau Tidak"
    expect_stderr 'rentangnya dari 0 sampai 100'
    expect_stderr "3 Data!D"
    expect_stderr "banyak"
    expect_stderr "tertulis"
    expect_stderr "SK 12"
    expect_stderr 'berisi rumus'
    expect_stderr 'ditemukan 6 masalah; tidak ada yang diubah'
    expect_same kota.spbe before.spbe
}

# Three ways as everywhere: a conflict is decided by an option, or one by one in the workbook of conflicts.
test_forms_items__conflicts_are_decided()
{
    fresh
    spbe form kota.spbe -o form.xlsx
    spbe answer kota.spbe I01.1.e1 tidak >/dev/null
    spbe measure kota.spbe I05 20 >/dev/null
    fill form.xlsx isi.xlsx I01.1.e1:value=Ya I05/indeks_sdi:value=30 I01.1.a:value=Ya
    expect_exit 3 spbe import kota.spbe isi.xlsx --lang en
    expect_stderr "I01.1.e1: the form says 'Ya', the file meanwhile 'Tidak'"
    expect_stderr "I05/indeks_sdi: the form says '30', the file meanwhile '20'"
    expect_exit 1 spbe import kota.spbe isi.xlsx --conflicts konflik.xlsx --lang en
    /usr/bin/python3 "$TOOL" show konflik.xlsx >cells.txt
    expect_file 'Rancangan dokumen perencanaan yang sudah menyebut muatan RAN Pemdi' cells.txt
    expect_file 'I05/indeks_sdi' cells.txt
    fill konflik.xlsx putus.xlsx K1:decision=formulir K2:decision=formulir
    expect_exit 0 spbe import kota.spbe putus.xlsx --lang en
    spbe export kota.spbe -o now.json
    expect_json now.json answers.I05.measures.indeks_sdi 30
    expect_exit 0 spbe evaluate kota.spbe --basis supported --json r.json
    expect_json r.json aspects.0.indicators.0.supported 1.5
}

# LibreOffice saves a filled-in form without loss, and comes to the values that the engine computes: of full
# answers, and of what was typed in the form.
test_forms_items__through_libreoffice()
{
    plain_only
    fresh
    spbe rules show pemdi-2026 --json >pack.json
    "$ROOT/tests/cli/oracle.py" write pack.json 3 9 | tail -n 1 |
        sed 's/"year":20[0-9]*,"agency":{[^}]*}/"year":2026,"agency":{"name":"Kota Contoh","kind":"kota"}/' >a.json
    expect_exit 0 spbe import kota.spbe a.json
    spbe form kota.spbe -o form.xlsx
    mkdir again
    /usr/bin/python3 "$TOOL" recalculate form.xlsx again
    count=$(/usr/bin/python3 "$TOOL" compare form.xlsx again/form.xlsx)
    case $count in *", 0 differ") ;; *) fail "$count" ;; esac
    fill form.xlsx isi.xlsx I19.1.e1:value=Ya I19.1.e2:value=Ya I19.2.e1:value=Ya I19.2.e2:value=Tidak \
        I05/indeks_sdi:value=43.75 I19.1.e1:note='dua  spasi & é'
    mkdir saved
    /usr/bin/python3 "$TOOL" recalculate isi.xlsx saved
    expect_exit 0 spbe import kota.spbe saved/isi.xlsx --theirs --lang en
    expect_exit 0 spbe import kota.spbe isi.xlsx --lang en
    expect_stderr '0 changes taken in'
    spbe form kota.spbe -o penuh.xlsx # stores what the engine says; the other was computed by LibreOffice
    for sheet in '3 Data' '6 Keterpaduan Layanan Digit…' '7 Kepuasan Pengguna Layanan…'; do
        [ "$(/usr/bin/python3 "$TOOL" cell saved/isi.xlsx "$sheet" F5)" = \
            "$(/usr/bin/python3 "$TOOL" cell penuh.xlsx "$sheet" F5)" ] || fail "$sheet"
    done
}

# Points that a pack declares need not be equal shares: the form computes with them.
test_forms_items__points_as_declared()
{
    cp -r "$ROOT/tests/packs/check/items" uji-butir
    spbe new kota.spbe --instrument uji-butir --agency 'Kota Contoh' --kind kota --year 2026 >/dev/null
    spbe rules show uji-butir --json >pack.json
    "$ROOT/tests/cli/oracle.py" write pack.json 4 5 | tail -n 1 |
        sed 's/"year":20[0-9]*,"agency":{[^}]*}/"year":2026,"agency":{"name":"Kota Contoh","kind":"kota"}/' >a.json
    expect_exit 0 spbe import kota.spbe a.json
    expect_exit 0 spbe form kota.spbe -o form.xlsx
    mkdir again
    /usr/bin/python3 "$TOOL" recalculate form.xlsx again
    count=$(/usr/bin/python3 "$TOOL" compare form.xlsx again/form.xlsx)
    case $count in *", 0 differ") ;; *) fail "$count" ;; esac
}
