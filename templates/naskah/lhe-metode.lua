--- Dasar hukum, metodologi, bobot dan predikat, dan rerata nasional (diisi sendiri) LHE.

local base = include("naskah/dasar.lua")
local model = base.model
local method = {}
local w, page

local function draw_law()
  w.section(_("Legal basis"))
  for n, title in ipairs(base.documents()) do
    w.text(n .. ". " .. title, "body10", 10)
  end
end

--- Nama tingkat tiap jenis indikator, terendah dahulu.
local function level_kinds()
  local kinds, seen = {}, {}
  for _, item in ipairs(model.indicators) do
    local kind = item.data.kind or ""
    if item.levels ~= nil and seen[kind] == nil then
      seen[kind] = true
      kinds[#kinds + 1] = item
    end
  end
  return kinds
end

local function draw_levels()
  local kinds = level_kinds()
  local spans = { { _("Level"), 1, 1 } }
  for n, item in ipairs(kinds) do
    local of = item.domain and item.domain.data.name or base.words.index
    spans[#spans + 1] = { #kinds > 1 and _("from") .. " " .. item.data.id .. ": " .. of or _("Name"), n * 2, n * 2 + 1 }
  end
  w.head(spans)
  for place = 1, kinds[1] and #kinds[1].levels or 0 do
    page:number(w.row, 1, kinds[1].levels[place].level, "grid_whole")
    for n, item in ipairs(kinds) do
      w.put(w.row, n * 2, n * 2 + 1, item.levels[place].name, "grid_center")
    end
    w.tall(w.row, 15)
    w.row = w.row + 1
  end
end

local function draw_method()
  w.section(_("Method"))
  if base.words.method ~= "" then
    w.text(base.words.method, "body10", 10)
    w.space(4)
  end
  w.text(base.rules(), "body10", 10)
  w.space(6)
  draw_levels()
end

local function draw_weights()
  w.block()
  w.section(_("Weights"))
  w.head({ { base.group_title, 1, 4 }, { _("Weight (%)"), 5, 5 } })
  local function line(data, style_name, number)
    w.put(w.row, 1, 4, data.name, style_name)
    page:number(w.row, 5, data.weight, number)
    w.tall(w.row, 15)
    w.row = w.row + 1
  end
  for _, domain in ipairs(model.domains) do
    line(domain.data, "grid_bold", "grid_bold_two")
    for _, aspect in ipairs(domain.aspects) do
      line(aspect.data, "grid_indent", "grid_two")
    end
  end
  for _, aspect in ipairs(#model.domains == 0 and model.aspects or {}) do
    line(aspect.data, "grid", "grid_two")
  end
end

local function draw_bands()
  w.block()
  w.section(_("Predicates"))
  w.head({ { _("Predicate"), 1, 3 }, { _("from"), 4, 4 }, { _("to"), 5, 5 } })
  for _, band in ipairs(report.scale.bands) do
    w.put(w.row, 1, 3, band.name, "grid")
    page:number(w.row, 4, band.min, "grid_two")
    w.put(w.row, 5, 5, (band.max_inclusive and "" or "< ") .. decimal(band.max, 2), "grid_center")
    w.tall(w.row, 15)
    w.row = w.row + 1
  end
end

--- Rerata nasional per kelompok: program hanya mengenal satu instansi.
local function draw_national()
  w.block()
  w.section(_("National averages"))
  w.text(_("The program knows this agency only; fill in what the ministry published."), "paper_small", 8)
  w.head({ { _("Group of agencies"), 1, 3 }, { _("Index"), 4, 4 }, { _("Predicate"), 5, 5 } })
  for i, group in ipairs({ _("Ministries"), _("Non-ministerial agencies"), _("Other bodies"), _("Provinces"), _("Regencies"),
    _("Cities"), _("National") }) do
    w.put(w.row, 1, 3, group, "grid")
    page:text(w.row, 4, "[" .. _("index") .. "]", "grid_entry_center")
    page:text(w.row, 5, "[" .. _("predicate") .. "]", "grid_entry_center")
    w.tall(w.row, 16)
    w.row = w.row + 1
  end
end

--- Sebaran predikat semua instansi, juga dari yang diumumkan.
local function draw_spread()
  w.block()
  w.section(_("Agencies by predicate"))
  w.head({ { _("Predicate"), 1, 3 }, { _("Agencies"), 4, 4 }, { "%", 5, 5 } })
  for i, band in ipairs(report.scale.bands) do
    w.put(w.row, 1, 3, band.name, "grid")
    page:text(w.row, 4, "[" .. _("how many") .. "]", "grid_entry_center")
    page:text(w.row, 5, "[%]", "grid_entry_center")
    w.tall(w.row, 16)
    w.row = w.row + 1
  end
end

function method.draw(sheet_of_method, result)
  page = sheet_of_method
  style("body10", { base = "body", size = 10 })
  w = base.writer(page, { 14, 19, 19, 18, 18 })
  draw_law()
  draw_method()
  draw_weights()
  draw_bands()
  draw_national()
  draw_spread()
  w.close({ tab = base.look.color.teal })
end

return method
