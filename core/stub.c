#include "stub.h"

#include "drawing.h"
#include "lang.h"
#include "lua_library.h"
#include "pack_table.h"
#include "pack_try.h"
#include "score_field.h"
#include "script_api.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* ---- pieces --------------------------------------------------------------------------------------- */

static void begin(struct text *out, const char *name)
{
    text_add(out, "---@meta\n-- ");
    text_format(out, _("Made by 'spbe rules stubs %s' for editors; not to be changed, never run."),
                name);
    text_add(out, "\n\n");
}

static void begin_class(struct text *out, const char *name, const char *title)
{
    text_format(out, "--- %s\n---@class %s\n", title, name);
}

static void write_fields(struct text *out, const struct score_field *fields)
{
    for (; fields->name != NULL; fields++) {
        text_format(out, "---@field %s %s %s\n", fields->name, fields->type,
                    lang_text(fields->meaning));
    }
    text_add(out, "\n");
}

static void write_score_types(struct text *out)
{
    text_format(out, "--- %s\n---@alias spbe.Value integer|integer[]\n",
                _("a whole number, or {numerator, denominator}"));
    text_format(out, "--- %s\n---@alias spbe.Result integer|string|integer[]\n",
                _("a value that a function returns: also a decimal text, \"1.26\""));
    text_add(out,
             "---@alias spbe.ScoreFunction fun(input: spbe.ScoreInput): spbe.Result, string\n");
    text_add_byte(out, '\n');
    begin_class(out, "spbe.ScoreLevel", _("a level, as a scoring function sees it"));
    write_fields(out, score_field_level);
    begin_class(out, "spbe.ScoreInput",
                _("what a scoring function is given; it cannot be changed"));
    write_fields(out, score_field_input);
}

/* ---- names of Lua that are not there ------------------------------------------------------------- */

static void write_absent(struct text *out, enum library_user user)
{
    struct library_name name;
    for (size_t i = 0; lua_library_name(i, &name); i++) {
        if ((name.users & user) == 0) {
            text_format(out, "--- %s\n---@deprecated\n%s%s%s = nil\n", lang_text(name.reason),
                        name.table, name.table[0] == '\0' ? "" : ".", name.name);
        }
    }
}

/* ---- packs ---------------------------------------------------------------------------------------- */

/* The type of each kind of field but for those that hold records. */
static const char *type_of(enum field_type type)
{
    static const char *const types[] = {
        [FIELD_TEXT] = "string",
        [FIELD_NOTE] = "string",
        [FIELD_FLAG] = "boolean",
        [FIELD_WHOLE] = "integer",
        [FIELD_YEAR] = "integer",
        [FIELD_NUMBER] = "number|string",
        [FIELD_TEXTS] = "string[]",
        [FIELD_WHOLES] = "integer[]",
        [FIELD_RECORD] = "table",
        [FIELD_LIST] = "table[]",
        [FIELD_BY_YEAR] = "table<string, string>",
        [FIELD_BY_NAME] = "table<string, string>",
        [FIELD_NAME_LISTS] = "table<string, string[]>",
        [FIELD_NUMBERS] = "(number|string)[]",
        [FIELD_ROWS] = "(number|string)[][]",
        [FIELD_LEVEL_NAMES] = "table<string, string[]>|table<string, string>",
        [FIELD_FREE] = "any",
        [FIELD_OWN] = "table<string, table<string, string>>",
        [FIELD_ANY] = "number|string|boolean",
        [FIELD_FUNCTION] = "spbe.ScoreFunction",
    };
    bool known = (size_t)type < sizeof types / sizeof types[0] && types[type] != NULL;
    return known ? types[type] : "any";
}

/* "spbe.Criterion"; a record that has no name of its own has a number. */
static void add_class(struct text *out, enum record record)
{
    const char *name = pack_record_class(record);
    if (name != NULL) {
        text_format(out, "spbe.%s", name);
    } else {
        text_format(out, "spbe.Record%d", (int)record);
    }
}

static void write_field(struct text *out, const struct field *field)
{
    bool record = field->type == FIELD_RECORD || field->type == FIELD_LIST;
    text_format(out, "---@field %s%s ", field->name, field->required ? "" : "?");
    if (record && field->inner != RECORD_COUNT) {
        add_class(out, field->inner);
        text_add(out, field->type == FIELD_LIST ? "[]" : "");
    } else {
        text_add(out, type_of(field->type));
    }
    text_format(out, " %s\n", lang_text(field->meaning));
}

