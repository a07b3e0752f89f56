# What an official who writes his first script does wrong: each mistake gets one sentence in Indonesian with the line of
# the script and what to do, the status that other programs go by, and leaves every file as it was.

# Runs mistakes, one a line: STATUS|PART OF THE SENTENCE|LUA. Behind each script stand k.spbe, p.spbe, the bad inputs
# and an output that must never come to be.
make_mistakes()
{
    local status text lua
    spbe new k.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2023 --as Siti >new.txt
    cp k.spbe before.spbe
    mkdir -p kota
    printf '{"a":1,\n "b":,}' >rusak.json
    printf 'a;b\n"x;1\n' >rusak.csv
    printf '\377\376' >biner.txt
    export SPBE_USER=Siti
    while IFS='|' read -r status text lua; do
        printf -- '-- Percobaan\n%s\n' "$lua" >s.lua
        expect_exit "$status" spbe run s.lua k.spbe kota rusak.json rusak.csv biner.txt keluaran.csv keluaran.xlsx
        expect_stderr "spbe: s.lua:2: $text"
        [ "$(wc -l <"$ERR")" = 1 ] || { show errors "$ERR"; fail "more than one sentence: $lua"; }
    done
    for file in keluaran.csv keluaran.xlsx; do
        [ ! -e "$file" ] || fail "$file was left behind"
    done
    cmp -s k.spbe before.spbe || spbe verify k.spbe >"$OUT" || fail 'the assessment was harmed'
    spbe export k.spbe -o now.json
    ! grep -q claimed now.json || fail 'half of a step was kept'
}

