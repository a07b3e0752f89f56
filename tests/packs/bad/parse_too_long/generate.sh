# A source of one byte more than is allowed.
printf 'return {}--'
head -c 131063 /dev/zero | tr '\0' x
