# Signs without end.
printf 'return { x = '
for i in $(seq 30000); do printf -- '- '; done
printf '1 }\n'
