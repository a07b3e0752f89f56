# What the cases about assessment files have in common; they source it.

export SPBE_USER=Siti

# A file of spbe-2020: [NAME].
make_file()
{
    expect_exit 0 spbe new "${1:-kota.spbe}" --instrument spbe-2020 --agency 'Kota Contoh' \
        --kind kota --year 2024
}

# SQL on kota.spbe, as another program would run it.
tamper()
{
    /usr/bin/python3 -c 'import sqlite3, sys
base = sqlite3.connect("kota.spbe")
base.executescript(sys.argv[1])
base.commit()' "$1"
}

# Runs a command as somebody without rights to what is write-protected here.
as_nobody()
{
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
    else
        "$@"
    fi
}

# Lets everybody read, and nobody write, in the folder baca/.
protect()
{
    chmod 755 . && chmod -R a+rX,a-w baca
    trap 'chmod -R u+w baca' EXIT
}

# A document for import: ANSWERS [YEAR [AGENCY]].
document()
{
    printf '{"format":"spbe-assessment/1","instrument":"spbe-2020","year":%s,"agency":%s,"answers":%s}\n' \
        "${2:-2024}" "${3:-null}" "$1" >masuk.json
}
