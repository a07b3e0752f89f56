/* Commands on the assessment file as a whole: made, described, filled from documents, copied,
 * proved. */
#include "command.h"

#include "console.h"
#include "exchange.h"
#include "file.h"
#include "history_rules.h"
#include "import.h"
#include "json_out.h"
#include "lang.h"
#include "memory.h"
#include "message.h"
#include "session.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- new ---- */

/* The value of an option that must be given; NULL after setting the error. */
static const char *need(const struct call *call, const char *option, struct error *err)
{
    const char *value = command_value(call, option);
    if (value == NULL) {
        error_set(err, M_NEW_OPTION, "new", option);
    }
    return value;
}

/* Makes the file, with the rules that it starts from. */
static bool make_file(const struct call *call, const struct pack *pack,
                      const struct store_about *about, const char *who, struct error *err)
{
    const struct instrument *instrument = pack_instrument(pack);
    struct store_rule *rules = memory_zero(instrument->file_count, sizeof *rules);
    for (size_t i = 0; i < instrument->file_count; i++) {
        const struct text *source = pack_source(pack, i);
        rules[i] = (struct store_rule){instrument->files[i].name, source->bytes, source->length};
    }
    bool ok = store_create(call->arguments[0], about, rules, instrument->file_count, who, err);
    free(rules);
    return ok;
}

static bool start_file(const struct call *call, const char *id, const char *agency,
                       const char *kind, const char *year, struct error *err)
{
    struct text who = TEXT_EMPTY;
    struct store_about about = {.person = NULL};
    bool asked = false;
    struct pack *pack = pack_load(id, err);
    bool ok = pack != NULL &&
              edit_check_cover(pack_instrument(pack), agency, kind, year, &about, err) &&
              session_who(call, NULL, &who, &asked, err);
    about.person = asked ? who.bytes : NULL;
    ok = ok && make_file(call, pack, &about, who.bytes, err);
    if (ok) {
        struct text name = TEXT_EMPTY;
        console_add_safe(&name, about.agency, false);
        printf(_("%s: %s, %d, %s (%zu indicators)\n"), call->arguments[0], name.bytes, about.year,
               about.instrument, pack_instrument(pack)->indicator_count);
        text_release(&name);
    }
    pack_free(pack);
    text_release(&who);
    return ok;
}

static int run_new(const struct call *call, struct error *err)
{
    const char *id = need(call, "instrument", err);
    const char *agency = id == NULL ? NULL : need(call, "agency", err);
    const char *kind = agency == NULL ? NULL : need(call, "kind", err);
    const char *year = kind == NULL ? NULL : need(call, "year", err);
    if (year != NULL) {
        start_file(call, id, agency, kind, year, err);
    }
    return 0;
}

/* ---- set ---- */

/* One value, or the deadline of one unit. */
static bool set_value(const struct edit *edit, const struct call *call, struct error *err)
{
    const char *unit = command_value(call, "unit");
    if (unit == NULL) {
        return edit_set(edit, call->arguments[1], call->arguments[2], err);
    }
    if (strcmp(call->arguments[1], "deadline") != 0) {
        return error_set(err, M_SET_UNIT, "--unit");
    }
    return edit_deadline(edit, unit, call->arguments[2], err);
}

static int run_set(const struct call *call, struct error *err)
{
    struct session session;
    if (session_open(&session, call->arguments[0], STORE_WRITE, err) &&
        session_begin(&session, call, "set", err) && set_value(&session.edit, call, err)) {
        session_end(&session, err);
    }
    session_close(&session);
    return 0;
}

/* ---- copy ---- */

static int run_copy(const struct call *call, struct error *err)
{
    struct session session;
    if (session_open_file(&session, call->arguments[0], STORE_READ, err)) {
        store_copy(session.store, call->arguments[1], err);
    }
    session_close(&session);
    return 0;
}

/* ---- history ---- */

enum { NUMBER_COLUMNS = 8 }; /* in front of an entry */

struct telling {
    struct console out;
    int64_t step; /* whose heading was printed last */
    struct history_rules rules;
};

/* "2026-11-22 01:50:03 UTC  Siti  attach" */
static void print_heading(struct telling *telling, const struct change *change)
{
    struct text line = TEXT_EMPTY;
    if (telling->step != 0) {
        putchar('\n');
    }
    text_format(&line, "%.10s %.8s UTC  ", change->at,
                strlen(change->at) > 11 ? change->at + 11 : "");
    console_add_safe(&line, change->who, false);
    text_add(&line, "  (");
    console_add_safe(&line, change->origin, false);
    text_add(&line, ")\n");
    console_write(&telling->out, TONE_STRONG, line.bytes);
    text_release(&line);
    telling->step = change->step;
}

static bool print_entry(void *context, const struct change *change)
{
    struct telling *telling = context;
    if (change->step != telling->step) {
        print_heading(telling, change);
    }
    struct text line = TEXT_EMPTY;
    text_format(&line, "%6" PRId64 "  ", change->number);
    session_tell_change(change, &line);
    puts(line.bytes);
    text_clear(&line);
    if (history_rules_see(&telling->rules, change)) {
        history_rules_tell(&telling->rules, NUMBER_COLUMNS, &line);
        console_write(&telling->out, TONE_PLAIN, line.bytes);
    }
    text_release(&line);
    return true;
}

