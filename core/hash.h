/* hash: SHA-256 (FIPS 180-4), by OpenSSL. */
#ifndef SPBE_HASH_H
#define SPBE_HASH_H

#include <stddef.h>

enum { HASH_BYTES = 32, HASH_HEX = 64 };

struct hash; /* a running computation */

/* Starts a computation; yours to hash_free. */
struct hash *hash_new(void);
/* Frees it; NULL is taken. */
void hash_free(struct hash *hash);
/* Takes `length` more bytes. */
void hash_add(struct hash *hash, const void *bytes, size_t length);
/* Ends the computation: 64 small hexadecimal digits and a NUL. The hash may be used again from new. */
void hash_end(struct hash *hash, char hex[HASH_HEX + 1]);
/* All at once. */
void hash_of(const void *bytes, size_t length, char hex[HASH_HEX + 1]);

#endif
