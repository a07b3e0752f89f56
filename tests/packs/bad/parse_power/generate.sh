# Powers of powers, which are read from the right.
printf 'return { x = 2'
for i in $(seq 20000); do printf '^2'; done
printf ' }\n'
