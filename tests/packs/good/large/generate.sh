# The small pack with a source as long as is allowed: 131072 bytes.
source=$(cat ../small/pack.lua)
printf '%s\n--' "$source"
head -c $((131072 - ${#source} - 3)) /dev/zero | tr '\0' x
