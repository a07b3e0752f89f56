/* Results computed again, by the rules that an assessment file keeps; and the keeping of these. */
#include "command.h"

#include "console.h"
#include "file.h"
#include "kept_rules.h"
#include "lang.h"
#include "limit.h"
#include "message.h"
#include "pack_stack.h"
#include "reproduction.h"
#include "rewind.h"
#include "session.h"

#include <stdio.h>
#include <string.h>

enum { TOLD = 20 }; /* differences and changes that are listed */

/* ---- reproduce ---- */

struct reproducing {
    const struct call *call;
    struct session session; /* of the assessment file; its pack is the one that was kept */
    struct text bytes;      /* of the saved result */
    struct saved_result saved;
    struct assessment assessment;
};

static const char *result_name(const struct reproducing *r)
{
    return r->call->arguments[0];
}

static const char *file_name(const struct reproducing *r)
{
    return r->call->arguments[1];
}

static bool read_saved(struct reproducing *r, struct error *err)
{
    return file_read(result_name(r), LIMIT_JSON_BYTES, &r->bytes, err) &&
           saved_result_read(r->bytes.bytes, r->bytes.length, result_name(r), &r->session.arena,
                             &r->saved, err);
}

/* The file is one of the same instrument. */
static bool check_instrument(const struct reproducing *r, struct error *err)
{
    const char *instrument = store_about(r->session.store)->instrument;
    return strcmp(r->saved.rules, instrument) == 0 ||
           error_set(err, M_REPRODUCE_OTHER, result_name(r), r->saved.rules, file_name(r),
                     instrument);
}

/* Says that rules are missing, and how to keep them. */
static void tell_missing(const struct reproducing *r, const struct pack_file *missing)
{
    printf(_("%s: cannot be computed again: %s does not keep the rule file %s with SHA-256 %s\n"),
           result_name(r), file_name(r), missing->name, missing->sha256);
    printf(_("Whoever has these rules keeps them in the file with: spbe rules keep %s PACK "
             "[OVERLAY...]\n"),
           file_name(r));
}

/* Loads the rules that the result names. False when they are not there, which is told. */
static bool load_rules(struct reproducing *r, struct error *err)
{
    const struct pack_file *missing = NULL;
    struct session *session = &r->session;
    session->pack = kept_rules_load(session->store, file_name(r), r->saved.files,
                                    r->saved.file_count, &missing, err);
    if (missing != NULL) {
        tell_missing(r, missing);
    }
    if (session->pack == NULL) {
        return false;
    }
    session->instrument = pack_instrument(session->pack);
    if (strcmp(session->instrument->sha256, r->saved.sha256) != 0) {
        printf(_("%s: names rules with SHA-256 %s, but the files that it lists give %s\n"),
               result_name(r), r->saved.sha256, session->instrument->sha256);
        return false;
    }
    return true;
}

/* "I07: supported value 3, now 2" */
static void tell_difference(const struct reproduction_difference *difference)
{
    static const struct {
        const char *key, *words;
    } labels[] = {
        {"value", N_("value")},         {"exact", N_("value before rounding")},
        {"predicate", N_("predicate")}, {"given", N_("indicators with a value")},
        {"of", N_("indicators")},       {"level", N_("level")},
        {"claimed", N_("claimed")},     {"supported", N_("supported")},
        {"verified", N_("verified")},   {"contribution", N_("contribution to the index")},
        {"weight", N_("weight")},       {"outcome", N_("outcome")},
    };
    const struct saved_figure *saved = difference->saved;
    const char *words = saved->key;
    struct text line = TEXT_EMPTY;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        words = strcmp(labels[i].key, saved->key) == 0 ? _(labels[i].words) : words;
    }
    text_format(&line, "  %s: ", saved->of);
    text_format(&line, _("%s was %s, is now %s"), words, saved->text,
                difference->now == NULL ? "–" : difference->now);
    struct text safe = TEXT_EMPTY;
    console_add_safe(&safe, line.bytes, false);
    puts(safe.bytes);
    text_release(&safe);
    text_release(&line);
}

static void tell_differences(const struct reproduction *reproduction)
{
    size_t told = reproduction->count < TOLD ? reproduction->count : TOLD;
    for (size_t i = 0; i < told; i++) {
        tell_difference(&reproduction->differs[i]);
    }
    if (reproduction->count > told) {
        printf(_("  and %zu more\n"), reproduction->count - told);
    }
}

/* Says whether another engine computed the result. */
static bool same_engine(const struct reproducing *r)
{
    if (strcmp(r->saved.engine, SPBE_VERSION) == 0) {
        return true;
    }
    struct text engine = TEXT_EMPTY;
    console_add_safe(&engine, r->saved.engine, false);
    printf(_("The result was computed by spbe %s; this is spbe %s.\n"), engine.bytes, SPBE_VERSION);
    text_release(&engine);
    return false;
}

/* How many changes were told. */
struct telling {
    size_t count;
};

static bool tell_change(void *context, const struct change *change)
{
    struct telling *telling = context;
    struct text line = TEXT_EMPTY;
    if (telling->count++ < TOLD) {
        text_format(&line, "  %.10s  ", change->at);
        console_add_safe(&line, change->who, false);
        text_add(&line, "  ");
        session_tell_change(change, &line);
        puts(line.bytes);
    }
    text_release(&line);
    return true;
}

