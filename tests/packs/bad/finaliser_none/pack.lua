-- Variables that are closed and hold nothing, without end.
while true do
  local x <close> = nil
  local y <close> = false
end
