/* Verification of hand-over packages over any bytes: as a package, or (after a first byte of 'x') as the
 * manifest of one with two honest files, so that the fuzzer need not guess check sums. It must end, and a
 * verdict and its findings must agree. */
#include "bundle_check.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../unit/support_sheet.c"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void check(bool truth)
{
    if (!truth) {
        abort();
    }
}

/* A finding has a place and a sentence. */
static void count(void *context, const char *where, const char *what)
{
    check(where[0] != '\0' && what[0] != '\0');
    ++*(size_t *)context;
}

/* Verifies bytes as if they lay in a file. */
static void verify(const char *bytes, size_t length)
{
    char path[64];
    size_t found = 0;
    struct bundle_verdict verdict;
    struct error err = {.kind = ERROR_NONE};
    int fd = memfd_create("bundle", MFD_CLOEXEC);
    check(fd >= 0 && write(fd, bytes, length) == (ssize_t)length);
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    bool recognised = bundle_recognises(path);
    bool ok = bundle_verify(path, count, &found, &verdict, &err);
    check(ok || err.message[0] != '\0');
    check(!ok || (recognised && verdict.findings == found && strlen(verdict.manifest) == 64));
    close(fd);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length)
{
    const char *bytes = (const char *)data;
    if (length > 0 && bytes[0] == 'x' && memchr(bytes, '\0', length) == NULL) {
        struct text manifest = TEXT_EMPTY;
        struct text package = TEXT_EMPTY;
        text_append(&manifest, bytes + 1, length - 1);
        const char *parts[] = {"manifest.json", manifest.bytes, "assessment.json", "{}",
                               "bukti/a.pdf",   "isi"};
        sheet_archive(&package, parts, 3);
        verify(package.bytes, package.length);
        text_release(&package);
        text_release(&manifest);
    } else {
        verify(bytes, length);
    }
    return 0;
}
