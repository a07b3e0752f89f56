-- 3: folder
-- A folder as an output.
spbe.write(".", "x")
