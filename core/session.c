#include "session.h"

#include "console.h"
#include "figure.h"
#include "inspection.h"
#include "lang.h"
#include "message.h"

#include <stdio.h>
#include <string.h>

bool session_open_file(struct session *session, const char *path, enum store_access access,
                       struct error *err)
{
    *session = (struct session){.arena = ARENA_EMPTY, .name = TEXT_EMPTY};
    session->store = store_open(path, access, err);
    if (session->store == NULL) {
        return false;
    }
    if (access == STORE_WRITE && store_is_shared(session->store)) {
        fprintf(stderr, "spbe: %s: %s\n", path,
                _("lies on a network share; let only one computer change it at a time"));
    }
    return true;
}

bool session_open(struct session *session, const char *path, enum store_access access,
                  struct error *err)
{
    if (!session_open_file(session, path, access, err)) {
        return false;
    }
    session->pack = pack_load(store_about(session->store)->instrument, err);
    if (session->pack == NULL) {
        return false;
    }
    session->instrument = pack_instrument(session->pack);
    return true;
}

void session_close(struct session *session)
{
    store_close(session->store);
    pack_free(session->pack);
    arena_release(&session->arena);
    text_release(&session->name);
}

bool session_who(const struct call *call, const char *kept, struct text *name, bool *asked,
                 struct error *err)
{
    const char *said = command_user(call);
    *asked = false;
    if (said == NULL) {
        said = kept;
    }
    if (said != NULL) {
        text_add(name, said);
    } else {
        *asked = console_ask(_("Your name, for the history of this file: "), name);
        if (!*asked || name->length == 0) {
            return error_set(err, M_SESSION_WHO, "--as");
        }
    }
    return edit_check_name(name->bytes, err);
}

/* The name that the file keeps, the one that was asked in this session included; NULL when none. */
static const char *kept_name(const struct session *session)
{
    const char *person = store_about(session->store)->person;
    return person == NULL && session->asked ? session->name.bytes : person;
}

/* Finds out who is at work, into session->name. */
static bool name_person(struct session *session, const struct call *call, const char *otherwise,
                        struct error *err)
{
    struct text name = TEXT_EMPTY;
    bool asked = false;
    const char *kept = kept_name(session);
    bool ok = session_who(call, kept == NULL ? otherwise : kept, &name, &asked, err);
    text_clear(&session->name);
    text_add(&session->name, name.bytes);
    text_release(&name);
    session->asked = session->asked || asked;
    return ok;
}

bool session_begin_for(struct session *session, const struct call *call, const char *origin,
                       const char *otherwise, struct error *err)
{
    bool open = session->edit.store != NULL;
    bool before = session->asked;
    if (!name_person(session, call, otherwise, err)) {
        return false;
    }
    if (open) {
        store_next(session->store, session->name.bytes, origin);
    } else if (!store_begin(session->store, session->name.bytes, origin, err)) {
        return false;
    } else {
        session->first = store_history_length(session->store) + 1;
        session->edit = (struct edit){session->store, session->instrument, session->name.bytes};
    }
    session->edit.who = session->name.bytes;
    return session->asked == before ||
           store_set(session->store, FIELD_PERSON, NULL, "", session->name.bytes, err);
}

bool session_begin(struct session *session, const struct call *call, const char *origin,
                   struct error *err)
{
    return session_begin_for(session, call, origin, NULL, err);
}

/* ---- telling ---- */

/* Words that the file keeps in the contract's form. */
static const char *spoken(enum field field, const char *fact)
{
    static const struct {
        const char *word, *spoken;
    } words[] = {
        {"yes", N_("yes")},           {"no", N_("no")},         {"submitted", N_("submitted")},
        {"returned", N_("returned")}, {"locked", N_("locked")}, {"purged", N_("purged")},
    };
    bool coded =
        field == FIELD_MET || field == FIELD_ITEM || field == FIELD_STATE || field == FIELD_CONTENT;
    for (size_t i = 0; coded && i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(fact, words[i].word) == 0) {
            return _(words[i].spoken);
        }
    }
    return fact;
}

void session_tell_fact(enum field field, const char *fact, struct text *out)
{
    struct inspection inspection;
    if (fact == NULL) {
        text_add(out, "–");
    } else if (field == FIELD_CONTENT && fact[strspn(fact, "0123456789")] == '\0') {
        text_format(out, _("%s bytes"), fact);
    } else if (field == FIELD_INSPECTION && inspection_read(fact, &inspection)) {
        inspection_tell(&inspection, out);
    } else {
        console_add_safe(out, spoken(field, fact), false);
    }
}

