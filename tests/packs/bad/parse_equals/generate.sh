# A long text behind a hundred thousand signs.
printf 'return { title = ['
head -c 100000 /dev/zero | tr '\0' =
printf '[ }\n'
