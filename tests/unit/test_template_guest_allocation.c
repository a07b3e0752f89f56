/* The n-th allocation fails, for every n, through all that a worker does for a template: what it includes,
 * the documents, each drawing command with its options, each function, pages of rows, errors that pcall
 * forgives. Each ends in the drawing of a run without failures or in one sentence about memory, also where the
 * template would swallow it; nothing leaks. */
#include "template_guest.h"

#include "drawing.h"
#include "guest.h"
#include "json.h"
#include "limit.h"
#include "lua_freeze.h"
#include "lua_json.h"
#include "lua_library.h"
#include "message.h"
#include "sandbox.h"
#include "template_call.h"
#include "template_lua.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "support_seam.h"

#include "../../core/template_guest.c"

static const char template_source[] =
    "local look = include(\"bagian/gaya.lua\")\n"
    "about(report.agency, \"Laporan\")\n"
    "local data, page = sheet(\"Data\"), sheet(\"Halaman\")\n"
    "local row = 2\n"
    "local more = rows()\n"
    "while more do\n"
    "  for _, item in ipairs(more) do\n"
    "    data:cells(row, 1, { item.name, exact(item.value), false }, { look.plain, look.number, "
    "false })\n"
    "    row = row + 1\n"
    "  end\n"
    "  more = rows()\n"
    "end\n"
    "data:text(1, 1, _(\"Agency\"), look.plain)\n"
    "data:text(1, 2, cut(decimal(\"7/6\", 3) .. (\"x\"):rep(300), 40))\n"
    "data:number(1, 3, 1.25)\n"
    "data:formula(row, 2, \"=SUM(\" .. ref(2, 2, row - 1, 2) .. \")\", \"19/6\", look.number)\n"
    "define(\"nilai\", at(data, 2, 2, row - 1, 2))\n"
    "data:table(1, 1, row, 3, { name = \"Nilai\", columns = { \"A\", \"B\", \"C\" }, header = "
    "look.plain })\n"
    "data:condition(2, 2, row, 2, { bar = \"#336699\", least = 0, most = 5 })\n"
    "data:choice(2, 1, row, 1, { list = fixed(2, 1, row, 1), title = \"Pilih\" })\n"
    "data:columns(1, 3, 12.5, { hidden = false })\n"
    "page:row(1, 30)\n"
    "page:merge(1, 1, 2, 4, \"Kota \" .. quote(\"Contoh\"))\n"
    "page:fill(3, 1, 4, 4, look.plain)\n"
    "page:link(5, 1, data, 1, 1, \"Data\") page:web(5, 2, \"https://contoh.example\", \"Situs\")\n"
    "page:chart(6, 1, { kind = \"radar\", title = \"Radar\",\n"
    "  series = { { name = \"a\", values = at(data, 2, 2, row - 1, 2), points = { \"#112233\" } } "
    "} })\n"
    "page:page({ landscape = true, header_left = \"{page}\", area = { 1, 1, 9, 4 } })\n"
    "page:view({ freeze_row = 2, active = true })\n"
    "page:breaks({ 3, 5 })\n"
    "page:protect()\n"
    "for i = 1, 3 do\n"
    "  local good, why = pcall(function() page:text(0, i, \"x\") end)\n"
    "  page:text(10 + i, 1, good and \"?\" or why)\n"
    "end\n"
    "pcall(function() page:text(20, 1, (\"long\"):rep(1000) .. lines((\"a b \"):rep(50), 20)) "
    "end)\n"
    "page:text(21, 1, previous and previous.agency or tostring(options.target) .. language)\n";

static const char style_source[] =
    "style(\"polos\", { font = \"Arial\", size = 10, line = \"thin\" })\n"
    "style(\"angka\", { base = \"polos\", format = \"0.00\" })\n"
    "return { plain = \"polos\", number = \"angka\" }\n";

static const char document[] = "{\"agency\":\"Kota Contoh\",\"index\":{\"value\":\"2.98\"},"
                               "\"list\":[1,null,\"dua\",{\"a\":true}]}";

