#include "form_filler.h"

#include "edit.h"
#include "form.h"
#include "limit.h"
#include "sheet_book.h"
#include "sheet_reader.h"

#include <string.h>

/* A sheet on its way through. */
struct looking {
    uint32_t key, fact; /* columns; 0 while they have not come */
    uint32_t row;       /* of the filler, 0 while it has not come */
    struct text *name;
};

static bool look(void *context, const struct sheet_cell *cell, struct error *err)
{
    struct looking *looking = context;
    (void)err;
    if (strcmp(cell->text, FORM_KEY_COLUMN) == 0) {
        looking->key = cell->column;
    } else if (strcmp(cell->text, FORM_FACT_COLUMN) == 0) {
        looking->fact = cell->column;
    } else if (cell->column == looking->key && strcmp(cell->text, FORM_FILLER_ROW) == 0) {
        looking->row = cell->row;
    } else if (cell->column == looking->fact && cell->row == looking->row && !cell->formula &&
               cell->kind == SHEET_TEXT) {
        form_clean(cell->text, looking->name);
    }
    return true;
}

/* What the history takes as a name; else "". */
static void make_name(struct text *name)
{
    struct error ignored = {.kind = ERROR_NONE};
    for (size_t i = 0; i < name->length; i++) {
        name->bytes[i] = name->bytes[i] == '\n' ? ' ' : name->bytes[i];
    }
    if (name->length > 0 && !edit_check_name(name->bytes, &ignored)) {
        text_clear(name);
    }
}

void form_filler(const char *bytes, size_t length, struct text *name)
{
    struct sheet_book book;
    struct error ignored = {.kind = ERROR_NONE};
    text_clear(name);
    if (length > LIMIT_SHEET_FILE) {
        return;
    }
    bool ok = sheet_book_open(&book, bytes, length, &ignored);
    bool found = false;
    for (size_t i = 0; ok && !found && i < book.sheet_count; i++) {
        struct looking looking = {.name = name};
        ok = sheet_read(&book, i, look, &looking, &ignored);
        found = looking.row != 0;
    }
    sheet_book_close(&book);
    make_name(name);
}
