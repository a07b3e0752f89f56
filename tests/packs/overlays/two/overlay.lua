--- Returns two tables.
return {}, {}
