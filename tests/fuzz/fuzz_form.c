/* A filled-in form of any contents, taken into a file: refused in words, or taken in, and then taken in a second
 * time without any change; nothing is left after a rollback.
 *
 * The input is a form as lines: those before a line "%" are the hidden sheet, those behind it the sheet that was
 * filled in (or several, each behind a "%"). Cells are parted by tabs: "#3" is a number, "@45000" a date, "=1" a
 * formula, "!1" a truth value, all else text; "~" in the hidden sheet stands for the right instrument, rules,
 * assessment and seal, and "?text" for the mark of a text. A hidden sheet that begins with "spbe-conflicts/1" is
 * that of conflicts, and the sheet behind it holds their decisions. Bytes that begin with "PK" are a workbook. */
#include "form.h"
#include "form_conflict.h"
#include "form_decision.h"
#include "form_filler.h"
#include "form_reader.h"
#include "memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../unit/support_fixture.c"
#include "../unit/support_sheet.c"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void want(bool truth)
{
    if (!truth) {
        abort();
    }
}

/* ---- the file ---- */

/* Made once: every input is rolled back. */
static struct scene {
    struct fixture fixture;
    char path[64];
    struct store *store;
    char identity[65];
} scene;

static void forget(void)
{
    store_close(scene.store);
    unlink(scene.path);
    fixture_close(&scene.fixture);
}

static void set(enum field field, const char *indicator, const char *subject, const char *now)
{
    struct error err = {.kind = ERROR_NONE};
    want(store_set(scene.store, field, indicator, subject, now, &err));
}

static void open_scene(void)
{
    struct error err = {.kind = ERROR_NONE};
    if (scene.store != NULL) {
        return;
    }
    fixture_open(&scene.fixture);
    const char *folder = getenv("TMPDIR");
    snprintf(scene.path, sizeof scene.path, "%.40s/spbe-fuzz-form-%d.spbe",
             folder == NULL ? "/tmp" : folder, (int)getpid());
    const struct store_about about = {.instrument = scene.fixture.instrument.id,
                                      .rules_sha256 = "",
                                      .agency = "Kota Uji",
                                      .kind = KIND_KOTA,
                                      .year = 2024};
    unlink(scene.path);
    want(store_create(scene.path, &about, NULL, 0, "Siti", &err));
    scene.store = store_open(scene.path, STORE_WRITE, &err);
    want(scene.store != NULL && store_identity(scene.store, scene.identity, &err));
    want(store_begin(scene.store, "Siti", "fuzz", &err));
    set(FIELD_CLAIMED, "I01", "I01", "3");
    set(FIELD_MET, "I01", "I01.2.a", "yes");
    set(FIELD_MET_NOTE, "I01", "I01.2.a", "SK 12");
    set(FIELD_EVIDENCE_FOR, "I01", "E1", "I01");
    set(FIELD_EVIDENCE_TITLE, "I01", "E1", "SK");
    set(FIELD_EVIDENCE_SUPPORTS, "I01", "E1", "I01.2.a");
    set(FIELD_VERIFIED, "I03", "I03", "2");
    set(FIELD_STATE, "I04", "I04", "locked");
    want(store_commit(scene.store, &err));
    atexit(forget);
}

/* ---- the form ---- */

struct sheets {
    struct text rows; /* of the sheet at hand, as XML */
    struct text sealed;
    size_t row;
    bool hidden;
};

static void add_escaped(struct text *out, const char *text)
{
    for (; *text != '\0'; text++) {
        const char *word = *text == '<' ? "&lt;" : *text == '&' ? "&amp;" : NULL;
        if (word != NULL) {
            text_add(out, word);
        } else {
            text_add_byte(out, *text);
        }
    }
}

/* What a cell of the hidden sheet stands for. */
static void resolve(const struct sheets *sheets, const char *id, size_t column, const char *cell,
                    struct text *out)
{
    char hash[HASH_HEX + 1];
    const struct instrument *instrument = &scene.fixture.instrument;
    if (cell[0] == '?') {
        form_mark(cell + 1, hash);
        text_add(out, hash);
    } else if (strcmp(cell, "~") != 0) {
        text_add(out, cell);
    } else if (strcmp(id, "seal") == 0) {
        hash_of(sheets->sealed.bytes, sheets->sealed.length, hash);
        text_add(out, hash);
    } else if (strcmp(id, "assessment") == 0) {
        text_add(out, column == 1 ? scene.identity : "Kota Uji");
    } else {
        text_add(out, column == 1 ? instrument->id : instrument->sha256);
    }
}

