#include "html_note.h"

#include "html_range.h"
#include "html_text.h"

#include <string.h>

/* The cell that a choice is about, when it is a single one that holds a text of a list; else NULL. */
static const struct html_cell *chosen(const struct html_sheet *sheet,
                                      const struct html_choice *choice)
{
    const struct area *area = &choice->area;
    if (*choice->list == '\0' || area->row != area->last_row || area->column != area->last_column) {
        return NULL;
    }
    const struct html_cell *cell = html_book_cell(sheet, area->row, area->column);
    return cell != NULL && cell->kind == HTML_TEXT ? cell : NULL;
}

/* Appends the texts of a list other than the chosen one; how many there are. */
static size_t add_others(const struct html_range *list, const char *value, struct text *out)
{
    size_t count = 0;
    size_t cells = html_range_count(list, NOTE_CHOICES);
    for (size_t i = 0; i < cells; i++) {
        const struct html_cell *cell = html_range_cell(list, i);
        if (cell != NULL && cell->kind == HTML_TEXT && strcmp(cell->text, value) != 0) {
            text_add(out, count++ > 0 ? ", " : "");
            html_text_value(out, cell->text, cell->length);
        }
    }
    return count;
}

/* Says what was chosen in a cell, and from what. */
static void add_chosen(const struct html_book *book, const struct html_sheet *sheet,
                       const struct html_choice *choice, const struct html_cell *cell, bool english,
                       struct text *out)
{
    struct html_range list;
    struct text others = TEXT_EMPTY;
    bool known = html_range_find(book, sheet, choice->list, &list);
    size_t count = known ? add_others(&list, cell->text, &others) : 0;
    text_add(out, "<p class=\"q\">");
    if (*choice->title != '\0') {
        html_text_value(out, choice->title, strlen(choice->title));
        text_add(out, ": ");
    }
    text_add(out, "<b>");
    html_text_value(out, cell->text, cell->length);
    text_add(out, "</b>. ");
    if (count > 0) {
        text_format(out,
                    english ? "The other choices (%s) are in the workbook (XLSX), which computes "
                              "anew; this page stays as it is.</p>\n"
                            : "Pilihan lain (%s) ada dalam buku kerja (XLSX), yang menghitung "
                              "ulang; halaman ini tetap seperti adanya.</p>\n",
                    others.bytes);
    } else {
        text_add(out, english ? "This page stays as it is.</p>\n"
                              : "Halaman ini tetap seperti adanya.</p>\n");
    }
    text_release(&others);
}

void html_note_add(const struct html_book *book, const struct html_sheet *sheet, bool english,
                   struct text *out)
{
    const struct html_choice *choices = sheet->choices.items;
    bool fillable = false;
    for (size_t i = 0; i < sheet->choices.count; i++) {
        const struct html_cell *cell = chosen(sheet, &choices[i]);
        fillable = fillable || cell == NULL;
        if (cell != NULL) {
            add_chosen(book, sheet, &choices[i], cell, english, out);
        }
    }
    if (fillable) {
        text_add(out, english ? "<p class=\"q\">Cells that can be filled in in the workbook (XLSX) "
                                "are only shown here.</p>\n"
                              : "<p class=\"q\">Sel yang dapat diisi dalam buku kerja (XLSX) di "
                                "sini hanya ditampilkan.</p>\n");
    }
}
