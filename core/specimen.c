#include "specimen.h"

#include "lang.h"

#include <stdbool.h>

/* Whether a criterion is asked in the instrument's last year. */
static bool is_asked(const struct instrument *instrument, const struct criterion *criterion)
{
    int year = instrument->year_last;
    return !criterion->withdrawn && criterion->years.from <= year &&
           (criterion->years.until == 0 || criterion->years.until >= year);
}

/* Writes for each criterion of a level that is asked: `before`, its id, `behind`, with commas between. */
static bool write_criteria(const struct instrument *instrument, const struct level *level,
                           const char *behind, bool first, struct text *out)
{
    for (size_t i = 0; i < level->criteria.count; i++) {
        const struct criterion *criterion = &instrument->criteria[level->criteria.first + i];
        if (is_asked(instrument, criterion)) {
            text_format(out, "%s\"%s\"%s", first ? "" : ",", criterion->id, behind);
            first = false;
        }
    }
    return first;
}

/* The criteria that are met, and the items that score. */
static void write_answers(const struct instrument *instrument, const struct indicator *indicator,
                          int reached, struct text *out)
{
    bool first = true;
    text_add(out, ",\"criteria\":{");
    for (size_t i = 0; i < indicator->levels.count; i++) {
        const struct level *level = &instrument->levels[indicator->levels.first + i];
        if (level->number <= reached) {
            first = write_criteria(instrument, level, ":{\"met\":true}", first, out);
        }
    }
    text_add_byte(out, '}');
    first = true;
    for (size_t i = 0; i < indicator->levels.count; i++) {
        const struct level *level = &instrument->levels[indicator->levels.first + i];
        for (size_t n = 1; level->number <= reached && n <= level->item_count; n++) {
            text_format(out, "%s\"%s.%d.e%zu\":{\"met\":true}", first ? ",\"items\":{" : ",",
                        indicator->id, level->number, n);
            first = false;
        }
    }
    text_add(out, first ? "" : "}");
}

/* One document for each level that is reached. */
static void write_evidence(const struct instrument *instrument, const struct indicator *indicator,
                           int reached, struct text *out)
{
    static const char digest[] = "00000000000000000000000000000000"
                                 "00000000000000000000000000000000";
    const char *comma = "";
    text_add(out, ",\"evidence\":[");
    for (size_t i = 0; i < indicator->levels.count; i++) {
        const struct level *level = &instrument->levels[indicator->levels.first + i];
        if (level->number > reached || level->criteria.count == 0) {
            continue;
        }
        text_format(out,
                    "%s{\"title\":\"Dokumen contoh tingkat %d & <lampiran>\",\"number\":\"%d/%d\","
                    "\"date\":\"%d-02-28\",\"file\":\"contoh.pdf\",\"sha256\":\"%s\",\"pages\":"
                    "\"3-7\",\"supports\":[",
                    comma, level->number, level->number, instrument->year_last,
                    instrument->year_last, digest);
        write_criteria(instrument, level, "", true, out);
        text_add(out, "]}");
        comma = ",";
    }
    text_add_byte(out, ']');
}

/* What is said of the indicator at a position. */
static void write_indicator(const struct instrument *instrument, size_t position,
                            enum specimen fill, struct text *out)
{
    const struct indicator *indicator = &instrument->indicators[position];
    int highest = instrument->level_highest;
    int reached = fill == SPECIMEN_FULL ? highest : (instrument->level_lowest + highest) / 2;
    bool lowered = position % 3 == 2;
    text_format(out, "\"%s\":{\"claimed\":%d", indicator->id, reached);
    write_answers(instrument, indicator, reached, out);
    write_evidence(instrument, indicator, reached, out);
    if (fill == SPECIMEN_FULL || lowered) {
        text_format(out, ",\"verified\":%d", lowered ? reached - 1 : reached);
        text_add(out, ",\"verified_reason\":\"Menurut dokumen; satu bagian belum disahkan.\"");
        text_add(out, ",\"note\":\"Catatan contoh.\\nBaris kedua.\"");
    }
    text_add_byte(out, '}');
}

void specimen_write(const struct instrument *instrument, enum specimen fill, struct text *out)
{
    const char *comma = "";
    text_format(out,
                "{\"format\":\"spbe-assessment/1\",\"instrument\":\"%s\",\"year\":%d,"
                "\"agency\":{\"name\":\"Instansi Contoh\",\"kind\":\"kota\"},\"answers\":{",
                instrument->id, instrument->year_last);
    for (size_t i = 0; fill != SPECIMEN_EMPTY && i < instrument->indicator_count; i++) {
        if (fill == SPECIMEN_FULL || i % 2 == 0) {
            text_add(out, comma);
            write_indicator(instrument, i, fill, out);
            comma = ",";
        }
    }
    text_add(out, "}}");
}

const char *specimen_title(enum specimen fill)
{
    static const char *const titles[SPECIMEN_COUNT] = {[SPECIMEN_EMPTY] = N_("nothing answered"),
                                                       [SPECIMEN_HALF] = N_("half answered"),
                                                       [SPECIMEN_FULL] = N_("all answered")};
    return _(titles[fill]);
}