enum { MESSAGES = 8 };

/* What the parent sends: the template, with or without what it includes; then documents and pages. */
struct parent {
    struct text messages[MESSAGES];
    struct seam seam;
};

static void add(struct parent *parent, const char *message)
{
    size_t i = parent->seam.count++;
    assert_true(i < MESSAGES);
    parent->messages[i] = (struct text)TEXT_EMPTY;
    text_add(&parent->messages[i], message);
    parent->seam.messages[i] = &parent->messages[i];
}

static void add_source(struct text *message, const char *key, const char *source)
{
    text_format(message, "\"%s\":", key);
    text_add_json(message, source);
}

static void open_parent(struct parent *parent, bool ahead, const char *previous)
{
    struct text start = TEXT_EMPTY;
    struct text included = TEXT_EMPTY;
    *parent = (struct parent){.seam.count = 0};
    text_add(&start, "{\"file\":\"laporan.lua\",\"language\":\"id\",");
    add_source(&start, "source", template_source);
    text_add(&start, ",\"files\":{");
    if (ahead) {
        add_source(&start, "bagian/gaya.lua", style_source);
        text_add(&start, ",\"bagian/rusak.lua\":\"return (\"");
    }
    text_add(&start, "}}");
    add(parent, start.bytes);
    add(parent, document);
    add(parent, previous);
    add(parent, "{\"target\":3}");
    if (!ahead) {
        text_add(&included, "{");
        add_source(&included, "source", style_source);
        text_add(&included, "}");
        add(parent, included.bytes);
    }
    add(parent, "[{\"name\":\"satu\",\"value\":\"7/6\"},{\"name\":\"dua\",\"value\":\"2\"}]");
    add(parent, "[]");
    text_release(&start);
    text_release(&included);
}

static void sweep(struct parent *parent)
{
    size_t count = seam_sweep(&parent->seam, template_guest_run);
    if (count < 500) {
        fail_msg("only %zu allocations: the test has lost what it tests", count);
    }
    for (size_t i = 0; i < parent->seam.count; i++) {
        text_release(&parent->messages[i]);
    }
}

static void test_template_guest_allocation__what_it_includes_comes_ahead(void **state)
{
    (void)state;
    struct parent parent;
    open_parent(&parent, true, "null");
    sweep(&parent);
}

static void test_template_guest_allocation__what_it_includes_is_asked_for(void **state)
{
    (void)state;
    struct parent parent;
    open_parent(&parent, false, document);
    sweep(&parent);
}

/* The sweep itself is worth something only where the run draws all that the template says. */
static void test_template_guest_allocation__without_failures_all_is_drawn(void **state)
{
    (void)state;
    struct parent parent;
    struct seam_outcome outcome = {.answers = TEXT_EMPTY};
    char command[16];
    open_parent(&parent, true, "null");
    seam_run(&parent.seam, template_guest_run, &outcome);
    assert_null(outcome.fault.id);
    assert_non_null(strstr(outcome.answers.bytes, "{\"done\":true}"));
    assert_non_null(strstr(outcome.answers.bytes, "laporan.lua:33: "));
    for (int i = 0; i < DRAWING_COMMAND_COUNT; i++) {
        snprintf(command, sizeof command, "[%d,", i);
        if (strstr(outcome.answers.bytes, command) == NULL && i != DRAW_BLANK && i != DRAW_IMAGE &&
            i != DRAW_FILTER) {
            fail_msg("nothing says %s", drawing_commands[i].name);
        }
    }
    text_release(&outcome.answers);
    for (size_t i = 0; i < parent.seam.count; i++) {
        text_release(&parent.messages[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_template_guest_allocation__without_failures_all_is_drawn),
        cmocka_unit_test(test_template_guest_allocation__what_it_includes_comes_ahead),
        cmocka_unit_test(test_template_guest_allocation__what_it_includes_is_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
