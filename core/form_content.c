#include "form_content.h"

#include "arena.h"
#include "document.h"
#include "edit_evidence.h"
#include "lang.h"
#include "message.h"

#include <string.h>

struct content_taking {
    struct form_sightings *sightings;
    struct form_report *report;
    const struct edit *edit;
    struct arena *arena;
    const struct folder *folder; /* or NULL */
    struct exhibit *exhibits;
    size_t exhibit_count;
    size_t missing; /* contents that are not there yet, without a folder */
};

static void notice(struct content_taking *taking, const struct form_sighting *s, const char *format,
                   ...) __attribute__((format(printf, 3, 4)));

/* Tells something about the cell with the file's name. */
static void notice(struct content_taking *taking, const struct form_sighting *s, const char *format,
                   ...)
{
    struct text text = TEXT_EMPTY;
    struct form_place place = form_sighting_place(s, FORM_FILE);
    va_list arguments;
    va_start(arguments, format);
    text_format_list(&text, format, arguments);
    va_end(arguments);
    form_report_notice(taking->report, &place, text.bytes);
    text_release(&text);
}

/* The file that a row means; NULL after telling that it is missing or there several times. */
static const struct folder_file *look_for(struct content_taking *taking,
                                          const struct form_sighting *s)
{
    size_t count = 0;
    const struct folder_file *file = folder_find(taking->folder, s->typed, &count);
    if (count == 0) {
        notice(taking, s, _("'%.*s' is not in the folder; only its name is kept"),
               form_shown(s->typed), s->typed);
    } else if (file == NULL) {
        notice(taking, s,
               _("'%.*s' is in the folder %zu times; write the subfolder too, such as "
                 "2024/perwali.pdf. Only the name is kept"),
               form_shown(s->typed), s->typed, count);
    }
    return file;
}

/* Whether the form may give an indicator's item a content: not a locked one, and a verified one only when the
 * form is right. */
static bool is_open(struct content_taking *taking, const char *indicator, bool *open,
                    struct error *err)
{
    const char *verified = NULL;
    const char *state = NULL;
    struct store *store = taking->edit->store;
    bool ok = store_get(store, FIELD_VERIFIED, indicator, taking->arena, &verified, err) &&
              store_get(store, FIELD_STATE, indicator, taking->arena, &state, err);
    bool locked = state != NULL && strcmp(state, assessment_state_word(STATE_LOCKED)) == 0;
    *open = !locked && (verified == NULL || taking->report->merge.choice == FORM_THEIRS);
    return ok;
}

/* Tells what a file did wrong (empty, too large); passes on what ends it all. */
static bool settle(struct content_taking *taking, const struct form_sighting *s, bool done,
                   struct error *problem, struct error *err)
{
    struct form_place place = form_sighting_place(s, FORM_FILE);
    if (!done && problem->kind != ERROR_INPUT && problem->kind != ERROR_LIMIT) {
        *err = *problem;
        return false;
    }
    if (!done) {
        form_report_problem(taking->report, &place, problem);
    }
    return true;
}

/* The content of an item that has none. */
static bool fill(struct content_taking *taking, const struct form_sighting *s,
                 const struct exhibit *exhibit, struct error *err)
{
    char sha256[HASH_HEX + 1];
    int64_t size = 0;
    struct error problem = {.kind = ERROR_NONE};
    const struct folder_file *file = look_for(taking, s);
    if (file == NULL) {
        return true;
    }
    bool done = document_hash(file->path, sha256, &size, &problem);
    if (done && exhibit->item.sha256 != NULL && strcmp(exhibit->item.sha256, sha256) != 0) {
        notice(taking, s, _("'%.*s' is not the document that %s names by its SHA-256; left out"),
               form_shown(s->typed), s->typed, exhibit->id);
        return true;
    }
    done = done && store_keep(taking->edit->store, file->path, sha256, &problem) &&
           store_set(taking->edit->store, FIELD_EVIDENCE_SHA256, exhibit->indicator, exhibit->id,
                     sha256, &problem);
    return settle(taking, s, done, &problem, err);
}

/* A newer version of a document whose content is there; equal contents are only named otherwise. */
static bool renew(struct content_taking *taking, const struct form_sighting *s,
                  const struct exhibit *exhibit, struct error *err)
{
    const struct edit_description unchanged = {.title = NULL};
    struct error problem = {.kind = ERROR_NONE};
    struct text ids = TEXT_EMPTY;
    const struct folder_file *file = look_for(taking, s);
    if (file == NULL) {
        return true;
    }
    bool done = edit_replace(taking->edit, exhibit->id, file->path, &unchanged, &ids, &problem);
    if (!done && strcmp(problem.id, "EDIT_SAME") == 0) {
        done = store_set(taking->edit->store, FIELD_EVIDENCE_FILE, exhibit->indicator, exhibit->id,
                         s->texts[FORM_FILE], err);
        error_clear(&problem);
        text_release(&ids);
        return done;
    }
    text_release(&ids);
    return settle(taking, s, done, &problem, err);
}

