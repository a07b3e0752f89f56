/* Any bytes as what a workbook takes. A text that passed is clean and within its bound; a formula that
 * passed has only signs and functions of the list, its quotes and brackets closed. */
#include "gate.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void want(bool truth)
{
    if (!truth) {
        abort();
    }
}

static void check_text(const char *bytes, size_t length)
{
    struct error err = {.kind = ERROR_NONE};
    struct text out = TEXT_EMPTY;
    if (gate_cell_text(bytes, length, &out, &err)) {
        want(text_utf8_prefix(out.bytes, out.length) == out.length);
        want(out.length <= 4 * (size_t)GATE_CELL_UNITS);
        for (size_t i = 0; i < out.length; i++) {
            unsigned char byte = (unsigned char)out.bytes[i];
            want(byte == '\n' || (byte >= 0x20 && byte != 0x7F));
        }
    }
    error_clear(&err);
    if (gate_plain_text(bytes, length, 32, &out, &err)) {
        want(memchr(out.bytes, '\n', out.length) == NULL && out.length <= 4 * 32);
    }
    text_release(&out);
}

/* A formula without its texts and quoted names. */
static void check_formula(const char *bytes, size_t length)
{
    struct error err = {.kind = ERROR_NONE};
    if (!gate_formula(bytes, length, NULL, &err)) {
        return;
    }
    char quote = '\0';
    long depth = 0;
    for (size_t i = 0; i < length; i++) {
        if (quote != '\0') {
            quote = bytes[i] == quote ? '\0' : quote;
            continue;
        }
        quote = bytes[i] == '"' || bytes[i] == '\'' ? bytes[i] : '\0';
        depth += (bytes[i] == '(') - (bytes[i] == ')');
        want(strchr("[]{}|&#@;~`\\", bytes[i]) == NULL && depth >= 0);
    }
    want(quote == '\0' && depth == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t length)
{
    struct error err = {.kind = ERROR_NONE};
    char *bytes = malloc(length + 1); /* not terminated: reading beyond it is found */
    memcpy(bytes, input, length);
    bytes = realloc(bytes, length == 0 ? 1 : length);
    check_text(bytes, length);
    check_formula(bytes, length);
    gate_reference(bytes, length, NULL, &err);
    gate_sheet_name(bytes, length, &err);
    gate_name(bytes, length, &err);
    gate_number_format(bytes, length, &err);
    free(bytes);
    return 0;
}
