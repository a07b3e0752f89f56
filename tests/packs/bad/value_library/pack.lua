-- A function of the library as data.
return { title = string.rep }
