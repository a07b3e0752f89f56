#include "bundle_check.h"

#include "archive.h"
#include "bundle.h"
#include "file.h"
#include "json.h"
#include "lang.h"
#include "limit.h"
#include "message.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A file as the manifest names it. */
struct listed {
    const char *name, *sha256;
    int64_t bytes;
};

/* A verification on its way. */
struct checking {
    const char *path;
    struct archive *archive;
    struct arena arena;
    struct text manifest;
    struct listed *files; /* in the order of names, after reading */
    size_t count, room;
    bool format, list; /* the keys were there */
    void (*found)(void *context, const char *where, const char *what);
    void *context;
    struct bundle_verdict *verdict;
};

static void tell(struct checking *c, const char *where, const char *what)
{
    c->verdict->findings++;
    c->found(c->context, where, what);
}

/* ---- the manifest ---- */

static bool take_text(void *context, const char *bytes, size_t length, struct error *err)
{
    struct text *text = context;
    text_append(text, bytes, length);
    return text->length <= LIMIT_BUNDLE_MANIFEST ||
           error_set(err, M_FILE_LARGE, BUNDLE_MANIFEST, (size_t)LIMIT_BUNDLE_MANIFEST);
}

/* Room for one more file. */
static struct listed *add_listed(struct checking *c)
{
    if (c->count == c->room) {
        struct listed *old = c->files;
        c->room = c->room == 0 ? 64 : c->room * 2;
        c->files = arena_get(&c->arena, c->room, sizeof *c->files);
        for (size_t i = 0; i < c->count; i++) {
            c->files[i] = old[i];
        }
    }
    return &c->files[c->count++];
}

/* {"name":…, "bytes":…, "sha256":…}, all three, once, in any order. */
static bool read_listed(struct checking *c, struct json *json)
{
    enum { NAME_MOST = 255 };
    struct listed *file = add_listed(c);
    struct json_text key;
    unsigned seen = 0;
    json_object(json);
    while (json_key(json, &key)) {
        unsigned bit = json_is(&key, "name") ? 1U : json_is(&key, "bytes") ? 2U : 4U;
        if ((seen & bit) != 0 || (bit == 4U && !json_is(&key, "sha256"))) {
            return json_fail(json, M_BUNDLE_FORMAT, BUNDLE_FORMAT);
        }
        seen |= bit;
        bool ok = bit == 1U   ? json_copy(json, NAME_MOST, &file->name)
                  : bit == 2U ? json_integer(json, 0, LIMIT_BUNDLE_BYTES, &file->bytes)
                              : json_copy(json, HASH_HEX, &file->sha256);
        if (!ok) {
            return false;
        }
    }
    return seen == 7U || json_fail(json, M_BUNDLE_FORMAT, BUNDLE_FORMAT);
}

static bool read_list(struct checking *c, struct json *json)
{
    c->list = json_array(json);
    while (json_item(json) && read_listed(c, json)) {
        if (c->count > LIMIT_BUNDLE_FILES + 2) {
            return json_fail(json, M_BUNDLE_FILES, LIMIT_BUNDLE_FILES);
        }
    }
    return true;
}

/* Reads what is needed; a later program may have written more. */
static void read_key(struct checking *c, struct json *json, const struct json_text *key)
{
    struct json_text word;
    if (json_is(key, "format") && !c->format) {
        c->format = json_string(json, &word) && json_is(&word, BUNDLE_FORMAT);
        if (!c->format) {
            json_fail(json, M_BUNDLE_FORMAT, BUNDLE_FORMAT);
        }
    } else if (json_is(key, "files") && !c->list) {
        read_list(c, json);
    } else if (json_is(key, "format") || json_is(key, "files")) {
        json_fail(json, M_BUNDLE_FORMAT, BUNDLE_FORMAT);
    } else {
        json_skip(json, NULL);
    }
}

static int by_name(const void *one, const void *other)
{
    return strcmp(((const struct listed *)one)->name, ((const struct listed *)other)->name);
}

static bool read_manifest(struct checking *c, struct error *err)
{
    enum { VALUES_EACH = 32 };
    struct json json;
    struct json_text key;
    if (!archive_has(c->archive, BUNDLE_MANIFEST)) {
        return error_set(err, M_BUNDLE_MANIFEST, c->path);
    }
    if (!archive_read(c->archive, BUNDLE_MANIFEST, take_text, &c->manifest, err)) {
        return error_place(err, c->path);
    }
    hash_of(c->manifest.bytes, c->manifest.length, c->verdict->manifest);
    json_open(&json, c->manifest.bytes, c->manifest.length, &c->arena, BUNDLE_MANIFEST);
    json.value_limit = (size_t)LIMIT_BUNDLE_FILES * VALUES_EACH;
    json_object(&json);
    while (json_key(&json, &key)) {
        read_key(c, &json, &key);
    }
    if (!json_end(&json, err)) {
        return error_place(err, c->path);
    }
    if (!c->format || !c->list) {
        return error_set(err, M_BUNDLE_FORMAT, c->path, BUNDLE_FORMAT);
    }
    if (c->count > 0) {
        qsort(c->files, c->count, sizeof *c->files, by_name);
    }
    c->verdict->files = c->count;
    return true;
}

