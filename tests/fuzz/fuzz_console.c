/* Any bytes on their way to a terminal: what comes out is UTF-8 without control characters, and a
 * table of it has no line that is wider than the terminal. */
#include "table.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Wants every line of a page within the width, as characters show. */
static void check_width(char *page, size_t width)
{
    for (char *rest = page, *line; (line = strsep(&rest, "\n")) != NULL;) {
        assert(text_columns(line) <= width);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const struct table_column columns[] = {{.title = "a", .gives = true},
                                                  {.title = "b", .right = true, .gives = true}};
    char *string = malloc(length + 1);
    memcpy(string, bytes, length);
    string[length] = '\0';

    struct text safe = TEXT_EMPTY;
    console_add_safe(&safe, string, false);
    assert(text_utf8_prefix(safe.bytes, safe.length) == safe.length);
    for (size_t i = 0; i < safe.length; i++) {
        assert((unsigned char)safe.bytes[i] >= 0x20 && safe.bytes[i] != 0x7f);
    }

    char *page = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&page, &size);
    struct console console = {.stream = stream, .terminal = true, .width = 40};
    struct table *table = table_new(columns, 2);
    table_cell(table, TONE_PLAIN, string);
    table_cell(table, TONE_BAD, string);
    table_print(table, &console);
    console_paragraph(&console, 2, "");
    fclose(stream);
    check_width(page, 40);
    table_free(table);
    free(page);
    text_release(&safe);
    free(string);
    return 0;
}
