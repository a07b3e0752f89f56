#include "draw.h"

#include "arena.h"
#include "drawing.h"
#include "json.h"
#include "support_book.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Commands as a worker would send them. The first sheet ("Satu") and the style "tebal" are there. */

static void show_place(void *context, int64_t place, struct text *out)
{
    (void)context;
    text_format(out, "laporan.lua:%lld", (long long)place);
}

static bool read_nothing(void *context, const char *name, size_t max, struct text *out,
                         struct error *err)
{
    (void)context;
    (void)max;
    (void)out;
    return error_set(err, ERROR_PACK, "TEST_FILE", "asked for %s", NULL, name);
}

/* Draws a list of commands into the book. */
static bool draw(struct book *book, const char *commands)
{
    static const struct draw_source source = {show_place, read_nothing, NULL};
    struct arena arena = ARENA_EMPTY;
    struct json json;
    json_open(&json, commands, strlen(commands), &arena, NULL);
    struct canvas canvas = {.workbook = book->workbook};
    bool done = draw_commands(&canvas, &json, &arena, &source, &book->err);
    arena_release(&arena);
    return done;
}

/* The number of a command by its name. */
static int number_of(const char *name)
{
    for (int i = 0; i < DRAWING_COMMAND_COUNT; i++) {
        if (strcmp(drawing_commands[i].name, name) == 0) {
            return i;
        }
    }
    fail_msg("there is no command %s", name);
    return 0;
}

/* Draws one command at line 7: its name and the rest of its arguments. */
static bool draw_one(struct book *book, const char *name, const char *arguments)
{
    struct text commands = TEXT_EMPTY;
    text_format(&commands, "[[%d,7,%s]]", number_of(name), arguments);
    bool done = draw(book, commands.bytes);
    text_release(&commands);
    return done;
}

static void check_refused(const char *name, const char *arguments, const char *id)
{
    struct book book;
    book_open(&book);
    bool done = draw_one(&book, name, arguments);
    if (done || book.err.id == NULL || strcmp(book.err.id, id) != 0) {
        fail_msg("%s %s: %s instead of %s", name, arguments, done ? "done" : book.err.id, id);
    }
    assert_string_equal(book.err.where, "laporan.lua:7");
    book_close(&book);
}

static void test_draw__cells_arrive(void **state)
{
    (void)state;
    struct book book;
    book_open(&book);
    assert_done(&book, draw_one(&book, "text", "0,1,1,\"=1 \\u00e9\",\"tebal\""));
    assert_done(&book, draw_one(&book, "number", "0,2,1,2.5,null"));
    assert_done(&book, draw_one(&book, "formula", "0,3,1,\"=A2*2\",5,null"));
    assert_done(&book, draw_one(&book, "formula",
                                "0,4,1,\"=IF(A2>1,\\\"ya\\\",\\\"\\\")\",\"ya\",\"tebal\""));
    assert_done(&book,
                draw_one(&book, "cells",
                         "0,5,1,[\"a\",1,false,\"\"],[\"tebal\",false,\"tebal\",\"tebal\"]"));
    assert_done(&book, draw_one(&book, "cells", "0,6,1,[\"b\",2],\"tebal\""));
    assert_done(&book, draw_one(&book, "cells", "0,7,1,[\"c\"],null"));
    assert_done(&book, draw_one(&book, "merge", "0,8,1,8,3,\"gabung\",null"));
    book_finish(&book);
    assert_cell(&book, "Satu", "A1", "s", "=1 é");
    assert_cell(&book, "Satu", "A2", "n", "2.5");
    assert_cell(&book, "Satu", "A3", "formula", "5");
    assert_cell(&book, "Satu", "A4", "formula", "ya");
    assert_cell(&book, "Satu", "A5", "s", "a");
    assert_cell(&book, "Satu", "B5", "n", "1");
    assert_cell(&book, "Satu", "C5", "n", "");
    assert_cell(&book, "Satu", "B6", "n", "2");
    assert_cell(&book, "Satu", "A7", "s", "c");
    assert_cell(&book, "Satu", "A8", "s", "gabung");
    book_close(&book);
}

