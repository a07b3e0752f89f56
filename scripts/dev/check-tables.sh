#!/usr/bin/env bash
# The tables are whole: each message (core/message.h) is used and has a case, each limit (core/limit.h)
# likewise, each command has its help page, an example of its own and a test; and no case is left over.
# Names each gap; status 1 when there is one.
set -uo pipefail
cd "$(dirname "$0")/../.."
program=${BUILD:-build}/spbe
status=0
gap() { echo "$*"; status=1; }

messages=$(/usr/bin/python3 scripts/dev/messages.py --names) || exit 1
for name in $messages; do
    grep -qrw "M_$name" core --include='*.c' || gap "core/message.h: nothing raises M_$name"
    [ -e "tests/messages/$name.case" ] || gap "tests/messages/$name.case is missing"
done
for file in tests/messages/*.case; do
    [ -e "$file" ] || continue
    grep -qx "$(basename "$file" .case)" <<<"$messages" || gap "$file: there is no such message"
done

limits=$(sed -n 's/^ *row(\(LIMIT_[A-Z0-9_]*\),.*/\1/p' core/limit.h)
for name in $limits; do
    grep -qrw "$name" core --include='*.c' || gap "core/limit.h: nothing keeps $name"
    [ -e "tests/limits/$name.case" ] || gap "tests/limits/$name.case is missing"
done
for file in tests/limits/*.case; do
    [ -e "$file" ] || continue
    grep -qx "$(basename "$file" .case)" <<<"$limits" || gap "$file: there is no such limit"
done

# Every command, one a line, as the shell's completion lists them.
commands()
{
    local first second
    for first in $("$program" complete -- ''); do
        local seconds
        seconds=$("$program" complete -- "$first" '')
        if [ "$first" != help ] && [ -n "$seconds" ]; then
            for second in $seconds; do echo "$first $second"; done
        else
            echo "$first"
        fi
    done
}
while read -r command; do
    page=$("$program" help "$command" --lang en) || gap "spbe help $command: there is no such page"
    grep -q "^  spbe $command" <<<"$page" || gap "spbe help $command: the example is of another command"
    grep -Eqr "(spbe|SPBE\"?) $command( |\$)" tests/cli || gap "tests/cli: nothing tests spbe $command"
done < <(commands)

for file in templates/help/id/*.txt; do
    [ -e "templates/help/en/$(basename "$file")" ] || gap "$file: is missing in English"
done
for file in templates/help/en/*.txt; do
    [ -e "templates/help/id/$(basename "$file")" ] || gap "$file: is missing in Indonesian"
done
exit $status
