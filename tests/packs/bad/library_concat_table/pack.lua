-- A list of tables, joined.
return { table.concat({ {}, {} }) }
