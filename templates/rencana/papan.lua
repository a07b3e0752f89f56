--- Papan angka di lembar tersembunyi: indeks kini, pilihan keadaan, dan sumbangan tiap aspek bagi diagram.

local model = include("rencana/model.lua")
local sheets = include("rencana/lembar.lua")

local page = sheets.board
local board = { first = 10 } -- baris pertama diagram

if page ~= nil then
  sheets.before = at(page, 1, 2)
  sheets.states_range = at(page, 3, 2, 5, 2)
end

--- Kenaikan indeks menurut aspek, hanya yang naik, menurut urutan instrumen.
board.rises = {}
local gains = {}
for _, step in ipairs(model.steps) do
  gains[step.data.aspect] = (gains[step.data.aspect] or 0) + step.gain
end
for _, aspect in ipairs(report.aspects) do
  if gains[aspect.id] ~= nil then
    board.rises[#board.rises + 1] = { id = aspect.id, name = aspect.name, gain = gains[aspect.id] }
  end
end
board.last = board.first + #board.rises + 1

--- Acuan satu kolom angka diagram: 1 nama, 2 alas, 3 batang, 4 kenaikan.
function board.range(column)
  return at(page, board.first, column, board.last, column)
end

--- Air terjun: alas yang tidak tampak, di atasnya kenaikan; yang pertama dan terakhir batang utuh.
local function draw_waterfall()
  local row, base = board.first, exact(report.before.exact)
  local aspects = at(page, board.last + 2, 1, board.last + 1 + #model.steps, 1)
  page:cells(row, 1, { _("Now"), 0 }, "plain")
  page:formula(row, 3, "=" .. ref(1, 2), base, "plain")
  page:number(row, 4, 0, "plain")
  for _, rise in ipairs(board.rises) do
    row = row + 1
    page:text(row, 1, rise.id, "plain")
    page:formula(row, 2, "=" .. ref(row - 1, 2) .. "+" .. ref(row - 1, 3) .. "+" .. ref(row - 1, 4), base, "plain")
    page:number(row, 3, 0, "plain")
    page:formula(row, 4, "=SUMPRODUCT((" .. aspects .. "=" .. ref(row, 1) .. ")*" .. model.range(sheets.steps, sheets.gain) .. ")", rise.gain, "plain")
    base = base + rise.gain
  end
  page:cells(row + 1, 1, { _("After"), 0 }, "plain")
  page:formula(row + 1, 3, "=" .. ref(row, 2) .. "+" .. ref(row, 3) .. "+" .. ref(row, 4), base, "plain")
  page:number(row + 1, 4, 0, "plain")
  for n, step in ipairs(model.steps) do
    page:text(board.last + 1 + n, 1, step.data.aspect, "plain")
  end
end

function board.draw()
  page:columns(1, 1, 24)
  page:text(1, 1, "indeks kini", "plain")
  page:number(1, 2, report.before.exact, "plain")
  for n, word in ipairs(sheets.states) do
    page:text(2 + n, 2, word, "plain")
  end
  draw_waterfall()
  page:view({ hidden = true })
end

return board
