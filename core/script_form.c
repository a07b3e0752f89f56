#include "script_form.h"

#include "file.h"
#include "form_intake.h"
#include "json_out.h"
#include "message.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The arguments of a call, by position. */
enum { FILES = 1, RIGHT, ANYWAY, OPTIONS };

/* Forms on their way into the file. */
struct taking {
    struct script *script;
    const struct edit *edit;
    struct form_intake intake;
    struct folder folder;
    char *output; /* of the option "conflicts"; NULL when it is not given */
    struct form_tally tally;
};

/* Who is right where form and file were both changed. */
static bool read_choice(const char *word, enum form_choice *choice, struct error *err)
{
    *choice = word == NULL ? FORM_ASK : strcmp(word, "form") == 0 ? FORM_THEIRS : FORM_OURS;
    return *choice != FORM_OURS || strcmp(word, "file") == 0 ||
           error_set(err, M_SCRIPT_CHOICE, NULL, word);
}

/* Opens the folder of the option "evidence", where it is given. */
static bool open_folder(struct taking *taking, const char *name, struct error *err)
{
    if (name == NULL) {
        return true;
    }
    char *path = script_access_folder(taking->script->access, name, err);
    bool good = path != NULL && folder_open(&taking->folder, path, err);
    taking->intake.folder = &taking->folder;
    free(path);
    return good;
}

/* Finds where the option "conflicts" leads, where it is given. */
static bool open_output(struct taking *taking, const char *name, struct error *err)
{
    if (name == NULL) {
        return true;
    }
    taking->intake.gather = true;
    taking->output = script_state_file(taking->script, name, true, err);
    return taking->output != NULL && form_intake_check(taking->output, "conflicts", err);
}

static bool open_taking(struct taking *taking, const struct script_call *call, struct error *err)
{
    static const char *const names[] = {"evidence", "conflicts", NULL};
    taking->intake.anyway = script_value_flag(call, ANYWAY);
    taking->intake.conflicts.arena = call->arena;
    return script_value_options(call, OPTIONS, names, err) &&
           read_choice(script_value_text(call, RIGHT), &taking->intake.choice, err) &&
           open_folder(taking, script_value_option(call, OPTIONS, "evidence"), err) &&
           open_output(taking, script_value_option(call, OPTIONS, "conflicts"), err);
}

static void close_taking(struct taking *taking)
{
    folder_close(&taking->folder);
    free(taking->output);
}

/* Takes one file in, and counts what became of its fields. */
static bool take(struct taking *taking, const char *name, struct error *err)
{
    struct text bytes = TEXT_EMPTY;
    struct form_tally tally = {{0}};
    char *path = script_state_file(taking->script, name, false, err);
    bool good =
        path != NULL && file_read(path, LIMIT_SHEET_FILE, &bytes, err) &&
        (form_intake_is(bytes.bytes, bytes.length) || error_set(err, M_SCRIPT_NO_FORM, name)) &&
        form_intake_take(&taking->intake, taking->edit, bytes.bytes, bytes.length, name, &tally,
                         err);
    for (size_t i = 0; i < FORM_OUTCOMES; i++) {
        taking->tally.of[i] += tally.of[i];
    }
    text_release(&bytes);
    free(path);
    return good;
}

/* Takes all files in. One that has problems does not keep the others from being looked at, so that all problems are
 * told at once. */
static bool take_all(struct taking *taking, const char *const *names, struct error *err)
{
    size_t count = 0, bad = 0;
    bool alone = names[0] != NULL && names[1] == NULL;
    for (; names[count] != NULL; count++) {
        struct error problem = {.kind = ERROR_NONE};
        if (take(taking, names[count], &problem)) {
            continue;
        }
        if (alone || problem.kind != ERROR_INPUT) {
            *err = problem;
            return false;
        }
        error_print(&problem, stderr);
        bad++;
    }
    return bad == 0 || error_set(err, M_IMPORT_BAD, NULL, bad, count);
}

/* Gives what became of the fields, in numbers. */
static void give_tally(const struct taking *taking, struct text *out)
{
    struct json_out json = {out, false};
    const size_t *of = taking->tally.of;
    json_out_open(&json, '{');
    json_out_member_int(&json, "taken", (int64_t)of[FORM_TAKEN]);
    json_out_member_int(&json, "same", (int64_t)of[FORM_SAME]);
    json_out_member_int(&json, "kept", (int64_t)of[FORM_KEPT]);
    json_out_member_int(&json, "conflicts", (int64_t)taking->intake.conflicts.count);
    json_out_member_int(&json, "undecided", (int64_t)taking->intake.undecided);
    json_out_close(&json, '}');
}

bool script_form_take(struct script *script, const struct script_call *call,
                      const struct edit *edit, struct text *out, struct error *err)
{
    struct taking taking = {.script = script, .edit = edit, .folder = {.arena = ARENA_EMPTY}};
    bool good = open_taking(&taking, call, err) &&
                take_all(&taking, script_value_list(call, FILES), err) &&
                (taking.intake.conflicts.count == 0 ||
                 form_intake_write(&taking.intake, edit, taking.output, err));
    if (good) {
        give_tally(&taking, out);
    }
    close_taking(&taking);
    return good;
}
