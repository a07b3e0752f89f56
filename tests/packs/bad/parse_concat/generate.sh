# Twenty thousand texts joined in one expression.
printf 'return { x = "a"'
for i in $(seq 20000); do printf '.."a"'; done
printf ' }\n'
