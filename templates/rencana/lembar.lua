--- Lembar-lembar rencana aksi, menurut urutannya.

local model = include("rencana/model.lua")

local sheets = { summary = sheet(_("Summary")) }
if #model.steps > 0 then
  sheets.steps = sheet(_("Action plan"))
  sheets.schedule = model.months > 0 and sheet(_("Schedule")) or nil -- tanpa lama tidak ada jadwal
  sheets.others = sheet(_("Other plans"))
  sheets.board = sheet(_("Board"))
end

--- Kolom Rencana Aksi yang diacu lembar lain.
sheets.cost, sheets.gain, sheets.index, sheets.person, sheets.status = 8, 12, 13, 14, 15

--- Kata keadaan sebuah langkah; daftar pilihannya berada di papan.
sheets.states = { _("not begun"), _("in progress"), _("done") }
sheets.done = sheets.states[3]

return sheets
