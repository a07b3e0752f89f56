-- 4: UTF-8
-- A name that is no text.
spbe.read("\255\254")
