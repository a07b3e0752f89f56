# Forms: what people write in their own words: explanations of levels, facts then analysis, and general questions.

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

# The explanation of a level as the file has it.
expect_words()
{
    spbe explain-level kota.spbe "$1" >words 2>/dev/null
    printf '%s\n' "$2" >wanted
    expect_same words wanted
}

# What is written already stands in the form, in whatever form it was written; untouched it changes nothing.
test_forms_words__prefilled_and_untouched()
{
    fresh
    spbe explain-level kota.spbe I01.2 --fact 'Perwali 12/2023, "pasal" 4' --analysis 'memuat <semua>' >/dev/null
    spbe explain-level kota.spbe I01.3 --text 'Tulisan utuh, é – tanpa bentuk' >/dev/null
    spbe explain-level kota.spbe I01.4 --text 'ANALISIS: hanya ini' >/dev/null
    spbe explain-level kota.spbe I01.5 --text 'FAKTA: FAKTA: dua kali' >/dev/null
    spbe question answer kota.spbe PU3 'perizinan – café' >/dev/null
    spbe form kota.spbe -o form.xlsx
    sound form.xlsx
    unzip -p form.xlsx xl/sharedStrings.xml >texts
    expect_file 'Perwali 12/2023, "pasal" 4' texts
    expect_file 'Tulisan utuh, é – tanpa bentuk' texts
    expect_file 'perizinan – café' texts
    cp kota.spbe before.spbe
    expect_exit 0 spbe import kota.spbe form.xlsx --lang en
    expect_stderr '0 changes taken in'
    expect_same kota.spbe before.spbe
}

# One change a level, however many of its parts were written; the same form again changes nothing.
test_forms_words__written_and_taken_back()
{
    fresh
    spbe explain-level kota.spbe I01.3 --text 'Tulisan utuh' >/dev/null
    spbe explain-level kota.spbe I01.2 --fact lama --analysis 'tetap ada' >/dev/null
    spbe form kota.spbe -o form.xlsx
    fill form.xlsx isi.xlsx 'I02.2:facts=Perwali 12/2023' 'I02.2:analysis=memuat
dua baris' I01.3:analysis=sebab I01.2:facts=baru 'I02.3:facts=FAKTA: a
ANALISIS: b' 'PU1:general=layanan kemiskinan' 'I47.5:analysis=2024'
    expect_exit 0 spbe import kota.spbe isi.xlsx --lang en
    expect_stderr '6 changes taken in'
    expect_words I02.2 'FAKTA: Perwali 12/2023

ANALISIS: memuat
dua baris'
    expect_words I01.3 'FAKTA: Tulisan utuh

ANALISIS: sebab'
    expect_words I01.2 'FAKTA: baru

ANALISIS: tetap ada'
    expect_words I02.3 'FAKTA: a

ANALISIS: b'
    expect_words I47.5 'ANALISIS: 2024'
    spbe question list kota.spbe >questions
    expect_file 'layanan kemiskinan' questions
    expect_exit 0 spbe history kota.spbe I02
    expect_stdout '(import isi.xlsx)'
    [ "$(grep -c 'I02.2 ' "$OUT")" -eq 1 ] || fail 'more than one change for a level'
    cp kota.spbe before.spbe
    expect_exit 0 spbe import kota.spbe isi.xlsx --lang en
    expect_stderr '0 changes taken in'
    expect_same kota.spbe before.spbe
    # Emptied cells take the words away.
    spbe form kota.spbe -o lagi.xlsx
    fill lagi.xlsx kosong.xlsx I02.2:facts= I02.2:analysis= PU1:general=
    expect_exit 0 spbe import kota.spbe kosong.xlsx --lang en
    expect_stderr '2 changes taken in'
    expect_exit 0 spbe explain-level kota.spbe I02.2
    expect_no_stdout
}

# Three ways, each part for itself: facts of one person and analysis of another come together.
test_forms_words__facts_and_analysis_are_merged_apart()
{
    fresh
    spbe explain-level kota.spbe I01.2 --fact awal --analysis mula >/dev/null
    spbe form kota.spbe -o form.xlsx
    spbe explain-level kota.spbe I01.2 --fact 'fakta Budi' --as Budi >/dev/null
    spbe question answer kota.spbe PU2 'kata Budi' --as Budi >/dev/null
    fill form.xlsx beda.xlsx 'I01.2:analysis=analisis Wati'
    expect_exit 0 spbe import kota.spbe beda.xlsx --lang en
    expect_stderr '1 changes taken in'
    expect_words I01.2 'FAKTA: fakta Budi

ANALISIS: analisis Wati'
    fill form.xlsx sama.xlsx 'I01.2:facts=fakta Wati' 'PU2:general=kata Wati'
    cp kota.spbe before.spbe
    expect_exit 3 spbe import kota.spbe sama.xlsx --lang en
    expect_stderr "I01.2 FAKTA: the form says 'fakta Wati', the file meanwhile 'fakta Budi'"
    expect_stderr "PU2: the form says 'kata Wati', the file meanwhile 'kata Budi'"
    expect_same kota.spbe before.spbe
    expect_exit 1 spbe import kota.spbe sama.xlsx --conflicts konflik.xlsx --lang en
    expect_stderr '2 conflicts are to be decided'
    sound konflik.xlsx
    unzip -p konflik.xlsx xl/sharedStrings.xml >texts
    expect_file '>awal<' texts
    expect_file 'I01.2 FAKTA' texts
    expect_file 'Budi, 20' texts
    ! grep -q 'Siti, 20' texts || fail 'whoever wrote the other part is named'
    expect_file 'penggabungan beberapa aplikasi' texts
    fill konflik.xlsx putus.xlsx K1:decision=formulir K2:decision=formulir
    expect_exit 0 spbe import kota.spbe putus.xlsx --lang en
    expect_stderr '2 changes taken in'
    expect_words I01.2 'FAKTA: fakta Wati

ANALISIS: analisis Wati'
    spbe question list kota.spbe >questions
    expect_file 'kata Wati' questions
}

