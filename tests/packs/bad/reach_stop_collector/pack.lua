-- Stops the collector.
return { x = collectgarbage("stop") }
