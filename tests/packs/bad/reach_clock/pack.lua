-- Asks the processor clock.
return { x = os.clock() }
