#include "sheet_book.h"

#include "limit.h"
#include "memory.h"
#include "message.h"
#include "sheet_part.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* One relationship of a part. */
struct relation {
    const char *id, *target; /* target NULL: outside of the package */
    const char *kind;        /* the last word of its type: "worksheet" */
};

/* The relationships of one part. */
struct relations {
    struct arena *arena;
    const char *owner; /* the part that they belong to; "" for the package */
    const char *part;  /* where they stand */
    struct relation *rows;
    size_t count, capacity;
    unsigned depth;
};

/* ---- targets ---- */

/* Takes the last step of a path off; false when there is none. */
static bool leave_folder(struct text *path)
{
    if (path->length == 0) {
        return false;
    }
    while (path->length > 0 && path->bytes[path->length - 1] != '/') {
        path->length--;
    }
    path->length -= path->length > 0;
    path->bytes[path->length] = '\0';
    return true;
}

/* Walks one step: "..", "." or a name. */
static bool walk_step(struct text *path, const char *step, size_t length)
{
    if (length == 2 && memcmp(step, "..", 2) == 0) {
        return leave_folder(path);
    }
    if (length == 0 || (length == 1 && step[0] == '.')) {
        return true;
    }
    if (path->length > 0) {
        text_add_byte(path, '/');
    }
    text_append(path, step, length);
    return true;
}

const char *sheet_book_target(struct arena *arena, const char *part, const char *target)
{
    struct text path = TEXT_EMPTY;
    bool inside = true;
    if (target[0] != '/' && strchr(part, '/') != NULL) {
        text_append(&path, part, (size_t)(strrchr(part, '/') - part));
    }
    for (const char *at = target; inside && *at != '\0';) {
        size_t length = strcspn(at, "/");
        inside = walk_step(&path, at, length);
        at += length + (at[length] == '/');
    }
    const char *result = inside && path.length > 0 ? arena_string(arena, path.bytes) : NULL;
    text_release(&path);
    return result;
}

/* ---- relationships ---- */

static bool on_relation(void *context, enum xml_space space, const char *name,
                        const char *const *attributes, struct error *err)
{
    struct relations *relations = context;
    (void)err;
    if (++relations->depth != 2 || space != XML_RELATION || strcmp(name, "Relationship") != 0) {
        return true;
    }
    const char *id = xml_value(attributes, "Id");
    const char *type = xml_value(attributes, "Type");
    const char *target = xml_value(attributes, "Target");
    const char *mode = xml_value(attributes, "TargetMode");
    if (id == NULL || type == NULL || target == NULL || relations->count == LIMIT_SHEET_PARTS) {
        return true;
    }
    if (relations->count == relations->capacity) {
        relations->capacity = 2 * relations->capacity + 16;
        relations->rows =
            memory_resize(relations->rows, relations->capacity, sizeof *relations->rows);
    }
    bool external = mode != NULL && strcmp(mode, "External") == 0;
    const char *slash = strrchr(type, '/');
    relations->rows[relations->count++] = (struct relation){
        .id = arena_string(relations->arena, id),
        .kind = arena_string(relations->arena, slash == NULL ? type : slash + 1),
        .target = external ? NULL : sheet_book_target(relations->arena, relations->owner, target),
    };
    return true;
}

static bool on_relation_end(void *context, enum xml_space space, const char *name,
                            struct error *err)
{
    (void)space;
    (void)name;
    (void)err;
    ((struct relations *)context)->depth--;
    return true;
}

/* The relationships of `owner`; none where it has no such part. */
static bool read_relations(struct sheet_book *book, const char *owner, struct relations *relations,
                           struct error *err)
{
    const char *slash = strrchr(owner, '/');
    int folder = slash == NULL ? 0 : (int)(slash - owner) + 1;
    const char *part =
        arena_format(&book->arena, "%.*s_rels/%s.rels", folder, owner, owner + folder);
    *relations = (struct relations){.arena = &book->arena, .owner = owner, .part = part};
    struct xml_listener listener = {on_relation, on_relation_end, NULL, relations};
    return !archive_has(book->archive, part) ||
           sheet_part_read(book->archive, part, &listener, err);
}

