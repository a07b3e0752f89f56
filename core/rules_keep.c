#include "rules_keep.h"

#include "kept_rules.h"
#include "message.h"
#include "pack_stack.h"
#include "session.h"

#include <string.h>

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

int rules_keep_run(const struct call *call, struct error *err)
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
