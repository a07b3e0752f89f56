-- 6: 64
-- Walks that are begun and never gone.
spbe.write("s.jsonl", "1\n")
while true do
  spbe.documents("s.jsonl")
end