void session_tell_change(const struct change *change, struct text *out)
{
    const char *label = change->field == FIELD_COUNT ? change->word : change_label(change->field);
    if (change->subject[0] != '\0') {
        if (change->indicator != NULL && strcmp(change->indicator, change->subject) != 0 &&
            strncmp(change->subject, change->indicator, strlen(change->indicator)) != 0) {
            console_add_safe(out, change->indicator, false);
            text_add(out, " ");
        }
        console_add_safe(out, change->subject, false);
        text_add(out, "  ");
    }
    console_add_safe(out, label, false);
    text_add(out, ": ");
    if (change->was != NULL) {
        session_tell_fact(change->field, change->was, out);
        text_add(out, " → ");
    }
    session_tell_fact(change->field, change->now, out);
}

static bool print_change(void *context, const struct change *change)
{
    struct session *session = context;
    struct text line = TEXT_EMPTY;
    if (session->touched != NULL && change->indicator != NULL) {
        const char *id = change->indicator;
        int position = instrument_find_indicator(session->instrument, id, strlen(id), 0);
        session->touched[position == NOWHERE ? 0 : position] |= position != NOWHERE;
    }
    session_tell_change(change, &line);
    puts(line.bytes);
    text_release(&line);
    return true;
}

bool session_end(struct session *session, struct error *err)
{
    if (!store_commit(session->store, err)) {
        return false;
    }
    if (store_history_length(session->store) < session->first) {
        fprintf(stderr, "%s\n", _("Nothing to change: it is so already."));
        return true;
    }
    return store_history(session->store, NULL, session->first, print_change, session, err);
}

/* ---- what a step does to the values ---- */

/* "claimed 3, supported 2" */
static void add_values(const struct rating *rating, struct text *out)
{
    static const char *const words[] = {[BASIS_CLAIMED] = N_("claimed %s"),
                                        [BASIS_SUPPORTED] = N_("supported %s"),
                                        [BASIS_VERIFIED] = N_("verified %s")};
    struct text value = TEXT_EMPTY;
    for (int b = 0; b < BASIS_COUNT; b++) {
        if (b == BASIS_VERIFIED && !rating->on[b].given) {
            continue;
        }
        text_clear(&value);
        if (rating->on[b].given) {
            figure_exact(&value, rating->on[b].value);
        } else {
            text_add(&value, "–");
        }
        text_add(out, b == 0 ? "" : ", ");
        text_format(out, _(words[b]), value.bytes);
    }
    text_release(&value);
}

/* "supported index 1.01 (1 of 47 indicators)" */
static void add_index(const struct evaluation *evaluation, enum basis basis, struct text *out)
{
    static const char *const words[] = {
        [BASIS_CLAIMED] = N_("claimed index %s (%u of %u indicators)"),
        [BASIS_SUPPORTED] = N_("supported index %s (%u of %u indicators)"),
        [BASIS_VERIFIED] = N_("verified index %s (%u of %u indicators)")};
    const struct index_value *index = &evaluation->index[basis];
    struct text value = TEXT_EMPTY;
    if (index->given > 0) {
        figure_rounded(&value, index->exact, evaluation->instrument->decimals);
    } else {
        text_add(&value, "–");
    }
    text_format(out, _(words[basis]), value.bytes, index->given, index->of);
    text_release(&value);
}

/* Says what of an indicator was answered and does not count. */
static void tell_uncounted(const struct evaluation *evaluation, const char *id)
{
    const struct problem *problem = evaluation->problems.first;
    for (; problem != NULL; problem = problem->next) {
        if (strcmp(problem->code, "other_year") == 0 &&
            strncmp(problem->where, id, strlen(id)) == 0) {
            fprintf(stderr, "%s: %s\n", problem->where, problem->message);
        }
    }
}

/* One line for each indicator that the step changed. */
static void tell_values(const struct session *session, const struct evaluation *evaluation,
                        enum basis basis)
{
    struct text line = TEXT_EMPTY;
    for (size_t i = 0; i < session->instrument->indicator_count; i++) {
        const char *id = session->instrument->indicators[i].id;
        if (!session->touched[i]) {
            continue;
        }
        text_clear(&line);
        text_format(&line, "%s: ", id);
        add_values(&evaluation->ratings[i], &line);
        text_add(&line, "; ");
        add_index(evaluation, basis, &line);
        puts(line.bytes);
        tell_uncounted(evaluation, id);
    }
    text_release(&line);
}

bool session_end_scored(struct session *session, enum basis basis, struct error *err)
{
    size_t count = session->instrument->indicator_count;
    struct assessment assessment;
    struct evaluation evaluation;
    session->touched = arena_get(&session->arena, count, sizeof *session->touched);
    if (!session_end(session, err)) {
        return false;
    }
    if (memchr(session->touched, 1, count) == NULL) {
        return true;
    }
    bool ok = store_load(session->store, session->instrument, &session->arena, &assessment, err) &&
              evaluation_run(&evaluation, &assessment, (int)basis, &session->arena, err);
    if (ok) {
        tell_values(session, &evaluation, basis);
    }
    return ok;
}
