# A syntax error at a text of a hundred thousand letters.
printf 'return { = "'
head -c 100000 /dev/zero | tr '\0' x
printf '" }\n'
