-- More proofs than a line shows.
--! a line shows at most 20 proofs
for i = 1, 100 do proof("I01") end
proof("../../etc/passwd")
proof(nil)
proof({})
exitlike = "alive"
print(exitlike)