/* The relationship with an id, or NULL. */
static const struct relation *find_id(const struct relations *relations, const char *id)
{
    for (size_t i = 0; i < relations->count; i++) {
        if (strcmp(relations->rows[i].id, id) == 0) {
            return &relations->rows[i];
        }
    }
    return NULL;
}

/* The first relationship of a kind, or NULL. */
static const struct relation *find_kind(const struct relations *relations, const char *kind)
{
    for (size_t i = 0; i < relations->count; i++) {
        if (strcmp(relations->rows[i].kind, kind) == 0) {
            return &relations->rows[i];
        }
    }
    return NULL;
}

/* ---- macros ---- */

static bool has_word(const char *text, const char *word)
{
    return text != NULL && strcasestr(text, word) != NULL;
}

/* Types of parts say whether there are macros, in whatever part they hide. */
static bool on_type(void *context, enum xml_space space, const char *name,
                    const char *const *attributes, struct error *err)
{
    static const char *const words[] = {"macroEnabled", "vbaProject", "macrosheet", "activeX",
                                        "vnd.ms-excel.sheet.binary"};
    const char *type = xml_value(attributes, "ContentType");
    (void)context;
    (void)space;
    (void)name;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (has_word(type, words[i])) {
            return error_set(err, M_SHEET_MACRO, NULL);
        }
    }
    return true;
}

static bool refuse_macros(struct sheet_book *book, struct error *err)
{
    static const char *const words[] = {"vbaProject", "macrosheets/", "activeX/", ".xlam"};
    struct xml_listener listener = {on_type, NULL, NULL, NULL};
    for (size_t i = 0; i < archive_count(book->archive); i++) {
        for (size_t j = 0; j < sizeof words / sizeof words[0]; j++) {
            if (has_word(archive_name(book->archive, i), words[j])) {
                return error_set(err, M_SHEET_MACRO, NULL);
            }
        }
    }
    return archive_has(book->archive, "[Content_Types].xml")
               ? sheet_part_read(book->archive, "[Content_Types].xml", &listener, err)
               : error_set(err, M_SHEET_NONE, NULL);
}

/* ---- the workbook's own part ---- */

struct workbook {
    struct sheet_book *book;
    const struct relations *relations;
    const char *part;
    unsigned depth;
    bool sheets; /* inside <sheets> */
    size_t capacity;
};

static bool add_sheet(struct workbook *workbook, const char *const *attributes, struct error *err)
{
    struct sheet_book *book = workbook->book;
    const char *name = xml_value(attributes, "name");
    const char *id = xml_relation_value(attributes, "id");
    const char *state = xml_value(attributes, "state");
    const struct relation *relation = id == NULL ? NULL : find_id(workbook->relations, id);
    if (book->sheet_count == LIMIT_WORKBOOK_SHEETS) {
        return error_set(err, M_SHEET_COUNT, NULL, LIMIT_WORKBOOK_SHEETS);
    }
    if (name == NULL || relation == NULL || relation->target == NULL) {
        return error_set(err, M_SHEET_RELATION, workbook->part, name == NULL ? "" : name);
    }
    if (has_word(relation->kind, "macrosheet")) {
        return error_set(err, M_SHEET_MACRO, NULL);
    }
    bool cells = strcmp(relation->kind, "worksheet") == 0;
    if (cells && !archive_has(book->archive, relation->target)) {
        return error_set(err, M_SHEET_RELATION, workbook->part, name);
    }
    if (sheet_book_find(book, name) != book->sheet_count) {
        return error_set(err, M_SHEET_TWICE, workbook->part, name);
    }
    if (book->sheet_count == workbook->capacity) {
        workbook->capacity = 2 * workbook->capacity + 16;
        book->sheets = memory_resize(book->sheets, workbook->capacity, sizeof *book->sheets);
    }
    book->sheets[book->sheet_count++] = (struct sheet_entry){
        .name = arena_string(&book->arena, name),
        .state = arena_string(&book->arena, state == NULL ? "visible" : state),
        .part = cells ? relation->target : NULL,
    };
    return true;
}

