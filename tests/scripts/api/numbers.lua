--- Exact numbers: no rounding but where it is asked for, and errors instead of wrong digits.
local check = include("check.lua")
local same, refused = check.same, check.refused

local sums = {
  { 1, 2, 3 }, { "1", "2", 3 }, { "0.1", "0.2", "0.3" }, { "0,1", "0,2", "0.3" }, { "1.5", "1.5", 3 },
  { "1/3", "1/6", "0.5" }, { "7/6", "-7/6", 0 }, { "2.9795", "0.0205", 3 }, { -3, 3, 0 },
  { "0.001", "0.0009", "0.0019" }, { "1/3", "1/3", "2/3" }, { 0, "0.00", 0 },
}
for i, case in ipairs(sums) do
  same("sum " .. i, spbe.add(case[1], case[2]), case[3])
  same("sum turned " .. i, spbe.add(case[2], case[1]), case[3])
  same("difference " .. i, spbe.compare_numbers(spbe.subtract(case[3], case[2]), case[1]), 0)
end

local products = {
  { 2, 3, 6 }, { "0.5", "0.5", "0.25" }, { "1/3", 3, 1 }, { "1.3", "2.98", "3.874" }, { 0, "99.9", 0 },
  { "-1.5", 2, -3 }, { "7/6", "6/7", 1 },
}
for i, case in ipairs(products) do
  same("product " .. i, spbe.multiply(case[1], case[2]), case[3])
  if spbe.compare_numbers(case[2], 0) ~= 0 then
    same("quotient " .. i, spbe.compare_numbers(spbe.divide(case[3], case[2]), case[1]), 0)
  end
end
same("whole numbers are integers", math.type(spbe.divide("9.0", "4.5")), "integer")
same("others are texts", type(spbe.divide(1, 4)), "string")
same("no decimal is a fraction", spbe.divide(1, 7), "1/7")

local ordered = { "-7/2", -3, "-0.001", 0, "0.3333", "1/3", "0.3334", 1, "1.1666", "7/6", "1.1667", 200 }
for i = 1, #ordered do
  for j = 1, #ordered do
    local wanted = i < j and -1 or i > j and 1 or 0
    same("order " .. i .. " " .. j, spbe.compare_numbers(ordered[i], ordered[j]), wanted)
  end
end
same("equal in two ways", spbe.compare_numbers("1.50", "3/2"), 0)

local rounded = {
  { "2.345", 2, "2.35" }, { "2.344", 2, "2.34" }, { "2.345", 0, "2" }, { "2.5", 0, "3" }, { "-2.345", 2, "-2.35" },
  { "7/6", 3, "1.167" }, { 3, 2, "3.00" }, { "0.005", 2, "0.01" }, { "0.0049", 2, "0.00" }, { "1/3", 9, "0.333333333" },
}
for i, case in ipairs(rounded) do
  same("rounded " .. i, spbe.round(case[1], case[2]), case[3])
  local shown = string.find(case[3], ".", 1, true)
    and case[3]:sub(1, string.find(case[3], ".", 1, true) - 1) .. "," .. case[3]:sub(string.find(case[3], ".", 1, true) + 1)
    or case[3]
  same("shown " .. i, spbe.decimal(case[1], case[2]), language == "en" and case[3] or shown)
end
same("two places unless told", spbe.round("2.98"), "2.98")

refused("by zero", "membagi dengan nol", spbe.divide, 1, 0)
refused("by nothing at all", "membagi dengan nol", spbe.divide, "1/3", "0.00")
refused("too long", "terlalu panjang", spbe.multiply, "9000000000", "9000000000")
refused("too long a sum", "terlalu panjang", spbe.add, math.maxinteger, 1)
for i, wrong in ipairs({ 1.5, "", " ", "a", "1.", ".5", "1e3", "--1", "1/0", "1/-2", "0x10", "1 ", true, {} }) do
  refused("no number " .. i, "argumen ke-1 dari spbe.add", spbe.add, wrong, 1)
  refused("no second number " .. i, "argumen ke-2 dari spbe.subtract", spbe.subtract, 1, wrong)
  refused("nothing to compare " .. i, "argumen ke-1 dari spbe.compare_numbers", spbe.compare_numbers, wrong, 1)
  refused("nothing to round " .. i, "argumen ke-1 dari spbe.round", spbe.round, wrong)
end
refused("too many places", "argumen ke-2 dari spbe.round", spbe.round, 1, 10)
refused("places below zero", "argumen ke-2 dari spbe.decimal", spbe.decimal, 1, -1)

print("ok", check.count())
