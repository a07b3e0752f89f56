# The same with branches.
printf 'local a\nif a then\n'
for i in $(seq 9000); do printf 'elseif a then '; done
printf 'end\nreturn {}\n'
