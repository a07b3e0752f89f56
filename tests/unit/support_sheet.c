#include "support_sheet.h"

#include "sheet_reader.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static void add_number(struct text *out, unsigned long number, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) {
        text_add_byte(out, (char)(number >> (8 * i) & 0xFF));
    }
}

/* What both headers of a stored part share. */
static void add_fields(struct text *out, const char *name, const char *bytes)
{
    size_t length = strlen(bytes);
    add_number(out, 20, 2);
    add_number(out, 0, 4);
    add_number(out, 0x5A210000, 4);
    add_number(out, crc32(0, (const unsigned char *)bytes, (unsigned)length), 4);
    add_number(out, length, 4);
    add_number(out, length, 4);
    add_number(out, strlen(name), 2);
    add_number(out, 0, 2);
}

void sheet_archive(struct text *out, const char *const *parts, size_t count)
{
    struct text heads = TEXT_EMPTY;
    for (size_t i = 0; i < count; i++) {
        const char *name = parts[2 * i];
        size_t at = out->length;
        text_append(out, "PK\3\4", 4);
        add_fields(out, name, parts[2 * i + 1]);
        text_add(out, name);
        text_add(out, parts[2 * i + 1]);
        text_append(&heads, "PK\1\2\24\0", 6);
        add_fields(&heads, name, parts[2 * i + 1]);
        add_number(&heads, 0, 8);
        add_number(&heads, 0, 2);
        add_number(&heads, at, 4);
        text_add(&heads, name);
    }
    size_t at = out->length;
    text_append(out, heads.bytes, heads.length);
    text_append(out, "PK\5\6\0\0\0\0", 8);
    add_number(out, count, 2);
    add_number(out, count, 2);
    add_number(out, heads.length, 4);
    add_number(out, at, 4);
    add_number(out, 0, 2);
    text_release(&heads);
}

void sheet_workbook(struct text *out, const char *rows, const char *strings, const char *styles,
                    const char *settings)
{
    struct text sheet = TEXT_EMPTY;
    struct text book = TEXT_EMPTY;
    text_format(&sheet, "<worksheet " MAIN "><sheetData>%s</sheetData></worksheet>", rows);
    text_format(&book,
                "<workbook " MAIN " xmlns:r=\"" OFFICE "\">%s<sheets>"
                "<sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                settings);
    const char *parts[] = {
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"a\" Type=\"" OFFICE "/officeDocument\" Target=\"xl/workbook.xml\"/>"
        "</Relationships>",
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"rId1\" Type=\"" OFFICE "/worksheet\" Target=\"sheet.xml\"/>"
        "<Relationship Id=\"rId2\" Type=\"" OFFICE "/sharedStrings\" Target=\"strings.xml\"/>"
        "<Relationship Id=\"rId3\" Type=\"" OFFICE "/styles\" Target=\"styles.xml\"/>"
        "</Relationships>",
        "xl/workbook.xml",
        book.bytes,
        "xl/sheet.xml",
        sheet.bytes,
        "xl/strings.xml",
        strings == NULL ? "<sst " MAIN "/>" : strings,
        "xl/styles.xml",
        styles == NULL ? "<styleSheet " MAIN "/>" : styles,
    };
    sheet_archive(out, parts, sizeof parts / sizeof parts[0] / 2);
    text_release(&sheet);
    text_release(&book);
}

struct telling {
    const char *sheet;
    struct text *lines;
};

static bool tell(void *context, const struct sheet_cell *cell, struct error *err)
{
    static const char *const kinds[] = {"text", "number", "date", "flag", "error"};
    struct telling *telling = context;
    (void)err;
    text_format(telling->lines, "%s!", telling->sheet);
    sheet_add_column(telling->lines, cell->column);
    text_format(telling->lines, "%u %s%s %s\n", (unsigned)cell->row, cell->formula ? "=" : "",
                kinds[cell->kind], cell->text);
    return cell->text[cell->length] == '\0';
}

bool sheet_lines(const struct text *workbook, struct text *lines, struct error *err)
{
    struct sheet_book book;
    bool ok = sheet_book_open(&book, workbook->bytes, workbook->length, err);
    for (size_t i = 0; ok && i < book.sheet_count; i++) {
        struct telling telling = {book.sheets[i].name, lines};
        ok = sheet_read(&book, i, tell, &telling, err);
    }
    sheet_book_close(&book);
    return ok;
}
