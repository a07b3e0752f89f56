--- Warna, huruf, dan gaya sel yang dipakai semua lembar.
-- Satu tempat untuk seluruh rupa laporan: ubah di sini, berubah di semua lembar.

local color = {
  navy = "#14365C",
  teal = "#1F7A7A",
  gold = "#C8963E",
  ink = "#1F2937",
  muted = "#666D7B",
  line = "#D5DBE3",
  panel = "#F3F6FA",
  white = "#FFFFFF",
  input = "#FFF8E1",
  good = "#0F5C3F",
  bad = "#A4332A",
}

-- Latar dan huruf menurut kedudukan pada skala: terendah dahulu.
local steps = {
  { fill = "#FADFDB", ink = "#8C1D18" },
  { fill = "#FCEBCF", ink = "#7A4A00" },
  { fill = "#E6EEF7", ink = "#14365C" },
  { fill = "#D8EFE4", ink = "#0F5C3F" },
  { fill = "#B9E2CE", ink = "#0B4A33" },
}
-- Lencana predikat: terendah dahulu.
local badges = { "#A4332A", "#B7791F", "#2F6DA8", "#1F7A7A", "#0B6B4A" }

--- Anggota daftar `list` bagi kedudukan ke-n dari `count`.
local function step_of(list, n, count)
  if count < 2 then
    return list[#list]
  end
  return list[1 + math.floor((n - 1) * (#list - 1) / (count - 1) + 0.5)]
end

local function define_text()
  style("text", { font = "Arial", size = 9, color = color.ink, valign = "top", wrap = true })
  style("plain", { base = "text", wrap = false, valign = "middle" })
  style("muted", { base = "plain", color = color.muted, size = 8 })
  style("muted_right", { base = "muted", align = "right" })
  style("muted_wrap", { base = "text", color = color.muted, size = 8 })
  style("section", { base = "plain", size = 11, bold = true, color = color.navy,
    bottom = "medium", line_color = color.navy })
end

local function define_bands()
  style("band", { font = "Arial", size = 9, color = color.white, fill = color.navy, valign = "middle" })
  style("band_small", { base = "band", size = 9, color = "#C9D6E6", indent = 1 })
  style("band_title", { base = "band", size = 20, bold = true, indent = 1 })
  style("band_name", { base = "band_title", wrap = true })
  style("band_note", { base = "band_small", wrap = true, valign = "top" })
  style("band_sheet", { base = "band", size = 14, bold = true, indent = 1 })
  style("accent", { fill = color.gold })
end

--- Sel tabel: kepala, isi, masukan.
local function define_cells()
  style("head", { font = "Arial", size = 9, bold = true, color = color.white, fill = color.navy,
    valign = "middle", wrap = true, line = "thin", line_color = color.white })
  style("head_center", { base = "head", align = "center" })
  style("cell", { base = "text", valign = "middle", bottom = "hair", line_color = color.line })
  style("cell_first", { base = "cell", top = "thin", line_color = "#9AA7B8" })
  for _, first in ipairs({ "", "_first" }) do
    local base = "cell" .. first
    style("center" .. first, { base = base, align = "center" })
    style("bold" .. first, { base = base, bold = true })
    style("small" .. first, { base = base, size = 8, color = color.muted })
    style("mono" .. first, { base = base, size = 7, color = color.muted, font = "Courier New" })
    style("two" .. first, { base = "center" .. first, format = "0.00" })
    style("three" .. first, { base = "center" .. first, format = "0.000" })
    style("whole" .. first, { base = "center" .. first, format = "0" })
    style("quiet" .. first, { base = "whole" .. first, color = color.muted, size = 8 })
    style("ladder" .. first, { base = "center" .. first, size = 11, color = color.teal, format = '"●";;"○"' })
    style("input" .. first, { base = "center" .. first, fill = color.input, unlocked = true, color = "#5B3E00" })
    style("input_left" .. first, { base = base, fill = color.input, unlocked = true, color = "#5B3E00" })
  end
end

--- Ringkasan satu halaman.
local function define_page()
  style("card", { base = "plain", fill = color.panel, align = "center", left = "thick", right = "thick",
    line_color = color.white })
  style("card_label", { base = "card", size = 8, bold = true, color = color.muted })
  style("card_number", { base = "card", size = 30, bold = true, color = color.navy, format = "0.00" })
  style("card_badge", { base = "card", size = 15, bold = true, color = color.white, fill = color.navy })
  style("card_distance", { base = "card_number", size = 22, format = "0.00" })
  style("card_text", { base = "card", size = 15, bold = true, color = color.navy })
  style("card_input", { base = "card", size = 11, bold = true, fill = color.input, unlocked = true,
    color = "#5B3E00", line = "thin", line_color = color.gold })
  style("card_note", { base = "card", size = 8, color = color.muted, valign = "top" })
  style("row", { base = "plain", bottom = "hair", line_color = color.line })
  style("row_domain", { base = "row", bold = true, fill = color.panel, color = color.navy })
  style("row_aspect", { base = "row", indent = 1 })
  style("row_wrap_name", { base = "row", wrap = true })
  style("foot_number", { base = "muted_right", format = "0.0000", align = "center" })
  style("row_wrap", { base = "row", wrap = true, size = 8 })
  for _, kind in ipairs({ "row", "row_domain" }) do
    style(kind .. "_center", { base = kind, align = "center" })
    style(kind .. "_two", { base = kind, align = "center", format = "0.00" })
    style(kind .. "_gap", { base = kind, align = "center", format = "+0.00;-0.00;0.00" })
  end
  style("row_gain", { base = "row", align = "center", bold = true, color = color.good, format = "+0.000" })
  style("row_whole", { base = "row", align = "center", format = "0" })
  style("same", { base = "plain", bold = true, align = "center", color = color.white, fill = color.good })
  style("differs", { bold = true, color = color.white, fill = color.bad })
  style("warn", { bold = true, color = color.bad })
  style("returned", { base = "text", bold = true, color = color.bad, valign = "middle" })
  style("missing", { color = color.bad, bold = true })
end

define_text()
define_bands()
define_cells()
define_page()
style("yes", { color = color.good })
style("no", { color = color.bad })
for n, step in ipairs(steps) do
  style("level_" .. n, { fill = step.fill, color = step.ink })
end
for n, fill in ipairs(badges) do
  style("badge_" .. n, { fill = fill, color = color.white })
end

--- Tinggi baris (poin) bagi sejumlah baris huruf.
local least = math.min
local function height(count, size)
  return least(400, count * (size or 9) * 1.32 + 4)
end

--- Pita judul di puncak sebuah lembar: judul, lalu satu baris keterangan.
local function band(page, last, title, note)
  page:merge(1, 1, 1, last, title, "band_sheet")
  page:merge(2, 1, 2, last, note, "band_small")
  page:fill(3, 1, 3, last, "accent")
  page:row(1, 26)
  page:row(2, 16)
  page:row(3, 3)
end

return { color = color, steps = steps, badges = badges, step_of = step_of, height = height, band = band }
