# A function that uses more variables than it may.
for i in $(seq 2); do
    printf 'local '
    for n in $(seq 149); do printf 'a%d_%d, ' "$i" "$n"; done
    printf 'b%d\n' "$i"
    printf 'local function f%d()\n' "$i"
done
printf 'return function() return 0'
for i in 1 2; do for n in $(seq 149); do printf ' + a%d_%d' "$i" "$n"; done; done
printf ' end end end\n'
