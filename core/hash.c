#include "hash.h"

#include <assert.h>
#include <openssl/evp.h>
#include <stdlib.h>

struct hash {
    EVP_MD_CTX *context;
};

/* OpenSSL answers 1; anything else means that it cannot work at all. */
static void must(int answer)
{
    if (answer != 1) {
        abort();
    }
}

struct hash *hash_new(void)
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    struct hash *hash = malloc(sizeof *hash);
    if (context == NULL || hash == NULL) {
        abort();
    }
    hash->context = context;
    must(EVP_DigestInit_ex(context, EVP_sha256(), NULL));
    return hash;
}

void hash_free(struct hash *hash)
{
    if (hash != NULL) {
        EVP_MD_CTX_free(hash->context);
        free(hash);
    }
}

void hash_add(struct hash *hash, const void *bytes, size_t length)
{
    must(EVP_DigestUpdate(hash->context, bytes, length));
}

void hash_end(struct hash *hash, char hex[HASH_HEX + 1])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    must(EVP_DigestFinal_ex(hash->context, digest, &length));
    assert(length == HASH_BYTES);
    for (size_t i = 0; i < HASH_BYTES; i++) {
        hex[2 * i] = digits[digest[i] >> 4];
        hex[2 * i + 1] = digits[digest[i] & 15];
    }
    hex[HASH_HEX] = '\0';
    must(EVP_DigestInit_ex(hash->context, NULL, NULL));
}

void hash_of(const void *bytes, size_t length, char hex[HASH_HEX + 1])
{
    struct hash *hash = hash_new();
    hash_add(hash, bytes, length);
    hash_end(hash, hex);
    hash_free(hash);
}
