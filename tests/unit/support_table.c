#include "support_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

void table_open(struct table *table)
{
    table->file = "berkas.json";
    fixture_open(&table->fixture);
    comparison_open(&table->comparison);
}

void table_close(struct table *table)
{
    comparison_close(&table->comparison);
    fixture_close(&table->fixture);
}

struct case_ *table_begin_of(struct table *table, const char *agency, int year)
{
    case_open(&table->c, &table->fixture.instrument, year);
    table->c.assessment.agency = agency;
    return &table->c;
}

struct case_ *table_begin(struct table *table, int year)
{
    return table_begin_of(table, "Kota Contoh", year);
}

void table_end(struct table *table, int asked)
{
    case_run(&table->c, asked);
    comparison_add(&table->comparison, &table->c.evaluation, table->file, &table->c.arena);
    case_close(&table->c);
}

void table_claim(struct table *table, const char *agency, int year, int level)
{
    case_claim(table_begin_of(table, agency, year), "*", level);
    table_end(table, BASIS_CLAIMED);
}

void table_shows(const char *text, const char *part)
{
    if (strstr(text, part) == NULL) {
        fail_msg("%s\ndoes not hold: %s", text, part);
    }
}

void table_shows_not(const char *text, const char *part)
{
    if (strstr(text, part) != NULL) {
        fail_msg("%s\nholds: %s", text, part);
    }
}
