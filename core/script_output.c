#include "script_output.h"

#include "file.h"
#include "file_name.h"
#include "lang.h"
#include "message.h"

#include <stdlib.h>

/* A template: one of the program's own by its name, or a file that the script may use; from the call's arena. */
static const char *find_template(struct script *script, const struct script_call *call,
                                 const char *name, struct error *err)
{
    if (!file_name_ends(name, ".lua")) {
        return name;
    }
    char *path = script_state_file(script, name, false, err);
    const char *kept = path == NULL ? NULL : arena_string(call->arena, path);
    free(path);
    return kept;
}

bool script_output_draw(struct script *script, const struct script_call *call, const char *name,
                        const char *file, struct template_run *run, struct error *err)
{
    const char *found = find_template(script, call, name, err);
    char *path = found == NULL ? NULL : script_state_file(script, file, true, err);
    struct template *template = path == NULL ? NULL : template_open(found, lang_name(), err);
    run->output = path;
    bool done = template != NULL && template_run(template, run, err);
    template_close(template);
    free(path);
    return done;
}

bool script_output_document(struct script *script, const char *file, const struct text *document,
                            struct error *err)
{
    struct text line = TEXT_EMPTY;
    text_format(&line, "%s\n", document->bytes);
    char *path = script_state_file(script, file, true, err);
    bool done = path != NULL && script_state_count(script, line.length, err) &&
                file_write(path, line.bytes, line.length, err);
    free(path);
    text_release(&line);
    return done;
}

bool script_output_write(struct script *script, const struct script_call *call, const char *name,
                         const char *file, struct template_run *run, struct error *err)
{
    if (file_name_ends(file, ".json")) {
        return script_output_document(script, file, run->document, err);
    }
    return template_draws(file) ? script_output_draw(script, call, name, file, run, err)
                                : error_set(err, M_SCRIPT_ENDING, file, ".xlsx, .html, .json");
}
