-- wants: hostile\.lua:4: '=HYPERLINK\("https://a"\)' is no address for a link
-- hostile: an address that is a formula
local s = sheet("Satu")
s:web(1, 1, '=HYPERLINK("https://a")', "klik")
