-- 4: bukan teks
-- An error that is nothing.
error()
