# spbe run: scripts take forms in as `spbe import` does, with the workbook of conflicts, and write the register of
# evidence as `spbe evidence list -o` does.

export SPBE_USER=Siti
FILL=$ROOT/tests/sheets/fill.py

fill()
{
    /usr/bin/python3 "$FILL" "$@"
}

# Two forms of one file: the first changes what the file has changed meanwhile, the second nothing of that.
disputed()
{
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 >/dev/null
    spbe form kota.spbe -o form.xlsx --indicators I01,I02,I03
    spbe claim kota.spbe I01 4 >/dev/null
    spbe claim kota.spbe I03 2 >/dev/null
    fill form.xlsx satu.xlsx I01:value=3 I01:note=catatan I03:value=5
    fill form.xlsx dua.xlsx I02:value=2
    fill form.xlsx rusak.xlsx I02.2.a:value=mungkin
    cat >ambil.lua <<'LUA'
local a = spbe.open("kota.spbe")
local files = spbe.split(arg[1], ",")
print(spbe.json(a:form(files, nil, false, { conflicts = arg[2] })))
LUA
}

# Protects every answer: what nobody disputes comes in, the rest is in the workbook that `spbe import` writes, to the
# byte, and what is decided there comes in by a script as well.
test_scripts_forms__conflicts_are_written_decided_and_read_back()
{
    disputed
    cp kota.spbe lain.spbe
    expect_exit 1 spbe import lain.spbe satu.xlsx dua.xlsx --conflicts import.xlsx
    expect_exit 0 spbe run --allow . ambil.lua satu.xlsx,dua.xlsx konflik.xlsx
    expect_stdout '{"conflicts":2,"kept":0,"same":0,"taken":2,"undecided":0}'
    expect_same konflik.xlsx import.xlsx
    fill konflik.xlsx putus.xlsx K1:decision=formulir
    expect_exit 0 spbe run --allow . ambil.lua putus.xlsx lagi.xlsx
    expect_stdout '"conflicts":1,' # what was left undecided is there to be decided again
    expect_stdout '"taken":1,"undecided":1}'
    fill konflik.xlsx semua.xlsx K1:decision=formulir K2:decision=formulir
    expect_exit 0 spbe run --allow . ambil.lua semua.xlsx nanti.xlsx
    expect_stdout '{"conflicts":0,"kept":0,"same":1,"taken":1,"undecided":0}'
    [ ! -e nanti.xlsx ] || fail 'a workbook without conflicts was written'
    spbe export kota.spbe -o now.json
    expect_json now.json answers.I01.claimed 3
    expect_json now.json answers.I02.claimed 2
    expect_json now.json answers.I03.claimed 5
    expect_exit 0 spbe verify kota.spbe
}

# Protects the file: where one form of several is bad, all problems are told and nothing has changed; a workbook of
# conflicts is never written over an older one, which may hold decisions.
test_scripts_forms__all_forms_or_none()
{
    disputed
    cp kota.spbe before.spbe
    expect_exit 3 spbe run --lang en --allow . ambil.lua rusak.xlsx,satu.xlsx,ambil.lua konflik.xlsx
    expect_stderr "'mungkin' is not Ya or Tidak"
    expect_stderr "ambil.lua: is no form of 'spbe form'"
    expect_stderr 'ambil.lua:3: 2 of 3 inputs have problems; nothing was changed'
    [ ! -e konflik.xlsx ] || fail 'a workbook of what was not taken in'
    echo putusan >konflik.xlsx
    expect_exit 3 spbe run --lang en --allow . ambil.lua satu.xlsx konflik.xlsx
    expect_stderr 'konflik.xlsx: is there already'
    expect_file putusan konflik.xlsx
    expect_exit 3 spbe run --lang en --allow . ambil.lua satu.xlsx konflik.csv
    expect_stderr 'name the workbook of conflicts, ending with .xlsx'
    expect_same kota.spbe before.spbe
}

# Protects whoever merges forms each week: with --conflicts nothing that is good waits, and the bad form is named.
test_scripts_forms__merging_units_with_conflicts()
{
    disputed
    expect_exit 3 spbe run "$ROOT/scripts/gabung-formulir.lua" kota.spbe satu.xlsx dua.xlsx rusak.xlsx \
        --conflicts=konflik.xlsx
    expect_stderr '2 konflik perlu diputuskan dalam konflik.xlsx'
    expect_stderr '2 formulir masuk, 1 ditinggalkan'
    spbe export kota.spbe -o now.json
    expect_json now.json answers.I01.note catatan
    expect_json now.json answers.I01.claimed 4
    expect_json now.json answers.I02.claimed 2
    fill konflik.xlsx putus.xlsx K1:decision=berkas K2:decision=formulir
    expect_exit 0 spbe run "$ROOT/scripts/gabung-formulir.lua" kota.spbe putus.xlsx
    spbe export kota.spbe -o now.json
    expect_json now.json answers.I01.claimed 4
    expect_json now.json answers.I03.claimed 5
}

# Protects that there is one register: a script writes the very bytes that `spbe evidence list -o` writes.
test_scripts_forms__the_register_is_that_of_the_command()
{
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 >/dev/null
    echo isi >satu.txt
    echo baru >baru.txt
    spbe attach kota.spbe I01.2.a satu.txt --title 'Perwali 12' --date 2023-05-01 >/dev/null
    spbe attach kota.spbe I02.2.a satu.txt --title '=1+1' >/dev/null
    spbe evidence replace kota.spbe E1 baru.txt >/dev/null
    cat >daftar.lua <<'LUA'
local a = spbe.open("kota.spbe")
print(a:write_register("s1.xlsx"), a:write_register("s2.html", { all = true }),
      a:write_register("s3.csv", { indicator = "I01", all = true }))
a:begin()
a:attach("I03.2.a", "satu.txt")
print(a:write_register("s4.csv"), a:rollback())
LUA
    expect_exit 0 spbe run --allow . daftar.lua
    expect_stdout '2	3	2'
    expect_stdout '3	nil'
    spbe evidence list kota.spbe -o c1.xlsx
    spbe evidence list kota.spbe -o c2.html --all
    spbe evidence list kota.spbe I01 -o c3.csv --all
    expect_same c1.xlsx s1.xlsx
    expect_same c2.html s2.html
    expect_same c3.csv s3.csv
    expect_file 'I03' s4.csv
}

# Protects from half a register: what cannot be written is refused with its line, and nothing is left.
test_scripts_forms__a_register_that_cannot_be_written()
{
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 >/dev/null
    cat >tolak.lua <<'LUA'
local a = spbe.open("kota.spbe")
for _, try in ipairs({ { "x.pdf" }, { "x.csv", { indicator = "I99" } }, { "x.csv", { semua = true } },
                       { "x.csv", { all = 1 } }, { "/tmp/x.csv" }, { "kota.spbe" } }) do
  local good, why = pcall(a.write_register, a, try[1], try[2])
  print(good, why)
end
LUA
    expect_exit 0 spbe run --lang en --allow . tolak.lua
    expect_stdout 'x.pdf: is no name for a register'
    expect_stdout 'I99'
    expect_stdout "there is no option 'semua'"
    expect_stdout "the option 'all' takes true or false"
    expect_stdout 'the script may not use this file'
    expect_stdout 'kota.spbe'
    [ "$(grep -c '^false' "$OUT")" = 6 ] || fail "$(cat "$OUT")"
    [ ! -e x.csv ] && [ ! -e x.pdf ] || fail 'a register that was refused is there'
}
