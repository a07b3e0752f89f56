/* vocabulary: which telling words stand in a title: those of a regulation, of a record, of a draft.
 *
 * Words are runs of ASCII letters, digits and bytes beyond ASCII; they match whole, small or capital. A
 * batch reads a hundred titles for each assessment, so a title is cut into words with bit masks, and a word
 * is compared only when its first letter and length are those of a word in a list. */
#ifndef SPBE_VOCABULARY_H
#define SPBE_VOCABULARY_H

#include "instrument.h"

#include <stddef.h>
#include <stdint.h>

/* What a title tells; bits. */
enum { WORD_POLICY = 1, WORD_RECORD = 2, WORD_DRAFT = 4 };

/* A word of a list, and the next one with the same first letter. */
struct vocabulary_word {
    const char *bytes; /* borrowed from the instrument */
    size_t length;
    int kind;
    size_t next; /* position + 1; 0 = none */
};

/* Words by their first letters. Bit n of lengths[c] is set where a word of n bytes begins with the letter
 * c: most words of a title need no more than that. */
struct vocabulary {
    uint32_t lengths[32];
    size_t first[32]; /* position + 1 in `words`; 0 = none */
    struct vocabulary_word *words;
    size_t count;
};

/* Learns the lists of an instrument. */
void vocabulary_open(struct vocabulary *vocabulary, const struct evidence_checks *checks);
/* Frees what it holds; a vocabulary of zeros is taken. */
void vocabulary_close(struct vocabulary *vocabulary);
/* The kinds of words that stand in a text; 0 for NULL. */
int vocabulary_kinds(const struct vocabulary *vocabulary, const char *text);

#endif
