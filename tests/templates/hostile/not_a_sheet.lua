-- wants: hostile\.lua:4: 
-- hostile: not a sheet
local s = sheet("Satu")
s.text({}, 1, 1, "x")