/* Computes the state of the file that the result was made from, and tells what has changed since. */
static bool tell_since(struct reproducing *r, const struct moment *moment,
                       const struct assessment *then, struct error *err)
{
    struct reproduction reproduction;
    struct telling telling = {0};
    if (!reproduction_run(&r->saved, then, &r->session.arena, &reproduction, err)) {
        return false;
    }
    printf(reproduction.count == 0
               ? _("By the state of then (history entry %lld, %.10s) all %zu figures come out "
                   "again.\n")
               : _("Even by the state of then (history entry %lld, %.10s) not all of %zu figures "
                   "come out again:\n"),
           (long long)moment->entry, moment->at, reproduction.compared);
    tell_differences(&reproduction);
    puts(_("Since then was changed:"));
    bool ok = store_history(r->session.store, NULL, moment->entry + 1, tell_change, &telling, err);
    if (telling.count > TOLD) {
        printf(_("  and %zu more\n"), telling.count - (size_t)TOLD);
    }
    return ok;
}

/* Looks into the history for the assessment that the result was made from. That needs a file that can be
 * written, though nothing is: where it cannot, the history is silent. */
static bool ask_history(struct reproducing *r, struct error *err)
{
    struct error cause = {.kind = ERROR_NONE};
    struct moment moment = {.found = false};
    struct assessment then;
    store_close(r->session.store);
    r->session.store = store_open(file_name(r), STORE_WRITE, &cause);
    bool asked = r->session.store != NULL &&
                 rewind_find(r->session.store, r->session.instrument, r->saved.assessment,
                             &r->session.arena, &then, &moment, &cause);
    if (asked && moment.found) {
        return tell_since(r, &moment, &then, err);
    }
    puts(asked ? _("The history does not know that state: the result is of another file, or of a "
                   "document.")
               : _("The history cannot be asked: the file cannot be opened for writing."));
    return true;
}

/* Tells all that is not as it was. */
static void tell_all(struct reproducing *r, const struct reproduction *reproduction,
                     struct error *err)
{
    printf(_("%s: differs: %zu of %zu figures\n"), result_name(r), reproduction->count,
           reproduction->compared);
    tell_differences(reproduction);
    same_engine(r);
    if (strcmp(r->saved.assessment, r->assessment.sha256) == 0) {
        puts(_("Assessment and rules are the very same."));
        return;
    }
    puts(_("The assessment has been changed since."));
    ask_history(r, err);
}

/* Computes again, and tells how that ends. True when it is equal. */
static bool compare(struct reproducing *r, struct error *err)
{
    struct reproduction reproduction;
    struct session *session = &r->session;
    if (!store_load(session->store, session->instrument, &session->arena, &r->assessment, err) ||
        !reproduction_run(&r->saved, &r->assessment, &session->arena, &reproduction, err)) {
        return false;
    }
    if (reproduction.count > 0 || strcmp(r->saved.assessment, r->assessment.sha256) != 0) {
        tell_all(r, &reproduction, err);
        return false;
    }
    printf(_("%s: equal: all %zu figures come out again, by %zu rule files kept in %s\n"),
           result_name(r), reproduction.compared, r->saved.file_count, file_name(r));
    same_engine(r);
    return true;
}

static int run_reproduce(const struct call *call, struct error *err)
{
    struct reproducing r = {.call = call, .bytes = TEXT_EMPTY};
    bool equal = session_open_file(&r.session, call->arguments[1], STORE_READ, err) &&
                 read_saved(&r, err) && check_instrument(&r, err) && load_rules(&r, err) &&
                 compare(&r, err);
    session_close(&r.session);
    text_release(&r.bytes);
    return equal ? 0 : 1;
}

/* ---- rules keep ---- */

/* Loads the rules that are to be kept; they must be those of the file's instrument. */
static struct pack *load_named(const struct call *call, const struct session *session,
                               struct error *err)
{
    const char *const *names = (const char *const *)call->arguments + 1;
    const char *instrument = store_about(session->store)->instrument;
    struct pack *pack = pack_stack_load(names, err);
    if (pack != NULL && strcmp(pack_instrument(pack)->id, instrument) != 0) {
        error_set(err, M_KEEP_OTHER, call->arguments[0], instrument, pack_instrument(pack)->id);
        pack_free(pack);
        return NULL;
    }
    return pack;
}

static int run_keep(const struct call *call, struct error *err)
{
    struct session session;
    struct pack *pack = NULL;
    if (session_open_file(&session, call->arguments[0], STORE_WRITE, err)) {
        pack = load_named(call, &session, err);
    }
    if (pack != NULL && session_begin(&session, call, "rules keep", err) &&
        kept_rules_add(session.store, pack, err)) {
        session_end(&session, err);
    }
    pack_free(pack);
    session_close(&session);
    return 0;
}

const struct command command_reproduce_table[] = {
    {.name = "rules keep",
     .arguments = "FILE.spbe PACK_OR_OVERLAY...",
     .least = 2,
     .many = true,
     .summary = N_("keep rules in an assessment file, so that its results can be proved later"),
     .example = "spbe rules keep kota.spbe spbe-2020",
     .details = N_("'spbe new' keeps the files of the pack it starts from. Who evaluates by other "
                   "rules, overlays or a newer state of the pack, keeps these as well: each file "
                   "once, by its SHA-256, with an entry in the history. They change no number; "
                   "'spbe reproduce' finds them."),
     .run = run_keep},
    {.name = "reproduce",
     .arguments = "RESULT.json FILE.spbe",
     .least = 2,
     .most = 2,
     .summary = N_("compute a saved result again, by the rules that it names"),
     .example = "spbe reproduce hasil.json kota.spbe",
     .details = N_("The rules are taken from the file, found by their SHA-256, never from those "
                   "that come with the program: so it works years later, on another machine. Says "
                   "that all figures are equal, or names each that differs and why, with exit "
                   "status 1: the assessment has been changed since (then the history tells what), "
                   "rules are missing, or another version of spbe computes otherwise."),
     .run = run_reproduce},
    {.name = NULL},
};
