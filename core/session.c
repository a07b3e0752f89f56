#include "session.h"

#include "console.h"
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

bool session_begin(struct session *session, const struct call *call, const char *origin,
                   struct error *err)
{
    bool asked = false;
    if (!session_who(call, store_about(session->store)->person, &session->name, &asked, err) ||
        !store_begin(session->store, session->name.bytes, origin, err)) {
        return false;
    }
    session->first = store_history_length(session->store) + 1;
    session->edit = (struct edit){session->store, session->instrument, session->name.bytes};
    return !asked || store_set(session->store, FIELD_PERSON, NULL, "", session->name.bytes, err);
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
    if (fact == NULL) {
        text_add(out, "–");
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
            text_format(out, "%s ", change->indicator);
        }
        console_add_safe(out, change->subject, false);
        text_add(out, "  ");
    }
    text_format(out, "%s: ", label);
    if (change->was != NULL) {
        session_tell_fact(change->field, change->was, out);
        text_add(out, " → ");
    }
    session_tell_fact(change->field, change->now, out);
}

static bool print_change(void *context, const struct change *change)
{
    (void)context;
    struct text line = TEXT_EMPTY;
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
    return store_history(session->store, NULL, session->first, print_change, NULL, err);
}
