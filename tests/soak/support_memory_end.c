/* Loaded before a program's own libraries (LD_PRELOAD): the allocation with the number in MEMORY_ENDS_AT, from 1,
 * and all later ones fail; with MEMORY_ENDS_ONCE it alone does. Where neither stands, the count is written to the
 * file that MEMORY_COUNT names when the program ends. */
#include <dlfcn.h>
#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct {
    void *(*malloc)(size_t size);
    void *(*calloc)(size_t count, size_t size);
    void *(*realloc)(void *old, size_t size);
    long ends_at, count;
    int once, begun;
} memory;

/* What dlsym itself asks for, before the real functions are known. */
static char early[4096];
static size_t early_used;

static void begin(void)
{
    memory.begun = 1;
    memory.malloc = (void *(*)(size_t))dlsym(RTLD_NEXT, "malloc");
    memory.calloc = (void *(*)(size_t, size_t))dlsym(RTLD_NEXT, "calloc");
    memory.realloc = (void *(*)(void *, size_t))dlsym(RTLD_NEXT, "realloc");
    const char *at = getenv("MEMORY_ENDS_AT");
    memory.ends_at = at == NULL ? 0 : atol(at);
    memory.once = getenv("MEMORY_ENDS_ONCE") != NULL;
}

static int fails(void)
{
    if (!memory.begun) {
        begin();
    }
    long n = ++memory.count;
    if (memory.ends_at > 0 && (n == memory.ends_at || (n > memory.ends_at && !memory.once))) {
        errno = ENOMEM;
        return 1;
    }
    return 0;
}

void *malloc(size_t size)
{
    return fails() ? NULL : memory.malloc(size);
}

void *calloc(size_t count, size_t size)
{
    if (memory.begun && memory.calloc == NULL) {
        void *block = early + early_used;
        early_used += (count * size + 15) / 16 * 16;
        return early_used <= sizeof early ? block : NULL;
    }
    return fails() ? NULL : memory.calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    return fails() ? NULL : memory.realloc(old, size);
}

__attribute__((destructor)) static void tell(void)
{
    const char *name = getenv("MEMORY_COUNT");
    FILE *file = name == NULL ? NULL : fopen(name, "w");
    if (file != NULL) {
        fprintf(file, "%ld\n", memory.count);
        fclose(file);
    }
}
