#!/usr/bin/env bash
# Prints the source of the manual page (scdoc): templates/help/spbe.1.scd with the commands filled in
# from the program's own table.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${BUILD:-build}/spbe

# One command: its line of usage, and what it does.
command_entry()
{
    local page usage
    page=$("$program" help "$1" --lang en)
    usage=$(sed -n 1p <<<"$page" | sed 's/[_*\\]/\\&/g')
    printf '*spbe %s*%s\n\t%s.\n\n' "$1" "${usage#spbe "$1"}" \
        "$(sed -n '3,/^$/p' <<<"$page" | tr '\n' ' ' | sed 's/ *$//; s/[_*\\]/\\&/g; s/./\U&/; s/\.$//')"
}

commands()
{
    local first second seconds
    for first in $("$program" complete -- ''); do
        seconds=$("$program" complete -- "$first" '')
        if [ "$first" != help ] && [ -n "$seconds" ]; then
            for second in $seconds; do command_entry "$first $second"; done
        else
            command_entry "$first"
        fi
    done
}

while IFS= read -r line; do
    if [ "$line" = '@COMMANDS@' ]; then commands; else printf '%s\n' "$line"; fi
done <templates/help/spbe.1.scd | cat -s
