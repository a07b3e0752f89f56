/* The floor that writing a workbook is held against: the bare library writing the same cells, formulas,
 * merged ranges, widths, heights, conditions, choices and charts, and as many formats, with nothing checked
 * and nothing read back. Tables are left out, which makes the floor lower than fair.
 *
 *     support_workbook_floor CELLS OUT.xlsx RUNS      CELLS: see support_workbook_cells.py
 *
 * Prints the seconds of each run, one a line. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <xlsxwriter.h>

enum { LINES = 100000, FIELDS = 8, FORMATS = 128 };

struct line {
    char *field[FIELDS];
    long number[FIELDS];
    double value[FIELDS];
};

/* Splits a line at its TABs and undoes its escapes. */
static void read_line(char *text, struct line *line)
{
    for (size_t i = 0; i < FIELDS; i++) {
        line->field[i] = text;
        size_t length = strcspn(text, "\t\n");
        char *next = text[length] == '\t' ? text + length + 1 : text + length;
        text[length] = '\0';
        char *to = text;
        for (char *from = text; *from != '\0'; from++) {
            bool escape = *from == '\\' && from[1] != '\0';
            *to++ = escape ? (*++from == 'n' ? '\n' : *from) : *from;
        }
        *to = '\0';
        line->number[i] = strtol(text, NULL, 10);
        line->value[i] = strtod(text, NULL);
        text = next;
    }
}

static size_t read_all(const char *path, struct line *lines)
{
    static char buffer[65536];
    size_t count = 0;
    FILE *file = fopen(path, "r");
    while (file != NULL && count < LINES && fgets(buffer, sizeof buffer, file) != NULL) {
        read_line(strdup(buffer), &lines[count++]);
    }
    if (file != NULL) {
        fclose(file);
    }
    return count;
}

static void make_formats(lxw_workbook *book, lxw_format **formats)
{
    for (int i = 0; i < FORMATS; i++) {
        formats[i] = workbook_add_format(book);
        format_set_font_name(formats[i], "Arial");
        format_set_font_size(formats[i], 9);
        format_set_text_wrap(formats[i]);
        format_set_bg_color(formats[i], (lxw_color_t)(0xFFFF00 + i));
        format_set_border(formats[i], LXW_BORDER_THIN);
    }
}

static uint8_t chart_kind(const char *name)
{
    static const struct {
        const char *name;
        uint8_t kind;
    } kinds[] = {{"RADAR", LXW_CHART_RADAR},
                 {"BAR", LXW_CHART_BAR},
                 {"BAR_STACKED", LXW_CHART_BAR_STACKED},
                 {"COLUMN", LXW_CHART_COLUMN},
                 {"COLUMN_STACKED", LXW_CHART_COLUMN_STACKED},
                 {"LINE", LXW_CHART_LINE}};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strcmp(kinds[i].name, name) == 0) {
            return kinds[i].kind;
        }
    }
    fprintf(stderr, "a chart of a kind that is not known here: %s\n", name);
    exit(2);
}

/* What is drawn, while it is drawn. */
struct drawing {
    lxw_workbook *book;
    lxw_worksheet *sheet;
    lxw_chart *chart;
    lxw_col_t charts; /* on the sheet so far */
    lxw_format *formats[FORMATS];
};

static void add_chart(struct drawing *drawing, const char *kind)
{
    drawing->chart = workbook_add_chart(drawing->book, chart_kind(kind));
    drawing->charts++;
}

/* Puts the chart that has all its series on the sheet. */
static void place_chart(struct drawing *drawing)
{
    if (drawing->chart != NULL) {
        worksheet_insert_chart(drawing->sheet, 10, (lxw_col_t)(drawing->charts * 7),
                               drawing->chart);
        drawing->chart = NULL;
    }
}

static void add_series(struct drawing *drawing, const char *categories, const char *values)
{
    char formulas[2][256];
    snprintf(formulas[0], sizeof formulas[0], "=%s", categories);
    snprintf(formulas[1], sizeof formulas[1], "=%s", values);
    chart_add_series(drawing->chart, categories[0] == '\0' ? NULL : formulas[0], formulas[1]);
}

