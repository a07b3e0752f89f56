#include "sheet_part.h"

bool sheet_part_read(struct archive *archive, const char *name, const struct xml_listener *listener,
                     struct error *err)
{
    struct xml *xml = xml_new(listener, name);
    bool ok = archive_read(archive, name, xml_feed, xml, err) && xml_end(xml, err);
    xml_free(xml);
    return ok;
}
