-- 4: UTF-8
-- A name that would end elsewhere for the system.
spbe.read("boleh.txt\0.lua")
