-- 3: tidak boleh
-- A script that would change itself.
spbe.write("../skrip.lua", "print(1)")
