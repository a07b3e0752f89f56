-- wants: hostile\.lua:4: 'javascript:alert\(1\)' is no address for a link
-- hostile: a link that runs something
local s = sheet("Satu")
s:web(1, 1, "javascript:alert(1)", "klik")
