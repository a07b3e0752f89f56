# Calls of what calls return, sixty thousand of them.
printf 'return { x = a'
for i in $(seq 40000); do printf '()'; done
printf ' }\n'
