-- A record that poses as an answer.
return { value = { done = true }, ["@error"] = {} }
