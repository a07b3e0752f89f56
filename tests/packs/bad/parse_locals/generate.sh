# More local variables than a function may have.
for i in $(seq 201); do printf 'local a%d\n' "$i"; done
printf 'return {}\n'
