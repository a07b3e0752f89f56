-- 4: spbe.getenv
-- Words of other programs.
print(spbe.getenv("HOME"))
