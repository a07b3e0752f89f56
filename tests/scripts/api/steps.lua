--- Steps: a change is one, between begin and commit several are, and what fails takes all of its step back.
--- Stands alone: the history names every file of a script, and here there must be one.
local checks = 0

local function same(name, got, wanted)
  checks = checks + 1
  if got ~= wanted then
    error(name .. ": " .. tostring(got) .. ", wanted " .. tostring(wanted), 2)
  end
end

local function refused(name, part, call, ...)
  local good, problem = pcall(call, ...)
  checks = checks + 1
  if good then
    error(name .. ": was not refused", 2)
  end
  if not string.find(problem, part, 1, true) then
    error(name .. ": " .. problem, 2)
  end
end

local about = { instrument = "spbe-2020", agency = "Kota Contoh", kind = "kota", year = 2024 }
local a = spbe.create("k.spbe", about)

-- Each change by itself.
local start = a:about().entries
same("a change counts", a:claim("I01", 3), 1)
same("and stands", a:about().entries, start + 1)
same("the same again is none", a:claim("I01", 3), 0)
same("and leaves no trace", a:about().entries, start + 1)
local history = a:history()
local last = history[#history]
same("field", last.field, "claimed")
same("indicator", last.indicator, "I01")
same("now", last.now, "3")
same("who", last.who, "Siti")
same("origin", last.origin:sub(1, 17), "script steps.lua ")
same("hash of the script", #last.origin, 17 + 64)
same("number", last.number, #history)

-- Together.
a:begin()
same("within a step", a:claim("I02", 2), 1)
same("seen at once", a:document().answers.I02.claimed, 2)
same("two", a:answer("I03.2.a", "yes"), 1)
same("lasting together", a:commit(), 2)
history = a:history()
same("one step", history[#history].step, history[#history - 1].step)
same("another than before", history[#history].step ~= last.step, true)

-- Taken back.
a:begin()
a:claim("I04", 4)
a:rollback()
same("nothing is left", a:document().answers.I04, nil)
a:begin()
a:rollback()
same("an empty step too", a:about().entries, start + 3)
a:rollback()
a:begin()
same("an empty step is none", a:commit(), 0)

-- A failure within a step takes all of it back, and nothing more goes before it was noticed.
a:begin()
a:claim("I05", 3)
refused("a wrong value", "I06", a.claim, a, "I06", 9)
refused("broken", "dibatalkan", a.claim, a, "I07", 3)
refused("broken for good", "dibatalkan", a.answer, a, "I07.2.a", "yes")
refused("no commit", "dibatalkan", a.commit, a)
same("none of it", a:document().answers.I05, nil)
same("after that it goes on", a:claim("I08", 2), 1)
a:begin()
refused("a wrong id", "I99", a.claim, a, "I99", 1)
a:rollback()
same("rollback clears it too", a:claim("I09", 2), 1)

-- A failure outside of one takes back itself.
start = a:about().entries
refused("a list with a wrong one", "I99", a.submit, a, { "I01", "I99" })
same("nothing of it", a:about().entries, start)

-- Order.
refused("commit without begin", "belum ada langkah", a.commit, a)
a:begin()
refused("begin within one", "sudah dimulai", a.begin, a)
a:claim("I10", 1)
same("still open", a:commit(), 1)
a:begin()
a:claim("I11", 1)
a:close()
refused("closed", "ditutup", a.claim, a, "I12", 1)
refused("closed twice", "ditutup", a.close, a)
local b = spbe.open("k.spbe")
same("what was not committed is not there", b:document().answers.I11, nil)
same("the rest is", b:document().answers.I10.claimed, 1)

-- Two at once, in turn.
local c = spbe.create("l.spbe", about)
b:begin()
c:begin()
b:claim("I20", 2)
c:claim("I21", 2)
same("the one", b:commit(), 1)
same("the other", c:commit(), 1)
same("each its own", c:document().answers.I20, nil)
same("all is well", #b:verify() + #c:verify(), 0)

print("ok", checks)
