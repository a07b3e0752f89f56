#include "workbook_check.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unzip.h>

enum { PIECE_BYTES = 32768, TAIL_BYTES = 96, NAME_BYTES = 256 };

/* The name of the root element in the first bytes of an XML part, with its NUL; "" when there is none. */
static void root_name(const char *bytes, size_t length, char name[TAIL_BYTES])
{
    name[0] = '\0';
    size_t at = 0;
    while (at + 1 < length && !(bytes[at] == '<' && bytes[at + 1] != '?' && bytes[at + 1] != '!')) {
        at++;
    }
    size_t kept = 0;
    for (at++; at < length && kept + 4 < TAIL_BYTES && strchr(" />\r\n\t", bytes[at]) == NULL;
         at++) {
        name[kept++] = bytes[at];
    }
    name[kept] = '\0';
}

/* True when `tail` ends with "</name>", white space aside; a root without contents ends with "/>". */
static bool ends_with_root(const char *tail, size_t length, const char *name)
{
    char closing[TAIL_BYTES + 4];
    int closing_length = snprintf(closing, sizeof closing, "</%s>", name);
    while (length > 0 && strchr("\r\n ", tail[length - 1]) != NULL) {
        length--;
    }
    size_t needed = (size_t)closing_length;
    bool closed = length >= needed && memcmp(tail + length - needed, closing, needed) == 0;
    return name[0] != '\0' && (closed || (length >= 2 && memcmp(tail + length - 2, "/>", 2) == 0));
}

/* Moves the last bytes of a piece into the tail. */
static size_t keep_tail(char tail[TAIL_BYTES], size_t held, const char *piece, size_t length)
{
    if (length >= TAIL_BYTES) {
        memcpy(tail, piece + length - TAIL_BYTES, TAIL_BYTES);
        return TAIL_BYTES;
    }
    size_t stays = held + length > TAIL_BYTES ? TAIL_BYTES - length : held;
    memmove(tail, tail + held - stays, stays);
    memcpy(tail + stays, piece, length);
    return stays + length;
}

/* Unpacks the part at hand. */
static bool part_is_whole(unzFile archive, bool xml)
{
    char piece[PIECE_BYTES];
    char tail[TAIL_BYTES];
    char root[TAIL_BYTES] = "";
    size_t held = 0;
    bool first = true;
    if (unzOpenCurrentFile(archive) != UNZ_OK) {
        return false;
    }
    int got = 0;
    while ((got = unzReadCurrentFile(archive, piece, sizeof piece)) > 0) {
        if (first) {
            root_name(piece, (size_t)got, root);
            first = false;
        }
        held = keep_tail(tail, held, piece, (size_t)got);
    }
    bool sound = unzCloseCurrentFile(archive) == UNZ_OK && got == 0;
    return sound && (!xml || ends_with_root(tail, held, root));
}

static bool is_xml(const char *name)
{
    size_t length = strlen(name);
    return length > 4 && (strcmp(name + length - 4, ".xml") == 0 ||
                          (length > 5 && strcmp(name + length - 5, ".rels") == 0));
}

bool workbook_check(const char *path)
{
    errno = 0;
    unzFile archive = unzOpen(path);
    if (archive == NULL) {
        return false;
    }
    int step = unzGoToFirstFile(archive);
    while (step == UNZ_OK) {
        char name[NAME_BYTES];
        unz_file_info64 info;
        if (unzGetCurrentFileInfo64(archive, &info, name, sizeof name, NULL, 0, NULL, 0) !=
                UNZ_OK ||
            !part_is_whole(archive, is_xml(name))) {
            step = UNZ_ERRNO;
            break;
        }
        step = unzGoToNextFile(archive);
    }
    unzClose(archive);
    errno = 0;
    return step == UNZ_END_OF_LIST_OF_FILE;
}
