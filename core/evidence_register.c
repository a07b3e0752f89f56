#include "evidence_register.h"

#include "evidence_view.h"
#include "file.h"
#include "file_name.h"
#include "lang.h"
#include "message.h"
#include "report.h"
#include "template.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* ---- one item ---- */

static bool is_wanted(const struct register_source *source, const struct exhibit *item)
{
    return (source->all || item->replaced == NULL) &&
           (source->indicator == NULL || strcmp(source->indicator, item->indicator) == 0);
}

size_t evidence_register_count(const struct register_source *source)
{
    size_t count = 0;
    for (size_t i = 0; i < source->count; i++) {
        count += is_wanted(source, &source->list[i]);
    }
    return count;
}

static const struct indicator *indicator_of(const struct register_source *source,
                                            const struct exhibit *item)
{
    const struct instrument *instrument = source->evaluation->instrument;
    int position =
        instrument_find_indicator(instrument, item->indicator, strlen(item->indicator), 0);
    return position == NOWHERE ? NULL : &instrument->indicators[position];
}

/* The item as it was evaluated; NULL when it does not count. The assessment holds the items that stand, in
 * the order of the file. */
static const struct evidence *evaluated(const struct register_source *source,
                                        const struct exhibit *item)
{
    const struct indicator *indicator = indicator_of(source, item);
    if (!item->stands || indicator == NULL) {
        return NULL;
    }
    const struct response *response =
        &source->evaluation->assessment
             ->responses[indicator - source->evaluation->instrument->indicators];
    size_t before = 0;
    for (const struct exhibit *at = source->list; at < item; at++) {
        before += at->stands && strcmp(at->indicator, item->indicator) == 0;
    }
    return before < response->evidence_count ? &response->evidence[before] : NULL;
}

/* Calls `each` with the warnings about an item. */
static void each_warning(const struct register_source *source, const struct exhibit *item,
                         void (*each)(void *context, const char *sentence), void *context)
{
    const struct evidence *about = evaluated(source, item);
    const struct problem *problem = source->evaluation->problems.first;
    for (; about != NULL && problem != NULL; problem = problem->next) {
        if (problem->about == about) {
            each(context, problem->message);
        }
    }
}

/* "counts", or what became of it. */
static void add_state(struct text *out, const struct register_source *source,
                      const struct exhibit *item)
{
    const struct exhibit *twin = item->stands ? evidence_view_twin(source->list, item) : NULL;
    if (!item->stands || item->size == EXHIBIT_NO_CONTENT) {
        evidence_view_content(out, item);
    } else {
        text_add(out, item->criteria[0] == '\0' ? _("supports nothing yet") : _("counts"));
    }
    if (twin != NULL) {
        text_format(out, _("; same as %s"), twin->id);
    }
}

/* ---- for the template ---- */

static void add_json_warning(void *context, const char *sentence)
{
    struct text *out = context;
    text_add(out, out->bytes[out->length - 1] == '[' ? "" : ",");
    text_add_json(out, sentence);
}

static void add_row(struct text *out, const struct register_source *source,
                    const struct exhibit *item)
{
    struct text state = TEXT_EMPTY;
    add_state(&state, source, item);
    evidence_view_json(out, source->list, source->count, item);
    out->length--; /* its last bracket: the object goes on */
    text_add(out, ",\"stands\":");
    text_add(out, item->stands ? "true" : "false");
    text_add(out, ",\"state\":");
    text_add_json(out, state.bytes);
    text_add(out, ",\"warnings\":[");
    each_warning(source, item, add_json_warning, out);
    text_add(out, "]}");
    text_release(&state);
}

void evidence_register_options(const struct register_source *source, struct text *out)
{
    const char *comma = "";
    text_add(out, "{\"evidence\":[");
    for (size_t i = 0; i < source->count; i++) {
        if (is_wanted(source, &source->list[i])) {
            text_add(out, comma);
            add_row(out, source, &source->list[i]);
            comma = ",";
        }
    }
    text_add(out, "]}");
}

