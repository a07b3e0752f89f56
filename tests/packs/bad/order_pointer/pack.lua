-- Where a table lies.
return { id = ("%p"):format({}) }
