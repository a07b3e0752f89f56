/* OpenSSL calls these functions old and points to EVP. EVP makes some 4,500 allocations at its first use and
 * breaks inside of itself where one of them fails; these make none and cannot fail. */
#define OPENSSL_SUPPRESS_DEPRECATED

#include "hash.h"

#include "memory.h"

#include <openssl/sha.h>
#include <stdlib.h>

struct hash {
    SHA256_CTX context;
};

struct hash *hash_new(void)
{
    struct hash *hash = memory_get(sizeof *hash);
    SHA256_Init(&hash->context);
    return hash;
}

void hash_free(struct hash *hash)
{
    free(hash);
}

void hash_add(struct hash *hash, const void *bytes, size_t length)
{
    SHA256_Update(&hash->context, bytes, length);
}

void hash_end(struct hash *hash, char hex[HASH_HEX + 1])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char digest[HASH_BYTES];
    SHA256_Final(digest, &hash->context);
    for (size_t i = 0; i < HASH_BYTES; i++) {
        hex[2 * i] = digits[digest[i] >> 4];
        hex[2 * i + 1] = digits[digest[i] & 15];
    }
    hex[HASH_HEX] = '\0';
    SHA256_Init(&hash->context);
}

void hash_of(const void *bytes, size_t length, char hex[HASH_HEX + 1])
{
    struct hash *hash = hash_new();
    hash_add(hash, bytes, length);
    hash_end(hash, hex);
    hash_free(hash);
}
