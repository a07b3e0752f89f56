-- 3: z
-- A sentence longer than a line.
spbe.fail(("z"):rep(100000))