static void add_cell(struct sheets *sheets, size_t column, const char *cell)
{
    static const char *const kinds[] = {"#\"><v>", "@\" s=\"1\"><v>", "=\" t=\"str\"><f>1</f><v>",
                                        "!\" t=\"b\"><v>"};
    char place[16];
    snprintf(place, sizeof place, "%c%zu", (char)('A' + column), sheets->row);
    for (size_t i = 0; i < 4 && !sheets->hidden; i++) {
        if (cell[0] == kinds[i][0]) {
            text_format(&sheets->rows, "<c r=\"%s%s", place, kinds[i] + 1);
            add_escaped(&sheets->rows, cell + 1);
            text_add(&sheets->rows, "</v></c>");
            return;
        }
    }
    text_format(&sheets->rows, "<c r=\"%s\" t=\"inlineStr\"><is><t xml:space=\"preserve\">", place);
    add_escaped(&sheets->rows, cell);
    text_add(&sheets->rows, "</t></is></c>");
}

static void add_line(struct sheets *sheets, char *line)
{
    struct text cells[FORM_CELLS];
    const char *texts[FORM_CELLS] = {NULL};
    size_t count = 0;
    text_format(&sheets->rows, "<row r=\"%zu\">", ++sheets->row);
    for (char *cell = line; cell != NULL && count < FORM_CELLS; count++) {
        char *tab = strchr(cell, '\t');
        if (tab != NULL) {
            *tab++ = '\0';
        }
        cells[count] = (struct text)TEXT_EMPTY;
        if (sheets->hidden) {
            resolve(sheets, line, count, cell, &cells[count]);
        } else {
            text_add(&cells[count], cell);
        }
        add_cell(sheets, count, cells[count].bytes);
        texts[count] = cells[count].bytes;
        cell = tab;
    }
    if (sheets->row > 1) {
        form_seal_row(&sheets->sealed, texts);
    }
    for (size_t i = 0; i < count; i++) {
        text_release(&cells[i]);
    }
    text_add(&sheets->rows, "</row>");
}

static char *end_sheet(struct sheets *sheets)
{
    struct text part = TEXT_EMPTY;
    text_format(&part, "<worksheet " MAIN "><sheetData>%s</sheetData></worksheet>",
                sheets->rows.bytes);
    text_clear(&sheets->rows);
    sheets->row = 0;
    sheets->hidden = false;
    return text_take(&part);
}

enum { SHEETS_MOST = 4 };

/* The parts of a form from its lines; how many sheets. */
static size_t read_lines(char *lines, char *sheets_xml[SHEETS_MOST])
{
    struct sheets sheets = {TEXT_EMPTY, TEXT_EMPTY, 0, true};
    size_t count = 0;
    for (char *line = lines; line != NULL && count + 1 < SHEETS_MOST;) {
        char *next = strchr(line, '\n');
        if (next != NULL) {
            *next++ = '\0';
        }
        if (strcmp(line, "%") == 0) {
            sheets_xml[count++] = end_sheet(&sheets);
        } else {
            add_line(&sheets, line);
        }
        line = next;
    }
    sheets_xml[count++] = end_sheet(&sheets);
    text_release(&sheets.rows);
    text_release(&sheets.sealed);
    return count;
}