# What is verified or locked is not overwritten in silence, neither are words.
test_forms_words__verified_and_locked_stay()
{
    fresh
    spbe form kota.spbe -o form.xlsx
    spbe rate kota.spbe I01 2 --reason cukup >/dev/null
    spbe lock kota.spbe I02 >/dev/null
    fill form.xlsx isi.xlsx I01.2:facts=a I02.2:facts=b
    expect_exit 3 spbe import kota.spbe isi.xlsx --lang en
    expect_stderr 'I01 is verified already'
    expect_stderr 'I02: is locked'
    expect_exit 3 spbe import kota.spbe isi.xlsx --theirs --lang en
    expect_stderr 'I02: is locked'
}

# All wrong cells with their places: formulas, rows that are of another sheet or of none, texts that are too long.
test_forms_words__wrong_cells_are_told()
{
    fresh
    spbe form kota.spbe -o form.xlsx
    cp kota.spbe before.spbe
    long=$(head -c 20000 /dev/zero | tr '\0' x)
    fill form.xlsx isi.xlsx I01.2:facts@analysis=a I01.3:id=I01.2.a I01.3:facts=b I01.4:id=I99.9 "I01.5:facts=$long" \
        "I01.5:analysis=$long"
    expect_exit 3 spbe import kota.spbe isi.xlsx --lang en
    expect_stderr 'isi.xlsx: Penjelasan!'
    expect_stderr '"I99.9" is no row of this form'
    expect_stderr 'isi.xlsx: Penjelasan!E11: I01.5: is longer than the limit'
    expect_same kota.spbe before.spbe
}

# A unit's form, and one for some indicators, has its explanations but not the questions to the whole agency.
test_forms_words__questions_only_for_the_whole_agency()
{
    fresh
    spbe form kota.spbe -o dua.xlsx --indicators I01,I02
    spbe form kota.spbe -o semua.xlsx
    unzip -p dua.xlsx xl/workbook.xml >dua.xml
    unzip -p semua.xlsx xl/workbook.xml >semua.xml
    expect_file 'name="Pertanyaan Umum"' semua.xml
    expect_file 'name="Penjelasan"' dua.xml
    ! grep -q 'Pertanyaan Umum' dua.xml || fail 'a form for two indicators asks the whole agency'
    fill dua.xlsx isi.xlsx I02.2:facts=a
    expect_exit 0 spbe import kota.spbe isi.xlsx --lang en
    expect_stderr '1 changes taken in'
}

# An instrument without the two parts has one column; its words are kept whole.
test_forms_words__an_instrument_without_parts()
{
    spbe new kota.spbe --instrument pemdi-2026 --agency 'Kota Contoh' --kind kota --year 2026 >/dev/null
    spbe explain-level kota.spbe I01.2 --text 'FAKTA: utuh' >/dev/null
    spbe form kota.spbe -o form.xlsx
    fill form.xlsx isi.xlsx I01.2:explanation='FAKTA: utuh lagi' I01.3:explanation=tiga
    expect_exit 0 spbe import kota.spbe form.xlsx --lang en
    expect_stderr '0 changes taken in'
    expect_exit 0 spbe import kota.spbe isi.xlsx --lang en
    expect_stderr '2 changes taken in'
    expect_words I01.2 'FAKTA: utuh lagi'
    expect_exit 0 spbe import kota.spbe isi.xlsx --lang en
    expect_stderr '0 changes taken in'
}

# What is still to be written and the lengths are formulas; LibreOffice counts as the program does.
test_forms_words__lengths_and_state_follow()
{
    fresh
    spbe claim kota.spbe I01 3 >/dev/null
    spbe explain-level kota.spbe I01.2 --fact 'é – dua' --analysis tiga >/dev/null
    spbe explain-level kota.spbe I01.3 --text utuh >/dev/null
    spbe question answer kota.spbe PU1 'é – dua' >/dev/null
    spbe form kota.spbe -o form.xlsx
    mkdir again
    /usr/bin/python3 "$TOOL" recalculate form.xlsx again
    count=$(/usr/bin/python3 "$TOOL" compare form.xlsx again/form.xlsx)
    case $count in *", 0 differ") ;; *) fail "$count" ;; esac
    unzip -p form.xlsx xl/sharedStrings.xml >texts
    expect_file 'FAKTA – dokumen apa' texts
    expect_exit 0 spbe import kota.spbe again/form.xlsx --lang en
    expect_stderr '0 changes taken in'
}
