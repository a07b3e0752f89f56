-- wants: hostile\.lua:5: 'file://server/share/x\.xlsx' is no address for a link
-- hostile: a link that makes the reader log in elsewhere
local s = sheet("Satu")
s:text(1, 1, "=HYPERLINK")
s:web(2, 1, "file://server/share/x.xlsx", "=1+1")
