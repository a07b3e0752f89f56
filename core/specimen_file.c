#include "specimen_file.h"

#include "edit_evidence.h"
#include "evidence_register.h"
#include "form_conflict.h"
#include "form_document.h"
#include "form_group.h"
#include "form_making.h"
#include "merge.h"

#include <string.h>

/* Whoever makes an example; nobody. */
static const char nobody[] = "spbe";

/* ---- the file ---- */

/* Withdraws the last document, where there are two. */
static bool withdraw_last(const struct edit *edit, struct arena *arena, struct error *err)
{
    struct exhibit *list = NULL;
    size_t count = 0;
    return store_evidence(edit->store, NULL, arena, &list, &count, err) &&
           (count < 2 || edit_withdraw(edit, list[count - 1].id, "Contoh: keliru", false, err));
}

static bool fill(struct store *store, const struct assessment *assessment, struct arena *arena,
                 struct error *err)
{
    const struct edit edit = {store, assessment->instrument, nobody};
    return store_begin(store, nobody, "contoh", err) &&
           merge_assessment(&edit, assessment, "contoh", true, err) &&
           withdraw_last(&edit, arena, err) && store_commit(store, err);
}

bool specimen_file_make(const char *path, const struct assessment *assessment, struct error *err)
{
    const struct store_about about = {.instrument = assessment->instrument->id,
                                      .rules_sha256 = "",
                                      .agency = assessment->agency,
                                      .kind = assessment->kind,
                                      .year = assessment->year};
    struct arena arena = ARENA_EMPTY;
    struct store *store = store_create(path, &about, NULL, 0, nobody, err)
                              ? store_open(path, STORE_WRITE, err)
                              : NULL;
    bool done = store != NULL && fill(store, assessment, &arena, err);
    store_close(store);
    arena_release(&arena);
    return done;
}

/* ---- a form ---- */

static bool write_form(struct store *store, const struct evaluation *evaluation,
                       struct arena *arena, struct text *out, struct error *err)
{
    struct session session = {.store = store, .instrument = evaluation->instrument};
    struct form_making making;
    bool done = form_making_open(&making, &session, arena, err) &&
                form_making_choose(&making, NULL, NULL, err) &&
                form_making_options(&making, NULL, true, out, err);
    form_making_close(&making);
    return done;
}

/* ---- a register ---- */

static bool write_register(struct store *store, const struct evaluation *evaluation,
                           struct arena *arena, struct text *out, struct error *err)
{
    struct exhibit *list = NULL;
    struct register_source source = {.evaluation = evaluation};
    bool done = store_evidence(store, NULL, arena, &list, &source.count, err);
    source.list = list;
    if (done) {
        evidence_register_options(&source, out);
    }
    return done;
}

/* ---- conflicts ---- */

/* Conflicts on their way. */
struct disputing {
    struct edit edit;
    struct arena *arena;
    struct form_conflicts conflicts;
};

/* Adds a conflict about a field, between what the file says now and what a form might. indicator: by position; where
 * the instrument has fewer there is none. */
static bool dispute(struct disputing *disputing, enum field field, size_t indicator,
                    enum form_reason reason, const char *mine, struct error *err)
{
    const struct instrument *instrument = disputing->edit.instrument;
    char mark[FORM_MARK + 1];
    if (indicator >= instrument->indicator_count) {
        return true;
    }
    const struct indicator *at = &instrument->indicators[indicator];
    const struct level *highest = &instrument->levels[at->levels.first + at->levels.count - 1];
    const char *subject = at->id;
    if (field == FIELD_MET) {
        if (highest->criteria.count == 0) {
            return true;
        }
        subject = instrument->criteria[highest->criteria.first].id;
    }
    form_mark("", mark);
    struct form_dispute made = {.field = {field, at->id, subject, mark, mine},
                                .reason = reason,
                                .verified = reason == FORM_IS_VERIFIED ? "2" : NULL};
    return form_present(&disputing->edit, field, subject, disputing->arena, &made.now, err) &&
           form_conflicts_add(&disputing->conflicts, &disputing->edit, &made,
                              "formulir.xlsx: Lembar!D5", err);
}

/* Adds a conflict about the first document of the file, which a form describes otherwise. */
static bool dispute_document(struct disputing *disputing, struct error *err)
{
    struct exhibit *list = NULL;
    size_t count = 0;
    char mark[FORM_MARK + 1];
    if (!store_evidence(disputing->edit.store, NULL, disputing->arena, &list, &count, err) ||
        count == 0) {
        return !error_is_set(err);
    }
    struct form_document document = form_document_of(&list[0]);
    struct text told = TEXT_EMPTY;
    document.texts[FORM_NUMBER] = "99/2020";
    form_document_tell(&document, &told);
    form_mark("", mark);
    const struct form_dispute made = {
        .field = {FIELD_EVIDENCE_FOR, list[0].indicator, list[0].id, mark, told.bytes},
        .reason = FORM_IS_OTHER,
        .now = form_group_told(&list[0], disputing->arena),
        .document = &document};
    bool done = form_conflicts_add(&disputing->conflicts, &disputing->edit, &made,
                                   "formulir.xlsx: Bukti!D5", err);
    text_release(&told);
    return done;
}

/* One of each kind. */
static bool write_conflicts(struct store *store, const struct evaluation *evaluation,
                            struct arena *arena, struct text *out, struct error *err)
{
    struct disputing disputing = {
        .edit = {store, evaluation->instrument, nobody}, .arena = arena, .conflicts.arena = arena};
    return dispute(&disputing, FIELD_CLAIMED, 0, FORM_BOTH, "3", err) &&
           dispute(&disputing, FIELD_MET, 1, FORM_BOTH, "Tidak", err) &&
           dispute(&disputing, FIELD_NOTE, 2, FORM_IS_VERIFIED, "Catatan\nlain", err) &&
           dispute(&disputing, FIELD_CLAIMED, 3, FORM_IS_LOCKED, "2", err) &&
           dispute_document(&disputing, err) &&
           form_conflicts_options(&disputing.conflicts, &disputing.edit, out, err);
}

bool specimen_file_options(struct store *store, const struct evaluation *evaluation,
                           enum template_kind kind, struct arena *arena, struct text *out,
                           struct error *err)
{
    return (kind == TEMPLATE_FORM       ? write_form
            : kind == TEMPLATE_REGISTER ? write_register
                                        : write_conflicts)(store, evaluation, arena, out, err);
}
