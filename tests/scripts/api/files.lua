--- Files: whole, in UTF-8, by allowed names; outputs appear when they are closed.
local check = include("check.lua")
local same, refused = check.same, check.refused

spbe.write("a.txt", "satu\ndua é\n")
same("read back", spbe.read("a.txt"), "satu\ndua é\n")
spbe.write("a.txt", "")
same("emptied", spbe.read("a.txt"), "")
spbe.write("./dalam/../a.txt", "lagi")
same("by another name", spbe.read("a.txt"), "lagi")
same("there", spbe.exists("a.txt"), true)
same("not there", spbe.exists("b.txt"), false)
same("a folder is no file", spbe.exists("dalam"), false)
same("not allowed is not there", spbe.exists("/etc/passwd"), false)
refused("absent", "tidak ada", spbe.read, "b.txt")
refused("a folder", "folder", spbe.read, "dalam")
refused("outside", "tidak boleh", spbe.read, "../x.txt")
refused("outside, written", "tidak boleh", spbe.write, "/tmp/x.txt", "x")
refused("no text", "harus berupa", spbe.write, "a.txt", 5)
refused("no name", "harus berupa", spbe.write, 5, "x")
refused("not UTF-8", "UTF-8", spbe.write, "a.txt", "\255")
same("untouched by what failed", spbe.read("a.txt"), "lagi")

-- JSON.
spbe.write_json("d.json", { b = { 1, 2 }, a = "x" })
same("one line, sorted", spbe.read("d.json"), '{"a":"x","b":[1,2]}\n')
same("read", spbe.read_json("d.json").b[2], 2)
spbe.write("rusak.json", '{"a":[1,2}')
refused("damaged, with its place", "rusak.json:1:10", spbe.read_json, "rusak.json")
spbe.write("dua.json", "1 2")
refused("two documents", "dua.json", spbe.read_json, "dua.json")
refused("empty", "a2.json", spbe.read_json, "a2.json")

-- A stream.
spbe.write("s.jsonl", '{"n":1}\n{"n":2}\n[3]\n{"n":\n4}\nkacau\n{"n":5}\n')
local told = {}
for item in spbe.documents("s.jsonl") do
  told[#told + 1] = item.problem and "!" or item.value.n or item.value[1]
end
same("documents", table.concat(told, " "), "1 2 3 4 ! 5")
local count = 0
for _ in spbe.documents("a.txt") do
  count = count + 1
end
same("a word is a bad document", count, 1)
spbe.write("kosong.jsonl", "\n\n")
for _ in spbe.documents("kosong.jsonl") do
  error("there is nothing")
end
refused("no stream", "tidak ada", spbe.documents, "z.jsonl")
local walk = spbe.documents("s.jsonl")
for _ = 1, 6 do
  walk()
end
same("at its end", walk(), nil)
same("and stays there", walk(), nil)

-- Outputs.
local out = spbe.output("o.txt")
out:write("satu ")
out:write("dua")
same("not yet", spbe.exists("o.txt"), false)
out:close()
same("then", spbe.read("o.txt"), "satu dua")
refused("written after its end", "ditutup", out.write, out, "x")
refused("closed twice", "ditutup", out.close, out)
refused("no text", "harus berupa", out.write, out)
refused("without its output", "titik dua: output:write", out.write, "x")
local over = spbe.output("o.txt")
over:write("lain")
same("the old one until then", spbe.read("o.txt"), "satu dua")
over:close()
same("replaced", spbe.read("o.txt"), "lain")
refused("outside", "tidak boleh", spbe.output, "../o.txt")

-- Folders.
local names = spbe.files(".", ".json")
same("by ending, sorted", table.concat(names, " "), "./a2.json ./d.json ./dua.json ./kemenko.json ./kota.json ./rusak.json")
same("in a folder", table.concat(spbe.files("dalam"), " "), "dalam/isi.txt")
same("with a slash", table.concat(spbe.files("dalam/"), " "), "dalam/isi.txt")
same("nothing ends so", #spbe.files(".", ".xyz"), 0)
refused("no folder", "tidak boleh", spbe.files, "a.txt")
refused("outside", "tidak boleh", spbe.files, "..")

print("ok", check.count())
