--- Lembar Ringkasan rencana aksi: satu halaman: dari mana ke mana, berapa, kapan, dan mengapa rencana ini.

local look = include("laporan/gaya.lua")
local model = include("rencana/model.lua")
local sheets = include("rencana/lembar.lua")
local board = include("rencana/papan.lua")

local page = sheets.summary
local last = 12 -- kolom
local width = 9
local across = last * (width + 5 / 7) - 2

style("card_cost", { base = "card_number", size = 22, format = model.cost_format })
style("card_months", { base = "card_number", format = "0" })
style("sentence", { base = "text", valign = "middle" })
style("sentence_bad", { base = "sentence", bold = true, color = look.color.bad })
style("share", { base = "card_number", size = 16, format = '0" ' .. _("of") .. " " .. #model.steps .. '"' })
style("then_index", { base = "card_number", size = 16 })
style("then_cost", { base = "card_number", size = 16, format = model.cost_format })

local function draw_band()
  local note = report.rules.title .. " · " .. model.bases[report.basis] .. " · " .. _("Target") .. ": " .. model.target()
  if model.dated then
    note = note .. " · " .. _("done by") .. " " .. model.day(report.by)
  end
  page:merge(1, 1, 1, last, _("ACTION PLAN"), "band_small")
  page:merge(2, 1, 2, last, cut(report.assessment.agency.name, 160), "band_name")
  page:merge(3, 1, 3, last, _("Year") .. " " .. report.assessment.year .. " · " .. note, "band_note")
  page:fill(4, 1, 4, last, "accent")
  page:row(1, 20)
  page:row(2, 28 * lines(cut(report.assessment.agency.name, 160), across, 20, true))
  page:row(3, 4 + 12 * lines(note, across - 8, 9))
  page:row(4, 4)
  page:row(5, 8)
end

--- Satu baris kartu: judul, angka, keterangan.
local function draw_cards(row, cards)
  for n, card in ipairs(cards) do
    local from = 3 * n - 2
    page:merge(row, from, row, from + 2, card.label, "card_label")
    page:merge(row + 1, from, row + 1, from + 2, "", card.style)
    page:merge(row + 2, from, row + 2, from + 2, card.note, "card_note")
    if card.formula ~= nil then
      page:formula(row + 1, from, card.formula, card.value, card.style)
    elseif card.value ~= nil then
      page:number(row + 1, from, card.value, card.style)
    else
      page:text(row + 1, from, card.text, card.style)
    end
  end
  page:row(row, 18)
  page:row(row + 1, cards.height)
  page:row(row + 2, 18)
  page:row(row + 3, 8)
  return row + 4
end

local function predicate(index)
  return index.predicate == "" and "–" or index.predicate
end

--- Dari mana, ke mana, berapa, berapa lama.
local function draw_main(row)
  local cards = { height = 44,
    { label = _("INDEX NOW"), value = report.before.exact, style = "card_number", note = predicate(report.before) } }
  if not report.possible then
    cards[2] = { label = _("HIGHEST WITHIN REACH"), value = report.highest.exact, style = "card_number", note = predicate(report.highest) }
    cards[3] = { label = _("COST"), text = "–", style = "card_text", note = "" }
    cards[4] = { label = _("MONTHS"), text = "–", style = "card_text", note = "" }
    return draw_cards(row, cards)
  end
  cards[2] = { label = _("INDEX AFTERWARDS"), value = report.after.exact, style = "card_number", note = predicate(report.after) }
  cards[3] = { label = model.unit == "" and _("COST") or _("COST") .. " (" .. model.unit:upper() .. ")", value = report.total.cost, style = "card_cost",
    note = string.format(_("%d steps in %d indicators"), report.total.steps, report.total.indicators) }
  cards[4] = { label = _("MONTHS"), value = model.months, style = "card_months",
    note = report.total.begin_by and _("begin by") .. " " .. model.day(report.total.begin_by) or _("from the first to the last step") }
  if #model.steps > 0 then
    cards[2].formula, cards[2].value = "=" .. at(sheets.steps, model.last_row, sheets.index), exact(report.after.exact)
  end
  return draw_cards(row, cards)
end

--- Air terjun: dari indeks kini, aspek demi aspek, ke indeks sesudahnya.
local function draw_waterfall(row)
  page:merge(row, 1, row, last, _("How the index rises, aspect by aspect"), "section")
  page:row(row, 20)
  local parts = {}
  for _, rise in ipairs(board.rises) do
    parts[#parts + 1] = rise.id .. " +" .. decimal(string.format("%.4f", rise.gain), 3)
  end
  local before, after = exact(report.before.exact), exact(report.after.exact)
  local parts_of_one = after - before > 1.5 and 2 or after - before > 0.6 and 4 or 10 -- dibagi sekali: 24 / 10 ialah 2.4, 24 * 0.1 bukan
  local axis = { least = math.max(0, math.floor(before * parts_of_one - 1) / parts_of_one),
    most = math.ceil(after * parts_of_one + 0.4) / parts_of_one, step = 1 / parts_of_one, gridlines = true, format = "0.00", size = 8 }
  page:chart(row + 1, 1, { kind = "column_stacked", width = 806, height = 312, x = 2, y = 3, font = "Arial", legend = "none", gap = 40, overlap = 100,
    description = cut(_("Waterfall of the index") .. ": " .. decimal(report.before.exact) .. " → " .. decimal(report.after.exact) .. "; "
      .. table.concat(parts, ", "), 250),
    category = { size = 9 }, value = axis,
    series = {
      { name = _("Base"), categories = "=" .. board.range(1), values = "=" .. board.range(2), invisible = true },
      { name = _("Index"), categories = "=" .. board.range(1), values = "=" .. board.range(3), color = look.color.navy, labels = true,
        label_format = "0.00;;", label_color = look.color.white },
      { name = _("Rise"), categories = "=" .. board.range(1), values = "=" .. board.range(4), color = "#8CC5BF", labels = true,
        label_format = "+0.000;;", label_color = look.color.ink },
    } })
  for n = 1, 12 do
    page:row(row + n, 20)
  end
  page:row(row + 13, 6)
  return row + 14
end

local function draw_aspects(row)
  page:merge(row, 1, row, 7, _("Aspect"), "head")
  page:cells(row, 8, { _("Weight (%)"), _("Now"), report.possible and _("After") or _("Highest"), _("Difference"), _("Asked") }, "head_center")
  page:row(row, 18)
  for _, aspect in ipairs(report.aspects) do
    local after = exact(report.possible and aspect.after_exact or aspect.highest)
    row = row + 1
    page:merge(row, 1, row, 7, aspect.id .. "  " .. aspect.name, "row")
    page:cells(row, 8, { exact(aspect.weight), exact(aspect.before_exact), after }, "row_two")
    page:formula(row, 11, "=" .. ref(row, 10) .. "-" .. ref(row, 9), after - exact(aspect.before_exact), "row_gap")
    if aspect.least ~= nil then
      page:number(row, 12, aspect.least, "row_two")
    else
      page:text(row, 12, "–", "row_center")
    end
    page:row(row, 15)
  end
  return row + 1
end

--- Kemajuan: dari keadaan yang diisi di Rencana Aksi.
local function draw_progress(row)
  local states, done = model.range(sheets.steps, sheets.status), quote(sheets.done)
  page:row(row, 6)
  page:merge(row + 1, 1, row + 1, last, _("Progress, from the states in the sheet Action plan"), "section")
  page:row(row + 1, 20)
  return draw_cards(row + 2, { height = 26,
    { label = _("STEPS DONE"), formula = "=COUNTIF(" .. states .. "," .. done .. ")", value = 0, style = "share", note = "" },
    { label = _("INDEX REACHED"), formula = "=" .. sheets.before .. "+SUMPRODUCT((" .. states .. "=" .. done .. ")*" .. model.range(sheets.steps, sheets.gain) .. ")",
      value = exact(report.before.exact), style = "then_index", note = "" },
    { label = _("COST SO FAR"), formula = "=SUMPRODUCT((" .. states .. "=" .. done .. ")*" .. model.range(sheets.steps, sheets.cost) .. ")",
      value = 0, style = "then_cost", note = "" },
    { label = _("WITHOUT A RESPONSIBLE PERSON"), formula = "=COUNTIF(" .. model.range(sheets.steps, sheets.person) .. ',"")', value = #model.steps,
      style = "share", note = "" } })
end

--- Bukti bahwa tidak ada yang lebih murah, dan apa yang sama baiknya.
local function proof()
  local states = decimal(tostring(report.states), 0)
  local text = string.format(_("Nothing cheaper exists: every choice of raises that could cost less was looked at or excluded by proof (%s states)."), states)
  if report.ties == "0" and report.ties_or_more then
    text = text .. " " .. _("Whether other plans cost as little, and with fewer steps, was not counted: they are too many.")
  elseif report.ties == "0" then
    text = text .. " " .. _("No other plan costs as little.")
  elseif report.ties_or_more then
    text = text .. " " .. _("Very many other plans cost as much; none of them has fewer steps.")
  else
    text = text .. " " .. string.format(_("Other plans that cost as much: %s; none of them has fewer steps."), report.ties)
  end
  if report.next ~= nil then
    text = text .. " " .. string.format(_("Without one of these steps it costs at least %s (sheet Other plans)."), model.cost(report.next.cost))
  end
  return text
end

local function timing()
  local quickest = report.total.months_fastest
  local fastest = quickest == nil and _("How quick a plan can be is not known: to prove it takes too much.")
    or string.format(_("The quickest plan there is, whatever its cost, takes %d months."), quickest)
  if not model.dated then
    return fastest .. " " .. _("Steps of one indicator follow each other; indicators go side by side.")
  end
  if quickest == nil then
    return string.format(_("To be done by %s, this plan must begin by %s."), model.day(report.by), model.day(report.total.begin_by)) .. " " .. fastest
  end
  return string.format(_("To be done by %s, this plan must begin by %s. After %s the target is out of reach for any plan."), model.day(report.by),
    model.day(report.total.begin_by), model.day(report.total.out_of_reach_after)) .. " " .. fastest
end

local function prices()
  if report.prices.file then
    return string.format(_("Costs are the agency's own for %d steps of the instrument; the others are those of the rules."), report.prices.steps_by_file)
  elseif (report.prices.pack_source or "") == "" then
    return _("The rules give no costs: every step counts as one.")
  end
  local day = report.prices.pack_date
  return string.format(_("Costs and months are a judgement of the rules (%s): %s"), #day == 10 and model.day(day) or day, report.prices.pack_source)
end

local function put_sentence(row, text, kind)
  page:merge(row, 1, row, last, text, kind or "sentence")
  page:row(row, 5 + 12.5 * lines(text, across, 9, kind ~= nil))
  return row + 1
end

local function draw_why(row)
  page:row(row, 6)
  page:merge(row + 1, 1, row + 1, last, _("Why this plan"), "section")
  page:row(row + 1, 20)
  row = row + 2
  if not report.possible then
    row = put_sentence(row, string.format(_("The target is out of reach: with all that may move, the index comes to %s."), decimal(report.highest.exact)), "sentence_bad")
    for n, entry in ipairs(report.blocked) do
      if n <= 12 then
        row = put_sentence(row, entry.indicator .. "  " .. entry.short_name .. ": " .. include("rencana/alasan.lua")[entry.why])
      end
    end
  elseif report.reached then
    row = put_sentence(row, _("What is asked for holds already; nothing has to be done."))
  else
    row = put_sentence(row, proof())
    row = put_sentence(row, timing())
  end
  return put_sentence(row, prices())
end

local summary = {}

function summary.draw()
  page:columns(1, last, width)
  draw_band()
  local row = draw_main(6)
  if #model.steps > 0 then
    row = draw_waterfall(row)
  end
  row = draw_aspects(row)
  if #model.steps > 0 then
    row = draw_progress(row)
  end
  row = draw_why(row)
  page:view({ active = true, tab = look.color.navy, gridlines = false })
  page:page({ fit_width = 1, fit_height = 1, center = true, left = 12, right = 12, top = 12, bottom = 14, area = { 1, 1, row - 1, last },
    footer_left = cut(model.title, 80), footer_right = report.rules.id })
end

return summary
