/* SHA-256, against published vectors and against itself by pieces. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "hash.h"

#include <stdlib.h>
#include <string.h>

/* Protects the proof of every number and document: FIPS 180-4's own examples. */
static void test_hash__agrees_with_published_vectors(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *hex;
    } rows[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char hex[HASH_HEX + 1];
        hash_of(rows[i].bytes, strlen(rows[i].bytes), hex);
        assert_string_equal(hex, rows[i].hex);
    }
}

/* A million times "a": documents larger than any block. */
static void test_hash__takes_large_input_by_pieces(void **state)
{
    (void)state;
    char bytes[1000];
    char hex[HASH_HEX + 1];
    memset(bytes, 'a', sizeof bytes);
    struct hash *hash = hash_new();
    for (int i = 0; i < 1000; i++) {
        hash_add(hash, bytes, sizeof bytes);
    }
    hash_end(hash, hex);
    assert_string_equal(hex, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    hash_free(hash);
}

/* Protects hashing while reading: where the pieces are cut does not matter. */
static void test_hash__does_not_depend_on_the_pieces(void **state)
{
    (void)state;
    unsigned char bytes[300];
    char whole[HASH_HEX + 1];
    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] = (unsigned char)(i * 31);
    }
    hash_of(bytes, sizeof bytes, whole);
    struct hash *hash = hash_new();
    for (size_t cut = 0; cut <= sizeof bytes; cut++) {
        char hex[HASH_HEX + 1];
        hash_add(hash, bytes, cut);
        hash_add(hash, bytes + cut, 0);
        hash_add(hash, bytes + cut, sizeof bytes - cut);
        hash_end(hash, hex);
        assert_string_equal(hex, whole);
    }
    hash_free(hash);
    hash_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hash__agrees_with_published_vectors),
        cmocka_unit_test(test_hash__takes_large_input_by_pieces),
        cmocka_unit_test(test_hash__does_not_depend_on_the_pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
