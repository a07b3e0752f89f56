-- 4: fungsi
-- A function among data.
spbe.write_json("f.json", { a = { b = { c = print } } })
