/* A command line of any words: reading it ends in a call or in one sentence, never otherwise. */
#include "command.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS = 64 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    char *line = malloc(length + 1);
    char *words[WORDS + 2] = {"spbe"};
    int count = 1;
    memcpy(line, bytes, length);
    line[length] = '\0';
    for (char *rest = line, *word; count <= WORDS && (word = strsep(&rest, "\n")) != NULL;) {
        words[count++] = word;
    }
    struct call call;
    struct error err = {.kind = ERROR_NONE};
    bool ok = command_read(count, words, &call, &err);
    assert(ok != error_is_set(&err));
    assert(ok || err.kind == ERROR_USAGE);
    assert(!ok || call.help || call.version || call.command != NULL);
    assert(call.argument_count <= (size_t)count);
    command_release(&call);
    command_language(count, words);
    free(line);
    return 0;
}
