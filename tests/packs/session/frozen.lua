-- What the pack and the assessment say stays.
--! changes a table that is read-only
--! "kami-uji"
instrument.id = "x"
inputs.I01.levels[1].met = 9
table.insert(instrument.domains, {})
table.sort(instrument.domains, function() return true end)
functions.I01 = print
string.format = nil
result.index = {}
instrument.id
exitlike = "alive"
print(exitlike)
