--- A table three levels down is changed for the next call.
local store = { a = { b = { calls = 0 } } }

local function score(input)
  store.a.b.calls = store.a.b.calls + 1
  return 1, "tabel di dalam tabel"
end
