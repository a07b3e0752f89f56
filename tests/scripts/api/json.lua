--- spbe.json and spbe.parse: what goes out comes back, keys are sorted, nothing is guessed.
local check = include("check.lua")
local same, refused = check.same, check.refused

-- Every kind of value, as it is written.
same("integer", spbe.json(7), "7")
same("negative", spbe.json(-7), "-7")
same("zero", spbe.json(0), "0")
same("largest", spbe.json(math.maxinteger), "9223372036854775807")
same("smallest", spbe.json(math.mininteger), "-9223372036854775808")
same("decimal", spbe.json(2.5), "2.5")
same("minus zero", spbe.json(-0.0), "0")
same("tenth", spbe.json(0.1), "0.1")
same("text", spbe.json("a"), '"a"')
same("empty text", spbe.json(""), '""')
same("quote", spbe.json('say "ya"'), '"say \\"ya\\""')
same("backslash", spbe.json("a\\b"), '"a\\\\b"')
same("line break", spbe.json("a\nb"), '"a\\nb"')
same("tab", spbe.json("a\tb"), '"a\\tb"')
same("letters", spbe.json("é – 日本"), '"é – 日本"')
same("true", spbe.json(true), "true")
same("false", spbe.json(false), "false")
same("empty", spbe.json({}), "[]")
same("list", spbe.json({ 1, "x", true }), '[1,"x",true]')
same("lists", spbe.json({ { 1 }, { 2, { 3 } } }), "[[1],[2,[3]]]")
same("record", spbe.json({ b = 1, a = 2 }), '{"a":2,"b":1}')
same("sorted by bytes", spbe.json({ Z = 1, a = 2, ["é"] = 3, ["10"] = 4, ["9"] = 5 }),
  '{"10":4,"9":5,"Z":1,"a":2,"é":3}')
same("deep", spbe.json({ a = { b = { c = { d = {} } } } }), '{"a":{"b":{"c":{"d":[]}}}}')

-- The same table, filled in another order, gives the same bytes.
local one, other = {}, {}
for i = 1, 50 do
  one["k" .. i] = i
  other["k" .. (51 - i)] = 51 - i
end
same("order of filling", spbe.json(one), spbe.json(other))

-- What JSON cannot hold is refused with its place.
refused("nothing", "argumen ke-1 dari spbe.json", spbe.json)
refused("nil", "argumen ke-1 dari spbe.json", spbe.json, nil)
refused("function", "fungsi", spbe.json, print)
refused("function inside", "a.b", spbe.json, { a = { b = print } })
refused("gap", "daftar", spbe.json, { 1, nil, 3 })
refused("mixed", "daftar", spbe.json, { 1, a = 2 })
refused("infinity", "inf", spbe.json, { 1 / 0 })
refused("not a number", "nan", spbe.json, { 0 / 0 })
refused("key", "kunci", spbe.json, { [true] = 1 })
refused("fractional key", "kunci", spbe.json, { [1.5] = 1 })
refused("long decimal", "14 digit", spbe.json, { 1 / 3 })
refused("no UTF-8", "UTF-8", spbe.json, { "\255" })
refused("NUL", "UTF-8", spbe.json, { "a\0b" })
local circle = {}
circle[1] = circle
refused("circle", "dirinya sendiri", spbe.json, circle)
local deep = {}
for _ = 1, 40 do
  deep = { deep }
end
refused("too deep", "32", spbe.json, deep)

-- Reading.
same("number", spbe.parse("7"), 7)
same("blank around", spbe.parse("  [ 1 , 2 ]\n")[2], 2)
same("text", spbe.parse('"a\\u00e9\\n"'), "aé\n")
same("pair", spbe.parse('"\\ud83d\\ude00"'), "😀")
same("true", spbe.parse("true"), true)
same("false", spbe.parse("false"), false)
same("null", spbe.parse("null"), nil)
same("null in a record", spbe.parse('{"a":null}').a, nil)
same("null in a list", spbe.parse("[null]")[1], false)
same("decimal is a text", spbe.parse("2.50"), "2.50")
same("power is a text", spbe.parse("1e3"), "1e3")
same("large is a text", spbe.parse("92233720368547758070"), "92233720368547758070")
same("list", #spbe.parse("[1,2,3]"), 3)
same("record", spbe.parse('{"a":{"b":[5]}}').a.b[1], 5)

-- Strictly: no comment, no comma too many, no key twice.
local bad = {
  "", " ", "{", "[1,]", "[1 2]", '{"a":1,}', "{a:1}", "{'a':1}", '{"a" 1}', "01", "+1", "1.", ".5", "1e", "-",
  "nul", "True", "NaN", "Infinity", '"a', '"\\x"', '"\\ud800"', "[1]]", "1 2", "// x\n1", "/* x */ 1",
  '{"a":1,"a":2}', '"a\nb"', "\239\187\191[1]",
}
for i, text in ipairs(bad) do
  refused("bad " .. i, "bukan JSON", spbe.parse, text)
end
refused("no text", "argumen ke-1 dari spbe.parse", spbe.parse, 7)
refused("no argument", "argumen ke-1 dari spbe.parse", spbe.parse)

-- There and back.
local document = { agency = { name = "Kota \"A\"", kind = "kota" }, list = { 1, { 2 }, "tiga" }, flag = false }
same("there and back", spbe.json(spbe.parse(spbe.json(document))), spbe.json(document))

print("ok", check.count())
