-- A failed assertion that is a table.
assert(false, {})
