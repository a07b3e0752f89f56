/* Commands on what an agency writes in its own words: explanations of levels, answers to the general
 * questions. */
#include "command.h"

#include "console.h"
#include "edit_explanation.h"
#include "explanation.h"
#include "file.h"
#include "lang.h"
#include "limit.h"
#include "message.h"
#include "session.h"

#include <stdio.h>
#include <string.h>

/* ---- explain-level ---- */

/* Writes what is there: a text to be read, or piped on. */
static void show(const struct call *call, struct error *err)
{
    struct session session;
    const char *now = NULL;
    const char *level = call->arguments[1];
    if (session_open(&session, call->arguments[0], STORE_READ, err) &&
        edit_level(session.instrument, level, err) != NOWHERE &&
        store_get(session.store, FIELD_EXPLANATION, level, &session.arena, &now, err)) {
        struct text text = TEXT_EMPTY;
        console_add_safe(&text, now == NULL ? "" : now, true);
        if (now != NULL) {
            puts(text.bytes);
        } else {
            fprintf(stderr, _("%s has no explanation yet\n"), level);
        }
        text_release(&text);
    }
    session_close(&session);
}

/* Reads a text from a file, without the line breaks at its end. */
static bool read_text(const char *path, struct text *out, struct error *err)
{
    if (!file_read(path, LIMIT_TEXT_BYTES, out, err)) {
        return false;
    }
    if (memchr(out->bytes, '\0', out->length) != NULL) {
        return error_set(err, M_EDIT_UTF8, path);
    }
    while (out->length > 0 && strchr("\r\n", out->bytes[out->length - 1]) != NULL) {
        out->bytes[--out->length] = '\0';
    }
    return true;
}

/* Says where a text is longer than the official application takes. */
static void warn_long(struct session *session, const char *level, struct error *err)
{
    const char *now = NULL;
    int most = session->instrument->portal.explanation_length;
    if (most > 0 &&
        store_get(session->store, FIELD_EXPLANATION, level, &session->arena, &now, err) &&
        explanation_length(now) > (size_t)most) {
        fprintf(stderr, _("%s: %zu characters, the official application takes %d\n"), level,
                explanation_length(now), most);
    }
}

static void write(const struct call *call, const struct edit_explanation *said, struct error *err)
{
    struct session session;
    if (session_open(&session, call->arguments[0], STORE_WRITE, err) &&
        session_begin(&session, call, "explain-level", err) &&
        edit_explain(&session.edit, call->arguments[1], said, err) && session_end(&session, err)) {
        warn_long(&session, call->arguments[1], err);
    }
    session_close(&session);
}

static int run_explain_level(const struct call *call, struct error *err)
{
    struct text file = TEXT_EMPTY;
    const char *from = command_value(call, "from");
    struct edit_explanation said = {.text = command_value(call, "text"),
                                    .facts = command_value(call, "fact"),
                                    .analysis = command_value(call, "analysis")};
    bool nothing = said.text == NULL && said.facts == NULL && said.analysis == NULL;
    if (from == NULL && nothing) {
        show(call, err);
    } else if (from != NULL && !nothing) {
        error_set(err, M_EDIT_EXPLANATION, call->arguments[1]);
    } else if (from == NULL || read_text(from, &file, err)) {
        said.text = from != NULL ? file.bytes : said.text;
        write(call, &said, err);
    }
    text_release(&file);
    return 0;
}

/* ---- general questions ---- */

static int run_question_list(const struct call *call, struct error *err)
{
    struct session session;
    struct console out;
    console_open(&out, stdout);
    bool ok = session_open(&session, call->arguments[0], STORE_READ, err);
    for (size_t i = 0; ok && i < session.instrument->question_count; i++) {
        const struct question *question = &session.instrument->questions[i];
        const char *answer = NULL;
        ok = store_get(session.store, FIELD_GENERAL, question->id, &session.arena, &answer, err);
        console_item(&out, 0, TONE_STRONG, question->id, question->text);
        console_paragraph(&out, 5, answer == NULL ? _("(no answer yet)") : answer);
    }
    if (ok && session.instrument->question_count == 0) {
        fprintf(stderr, _("%s asks no general questions\n"), session.instrument->id);
    }
    session_close(&session);
    return 0;
}

static int run_question_answer(const struct call *call, struct error *err)
{
    struct session session;
    if (session_open(&session, call->arguments[0], STORE_WRITE, err) &&
        session_begin(&session, call, "question answer", err) &&
        edit_general(&session.edit, call->arguments[1], call->arguments[2], err)) {
        session_end(&session, err);
    }
    session_close(&session);
    return 0;
}

const struct command command_explanation_table[] = {
    {.name = "explain-level",
     .arguments = "FILE.spbe LEVEL",
     .least = 2,
     .most = 2,
     .summary = N_("write why a level is reached: the facts, then their analysis"),
     .example = "spbe explain-level kota.spbe I11.3 --fact 'Perwali 12/2023, pasal 4' --analysis "
                "'memuat seluruh ketentuan'",
     .details =
         N_("The official application asks for it under each level up to the claimed one. "
            "Facts name document, number, article, page and file; the analysis says how they "
            "meet the level's criteria. '-' as a text takes it away. Without an option the "
            "present text is shown."),
     .run = run_explain_level,
     .options = {{"fact", "TEXT", N_("the facts; the analysis stays as it is"), 0, false},
                 {"analysis", "TEXT", N_("the analysis; the facts stay as they are"), 0, false},
                 {"text", "TEXT", N_("the whole explanation"), 0, false},
                 {"from", "FILE", N_("the whole explanation, from a text file ('-': input)"), 0,
                  false}}},
    {.name = "question list",
     .arguments = "FILE.spbe",
     .least = 1,
     .most = 1,
     .summary = N_("list the general questions and their answers"),
     .example = "spbe question list kota.spbe",
     .details = N_("They have no value; the official application asks them before the "
                   "indicators."),
     .run = run_question_list},
    {.name = "question answer",
     .arguments = "FILE.spbe QUESTION TEXT",
     .least = 3,
     .most = 3,
     .summary = N_("answer a general question; '-' takes the answer back"),
     .example = "spbe question answer kota.spbe PU3 'perizinan dan kependudukan'",
     .run = run_question_answer},
    {.name = NULL},
};
