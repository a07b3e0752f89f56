#include "support_guard.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

void guard_open(struct guard *guard, const char *bytes, size_t length)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    size_t usable = (length / page + 1) * page;
    guard->size = usable + page;
    guard->pages =
        mmap(NULL, guard->size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (guard->pages == MAP_FAILED ||
        mprotect((char *)guard->pages + usable, page, PROT_NONE) != 0) {
        abort();
    }
    guard->bytes = (char *)guard->pages + usable - length;
    if (length > 0) {
        memcpy(guard->bytes, bytes, length);
    }
}

void guard_close(struct guard *guard)
{
    munmap(guard->pages, guard->size);
}
