# The error stands on the hundred thousandth line.
head -c 100000 /dev/zero | tr '\0' '\n'
printf 'error("here")\n'