/* One entry as one line of JSON, with the words of the file itself. */
static bool write_entry(void *context, const struct change *change)
{
    struct telling *telling = context;
    struct text line = TEXT_EMPTY;
    struct json_out out = {&line, false};
    json_out_open(&out, '{');
    json_out_member_int(&out, "number", change->number);
    json_out_member_int(&out, "step", change->step);
    json_out_member(&out, "at", change->at);
    json_out_member(&out, "who", change->who);
    json_out_member(&out, "origin", change->origin);
    json_out_member(&out, "field", change->word);
    json_out_member(&out, "indicator", change->indicator);
    json_out_member(&out, "subject", change->subject);
    json_out_member(&out, "was", change->was);
    json_out_member(&out, "now", change->now);
    json_out_member(&out, "hash", change->hash);
    if (history_rules_see(&telling->rules, change)) {
        history_rules_write(&telling->rules, &out);
    }
    json_out_close(&out, '}');
    puts(line.bytes);
    text_release(&line);
    return true;
}

static int run_history(const struct call *call, struct error *err)
{
    struct session session;
    const char *indicator = call->argument_count > 1 ? call->arguments[1] : NULL;
    struct telling telling = {.step = 0};
    console_open(&telling.out, stdout);
    if (session_open(&session, call->arguments[0], STORE_READ, err) &&
        (indicator == NULL || edit_indicator(session.instrument, indicator, err) != NOWHERE)) {
        history_rules_open(&telling.rules, session.store);
        store_history(session.store, indicator, 1,
                      command_has(call, "json") ? write_entry : print_entry, &telling, err);
        history_rules_close(&telling.rules);
    }
    session_close(&session);
    return 0;
}

const struct command command_store_table[] = {
    {.name = "new",
     .arguments = "FILE.spbe",
     .least = 1,
     .most = 1,
     .summary = N_("make an assessment file"),
     .example = "spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota "
                "--year 2024",
     .details = N_("The file holds the whole case: answers, evidence with its documents, verdicts, "
                   "units and a history that cannot be changed unseen. An existing file is never "
                   "replaced."),
     .run = run_new,
     .options = {{"instrument", "ID", N_("rule pack, such as spbe-2020"), 0, false},
                 {"agency", "NAME", N_("name of the agency"), 0, false},
                 {"kind", "KIND", N_("kementerian, lembaga, provinsi, kabupaten, kota or lainnya"),
                  0, false},
                 {"year", "YYYY", N_("year that is assessed"), 0, false}}},
    {.name = "set",
     .arguments = "FILE.spbe agency|kind|year|deadline VALUE",
     .least = 3,
     .most = 3,
     .summary = N_("correct the agency, its kind or the year, or set a deadline"),
     .example = "spbe set kota.spbe deadline 2026-12-15",
     .details = N_("The deadline is the day until when the units are to answer. It stands in their "
                   "forms, and "
                   "'spbe status' tells from it who is late with what. '-' takes it away."),
     .run = run_set,
     .options = {{"unit", "NAME", N_("a deadline for this unit alone"), 0, false}}},
    {.name = "import",
     .arguments = "FILE.spbe INPUT...",
     .least = 2,
     .many = true,
     .summary = N_("take in filled-in assessments, forms, or tables of levels"),
     .example = "spbe import kota.spbe dinas.json --dry-run",
     .details =
         N_("What a document says is taken over, what it does not mention stays. Each change is "
            "listed with its place. Either all documents are taken in or none. A table (.xlsx or "
            ".csv) needs two columns, \"indikator\" and \"tingkat\"; its levels become claims. "
            "Documents that a form names become evidence; their contents "
            "come from DIR and its subfolders, found by the names of the files.\n"
            "Where a form and the file have both changed since the form was written, nobody is "
            "overwritten: the "
            "import fails, unless --theirs or --ours decides, or --conflicts writes these answers "
            "into a "
            "workbook and takes in the rest. Decided there one by one (berkas, formulir), it is "
            "imported like a "
            "form; exit status 1 while something is undecided. Each input is a step of its own in "
            "the history; "
            "the name on a form's sheet Identitas stands with it."),
     .run = import_run,
     .options = {{"dry-run", NULL, N_("only say what would change"), 0, false},
                 {"anyway", NULL, N_("also from another agency, kind or year"), 0, false},
                 {"theirs", NULL, N_("in a conflict, what the form says"), 0, false},
                 {"ours", NULL, N_("in a conflict, what the file says"), 0, false},
                 {"conflicts", "OUT.xlsx",
                  N_("conflicts go into a workbook, to be decided and imported"), 0, false},
                 {"evidence", "DIR", N_("where the files lie that a form names as evidence"), 0,
                  false}}},
    {.name = "copy",
     .arguments = "FILE.spbe NEW.spbe",
     .least = 2,
     .most = 2,
     .summary = N_("make a compact copy, also while others work on the file"),
     .example = "spbe copy kota.spbe cadangan.spbe",
     .run = run_copy},
    {.name = "history",
     .arguments = "FILE.spbe [INDICATOR]",
     .least = 1,
     .most = 2,
     .summary = N_("who changed what, when, from what to what"),
     .example = "spbe history kota.spbe I11",
     .run = run_history,
     .options = {{"json", NULL, N_("one JSON object a line"), 0, false}}},
    {.name = NULL},
};