static void write_pack(struct text *out)
{
    struct text name = TEXT_EMPTY;
    write_score_types(out);
    for (enum record record = 0; record < RECORD_COUNT; record++) {
        text_clear(&name);
        add_class(&name, record);
        begin_class(out, name.bytes, pack_record_title(record));
        for (const struct field *field = pack_fields(record); field->record == record; field++) {
            write_field(out, field);
        }
        text_add(out, "\n");
    }
    text_release(&name);
    write_absent(out, LIBRARY_PACK);
}

/* ---- functions, from how they are called ---------------------------------------------------------- */

/* What a letter of a shape stands for. */
struct letter {
    char letter;
    const char *type;
};

/* How far a call was taken apart: "sheet:text(row, column, text [, style]) → text". */
struct parts {
    const char *at;    /* the next argument, or NULL behind the last */
    const char *shape; /* the letter of that argument; NULL where there are none */
    bool optional;     /* a '[' was passed */
};

/* The type of an argument that has no letter, by its name. */
static const char *name_type(const char *name)
{
    static const struct {
        const char *name, *type;
    } types[] = {
        {"row", "integer"},    {"column", "integer"},       {"last_row", "integer"},
        {"places", "integer"}, {"width", "number"},         {"last_column", "integer"},
        {"size", "number"},    {"bold", "boolean"},         {"sheet", "spbe.Sheet"},
        {"name", "string"},    {"number", "number|string"}, {"separator", "string"},
        {"list", "any[]"},     {"count", "integer"},        {"seed", "string"},
        {"status", "integer"}, {"text", "string|number"},   {"characters", "integer"},
    };
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (strcmp(types[i].name, name) == 0) {
            return types[i].type;
        }
    }
    return "any";
}

/* The type that a letter stands for. */
static const char *letter_type(const struct letter *letters, char wanted)
{
    for (; letters->type != NULL; letters++) {
        if (letters->letter == wanted) {
            return letters->type;
        }
    }
    return "any";
}

/* Takes the next argument's name into *name; false behind the last one. */
static bool next_argument(struct parts *parts, struct text *name)
{
    parts->at += strspn(parts->at, " ,[");
    size_t length = strcspn(parts->at, " ,[])");
    if (length == 0) {
        return false;
    }
    text_clear(name);
    text_append(name, parts->at, length);
    parts->at += length;
    return true;
}

/* True when a '[' stands between here and the next argument. */
static bool opens_option(const struct parts *parts)
{
    return memchr(parts->at, '[', strspn(parts->at, " ,[")) != NULL;
}

/* The type behind "→", in words of the table. */
static const char *result_type(const char *call)
{
    static const struct {
        const char *word, *type;
    } words[] = {
        {"→ sheet", "spbe.Sheet"},
        {"→ text", "string"},
        {"→ number", "number"},
        {"→ list", "any[]"},
        {"→ value", "any"},
        {"→ assessment", "spbe.Assessment"},
        {"→ output", "spbe.Output"},
        {"→ walk", "fun(): table"},
        {"→ workbook", "spbe.Workbook"},
        {"→ table", "table"},
        {"→ rows", "string[][]"},
        {"→ boolean", "boolean"},
        {"→ ids", "string[]"},
        {"→ result", "table"},
        {"→ plan", "table"},
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strstr(call, words[i].word) != NULL) {
            return words[i].type;
        }
    }
    return strstr(call, "→") != NULL ? "any" : NULL;
}

/* Makes a parameter's name differ from those in the list before it: "number", "number2". */
static void add_other(struct text *name, const char *list)
{
    size_t length = name->length;
    for (const char *at = list; (at = strstr(at, name->bytes)) != NULL; at++) {
        bool whole = (at == list || at[-1] == ' ') && strchr(",", at[length]) != NULL;
        if (whole) {
            text_add(name, "2");
            return;
        }
    }
}

