-- 4: argumen ke-1 dari spbe.exit
-- A status that means a signal to others.
spbe.exit(137)