static bool on_workbook(void *context, enum xml_space space, const char *name,
                        const char *const *attributes, struct error *err)
{
    struct workbook *workbook = context;
    bool ours = space == XML_SHEET;
    workbook->depth++;
    if (workbook->depth == 1) {
        return (ours && strcmp(name, "workbook") == 0) || error_set(err, M_SHEET_NONE, NULL);
    }
    if (workbook->depth == 2) {
        workbook->sheets = ours && strcmp(name, "sheets") == 0;
        if (ours && strcmp(name, "workbookPr") == 0) {
            workbook->book->from_1904 = xml_true(xml_value(attributes, "date1904"));
        }
    }
    bool sheet = workbook->depth == 3 && workbook->sheets && strcmp(name, "sheet") == 0;
    return !sheet || add_sheet(workbook, attributes, err);
}

static bool on_workbook_end(void *context, enum xml_space space, const char *name,
                            struct error *err)
{
    (void)space;
    (void)name;
    (void)err;
    ((struct workbook *)context)->depth--;
    return true;
}

/* Texts and styles, where the workbook has them. */
static bool read_common(struct sheet_book *book, const struct relations *relations,
                        struct error *err)
{
    const struct relation *strings = find_kind(relations, "sharedStrings");
    const struct relation *styles = find_kind(relations, "styles");
    return (strings == NULL || strings->target == NULL ||
            sheet_strings_read(book->archive, strings->target, &book->strings, err)) &&
           (styles == NULL || styles->target == NULL ||
            sheet_styles_read(book->archive, styles->target, &book->styles, err));
}

static bool read_workbook(struct sheet_book *book, const char *part, struct error *err)
{
    struct relations relations;
    bool ok = read_relations(book, part, &relations, err);
    struct workbook workbook = {.book = book, .relations = &relations, .part = part};
    struct xml_listener listener = {on_workbook, on_workbook_end, NULL, &workbook};
    ok = ok && sheet_part_read(book->archive, part, &listener, err) &&
         read_common(book, &relations, err);
    free(relations.rows);
    return ok;
}

/* ---- opening and closing ---- */

bool sheet_book_open(struct sheet_book *book, const char *bytes, size_t length, struct error *err)
{
    *book = (struct sheet_book){.strings = {.bytes = TEXT_EMPTY}};
    book->archive = archive_open(bytes, length, err);
    if (book->archive == NULL || !refuse_macros(book, err)) {
        return false;
    }
    struct relations package;
    bool ok = read_relations(book, "", &package, err);
    const struct relation *main = ok ? find_kind(&package, "officeDocument") : NULL;
    const char *part = main == NULL ? NULL : main->target;
    free(package.rows);
    if (ok && (part == NULL || !archive_has(book->archive, part))) {
        return error_set(err, M_SHEET_NONE, NULL);
    }
    return ok && read_workbook(book, part, err);
}

void sheet_book_close(struct sheet_book *book)
{
    archive_close(book->archive);
    free(book->sheets);
    sheet_strings_release(&book->strings);
    sheet_styles_release(&book->styles);
    arena_release(&book->arena);
    *book = (struct sheet_book){.strings = {.bytes = TEXT_EMPTY}};
}

size_t sheet_book_find(const struct sheet_book *book, const char *name)
{
    size_t i = 0;
    while (i < book->sheet_count && strcasecmp(book->sheets[i].name, name) != 0) {
        i++;
    }
    return i;
}
