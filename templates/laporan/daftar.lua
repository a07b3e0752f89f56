--- Lembar tersembunyi: pilihan, nama tingkat, predikat, dan angka antara bagi rumus lembar lain.

local model = include("laporan/model.lua")
local list = {}

--- Menulis satu daftar teks ke bawah; mengembalikan acuannya.
local function write_list(page, column, title, texts)
  page:text(1, column, title, "head")
  for n, text in ipairs(texts) do
    page:text(n + 1, column, text, "plain")
  end
  return at(page, 2, column, #texts + 1, column)
end

--- Nama tingkat tiap jenis (proses, layanan): satu kolom sejenis, terendah dahulu.
local function write_levels(page, column)
  local columns = {}
  for _, item in ipairs(model.indicators) do
    local kind = item.data.kind or ""
    if item.levels ~= nil and columns[kind] == nil then
      local names = {}
      for _, level in ipairs(item.levels) do
        names[#names + 1] = level.name
      end
      columns[kind] = write_list(page, column, kind, names)
      column = column + 1
    end
  end
  return columns, column
end

local function write_bands(page, column)
  local names = {}
  page:text(1, column, _("from"), "head")
  for n, band in ipairs(model.bands) do
    page:number(n + 1, column, band.min, "plain")
    names[n] = band.name
  end
  list.mins = at(page, 2, column, #names + 1, column)
  list.names = write_list(page, column + 1, _("predicate"), names)
end

--- Nomor dasar yang dipilih di Ringkasan.
local function write_basis(page, column, chosen)
  page:text(1, column, _("basis"), "head")
  page:formula(2, column, "=MATCH(" .. chosen .. "," .. list.bases .. ",0)", model.basis_number, "plain")
  list.basis = at(page, 2, column)
end

--- Label pendek untuk diagram, dipatahkan di dekat tengahnya.
local function label_of(name)
  local short = name
  for _, tail in ipairs({ " Berbasis Elektronik", " SPBE", " Pemdi", " Digital Pemerintah" }) do
    if #short > #tail and short:sub(-#tail) == tail then
      short = short:sub(1, #short - #tail)
    end
  end
  if short == "Teknologi Informasi dan Komunikasi" then
    short = "TIK"
  end
  short = cut(short, 40)
  local best = nil
  for n = 1, #short do
    if short:sub(n, n) == " " and (best == nil or math.abs(2 * n - #short) < math.abs(2 * best - #short)) then
      best = n
    end
  end
  if #short > 16 and best ~= nil then
    return short:sub(1, best - 1) .. "\n" .. short:sub(best + 1)
  end
  return short
end

--- Label dan pembanding bagi diagram.
local function write_labels(page, column)
  local aspects, domains = {}, {}
  for n, aspect in ipairs(model.aspects) do
    aspects[n] = label_of(aspect.data.name)
  end
  for n, domain in ipairs(model.domains) do
    domains[n] = label_of(domain.data.name)
  end
  list.aspect_labels = write_list(page, column, _("aspect"), aspects)
  if #domains > 0 then
    list.domain_labels = write_list(page, column + 1, _("domain"), domains)
  end
end

--- Menggambar lembar; chosen: acuan sel pilihan dasar.
function list.draw(page, chosen)
  list.answers = write_list(page, 1, _("answer"), { model.yes, model.no })
  list.bases = write_list(page, 2, _("basis"), model.basis_words)
  write_bands(page, 3)
  write_basis(page, 5, chosen)
  local numbers = {}
  page:text(1, 6, _("level"), "head")
  for level = model.lowest, model.highest do
    numbers[#numbers + 1] = model.from_of(level)
    page:number(#numbers + 1, 6, numbers[#numbers], "plain")
  end
  list.levels = at(page, 2, 6, #numbers + 1, 6)
  local columns, column = write_levels(page, 7)
  list.level_names = columns
  write_labels(page, column)
  page:columns(1, column + 2, 24)
  page:view({ hidden = true })
  page:protect()
end

return list
