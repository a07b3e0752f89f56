# A session in which an auditor tries expressions: against a pack, an overlay, and a real assessment, with
# nothing that can hurt the program.

KAMI=$ROOT/tests/packs/kami
BANDAR=$ROOT/tests/examples/kota-bandar-lampung-2023.json
export SPBE_USER=Siti

printf '{"format":"spbe-assessment/1","instrument":"kami-uji","year":2024,"answers":{"I01":{"criteria":{"I01.1.a":{"met":true}}}}}\n' >kami.json

# Runs a session on the lines of standard input: session STATUS ARG...; output in $OUT and $ERR.
session()
{
    local wanted=$1 status=0
    shift
    cat >lines
    "$SPBE" rules repl --lang en "$@" <lines >"$OUT" 2>"$ERR" || status=$?
    [ "$status" -eq "$wanted" ] || { show 'standard output' "$OUT"; show 'standard error' "$ERR"
        fail "exit status $status, expected $wanted"; }
}

# The same numbers as in evaluation, without a word but the answers.
test_a_session_shows_values_and_keeps_names()
{
    session 0 spbe-2020 "$BANDAR" <<'LUA'
result.index.value
find("I05").weight
assessment.answers.I11.claimed
half = function(input)
  if input.claimed < 3 then
    return { input.claimed * 2 + 1, 2 }, "half a level more"
  end

  return input.claimed, "as claimed"
end
call(half, inputs.I11)
#instrument.domains, inputs.I11.supported
LUA
    cat >expected <<'TEXT'
"2.15"
"1.3"
1
{ 3, 2 } = 1.5
"half a level more"
4
1
TEXT
    expect_same expected "$OUT"
    expect_no_stderr
}

# The function of a pack, on what it is really given, with the proof of the value.
test_the_functions_of_a_pack_are_called()
{
    printf '{"format":"spbe-assessment/1","instrument":"kami-uji","year":2024,"answers":{"I01":{"criteria":{"I01.1.a":{"met":true},"I01.2.a":{"met":true},"I01.3.a":{"met":true}}}}}\n' >kota.json
    session 0 "$KAMI" kota.json <<'LUA'
for id in pairs(functions) do print(id) end
call("I01")
worse = copy(inputs.I01)
for _, level in ipairs(worse.levels) do level.met, level.unmet = 0, level.criteria end
call("I01", worse)
proof("I01")
LUA
    expect_stdout 'I01 '
    spbe explain kota.json I01 --rules "$KAMI" --lang en >proof
    tail -n "$(wc -l <proof)" "$OUT" >shown
    expect_same proof shown
}

# An overlay on the pack is what is tried.
test_overlays_are_tried()
{
    mkdir koreksi
    cat >koreksi/overlay.lua <<'LUA'
return {
  format = "spbe-overlay/1",
  id = "koreksi", title = "Bobot layanan publik", base = "spbe-2020",
  author = "Inspektorat", date = "2026-11-22", reason = "Temuan reviu", source = "Nota Dinas 1/2026",
  changes = {
    { change = "weight", of = "I42", to = 3.2, was = 3 },
    { change = "weight", of = "I43", to = 2.8 },
  },
}
LUA
    session 0 koreksi "$BANDAR" <<'LUA'
find("I42").weight
result.rules.overlays[1].id
LUA
    [ "$(tr '\n' ' ' <"$OUT")" = '"3.2" "koreksi" ' ] || { show 'standard output' "$OUT"; fail 'not the overlay'; }
}

# Errors name the line that was typed and leave everything else as it was.
test_errors_do_not_end_it()
{
    session 1 spbe-2020 <<'LUA'
x = 5
nothing.at.all
instrument.id = "other"
x
inputs
io.open("/etc/passwd")
for i = 1,
x
LUA
    cat >expected <<'TEXT'
5
TEXT
    expect_same expected "$OUT"
    expect_stderr "spbe: input:2: does not know the name 'nothing'"
    expect_stderr 'spbe: input:3: changes a table that is read-only'
    expect_stderr "spbe: input:5: does not know the name 'inputs'"
    expect_stderr "spbe: input:6: cannot use 'io' here"
    expect_stderr "spbe: input:9: is not valid Lua: 'do' expected near <eof>"
}

# A limit ends the worker and not the session, which says that it begins anew.
test_limits_are_those_of_packs()
{
    session 1 spbe-2020 <<'LUA'
x = 1
while true do end
x
s = "a" while true do s = s .. s end
1 + 1
LUA
    expect_stderr 'spbe: input:2: runs more than 1000000 instructions'
    expect_stderr 'the session begins anew; names that were given are gone'
    expect_stderr "spbe: input:3: does not know the name 'x'"
    expect_stderr 'spbe: input:4: needs more memory'
    [ "$(tail -n 1 "$OUT")" = 2 ] || fail 'the session did not go on'
}

