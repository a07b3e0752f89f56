#include "support_fault.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

/* What is armed, and how far the count is. */
static struct {
    enum fault_kind kind;
    long left; /* calls until the one that fails; 0 = nothing is armed */
    bool lasting, fired;
} armed;

/* Counts one call of a kind; true when it has to fail. */
static bool strikes(bool memory)
{
    if (armed.left == 0 || memory != (armed.kind == FAULT_MEMORY)) {
        return false;
    }
    if (armed.fired) {
        return armed.lasting || armed.kind == FAULT_POWER;
    }
    if (--armed.left > 0) {
        return false;
    }
    armed.left = 1;
    armed.fired = true;
    return true;
}

/* ---- memory ---- */

static sqlite3_mem_methods memory;

static void *fail_malloc(int size)
{
    return strikes(true) ? NULL : memory.xMalloc(size);
}

static void *fail_realloc(void *old, int size)
{
    return strikes(true) ? NULL : memory.xRealloc(old, size);
}

/* ---- disk ---- */

/* A write that was not synced yet, and what stood there before. */
struct loose {
    struct loose *next;
    sqlite3_int64 at;
    int length;
    char before[];
};

struct shim_file {
    sqlite3_file base;
    sqlite3_file *real;
    struct loose *loose; /* newest first; only while a power cut is armed */
    const char *journal; /* its name, when it was made by this handle and never synced */
    sqlite3_int64 size;  /* at the last sync */
};

static sqlite3_vfs *disk;
static sqlite3_vfs shim;

static struct shim_file *shim_of(sqlite3_file *file)
{
    return (struct shim_file *)(void *)file;
}

static int failure(void)
{
    return armed.kind == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR;
}

static unsigned roll(unsigned sides)
{
    static uint64_t seed = 2463534242ULL;
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (unsigned)(seed >> 33) % sides;
}

static void forget_loose(struct shim_file *file)
{
    while (file->loose != NULL) {
        struct loose *next = file->loose->next;
        free(file->loose);
        file->loose = next;
    }
}

/* What the disk really keeps of the writes that were never synced: newest first, each stays, goes,
 * or goes in part. */
static void settle_loose(struct shim_file *file)
{
    const sqlite3_io_methods *real = file->real->pMethods;
    for (struct loose *write = file->loose; write != NULL; write = write->next) {
        unsigned fate = roll(3);
        if (fate > 0) {
            int length = fate == 1 ? write->length : (int)roll((unsigned)write->length + 1);
            real->xWrite(file->real, write->before, length, write->at);
        }
    }
    if (file->loose != NULL && roll(2) == 0) {
        real->xTruncate(file->real, file->size);
    }
    if (file->journal != NULL && roll(2) == 0) {
        unlink(file->journal);
    }
    forget_loose(file);
}

static int shim_close(sqlite3_file *base)
{
    struct shim_file *file = shim_of(base);
    if (armed.fired && armed.kind == FAULT_POWER) {
        settle_loose(file);
    }
    forget_loose(file);
    return file->real->pMethods->xClose(file->real);
}

static int shim_read(sqlite3_file *base, void *room, int length, sqlite3_int64 at)
{
    if (strikes(false)) {
        return SQLITE_IOERR_READ;
    }
    return shim_of(base)->real->pMethods->xRead(shim_of(base)->real, room, length, at);
}

/* Remembers what a write replaces; behind the end stand zeros. */
static void keep_loose(struct shim_file *file, int length, sqlite3_int64 at)
{
    struct loose *write = calloc(1, sizeof *write + (size_t)length);
    file->real->pMethods->xRead(file->real, write->before, length, at);
    write->next = file->loose;
    write->at = at;
    write->length = length;
    file->loose = write;
}

static int shim_write(sqlite3_file *base, const void *bytes, int length, sqlite3_int64 at)
{
    struct shim_file *file = shim_of(base);
    if (strikes(false)) {
        if (armed.kind == FAULT_SHORT) {
            file->real->pMethods->xWrite(file->real, bytes, length / 2, at);
        }
        return failure();
    }
    if (armed.left > 0 && armed.kind == FAULT_POWER) {
        keep_loose(file, length, at);
    }
    return file->real->pMethods->xWrite(file->real, bytes, length, at);
}

static int shim_truncate(sqlite3_file *base, sqlite3_int64 size)
{
    return strikes(false) ? failure()
                          : shim_of(base)->real->pMethods->xTruncate(shim_of(base)->real, size);
}

static int shim_sync(sqlite3_file *base, int flags)
{
    if (strikes(false)) {
        return SQLITE_IOERR_FSYNC;
    }
    struct shim_file *file = shim_of(base);
    forget_loose(file);
    file->journal = NULL;
    file->real->pMethods->xFileSize(file->real, &file->size);
    /* The kernel keeps what was written; a real sync would only make the test slow. */
    (void)flags;
    return SQLITE_OK;
}

