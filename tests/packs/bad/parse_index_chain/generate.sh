# An error whose message the interpreter finds by walking back over the whole expression.
printf 'local a = {}\nreturn { x = a'
for i in $(seq 60000); do printf '.b'; done
printf ' }\n'
