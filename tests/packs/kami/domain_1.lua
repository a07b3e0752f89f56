--- Three areas. A question of stage 1 is worth 3 points, of stage 2 six, of stage 3 nine.
local points_of = { 3, 6, 9 }

--- Points of an area, as a part of all its points times the scale of 3. Stage 3 counts only when
-- stages 1 and 2 together have at least two thirds of their points.
-- @param input what 'spbe help function' tells
-- @return the value as {numerator, denominator}, and the reason
local function gated(input)
  local base, base_most, third, third_most = 0, 0, 0, 0
  for _, level in ipairs(input.levels) do
    local worth = points_of[level.level] or 0
    if level.level < 3 then
      base, base_most = base + level.met * worth, base_most + level.criteria * worth
    else
      third, third_most = level.met * worth, level.criteria * worth
    end
  end
  local most = base_most + third_most
  if 3 * base < 2 * base_most then
    return { 3 * base, most }, string.format(
      "tahap 1 dan 2 mendapat %d dari %d, kurang dari dua pertiga: tahap 3 (%d) tidak dihitung",
      base, base_most, third)
  end
  return { 3 * (base + third), most }, string.format(
    "tahap 1 dan 2 mendapat %d dari %d, jadi tahap 3 (%d) dihitung", base, base_most, third)
end

--- Numerator and denominator of a value that is given to a function.
local function parts(value)
  if type(value) == "table" then
    return value[1], value[2]
  end
  return value, 1
end

--- The lower of the two areas that this one depends on: a chain is as strong as its weakest link.
local function weakest(input)
  local first, first_of = parts(input.values.I01)
  local second, second_of = parts(input.values.I03)
  if first * second_of <= second * first_of then
    return input.values.I01, "sama dengan I01, area yang lebih lemah"
  end
  return input.values.I03, "sama dengan I03, area yang lebih lemah"
end

return {
  id = "D1", no = 1, weight = 100, name = "Keamanan informasi",
  aspects = {
    { id = "A1", no = 1, weight = 100, name = "Area",
      indicators = {
        { id = "I01", no = 1, kind = "area", weight = 50, name = "Tata kelola",
          short_name = "Tata kelola", value = gated, level_zero = "Belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I01.1.a", text = "Pimpinan bertanggung jawab atas program." },
                { id = "I01.1.b", text = "Fungsi pengelola ditetapkan." },
              } },
            { level = 2,
              criteria = { { id = "I01.2.a", text = "Kondisi dilaporkan kepada pimpinan." } } },
            { level = 3,
              criteria = { { id = "I01.3.a", text = "Kepatuhan diukur dan dievaluasi." } } },
          } },
        { id = "I02", no = 2, kind = "area", weight = 20, name = "Rantai", short_name = "Rantai",
          value = weakest, depends_on = { "I03", "I01" }, level_zero = "Belum ada.",
          levels = {
            { level = 1, criteria = { { id = "I02.1.a", text = "Kedua area dihubungkan." } } },
            { level = 2, criteria = { { id = "I02.2.a", text = "Hubungan ditinjau." } } },
            { level = 3, criteria = { { id = "I02.3.a", text = "Hubungan diperbaiki." } } },
          } },
        { id = "I03", no = 3, kind = "area", weight = 30, name = "Pengelolaan risiko",
          short_name = "Risiko", value = gated, level_zero = "Belum ada.",
          levels = {
            { level = 1, criteria = { { id = "I03.1.a", text = "Risiko dicatat." } } },
            { level = 2, criteria = { { id = "I03.2.a", text = "Risiko dinilai berkala." } } },
            { level = 3, criteria = { { id = "I03.3.a", text = "Sisa risiko disetujui." } } },
          } },
      } },
  },
}
