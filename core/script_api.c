#include "script_api.h"

#include "drawing.h"

#include <string.h>

const struct script_row script_rows[SCRIPT_CALL_COUNT] = {
#define SCRIPT_ROW(name, lua, shape, call, handler, meaning) [name] = {lua, shape, call, meaning},
    SCRIPT_CALLS(SCRIPT_ROW)
#undef SCRIPT_ROW
};

char script_row_result(const struct script_row *row)
{
    return strchr(row->shape, '=')[1];
}

bool script_api_is_owner(char letter)
{
    return letter == 'a' || letter == 'w' || letter == 'k';
}

bool script_api_is_drawn(const char *name)
{
#define DRAWN_IS(lua) strcmp(name, lua) == 0 ||
    return SCRIPT_DRAWN(DRAWN_IS) false;
#undef DRAWN_IS
}

/* A function's entry: how it is called, and below it what it does. */
static void write_entry(FILE *out, const char *call, const char *meaning)
{
    fprintf(out, "  %s\n      %s\n", call, _(meaning));
}

static void write_rows(FILE *out, const char *heading, enum script_number from,
                       enum script_number to)
{
    fprintf(out, "\n%s\n", _(heading));
    for (int i = (int)from; i < (int)to; i++) {
        write_entry(out, script_rows[i].call, script_rows[i].meaning);
    }
}

/* What a script draws with: methods and functions that 'spbe help template' explains. */
static void write_drawing(FILE *out)
{
    fprintf(out, "\n%s\n", _("As in templates, explained by 'spbe help template'"));
    for (size_t i = 0; i < DRAWING_COMMAND_COUNT; i++) {
        const struct drawing_command_row *row = &drawing_commands[i];
        fprintf(out, "  %s%s\n", row->shape[0] == 's' ? "" : "workbook:", row->call);
    }
#define DRAWN_HELP(name, call, meaning)    \
    if (script_api_is_drawn(name)) {       \
        fprintf(out, "  spbe.%s\n", call); \
    }
    DRAWING_FUNCTIONS(DRAWN_HELP)
#undef DRAWN_HELP
}

void script_api_help(FILE *out)
{
    write_rows(out, N_("Files"), SCRIPT_READ, SCRIPT_WORKBOOK);
    write_rows(out, N_("Drawing"), SCRIPT_WORKBOOK, SCRIPT_CREATE);
    write_drawing(out);
    write_rows(out, N_("Assessment files"), SCRIPT_CREATE, SCRIPT_ANSWER);
    write_rows(out, N_("Changing an assessment"), SCRIPT_ANSWER, SCRIPT_EVIDENCE);
    write_rows(out, N_("Reading an assessment"), SCRIPT_EVIDENCE, SCRIPT_QUESTIONS);
    write_rows(out, N_("Forms and packages"), SCRIPT_QUESTIONS, SCRIPT_EVALUATE);
    write_rows(out, N_("Results"), SCRIPT_EVALUATE, SCRIPT_PACKS);
    write_rows(out, N_("Rules"), SCRIPT_PACKS, SCRIPT_CALL_COUNT);
    fprintf(out, "\n%s\n", _("The run"));
#define SCRIPT_GLOBAL_HELP(call, meaning) write_entry(out, call, meaning);
    SCRIPT_GLOBALS(SCRIPT_GLOBAL_HELP)
#undef SCRIPT_GLOBAL_HELP
#define SCRIPT_CONTROL_HELP(name, call, meaning) write_entry(out, call, meaning);
    SCRIPT_CONTROLS(SCRIPT_CONTROL_HELP)
#undef SCRIPT_CONTROL_HELP
    fprintf(out, "\n%s\n", _("Functions that only calculate"));
#define SCRIPT_LOCAL_HELP(name, call, function, meaning) write_entry(out, call, meaning);
    SCRIPT_LOCALS(SCRIPT_LOCAL_HELP)
#undef SCRIPT_LOCAL_HELP
}
