--- Formulir dari unit-unit digabungkan ke dalam berkas penilaian; yang bermasalah dilaporkan, yang lain masuk.
--- Forms of units go into the assessment file one by one; the bad ones are told, the others taken in.

local text = spbe.text

local given = spbe.options({
  about = {
    id = "Memasukkan formulir XLSX satu per satu: formulir yang bermasalah atau berselisih disebut tempatnya dan ditinggalkan\n"
      .. "seluruhnya, yang lain tetap masuk. (spbe import memasukkan semuanya atau tidak sama sekali.)",
    en = "Takes in XLSX forms one by one: a form with problems or conflicts is left out as a whole, its places named; the\n"
      .. "others are taken in all the same. (spbe import takes in all of them or nothing.)",
  },
  arguments = {id = "BERKAS.spbe FORMULIR.xlsx...", en = "FILE.spbe FORM.xlsx..."},
  least = 2,
  {"right", {id = "form|file", en = "form|file"}, {id = "yang menang bila keduanya diubah", en = "who wins where both were changed"}, one_of = {"form", "file"}},
  {"conflicts", "KONFLIK.xlsx", {id = "yang berselisih ditulis ke buku kerja ini, untuk diputuskan; selebihnya masuk dalam satu langkah", en = "what is in dispute goes into this workbook, to be decided; the rest is taken in as one step"}},
  {"dry-run", "", {id = "hanya perlihatkan", en = "only show it"}},
})

local assessment = spbe.open(given.words[1])
local rows = {{text("Formulir", "Form"), text("Masuk", "Taken"), text("Sama", "Same"), text("Dibiarkan", "Kept"), text("Keterangan", "Remark")}}
local right = given.right or (given.conflicts and "file") -- a look only: with --conflicts all that is good comes in below
local good_ones, left = {}, 0
for i = 2, #given.words do
  local file = given.words[i]
  assessment:begin()
  local good, outcome = pcall(assessment.form, assessment, file, right)
  if good and not given["dry-run"] and not given.conflicts then
    assessment:commit()
  else
    pcall(assessment.rollback, assessment)
  end
  if good then
    table.insert(good_ones, file)
    table.insert(rows, {file, outcome.taken, outcome.same, outcome.kept, false})
  else
    left = left + 1
    local named = outcome:sub(1, #file + 2) == file .. ": "
    table.insert(rows, {file, false, false, false, named and outcome:sub(#file + 3) or outcome})
  end
end
spbe.show(rows)
spbe.tell(text(#given.words - 1 - left .. " formulir masuk, " .. left .. " ditinggalkan", #given.words - 1 - left .. " forms taken in, " .. left .. " left out")
  .. (given["dry-run"] and text(" (belum disimpan)", " (not saved)") or ""))
local open = 0
if given.conflicts and not given["dry-run"] then
  local all = assessment:form(good_ones, given.right, false, {conflicts = given.conflicts})
  open = all.conflicts + all.undecided
  if all.conflicts > 0 then
    spbe.tell(text("%d konflik perlu diputuskan dalam %s", "%d conflicts are to be decided in %s", all.conflicts, given.conflicts))
  end
end
spbe.exit(left > 0 and 3 or open > 0 and 1 or 0)