# Names and kinds.
test_wrong_names_and_kinds()
{
    make_mistakes <<'END'
4|tidak mengenal nama 'spbe.evalute'; mungkin maksud Anda spbe.evaluate|spbe.evalute(arg[1])
4|tidak mengenal nama 'spbe.status'; mungkin maksud Anda assessment:status|spbe.status(arg[1])
4|tidak mengenal nama 'assessment:klaim'; mungkin maksud Anda assessment:claim|spbe.open(arg[1]):klaim("I01", 3)
4|tidak mengenal nama 'assessment:evaluate'; mungkin maksud Anda spbe.evaluate|spbe.open(arg[1]):evaluate()
4|spbe.evaluate(input [, options]): input harus berupa nama berkas, penilaian yang terbuka, atau dokumen|spbe.evaluate(5)
4|assessment:claim(indicator, value [, note]): value harus berupa teks atau bilangan bulat|spbe.open(arg[1]):claim("I01", 2.5)
4|assessment:rate(indicator, value, reason [, stage]): reason harus berupa teks|spbe.open(arg[1]):rate("I01", 2)
4|assessment:assign(unit, indicators): indicators harus berupa teks atau daftar teks|spbe.open(arg[1]):assign("Bappeda", {1, 2})
4|spbe.plan(input, options): options harus berupa tabel nama dan nilai|spbe.plan(arg[1], "3,5")
4|adalah milik sesuatu yang terbuka; panggillah dengan titik dua: assessment:claim|spbe.open(arg[1]).claim("I01", 3)
4|berhenti karena galat: mengambil isi dari nilai kosong (nil) (isian 'indeks'); periksa|print(spbe.evaluate(arg[1]).indeks.value)
4|berhenti karena galat: mengambil isi dari nilai kosong (nil)|print(arg[50].x)
4|berhenti karena galat: memanggil nilai kosong (nil) (nama lokal 'hitung') seperti fungsi|local hitung; hitung(1)
4|berhenti karena galat: menyambung teks dengan nilai kosong (nil)|print("nilai " .. nil)
4|berhenti karena galat: berhitung dengan nilai tabel|print(1 + {})
4|berhenti karena galat: membandingkan angka dengan teks|print(1 < "2")
4|berhenti karena galat: argumen ke-1 dari 'ipairs' keliru: memerlukan tabel|for _, v in ipairs(nil) do print(v) end
4|memberi nilai pada nama 'hasil'; tulis 'local' di depannya|hasil = 5
4|bukan Lua yang benar: seharusnya ada 'do' di dekat 'print'|for i = 1, 10 print(i) end
4|bukan Lua yang benar: teks tidak ditutup dengan tanda petik|print("a
4|tidak dapat memakai 'os' di sini|print(os.time())
4|tidak dapat memakai 'io' di sini|io.open("x")
4|tidak dapat memakai 'require' di sini|require("x")
END
}

# Files and what is in them.
test_wrong_files()
{
    make_mistakes <<'END'
3|/etc/passwd: skrip tidak boleh memakai berkas ini; sebutkan di belakang nama skrip, atau izinkan foldernya|spbe.read("/etc/passwd")
3|before.spbe: skrip tidak boleh memakai berkas ini|spbe.open("before.spbe")
3|kota: adalah folder, bukan berkas; izinkan isinya dengan --allow DIR|spbe.read(arg[2])
3|kota: |spbe.files(arg[2])
3|rusak.json:2:6 $.b: di sini diharapkan sebuah nilai|spbe.read_json(arg[3])
3|rusak.csv: baris 2: tanda petik dibuka dan tidak pernah ditutup|spbe.read_table(arg[4])
3|biner.txt: bukan teks UTF-8|spbe.read(arg[5])
5|rusak.json: bukan berkas penilaian spbe|spbe.open(arg[3])
5|keluaran.csv: tidak dapat dibuka|spbe.open(arg[6])
3|k.spbe: adalah berkas penilaian dan tidak pernah ditimpa|spbe.write(arg[1], "x")
3|k.spbe: |spbe.output(arg[1]):close()
3|baris 2 bukan daftar teks, bilangan, dan false|spbe.write_csv(arg[6], {{"a"}, 5})
3|keluaran.csv: nama keluaran ini harus berakhir dengan salah satu dari: .xlsx, .html, .json|spbe.report(arg[1], arg[6])
4|berhenti karena galat: di tengah|local o = spbe.output(arg[6]) o:write("separuh") error("di tengah")
4|berhenti karena galat: di tengah|spbe.workbook(arg[7]):sheet("A"):text(1, 1, "x") error("di tengah")
4|berhenti karena galat: di tengah|local a = spbe.open(arg[1]) a:begin() a:claim("I01", 3) error("di tengah")
END
}

# Ids, years, words of the regulation.
test_wrong_ids_and_words()
{
    make_mistakes <<'END'
3|I48: bukan indikator spbe-2020; maksud Anda 'I47'?|spbe.open(arg[1]):claim("I48", 3)
3|I01: '9' bukan tingkat|spbe.open(arg[1]):claim("I01", 9)
3|I01.2.z: bukan kriteria spbe-2020; maksud Anda 'I01.2.a'?|spbe.open(arg[1]):answer("I01.2.z", "yes")
3|I01.2.a: jawabannya 'ya', 'tidak', atau '-'|spbe.open(arg[1]):answer("I01.2.a", "mungkin")
3|year: '2019' bukan tahun yang dapat memakai spbe-2020|spbe.open(arg[1]):set("year", 2019)
3|year: '2023' bukan tahun yang dapat memakai pemdi-2026 (2026 sampai 2100)|spbe.create("keluaran.csv", {instrument="pemdi-2026", agency="K", kind="kota", year=2023})
3|kind: 'desa' bukan jenis instansi|spbe.create("keluaran.csv", {instrument="spbe-2020", agency="K", kind="desa", year=2023})
3|spbe.create(file, about) → assessment memerlukan 'year'|spbe.create("keluaran.csv", {instrument="spbe-2020", agency="K", kind="kota"})
3|'klaim' bukan dasar penilaian; sebut claimed, supported, atau verified|spbe.evaluate(arg[1], {basis = "klaim"})
3|tidak ada opsi 'dasar' pada spbe.evaluate|spbe.evaluate(arg[1], {dasar = "claimed"})
3|--target: 'banyak' bukan indeks (3,5) dan bukan predikat|spbe.plan(arg[1], {target = "banyak"})
3|I48: bukan indikator|spbe.explain(arg[1], "I48")
3|ini sudah ditutup|local a = spbe.open(arg[1]) a:close() a:claim("I01", 2)
3|k.spbe: belum ada langkah yang dimulai|spbe.open(arg[1]):commit()
END
}

# The first steps at the prompt: what is wrong is told, and the next line goes on.
test_mistakes_at_the_prompt()
{
    printf '%s\n' 'spbe.evalute(1)' 'a = nil' 'a.b' 'include("tidak.lua")' 'spbe.read("/etc/passwd")' 'b = spbe.text("ya", "yes")' \
        'b' 'if true then' 'print("lagi")' 'end' >lines
    expect_exit 0 bash -c '"$0" run -i <lines' "$SPBE"
    printf 'ya\nlagi\n' >wanted
    expect_same wanted "$OUT"
    [ "$(grep -c '^spbe: -:1: ' "$ERR")" = 4 ] || { show errors "$ERR"; fail 'four lines should fail'; }
}
