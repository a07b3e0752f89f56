# Jumps that wait for their label.
printf 'do '
for i in $(seq 14000); do printf 'goto a '; done
printf '::a:: end\nreturn {}\n'