/* One function: its meaning, its parameters, what it gives. options: the class of its options. */
static void write_function(struct text *out, const char *call, const char *shape,
                           const struct letter *letters, const char *options, const char *meaning)
{
    struct text name = TEXT_EMPTY, list = TEXT_EMPTY;
    size_t head = strcspn(call, "(");
    struct parts parts = {.at = call + head + 1, .shape = shape};
    bool method = memchr(call, ':', head) != NULL;
    parts.shape += method && parts.shape[0] != '\0' ? 1 : 0; /* whose method it is */
    text_format(out, "--- %s\n", lang_text(meaning));
    for (bool more = true; more;) {
        parts.optional = parts.optional || opens_option(&parts);
        parts.shape += parts.shape[0] == '?' ? 1 : 0;
        more = next_argument(&parts, &name);
        if (more) {
            add_other(&name, list.bytes);
            const char *type = parts.shape[0] == '\0' ? name_type(name.bytes)
                               : parts.shape[0] == 'o' && options != NULL
                                   ? options
                                   : letter_type(letters, parts.shape[0]);
            text_format(out, "---@param %s%s %s\n", name.bytes, parts.optional ? "?" : "", type);
            text_format(&list, "%s%s", list.length == 0 ? "" : ", ", name.bytes);
            parts.shape += strchr("=", parts.shape[0]) != NULL ? 0 : 1;
        }
    }
    if (result_type(call) != NULL) {
        text_format(out, "---@return %s\n", result_type(call));
    }
    text_format(out, "function %c%.*s(%s) end\n\n",
                method ? toupper((unsigned char)call[0]) : call[0], (int)head - 1, call + 1,
                list.bytes);
    text_release(&name);
    text_release(&list);
}

/* ---- templates ------------------------------------------------------------------------------------ */

static const struct letter drawing_letters[] = {
    {'w', "spbe.Sheet"},      {'r', "integer"},
    {'c', "integer"},         {'t', "string"},
    {'n', "number|string"},   {'f', "string"},
    {'v', "number|string"},   {'k', "string"},
    {'o', "any[]"},           {'m', "(string|number|false)[]"},
    {'j', "string|string[]"}, {0, NULL},
};

/* The class of a set of options, or NULL for none. */
static const char *option_class(enum option_set set)
{
    static const char *const names[] = {
        [OPTIONS_STYLE] = "spbe.StyleOptions",         [OPTIONS_LINE] = "spbe.LineOptions",
        [OPTIONS_TABLE] = "spbe.TableOptions",         [OPTIONS_CHOICE] = "spbe.ChoiceOptions",
        [OPTIONS_CONDITION] = "spbe.ConditionOptions", [OPTIONS_CHART] = "spbe.ChartOptions",
        [OPTIONS_SERIES] = "spbe.SeriesOptions",       [OPTIONS_AXIS] = "spbe.AxisOptions",
        [OPTIONS_IMAGE] = "spbe.ImageOptions",         [OPTIONS_VIEW] = "spbe.ViewOptions",
        [OPTIONS_PAGE] = "spbe.PageOptions",           [OPTIONS_NONE] = NULL,
    };
    bool known = set == OPTIONS_NONE || names[set] != NULL;
    return known ? names[set] : "spbe.Options";
}

static void write_options(struct text *out, enum option_set set, const char *heading)
{
    static const char *const types[] = {
        [OPTION_FLAG] = "boolean", [OPTION_NUMBER] = "number|string",
        [OPTION_TEXT] = "string",  [OPTION_COLOR] = "string",
        [OPTION_ANY] = "any",
    };
    struct text title = TEXT_EMPTY;
    text_format(&title, _("Options of %s"), heading);
    begin_class(out, option_class(set), title.bytes);
    for (const struct drawing_option_row *row = drawing_options(set); row->key != NULL; row++) {
        bool known = (size_t)row->type < sizeof types / sizeof types[0];
        text_format(out, "---@field %s? %s %s\n", row->key, known ? types[row->type] : "any",
                    lang_text(row->meaning));
    }
    text_add(out, "\n");
    text_release(&title);
}

static void write_template(struct text *out)
{
    static const struct score_field globals[] = {
        {"report", "table", N_("the whole result document, spbe-report/1")},
        {"previous", "table|false", N_("that of the year before (--previous), or false")},
        {"options", "table<string, any>", N_("what was asked for on the command line")},
        {"language", "string", N_("the reader's: \"id\" or \"en\"")},
        {NULL, NULL, NULL},
    };
    for (const struct score_field *field = globals; field->name != NULL; field++) {
        text_format(out, "--- %s\n---@type %s\n%s = nil\n\n", lang_text(field->meaning),
                    field->type, field->name);
    }
    begin_class(out, "spbe.Sheet", _("a sheet of the workbook"));
    text_add(out, "local Sheet = {}\n\n");
#define SET(name, options, heading) write_options(out, name, heading);
    OPTION_SETS(SET)
#undef SET
    for (size_t i = 0; i < DRAWING_COMMAND_COUNT; i++) {
        const struct drawing_command_row *row = &drawing_commands[i];
        write_function(out, row->call, row->shape, drawing_letters, option_class(row->options),
                       row->meaning);
    }
#define FUNCTION(name, call, meaning) write_function(out, call, "", drawing_letters, NULL, meaning);
    DRAWING_FUNCTIONS(FUNCTION)
#undef FUNCTION
    write_absent(out, LIBRARY_TEMPLATE);
}

