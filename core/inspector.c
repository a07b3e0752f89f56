#include "inspector.h"

#include "edit_evidence.h"
#include "inspect_text.h"
#include "message.h"
#include "pdf_text.h"
#include "temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool inspector_look(const struct edit *edit, int fd, const char *sha256, enum inspector_end *end,
                    struct error *err)
{
    struct text text = TEXT_EMPTY;
    struct inspection inspection = {.readable = false};
    enum pdf_text_end read = pdf_text_is_pdf(fd) ? pdf_text_read(fd, &text) : PDF_TEXT_FAILED;
    *end = read == PDF_TEXT_MISSING ? INSPECTOR_MISSING
           : pdf_text_is_pdf(fd)    ? INSPECTOR_DONE
                                    : INSPECTOR_OTHER;
    if (read == PDF_TEXT_DONE) {
        struct vocabulary vocabulary;
        vocabulary_open(&vocabulary, &edit->instrument->checks);
        inspect_text(text.bytes, text.length, &vocabulary, &inspection);
        vocabulary_close(&vocabulary);
    }
    text_clear(&text);
    inspection_write(&inspection, &text);
    bool ok = *end != INSPECTOR_DONE ||
              store_set(edit->store, FIELD_INSPECTION, NULL, sha256, text.bytes, err);
    text_release(&text);
    return ok;
}

bool inspector_attached(const struct edit *edit, const char *path, const char *ids,
                        enum inspector_end *end, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct exhibit item;
    const char *known = NULL;
    *end = INSPECTOR_OTHER;
    const char *first = arena_copy(&arena, ids, strcspn(ids, ","));
    bool ok = edit_find_evidence(edit->store, first, &arena, &item, err) &&
              store_get(edit->store, FIELD_INSPECTION, item.item.sha256, &arena, &known, err);
    int fd = ok && known == NULL ? open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) : -1;
    if (fd >= 0) {
        ok = inspector_look(edit, fd, item.item.sha256, end, err);
        close(fd);
    }
    arena_release(&arena);
    return ok;
}

/* Writes a content into a folder of its own, opens it and takes both names away again: it is gone with the
 * last process that has it open. Returns -1 after setting the error. */
static int open_content(struct store *store, const char *beside, const char *sha256,
                        struct error *err)
{
    struct text folder = TEXT_EMPTY;
    struct text name = TEXT_EMPTY;
    int fd = -1;
    const char *slash = strrchr(beside, '/');
    text_append(&folder, beside, slash == NULL ? 0 : (size_t)(slash - beside) + 1);
    temporary_pattern(&folder);
    if (mkdtemp(folder.bytes) == NULL) {
        error_set(err, M_FILE_WRITE, beside, error_cause(errno));
    } else {
        text_format(&name, "%s/document", folder.bytes);
        if (store_fetch(store, sha256, name.bytes, err)) {
            fd = open(name.bytes, O_RDONLY | O_CLOEXEC);
            unlink(name.bytes);
        }
        rmdir(folder.bytes);
    }
    text_release(&name);
    text_release(&folder);
    return fd;
}

bool inspector_again(const struct edit *edit, const char *beside, const char *sha256,
                     enum inspector_end *end, struct error *err)
{
    *end = INSPECTOR_OTHER;
    int fd = open_content(edit->store, beside, sha256, err);
    if (fd < 0) {
        return error_is_set(err) ? false : error_set(err, M_FILE_OPEN, beside, error_cause(errno));
    }
    bool ok = inspector_look(edit, fd, sha256, end, err);
    close(fd);
    return ok;
}
