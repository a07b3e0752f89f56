-- 3: aduh
-- A sentence that would move a terminal.
spbe.fail("\27[2Jaduh\r\nspbe: semua baik")
