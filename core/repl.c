#include "repl.h"

#include "console.h"
#include "exchange.h"
#include "explain_view.h"
#include "json.h"
#include "json_out.h"
#include "lang.h"
#include "pack_try.h"
#include "prompt.h"
#include "report.h"
#include "score_input.h"
#include "scorer.h"
#include "table.h"

#include <string.h>

struct repl {
    const struct pack *pack;
    const struct evaluation *evaluation; /* or NULL */
    struct scorer *scorer;
    struct console console;
    struct prompt prompt;
    struct text question, answer, known; /* known: what the worker is told at the beginning */
    struct arena arena;                  /* of one line */
    bool told;                           /* the worker at hand knows it */
    bool clean;
};

/* What the worker said about a line. */
struct reply {
    struct json_text shown, proofs, failed; /* without bytes where not said */
    bool more;
};

/* ---- what the worker is told ---------------------------------------------------------------------- */

/* A member that holds JSON; without a line break at its end. */
static void add_raw(struct json_out *out, const char *key, struct text *json)
{
    size_t length = json->length;
    while (length > 0 && json->bytes[length - 1] == '\n') {
        length--;
    }
    json_out_key(out, key);
    json_out_raw(out, json->bytes, length);
    text_clear(json);
}

static void add_functions(struct json_out *out, const struct instrument *instrument)
{
    json_out_key(out, "functions");
    json_out_open(out, '{');
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        if (instrument->indicators[i].function != NULL) {
            json_out_member(out, instrument->indicators[i].id, instrument->indicators[i].function);
        }
    }
    json_out_close(out, '}');
}

/* Writes {"know":{…}}. */
static bool write_known(struct repl *repl, struct error *err)
{
    const struct evaluation *evaluation = repl->evaluation;
    struct text json = TEXT_EMPTY;
    struct json_out out = {&repl->known, false};
    bool ok =
        pack_show(repl->pack, evaluation == NULL ? 0 : evaluation->assessment->year, &json, err);
    json_out_open(&out, '{');
    json_out_key(&out, "know");
    json_out_open(&out, '{');
    add_raw(&out, "instrument", &json);
    add_functions(&out, pack_instrument(repl->pack));
    if (ok && evaluation != NULL) {
        report_write(evaluation, REPORT_PLAIN, &repl->arena, &json);
        add_raw(&out, "result", &json);
        exchange_write(evaluation->assessment, &json);
        add_raw(&out, "assessment", &json);
        score_input_write(evaluation, &repl->arena, &json);
        add_raw(&out, "inputs", &json);
    }
    json_out_close(&out, '}');
    json_out_close(&out, '}');
    text_release(&json);
    return ok;
}

/* Begins a session in the worker; a new one knows nothing of what was typed before. */
static bool tell(struct repl *repl, struct error *err)
{
    repl->told = repl->told || scorer_ask(repl->scorer, &repl->known, &repl->answer, err);
    return repl->told;
}

/* ---- one statement -------------------------------------------------------------------------------- */

/* Says what went wrong, and that the worker's names are gone where it had to end. */
static void complain_about(struct repl *repl, struct error *err)
{
    fflush(stdout);
    error_print(err, stderr);
    if (!repl->told) {
        fputs(_("the session begins anew; names that were given are gone\n"), stderr);
    }
    error_clear(err);
    repl->clean = false;
}

static bool read_reply(struct repl *repl, struct reply *reply, struct error *err)
{
    struct json json;
    struct json_text key;
    bool good = true;
    *reply = (struct reply){.more = false};
    json_open(&json, repl->answer.bytes, repl->answer.length, &repl->arena, NULL);
    json.value_limit = SIZE_MAX;
    json_object(&json);
    while (good && json_key(&json, &key)) {
        good = json_is(&key, "shown")    ? json_string(&json, &reply->shown)
               : json_is(&key, "proofs") ? json_skip(&json, &reply->proofs)
               : json_is(&key, "failed") ? json_skip(&json, &reply->failed)
               : json_is(&key, "more")   ? json_bool(&json, &reply->more)
                                         : false;
    }
    struct error ignored = {.kind = ERROR_NONE};
    repl->told = json_end(&json, &ignored) && good;
    return repl->told || scorer_refuse(repl->scorer, err);
}

/* Asks the worker about the statement so far. whole: nothing will follow. */
static bool ask(struct repl *repl, bool whole, struct reply *reply, struct error *err)
{
    text_clear(&repl->question);
    text_add(&repl->question, "{\"try\":");
    text_append_json(&repl->question, repl->prompt.text.bytes, repl->prompt.text.length);
    text_format(&repl->question, ",\"line\":%zu,\"whole\":%s}", repl->prompt.first,
                whole ? "true" : "false");
    if (!tell(repl, err)) {
        return false;
    }
    repl->told = scorer_ask(repl->scorer, &repl->question, &repl->answer, err);
    return repl->told && read_reply(repl, reply, err);
}

/* The proofs that a line asked for. */
static void show_proofs(struct repl *repl, const struct json_text *proofs)
{
    struct json json;
    struct json_text id;
    struct arena scratch = ARENA_EMPTY;
    json_open(&json, proofs->bytes, proofs->length, &repl->arena, NULL);
    json_array(&json);
    while (json_item(&json) && json_string(&json, &id)) {
        int position =
            instrument_find_indicator(repl->evaluation->instrument, id.bytes, id.length, NOWHERE);
        if (position != NOWHERE) {
            explain_view_print(repl->evaluation, position, &repl->console, &scratch);
        }
    }
    arena_release(&scratch);
}

