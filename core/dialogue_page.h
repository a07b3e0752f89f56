/* dialogue_page: the pages of the dialogue that are only read: all keys, and all about an indicator. */
#ifndef SPBE_DIALOGUE_PAGE_H
#define SPBE_DIALOGUE_PAGE_H

#include "dialogue.h"
#include "picture.h"

struct page_line {
    size_t indent; /* columns */
    enum look look;
    const char *text;
};

struct page {
    struct page_line *lines;
    size_t count, capacity;
};

/* The page of the dialogue's mode (DIALOGUE_HELP, DIALOGUE_ABOUT), in lines of at most `width` columns,
 * all from `arena`. */
void dialogue_page(const struct dialogue *dialogue, struct arena *arena, size_t width,
                   struct page *page);

#endif
