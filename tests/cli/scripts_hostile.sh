# spbe run: scripts that mean harm reach nothing, cost little, and leave no trace.

# Runs a script that must end with one sentence and this status.
contained()
{
    local status=$1
    shift
    watch
    expect_exit "$status" spbe run --time 1 "$@"
    [ "$(wc -l <"$ERR")" -eq 1 ] || { show errors "$ERR"; fail 'not one sentence'; }
    in_time 5 "$*"
}

# Protects the machine: loops, memory, deep calls, errors about errors; none can be swallowed.
test_limits_hold_and_cannot_be_swallowed()
{
    plain_only
    local name=0 lua
    while IFS= read -r lua; do
        name=$((name + 1))
        printf '%s\n' "$lua" >"h$name.lua"
        contained 6 "h$name.lua"
    done <<'END'
while true do end
while true do pcall(function() while true do end end) end
local function again() pcall(again) return again() end again()
local t = {} while true do t[#t + 1] = ("x"):rep(100000) .. #t end
local t = {} while true do pcall(function() t[#t + 1] = ("x"):rep(1000000) .. #t end) end
local s = "x" while true do s = s .. s end
local function f() return pcall(f) end while true do f() end
table.sort({ 1, 2, 3 }, function() while true do end end)
local t = {} for i = 1, 1e9 do t[i] = i end
for i = 1, 1e9 do pcall(error, { i }) end
for i = 1, 1e9 do pcall(spbe.read, "/etc/passwd") end
while true do pcall(spbe.json, { {} }) end
END
}

# Protects files: hostile names, whatever way they lead.
test_files_outside_are_out_of_reach()
{
    mkdir -p boleh/dalam luar
    echo rahasia >luar/rahasia.txt
    echo isi >boleh/isi.txt
    ln -s ../luar/rahasia.txt boleh/tautan.txt
    ln -s ../luar boleh/keluar
    ln -s ../luar/baru.txt boleh/buntu.txt
    cat >cari.lua <<'LUA'
local names = { "luar/rahasia.txt", "boleh/../luar/rahasia.txt", "boleh/tautan.txt", "boleh/keluar/rahasia.txt",
  "boleh/buntu.txt", "/etc/passwd", "/proc/self/environ", "/proc/self/fd/0", "/dev/stdin", "/dev/fd/3", "boleh",
  "boleh/", "", ".", "-", "boleh/dalam/../../luar/rahasia.txt", "cari.lua", "./././luar/rahasia.txt",
  "boleh/tidak/ada.txt", ("a/"):rep(3000), ("x"):rep(5000) }
for _, name in ipairs(names) do
  for what, call in pairs({ read = spbe.read, json = spbe.read_json, table = spbe.read_table,
      documents = spbe.documents, open = spbe.open, evaluate = spbe.evaluate }) do
    local good, problem = pcall(call, name)
    if good then print("reached", what, name) end
  end
  for what, call in pairs({ write = function() spbe.write(name, "x") end,
      json = function() spbe.write_json(name, 1) end,
      output = function() spbe.output(name):close() end,
      csv = function() spbe.write_csv(name, {}) end }) do
    local good = pcall(call)
    if good and name ~= "-" then print("written", what, name) end
  end
end
for _, name in ipairs({ "luar", "/", "..", ".", "boleh/..", "boleh/keluar", "/etc" }) do
  if pcall(spbe.files, name) then print("looked into", name) end
end
print(spbe.json(spbe.files("boleh")))
LUA
    expect_exit 0 spbe run --allow boleh cari.lua
    printf 'rahasia\n' >wanted
    expect_same wanted luar/rahasia.txt
    [ ! -e luar/baru.txt ] || fail 'a file was made outside'
    if grep -q 'reached\|written\|looked' "$OUT"; then show output "$OUT"; fail 'something was reached'; fi
    expect_stdout '["boleh/isi.txt"]'
    expect_exit 3 spbe run cari.lua --allow boleh
    expect_stderr 'boleh: '
}

# Protects what is there: no function leads to the system, other code, or what belongs to the program.
test_nothing_else_can_be_reached()
{
    local name=0 lua
    while IFS= read -r lua; do
        name=$((name + 1))
        printf '%s\n' "$lua" >"h$name.lua"
        contained 4 "h$name.lua"
    done <<'END'
os.execute("id")
io.open("/etc/passwd")
require("os")
load("return 1")()
dofile("/etc/passwd")
debug.getregistry()
string.dump(print)
setmetatable({}, { __gc = print })
getmetatable("").__index = nil
spbe.exit = nil
spbe.evaluate = print
string.rep = nil
_ENV = nil; print(1)
_G.print(1)
coroutine.wrap(print)()
collectgarbage()
spbe.open.x = 1
END
}

# Protects outputs: where a script dies, what it was writing is not there, and what was there is as it was.
test_outputs_are_whole_or_not_there()
{
    echo lama >out.txt
    cat >tulis.lua <<'LUA'
local out = spbe.output(arg[1])
for i = 1, 100 do out:write(("x"):rep(10000)) end
while true do end
LUA
    contained 6 tulis.lua out.txt
    expect_file lama out.txt
    [ "$(ls)" = "$(printf 'out.txt\ntulis.lua')" ] || { ls; fail 'something was left'; }
    printf 'spbe.write(arg[1], ("x"):rep(1000))\nspbe.write("/dev/full", "x")\n' >penuh.lua
    expect_exit 7 spbe run penuh.lua out.txt /dev/full
    spbe new k.spbe --instrument spbe-2020 --agency K --kind kota --year 2024 --as Siti >/dev/null
    cp k.spbe sebelum.spbe
    printf 'spbe.write(arg[1], "x")\n' >timpa.lua
    expect_exit 3 spbe run timpa.lua k.spbe
    expect_same k.spbe sebelum.spbe
    printf 'local a = spbe.open(arg[1])\na:begin()\na:claim("I01", 3)\nwhile true do end\n' >mati.lua
    expect_exit 6 spbe --as Siti run --time 1 mati.lua k.spbe
    expect_exit 0 spbe verify k.spbe
    spbe export k.spbe -o k.json
    if grep -q claimed k.json; then fail 'an unfinished step was kept'; fi
}

# Protects pipes: a reader that goes away ends the script quietly, a full disk is told.
test_a_reader_that_goes_away_ends_the_script()
{
    echo 'while true do print(("y"):rep(1000)) end' >terus.lua
    spbe run terus.lua 2>"$ERR" | head -c 100 >bagian || true
    [ "$(wc -c <bagian)" -eq 100 ] || fail 'the reader got less'
    expect_no_stderr
    expect_exit 7 sh -c "'$SPBE' run terus.lua >/dev/full"
}

# Protects terminals and logs: what a script says cannot move them, and no text breaks the channel.
test_texts_of_any_bytes_pass()
{
    cat >bita.lua <<'LUA'
local all = {}
for i = 0, 255 do all[#all + 1] = string.char(i) end
local text = table.concat(all)
print(text)
spbe.tell("\27[2Jhapus")
print(pcall(spbe.write, "x", text))
print(pcall(spbe.json, text))
print(pcall(spbe.tell, text))
print(pcall(error, text))
print(#("ä"):rep(100000))
print(("é"):rep(40000) == ("é"):rep(40000))
error("\27[2J" .. text)
LUA
    expect_exit 4 spbe run bita.lua
    if grep -q "$(printf '\033')" "$ERR"; then fail 'a control character reached standard error'; fi
    [ "$(wc -l <"$ERR")" -eq 2 ] || { show errors "$ERR"; fail 'more than two lines'; }
}

# Protects everybody from every script of the corpus: it ends as its first line says ("-- STATUS: words of the
# sentence"), soon (a sanitizer has its own time), and leaves no file behind but those that it was allowed to finish.
check_corpus()
{
    local file name status words
    mkdir kerja
    for file in "$ROOT"/tests/scripts/hostile/$1*.lua; do
        name=$(basename "$file" .lua)
        read -r status words <<<"$(sed -n '1s/^-- \([0-7]\): */\1 /p' "$file")"
        cp "$file" s.lua
        rm -rf kerja && mkdir kerja
        watch
        (cd kerja && expect_exit "$status" spbe --as Siti run --time 1 --allow . ../s.lua) || fail "$name"
        [ -n "${SPBE_SANITIZED:-}" ] || in_time 8 "$name"
        [ "$status" -eq 0 ] || [ "$status" -eq 2 ] || [ "$(wc -l <"$ERR")" -eq 1 ] ||
            { show errors "$ERR"; fail "$name: not one sentence"; }
        [ -z "$words" ] || grep -qF -- "$words" "$ERR" || { show errors "$ERR"; fail "$name does not say: $words"; }
        if grep -q "$(printf '\033')" "$ERR"; then fail "$name: a control character reached the terminal"; fi
        [ -z "$(find kerja -name '*-journal' -o -name '*.tmp' -o -name '.*spbe*')" ] ||
            { ls -a kerja; fail "$name left something"; }
    done
}
test_corpus_a() { check_corpus '[a-e]'; }
test_corpus_f() { check_corpus '[f-g]'; }
test_corpus_h() { plain_only; check_corpus '[h-l]'; }
test_corpus_m() { check_corpus '[m-o]'; }
test_corpus_p() { check_corpus '[p-z]'; }
