--- Lembar Daftar Bukti: bukti yang mendukung banyak kriteria atau lebih dari satu tiap kriteria, dan baris kosong.

local look = include("laporan/gaya.lua")
local entry = include("formulir/isian.lua")
local register = {}
local head_row, free_rows, proof_column = 5, 60, 3
local supports_column = proof_column + #entry.evidence
local supports_width = 40
local supports_title = report.scale.items and _("Supports (items or criteria, by commas)") or _("Supports (criteria, by commas)")
local purpose = report.scale.items
  and _("For a document that supports several items or criteria, or further evidence of one. Name it here once, with all that it supports.")
  or _("For a document that supports several criteria, or further evidence of one. Name it here once, with the criteria that it supports.")

local function draw_head(page)
  page:text(1, 1, "spbe:id", "plain")
  page:text(1, supports_column, "spbe:supports", "plain")
  page:row(1, 12, { hidden = true })
  for row = 2, 3 do
    page:text(row, 1, "id", "plain")
  end
  page:merge(2, 2, 2, supports_column, _("Evidence register"), "band_sheet")
  page:row(2, 26)
  page:merge(3, 2, 3, supports_column,
    purpose, "band_small")
  page:text(4, 1, "id", "plain")
  page:fill(4, 2, 4, supports_column, "accent")
  page:row(4, 3)
  page:text(head_row, 1, "id", "head_center")
  page:text(head_row, 2, _("Item"), "head_center")
  page:text(head_row, supports_column, supports_title, "head_center")
  entry.head(page, 1, head_row, proof_column)
  page:row(head_row, 22)
end

local function draw_item(page, row, item)
  page:text(row, 1, item.id, "small")
  page:text(row, 2, item.id, "small")
  local tall = entry.row(page, row, proof_column, item)
  page:text(row, supports_column, item.supports, "input_small")
  page:row(row, look.height(math.max(tall, lines(item.supports, supports_width, 8))))
end

function register.draw(key)
  local page = sheet(_("Evidence register"))
  page:columns(1, 1, 8, { hidden = true })
  page:columns(2, 2, 8)
  for n, part in ipairs(entry.evidence) do
    page:columns(proof_column + n - 1, proof_column + n - 1, part.key == "title" and 44 or part.width)
  end
  page:columns(supports_column, supports_column, supports_width)
  draw_head(page)
  local row = head_row
  for _, item in ipairs(key.register) do
    row = row + 1
    draw_item(page, row, item)
  end
  page:fill(row + 1, 2, row + free_rows, 2, "small")
  for free = row + 1, row + free_rows do
    entry.row(page, free, proof_column, nil)
    page:blank(free, supports_column, "input_small")
  end
  entry.dates(page, head_row + 1, row + free_rows, proof_column + 2)
  page:view({ freeze_row = head_row + 1, freeze_column = 4, tab = look.color.gold })
  page:page({ landscape = true, fit_width = 1, fit_height = 0, left = 10, right = 10, top = 12, bottom = 16,
    repeat_first = 2, repeat_last = head_row, footer_right = _("Page {page} of {pages}") })
  page:protect()
end

return register
