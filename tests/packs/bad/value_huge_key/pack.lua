-- A number as text for a key.
return { ["1"] = "a", [1] = "b" }