static void test_draw__everything_else_arrives(void **state)
{
    (void)state;
    static const struct {
        const char *name, *arguments;
    } commands[] = {
        {"about", "\"Judul\",null"},
        {"style", "\"miring\",{\"base\":\"tebal\",\"italic\":true,\"color\":\"#14365c\",\"line\":"
                  "\"thin\",\"top\":\"double\"}"},
        {"sheet", "\"Dua\""},
        {"define", "\"nama\",\"=Dua!$A$1\""},
        {"blank", "0,1,1,\"miring\""},
        {"fill", "0,2,1,3,4,\"miring\""},
        {"link", "0,4,1,1,9,2,\"ke sana\",null"},
        {"web", "0,5,1,\"https://spbe.go.id/?a=1&b=2\",\"situs\",null"},
        {"columns", "0,1,3,12.5,{\"hidden\":true}"},
        {"row", "0,1,20,null"},
        {"table", "1,1,1,4,2,{\"name\":\"Tabel\",\"columns\":[\"a\",\"b\"],\"header\":\"miring\","
                  "\"filter\":true}"},
        {"filter", "0,20,1,30,3"},
        {"choice", "0,5,1,6,1,{\"list\":\"=Dua!$A$1:$A$4\",\"title\":\"Pilih\"}"},
        {"condition", "0,5,1,6,1,{\"equal\":\"x\",\"style\":\"miring\"}"},
        {"condition", "0,5,1,6,1,{\"bar\":\"#00ff00\",\"least\":0,\"most\":5}"},
        {"condition",
         "0,5,1,6,1,{\"low\":\"#ff0000\",\"high\":\"#00ff00\",\"least\":1,\"most\":5}"},
        {"chart", "0,9,1,{\"kind\":\"radar\",\"value\":{\"least\":0,\"most\":5},\"series\":[{"
                  "\"values\":\"=Dua!$A$1:$A$4\","
                  "\"points\":[\"#112233\"]}]}"},
        {"view", "0,{\"freeze_row\":3,\"zoom\":90}"},
        {"page", "0,{\"landscape\":true,\"area\":[1,1,9,9],\"repeat_first\":1,\"repeat_last\":2,"
                 "\"footer_left\":\"x\"}"},
        {"breaks", "0,[10,20]"},
        {"protect", "0"},
        {"style", "\"kosong\",[]"}, /* the empty table of Lua */
    };
    struct book book;
    book_open(&book);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (!draw_one(&book, commands[i].name, commands[i].arguments)) {
            fail_msg("%s %s: %s %s", commands[i].name, commands[i].arguments, book.err.id,
                     book.err.message);
        }
    }
    book_finish(&book);
    assert_part(&book, "xl/worksheets/sheet1.xml", "location=\"'Dua'!B9\"");
    assert_part(&book, "xl/styles.xml", "FF14365C");
    book_close(&book);
}

