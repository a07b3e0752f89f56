-- 4: bukan teks
-- An error that is no text.
error({ status = 0, message = print })
