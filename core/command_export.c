/* Commands that hand an assessment over: as a document, as a package that proves itself, as what the
 * official application takes; and the one that proves. */
#include "command.h"

#include "bundle.h"
#include "bundle_check.h"
#include "console.h"
#include "exchange.h"
#include "file.h"
#include "json_out.h"
#include "lang.h"
#include "message.h"
#include "portal.h"
#include "portal_text.h"
#include "session.h"

#include <stdio.h>
#include <string.h>

/* ---- export ---- */

static void export_json(struct session *session, const char *out, struct error *err)
{
    struct assessment assessment;
    if (store_load(session->store, session->instrument, &session->arena, &assessment, err)) {
        struct text json = TEXT_EMPTY;
        exchange_write(&assessment, &json);
        file_write(out == NULL ? "-" : out, json.bytes, json.length, err);
        text_release(&json);
    }
}

/* Names evidence whose content is not in the file. */
static void tell_absent(const struct hand_over *all)
{
    for (size_t i = 0; i < all->count; i++) {
        const struct hand_item *item = &all->items[i];
        if (!item->here) {
            fprintf(stderr,
                    item->exhibit->purged
                        ? _("%s (%s): its content was purged; only listed\n")
                        : _("%s (%s): its content is not in the file; only listed\n"),
                    item->exhibit->id, item->exhibit->indicator);
        }
    }
}

static void export_bundle(struct session *session, const char *path, struct error *err)
{
    struct hand_over all;
    struct bundle bundle;
    if (hand_over_gather(session->store, session->instrument, &session->arena, &all, err) &&
        bundle_write(session->store, &all, path, &bundle, err)) {
        tell_absent(&all);
        printf(_("%s: %zu files of evidence, %zu only listed\n"), path, bundle.files,
               all.count - bundle.files);
        printf(_("manifest's SHA-256: %s\n"), bundle.manifest);
    }
}

/* Prints what does not fit, indicator by indicator. */
static void tell_unfit(const struct portal_plan *plan)
{
    struct text text = TEXT_EMPTY;
    for (size_t i = 0; i < plan->all->instrument->indicator_count; i++) {
        text_clear(&text);
        portal_text_unfit(plan, &plan->pages[i], &text);
        if (text.length > 0) {
            printf("%s\n%s", plan->all->instrument->indicators[i].id, text.bytes);
        }
    }
    text_release(&text);
}

static void export_portal(struct session *session, const char *path, struct error *err)
{
    struct hand_over all;
    struct portal_plan plan;
    if (!hand_over_gather(session->store, session->instrument, &session->arena, &all, err)) {
        return;
    }
    portal_plan(&all, &session->arena, &plan);
    if (portal_write(session->store, &plan, path, err)) {
        tell_unfit(&plan);
        printf(_("%s: %zu of %zu indicators, %zu things that do not fit; read %s first\n"), path,
               plan.used, session->instrument->indicator_count, plan.unfit, PORTAL_README);
    }
}

static int run_export(const struct call *call, struct error *err)
{
    struct session session;
    const char *out = command_value(call, "output");
    const char *bundle = command_value(call, "bundle");
    const char *portal = command_value(call, "portal");
    if ((out != NULL) + (bundle != NULL) + (portal != NULL) > 1) {
        error_set(err, M_EXPORT_ONE, "export");
        return 0;
    }
    if (session_open(&session, call->arguments[0], STORE_READ, err)) {
        if (bundle != NULL) {
            export_bundle(&session, bundle, err);
        } else if (portal != NULL) {
            export_portal(&session, portal, err);
        } else {
            export_json(&session, out, err);
        }
    }
    session_close(&session);
    return 0;
}

/* ---- verify ---- */

/* What a verification has found so far. */
struct findings {
    size_t count;
    struct text list; /* as JSON, for --json */
    struct json_out json;
};

static void print_finding(void *context, const char *where, const char *what)
{
    enum { SHOWN = 100 };
    struct findings *findings = context;
    struct text line = TEXT_EMPTY;
    if (++findings->count <= SHOWN) {
        console_add_safe(&line, where, false);
        text_add(&line, ": ");
        console_add_safe(&line, what, false);
        puts(line.bytes);
    }
    text_release(&line);
}

static void list_finding(void *context, const char *where, const char *what)
{
    struct json_out *out = &((struct findings *)context)->json;
    json_out_open(out, '{');
    json_out_member(out, "where", where);
    json_out_member(out, "what", what);
    json_out_close(out, '}');
}

static void write_findings(struct json_out *out, const struct findings *findings)
{
    json_out_key(out, "findings");
    json_out_open(out, '[');
    json_out_raw(out, findings->list.bytes, findings->list.length);
    json_out_close(out, ']');
}

static void write_verdict(const struct store_verdict *verdict, const struct findings *findings)
{
    struct text line = TEXT_EMPTY;
    struct json_out out = {&line, false};
    json_out_open(&out, '{');
    json_out_member_bool(&out, "whole", verdict->findings == 0);
    json_out_member_int(&out, "entries", verdict->entries);
    json_out_member_int(&out, "documents", verdict->documents);
    json_out_member_int(&out, "purged", verdict->purged);
    json_out_member(&out, "head", verdict->head);
    write_findings(&out, findings);
    json_out_close(&out, '}');
    puts(line.bytes);
    text_release(&line);
}