static void test_draw__a_refusal_names_the_line(void **state)
{
    (void)state;
    check_refused("text", "0,1,1,\"x\",\"tidak\"", "STYLE_UNKNOWN");
    check_refused("text", "3,1,1,\"x\",null", "WORKBOOK_SHEET");
    check_refused("formula", "0,1,1,\"=NOW()\",1,null", "GATE_FORMULA_FUNCTION");
    check_refused("style", "\"a\",{\"base\":\"tidak\"}", "STYLE_UNKNOWN");
    check_refused("style", "\"a\",{\"colour\":\"#112233\"}", "DRAW_OPTION");
    check_refused("style", "\"a\",{\"bold\":1}", "DRAW_TYPE");
    check_refused("style", "\"a\",{\"color\":\"red\"}", "DRAW_TYPE");
    check_refused("style", "\"a\",{\"size\":\"9\"}", "DRAW_TYPE");
    check_refused("style", "\"a\",{\"align\":\"tengah\"}", "DRAW_WORD");
    check_refused("style", "\"a\",{\"indent\":16}", "WORKBOOK_RANGE");
    check_refused("style", "\"a\",{\"font\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}",
                  "WORKBOOK_RANGE");
    check_refused("style", "\"a\",[1]", "DRAW_OPTIONS");
    check_refused("cells", "0,1,1,[1,2],[\"tebal\"]", "DRAW_STYLES");
    check_refused("cells", "0,1,16384,[1,2],null", "WORKBOOK_PLACE");
    check_refused("table", "0,1,1,3,2,{\"name\":\"T_\",\"columns\":[1,2]}", "WORKBOOK_TABLE");
    check_refused("table", "0,1,1,3,2,{\"name\":\"T_\"}", "DRAW_TYPE");
    check_refused("condition", "0,1,1,3,2,{\"equal\":\"x\"}", "DRAW_TYPE");
    check_refused("view", "0,{\"zoom\":1000}", "WORKBOOK_RANGE");
    check_refused("page", "0,{\"left\":-1}", "WORKBOOK_RANGE");
    check_refused("page", "0,{\"area\":[1,1,2]}", "WORKBOOK_RANGE");
    check_refused("page", "0,{\"repeat_first\":5,\"repeat_last\":2}", "WORKBOOK_RANGE");
    check_refused("breaks", "0,[\"a\"]", "WORKBOOK_RANGE");
    check_refused("breaks", "0,{\"a\":1}", "DRAW_TYPE");
    check_refused("chart", "0,1,1,{\"kind\":\"kubus\"}", "DRAW_WORD");
    check_refused("chart", "0,1,1,{\"kind\":\"bar\"}", "DRAW_TYPE");
    check_refused("chart", "0,1,1,{\"series\":[{\"warna\":1}]}", "DRAW_OPTION");
    check_refused("chart", "0,1,1,{\"width\":1e9,\"series\":[{\"values\":\"=Satu!$A$1\"}]}",
                  "WORKBOOK_RANGE");
    check_refused("image", "0,1,1,\"a.png\",null", "TEST_FILE");
    check_refused("image", "0,1,1,\"a.png\",{\"besar\":2}", "DRAW_OPTION");
}

/* What our own worker would never send makes no sentence about the template: the message is not believed. */
static void test_draw__a_wrong_message_is_not_believed(void **state)
{
    (void)state;
    static const char *const messages[] = {
        "",
        "{}",
        "[1]",
        "[[]]",
        "[[0]]",
        "[[0,1]]",
        "[[99,1,\"x\"]]",
        "[[-1,1,\"x\"]]",
        "[[0,-1,\"x\"]]",
        "[[0,1,\"x\",null,null]]",
        "[[0,1,5,null]]",
        "[[0,1,null,null]]",
        "[[4,1,0,0,1,\"x\",null]]",
        "[[4,1,0,1048577,1,\"x\",null]]",
        "[[4,1,0,1,16385,\"x\",null]]",
        "[[4,1,0,1.5,1,\"x\",null]]",
        "[[4,1,-1,1,1,\"x\",null]]",
        "[[4,1,0,1,1,\"x\",null]",
        "[[5,1,0,1,1,1e999,null]]x",
    };
    for (size_t i = 0; i < sizeof messages / sizeof *messages; i++) {
        struct book book;
        book_open(&book);
        bool done = draw(&book, messages[i]);
        if (done && i + 1 < sizeof messages / sizeof *messages) {
            fail_msg("%s: done", messages[i]);
        }
        if (!done && error_is_set(&book.err) && strcmp(book.err.id, "GATE_NUMBER") != 0) {
            fail_msg("%s: %s", messages[i], book.err.id);
        }
        book_close(&book);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_draw__cells_arrive),
        cmocka_unit_test(test_draw__everything_else_arrives),
        cmocka_unit_test(test_draw__a_refusal_names_the_line),
        cmocka_unit_test(test_draw__a_wrong_message_is_not_believed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
