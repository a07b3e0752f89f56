-- Tables that grow and are thrown away.
while true do
  local t = {}
  for i = 1, 1000 do t[i] = i end
end
