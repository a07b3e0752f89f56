-- Keys of every kind; those without an order are an error.
--! { [-1] = 4, [1.5] = 1
--! has no order
{ [1.5] = 1, [true] = 2, ["a b"] = 3, [-1] = 4 }
{ [print] = 1 }
{ [{}] = 1 }
exitlike = "alive"
print(exitlike)
