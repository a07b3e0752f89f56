/* Memory that is released all at once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "arena.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

/* Protects records from each other: pieces are zero, aligned, and do not overlap. */
static void test_arena__gives_zeroed_aligned_pieces(void **state)
{
    (void)state;
    enum { PIECES = 3000 };
    struct arena arena = ARENA_EMPTY;
    unsigned char *pieces[PIECES];
    for (size_t i = 0; i < PIECES; i++) {
        size_t size = i * 7 % 301 + 1;
        pieces[i] = arena_get(&arena, size, 1);
        assert_int_equal((uintptr_t)pieces[i] % alignof(max_align_t), 0);
        for (size_t k = 0; k < size; k++) {
            assert_int_equal(pieces[i][k], 0);
        }
        memset(pieces[i], (int)(i % 255) + 1, size);
    }
    for (size_t i = 0; i < PIECES; i++) {
        size_t size = i * 7 % 301 + 1;
        for (size_t k = 0; k < size; k++) {
            assert_int_equal(pieces[i][k], i % 255 + 1);
        }
    }
    arena_release(&arena);
}

/* Protects records that are larger than any block. */
static void test_arena__gives_large_pieces(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    char *small = arena_get(&arena, 10, 1);
    char *large = arena_get(&arena, 1000, 1000);
    memset(small, 'a', 10);
    memset(large, 'b', 1000000);
    char *again = arena_get(&arena, 10, 1);
    memset(again, 'c', 10);
    assert_int_equal(small[9], 'a');
    assert_int_equal(large[999999], 'b');
    assert_non_null(arena_get(&arena, 0, 8));
    arena_release(&arena);
}

static void test_arena__copies_and_formats(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    assert_string_equal(arena_copy(&arena, "abcdef", 3), "abc");
    assert_string_equal(arena_copy(&arena, NULL, 0), "");
    assert_memory_equal(arena_copy(&arena, "a\0b", 3), "a\0b", 4);
    assert_string_equal(arena_string(&arena, "é"), "é");
    assert_null(arena_string(&arena, NULL));
    assert_string_equal(arena_format(&arena, "%s-%d", "I01", 7), "I01-7");
    char longer[5000];
    memset(longer, 'x', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    assert_string_equal(arena_format(&arena, "%s", longer), longer);
    arena_release(&arena);
}

/* Protects batches: after a document, memory is used again, zeroed, and does not grow. */
static void test_arena__reuses_its_blocks(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    char *first = arena_get(&arena, 100, 1);
    memset(first, 'x', 100);
    struct arena_block *block = arena.first;
    for (int i = 0; i < 1000; i++) {
        arena_clear(&arena);
        char *again = arena_get(&arena, 100, 1);
        assert_ptr_equal(again, first);
        assert_int_equal(again[99], 0);
        memset(again, 'x', 100);
        assert_ptr_equal(arena.first, block);
        assert_ptr_equal(arena.current, block);
    }
    arena_release(&arena);
}

/* Protects the machine: one huge document does not keep its memory for ever. */
static void test_arena__keeps_little_when_cleared(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    for (int i = 0; i < 100; i++) {
        arena_get(&arena, 65536, 1);
    }
    memset(arena_get(&arena, 30000000, 1), 'x', 30000000);
    arena_clear(&arena);
    /* What is kept serves at most 1 MiB; a piece of 2 MiB needs a new block. */
    struct arena_block *kept = arena.first;
    assert_non_null(kept);
    memset(arena_get(&arena, 2000000, 1), 'y', 2000000);
    arena_clear(&arena);
    memset(arena_get(&arena, 100, 1), 'z', 100);
    arena_release(&arena);
    assert_null(arena.first);
    arena_release(&arena);
    assert_non_null(arena_get(&arena, 1, 1));
    arena_release(&arena);
}

/* Protects clearing at any point, and pieces of all sizes after it. */
static void test_arena__survives_any_order_of_sizes(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    unsigned random = 1;
    for (int i = 0; i < 20000; i++) {
        random = random * 1664525U + 1013904223U;
        size_t size = (random >> 16) % ((random >> 8) % 100 == 0 ? 200000 : 2000);
        char *piece = arena_get(&arena, size, 1);
        if (size > 0) {
            assert_int_equal(piece[0] | piece[size - 1], 0);
            memset(piece, 'x', size);
        }
        if ((random >> 20) % 50 == 0) {
            arena_clear(&arena);
        }
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arena__gives_zeroed_aligned_pieces),
        cmocka_unit_test(test_arena__gives_large_pieces),
        cmocka_unit_test(test_arena__copies_and_formats),
        cmocka_unit_test(test_arena__reuses_its_blocks),
        cmocka_unit_test(test_arena__keeps_little_when_cleared),
        cmocka_unit_test(test_arena__survives_any_order_of_sizes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
