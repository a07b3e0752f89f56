#include "script_book.h"

#include "canvas.h"
#include "draw.h"
#include "lang.h"
#include "memory.h"
#include "message.h"
#include "script_output.h"
#include "script_source.h"
#include "template.h"

#include <stdlib.h>
#include <string.h>

enum { YEAR_LEAST = 1945 };

/* The year that dates it, from the options. */
static bool read_year(const struct script_call *call, int *year, struct error *err)
{
    static const char *const names[] = {"year", NULL};
    const char *word = script_value_option(call, 1, "year");
    *year = word == NULL ? SCRIPT_YEAR_OF_NONE : (int)strtol(word, NULL, 10);
    return script_value_options(call, 1, names, err) &&
           ((*year >= YEAR_LEAST && *year <= LIMIT_YEAR) ||
            error_set(err, M_RULES_YEAR, NULL, word));
}

static bool do_workbook(struct script *script, const struct script_call *call, struct text *out,
                        struct error *err)
{
    int year = 0;
    int64_t number = 0;
    const char *name = script_value_text(call, 0);
    if (!template_draws(name)) {
        return error_set(err, M_SCRIPT_ENDING, name, ".xlsx, .html");
    }
    char *path = read_year(call, &year, err) ? script_state_file(script, name, true, err) : NULL;
    struct script_thing *thing = path == NULL ? NULL : script_state_add(script, &number, err);
    struct script_book *book = memory_zero(1, sizeof *book);
    book->name = memory_copy(name, strlen(name));
    bool done = thing != NULL && canvas_begin(&book->canvas, path, year, err);
    if (done) {
        thing->kind = SCRIPT_KIND_BOOK;
        thing->book = book;
        text_add_int(out, number);
    } else {
        script_state_close(&(struct script_thing){.kind = SCRIPT_KIND_BOOK, .book = book});
    }
    free(path);
    return done;
}

/* draw_source.place */
static void show_place(void *context, int64_t place, struct text *out)
{
    script_source_place(context, place, out);
}

/* draw_source.read */
static bool read_picture(void *context, const char *name, size_t max, struct text *out,
                         struct error *err)
{
    return script_source_picture(context, name, max, out, err);
}

/* The open workbook of that number that can still be drawn in. */
static struct script_book *sound_book(struct script *script, int64_t number, struct error *err)
{
    struct script_thing *thing = script_state_thing(script, number, SCRIPT_KIND_BOOK, err);
    if (thing != NULL && thing->book->broken) {
        error_set(err, M_SCRIPT_BOOK_BROKEN, thing->book->name);
        return NULL;
    }
    return thing == NULL ? NULL : thing->book;
}

bool script_book_draw(struct script *script, int64_t number, const struct json_text *commands,
                      struct arena *arena, struct error *err)
{
    const struct draw_source source = {show_place, read_picture, script};
    struct error ignored = {.kind = ERROR_NONE};
    struct script_book *book = sound_book(script, number, err);
    if (book == NULL) {
        return false;
    }
    struct json json;
    json_open(&json, commands->bytes, commands->length, arena, NULL);
    json.value_limit = SIZE_MAX;
    book->broken =
        !draw_commands(&book->canvas, &json, arena, &source, err) || !json_end(&json, &ignored);
    return !book->broken;
}

/* Puts the drawing under its name. */
static bool finish(struct script *script, struct script_book *book, struct error *err)
{
    int64_t place = -1;
    struct text where = TEXT_EMPTY;
    bool done = canvas_finish(&book->canvas, lang_name(), &place, err);
    if (!done && place >= 0) {
        script_source_place(script, place, &where);
        error_place(err, where.bytes);
    }
    text_release(&where);
    return done;
}

static bool do_workbook_close(struct script *script, const struct script_call *call,
                              struct text *out, struct error *err)
{
    int64_t number = script_value_open(call, 0);
    struct script_book *book = sound_book(script, number, err);
    (void)out;
    bool done = book != NULL && finish(script, book, err);
    struct error ignored = {.kind = ERROR_NONE};
    struct script_thing *thing = script_state_thing(script, number, SCRIPT_KIND_BOOK, &ignored);
    if (thing != NULL) {
        script_state_close(thing);
    }
    return done;
}

script_handler *const script_book_handlers[] = {
#define BOOK_HANDLER(name, lua, shape, how, handler, meaning) handler,
    SCRIPT_BOOK_CALLS(BOOK_HANDLER)
#undef BOOK_HANDLER
};
