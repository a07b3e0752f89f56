-- The walk of a table as data.
return { title = pairs({}) }
