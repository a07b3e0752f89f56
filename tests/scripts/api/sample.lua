--- spbe.sample: fair, repeatable, and without changing the list.
local check = include("check.lua")
local same, refused = check.same, check.refused

local items = {}
for i = 1, 30 do
  items[i] = "I" .. i
end

local function joined(list)
  return table.concat(list, " ")
end

local before = joined(items)
same("repeatable", joined(spbe.sample(items, 7, "2026")), joined(spbe.sample(items, 7, "2026")))
same("the list stays", joined(items), before)
same("another seed", joined(spbe.sample(items, 7, "2026")) == joined(spbe.sample(items, 7, "2027")), false)
same("nothing", #spbe.sample(items, 0, "x"), 0)
same("of nothing", #spbe.sample({}, 0, "x"), 0)
same("a shorter draw is the beginning of a longer one", joined(spbe.sample(items, 12, "k")):sub(1, #joined(spbe.sample(items, 5, "k"))),
  joined(spbe.sample(items, 5, "k")))

-- All of them: each once.
local seen = {}
for _, item in ipairs(spbe.sample(items, 30, "semua")) do
  seen[item] = (seen[item] or 0) + 1
end
for _, item in ipairs(items) do
  same("once " .. item, seen[item], 1)
end

-- Fair: of 10 items, over 2,000 seeds, each comes first about 200 times.
local firsts = {}
for i = 1, 10 do
  firsts[i] = 0
end
local ten = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }
for seed = 1, 2000 do
  local drawn = spbe.sample(ten, 1, "benih " .. seed)[1]
  firsts[drawn] = firsts[drawn] + 1
end
for i = 1, 10 do
  same("fair " .. i, firsts[i] > 140 and firsts[i] < 260, true)
end

refused("too many", "argumen ke-2 dari spbe.sample", spbe.sample, items, 31, "x")
refused("fewer than none", "argumen ke-2 dari spbe.sample", spbe.sample, items, -1, "x")
refused("no count", "argumen ke-2 dari spbe.sample", spbe.sample, items, "3", "x")
refused("no seed", "argumen ke-3 dari spbe.sample", spbe.sample, items, 3)
refused("a number for a seed", "argumen ke-3 dari spbe.sample", spbe.sample, items, 3, 7)
refused("no list", "argumen ke-1 dari spbe.sample", spbe.sample, "abc", 1, "x")

print("ok", check.count())
