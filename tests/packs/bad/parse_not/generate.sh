# Operators nested thirty thousand deep.
printf 'return { x ='
for i in $(seq 30000); do printf ' not'; done
printf ' 1 }\n'
