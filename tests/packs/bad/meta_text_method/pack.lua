-- A method that texts do not have.
return { x = ("x"):__index("y") }
