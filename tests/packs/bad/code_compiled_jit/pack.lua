LJ
 text of another machine