static void add_condition(const struct drawing *drawing, const struct line *line)
{
    char formula[4096];
    snprintf(formula, sizeof formula, "=%s", line->field[5]);
    lxw_conditional_format condition = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                        .value_string = formula,
                                        .format = drawing->formats[2]};
    worksheet_conditional_format_range(drawing->sheet, (lxw_row_t)line->number[1],
                                       (lxw_col_t)line->number[2], (lxw_row_t)line->number[3],
                                       (lxw_col_t)line->number[4], &condition);
}

static void add_choice(const struct drawing *drawing, const struct line *line)
{
    char formula[4096];
    snprintf(formula, sizeof formula, "=%s", line->field[5]);
    lxw_data_validation choice = {.validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
                                  .value_formula = formula};
    worksheet_data_validation_range(drawing->sheet, (lxw_row_t)line->number[1],
                                    (lxw_col_t)line->number[2], (lxw_row_t)line->number[3],
                                    (lxw_col_t)line->number[4], &choice);
}

static void draw_line(struct drawing *drawing, const struct line *line)
{
    lxw_worksheet *sheet = drawing->sheet;
    const char *kind = line->field[0];
    lxw_row_t row = (lxw_row_t)line->number[1];
    lxw_col_t column = (lxw_col_t)line->number[2];
    lxw_format *format = drawing->formats[line->number[3] % FORMATS];
    if (strcmp(kind, "series") != 0) {
        place_chart(drawing);
    }
    if (strcmp(kind, "text") == 0) {
        worksheet_write_string(sheet, row, column, line->field[4], format);
    } else if (strcmp(kind, "number") == 0) {
        worksheet_write_number(sheet, row, column, line->value[4], format);
    } else if (strcmp(kind, "blank") == 0) {
        worksheet_write_blank(sheet, row, column, format);
    } else if (strcmp(kind, "formula") == 0) {
        worksheet_write_formula_num(sheet, row, column, line->field[5], format, line->value[4]);
    } else if (strcmp(kind, "formulatext") == 0) {
        worksheet_write_formula_str(sheet, row, column, line->field[5], format, line->field[4]);
    } else if (strcmp(kind, "row") == 0) {
        worksheet_set_row(sheet, row, line->value[2], NULL);
    } else if (strcmp(kind, "column") == 0) {
        worksheet_set_column(sheet, (lxw_col_t)line->number[1], column, line->value[3], NULL);
    } else if (strcmp(kind, "merge") == 0) {
        worksheet_merge_range(sheet, row, column, (lxw_row_t)line->number[3],
                              (lxw_col_t)line->number[4], "", drawing->formats[1]);
    } else if (strcmp(kind, "sheet") == 0) {
        drawing->sheet = workbook_add_worksheet(drawing->book, line->field[1]);
        drawing->charts = 0;
    } else if (strcmp(kind, "condition") == 0) {
        add_condition(drawing, line);
    } else if (strcmp(kind, "choice") == 0) {
        add_choice(drawing, line);
    } else if (strcmp(kind, "chart") == 0) {
        add_chart(drawing, line->field[1]);
    } else if (strcmp(kind, "series") == 0) {
        add_series(drawing, line->field[1], line->field[2]);
    }
}

static void write_workbook(const char *path, const struct line *lines, size_t count)
{
    struct drawing drawing = {.book = workbook_new(path)};
    make_formats(drawing.book, drawing.formats);
    for (size_t i = 0; i < count; i++) {
        draw_line(&drawing, &lines[i]);
    }
    place_chart(&drawing);
    workbook_close(drawing.book);
}

int main(int argc, char **argv)
{
    struct line *lines = calloc(LINES, sizeof *lines);
    if (argc != 4 || lines == NULL) {
        return 2;
    }
    size_t count = read_all(argv[1], lines);
    for (long run = strtol(argv[3], NULL, 10); run > 0; run--) {
        struct timespec from;
        struct timespec to;
        clock_gettime(CLOCK_MONOTONIC, &from);
        write_workbook(argv[2], lines, count);
        clock_gettime(CLOCK_MONOTONIC, &to);
        printf("%.6f\n",
               (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9);
    }
    return 0;
}