static int shim_size(sqlite3_file *base, sqlite3_int64 *size)
{
    return shim_of(base)->real->pMethods->xFileSize(shim_of(base)->real, size);
}

static int shim_lock(sqlite3_file *base, int level)
{
    return strikes(false) ? SQLITE_IOERR_LOCK
                          : shim_of(base)->real->pMethods->xLock(shim_of(base)->real, level);
}

static int shim_unlock(sqlite3_file *base, int level)
{
    return shim_of(base)->real->pMethods->xUnlock(shim_of(base)->real, level);
}

static int shim_reserved(sqlite3_file *base, int *out)
{
    return strikes(false)
               ? SQLITE_IOERR_CHECKRESERVEDLOCK
               : shim_of(base)->real->pMethods->xCheckReservedLock(shim_of(base)->real, out);
}

static int shim_control(sqlite3_file *base, int op, void *argument)
{
    return shim_of(base)->real->pMethods->xFileControl(shim_of(base)->real, op, argument);
}

static int shim_sector(sqlite3_file *base)
{
    return shim_of(base)->real->pMethods->xSectorSize(shim_of(base)->real);
}

/* No promise of the disk is passed on (safe append, atomic writes): the worst disk counts. */
static int shim_promises(sqlite3_file *base)
{
    (void)base;
    return 0;
}

static const sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = shim_close,
    .xRead = shim_read,
    .xWrite = shim_write,
    .xTruncate = shim_truncate,
    .xSync = shim_sync,
    .xFileSize = shim_size,
    .xLock = shim_lock,
    .xUnlock = shim_unlock,
    .xCheckReservedLock = shim_reserved,
    .xFileControl = shim_control,
    .xSectorSize = shim_sector,
    .xDeviceCharacteristics = shim_promises,
};

static int shim_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *base, int flags, int *out)
{
    (void)vfs;
    struct shim_file *file = shim_of(base);
    memset(file, 0, sizeof *file);
    if (strikes(false)) {
        return SQLITE_CANTOPEN;
    }
    file->real = (sqlite3_file *)(void *)(file + 1);
    int code = disk->xOpen(disk, name, file->real, flags, out);
    file->base.pMethods = code == SQLITE_OK ? &methods : NULL;
    if (code == SQLITE_OK) {
        file->real->pMethods->xFileSize(file->real, &file->size);
        file->journal = (flags & SQLITE_OPEN_MAIN_JOURNAL) != 0 && file->size == 0 ? name : NULL;
    }
    return code;
}

static int shim_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
    (void)vfs;
    if (strikes(false)) {
        return SQLITE_IOERR_DELETE;
    }
    /* The end of a journal is what commits: its folder must be synced with it (synchronous=EXTRA).
     * Only the end of one that was left over comes before any setting. */
    size_t length = strlen(name);
    bool commits =
        armed.left > 0 && !armed.fired && length > 8 && strcmp(name + length - 8, "-journal") == 0;
    assert_true(sync != 0 || !commits);
    return disk->xDelete(disk, name, 0);
}

static int shim_access(sqlite3_vfs *vfs, const char *name, int flags, int *out)
{
    (void)vfs;
    return strikes(false) ? SQLITE_IOERR_ACCESS : disk->xAccess(disk, name, flags, out);
}

void fault_install(void)
{
    if (disk != NULL) {
        return;
    }
    assert_int_equal(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory), SQLITE_OK);
    sqlite3_mem_methods counting = memory;
    counting.xMalloc = fail_malloc;
    counting.xRealloc = fail_realloc;
    assert_int_equal(sqlite3_config(SQLITE_CONFIG_MALLOC, &counting), SQLITE_OK);
    /* Small requests are counted too. */
    assert_int_equal(sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0), SQLITE_OK);
    assert_int_equal(sqlite3_initialize(), SQLITE_OK);
    disk = sqlite3_vfs_find(NULL);
    shim = *disk;
    shim.zName = "fault";
    shim.szOsFile = (int)sizeof(struct shim_file) + disk->szOsFile;
    shim.xOpen = shim_open;
    shim.xDelete = shim_delete;
    shim.xAccess = shim_access;
    assert_int_equal(sqlite3_vfs_register(&shim, 1), SQLITE_OK);
}

void fault_arm(enum fault_kind kind, long n, bool lasting)
{
    armed.kind = kind;
    armed.left = n;
    armed.lasting = lasting;
    armed.fired = false;
}

bool fault_disarm(void)
{
    bool fired = armed.fired;
    armed.left = 0;
    armed.fired = false;
    return fired;
}
