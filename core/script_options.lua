-- What stands behind a script's name, read as the script declares it: spbe.options (script_api.h).
-- Called with the declaration, the words, the language and print. Gives back a table: the words as `words`, the options by their names;
-- or nil, what is wrong ("unknown", "value", "plain", "few", "many", "needed", "whole", "one") and up to two words for the sentence;
-- or false after --help.

local declared, words, language, print = ...

local labels = {
  id = {"Penggunaan: spbe run ", " [PILIHAN]", "tampilkan keterangan ini"},
  en = {"Usage: spbe run ", " [OPTION]", "show this text"},
}

local function say(text)
  if type(text) == "table" then
    return text[language]
  end
  return text or ""
end

-- Without the folder: what people type differs.
local function name_of(path)
  local parts = ("/" .. path):reverse()
  return parts:sub(1, parts:find("/") - 1):reverse()
end

local function help()
  local label = labels[language]
  local rows, width = {}, 0
  local function row(name, argument, about)
    local left = "  --" .. name .. (argument ~= "" and " " .. argument or "")
    table.insert(rows, {left, about})
    width = math.max(width, #left)
  end
  for _, option in ipairs(declared) do
    row(option[1], say(option[2]), say(option[3]))
  end
  row("help", "", label[3])
  print(label[1] .. name_of(words[0]) .. label[2] .. " " .. say(declared.arguments))
  print()
  print(say(declared.about))
  print()
  for _, pair in ipairs(rows) do
    print(pair[1] .. (" "):rep(width - #pair[1] + 2) .. pair[2])
  end
end

local known = {}
for _, option in ipairs(declared) do
  known[option[1]] = option
end

-- The value of an option as its script takes it; or nil, what is wrong, and two words about it.
local function value_of(option, value)
  local name = "--" .. option[1]
  if value == nil then
    if option.needed then
      return nil, "needed", name .. " " .. say(option[2]), name_of(words[0])
    end
    return option.default
  end
  if option.whole then
    local number, least = math.tointeger(tonumber(value)), option.least or 1
    if number == nil or number < least then
      return nil, "whole", name, tostring(least)
    end
    return number
  end
  for _, choice in ipairs(option.one_of or {}) do
    if choice == value then
      return value
    end
  end
  if option.one_of then
    return nil, "one", name, table.concat(option.one_of, ", ")
  end
  return value
end

-- "-o", as other programs have them; "-" alone and "-3" are words.
local function is_short(word)
  local second = word:sub(2, 2):lower()
  return word:sub(1, 1) == "-" and second >= "a" and second <= "z"
end

local given, at, plain = {words = {}}, 1, false
while at <= #words do
  local word = words[at]
  if plain or word:sub(1, 2) ~= "--" and not is_short(word) then
    table.insert(given.words, word)
  elseif word == "--" then
    plain = true
  elseif word == "--help" or word == "-h" then
    help()
    return false
  else
    local equals = word:find("=")
    local name = word:sub(3, (equals or 0) - 1)
    local option = known[name]
    if option == nil then
      return nil, "unknown", word
    end
    local takes = say(option[2]) ~= ""
    if takes and equals == nil then
      at = at + 1
    end
    local value = equals and word:sub(equals + 1) or words[at]
    if takes and (value == nil or value == "") then
      return nil, "value", "--" .. name
    elseif not takes and equals then
      return nil, "plain", "--" .. name
    end
    given[name] = not takes or value
  end
  at = at + 1
end
for _, option in ipairs(declared) do
  local value, problem, first, second = value_of(option, given[option[1]])
  if problem then
    return nil, problem, first, second
  end
  given[option[1]] = value
end
if #given.words < (declared.least or 0) then
  return nil, "few", say(declared.arguments)
elseif declared.most and #given.words > declared.most then
  return nil, "many", given.words[declared.most + 1]
end
return given
