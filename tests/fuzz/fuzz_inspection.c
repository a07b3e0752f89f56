/* Any bytes as the text of a document: what is found in it lies inside the document, is written as a line that
 * reads back as the same, and a text that goes on finds no fewer pages. */
#include "inspect_text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void want(bool truth)
{
    if (!truth) {
        abort();
    }
}

/* The line of an inspection reads back as that inspection. */
static void check_line(const struct inspection *inspection)
{
    struct inspection back;
    struct text line = TEXT_EMPTY;
    struct text again = TEXT_EMPTY;
    inspection_write(inspection, &line);
    want(inspection_read(line.bytes, &back));
    inspection_write(&back, &again);
    want(strcmp(line.bytes, again.bytes) == 0);
    text_release(&line);
    text_release(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const char *const draft_words[] = {"draf", "draft", "konsep", "rancangan", NULL};
    static const char *const policy_words[] = {"sk", NULL};
    static const struct evidence_checks checks = {.policy_words = policy_words,
                                                  .draft_words = draft_words};
    struct vocabulary vocabulary;
    struct inspection whole;
    struct inspection half;
    vocabulary_open(&vocabulary, &checks);
    inspect_text((const char *)bytes, length, &vocabulary, &whole);
    inspect_text((const char *)bytes, length / 2, &vocabulary, &half);
    check_line(&whole);
    check_line(&half);
    want(half.pages <= whole.pages && whole.empty <= whole.pages);
    vocabulary_close(&vocabulary);
    return 0;
}
