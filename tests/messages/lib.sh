# The helpers of a message's case; see run.sh.

# The row's field of the message under test: 2 exit status, 3 English, 4 Indonesian, as patterns.
row()
{
    awk -F '\t' -v name="$CASE" -v field="$1" '$1 == name { print $field }' "$MESSAGE_TABLE"
}

# Wants a line of standard error that fits a pattern of the table.
fits()
{
    grep -Eq -e "$1" "$ERR" || { show 'standard error' "$ERR"; fail "no line fits $CASE in $2: $1"; }
}

refuses()
{
    local wanted=$1 sentence="spbe: $2" line found=no
    shift 2
    [ "$(row 2)" = "$wanted" ] || fail "$CASE has exit status $(row 2), the case says $wanted"
    expect_exit "$wanted" "$@" --lang id
    fits "$(row 4)" Indonesian
    while IFS= read -r line; do
        # The sentence is a pattern: only its "*" is special.
        local pattern=${sentence//\\/\\\\}
        pattern=${pattern//\[/\\[}
        pattern=${pattern//\?/\\?}
        # shellcheck disable=SC2053
        if [[ $line == $pattern ]]; then found=yes; fi
    done <"$ERR"
    [ "$found" = yes ] || { show 'standard error' "$ERR"; fail "no line is: $sentence"; }
    expect_exit "$wanted" "$@" --lang en
    fits "$(row 3)" English
}

unit()
{
    local name
    for name in "$@"; do
        grep -qrwF -e "$name" "$ROOT/tests/unit" || fail "there is no unit test $name"
    done
}

# A file to import into.
case_store()
{
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 \
        --as Siti >/dev/null
}

# refuses_sheet STATUS SENTENCE KIND: the workbook KIND of tests/sheets/make.py is refused.
refuses_sheet()
{
    case_store
    /usr/bin/python3 "$ROOT/tests/sheets/make.py" "$3" "$3.xlsx"
    refuses "$1" "$2" spbe import kota.spbe "$3.xlsx" --as Siti
}

# refuses_form STATUS SENTENCE CHANGE...: the form of a file, filled in with these changes, is refused.
refuses_form()
{
    local status=$1 sentence=$2
    shift 2
    [ -e kota.spbe ] || case_store
    [ -e form.xlsx ] || spbe form kota.spbe -o form.xlsx --indicators I01,I02
    /usr/bin/python3 "$ROOT/tests/sheets/fill.py" form.xlsx isi.xlsx "$@"
    refuses "$status" "$sentence" spbe import kota.spbe isi.xlsx --as Siti
}
