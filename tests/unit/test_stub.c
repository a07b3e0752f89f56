/* The annotations say what the program's tables say, no more and no less. */
#include "stub.h"

#include "drawing.h"
#include "evaluation.h"
#include "json.h"
#include "lua_library.h"
#include "pack.h"
#include "pack_table.h"
#include "pack_try.h"
#include "score_field.h"
#include "score_input.h"
#include "script_api.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static struct text write(const char *name)
{
    struct text out = TEXT_EMPTY;
    assert_true(stub_write(name, &out));
    return out;
}

/* Ends the test unless the stub holds the line, as printf makes it. */
static void holds(const struct text *stub, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static void holds(const struct text *stub, const char *format, ...)
{
    struct text wanted = TEXT_EMPTY;
    va_list arguments;
    va_start(arguments, format);
    text_format_list(&wanted, format, arguments);
    va_end(arguments);
    if (strstr(stub->bytes, wanted.bytes) == NULL) {
        fail_msg("no stub says: %s", wanted.bytes);
    }
    text_release(&wanted);
}

static size_t count(const struct text *stub, const char *part)
{
    size_t found = 0;
    for (const char *at = stub->bytes; (at = strstr(at, part)) != NULL; at++) {
        found++;
    }
    return found;
}

static void test_stub__every_name_has_one(void **state)
{
    (void)state;
    for (const char *const *name = stub_names(); *name != NULL; name++) {
        struct text stub = write(*name);
        assert_int_equal(strncmp(stub.bytes, "---@meta\n", 9), 0);
        text_release(&stub);
    }
    struct text none = TEXT_EMPTY;
    assert_false(stub_write("", &none));
    assert_false(stub_write("packs", &none));
    assert_int_equal(none.length, 0);
}

/* Each field of each record stands in a class, needed ones without '?'. */
static void test_stub__fields_of_packs_are_all_there(void **state)
{
    (void)state;
    struct text stub = write("pack");
    size_t fields = 0;
    for (enum record record = 0; record < RECORD_COUNT; record++) {
        for (const struct field *field = pack_fields(record); field->record == record; field++) {
            holds(&stub, "\n---@field %s%s ", field->name, field->required ? "" : "?");
            fields++;
        }
    }
    size_t inputs = 0;
    for (const struct score_field *field = score_field_input; field->name != NULL; field++) {
        inputs++;
    }
    for (const struct score_field *field = score_field_level; field->name != NULL; field++) {
        inputs++;
    }
    assert_int_equal(count(&stub, "\n---@field "), fields + inputs);
    assert_int_equal(count(&stub, "\n---@class "), RECORD_COUNT + 2);
    text_release(&stub);
}

/* A class that a field names is there, and no class is there twice. */
static void test_stub__classes_are_declared_once(void **state)
{
    (void)state;
    for (const char *const *name = stub_names(); *name != NULL; name++) {
        struct text stub = write(*name), pack = write("pack"), drawing = write("template");
        for (const char *at = stub.bytes; (at = strstr(at, "spbe.")) != NULL; at += 5) {
            if (at[5] < 'A' || at[5] > 'Z') {
                continue; /* a function of scripts */
            }
            size_t length =
                5 + strspn(at + 5, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
            struct text class = TEXT_EMPTY, alias = TEXT_EMPTY;
            text_format(&class, "---@class %.*s\n", (int)length, at);
            text_format(&alias, "---@alias %.*s ", (int)length, at);
            size_t declared = count(&stub, class.bytes) + count(&stub, alias.bytes);
            declared += declared > 0 ? 0 : count(&pack, class.bytes) + count(&pack, alias.bytes);
            declared +=
                declared > 0 ? 0 : count(&drawing, class.bytes); /* they lie in one folder */
            if (declared != 1) {
                fail_msg("%s: %.*s is declared %zu times", *name, (int)length, at, declared);
            }
            text_release(&class);
            text_release(&alias);
        }
        text_release(&stub);
        text_release(&pack);
        text_release(&drawing);
    }
}

/* What a scoring function really gets has these names and no others. */
static void test_stub__inputs_have_these_names(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct arena arena = ARENA_EMPTY;
    struct assessment assessment;
    struct evaluation evaluation;
    struct text inputs = TEXT_EMPTY, key = TEXT_EMPTY;
    struct pack *pack = pack_load("tests/packs/kami", &err);
    assert_non_null(pack);
    assessment_init(&assessment, pack_instrument(pack), &arena);
    assessment.year = 2024;
    assessment.responses[0].claimed = assessment.responses[0].verified =
        (struct maybe){true, {2, 1}};
    assert_true(evaluation_run(&evaluation, &assessment, BASIS_SUPPORTED, &arena, &err));
    score_input_write(&evaluation, &arena, &inputs);
    char *end = strstr(inputs.bytes, "}},\"I02\":{"); /* the first indicator alone */
    assert_non_null(end);
    *end = '\0';
    const struct score_field *const lists[] = {score_field_input, score_field_level};
    for (size_t l = 0; l < 2; l++) {
        for (const struct score_field *field = lists[l]; field->name != NULL; field++) {
            text_clear(&key);
            text_format(&key, "\"%.*s\":", (int)strcspn(field->name, "?"), field->name);
            if (strstr(inputs.bytes, key.bytes) == NULL) {
                fail_msg("no input has %s", key.bytes);
            }
        }
    }
    const char *level = strstr(inputs.bytes, "{\"level\":");
    assert_non_null(level);
    size_t members = 0;
    for (const char *at = level; *at != '}'; at++) {
        members += *at == ':' ? 1 : 0;
    }
    assert_int_equal(members, 8); /* those of score_field_level */
    text_release(&inputs);
    text_release(&key);
    arena_release(&arena);
    pack_free(pack);
}

/* Each command, function and option of templates, with the parameters that its call shows. */
static void test_stub__templates_have_all_their_functions(void **state)
{
    (void)state;
    struct text stub = write("template");
    for (size_t i = 0; i < DRAWING_COMMAND_COUNT; i++) {
        const struct drawing_command_row *row = &drawing_commands[i];
        bool method = row->shape[0] == 's';
        holds(&stub, "\nfunction %s%s(", method ? "Sheet:" : "", row->name);
    }
#define FUNCTION(name, call, meaning) holds(&stub, "\nfunction %s(", name);
    DRAWING_FUNCTIONS(FUNCTION)
#undef FUNCTION
#define SET(name, options, heading)                                                               \
    for (const struct drawing_option_row *row = drawing_options(name); row->key != NULL; row++) { \
        holds(&stub, "\n---@field %s? ", row->key);                                               \
    }
    OPTION_SETS(SET)
#undef SET
    holds(&stub, "---@param row integer\n---@param column integer\n---@param text string\n"
                 "---@param style? string\nfunction Sheet:text(row, column, text, style) end\n");
    holds(&stub,
          "---@param options spbe.ChartOptions\nfunction Sheet:chart(row, column, options) end\n");
    holds(&stub, "---@param name string\n---@return spbe.Sheet\nfunction sheet(name) end\n");
    holds(&stub, "function Sheet:protect() end\n");
    holds(&stub, "---@param last_column? integer\n---@return string\n"
                 "function ref(row, column, last_row, last_column) end\n");
    text_release(&stub);
}

/* Each function of scripts, with its parameters; those of one name are told apart. */
static void test_stub__scripts_have_all_their_functions(void **state)
{
    (void)state;
    struct text stub = write("script");
    for (size_t i = 0; i < SCRIPT_CALL_COUNT; i++) {
        const char *call = script_rows[i].call;
        size_t head = strcspn(call, "(");
        holds(&stub, "%.*s(", (int)head - 1, call + 1);
    }
#define LOCAL(name, call, handler, meaning) holds(&stub, "\nfunction spbe.%s(", name);
    SCRIPT_LOCALS(LOCAL)
#undef LOCAL
    holds(&stub, "---@param file string\n---@return string\nfunction spbe.read(file) end\n");
    holds(&stub, "---@return spbe.Assessment\nfunction spbe.open(file) end\n");
    holds(&stub, "---@param criterion string\n---@param word string\n---@param note? string\n");
    holds(&stub, "function Assessment:answer(criterion, word, note) end\n");
    holds(&stub, "function spbe.add(number, number2) end\n");
    holds(&stub, "function Output:close() end\n");
    text_release(&stub);
}

static void test_stub__sessions_have_all_their_names(void **state)
{
    (void)state;
    struct text stub = write("session");
    size_t names = 0;
    for (const struct try_name *name = try_names; name->name != NULL; name++) {
        holds(&stub, "\n---@type %s\n%s = nil\n", name->types, name->name);
        assert_int_equal(strncmp(name->form, name->name, strlen(name->name)), 0);
        names++;
    }
    assert_int_equal(count(&stub, "\n---@type "), names);
    text_release(&stub);
}

/* What a pack or a template may not use is marked, with the reason; what it may is not. */
static void test_stub__names_that_are_not_there_are_marked(void **state)
{
    (void)state;
    static const struct {
        const char *stub;
        unsigned user;
    } users[] = {
        {"pack", LIBRARY_PACK}, {"template", LIBRARY_TEMPLATE}, {"script", LIBRARY_SCRIPT}};
    for (size_t u = 0; u < 3; u++) {
        struct text stub = write(users[u].stub), line = TEXT_EMPTY;
        struct library_name name;
        for (size_t i = 0; lua_library_name(i, &name); i++) {
            text_clear(&line);
            text_format(&line, "\n---@deprecated\n%s%s%s = nil\n", name.table,
                        name.table[0] == '\0' ? "" : ".", name.name);
            bool marked = strstr(stub.bytes, line.bytes) != NULL;
            if (marked == ((name.users & users[u].user) != 0)) {
                fail_msg("%s: %s", users[u].stub, line.bytes);
            }
        }
        text_release(&stub);
        text_release(&line);
    }
}

/* Lua's own parser takes them. */
static void test_stub__each_is_valid_lua(void **state)
{
    (void)state;
    lua_State *L = luaL_newstate();
    assert_non_null(L);
    for (const char *const *name = stub_names(); *name != NULL; name++) {
        struct text stub = write(*name);
        if (luaL_loadbufferx(L, stub.bytes, stub.length, *name, "t") != LUA_OK) {
            fail_msg("%s", lua_tostring(L, -1));
        }
        lua_pop(L, 1);
        text_release(&stub);
    }
    lua_close(L);
}

/* No text of a table breaks out of its line: the file stays a list of remarks and declarations. */
static void test_stub__every_line_is_a_remark_or_a_declaration(void **state)
{
    (void)state;
    static const char *const starts[] = {"--", "function ", "local ", "spbe = {}", ""};
    for (const char *const *name = stub_names(); *name != NULL; name++) {
        struct text stub = write(*name);
        for (char *line = strtok(stub.bytes, "\n"); line != NULL; line = strtok(NULL, "\n")) {
            size_t length = strlen(line);
            bool known = length > 6 && strcmp(line + length - 6, " = nil") == 0;
            for (size_t i = 0; starts[i][0] != '\0'; i++) {
                known = known || strncmp(line, starts[i], strlen(starts[i])) == 0;
            }
            if (!known) {
                fail_msg("%s: %s", *name, line);
            }
        }
        text_release(&stub);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stub__every_name_has_one),
        cmocka_unit_test(test_stub__fields_of_packs_are_all_there),
        cmocka_unit_test(test_stub__classes_are_declared_once),
        cmocka_unit_test(test_stub__inputs_have_these_names),
        cmocka_unit_test(test_stub__templates_have_all_their_functions),
        cmocka_unit_test(test_stub__scripts_have_all_their_functions),
        cmocka_unit_test(test_stub__sessions_have_all_their_names),
        cmocka_unit_test(test_stub__names_that_are_not_there_are_marked),
        cmocka_unit_test(test_stub__each_is_valid_lua),
        cmocka_unit_test(test_stub__every_line_is_a_remark_or_a_declaration),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
