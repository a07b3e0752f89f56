/* An assessment file of any bytes: refused, or read and verified to its end; no crash, no endless
 * loop. An input that does not begin as a database is a list of changes to a good file, four bytes
 * each (where, in three bytes, and the new byte), so that small inputs reach deep. */
#include "file.h"
#include "store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../unit/support_fixture.c"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void want(bool truth)
{
    if (!truth) {
        abort();
    }
}

/* The file that the input stands for. */
static void build(const uint8_t *bytes, size_t length, struct text *file)
{
    struct error err = {.kind = ERROR_NONE};
    if (length >= 16 && memcmp(bytes, "SQLite format 3", 16) == 0) {
        text_append(file, (const char *)bytes, length);
        return;
    }
    want(file_read("tests/store/version-1.spbe", 10000000, file, &err));
    for (size_t i = 0; i + 4 <= length; i += 4) {
        size_t at = bytes[i] | (size_t)bytes[i + 1] << 8 | (size_t)bytes[i + 2] << 16;
        file->bytes[at % file->length] = (char)bytes[i + 3];
    }
}

static bool see_change(void *context, const struct change *change)
{
    size_t *sum = context;
    *sum += strlen(change->who) + strlen(change->subject) + strlen(change->hash);
    return true;
}

static void see_finding(void *context, const char *where, const char *what)
{
    size_t *sum = context;
    *sum += strlen(where) + strlen(what);
}

/* Does what reading commands do. */
static void read_all(const char *path)
{
    struct fixture fixture;
    struct arena arena = ARENA_EMPTY;
    struct assessment assessment;
    struct exhibit *list = NULL;
    size_t count = 0;
    struct error err = {.kind = ERROR_NONE};
    fixture_open(&fixture);
    struct store *store = store_open(path, STORE_READ, &err);
    bool ok = store != NULL && store_load(store, &fixture.instrument, &arena, &assessment, &err) &&
              store_evidence(store, NULL, &arena, &list, &count, &err) &&
              store_history(store, NULL, 1, see_change, &count, &err);
    want(ok || err.message[0] != '\0');
    store_close(store);
    arena_release(&arena);
    fixture_close(&fixture);
}

static void verify(const char *path)
{
    struct store_verdict verdict;
    struct error err = {.kind = ERROR_NONE};
    size_t sum = 0;
    struct store *store = store_open(path, STORE_EXAMINE, &err);
    bool ok = store != NULL && store_verify(store, see_finding, &sum, &verdict, &err);
    want(ok || err.message[0] != '\0');
    store_close(store);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length)
{
    char path[64];
    char journal[80];
    struct text file = TEXT_EMPTY;
    snprintf(path, sizeof path, "/dev/shm/spbe-fuzz-%d.spbe", (int)getpid());
    snprintf(journal, sizeof journal, "%s-journal", path);
    build(data, length, &file);
    FILE *out = fopen(path, "wbe");
    want(out != NULL && fwrite(file.bytes, 1, file.length, out) == file.length);
    want(fclose(out) == 0);
    text_release(&file);
    read_all(path);
    verify(path);
    unlink(path);
    unlink(journal);
    return 0;
}