/* ---- sessions ------------------------------------------------------------------------------------- */

static void write_session(struct text *out)
{
    for (const struct try_name *name = try_names; name->name != NULL; name++) {
        text_format(out, "--- %s\n---@type %s\n%s = nil\n\n", lang_text(name->meaning), name->types,
                    name->name);
    }
}

/* ---- scripts -------------------------------------------------------------------------------------- */

static const struct letter script_letters[] = {
    {'t', "string"},
    {'n', "integer"},
    {'b', "boolean"},
    {'l', "string|string[]"},
    {'c', "table<string, any>"},
    {'d', "string|integer"},
    {'i', "string|spbe.Assessment|table"},
    {'I', "string|spbe.Assessment|table|(string|spbe.Assessment|table)[]"},
    {0, NULL},
};

/* What a workbook of a script has of a template's functions; its sheets are those of templates. */
static void write_script_drawing(struct text *out)
{
    char call[160];
    char shape[DRAWING_ARGUMENTS * 2];
    for (size_t i = 0; i < DRAWING_COMMAND_COUNT; i++) {
        const struct drawing_command_row *row = &drawing_commands[i];
        if (row->shape[0] != 's') {
            snprintf(call, sizeof call, "workbook:%s", row->call);
            snprintf(shape, sizeof shape, "k%s", row->shape);
            write_function(out, call, shape, drawing_letters, option_class(row->options),
                           row->meaning);
        }
    }
#define DRAWN(name, how, meaning)                                             \
    if (script_api_is_drawn(name)) {                                          \
        write_function(out, "spbe." how, "", drawing_letters, NULL, meaning); \
    }
    DRAWING_FUNCTIONS(DRAWN)
#undef DRAWN
}

static void write_script(struct text *out)
{
    begin_class(out, "spbe.Assessment", _("an assessment file that is open"));
    text_add(out, "local Assessment = {}\n\n");
    begin_class(out, "spbe.Output", _("a file that is written in pieces"));
    text_add(out, "local Output = {}\n\n");
    begin_class(out, "spbe.Workbook", _("a workbook that is being drawn"));
    text_add(out, "local Workbook = {}\n\nspbe = {}\n\n");
    text_format(out, "--- %s\n---@type string[]\narg = nil\n\n", _("the arguments of the script"));
    text_format(out, "--- %s\n---@type string\nlanguage = nil\n\n",
                _("the reader's: \"id\" or \"en\""));
    for (size_t i = 0; i < SCRIPT_CALL_COUNT; i++) {
        const struct script_row *row = &script_rows[i];
        write_function(out, row->call, row->shape, script_letters, NULL, row->meaning);
    }
    write_script_drawing(out);
#define GLOBAL(call, meaning) write_function(out, call, "", script_letters, NULL, meaning);
    SCRIPT_GLOBALS(GLOBAL)
#undef GLOBAL
#define LOCAL(name, call, handler, meaning) \
    write_function(out, call, "", script_letters, NULL, meaning);
    SCRIPT_LOCALS(LOCAL)
#undef LOCAL
#define CONTROL(name, call, meaning) write_function(out, call, "", script_letters, NULL, meaning);
    SCRIPT_CONTROLS(CONTROL)
#undef CONTROL
    write_absent(out, LIBRARY_SCRIPT);
}

/* ---- all of them ---------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    void (*write)(struct text *out);
} stubs[] = {{"pack", write_pack},
             {"template", write_template},
             {"session", write_session},
             {"script", write_script}};

const char *const *stub_names(void)
{
    static const char *const names[] = {"pack", "template", "session", "script", NULL};
    return names;
}

bool stub_write(const char *name, struct text *out)
{
    for (size_t i = 0; i < sizeof stubs / sizeof stubs[0]; i++) {
        if (strcmp(stubs[i].name, name) == 0) {
            begin(out, name);
            stubs[i].write(out);
            return true;
        }
    }
    return false;
}
