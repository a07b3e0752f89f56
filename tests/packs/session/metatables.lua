-- Texts have methods and no way to the table behind.
--! input:
("x").rep = 5
("x").__index
("x"):no_such()
#"x" + "1"
"10" + 1
exitlike = "alive"
print(exitlike)
