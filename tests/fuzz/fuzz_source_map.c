/* The look-up of lines over any bytes: the first line break ends the path, the rest is the source. The
 * line must lie in the source. */
#include "source_map.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    char path[256];
    const uint8_t *end = length == 0 ? NULL : memchr(bytes, '\n', length);
    size_t path_length = end == NULL ? 0 : (size_t)(end - bytes);
    if (path_length >= sizeof path) {
        return 0;
    }
    memcpy(path, bytes, path_length);
    path[path_length] = '\0';
    const char *source = (const char *)bytes + (end == NULL ? 0 : path_length + 1);
    size_t source_length = length - (size_t)(source - (const char *)bytes);
    unsigned line = source_map_line(source, source_length, path);
    unsigned lines = 1;
    for (size_t i = 0; i < source_length; i++) {
        lines += source[i] == '\n' || source[i] == '\r' ? 1 : 0;
    }
    if (line < 1 || line > lines) {
        abort();
    }
    return 0;
}