/* Shows what a finished statement gave. */
static bool show(struct repl *repl, const struct reply *reply, struct error *err)
{
    struct fault fault = {0};
    if (reply->failed.bytes != NULL) {
        return fault_read(reply->failed.bytes, reply->failed.length, &fault)
                   ? scorer_tell(repl->scorer, &fault, err)
                   : scorer_refuse(repl->scorer, err);
    }
    if (reply->shown.bytes != NULL) {
        struct text shown = TEXT_EMPTY;
        text_append(&shown, reply->shown.bytes, reply->shown.length);
        console_write(&repl->console, TONE_PLAIN, shown.bytes);
        text_release(&shown);
    }
    if (reply->proofs.bytes != NULL && repl->evaluation != NULL) {
        show_proofs(repl, &reply->proofs);
    }
    return true;
}

/* Runs the statement that begins with the line just read, reading more where it goes on; a person who sees no
 * other way out of one ends it by two empty lines. False at the end of the input. */
static bool run_statement(struct repl *repl)
{
    struct reply reply = {.more = true};
    struct error err = {.kind = ERROR_NONE};
    enum prompt_end how = PROMPT_LINE;
    bool ok = ask(repl, false, &reply, &err);
    for (unsigned empty = 0; ok && reply.more;) {
        how = prompt_read(&repl->prompt, true, &err);
        empty = repl->prompt.last == 0 ? empty + 1 : 0;
        bool whole = how == PROMPT_GONE || (repl->prompt.asks && empty == 2);
        ok = how != PROMPT_REFUSED && ask(repl, whole, &reply, &err);
        reply.more = reply.more && !whole;
    }
    ok = ok && show(repl, &reply, &err);
    if (!ok) {
        complain_about(repl, &err);
    }
    arena_clear(&repl->arena);
    return how != PROMPT_GONE;
}

/* ---- the session ---------------------------------------------------------------------------------- */

/* True when the line is that word, with nothing but spaces around. */
static bool is_word(const struct prompt *prompt, const char *word)
{
    const char *line = prompt->text.bytes + strspn(prompt->text.bytes, " \t");
    size_t length = strcspn(line, " \t\r\n");
    return length == strlen(word) && memcmp(line, word, length) == 0 &&
           line[length + strspn(line + length, " \t\r\n")] == '\0';
}

/* The names of a session beyond those of Lua. */
static void show_help(struct repl *repl)
{
    static const struct table_column columns[] = {
        {.title = N_("Name")},
        {.title = N_("What it is"), .gives = true},
    };
    struct table *table = table_new(columns, 2);
    for (const struct try_name *name = try_names; name->name != NULL; name++) {
        table_cell(table, TONE_STRONG, name->form);
        table_cell(table, TONE_PLAIN, lang_text(name->meaning));
    }
    table_print(table, &repl->console);
    table_free(table);
    fputs(_("A line is an expression or a statement of Lua ('spbe help lua'); 'exit' ends the "
            "session.\n"),
          stdout);
}

/* Says on a terminal what this is about. */
static void greet(const struct repl *repl)
{
    const struct evaluation *evaluation = repl->evaluation;
    if (!repl->prompt.asks) {
        return;
    }
    fprintf(stderr, "%s", pack_place(repl->pack));
    if (evaluation != NULL) {
        fprintf(stderr, " · %s · %d", evaluation->assessment->agency, evaluation->assessment->year);
    }
    fprintf(stderr, "\n%s\n", _("'help' lists the names; 'exit' ends the session"));
}

/* Acts on the line that was read; false when the session is over. */
static bool act(struct repl *repl)
{
    const struct prompt *prompt = &repl->prompt;
    if (is_word(prompt, "")) {
        return true;
    }
    if (is_word(prompt, "exit") || is_word(prompt, "quit") || is_word(prompt, "keluar")) {
        return false;
    }
    if (is_word(prompt, "help") || is_word(prompt, "bantuan")) {
        show_help(repl);
        return true;
    }
    return run_statement(repl);
}

static void read_lines(struct repl *repl)
{
    bool goes_on = true;
    while (goes_on) {
        struct error err = {.kind = ERROR_NONE};
        enum prompt_end how = prompt_read(&repl->prompt, false, &err);
        if (how == PROMPT_REFUSED) {
            complain_about(repl, &err);
        }
        goes_on = how == PROMPT_LINE ? act(repl) : how == PROMPT_REFUSED;
    }
}

bool repl_run(const struct pack *pack, const struct evaluation *evaluation, FILE *from, bool *clean,
              struct error *err)
{
    const char *place = "";
    size_t count = 0;
    const struct source *sources = scorer_sources(pack_instrument(pack)->scorer, &place, &count);
    struct repl repl = {.pack = pack,
                        .evaluation = evaluation,
                        .scorer = scorer_new(place, sources, count),
                        .question = TEXT_EMPTY,
                        .answer = TEXT_EMPTY,
                        .known = TEXT_EMPTY,
                        .arena = ARENA_EMPTY,
                        .clean = true};
    scorer_keep(repl.scorer);
    console_open(&repl.console, stdout);
    prompt_open(&repl.prompt, from);
    bool ok = write_known(&repl, err) && tell(&repl, err);
    arena_clear(&repl.arena);
    if (ok) {
        greet(&repl);
        read_lines(&repl);
    }
    *clean = repl.clean;
    prompt_close(&repl.prompt);
    text_release(&repl.question);
    text_release(&repl.answer);
    text_release(&repl.known);
    arena_release(&repl.arena);
    scorer_free(repl.scorer);
    return ok;
}