# A laptop that sleeps, a machine that is busy: a worker that was kept from running for longer than it may compute
# answers all the same. A second on the wall is nothing to one that computes; a loop is stopped by its own clock.
test_a_worker_that_was_held_up_is_not_too_slow()
{
    local parent child
    mkfifo lines
    "$SPBE" rules repl spbe-2020 --lang en <lines >"$OUT" 2>"$ERR" &
    parent=$!
    exec 7>lines
    printf '20 + 1\ntidak\n' >&7
    until [ -s "$ERR" ]; do sleep 0.02; done
    child=$(cat "/proc/$parent/task/$parent/children")
    kill -STOP $child
    printf '20 + 2\nwhile true do end\n20 + 3\n' >&7
    exec 7>&-
    sleep 1.7
    kill -CONT $child
    wait "$parent" || true
    [ "$(tr '\n' ' ' <"$OUT")" = '21 22 23 ' ] || { show 'standard output' "$OUT"; show 'standard error' "$ERR"
        fail 'an honest line was refused'; }
    [ "$(grep -c '^spbe: ' "$ERR")" -eq 2 ] || { show 'standard error' "$ERR"; fail 'more than the loop is refused'; }
}

# Sessions of an enemy, one a file of tests/packs/session: what must be told stands behind "--!". Each is over in
# seconds, and its last line is answered.
test_hostile_sessions_hurt_nothing()
{
    local file part status
    for file in "$ROOT"/tests/packs/session/*.lua; do
        watch
        status=0
        "$SPBE" rules repl "$KAMI" kami.json --lang en <"$file" >"$OUT" 2>"$ERR" || status=$?
        [ "$status" -le 1 ] || { show 'standard error' "$ERR"; fail "$file: status $status"; }
        in_time 20 "$file"
        [ "$(tail -n 1 "$OUT")" = alive ] || { show 'standard output' "$OUT"; show 'standard error' "$ERR"
            fail "$file: the session did not live on"; }
        ! grep -q $'\033' "$OUT" "$ERR" || fail "$file: a terminal could be moved"
        sed -n 's/^--! //p' "$file" >parts
        while IFS= read -r part; do
            cat "$OUT" "$ERR" >all
            # A machine that is busy may stop it by the clock before it has spent its instructions.
            case $part in 'runs more than '*) sed -i 's/takes too long and was stopped/runs more than 1000000 instructions/' all ;; esac
            grep -qF -e "$part" all || { show told all; fail "$file: nothing says: $part"; }
        done <parts
    done
}

# A person is asked for lines, sees what is there, and leaves with a word.
test_on_a_terminal_it_asks()
{
    printf 'help\n1 + 1\nfor i = 7, 7 do\nprint(i)\nend\nexit\n2 + 2\n' >lines
    TERM=xterm script -qec "stty cols 80 rows 24 -echo; '$SPBE' rules repl spbe-2020 '$BANDAR' --lang en" \
        /dev/null <lines >"$OUT" 2>"$ERR" || true
    sed -i 's/\r$//' "$OUT"
    expect_stdout "'help' lists the names; 'exit' ends the session"
    expect_stdout 'call(what [, input])'
    expect_stdout '> 2'
    expect_stdout '. 7'
    grep -q '^> 4' "$OUT" && fail 'it went on behind exit'
    expect_stdout 'Kota Bandar Lampung · 2023'
}

# Whatever is wrong with what is named is told before anything is asked.
test_what_is_named_must_be_there()
{
    expect_exit 4 spbe rules repl tidak-ada
    expect_exit 5 spbe rules repl spbe-2020 tidak-ada.spbe
    expect_stderr 'tidak-ada.spbe'
    expect_exit 3 spbe rules repl spbe-2018 "$BANDAR"
    expect_exit 2 spbe rules repl "$BANDAR"
    expect_exit 0 spbe rules repl spbe-2020
    expect_no_stdout
}

# Bytes that are no text are passed over with their line.
test_lines_are_text()
{
    printf '1\n\377\n2\n' | session 1 spbe-2020
    expect_stderr 'spbe: line 2: is no text in UTF-8'
    [ "$(tr '\n' ' ' <"$OUT")" = '1 2 ' ] || fail 'the other lines were not answered'
}

# The same lines give the same bytes.
test_the_same_lines_give_the_same_bytes()
{
    echo 'find("A2") print(pairs, result.domains)' >once
    session 0 spbe-2020 "$BANDAR" <once
    cp "$OUT" first
    session 0 spbe-2020 "$BANDAR" <once
    expect_same first "$OUT"
}
