table.concat = nil
return {}
