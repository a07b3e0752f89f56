-- The walk itself, begun in the middle.
local step, state = pairs({ a = 1, b = 2 })
local key = step(state, "nowhere")
return { x = key.x }
