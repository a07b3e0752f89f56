#include "drawing.h"

#include "gate.h"

const struct drawing_command_row drawing_commands[DRAWING_COMMAND_COUNT] = {
#define DRAWING_COMMAND_ROW(name, lua, shape, call, options, meaning) \
    [name] = {lua, shape, call, options, meaning},
    DRAWING_COMMANDS(DRAWING_COMMAND_ROW)
#undef DRAWING_COMMAND_ROW
};

#define OPTION_ROW(name, key, type, meaning) {key, type, meaning},
static const struct drawing_option_row style_rows[] = {STYLE_OPTIONS(OPTION_ROW){.key = NULL}};
static const struct drawing_option_row line_rows[] = {LINE_OPTIONS(OPTION_ROW){.key = NULL}};
static const struct drawing_option_row table_rows[] = {TABLE_OPTIONS(OPTION_ROW){.key = NULL}};
static const struct drawing_option_row choice_rows[] = {CHOICE_OPTIONS(OPTION_ROW){.key = NULL}};
static const struct drawing_option_row condition_rows[] = {
    CONDITION_OPTIONS(OPTION_ROW){.key = NULL}};
static const struct drawing_option_row chart_rows[] = {CHART_OPTIONS(OPTION_ROW){.key = NULL}};
static const struct drawing_option_row series_rows[] = {SERIES_OPTIONS(OPTION_ROW){.key = NULL}};
static const struct drawing_option_row axis_rows[] = {AXIS_OPTIONS(OPTION_ROW){.key = NULL}};
static const struct drawing_option_row image_rows[] = {IMAGE_OPTIONS(OPTION_ROW){.key = NULL}};
static const struct drawing_option_row view_rows[] = {VIEW_OPTIONS(OPTION_ROW){.key = NULL}};
static const struct drawing_option_row page_rows[] = {PAGE_OPTIONS(OPTION_ROW){.key = NULL}};
#undef OPTION_ROW

_Static_assert((int)STYLE_OPTION_COUNT <= (int)DRAWING_OPTIONS, "room for all options of a set");
_Static_assert((int)PAGE_OPTION_COUNT <= (int)DRAWING_OPTIONS, "room for all options of a set");
_Static_assert((int)CHART_OPTION_COUNT <= (int)DRAWING_OPTIONS, "room for all options of a set");

const struct drawing_option_row *drawing_options(enum option_set set)
{
    static const struct drawing_option_row *const sets[] = {
        [OPTIONS_STYLE] = style_rows,         [OPTIONS_LINE] = line_rows,
        [OPTIONS_TABLE] = table_rows,         [OPTIONS_CHOICE] = choice_rows,
        [OPTIONS_CONDITION] = condition_rows, [OPTIONS_CHART] = chart_rows,
        [OPTIONS_SERIES] = series_rows,       [OPTIONS_AXIS] = axis_rows,
        [OPTIONS_IMAGE] = image_rows,         [OPTIONS_VIEW] = view_rows,
        [OPTIONS_PAGE] = page_rows,
    };
    return sets[set];
}

int64_t drawing_place(unsigned file, int line)
{
    int64_t bounded = line < 0 ? 0 : line < DRAWING_LINES ? line : DRAWING_LINES - 1;
    return (int64_t)file * DRAWING_LINES + bounded;
}

static void write_entry(FILE *out, const char *call, const char *meaning)
{
    fprintf(out, "  %s\n      %s\n", call, _(meaning));
}

static void write_options(FILE *out, enum option_set set, const char *heading)
{
    fprintf(out, "\n");
    fprintf(out, _("Options of %s"), heading);
    fprintf(out, "\n");
    for (const struct drawing_option_row *row = drawing_options(set); row->key != NULL; row++) {
        fprintf(out, "  %-15s %s\n", row->key, _(row->meaning));
    }
}

void drawing_help(FILE *out)
{
    fprintf(out, "%s\n", _("Functions that draw"));
    for (size_t i = 0; i < DRAWING_COMMAND_COUNT; i++) {
        write_entry(out, drawing_commands[i].call, drawing_commands[i].meaning);
    }
    fprintf(out, "\n%s\n", _("Functions that calculate"));
#define DRAWING_FUNCTION_HELP(name, call, meaning) write_entry(out, call, meaning);
    DRAWING_FUNCTIONS(DRAWING_FUNCTION_HELP)
#undef DRAWING_FUNCTION_HELP
#define OPTION_SET_HELP(name, options, heading) write_options(out, name, heading);
    OPTION_SETS(OPTION_SET_HELP)
#undef OPTION_SET_HELP
    fprintf(out, "\n%s\n ", _("Functions that a formula can call"));
#define GATE_FUNCTION_HELP(name) fprintf(out, " %s", name);
    GATE_FUNCTIONS(GATE_FUNCTION_HELP)
#undef GATE_FUNCTION_HELP
    fprintf(out, "\n");
}
