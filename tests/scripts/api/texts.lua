--- split, trim, print and the library: texts are taken as they are, and names that are not there say why.
local check = include("check.lua")
local same, refused = check.same, check.refused

local function joined(list)
  return #list .. ":" .. table.concat(list, "|")
end

local pieces = {
  { "a,b,c", ",", "3:a|b|c" }, { "a", ",", "1:a" }, { "", ",", "1:" }, { ",", ",", "2:|" }, { ",a,", ",", "3:|a|" },
  { "a,,b", ",", "3:a||b" }, { "a, b", ", ", "2:a|b" }, { "aXXbXX", "XX", "3:a|b|" }, { "aaa", "aa", "2:|a" },
  { "satu\ndua\n", "\n", "3:satu|dua|" }, { "a.b", ".", "2:a|b" }, { "a%b", "%", "2:a|b" }, { "é–é", "–", "2:é|é" },
}
for i, case in ipairs(pieces) do
  same("split " .. i, joined(spbe.split(case[1], case[2])), case[3])
end
refused("no separator", "argumen ke-2 dari spbe.split", spbe.split, "a", "")
refused("separator missing", "argumen ke-2 dari spbe.split", spbe.split, "a")
refused("no text", "argumen ke-1 dari spbe.split", spbe.split, 5, ",")

local trimmed = {
  { "a", "a" }, { " a ", "a" }, { "\t\r\n a b \n", "a b" }, { "", "" }, { "   ", "" }, { " é ", "é" },
}
for i, case in ipairs(trimmed) do
  same("trim " .. i, spbe.trim(case[1]), case[2])
end
refused("no text to trim", "argumen ke-1 dari spbe.trim", spbe.trim, {})

-- What is left of Lua's library, and what is not.
same("pcall", select("#", pcall(function() return 1, 2 end)), 3)
same("pcall of an error", select(2, pcall(error, "aduh", 0)), "aduh")
same("pcall of a table", type(select(2, pcall(error, { 1 }))), "table")
same("find is plain", string.find("a.b", ".", 1, true), 2)
same("format", string.format("%d %s %5.2f", 3, "x", 2.5), "3 x  2.50")
same("sort", table.concat((function() local t = { 3, 1, 2 } table.sort(t) return t end)(), ","), "1,2,3")
same("unpack", select("#", table.unpack({ 1, 2, 3 })), 3)
local keys = {}
for key in pairs({ c = 1, a = 2, b = 3 }) do
  keys[#keys + 1] = key
end
same("pairs walks in order", table.concat(keys, ""), "abc")
refused("os", "os", function() return os end)
refused("io", "io", function() return io end)
refused("load", "load", function() return load end)
refused("require", "require", function() return require end)
refused("next", "pairs", function() return next end)
refused("gsub", "string.gsub", function() return string.gsub end)
refused("random", "math.random", function() return math.random end)
refused("misspelt", "pritn", function() return pritn end)
refused("misspelt function", "spbe.evalute", function() return spbe.evalute end)
refused("misspelt method of an output", "output:wirte", function()
  local out = spbe.output("x.txt")
  return out.wirte
end)
refused("a new name", "local", function() neu = 1 end)
refused("spbe stays", "hanya dapat dibaca", function() spbe.read = print end)
refused("arg may be changed, spbe.x not", "hanya dapat dibaca", function() spbe.x = 1 end)
arg[1] = "lain"
same("arg is the script's own", arg[1], "lain")
same("language", language, "id")
same("today", #spbe.today(), 10)

print("ok", check.count())
