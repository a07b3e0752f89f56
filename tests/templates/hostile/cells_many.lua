-- wants: hostile\.lua:5: .*limit of
-- hostile: cells many
local s = sheet("Satu")
for r = 1, 600000 do
  s:number(r, 1, r)
end
