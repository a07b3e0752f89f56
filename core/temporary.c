#include "temporary.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <inttypes.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAME_BYTES = 96, RANDOM_BYTES = 6 };
static const char head[] = ".spbe-";

/* ---- who makes it --------------------------------------------------------------------------------- */

struct maker {
    uint64_t machine; /* 0: the system does not tell */
    uint64_t pid;
    uint64_t start;
};

/* Reads the beginning of a small file; false when there is none. */
static bool read_file(const char *path, char *out, size_t size)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t got = fd < 0 ? -1 : read(fd, out, size - 1);
    if (fd >= 0) {
        close(fd);
    }
    out[got > 0 ? got : 0] = '\0';
    return got > 0;
}

/* When a process began, in ticks since the system started; 0 when it is not told. */
static uint64_t start_of(uint64_t pid)
{
    enum { FIELDS_BETWEEN = 20 }; /* behind the name, which may hold anything: state … start */
    char path[64];
    char stat[1024];
    snprintf(path, sizeof path, "/proc/%" PRIu64 "/stat", pid);
    if (!read_file(path, stat, sizeof stat)) {
        return 0;
    }
    const char *at = strrchr(stat, ')');
    for (int i = 0; at != NULL && i < FIELDS_BETWEEN; i++) {
        at = strchr(at + 1, ' ');
    }
    return at == NULL ? 0 : strtoull(at, NULL, 10);
}

/* FNV-1a, 64 bits. */
static uint64_t mix(uint64_t sum, const char *words)
{
    for (; *words != '\0'; words++) {
        sum = (sum ^ (unsigned char)*words) * UINT64_C(1099511628211);
    }
    return sum;
}

/* What all processes have in common that see each other by the same numbers and the same clock. */
static uint64_t machine(void)
{
    static const char *const spaces[] = {"/proc/self/ns/pid", "/proc/self/ns/time"};
    char words[128];
    if (!read_file("/proc/sys/kernel/random/boot_id", words, sizeof words)) {
        return 0;
    }
    uint64_t sum = mix(UINT64_C(14695981039346656037), words);
    for (size_t i = 0; i < sizeof spaces / sizeof spaces[0]; i++) {
        ssize_t length = readlink(spaces[i], words, sizeof words - 1);
        words[length > 0 ? length : 0] = '\0';
        sum = mix(sum, words);
    }
    return sum;
}

static struct maker myself(void)
{
    uint64_t pid = (uint64_t)getpid();
    struct maker maker = {.machine = machine(), .pid = pid, .start = start_of(pid)};
    maker.machine = maker.start == 0 ? 0 : maker.machine;
    return maker;
}

static void write_name(const struct maker *maker, const char *end, char out[NAME_BYTES])
{
    snprintf(out, NAME_BYTES, "%s%016" PRIx64 "-%" PRIu64 "-%" PRIu64 "-%s", head, maker->machine,
             maker->pid, maker->start, end);
}

/* Reads who made what has that name; false for a name that is not exactly one of ours. */
static bool read_name(const char *name, struct maker *maker)
{
    char again[NAME_BYTES];
    char *at = NULL;
    if (strncmp(name, head, sizeof head - 1) != 0) {
        return false;
    }
    maker->machine = strtoull(name + sizeof head - 1, &at, 16);
    maker->pid = *at == '-' ? strtoull(at + 1, &at, 10) : 0;
    maker->start = *at == '-' ? strtoull(at + 1, &at, 10) : 0;
    if (*at != '-' || strlen(at) <= RANDOM_BYTES ||
        (at[1 + RANDOM_BYTES] != '\0' && strcmp(at + 1 + RANDOM_BYTES, "-journal") != 0)) {
        return false;
    }
    write_name(maker, at + 1, again);
    return strcmp(name, again) == 0;
}

/* True when it certainly is no more: nobody has its number, or who has it began at another time. */
static bool is_dead(const struct maker *maker)
{
    if (maker->pid == 0 || maker->pid > INT32_MAX) {
        return false;
    }
    if (kill((pid_t)maker->pid, 0) != 0 && errno == ESRCH) {
        return true;
    }
    uint64_t start = start_of(maker->pid);
    return start != 0 && start != maker->start;
}

/* ---- what was left -------------------------------------------------------------------------------- */

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *at)
{
    (void)about;
    (void)kind;
    (void)at;
    (void)remove(path);
    return 0;
}

void temporary_remove(const char *path)
{
    enum { OPEN_FOLDERS = 16 };
    nftw(path, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
}

/* A file or folder of this user: never somebody else's, never a link or a device. */
static bool is_mine(const char *path)
{
    struct stat about;
    return lstat(path, &about) == 0 && about.st_uid == geteuid() &&
           (S_ISREG(about.st_mode) || S_ISDIR(about.st_mode));
}

/* Removes from a folder ("…/" or "") what dead processes of this machine left. */
static void sweep(const char *folder, const struct maker *me)
{
    struct maker maker;
    struct dirent *entry = NULL;
    DIR *list = opendir(folder[0] == '\0' ? "." : folder);
    while (list != NULL && (entry = readdir(list)) != NULL) {
        if (!read_name(entry->d_name, &maker) || maker.machine != me->machine || !is_dead(&maker)) {
            continue;
        }
        struct text path = TEXT_EMPTY;
        text_format(&path, "%s%s", folder, entry->d_name);
        if (is_mine(path.bytes)) {
            temporary_remove(path.bytes);
        }
        text_release(&path);
    }
    if (list != NULL) {
        closedir(list);
    }
}

void temporary_pattern(struct text *path)
{
    char name[NAME_BYTES];
    const struct maker me = myself();
    if (me.machine == 0) {
        text_format(path, "%sXXXXXX", head);
        return;
    }
    sweep(path->length == 0 ? "" : path->bytes, &me);
    write_name(&me, "XXXXXX", name);
    text_add(path, name);
}
