--- Assessment documents for measurements: deterministic, one a line.
--
--     lua5.4 tests/bench/generate.lua [--count N] [--seed N] [--pack DIR] [--from BYTES] [--to BYTES]
--                                     [--lines]
--
-- Each document answers every criterion of the pack, claims every level, and carries evidence until it
-- reaches a size between --from and --to (11,500, its size without any, and 14,000 bytes unless told otherwise). The same
-- arguments give the same bytes on every machine: the random numbers are our own. --lines writes each
-- document over many lines instead, as an editor would.

local options = { count = 1000, seed = 1, pack = "rules/spbe-2020", from = 11500, to = 14000 }

local function fail(message)
  io.stderr:write("generate.lua: ", message, "\n")
  os.exit(2)
end

do
  local i = 1
  while i <= #arg do
    local name = arg[i]:match("^%-%-(%a+)$")
    if name == "lines" then
      options.lines = true
    elseif name and options[name] then
      i = i + 1
      local value = arg[i] or fail("--" .. name .. " needs a value")
      options[name] = name == "pack" and value or tonumber(value) or fail(value .. " is no number")
    else
      fail(arg[i] .. " is not known")
    end
    i = i + 1
  end
end

-- xorshift64*, so that no library's generator decides what is measured.
local state = (options.seed * 0x9E3779B97F4A7C15) | 1

--- @param most integer
--- @return integer from 1 to `most`
local function random(most)
  state = state ~ (state >> 12)
  state = state ~ (state << 25)
  state = state ~ (state >> 27)
  return ((state * 0x2545F4914F6CDD1D) >> 33) % most + 1
end

local function pick(list)
  return list[random(#list)]
end

--- Every indicator of the pack with its criteria, by level, in order.
local function read_pack(folder)
  local pack = dofile(folder .. "/pack.lua")
  local indicators = {}
  for _, file in ipairs(pack.files.domains) do
    for _, aspect in ipairs(dofile(folder .. "/" .. file).aspects) do
      for _, indicator in ipairs(aspect.indicators) do
        indicators[#indicators + 1] = indicator
      end
    end
  end
  return pack, indicators
end

local kinds = { "kementerian", "lembaga", "provinsi", "kabupaten", "kota", "lainnya" }
local places = { "Harapan", "Sentosa", "Maju", "Lestari", "Mandiri", "Sejahtera", "Ci\u{E9}melati" }
local papers = {
  "Peraturan Wali Kota tentang SPBE", "Keputusan Kepala Dinas", "Laporan reviu tahunan",
  "Notula rapat koordinasi", "Peta Rencana SPBE", "Tangkapan layar aplikasi", "Laporan audit TIK",
}
local notes = { "sudah sesuai", "perlu dilengkapi \u{2013} lihat lampiran", "menunggu \"pengesahan\"" }

local function quoted(text)
  return '"' .. text:gsub('[\\"]', "\\%0") .. '"'
end

local function hex(length)
  local digits = {}
  for i = 1, length do
    digits[i] = string.format("%x", random(16) - 1)
  end
  return table.concat(digits)
end

local function criterion(id, met)
  local note = random(40) == 1 and ',"note":' .. quoted(pick(notes)) or ""
  return string.format('"%s":{"met":%s%s}', id, met, note)
end

local function evidence(indicator)
  local ids = {}
  for _, level in ipairs(indicator.levels) do
    for _, row in ipairs(level.criteria) do
      ids[#ids + 1] = row.id
    end
  end
  local first = random(#ids)
  local supports = { quoted(ids[first]) }
  if first < #ids and random(2) == 1 then
    supports[2] = quoted(ids[first + 1])
  end
  return string.format('{"title":%s,"number":"%d/%d","date":"20%02d-%02d-%02d","file":"%s-%d.pdf",'
      .. '"sha256":"%s","supports":[%s]}', quoted(pick(papers)), random(200), 2019 + random(5),
    19 + random(5), random(12), random(28), indicator.id, random(99), hex(64), table.concat(supports, ","))
end

--- What one agency says about one indicator; `proofs` are its evidence items.
local function answer(indicator, proofs)
  local reached = random(5)
  local rows = {}
  for _, level in ipairs(indicator.levels) do
    for _, row in ipairs(level.criteria) do
      rows[#rows + 1] = criterion(row.id, level.level <= reached or random(4) == 1)
    end
  end
  local parts = { string.format('"claimed":%d', reached) }
  if random(2) == 1 then
    parts[#parts + 1] = string.format('"verified":%d', random(reached))
  end
  parts[#parts + 1] = '"criteria":{' .. table.concat(rows, ",") .. "}"
  if #proofs > 0 then
    parts[#parts + 1] = '"evidence":[' .. table.concat(proofs, ",") .. "]"
  end
  return string.format('"%s":{%s}', indicator.id, table.concat(parts, ","))
end

local function document(pack, indicators)
  local target = options.from + random(options.to - options.from) - 1
  local size, proofs = 11450, {}
  for i = 1, #indicators do
    proofs[i] = {}
  end
  while size < target - 120 do
    local i = random(#indicators)
    local item = evidence(indicators[i])
    proofs[i][#proofs[i] + 1] = item
    size = size + #item + 14
  end
  local answers = {}
  for i, indicator in ipairs(indicators) do
    answers[i] = answer(indicator, proofs[i])
  end
  return string.format('{"format":"spbe-assessment/1","instrument":%s,"year":%d,'
      .. '"agency":{"name":%s,"kind":"%s"},"answers":{%s}}', quoted(pack.id),
    2020 + random(4), quoted("Pemerintah " .. pick(places) .. " " .. random(600)), pick(kinds),
    table.concat(answers, ","))
end

--- The same document over many lines, two spaces a level.
local function over_lines(text)
  local out, depth, at = {}, 0, 1
  while at <= #text do
    local byte = text:sub(at, at)
    if byte == '"' then
      local stop = at + 1
      while text:sub(stop, stop) ~= '"' do
        stop = stop + (text:sub(stop, stop) == "\\" and 2 or 1)
      end
      out[#out + 1] = text:sub(at, stop)
      at = stop
    elseif byte == "{" or byte == "[" then
      depth = depth + 1
      out[#out + 1] = byte .. "\n" .. ("  "):rep(depth)
    elseif byte == "}" or byte == "]" then
      depth = depth - 1
      out[#out + 1] = "\n" .. ("  "):rep(depth) .. byte
    elseif byte == "," then
      out[#out + 1] = ",\n" .. ("  "):rep(depth)
    else
      out[#out + 1] = byte == ":" and ": " or byte
    end
    at = at + 1
  end
  return table.concat(out)
end

local pack, indicators = read_pack(options.pack)
for _ = 1, options.count do
  local text = document(pack, indicators)
  io.write(options.lines and over_lines(text) or text, "\n")
end
