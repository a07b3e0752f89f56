#include "sink.h"

#include "file.h"
#include "lang.h"
#include "message.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

bool sink_open(struct sink *sink, const char *path, struct error *err)
{
    *sink = (struct sink){.path = path, .standard = strcmp(path, "-") == 0};
    if (sink->standard) {
        sink->file = stdout;
        return true;
    }
    char *temporary = NULL;
    if (!file_is_special(path) && !file_temporary(path, &temporary, err)) {
        return false;
    }
    sink->temporary = temporary;
    sink->file = fopen(temporary != NULL ? temporary : path, "wbe");
    if (sink->file == NULL) {
        error_set(err, M_FILE_WRITE, path, error_cause(errno));
        return false;
    }
    return true;
}

bool sink_put(struct sink *sink, const char *bytes, size_t length, struct error *err)
{
    if (fwrite(bytes, 1, length, sink->file) == length) {
        return true;
    }
    const char *cause = error_cause(errno);
    return sink->standard ? error_set(err, M_COMMAND_OUTPUT, _("standard output"), cause)
                          : error_set(err, M_FILE_WRITE, sink->path, cause);
}

bool sink_close(struct sink *sink, bool whole, struct error *err)
{
    if (sink->standard) {
        return whole;
    }
    if (sink->file != NULL && fclose(sink->file) != 0 && whole) {
        whole = error_set(err, M_FILE_WRITE, sink->path, error_cause(errno));
    }
    if (whole && sink->temporary != NULL) {
        whole = file_commit(sink->temporary, sink->path, err);
    } else if (sink->temporary != NULL) {
        file_abandon(sink->temporary);
    }
    free(sink->temporary);
    sink->temporary = NULL;
    return whole;
}

bool sink_line(const char *path, const struct text *document, struct error *err)
{
    struct sink sink;
    bool whole = sink_open(&sink, path, err) &&
                 sink_put(&sink, document->bytes, document->length, err) &&
                 sink_put(&sink, "\n", 1, err);
    return sink_close(&sink, whole, err);
}