static void print_verdict(const struct store_verdict *verdict)
{
    if (verdict->findings > 0) {
        printf(_("altered or damaged: %lld findings\n"), (long long)verdict->findings);
        return;
    }
    printf(_("whole: %lld journal entries, %lld documents, %lld purged\n"),
           (long long)verdict->entries, (long long)verdict->documents, (long long)verdict->purged);
    printf(_("last entry's hash: %s\n"), verdict->head);
}

/* Checks an assessment file. */
static int verify_store(const char *path, bool json, struct error *err)
{
    struct session session;
    struct store_verdict verdict = {.findings = 0};
    struct findings findings = {.list = TEXT_EMPTY};
    findings.json = (struct json_out){&findings.list, false};
    bool ok =
        session_open_file(&session, path, STORE_EXAMINE, err) &&
        store_verify(session.store, json ? list_finding : print_finding, &findings, &verdict, err);
    session_close(&session);
    if (!ok && err->id != NULL && strcmp(err->id, "STORE_DAMAGED") == 0) {
        error_clear(err);
        error_set(err, M_STORE_RUINED, path);
    }
    if (ok && json) {
        write_verdict(&verdict, &findings);
    } else if (ok) {
        print_verdict(&verdict);
    }
    text_release(&findings.list);
    return ok && verdict.findings > 0 ? 1 : 0;
}

static void write_package(const struct bundle_verdict *verdict, const struct findings *findings)
{
    struct text line = TEXT_EMPTY;
    struct json_out out = {&line, false};
    json_out_open(&out, '{');
    json_out_member_bool(&out, "whole", verdict->findings == 0);
    json_out_member_int(&out, "files", (int64_t)verdict->files);
    json_out_member(&out, "manifest", verdict->manifest);
    write_findings(&out, findings);
    json_out_close(&out, '}');
    puts(line.bytes);
    text_release(&line);
}

static void print_package(const struct bundle_verdict *verdict)
{
    if (verdict->findings > 0) {
        printf(_("altered or damaged: %lld findings\n"), (long long)verdict->findings);
        return;
    }
    printf(_("whole: %zu files, as the manifest says\n"), verdict->files);
    printf(_("manifest's SHA-256: %s\n"), verdict->manifest);
}

/* Checks a hand-over package. */
static int verify_package(const char *path, bool json, struct error *err)
{
    struct bundle_verdict verdict;
    struct findings findings = {.list = TEXT_EMPTY};
    findings.json = (struct json_out){&findings.list, false};
    bool ok = bundle_verify(path, json ? list_finding : print_finding, &findings, &verdict, err);
    if (ok && json) {
        write_package(&verdict, &findings);
    } else if (ok) {
        print_package(&verdict);
    }
    text_release(&findings.list);
    return ok && verdict.findings > 0 ? 1 : 0;
}

static int run_verify(const struct call *call, struct error *err)
{
    const char *path = call->arguments[0];
    bool json = command_has(call, "json");
    return bundle_recognises(path) ? verify_package(path, json, err)
                                   : verify_store(path, json, err);
}

const struct command command_export_table[] = {
    {.name = "export",
     .arguments = "FILE.spbe",
     .least = 1,
     .most = 1,
     .summary = N_("hand over: as JSON, as a package with the evidence, or for the official "
                   "application"),
     .example = "spbe export kota.spbe --bundle serah-terima.zip",
     .details =
         N_("Without an option, or with -o: the assessment as JSON; the same assessment gives "
            "the same bytes. --bundle: also the evidence, each file named for its indicator, "
            "with a manifest that 'spbe verify' checks; an existing file is never replaced. "
            "--portal: for each indicator the text to paste and the file to upload, and what "
            "does not fit. Its limits are those that the rule pack states; how sure they are "
            "stands in BACA-DULU.txt. See 'spbe help handover'."),
     .run = run_export,
     .options = {{"output", "OUT.json", N_("file to write; else standard output"), 'o', false},
                 {"bundle", "OUT.zip", N_("write the hand-over package"), 0, false},
                 {"portal", "DIR", N_("write what the official application takes"), 0, false}}},
    {.name = "verify",
     .arguments = "FILE",
     .least = 1,
     .most = 1,
     .summary = N_("prove that nobody has altered the file, or a hand-over package"),
     .example = "spbe verify kota.spbe",
     .details =
         N_("Checks the history's chain of hashes, every answer against the history, every "
            "document against its SHA-256, and the database. Exit status 1 when something was "
            "altered, with its name. Whoever notes the last entry's hash elsewhere can also tell "
            "a file that was cut short or made anew. Of a hand-over package (.zip) every file is "
            "compared with its manifest; nothing is unpacked to the disk."),
     .run = run_verify,
     .options = {{"json", NULL, N_("the result as JSON, on one line"), 0, false}}},
    {.name = NULL},
};
