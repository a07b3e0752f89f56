# Branches nested deeper than the parser goes.
for i in $(seq 1000); do printf 'if x then '; done
