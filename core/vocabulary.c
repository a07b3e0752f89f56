#include "vocabulary.h"

#include "memory.h"

#include <endian.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 64, WORD = 8 };
#define EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))
#define HIGH_BITS EACH_BYTE(0x80)

/* --- learning ----------------------------------------------------------------------------------- */

static uint32_t length_bit(size_t length)
{
    return UINT32_C(1) << (length < 31 ? length : 31);
}

static size_t count_words(string_list words)
{
    size_t count = 0;
    while (words != NULL && words[count] != NULL) {
        count++;
    }
    return count;
}

static void learn_words(struct vocabulary *vocabulary, int kind, string_list words)
{
    for (; words != NULL && *words != NULL; words++) {
        struct vocabulary_word *word = &vocabulary->words[vocabulary->count++];
        size_t *first = &vocabulary->first[(*words)[0] & 31];
        *word = (struct vocabulary_word){*words, strlen(*words), kind, *first};
        *first = vocabulary->count;
        vocabulary->lengths[(*words)[0] & 31] |= length_bit(word->length);
    }
}

void vocabulary_open(struct vocabulary *vocabulary, const struct evidence_checks *checks)
{
    size_t count = count_words(checks->policy_words) + count_words(checks->record_words) +
                   count_words(checks->draft_words);
    memset(vocabulary, 0, sizeof *vocabulary);
    vocabulary->words = memory_zero(count + 1, sizeof *vocabulary->words);
    learn_words(vocabulary, WORD_POLICY, checks->policy_words);
    learn_words(vocabulary, WORD_RECORD, checks->record_words);
    learn_words(vocabulary, WORD_DRAFT, checks->draft_words);
}

void vocabulary_close(struct vocabulary *vocabulary)
{
    free(vocabulary->words);
    memset(vocabulary, 0, sizeof *vocabulary);
}

/* --- one word ----------------------------------------------------------------------------------- */

static char small(char byte)
{
    return (char)(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
}

static bool is_word(const struct vocabulary_word *known, const char *word, size_t length)
{
    size_t i = 0;
    if (known->length != length) {
        return false;
    }
    while (i < length && known->bytes[i] == small(word[i])) {
        i++;
    }
    return i == length;
}

static int kinds_of(const struct vocabulary *vocabulary, const char *word, size_t length)
{
    int kinds = 0;
    if ((vocabulary->lengths[*word & 31] & length_bit(length)) == 0) {
        return 0;
    }
    for (size_t at = vocabulary->first[*word & 31]; at != 0; at = vocabulary->words[at - 1].next) {
        if (is_word(&vocabulary->words[at - 1], word, length)) {
            kinds |= vocabulary->words[at - 1].kind;
        }
    }
    return kinds;
}

/* --- a title ------------------------------------------------------------------------------------ */

/* The high bit of each byte that is at least `least`; of bytes below 0x80. */
static uint64_t at_least(uint64_t bytes, unsigned char least)
{
    return ((bytes | HIGH_BITS) - EACH_BYTE(least)) & HIGH_BITS;
}

/* One bit for each of 8 bytes that is part of a word, the first byte lowest. */
static uint64_t word_bytes(const char *bytes)
{
    uint64_t all;
    memcpy(&all, bytes, sizeof all);
    all = le64toh(all);
    uint64_t plain = all & ~HIGH_BITS;
    uint64_t folded = plain | EACH_BYTE(0x20); /* '@' and '[' to '_' become '`' and beyond 'z' */
    uint64_t letter = at_least(folded, 'a') & ~at_least(folded, '{');
    uint64_t digit = at_least(plain, '0') & ~at_least(plain, ':');
    uint64_t high = ((letter & at_least(plain, 0x40)) | digit | all) & HIGH_BITS;
    return (high >> 7) * UINT64_C(0x0102040810204080) >> 56;
}

/* The kinds of words among at most BLOCK bytes that neither begin nor end inside a word. */
static int kinds_of_block(const struct vocabulary *vocabulary, const char *bytes, size_t length)
{
    char block[BLOCK] = {0};
    uint64_t inside = 0;
    int kinds = 0;
    memcpy(block, bytes, length);
    for (size_t i = 0; i < length; i += WORD) {
        inside |= word_bytes(block + i) << i;
    }
    while (inside != 0) {
        int start = __builtin_ctzll(inside);
        uint64_t from = inside >> start;
        int count = ~from == 0 ? BLOCK - start : __builtin_ctzll(~from);
        kinds |= kinds_of(vocabulary, block + start, (size_t)count);
        inside = start + count >= BLOCK ? 0 : from >> count << (start + count);
    }
    return kinds;
}

static bool is_word_byte(char byte)
{
    char letter = (char)(byte | 0x20);
    return (letter >= 'a' && letter <= 'z' && (unsigned char)byte >= 0x40) ||
           (byte >= '0' && byte <= '9') || (unsigned char)byte >= 0x80;
}

/* As kinds_of_block, for a text of any length. */
static int kinds_of_long(const struct vocabulary *vocabulary, const char *text)
{
    int kinds = 0;
    while (*text != '\0') {
        size_t length = 0;
        while (is_word_byte(text[length])) {
            length++;
        }
        kinds |= length > 0 ? kinds_of(vocabulary, text, length) : 0;
        text += length > 0 ? length : 1;
    }
    return kinds;
}

int vocabulary_kinds(const struct vocabulary *vocabulary, const char *text)
{
    if (text == NULL) {
        return 0;
    }
    size_t length = strlen(text);
    return length <= BLOCK ? kinds_of_block(vocabulary, text, length)
                           : kinds_of_long(vocabulary, text);
}