/* ---- the files ---- */

struct measuring {
    struct hash *hash;
    int64_t bytes;
};

static bool measure(void *context, const char *bytes, size_t length, struct error *err)
{
    struct measuring *measuring = context;
    (void)err;
    hash_add(measuring->hash, bytes, length);
    measuring->bytes += (int64_t)length;
    return true;
}

/* Compares the bytes of one file; damage is a finding, exceeding a limit is not. */
static bool check_content(struct checking *c, const struct listed *file, struct error *err)
{
    struct measuring measuring = {hash_new(), 0};
    struct error damage = {.kind = ERROR_NONE};
    char computed[HASH_HEX + 1];
    struct text what = TEXT_EMPTY;
    bool ok = archive_read(c->archive, file->name, measure, &measuring, &damage);
    hash_end(measuring.hash, computed);
    hash_free(measuring.hash);
    if (!ok && damage.kind != ERROR_INPUT) {
        *err = damage;
        return false;
    }
    if (!ok) {
        tell(c, file->name, _("is damaged; its check sum does not fit"));
    } else if (strcmp(computed, file->sha256) != 0 || measuring.bytes != file->bytes) {
        text_format(&what, _("was altered: its SHA-256 is %s, the manifest says %s"), computed,
                    file->sha256);
        tell(c, file->name, what.bytes);
    }
    text_release(&what);
    return true;
}

/* True when the archive has a part of that very name, capitals and all. */
static bool has_exactly(const struct archive *archive, const char *name)
{
    int position = archive_find(archive, name);
    return position >= 0 && strcmp(archive_name(archive, (size_t)position), name) == 0;
}

static bool check_listed(struct checking *c, struct error *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < c->count; i++) {
        if (i > 0 && by_name(&c->files[i - 1], &c->files[i]) == 0) {
            tell(c, c->files[i].name, _("stands in the manifest twice"));
        } else if (!has_exactly(c->archive, c->files[i].name)) {
            tell(c, c->files[i].name, _("is missing in the package"));
        } else {
            ok = check_content(c, &c->files[i], err);
        }
    }
    return ok;
}

/* Names what the manifest does not; folders of their own hold nothing. */
static void check_unlisted(struct checking *c)
{
    for (size_t i = 0; i < archive_count(c->archive); i++) {
        const char *name = archive_name(c->archive, i);
        struct listed key = {.name = name};
        bool folder = name[strlen(name) - 1] == '/';
        bool known = c->count > 0 && bsearch(&key, c->files, c->count, sizeof key, by_name) != NULL;
        if (!folder && !known && strcmp(name, BUNDLE_MANIFEST) != 0) {
            tell(c, name, _("is in the package, but not in its manifest"));
        }
    }
}

bool bundle_verify(const char *path,
                   void (*found)(void *context, const char *where, const char *what), void *context,
                   struct bundle_verdict *verdict, struct error *err)
{
    static const struct archive_limits limits = {LIMIT_BUNDLE_FILES + 64, LIMIT_DOCUMENT_BYTES,
                                                 LIMIT_BUNDLE_BYTES};
    *verdict = (struct bundle_verdict){.files = 0};
    struct checking c = {
        .path = path,
        .arena = ARENA_EMPTY,
        .manifest = TEXT_EMPTY,
        .found = found,
        .context = context,
        .verdict = verdict,
    };
    c.archive = archive_open_file(path, &limits, err);
    bool ok = c.archive != NULL && read_manifest(&c, err) && check_listed(&c, err);
    if (ok) {
        check_unlisted(&c);
    }
    archive_close(c.archive);
    text_release(&c.manifest);
    arena_release(&c.arena);
    return ok;
}

bool bundle_recognises(const char *path)
{
    char head[4] = "";
    int fd = file_exists(path) ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    bool is = fd >= 0 && read(fd, head, sizeof head) == (ssize_t)sizeof head &&
              memcmp(head, "PK\3\4", 4) == 0;
    if (fd >= 0) {
        close(fd);
    }
    return is;
}