/* ---- as text ---- */

static void add_cell(struct text *out, const char *text)
{
    const char *shown = text == NULL ? "" : text;
    text_add(out, "\"");
    if (shown[0] != '\0' && strchr("=+-@\t\r", shown[0]) != NULL) {
        text_add_byte(out, '\'');
    }
    for (; *shown != '\0'; shown++) {
        text_add(out, *shown == '"' ? "\"" : "");
        text_add_byte(out, *shown);
    }
    text_add(out, "\"");
}

static void add_cells(struct text *out, const char *const *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        text_add(out, i == 0 ? "" : ";");
        add_cell(out, cells[i]);
    }
    text_add(out, "\r\n");
}

static void add_csv_warning(void *context, const char *sentence)
{
    struct text *out = context;
    text_add(out, out->length > 0 ? "\n" : "");
    text_add(out, sentence);
}

static void add_csv_row(struct text *out, const struct register_source *source,
                        const struct exhibit *item)
{
    struct text state = TEXT_EMPTY;
    struct text warnings = TEXT_EMPTY;
    char size[24] = "";
    char version[16];
    if (item->size != EXHIBIT_NO_CONTENT) {
        snprintf(size, sizeof size, "%" PRId64, item->size);
    }
    snprintf(version, sizeof version, "%d",
             evidence_view_version(source->list, source->count, item));
    add_state(&state, source, item);
    each_warning(source, item, add_csv_warning, &warnings);
    const char *cells[] = {
        item->id,        item->indicator, item->criteria,   item->item.title, item->item.number,
        item->item.date, item->item.unit, item->item.pages, item->item.file,  size,
        version,         state.bytes,     warnings.bytes,   item->item.sha256};
    add_cells(out, cells, sizeof cells / sizeof cells[0]);
    text_release(&warnings);
    text_release(&state);
}

void evidence_register_csv(const struct register_source *source, struct text *out)
{
    const char *titles[] = {_("Id"),           _("Indicator"), _("Supports criteria"),
                            _("Document"),     _("Number"),    _("Date"),
                            _("Unit"),         _("Pages"),     _("File"),
                            _("Size (bytes)"), _("Version"),   _("State"),
                            _("Warnings"),     "SHA-256"};
    text_add(out, "\xEF\xBB\xBF");
    add_cells(out, titles, sizeof titles / sizeof titles[0]);
    for (size_t i = 0; i < source->count; i++) {
        if (is_wanted(source, &source->list[i])) {
            add_csv_row(out, source, &source->list[i]);
        }
    }
}

/* ---- the whole ---- */

static bool draw(const struct register_source *source, const char *output, struct arena *arena,
                 struct error *err)
{
    struct text document = TEXT_EMPTY;
    struct text options = TEXT_EMPTY;
    struct template *template = template_open("daftar-bukti", lang_name(), err);
    evidence_register_options(source, &options);
    report_write(source->evaluation, REPORT_FULL, arena, &document);
    struct template_run run = {.draws = "spbe-register/1",
                               .options = options.bytes,
                               .document = &document,
                               .output = output,
                               .year = source->evaluation->assessment->year};
    bool ok = template != NULL && template_run(template, &run, err);
    template_close(template);
    text_release(&options);
    text_release(&document);
    return ok;
}

bool evidence_register_write(const struct register_source *source, const char *output,
                             struct arena *arena, struct error *err)
{
    if (template_draws(output)) {
        return draw(source, output, arena, err);
    }
    if (!file_name_ends(output, ".csv")) {
        return error_set(err, M_REGISTER_OUTPUT, output);
    }
    struct text csv = TEXT_EMPTY;
    evidence_register_csv(source, &csv);
    bool ok = file_write(output, csv.bytes, csv.length, err);
    text_release(&csv);
    return ok;
}