/* The form names another file for an item whose content is there. */
static bool change(struct content_taking *taking, const struct form_sighting *s,
                   const struct exhibit *exhibit, bool open, struct error *err)
{
    char now[FORM_MARK + 1];
    char empty[FORM_MARK + 1];
    const char *name = s->texts[FORM_FILE];
    enum form_outcome outcome = FORM_UNTOUCHED;
    struct form_place place = form_sighting_place(s, FORM_FILE);
    form_mark(exhibit->item.file, now);
    form_mark("", empty);
    const char *began =
        s->base == NULL || s->base->marks[FORM_FILE][0] == '\0' ? empty : s->base->marks[FORM_FILE];
    bool both = strcmp(now, began) != 0;
    struct form_field field = {FIELD_EVIDENCE_FILE, exhibit->indicator, exhibit->id, began, name};
    if (!open || (both && taking->report->merge.choice != FORM_THEIRS)) {
        return form_report_merge_whole(taking->report, &place, &field, &outcome, err);
    }
    if (name[0] == '\0' || form_is_link(name) || taking->folder == NULL) {
        notice(taking, s,
               _("%s keeps its document '%s'; another one takes its place with --evidence DIR"),
               exhibit->id, exhibit->item.file == NULL ? "" : exhibit->item.file);
        return true;
    }
    return renew(taking, s, exhibit, err);
}

/* The content of one item, as a row names it. */
static bool take(struct content_taking *taking, const struct form_sighting *s,
                 const struct exhibit *exhibit, struct error *err)
{
    const char *name = s->texts[FORM_FILE];
    const char *now = exhibit->item.file == NULL ? "" : exhibit->item.file;
    bool there = exhibit->size != EXHIBIT_NO_CONTENT;
    bool open = false;
    if (!is_open(taking, exhibit->indicator, &open, err)) {
        return false;
    }
    if (exhibit->item.sha256 != NULL && s->touched[FORM_FILE] && !folder_alike(name, now)) {
        return change(taking, s, exhibit, open, err);
    }
    if (there || exhibit->purged || name[0] == '\0' || form_is_link(name)) {
        return true;
    }
    if (taking->folder == NULL) {
        taking->missing++;
        return true;
    }
    return !open || !folder_is_name(s->typed) || fill(taking, s, exhibit, err);
}

/* The row that speaks for an item's file: the first that changes it, else the first. */
static const struct form_sighting *speaker(const struct content_taking *taking,
                                           const struct exhibit *exhibit)
{
    const struct form_sighting *first = NULL;
    for (const struct form_sighting *s = taking->sightings->first; s != NULL; s = s->next) {
        bool about = s->item != NULL && strcmp(s->item, exhibit->id) == 0;
        if (about && s->touched[FORM_FILE] && s->texts[FORM_FILE][0] != '\0') {
            return s;
        }
        first = first == NULL && about ? s : first;
    }
    return first;
}

/* How many contents are not there, where no folder was given. */
static void tell_missing(struct content_taking *taking)
{
    struct text text = TEXT_EMPTY;
    struct form_place place = {"", 0, 0};
    text_format(&text,
                _("%zu documents are named whose contents are not in the file yet; --evidence DIR "
                  "takes them in"),
                taking->missing);
    form_report_notice(taking->report, &place, text.bytes);
    text_release(&text);
}

bool form_content_take(struct form_sightings *sightings, const struct folder *folder,
                       struct error *err)
{
    struct content_taking taking = {.sightings = sightings,
                                    .report = sightings->report,
                                    .edit = sightings->report->merge.edit,
                                    .arena = sightings->arena,
                                    .folder = folder};
    bool ok = store_evidence(taking.edit->store, NULL, taking.arena, &taking.exhibits,
                             &taking.exhibit_count, err);
    for (size_t i = 0; ok && i < taking.exhibit_count; i++) {
        const struct exhibit *exhibit = &taking.exhibits[i];
        const struct form_sighting *s = exhibit->stands ? speaker(&taking, exhibit) : NULL;
        ok = s == NULL || take(&taking, s, exhibit, err);
    }
    if (ok && taking.missing > 0) {
        tell_missing(&taking);
    }
    return ok;
}
