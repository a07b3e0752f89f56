# The example of every help page works as it stands, word for word.

# The examples of all pages, one a line.
examples()
{
    local first second
    for first in $(spbe complete -- ''); do
        local seconds
        seconds=$(spbe complete -- "$first" '')
        if [ "$first" != help ] && [ -n "$seconds" ]; then
            for second in $seconds; do spbe help "$first $second" | tail -n 1; done
        else
            spbe help "$first" | tail -n 1
        fi
    done
}

# What the examples speak of: a file of this year with twelve items of evidence, one of the year before,
# documents, the packs.
prepare()
{
    export SPBE_USER='Tim Asesor Internal'
    ln -s "$ROOT/rules" rules
    ln -s "$ROOT/tests" tests
    cp "$ROOT/tests/examples/kota-bandar-lampung-2023.json" kota.json
    printf '%%PDF-1.4 perwali\n' >perwali.pdf
    printf '%%PDF-1.4 perwali lagi\n' >perwali-bertanda-tangan.pdf
    printf '{"format":"spbe-assessment/1","instrument":"spbe-2020","year":2024,"agency":{"name":"Kota Contoh","kind":"kota"},"answers":{"I12":{"claimed":2}}}\n' >dinas.json
    spbe new fresh.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024
    spbe new kota-2023.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2023
    cat kota.json dinas.json >kabupaten.jsonl
    cp kota.json provinsi.json
    spbe new kota-2024.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024
    spbe unit add fresh.spbe 'Dinas Kominfo'
    spbe unit assign fresh.spbe 'Dinas Kominfo' I01
    spbe answer fresh.spbe I11.2.a ya
    spbe templates show laporan-pimpinan >laporan-kami.lua
    for number in 1 2 3 4 5 6 7 8 9 10 11 12; do
        printf 'lembar %s\n' "$number" >"lembar-$number.pdf"
        spbe attach fresh.spbe I11.2.a "lembar-$number.pdf"
    done >log 2>&1
    spbe evaluate fresh.spbe --json hasil.json
}

# What needs a person at a terminal has tests of its own.
for_a_person() { [[ $1 == 'spbe fill '* ]]; }

# The state in which an example begins.
fresh()
{
    rm -f kota.spbe pemdi.spbe cadangan.spbe laporan.xlsx kota.json.new
    case $1 in
    'spbe new '*) return ;;
    esac
    cp fresh.spbe kota.spbe
    case $1 in
    'spbe return '* | 'spbe lock '*) spbe submit kota.spbe I11 >log 2>&1 ;;
    'spbe unit add '*) rm kota.spbe
        spbe new kota.spbe --instrument spbe-2020 --agency K --kind kota --year 2024 >log 2>&1 ;;
    'spbe evidence get '*) rm -f perwali.pdf ;;
    'spbe templates new '*) rm -f laporan-kami.lua ;;
    'spbe attach pemdi.spbe '* | 'spbe measure '*)
        printf 'renja\n' >renja.pdf
        spbe new pemdi.spbe --instrument pemdi-2026 --agency K --kind kota --year 2026 >log 2>&1 ;;
    esac
}

test_every_example_of_the_help_pages_works()
{
    plain_only
    prepare
    examples >lines
    [ "$(wc -l <lines)" -ge 30 ] || fail 'examples are missing'
    while IFS= read -r line; do
        line=${line#  }
        ! for_a_person "$line" || continue
        fresh "$line"
        printf '%s\n' "$line" >line
        local status=0
        # shellcheck disable=SC1091
        (source ./line) >"$OUT" 2>"$ERR" </dev/null || status=$?
        [ "$status" -le 1 ] || { show 'standard error' "$ERR"; fail "status $status: $line"; }
    done <lines
}

test_every_example_of_the_topics_works()
{
    plain_only
    prepare
    printf 'sk\n' >sk.pdf
    spbe export fresh.spbe -o kota.json
    printf 'perwali\n' >perwali-12-2023.pdf
    spbe form fresh.spbe -o formulir.xlsx --indicators I11
    mkdir -p dokumen
    for topic in stages files evidence basis pack forms; do
        # Lines that end in a backslash go on in the next one.
        sed -e ':join' -e '/\\$/{N;s/ *\\\n */ /;b join' -e '}' "$ROOT/templates/help/id/$topic.txt" |
            grep -E '^ +spbe ' | sed -E 's/^ +//; s/  +.*$//; s/\bNOMOR\b/E1/' >lines
        [ -s lines ] || fail "no example in $topic"
        while IFS= read -r line; do
            ! for_a_person "$line" || continue
            fresh "$line"
            printf '%s\n' "$line" >line
            local status=0
            # shellcheck disable=SC1091
            (source ./line) >"$OUT" 2>"$ERR" </dev/null || status=$?
            [ "$status" -le 1 ] || { show 'standard error' "$ERR"; fail "$topic: status $status: $line"; }
        done <lines
    done
}
