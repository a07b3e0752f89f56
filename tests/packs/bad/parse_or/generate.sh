# A chain of jumps that the compiler walks again for each of its links.
printf 'local a\nreturn { x ='
for i in $(seq 26000); do printf ' a or'; done
printf ' 1 }\n'
