--- Answers every question with a row.
return setmetatable({}, {
  __index = function()
    return { change = "weight", of = "I01", to = 1 }
  end,
})
