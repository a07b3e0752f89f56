# Tables nested deeper than the parser goes.
printf 'return '
for i in $(seq 1000); do printf '{'; done
