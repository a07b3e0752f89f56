-- wants: hostile\.lua:4: .*WEBSERVICE
-- hostile: formula web
local s = sheet("Satu")
s:formula(1, 1, '=WEBSERVICE("http://contoh")', 1)
