-- Asks the clock.
return { x = os.time() }
