-- An error with conversions of printf.
error("%s%s%s%n%d", 0)
