-- A text that ends early for whoever counts to the NUL.
return { id = "spbe-2020\0evil" }
