-- 3: tidak boleh
-- A name longer than any path.
spbe.read(("a/"):rep(200000))