static void build(char *lines, struct text *book)
{
    static const char *const names[SHEETS_MOST] = {"xl/s0.xml", "xl/s1.xml", "xl/s2.xml",
                                                   "xl/s3.xml"};
    char *sheets_xml[SHEETS_MOST] = {NULL};
    bool decided = strncmp(lines, FORM_CONFLICT_FORMAT, strlen(FORM_CONFLICT_FORMAT)) == 0;
    size_t count = read_lines(lines, sheets_xml);
    struct text workbook = TEXT_EMPTY;
    struct text relations = TEXT_EMPTY;
    text_add(&workbook, "<workbook " MAIN " xmlns:r=\"" OFFICE "\"><sheets>");
    text_add(&relations, "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                         "relationships\">");
    const char *parts[2 * (SHEETS_MOST + 5)] = {
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"r\" Type=\"" OFFICE "/officeDocument\" Target=\"xl/workbook.xml\"/>"
        "</Relationships>"};
    parts[8] = "[Content_Types].xml";
    parts[9] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
    for (size_t i = 0; i < count; i++) {
        text_format(&workbook, "<sheet name=\"%s%s\" sheetId=\"%zu\" r:id=\"r%zu\"/>",
                    i > 0     ? "Data"
                    : decided ? FORM_CONFLICT_SHEET
                              : "_spbe",
                    i == 0 ? "" : names[i] + 4, i + 1, i);
        text_format(&relations,
                    "<Relationship Id=\"r%zu\" Type=\"" OFFICE "/worksheet\" Target=\"s%zu.xml\"/>",
                    i, i);
        parts[2 * i + 10] = names[i];
        parts[2 * i + 11] = sheets_xml[i];
    }
    text_add(&workbook, "</sheets></workbook>");
    text_add(&relations, "<Relationship Id=\"s\" Type=\"" OFFICE
                         "/styles\" Target=\"styles.xml\"/></Relationships>");
    parts[2] = "xl/workbook.xml", parts[3] = workbook.bytes;
    parts[4] = "xl/_rels/workbook.xml.rels", parts[5] = relations.bytes;
    parts[6] = "xl/styles.xml";
    parts[7] = "<styleSheet " MAIN "><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
               "</cellXfs></styleSheet>";
    sheet_archive(book, parts, count + 5);
    for (size_t i = 0; i < count; i++) {
        free(sheets_xml[i]);
    }
    text_release(&workbook);
    text_release(&relations);
}

/* ---- taking it in ---- */

static void hear_problem(void *context, const struct error *problem)
{
    (*(size_t *)context)++;
    want(problem->where[0] != '\0' && problem->message[0] != '\0');
}

static void hear_dispute(void *context, const struct form_dispute *dispute, const char *place)
{
    (*(size_t *)context)++;
    want(place[0] != '\0' && dispute->now != NULL && dispute->field.mine != NULL);
}

static bool take(const struct text *book, enum form_choice choice, bool listen)
{
    size_t heard = 0;
    const struct edit edit = {scene.store, &scene.fixture.instrument, "Siti"};
    const struct form_listener listener = {
        .problem = hear_problem, .dispute = listen ? hear_dispute : NULL, .context = &heard};
    const struct form_manner manner = {.choice = choice, .anyway = listen, .listener = &listener};
    struct form_tally tally;
    struct error err = {.kind = ERROR_NONE};
    size_t undecided = 0;
    bool ok = form_decision_is(book->bytes, book->length)
                  ? form_decision_import(&edit, book->bytes, book->length, "f.xlsx", &manner,
                                         &tally, &undecided, &err)
                  : form_import(&edit, book->bytes, book->length, "f.xlsx", &manner, &tally, &err);
    want(ok || (err.message[0] != '\0' && err.kind != ERROR_STORE && err.kind != ERROR_SYSTEM));
    return ok;
}

static void check(const struct text *book, enum form_choice choice, bool listen)
{
    struct error err = {.kind = ERROR_NONE};
    int64_t before = store_history_length(scene.store);
    want(store_begin(scene.store, "Siti", "import", &err));
    if (take(book, choice, listen)) {
        int64_t taken = store_history_length(scene.store);
        want(take(book, choice, listen));
        want(store_history_length(scene.store) == taken);
    }
    store_rollback(scene.store);
    want(store_history_length(scene.store) == before);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length)
{
    struct text book = TEXT_EMPTY;
    struct text name = TEXT_EMPTY;
    open_scene();
    if (length >= 2 && memcmp(data, "PK", 2) == 0) {
        text_append(&book, (const char *)data, length);
    } else {
        char *lines = memory_copy((const char *)data, length);
        build(lines, &book);
        free(lines);
    }
    form_is(book.bytes, book.length);
    form_filler(book.bytes, book.length, &name);
    check(&book, FORM_ASK, true);
    check(&book, FORM_THEIRS, false);
    check(&book, FORM_OURS, false);
    text_release(&name);
    text_release(&book);
    return 0;
}
