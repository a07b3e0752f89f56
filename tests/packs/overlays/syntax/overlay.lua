--- Is not Lua.
return {
  changes = {
    { change = "weight" of = "I01" },
  },
}
