#include "inspection.h"

#include "assessment.h"
#include "lang.h"

#include <stdlib.h>
#include <string.h>

static const char unreadable[] = "unreadable";

void inspection_write(const struct inspection *inspection, struct text *out)
{
    if (!inspection->readable) {
        text_add(out, unreadable);
        return;
    }
    text_format(out, "pages=%d", inspection->pages);
    if (inspection->empty > 0) {
        text_format(out, " empty=%d", inspection->empty);
    }
    if (inspection->draft[0] != '\0') {
        text_format(out, " draft=%s@%d", inspection->draft, inspection->draft_page);
    }
    if (inspection->year > 0) {
        text_format(out, " year=%d", inspection->year);
    }
    if (inspection->date[0] != '\0') {
        text_format(out, " date=%s", inspection->date);
    }
}

void inspection_tell(const struct inspection *inspection, struct text *out)
{
    if (!inspection->readable) {
        text_add(out, _("no text could be taken out"));
        return;
    }
    text_format(out, _("pages looked at: %d"), inspection->pages);
    if (inspection->empty > 0) {
        text_format(out, _("; without text: %d"), inspection->empty);
    }
    if (inspection->draft[0] != '\0') {
        text_format(out, _("; the mark '%s' on page %d"), inspection->draft,
                    inspection->draft_page);
    }
    if (inspection->date[0] != '\0') {
        text_format(out, _("; newest date %s"), inspection->date);
    }
    if (inspection->year > 0 && strtol(inspection->date, NULL, 10) != inspection->year) {
        text_format(out, _("; newest year %d"), inspection->year);
    }
}

/* A whole number of at most six digits without a leading zero, behind `at`. */
static bool read_number(const char **at, int *out)
{
    const char *digit = *at;
    int number = 0;
    while (*digit >= '0' && *digit <= '9' && digit - *at < 6) {
        number = number * 10 + (*digit++ - '0');
    }
    bool sound = digit > *at && (**at != '0' || digit == *at + 1);
    *at = digit;
    *out = number;
    return sound;
}

/* The value of "name=" at `at`, for the one that stands there; false where another one stands. */
static bool take_name(const char **at, const char *name)
{
    size_t length = strlen(name);
    if (strncmp(*at, name, length) != 0 || (*at)[length] != '=') {
        return false;
    }
    *at += length + 1;
    return true;
}

/* "rancangan@1" */
static bool read_draft(const char **at, struct inspection *out)
{
    size_t length = strcspn(*at, "@ ");
    if (length == 0 || length > INSPECTION_WORD || (*at)[length] != '@') {
        return false;
    }
    memcpy(out->draft, *at, length);
    *at += length + 1;
    return read_number(at, &out->draft_page) && out->draft_page > 0;
}

static bool read_date(const char **at, struct inspection *out)
{
    size_t length = strcspn(*at, " ");
    if (length != sizeof out->date - 1) {
        return false;
    }
    memcpy(out->date, *at, length);
    *at += length;
    return assessment_is_date(out->date);
}

/* The end of an entry: nothing more, or a space and another one. */
static bool next_entry(const char **at)
{
    if (**at == ' ' && (*at)[1] != '\0') {
        (*at)++;
        return true;
    }
    return **at == '\0';
}

bool inspection_read(const char *line, struct inspection *out)
{
    *out = (struct inspection){.readable = strcmp(line, unreadable) != 0};
    if (!out->readable) {
        return true;
    }
    const char *at = line;
    bool sound = take_name(&at, "pages") && read_number(&at, &out->pages) && next_entry(&at);
    if (sound && take_name(&at, "empty")) {
        sound = read_number(&at, &out->empty) && out->empty <= out->pages && next_entry(&at);
    }
    if (sound && take_name(&at, "draft")) {
        sound = read_draft(&at, out) && next_entry(&at);
    }
    if (sound && take_name(&at, "year")) {
        sound = read_number(&at, &out->year) && next_entry(&at);
    }
    if (sound && take_name(&at, "date")) {
        sound = read_date(&at, out) && next_entry(&at);
    }
    return sound && *at == '\0';
}
