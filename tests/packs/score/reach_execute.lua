--- Another program.
local function score(input)
  os.execute("true")
  return 1, "dijalankan"
end
