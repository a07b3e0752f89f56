/* message: every sentence in which the program refuses something, in one table.
 *
 * A row is: kind of error (hence exit status), name, English format. The Indonesian text is in
 * templates/lang/id/. Each row has a case under tests/messages/, found by its name; `make check`
 * walks the table. A sentence says what is wrong and what to do, starts with a small letter and
 * ends without a full stop; the place is told apart (error_set's `where`).
 *
 *     return error_set(err, M_FILE_OPEN, path, strerror(errno));
 *
 * Rows stand in the order of core/layers.txt, by the module that raises them. */
#ifndef SPBE_MESSAGE_H
#define SPBE_MESSAGE_H

#include "lang.h"

/* file */
#define M_FILE_OPEN \
    ERROR_INPUT, "FILE_OPEN", N_("cannot be opened (%s); check the name and the folder")
#define M_FILE_FOLDER ERROR_INPUT, "FILE_FOLDER", N_("is a folder; name a file")
#define M_FILE_SPECIAL \
    ERROR_INPUT, "FILE_SPECIAL", N_("is a pipe or a device; name an ordinary file")
#define M_FILE_READ ERROR_SYSTEM, "FILE_READ", N_("cannot be read to its end (%s)")
#define M_FILE_LARGE ERROR_LIMIT, "FILE_LARGE", N_("is larger than the limit of %zu bytes")
#define M_FILE_WRITE \
    ERROR_SYSTEM, "FILE_WRITE", N_("cannot be written (%s); the old content is unchanged")
#define M_FILE_EXISTS ERROR_INPUT, "FILE_EXISTS", N_("is there already; choose another name")
#define M_FILE_DATABASE           \
    ERROR_INPUT, "FILE_DATABASE", \
        N_("is an assessment file and is never replaced; choose another name")
#define M_FILE_RESOURCE            \
    ERROR_SYSTEM, "FILE_RESOURCE", \
        N_("is missing beside the program; install spbe again, with its folders")

/* json */
#define M_JSON_EMPTY ERROR_INPUT, "JSON_EMPTY", N_("is empty; a JSON document is expected")
#define M_JSON_BOM \
    ERROR_INPUT, "JSON_BOM", N_("begins with a byte order mark; save it as UTF-8 without one")
#define M_JSON_CUT ERROR_INPUT, "JSON_CUT", N_("the document ends too early: %s is missing")
#define M_JSON_EXPECTED ERROR_INPUT, "JSON_EXPECTED", N_("%s is expected here, not %s")
#define M_JSON_AFTER \
    ERROR_INPUT, "JSON_AFTER", N_("the document has ended here; take out what follows")
#define M_JSON_TYPE ERROR_INPUT, "JSON_TYPE", N_("must be %s, not %s")
#define M_JSON_CONTROL           \
    ERROR_INPUT, "JSON_CONTROL", \
        N_("a control character (0x%02X) in a text must be written as an escape, such as \\n")
#define M_JSON_ESCAPE \
    ERROR_INPUT, "JSON_ESCAPE", N_("a backslash here begins no escape that JSON knows")
#define M_JSON_NUL ERROR_INPUT, "JSON_NUL", N_("a text must not hold the character NUL (\\u0000)")
#define M_JSON_SURROGATE \
    ERROR_INPUT, "JSON_SURROGATE", N_("\\u%04X is half a character; its other half is missing")
#define M_JSON_UTF8 \
    ERROR_INPUT, "JSON_UTF8", N_("is not valid UTF-8 (byte 0x%02X); save it as UTF-8")
#define M_JSON_NUMBER           \
    ERROR_INPUT, "JSON_NUMBER", \
        N_("is not a number in JSON's form (no leading zeros, digits around the point)")
#define M_JSON_WHOLE \
    ERROR_INPUT, "JSON_WHOLE", N_("must be a whole number, without point and exponent")
#define M_JSON_RANGE ERROR_INPUT, "JSON_RANGE", N_("is %s; it must lie between %lld and %lld")
#define M_JSON_LONG ERROR_LIMIT, "JSON_LONG", N_("is longer than the limit of %zu bytes")
#define M_JSON_DEEP ERROR_LIMIT, "JSON_DEEP", N_("is nested deeper than the limit of %u levels")
#define M_JSON_VALUES ERROR_LIMIT, "JSON_VALUES", N_("holds more than the limit of %zu values")
#define M_JSON_DUPLICATE_KEY           \
    ERROR_INPUT, "JSON_DUPLICATE_KEY", \
        N_("the key \"%s\" stands here a second time; keep one of the two")
#define M_JSON_UNKNOWN_KEY \
    ERROR_INPUT, "JSON_UNKNOWN_KEY", N_("the key \"%s\" is not known here; known are %s")

/* stream */
#define M_STREAM_OFFICE                                                                           \
    ERROR_INPUT, "STREAM_OFFICE",                                                                 \
        N_("is a document of Word, Excel, PDF or the like; name an assessment file (.spbe) or a " \
           "JSON document")

#define M_STREAM_BINARY                                                                       \
    ERROR_INPUT, "STREAM_BINARY",                                                             \
        N_("is a picture, an archive, a text in UTF-16 or the like; name an assessment file " \
           "(.spbe) or a JSON document in UTF-8")

#define M_STREAM_REPLACED           \
    ERROR_INPUT, "STREAM_REPLACED", \
        N_("was replaced by another file while it was read; start the command once more")

/* exchange */
#define M_EXCHANGE_LARGE \
    ERROR_LIMIT, "EXCHANGE_LARGE", N_("is larger than the limit of %zu bytes for one assessment")
#define M_EXCHANGE_FORMAT \
    ERROR_INPUT, "EXCHANGE_FORMAT", N_("is \"%s\"; an assessment has the format \"%s\"")
#define M_EXCHANGE_ID ERROR_INPUT, "EXCHANGE_ID", N_("is too long for the id of an instrument")
#define M_EXCHANGE_MISSING ERROR_INPUT, "EXCHANGE_MISSING", N_("lacks the key \"%s\"")
#define M_EXCHANGE_INSTRUMENT \
    ERROR_INPUT, "EXCHANGE_INSTRUMENT", N_("is \"%s\", but the rules in use are those of \"%s\"")
#define M_EXCHANGE_YEAR \
    ERROR_INPUT, "EXCHANGE_YEAR", N_("is %d; the instrument %s holds from %d on")
#define M_EXCHANGE_KIND                                                                         \
    ERROR_INPUT, "EXCHANGE_KIND",                                                               \
        N_("\"%s\" is no kind of agency; known are kementerian, lembaga, provinsi, kabupaten, " \
           "kota, lainnya")
#define M_EXCHANGE_QUESTION \
    ERROR_INPUT, "EXCHANGE_QUESTION", N_("\"%s\" is no general question of the instrument %s")
#define M_EXCHANGE_INDICATOR \
    ERROR_INPUT, "EXCHANGE_INDICATOR", N_("\"%s\" is no indicator of the instrument %s")
#define M_EXCHANGE_CRITERION \
    ERROR_INPUT, "EXCHANGE_CRITERION", N_("\"%s\" is no criterion of the indicator %s")
#define M_EXCHANGE_FOREIGN \
    ERROR_INPUT, "EXCHANGE_FOREIGN", N_("\"%s\" belongs to another indicator than %s")
#define M_EXCHANGE_TWICE ERROR_INPUT, "EXCHANGE_TWICE", N_("\"%s\" is named a second time")
#define M_EXCHANGE_WHOLE           \
    ERROR_INPUT, "EXCHANGE_WHOLE", \
        N_("must be a whole number without quotes; this instrument knows no fractions")
#define M_EXCHANGE_DECIMAL ERROR_INPUT, "EXCHANGE_DECIMAL", N_("is no number such as \"1.26\"")
#define M_EXCHANGE_SCALE ERROR_INPUT, "EXCHANGE_SCALE", N_("must lie between %d and %d")
#define M_EXCHANGE_LEVEL ERROR_INPUT, "EXCHANGE_LEVEL", N_("the indicator %s has no level %d")
#define M_EXCHANGE_INSPECTION           \
    ERROR_INPUT, "EXCHANGE_INSPECTION", \
        N_("is not what a look inside a document finds, such as \"pages=12 year=2023\"")
#define M_EXCHANGE_DATE \
    ERROR_INPUT, "EXCHANGE_DATE", N_("is no day of the calendar written as 2023-05-01")
#define M_EXCHANGE_SHA256 \
    ERROR_INPUT, "EXCHANGE_SHA256", N_("is no SHA-256 of 64 hexadecimal digits")
#define M_EXCHANGE_STAGE           \
    ERROR_INPUT, "EXCHANGE_STAGE", \
        N_("\"%s\" is no stage; known are dokumen, interviu, visitasi, reviu")
#define M_EXCHANGE_STATE           \
    ERROR_INPUT, "EXCHANGE_STATE", \
        N_("\"%s\" is no state; known are open, submitted, returned, locked")
#define M_EXCHANGE_VERIFIED           \
    ERROR_INPUT, "EXCHANGE_VERIFIED", \
        N_("differs from the value of the last stage (%s); keep one of the two")
#define M_EXCHANGE_ITEM \
    ERROR_INPUT, "EXCHANGE_ITEM", N_("\"%s\" is no evidence item that scores in the indicator %s")
#define M_EXCHANGE_MEASURE_RANGE \
    ERROR_INPUT, "EXCHANGE_MEASURE_RANGE", N_("%s is %s; it runs from %s to %s")
#define M_EXCHANGE_MEASURE           \
    ERROR_INPUT, "EXCHANGE_MEASURE", \
        N_("\"%s\" is no outside index that scores in the indicator %s")
#define M_EXCHANGE_EXPLANATION \
    ERROR_INPUT, "EXCHANGE_EXPLANATION", N_("\"%s\" is no level of the indicator %s")

/* database, schema */
#define M_STORE_OPEN \
    ERROR_STORE, "STORE_OPEN", N_("cannot be opened (%s); check the name and the folder")
#define M_STORE_IS_FOLDER \
    ERROR_STORE, "STORE_IS_FOLDER", N_("is a folder; name an assessment file (.spbe)")
#define M_STORE_NOT_OURS           \
    ERROR_STORE, "STORE_NOT_OURS", \
        N_("is not an assessment file of spbe; 'spbe new' makes one, 'spbe import' fills it")
#define M_STORE_NEWER                                                                            \
    ERROR_STORE, "STORE_NEWER",                                                                  \
        N_("was made by a newer spbe (its version is %d, this program knows up to %d); install " \
           "the newer one")
#define M_STORE_DAMAGED           \
    ERROR_STORE, "STORE_DAMAGED", \
        N_("is damaged (%s); 'spbe verify' tells more, an older copy may be whole")
#define M_STORE_RUINED                                                                             \
    ERROR_STORE, "STORE_RUINED",                                                                   \
        N_("is cut short or damaged so far that it cannot be examined; go back to an older copy, " \
           "and send files whole")
#define M_STORE_SCHEMA           \
    ERROR_STORE, "STORE_SCHEMA", \
        N_("was changed by another program (%s %s); 'spbe verify' tells more")
#define M_STORE_BUSY \
    ERROR_STORE, "STORE_BUSY", N_("is being changed by another program; try again in a moment")
#define M_STORE_LEFTOVER                                                                    \
    ERROR_STORE, "STORE_LEFTOVER",                                                          \
        N_("was left in the middle of a change, and its folder cannot be written; copy it " \
           "together with '%s-journal' to another folder and open it there")
#define M_STORE_READONLY           \
    ERROR_STORE, "STORE_READONLY", \
        N_("cannot be changed; the file or its folder is write-protected")
#define M_STORE_FOLDER           \
    ERROR_STORE, "STORE_FOLDER", \
        N_("cannot be opened or changed; check the rights of the file and of its folder")
#define M_STORE_FULL \
    ERROR_SYSTEM, "STORE_FULL", N_("cannot be changed, the disk is full; nothing was changed")
#define M_STORE_DISK                                                                               \
    ERROR_SYSTEM, "STORE_DISK",                                                                    \
        N_("cannot be read or written (%s); the file holds the state before or after, never half " \
           "of it")
#define M_STORE_MEMORY \
    ERROR_SYSTEM, "STORE_MEMORY", N_("needs more memory than there is; nothing was changed")
#define M_STORE_LARGE           \
    ERROR_LIMIT, "STORE_LARGE", \
        N_("holds or would hold a value that is too large; nothing was changed")
#define M_STORE_SLOW \
    ERROR_LIMIT, "STORE_SLOW", N_("takes longer than the time limit; 'spbe verify' may tell why")
#define M_STORE_REFUSED \
    ERROR_STORE, "STORE_REFUSED", N_("refuses the change (%s); nothing was changed")
#define M_STORE_FAILED \
    ERROR_STORE, "STORE_FAILED", N_("cannot be read or changed (%s); 'spbe verify' tells more")
#define M_STORE_NESTED \
    ERROR_SYSTEM, "STORE_NESTED", N_("is in the middle of a step already (since %s:%d)")

/* record, document, store */
#define M_STORE_UNKNOWN_ID           \
    ERROR_STORE, "STORE_UNKNOWN_ID", \
        N_("names '%s', which the rules of %s do not have; it was made with other rules")
#define M_DOCUMENT_SPECIAL \
    ERROR_INPUT, "DOCUMENT_SPECIAL", N_("is not a regular file; attach a document")
#define M_DOCUMENT_SELF \
    ERROR_INPUT, "DOCUMENT_SELF", N_("is this assessment file itself; attach a document")
#define M_DOCUMENT_EMPTY \
    ERROR_INPUT, "DOCUMENT_EMPTY", N_("is empty; attach a document with content")
#define M_DOCUMENT_CHANGED           \
    ERROR_INPUT, "DOCUMENT_CHANGED", \
        N_("was changed by another program while it was read; attach it again")
#define M_DOCUMENT_ALTERED           \
    ERROR_STORE, "DOCUMENT_ALTERED", \
        N_("holds a document whose content was altered (SHA-256 %s); 'spbe verify' tells more")
#define M_STORE_LOCKED_INDICATOR \
    ERROR_STORE, "STORE_LOCKED_INDICATOR", N_("is locked; 'spbe return' opens it again")
#define M_STORE_NO_DOCUMENT \
    ERROR_INPUT, "STORE_NO_DOCUMENT", N_("has no content in this file, only its description")
#define M_STORE_PURGED           \
    ERROR_INPUT, "STORE_PURGED", \
        N_("was purged: its content was taken out for good, hash and history stay")
#define M_STORE_IN_USE           \
    ERROR_INPUT, "STORE_IN_USE", \
        N_("is the same document as %s, which still counts; withdraw that first")

/* edit, edit_evidence */
#define M_EDIT_LONG ERROR_LIMIT, "EDIT_LONG", N_("is longer than the limit of %zu bytes")
#define M_EDIT_UTF8 ERROR_INPUT, "EDIT_UTF8", N_("is not valid UTF-8")
#define M_EDIT_EMPTY ERROR_USAGE, "EDIT_EMPTY", N_("needs a text; it must not be empty")
#define M_EDIT_NAME           \
    ERROR_USAGE, "EDIT_NAME", \
        N_("is no name that can be kept: at most 200 bytes, no control characters")
#define M_EDIT_CRITERION ERROR_INPUT, "EDIT_CRITERION", N_("is no criterion of %s")
#define M_EDIT_CRITERION_NEAR \
    ERROR_INPUT, "EDIT_CRITERION_NEAR", N_("is no criterion of %s; did you mean '%s'?")
#define M_EDIT_CRITERION_WHOLE           \
    ERROR_INPUT, "EDIT_CRITERION_WHOLE", \
        N_("is a whole indicator; name one of its criteria, such as %s")
#define M_EDIT_SLOT           \
    ERROR_INPUT, "EDIT_SLOT", \
        N_("%s is assessed several times; name one of its slots, such as '%s'")
#define M_EDIT_INDICATOR ERROR_INPUT, "EDIT_INDICATOR", N_("is no indicator of %s")
#define M_EDIT_INDICATOR_NEAR \
    ERROR_INPUT, "EDIT_INDICATOR_NEAR", N_("is no indicator of %s; did you mean '%s'?")
#define M_EDIT_ITEM ERROR_INPUT, "EDIT_ITEM", N_("%s has no evidence item that scores by this name")
#define M_EDIT_NO_MEASURE           \
    ERROR_INPUT, "EDIT_NO_MEASURE", \
        N_("no outside index scores this indicator; answer its criteria or items")
#define M_EDIT_MEASURE_KEY \
    ERROR_INPUT, "EDIT_MEASURE_KEY", N_("the outside index here is %s, not '%s'")
#define M_EDIT_MEASURE_RANGE \
    ERROR_INPUT, "EDIT_MEASURE_RANGE", N_("%s is %s; it runs from %s to %s")
#define M_EDIT_ANSWER \
    ERROR_USAGE, "EDIT_ANSWER", N_("the answer is 'yes', 'no' or '-' (not answered), not '%s'")
#define M_EDIT_NUMBER ERROR_INPUT, "EDIT_NUMBER", N_("'%s' is not a number, such as 3")
#define M_EDIT_WHOLE           \
    ERROR_INPUT, "EDIT_WHOLE", \
        N_("'%s' lies between two levels; this instrument takes whole levels")
#define M_EDIT_SCALE           \
    ERROR_INPUT, "EDIT_SCALE", \
        N_("'%s' is no level of this indicator (the scale goes from %d to %d)")
#define M_EDIT_STAGE \
    ERROR_USAGE, "EDIT_STAGE", N_("'%s' is no stage; take dokumen, interviu, visitasi or reviu")
#define M_EDIT_YEAR \
    ERROR_INPUT, "EDIT_YEAR", N_("'%s' is no year that %s can be used for (%d to %d)")
#define M_EDIT_KIND           \
    ERROR_INPUT, "EDIT_KIND", \
        N_("'%s' is no kind; take kementerian, lembaga, provinsi, kabupaten, kota or lainnya")
#define M_EDIT_WHAT \
    ERROR_USAGE, "EDIT_WHAT", N_("'%s' cannot be set; take agency, kind, year or deadline")
#define M_EDIT_LIST \
    ERROR_USAGE, "EDIT_LIST", N_("'%s' has an empty entry; separate ids by single commas")
#define M_EDIT_UNIT \
    ERROR_INPUT, "EDIT_UNIT", N_("is not on the list of units; 'spbe unit add' puts it there")
#define M_EDIT_STATE ERROR_INPUT, "EDIT_STATE", N_("cannot become '%s': its state is '%s'")
#define M_EDIT_CARRIED                                                                           \
    ERROR_INPUT, "EDIT_CARRIED",                                                                 \
        N_("cannot become '%s': its answers were carried over from %s and nobody has confirmed " \
           "them; look at them, then: spbe confirm FILE %s")
#define M_EDIT_DATE \
    ERROR_INPUT, "EDIT_DATE", N_("'%s' is no day of the calendar; write it as 2023-05-01")
#define M_EDIT_EVIDENCE           \
    ERROR_INPUT, "EDIT_EVIDENCE", \
        N_("is no evidence item of this file; 'spbe evidence list' shows them")
#define M_EDIT_LEVEL           \
    ERROR_INPUT, "EDIT_LEVEL", \
        N_("is no level of an indicator of %s; name indicator and level, such as %s.%d")
#define M_EDIT_PARTS           \
    ERROR_INPUT, "EDIT_PARTS", \
        N_("%s does not divide explanations into facts and analysis; give --text")
#define M_EDIT_EXPLANATION                                                                     \
    ERROR_USAGE, "EDIT_EXPLANATION",                                                           \
        N_("give the whole text (--text or --from), or --fact and --analysis; one of the two " \
           "alone only where the present text is made of them")
#define M_EDIT_QUESTION           \
    ERROR_INPUT, "EDIT_QUESTION", \
        N_("is no general question of %s; 'spbe question list' shows them")
#define M_EDIT_WITHDRAWN ERROR_INPUT, "EDIT_WITHDRAWN", N_("was withdrawn already (%s)")
#define M_EDIT_REPLACED ERROR_INPUT, "EDIT_REPLACED", N_("was replaced already; %s is newer")
#define M_INSPECT_MISSING                                                               \
    ERROR_SYSTEM, "INSPECT_MISSING",                                                    \
        N_("is not installed, so no PDF can be looked into; it comes with the package " \
           "poppler-utils")
#define M_REGISTER_OUTPUT           \
    ERROR_USAGE, "REGISTER_OUTPUT", \
        N_("is no name for a register; end it with .xlsx, .html or .csv")
#define M_EDIT_SAME                                                                     \
    ERROR_INPUT, "EDIT_SAME",                                                           \
        N_("has the content that %s has already; 'spbe evidence describe' changes its " \
           "description")

/* merge */
#define M_MERGE_AGENCY           \
    ERROR_INPUT, "MERGE_AGENCY", \
        N_("is of another agency: '%s', this file is of '%s'; --anyway takes it all the same")
#define M_MERGE_YEAR           \
    ERROR_INPUT, "MERGE_YEAR", \
        N_("is of another year: %d, this file is of %d; --anyway takes it all the same")
#define M_MERGE_KIND                                                                              \
    ERROR_INPUT, "MERGE_KIND",                                                                    \
        N_("is of another kind of agency: '%s', this file is of '%s'; --anyway takes it all the " \
           "same")
#define M_MERGE_STORE           \
    ERROR_INPUT, "MERGE_STORE", \
        N_("is an assessment file; 'spbe export' it first, then import the JSON document")

/* archive */
#define M_ARCHIVE_PASSWORD                                                             \
    ERROR_INPUT, "ARCHIVE_PASSWORD",                                                   \
        N_("is protected with a password, or in Excel's old format; save it as .xlsx " \
           "without a password")
#define M_ARCHIVE_KIND ERROR_INPUT, "ARCHIVE_KIND", N_("is no Excel workbook; save it as .xlsx")
#define M_ARCHIVE_CUT           \
    ERROR_INPUT, "ARCHIVE_CUT", \
        N_("is cut short or damaged, its list of parts cannot be read; send it again")
#define M_ARCHIVE_PARTS \
    ERROR_LIMIT, "ARCHIVE_PARTS", N_("is packed from more than the limit of %d parts")
#define M_ARCHIVE_NAME \
    ERROR_INPUT, "ARCHIVE_NAME", N_("holds a part with a name that is not allowed (\"%s\")")
#define M_ARCHIVE_TWICE ERROR_INPUT, "ARCHIVE_TWICE", N_("this part is there twice")
#define M_ARCHIVE_ENCRYPTED           \
    ERROR_INPUT, "ARCHIVE_ENCRYPTED", \
        N_("this part is encrypted; save the workbook without a password")
#define M_ARCHIVE_METHOD           \
    ERROR_INPUT, "ARCHIVE_METHOD", \
        N_("this part is packed in a way that workbooks do not use (method %u)")
#define M_ARCHIVE_OVERLAP \
    ERROR_INPUT, "ARCHIVE_OVERLAP", N_("this part shares its bytes with the part %s")
#define M_ARCHIVE_PART_LARGE \
    ERROR_LIMIT, "ARCHIVE_PART_LARGE", N_("this part unpacks to more than the limit of %d bytes")
#define M_ARCHIVE_LARGE \
    ERROR_LIMIT, "ARCHIVE_LARGE", N_("unpacks to more than the limit of %d bytes")
#define M_ARCHIVE_RATIO           \
    ERROR_LIMIT, "ARCHIVE_RATIO", \
        N_("this part unpacks to more than %d times its size, as no honest workbook does")
#define M_ARCHIVE_DAMAGED           \
    ERROR_INPUT, "ARCHIVE_DAMAGED", \
        N_("this part is damaged; open the workbook, save it, and send it again")
#define M_ARCHIVE_MISSING ERROR_INPUT, "ARCHIVE_MISSING", N_("this part is missing in the workbook")

/* xml */
#define M_XML_FORM ERROR_INPUT, "XML_FORM", N_("is no well-formed XML (line %lu: %s)")
#define M_XML_DOCTYPE           \
    ERROR_INPUT, "XML_DOCTYPE", \
        N_("declares a document type or entities, as no spreadsheet program does")
#define M_XML_DEEP ERROR_LIMIT, "XML_DEEP", N_("is nested deeper than the limit of %d elements")
#define M_XML_ATTRIBUTES \
    ERROR_LIMIT, "XML_ATTRIBUTES", N_("has an element with more than the limit of %d attributes")
#define M_XML_TAG ERROR_LIMIT, "XML_TAG", N_("has a tag longer than the limit of %d bytes")

/* sheet_string, sheet_date, sheet_book, sheet_reader */
#define M_SHEET_NONE           \
    ERROR_INPUT, "SHEET_NONE", \
        N_("is an archive, but no Excel workbook; taken are .xlsx, .csv and JSON documents")
#define M_SHEET_MACRO \
    ERROR_INPUT, "SHEET_MACRO", N_("holds macros or is a binary workbook; save it as .xlsx")
#define M_SHEET_ROOT ERROR_INPUT, "SHEET_ROOT", N_("is another kind of part; <%s> is expected")
#define M_SHEET_RELATION \
    ERROR_INPUT, "SHEET_RELATION", N_("names the sheet \"%s\", which is not in the file")
#define M_SHEET_TWICE ERROR_INPUT, "SHEET_TWICE", N_("names two sheets \"%s\"")
#define M_SHEET_COUNT ERROR_LIMIT, "SHEET_COUNT", N_("has more than the limit of %d sheets")
#define M_SHEET_PLACE ERROR_INPUT, "SHEET_PLACE", N_("\"%s\" is no place between A1 and XFD1048576")
#define M_SHEET_ORDER \
    ERROR_INPUT, "SHEET_ORDER", N_("\"%s\" comes a second time, or after what lies behind it")
#define M_SHEET_STRING \
    ERROR_INPUT, "SHEET_STRING", N_("refers to the text number \"%s\", which is not there")
#define M_SHEET_TYPE ERROR_INPUT, "SHEET_TYPE", N_("\"%s\" is no kind of cell")
#define M_SHEET_VALUE \
    ERROR_INPUT, "SHEET_VALUE", N_("\"%.*s\" is no value of a cell of the kind %s")
#define M_SHEET_STRINGS ERROR_LIMIT, "SHEET_STRINGS", N_("holds more than the limit of %d texts")
#define M_SHEET_CELLS ERROR_LIMIT, "SHEET_CELLS", N_("the workbook has more than %d cells")
#define M_SHEET_CELL_LONG \
    ERROR_LIMIT, "SHEET_CELL_LONG", N_("a text is longer than the limit of %d characters")
#define M_SHEET_TEXT \
    ERROR_LIMIT, "SHEET_TEXT", N_("the texts of the workbook exceed the limit of %d bytes")

/* csv, level_table */
#define M_CSV_UTF8 ERROR_INPUT, "CSV_UTF8", N_("is not valid UTF-8; save it as \"CSV UTF-8\"")
#define M_CSV_QUOTE ERROR_INPUT, "CSV_QUOTE", N_("a quotation mark is opened and never closed")
#define M_CSV_CELLS ERROR_LIMIT, "CSV_CELLS", N_("the table has more than the limit of %d cells")
#define M_TABLE_HEADER           \
    ERROR_INPUT, "TABLE_HEADER", \
        N_("has no row that names the columns; two are needed, \"indikator\" and \"tingkat\"")
#define M_TABLE_EMPTY ERROR_INPUT, "TABLE_EMPTY", N_("has no level under its header")
#define M_TABLE_INDICATOR                                                                        \
    ERROR_INPUT, "TABLE_INDICATOR",                                                              \
        N_("\"%.*s\" is no indicator of the instrument %s; write its number or its id, such as " \
           "%s")
#define M_TABLE_NO_INDICATOR \
    ERROR_INPUT, "TABLE_NO_INDICATOR", N_("has a level, but names no indicator")
#define M_TABLE_TWICE           \
    ERROR_INPUT, "TABLE_TWICE", \
        N_("the indicator %s has a level already at %s; keep one of the two")
#define M_TABLE_FORMULA \
    ERROR_INPUT, "TABLE_FORMULA", N_("is a formula; enter the value itself (paste as values)")
#define M_TABLE_KIND \
    ERROR_INPUT, "TABLE_KIND", N_("\"%.*s\" is a date, a truth value or an error, and no level")
#define M_TABLE_PROBLEMS \
    ERROR_INPUT, "TABLE_PROBLEMS", N_("%zu problems were found; nothing was changed")

/* form_reader, command_form */
#define M_FORM_OUTPUT ERROR_USAGE, "FORM_OUTPUT", N_("name the form to write, ending with .xlsx")
#define M_FORM_ALL \
    ERROR_USAGE, "FORM_ALL", N_("name a folder with -o, and neither --unit nor --indicators")
#define M_FORM_UNITS           \
    ERROR_INPUT, "FORM_UNITS", \
        N_("no unit owns an indicator; 'spbe unit assign' says which one owns what")
#define M_FORM_FOLDER ERROR_INPUT, "FORM_FOLDER", N_("is no folder; name one for the forms")
#define M_FORM_THERE           \
    ERROR_INPUT, "FORM_THERE", \
        N_("is there already, no form was written; --replace writes forms anew")
#define M_FORM_PACK                                                                             \
    ERROR_INPUT, "FORM_PACK",                                                                   \
        N_("was made with other rules of %s (%.12s, here %.12s); write it anew, or take it in " \
           "with --anyway")
#define M_FORM_FILE                                                                           \
    ERROR_INPUT, "FORM_FILE",                                                                 \
        N_("was written from another assessment file of '%s'; take it into that one, or add " \
           "--anyway")
#define M_FORM_NONE ERROR_INPUT, "FORM_NONE", N_("\"%s\" owns no indicator; see 'spbe unit list'")
#define M_FORM_SEAL           \
    ERROR_INPUT, "FORM_SEAL", \
        N_("the hidden sheet of the form was changed; fill in the form as it was sent")
#define M_FORM_RULES \
    ERROR_INPUT, "FORM_RULES", N_("was made for the instrument %s, the file is of %s")
#define M_FORM_AGENCY ERROR_INPUT, "FORM_AGENCY", N_("is the form of '%s', the file is of '%s'")
#define M_FORM_COLUMNS           \
    ERROR_INPUT, "FORM_COLUMNS", \
        N_("has no sheet with the form's hidden row of columns; fill in the form as it was sent")
#define M_FORM_ROW ERROR_INPUT, "FORM_ROW", N_("\"%.*s\" is no row of this form")
#define M_FORM_LOST           \
    ERROR_INPUT, "FORM_LOST", \
        N_("\"%.*s\" stands in a row that is not of the form; move it to one of the yellow cells")
#define M_FORM_TWICE ERROR_INPUT, "FORM_TWICE", N_("%s comes a second time; keep one of the rows")
#define M_FORM_ANSWER ERROR_INPUT, "FORM_ANSWER", N_("'%.*s' is not Ya or Tidak")
#define M_FORM_DECISION \
    ERROR_INPUT, "FORM_DECISION", N_("'%.*s' is no decision; choose berkas or formulir")
#define M_FORM_VERIFIED \
    ERROR_INPUT, "FORM_VERIFIED", N_("%s is verified already; --theirs changes it all the same")
#define M_FORM_CONFLICT                                                                       \
    ERROR_INPUT, "FORM_CONFLICT",                                                             \
        N_("%s: the form says '%.*s', the file meanwhile '%.*s'; --theirs takes the form's, " \
           "--ours keeps the file's")

/* import */
#define M_IMPORT_OUTPUT \
    ERROR_USAGE, "IMPORT_OUTPUT", N_("name the workbook of conflicts, ending with .xlsx")
#define M_IMPORT_KIND                                                                              \
    ERROR_INPUT, "IMPORT_KIND",                                                                    \
        N_("is of no kind that is taken; take a filled-in form (.xlsx), an assessment (JSON), or " \
           "a table of levels (.xlsx, .csv)")
#define M_IMPORT_BAD           \
    ERROR_INPUT, "IMPORT_BAD", \
        N_("%zu of %zu inputs have problems; nothing was changed: mend them, or leave them out")

/* folder, form_sighting, form_evidence */
#define M_FOLDER_OPEN ERROR_INPUT, "FOLDER_OPEN", N_("is no folder that can be read (%s)")
#define M_FOLDER_FILES \
    ERROR_LIMIT, "FOLDER_FILES", N_("the folder has more than the limit of %d files")
#define M_FORM_KIND                                                                            \
    ERROR_INPUT, "FORM_KIND",                                                                  \
        N_("\"%.*s\" is a date, a truth value or an error; format the cell as text, enter it " \
           "again")
#define M_FORM_DATE           \
    ERROR_INPUT, "FORM_DATE", \
        N_("'%.*s' is no date of a document; write day, month and year, such as 31/12/2024")
#define M_FORM_PATH \
    ERROR_INPUT, "FORM_PATH", N_("'%.*s' is a place on a disk; write the name of the file alone")
#define M_FORM_UNNAMED           \
    ERROR_INPUT, "FORM_UNNAMED", \
        N_("the row names no document; it needs a title, a number, or the name of a file")
#define M_FORM_SUPPORTS           \
    ERROR_INPUT, "FORM_SUPPORTS", \
        N_("name the criteria that the document supports, separated by commas, such as %s")
#define M_FORM_DIFFERS                                                                            \
    ERROR_INPUT, "FORM_DIFFERS",                                                                  \
        N_("says '%.*s', but row %u of \"%s\" says '%.*s' of the same document; keep one of the " \
           "two")
#define M_FORM_WITHDRAWN                                                                         \
    ERROR_INPUT, "FORM_WITHDRAWN",                                                               \
        N_("%s is this document and was withdrawn (%s); --theirs puts it forward again, --ours " \
           "leaves it")
#define M_FORM_EVIDENCE \
    ERROR_LIMIT, "FORM_EVIDENCE", N_("the form names more than the limit of %d documents")

/* out_folder, bundle, bundle_check, command_export */
#define M_OUT_FOLDER_FILE \
    ERROR_INPUT, "OUT_FOLDER_FILE", N_("is a file; name a new or an empty folder")
#define M_OUT_FOLDER_FULL           \
    ERROR_INPUT, "OUT_FOLDER_FULL", \
        N_("is a folder with something in it; name a new or an empty one")
#define M_OUT_FOLDER_WRITE            \
    ERROR_SYSTEM, "OUT_FOLDER_WRITE", \
        N_("the folder cannot be written (%s); nothing was left behind")
#define M_BUNDLE_FILES           \
    ERROR_LIMIT, "BUNDLE_FILES", \
        N_("a hand-over package holds at most the limit of %d files of evidence")
#define M_BUNDLE_LARGE           \
    ERROR_LIMIT, "BUNDLE_LARGE", \
        N_("a hand-over package holds at most the limit of %d bytes of evidence")
#define M_BUNDLE_MANIFEST \
    ERROR_INPUT, "BUNDLE_MANIFEST", N_("is no hand-over package of spbe: it has no manifest.json")
#define M_BUNDLE_FORMAT \
    ERROR_INPUT, "BUNDLE_FORMAT", N_("the manifest is not of the form %s, or was damaged")
#define M_EXPORT_ONE \
    ERROR_USAGE, "EXPORT_ONE", N_("takes one of --output, --bundle and --portal at a time")

/* evaluation */
#define M_EVALUATION_YEAR           \
    ERROR_INPUT, "EVALUATION_YEAR", \
        N_("the rules %s begin with %d, the assessment is of %d; check the year")
#define M_EVALUATION_RANGE           \
    ERROR_LIMIT, "EVALUATION_RANGE", \
        N_("holds fractions that are too long to be added exactly; shorten them")

/* cheapest */
#define M_PLAN_STATES                                                                           \
    ERROR_LIMIT, "PLAN_STATES",                                                                 \
        N_("to prove this plan the cheapest takes more than %d states; write costs in rounder " \
           "numbers, or ask for less at once")

/* plan_price */
#define M_PRICE_HEADER                                                                             \
    ERROR_INPUT, "PRICE_HEADER",                                                                   \
        N_("no row names the columns: indikator, and biaya, bulan or tetap; 'spbe help planning' " \
           "shows one")
#define M_PRICE_WORKBOOK \
    ERROR_INPUT, "PRICE_WORKBOOK", N_("is a workbook; save it as CSV, and name that file")
#define M_PRICE_PROBLEMS ERROR_INPUT, "PRICE_PROBLEMS", N_("has %zu problems; nothing was planned")
#define M_PRICE_INDICATOR ERROR_INPUT, "PRICE_INDICATOR", N_("names no indicator")
#define M_PRICE_LEVEL \
    ERROR_INPUT, "PRICE_LEVEL", N_("'%s' is no level that %s can be raised to; take %d to %d")
#define M_PRICE_COST                                                                              \
    ERROR_INPUT, "PRICE_COST",                                                                    \
        N_("'%s' is no cost; write digits without dots between thousands, at most %d before the " \
           "point and %d behind it")
#define M_PRICE_MONTHS ERROR_INPUT, "PRICE_MONTHS", N_("'%s' is no number of months from 0 to %d")
#define M_PRICE_FIXED ERROR_INPUT, "PRICE_FIXED", N_("'%s' is neither ya nor tidak")
#define M_PRICE_TWICE \
    ERROR_INPUT, "PRICE_TWICE", N_("%s has this row a second time; first in line %u")

/* what_if */
#define M_WHAT_FORM ERROR_USAGE, "WHAT_FORM", N_("'%s' is no change; write I11=4 or I22.3.a=yes")
#define M_WHAT_TWICE \
    ERROR_USAGE, "WHAT_TWICE", N_("'%s' and '%s' change the same thing; keep one of the two")
#define M_WHAT_ITEMS                                                                       \
    ERROR_USAGE, "WHAT_ITEMS",                                                             \
        N_("'%s': what is supported is made of evidence items here; name those of %s, as " \
           "I01.2.e1=yes, or a claim by --basis claimed")

/* plan_order */
#define M_PLAN_NOTHING \
    ERROR_USAGE, "PLAN_NOTHING", N_("name what is to be reached: --target 3.5, or --aspect A1=3")
#define M_PLAN_TARGET \
    ERROR_USAGE, "PLAN_TARGET", N_("'%s' is neither an index (3.5) nor a predicate (%s)")
#define M_PLAN_SCALE ERROR_USAGE, "PLAN_SCALE", N_("'%s' is no value of the scale, %d to %d")
#define M_PLAN_ASPECT \
    ERROR_USAGE, "PLAN_ASPECT", N_("'%s' names no aspect of %s and its least value; write %s=3")
#define M_PLAN_TWICE ERROR_USAGE, "PLAN_TWICE", N_("names %s twice")
#define M_PLAN_PER_UNIT \
    ERROR_USAGE, "PLAN_PER_UNIT", N_("'%s' is no number of steps from 1 to 9999")
#define M_PLAN_DATE \
    ERROR_USAGE, "PLAN_DATE", N_("'%s' is no day of the years %d to %d; write it as 2027-03-31")
#define M_PLAN_FROM \
    ERROR_USAGE, "PLAN_FROM", N_("says when work can begin; say by --by when it must be done")
#define M_PLAN_OUTPUT \
    ERROR_USAGE, "PLAN_OUTPUT", N_("a plan needs a name that ends with .xlsx, .html or .json")
#define M_PLAN_ORDER ERROR_USAGE, "PLAN_ORDER", N_("%s is after %s, the day of --by")
/* saved_result */
#define M_SAVED_FORMAT \
    ERROR_INPUT, "SAVED_FORMAT", N_("'%s' is not the format of a result; that is spbe-report/1")
#define M_SAVED_PART ERROR_INPUT, "SAVED_PART", N_("is no result: it lacks '%s'")

/* evaluator */
#define M_EVALUATOR_PACKS \
    ERROR_LIMIT, "EVALUATOR_PACKS", N_("is one rule pack more than the limit of %d at once")
#define M_EVALUATOR_RULES           \
    ERROR_INPUT, "EVALUATOR_RULES", \
        N_("is an assessment by the rules '%s', but --rules names '%s'; name the right ones")
#define M_EVALUATOR_INSTRUMENT                                                                  \
    ERROR_INPUT, "EVALUATOR_INSTRUMENT",                                                        \
        N_("names the instrument '%s', which is not known; 'spbe rules list' shows those that " \
           "are")
#define M_EVALUATOR_NONE           \
    ERROR_INPUT, "EVALUATOR_NONE", \
        N_("holds no assessment; name an assessment file (.spbe) or a JSON document")
#define M_EVALUATOR_SEVERAL           \
    ERROR_INPUT, "EVALUATOR_SEVERAL", \
        N_("holds several assessments; this command takes one at a time")

/* batch, crew, command_evaluate */
#define M_BATCH_BAD \
    ERROR_INPUT, "BATCH_BAD", N_("%zu of %zu assessments could not be read; the others are done")
#define M_BATCH_MANY                                                                             \
    ERROR_INPUT, "BATCH_MANY",                                                                   \
        N_("%zu of %zu assessments could not be read, the first %d are named above; the others " \
           "are done")
#define M_CREW_START ERROR_SYSTEM, "CREW_START", N_("no further process can be started (%s)")
#define M_CREW_LOST            \
    ERROR_SYSTEM, "CREW_LOST", \
        N_("a process of this evaluation has ended early; try again with --jobs 1")
#define M_EVALUATE_BASIS \
    ERROR_USAGE, "EVALUATE_BASIS", N_("'%s' is no basis; name claimed, supported or verified")
#define M_EVALUATE_JOBS \
    ERROR_USAGE, "EVALUATE_JOBS", N_("'%s' is no number of processes from 1 to %d")
#define M_EXPLAIN_SLOT           \
    ERROR_USAGE, "EXPLAIN_SLOT", \
        N_("'%s' is assessed several times; name one of its slots, such as '%s'")
#define M_EXPLAIN_INDICATOR ERROR_USAGE, "EXPLAIN_INDICATOR", N_("'%s' is no indicator of %s")
#define M_EXPLAIN_NEAREST \
    ERROR_USAGE, "EXPLAIN_NEAREST", N_("'%s' is no indicator of %s; did you mean '%s'?")

/* worker, guest */
#define M_WORKER_START ERROR_SYSTEM, "WORKER_START", N_("a worker process cannot be started (%s)")
#define M_WORKER_CHANNEL \
    ERROR_SYSTEM, "WORKER_CHANNEL", N_("the worker process cannot be reached (%s)")
#define M_WORKER_TIME                                                           \
    ERROR_PACK, "WORKER_TIME",                                                  \
        N_("takes too long and was stopped; look for a loop that does not end " \
           "or "                                                                \
           "an expression that is too long")
#define M_WORKER_STALLED                                                                      \
    ERROR_SYSTEM, "WORKER_STALLED",                                                           \
        N_("the worker process was not done after %lld seconds, in which it hardly ran; the " \
           "machine is too busy, or something holds the process: try again")
#define M_WORKER_ENDED \
    ERROR_PACK, "WORKER_ENDED", N_("made its worker process end without an answer")
#define M_WORKER_ANSWER \
    ERROR_PACK, "WORKER_ANSWER", N_("made its worker process give an answer without sense")
#define M_WORKER_LONG \
    ERROR_PACK, "WORKER_LONG", N_("gives or takes more than %s bytes; make it smaller")
#define M_WORKER_REQUEST          \
    ERROR_PACK, "WORKER_REQUEST", \
        N_("was asked for something that its worker process does not know")

/* sandbox */
#define M_SANDBOX_SOURCE \
    ERROR_PACK, "SANDBOX_SOURCE", N_("is longer than %s bytes; split it into several files")
#define M_SANDBOX_BINARY \
    ERROR_PACK, "SANDBOX_BINARY", N_("is compiled Lua, not text; give the source")
#define M_SANDBOX_SYNTAX ERROR_PACK, "SANDBOX_SYNTAX", N_("is not valid Lua: %s")
#define M_SANDBOX_WORDS                                                                         \
    ERROR_PACK, "SANDBOX_WORDS",                                                                \
        N_("has more than %s of the words and, or, elseif, break, goto; split it into several " \
           "files")
#define M_SANDBOX_RUN ERROR_PACK, "SANDBOX_RUN", N_("stops with an error: %s")
#define M_SANDBOX_VALUE \
    ERROR_PACK, "SANDBOX_VALUE", N_("stops with an error that is not a text but %s")
#define M_SANDBOX_STEPS          \
    ERROR_PACK, "SANDBOX_STEPS", \
        N_("runs more than %s instructions; look for a loop that does not end")
#define M_SANDBOX_DEPTH          \
    ERROR_PACK, "SANDBOX_DEPTH", \
        N_("nests more than %s calls; look for a function that calls itself without end")
#define M_SANDBOX_MEMORY                                                                       \
    ERROR_PACK, "SANDBOX_MEMORY",                                                              \
        N_("needs more memory than the %s bytes allowed; look for a text or table that keeps " \
           "growing")
#define M_SANDBOX_UNKNOWN \
    ERROR_PACK, "SANDBOX_UNKNOWN", N_("does not know the name '%s'; check its spelling")
#define M_SANDBOX_ABSENT ERROR_PACK, "SANDBOX_ABSENT", N_("cannot use '%s' here: %s")
#define M_SANDBOX_GLOBAL \
    ERROR_PACK, "SANDBOX_GLOBAL", N_("gives a value to the name '%s'; write 'local' before it")
#define M_SANDBOX_FROZEN \
    ERROR_PACK, "SANDBOX_FROZEN", N_("changes a table that is read-only; make a copy of it")
#define M_SANDBOX_STRING \
    ERROR_PACK, "SANDBOX_STRING", N_("'%s' would make or take a text longer than %s bytes")
#define M_SANDBOX_ITEMS \
    ERROR_PACK, "SANDBOX_ITEMS", N_("'%s' was given a table of more than %s items")
#define M_SANDBOX_VALUES \
    ERROR_PACK, "SANDBOX_VALUES", N_("'%s' was asked for more than %s values at once")

/* lua_show */
#define M_SHOW_LARGE \
    ERROR_LIMIT, "SHOW_LARGE", N_("shows more than the limit of %s bytes; ask for a part of it")

/* lua_json */
#define M_VALUE_NUMBER \
    ERROR_PACK, "VALUE_NUMBER", N_("the number %s cannot stand in data; write a finite number")
#define M_VALUE_DIGITS          \
    ERROR_PACK, "VALUE_DIGITS", \
        N_("the number %s needs more than 14 digits; write it as a text, such as \"20/6\"")
#define M_VALUE_KEY \
    ERROR_PACK, "VALUE_KEY", N_("a key of this table is %s; keys are texts, or the numbers 1 to n")
#define M_VALUE_MIXED          \
    ERROR_PACK, "VALUE_MIXED", \
        N_("this table has numbers and names as keys, or gaps; make it a list or a record")
#define M_VALUE_CYCLE ERROR_PACK, "VALUE_CYCLE", N_("this table contains itself")
#define M_VALUE_DEPTH ERROR_PACK, "VALUE_DEPTH", N_("tables are nested more than %s deep")
#define M_VALUE_COUNT ERROR_PACK, "VALUE_COUNT", N_("the tables hold more than %s values")
#define M_VALUE_BYTES ERROR_PACK, "VALUE_BYTES", N_("the tables take more than %s bytes as data")
#define M_VALUE_UTF8          \
    ERROR_PACK, "VALUE_UTF8", \
        N_("this text is not valid UTF-8 or holds a NUL; save the file as UTF-8")
#define M_VALUE_CONTROL          \
    ERROR_PACK, "VALUE_CONTROL", \
        N_("this text holds a control character; only line breaks and tabs are taken")
#define M_VALUE_LONG ERROR_PACK, "VALUE_LONG", N_("this text is longer than %s bytes")
#define M_VALUE_TYPE ERROR_PACK, "VALUE_TYPE", N_("%s cannot stand in data")

/* pack_guest */
#define M_PACK_GUEST_TABLE \
    ERROR_PACK, "PACK_GUEST_TABLE", N_("returns %s; a file of a pack returns one table")
#define M_PACK_GUEST_NAME                                                                     \
    ERROR_PACK, "PACK_GUEST_NAME",                                                            \
        N_("has a file name that is not allowed; use letters, digits, '_' and '-', and .lua " \
           "behind")
#define M_PACK_GUEST_TWICE ERROR_PACK, "PACK_GUEST_TWICE", N_("is named twice in the pack")
#define M_PACK_GUEST_LATE \
    ERROR_PACK, "PACK_GUEST_LATE", N_("comes after scoring has begun; all files are read first")
#define M_SCORE_FUNCTION ERROR_PACK, "SCORE_FUNCTION", N_("is not a function of this pack")
#define M_SCORE_STATE                                                                       \
    ERROR_PACK, "SCORE_STATE",                                                              \
        N_("this function changes '%s', which outlives the call; keep everything in local " \
           "variables")
#define M_SCORE_FLOAT                                                                        \
    ERROR_PACK, "SCORE_FLOAT",                                                               \
        N_("this function returns the inexact number %s; return an integer, a text such as " \
           "\"1.26\", "                                                                      \
           "or {numerator, denominator}")
#define M_SCORE_RESULT                                                                           \
    ERROR_PACK, "SCORE_RESULT",                                                                  \
        N_("this function returns %s as its value; return an integer, a text such as \"1.26\", " \
           "or "                                                                                 \
           "{numerator, denominator}")
#define M_SCORE_REASON \
    ERROR_PACK, "SCORE_REASON", N_("this function gives no reason; return a text as second value")

/* calculation */
#define M_CALCULATION_SCALE          \
    ERROR_PACK, "CALCULATION_SCALE", \
        N_("the function of %s returns %s, which is outside the scale, %d to %d")

/* pack: its files */
#define M_PACK_UNKNOWN                                                                        \
    ERROR_PACK, "PACK_UNKNOWN",                                                               \
        N_("there is no pack of this name; 'spbe rules list' names those that come with the " \
           "program")
#define M_PACK_NEAREST \
    ERROR_PACK, "PACK_NEAREST", N_("there is no pack of this name; did you mean '%s'?")
#define M_PACK_NO_ENTRY          \
    ERROR_PACK, "PACK_NO_ENTRY", \
        N_("there is neither pack.lua nor overlay.lua in this folder; name the folder of a pack")
#define M_PACK_NOT_ENTRY \
    ERROR_PACK, "PACK_NOT_ENTRY", N_("is not the entry of a pack; name its folder or its pack.lua")
#define M_PACK_OVERLAY          \
    ERROR_PACK, "PACK_OVERLAY", \
        N_("is an overlay, which lives in a file overlay.lua; a whole pack is due here")
#define M_PACK_FILE_NAME                                                                          \
    ERROR_PACK, "PACK_FILE_NAME",                                                                 \
        N_("'%s' is no name for a file of a pack: letters, digits, '_' and '-', then '.lua', at " \
           "most 48 bytes")
#define M_PACK_FILE_TWICE \
    ERROR_PACK, "PACK_FILE_TWICE", N_("'%s' is named a second time among the files of the pack")
#define M_PACK_FILE_MISSING \
    ERROR_PACK, "PACK_FILE_MISSING", N_("the file '%s' is not in the folder of the pack")
#define M_PACK_FILE_KIND          \
    ERROR_PACK, "PACK_FILE_KIND", \
        N_("the file '%s' is no ordinary file; a pack holds its own files, not links to others")
#define M_PACK_FILE_LARGE          \
    ERROR_PACK, "PACK_FILE_LARGE", \
        N_("the file '%s' is longer than %d bytes; split it into several files")
#define M_PACK_FILE_TEXT \
    ERROR_PACK, "PACK_FILE_TEXT", N_("holds a byte that is not UTF-8 text; save the file as UTF-8")
#define M_PACK_FILE_COUNT \
    ERROR_PACK, "PACK_FILE_COUNT", N_("files names more than %d files; a pack has at most so many")

#define M_PACK_YEAR ERROR_USAGE, "PACK_YEAR", N_("has rules from %d on, not for %d")

/* pack_field */
#define M_PACK_FIELD_UNKNOWN          \
    ERROR_PACK, "PACK_FIELD_UNKNOWN", \
        N_("the field '%s' is not known here; 'spbe help pack' lists the fields")
#define M_PACK_FIELD_NEAREST \
    ERROR_PACK, "PACK_FIELD_NEAREST", N_("the field '%s' is not known here; did you mean '%s'?")
#define M_PACK_FIELD_MISSING ERROR_PACK, "PACK_FIELD_MISSING", N_("the field '%s' is missing: %s")
#define M_PACK_FIELD_TYPE ERROR_PACK, "PACK_FIELD_TYPE", N_("'%s' must be %s, not %s")
#define M_PACK_TEXT_EMPTY \
    ERROR_PACK, "PACK_TEXT_EMPTY", N_("'%s' is empty; write a text or leave the field out")
#define M_PACK_KEY_YEAR \
    ERROR_PACK, "PACK_KEY_YEAR", N_("'%s' is no year; write [\"2023\"] and the like")

/* check */
#define M_PACK_DOCUMENT ERROR_PACK, "PACK_DOCUMENT", N_("'%s' is no document of legal_basis")
#define M_PACK_DATES ERROR_PACK, "PACK_DATES", N_("counts from %d until %d, which is never")
#define M_PACK_DATE_OUTSIDE \
    ERROR_PACK, "PACK_DATE_OUTSIDE", N_("the year %d is outside the years of the pack, %d to %d")
#define M_PACK_LEVEL_OUTSIDE \
    ERROR_PACK, "PACK_LEVEL_OUTSIDE", N_("the level %d is outside the scale, %d to %d")

#define M_PACK_MANY ERROR_PACK, "PACK_MANY", N_("there are %zu %s; a pack takes at most %d")

/* check_tree */
#define M_PACK_NO_PARTS ERROR_PACK, "PACK_NO_PARTS", N_("%s holds no %s")
#define M_PACK_COUNT ERROR_PACK, "PACK_COUNT", N_("structure states %d %s, and the files hold %zu")
#define M_PACK_ID_FORM ERROR_PACK, "PACK_ID_FORM", N_("the id '%s' does not look like '%s'")
#define M_PACK_ID_ORDER          \
    ERROR_PACK, "PACK_ID_ORDER", \
        N_("the id '%s' does not count up; number %zu in order is due here")
#define M_PACK_ID_TWICE \
    ERROR_PACK, "PACK_ID_TWICE", N_("the id '%s' stands a second time; first at %s")
#define M_PACK_ID_CRITERION \
    ERROR_PACK, "PACK_ID_CRITERION", N_("the id '%s' is not '%s' and a small letter")
#define M_PACK_NUMBER_ORDER \
    ERROR_PACK, "PACK_NUMBER_ORDER", N_("no is %d, and counted in order it is %zu")
#define M_PACK_PARTS ERROR_PACK, "PACK_PARTS", N_("files must name either domains or aspects")
#define M_PACK_OWN_RECORD \
    ERROR_PACK, "PACK_OWN_RECORD", N_("own_fields cannot add to '%s'; it knows no such table")
#define M_PACK_OWN_KNOWN \
    ERROR_PACK, "PACK_OWN_KNOWN", N_("'%s' is a field that every pack has; it needs no own_fields")
#define M_PACK_WEIGHT_SUM          \
    ERROR_PACK, "PACK_WEIGHT_SUM", \
        N_("%s weighs %s, and its %s weigh %s together; take %s off one of them")
#define M_PACK_WEIGHT_SHORT          \
    ERROR_PACK, "PACK_WEIGHT_SHORT", \
        N_("%s weighs %s, and its %s weigh only %s together; add %s to one of them")
#define M_PACK_WEIGHT_WHOLE ERROR_PACK, "PACK_WEIGHT_WHOLE", N_("the %s weigh %s together, not 100")
#define M_PACK_WEIGHT_SIGN          \
    ERROR_PACK, "PACK_WEIGHT_SIGN", \
        N_("the weight is %s; it must be above 0, or a better answer would not raise the index")
#define M_PACK_WEIGHT_FINE                                                                     \
    ERROR_PACK, "PACK_WEIGHT_FINE",                                                            \
        N_("the weight %s is too fine; all weights together divide a percent into at most %d " \
           "parts")
#define M_PACK_KIND ERROR_PACK, "PACK_KIND", N_("the kind '%s' has no names in level_names")
#define M_PACK_LEVEL_DUE \
    ERROR_PACK, "PACK_LEVEL_DUE", N_("the level is %d where %d is due; levels rise one by one")
#define M_PACK_LEVEL_COUNT \
    ERROR_PACK, "PACK_LEVEL_COUNT", N_("%s has %zu levels, and the scale has %zu")
#define M_PACK_LEVEL_NAME \
    ERROR_PACK, "PACK_LEVEL_NAME", N_("the name '%s' differs from level_names, which says '%s'")
#define M_PACK_LEVEL_NAMES \
    ERROR_PACK, "PACK_LEVEL_NAMES", N_("%zu names stand for '%s', and the scale has %zu levels")
#define M_PACK_LEVEL_CLOSED                                                                        \
    ERROR_PACK, "PACK_LEVEL_CLOSED",                                                               \
        N_("level %d of %s cannot be reached in %d: no criterion of it counts in that year; keep " \
           "one")
#define M_PACK_GUIDE_FROM          \
    ERROR_PACK, "PACK_GUIDE_FROM", \
        N_("%s is guideline_only and has no from; write the first year of %s")
#define M_PACK_GUIDE_UNUSED          \
    ERROR_PACK, "PACK_GUIDE_UNUSED", \
        N_("%s is guideline_only, and guideline_by_year names no year of %s")
#define M_PACK_GUIDE_YEAR \
    ERROR_PACK, "PACK_GUIDE_YEAR", N_("%s counts from %d, but its guide %s was first used in %d")

/* check_slot */
#define M_PACK_SLOT_ID \
    ERROR_PACK, "PACK_SLOT_ID", N_("the id of this slot is '%s'; it must be '%s'")
#define M_PACK_ZERO_SCALE          \
    ERROR_PACK, "PACK_ZERO_SCALE", \
        N_("level_zero_rule adds a level 0, and the scale begins with %d")
#define M_PACK_ZERO_MISSING \
    ERROR_PACK, "PACK_ZERO_MISSING", N_("%s does not say what level 0 means; write level_zero")
#define M_PACK_ZERO_RULE          \
    ERROR_PACK, "PACK_ZERO_RULE", \
        N_("%s says what level 0 means, and the pack has no level_zero_rule")

/* check_function */
#define M_PACK_DEPEND_ALONE          \
    ERROR_PACK, "PACK_DEPEND_ALONE", \
        N_("%s depends on other values and has no function that could read them")
#define M_PACK_DEPEND_CIRCLE \
    ERROR_PACK, "PACK_DEPEND_CIRCLE", N_("these values need each other: %s")

/* check_scale */
#define M_PACK_KNOWN ERROR_PACK, "PACK_KNOWN", N_("%s is '%s'; this program only knows '%s'")
#define M_PACK_ID_PACK \
    ERROR_PACK, "PACK_ID_PACK", N_("the id '%s' must be of small letters, digits and '-'")
#define M_PACK_DECIMALS ERROR_PACK, "PACK_DECIMALS", N_("%d decimals are more than %d")
#define M_PACK_YEARS ERROR_PACK, "PACK_YEARS", N_("the first year %d is after the last year %d")
#define M_PACK_GUIDE_GAP ERROR_PACK, "PACK_GUIDE_GAP", N_("no guide is named for %d")
#define M_PACK_READING ERROR_PACK, "PACK_READING", N_("'%s' is neither 'rounded' nor 'exact'")
#define M_PACK_READING_GAP          \
    ERROR_PACK, "PACK_READING_GAP", \
        N_("predicate_on says nothing about %d, the first year of the pack")
#define M_PACK_SCALE \
    ERROR_PACK, "PACK_SCALE", N_("a scale from %d to %d has no levels that this program can use")
#define M_PACK_UNANSWERED \
    ERROR_PACK, "PACK_UNANSWERED", N_("unanswered is %s, outside the scale, %d to %d")
#define M_PACK_BAND_NONE \
    ERROR_PACK, "PACK_BAND_NONE", N_("there is no band; every index needs a predicate")
#define M_PACK_BAND_EMPTY ERROR_PACK, "PACK_BAND_EMPTY", N_("the band from %s to %s holds nothing")
#define M_PACK_BAND_INCLUSIVE          \
    ERROR_PACK, "PACK_BAND_INCLUSIVE", \
        N_("max_inclusive is true for the highest band and for no other")
#define M_PACK_BAND_TOP \
    ERROR_PACK, "PACK_BAND_TOP", N_("the highest band ends at %s, and the scale at %d")
#define M_PACK_BAND_BOTTOM \
    ERROR_PACK, "PACK_BAND_BOTTOM", N_("the lowest band begins at %s, and the scale at %d")
#define M_PACK_BAND_GAP          \
    ERROR_PACK, "PACK_BAND_GAP", \
        N_("an index from %s to %s has no band; let one of the two bands reach to the other")
#define M_PACK_BAND_OVERLAP          \
    ERROR_PACK, "PACK_BAND_OVERLAP", \
        N_("an index from %s to %s has two bands; end the lower where the upper begins")
#define M_PACK_DUTY_LEVEL          \
    ERROR_PACK, "PACK_DUTY_LEVEL", \
        N_("evidence is due from level %d; it must be a level from %d to %d")
#define M_PACK_DUTY_COUNT \
    ERROR_PACK, "PACK_DUTY_COUNT", N_("at_least is %d; it must be from 1 to %d")
#define M_PACK_VALUE_BAND ERROR_PACK, "PACK_VALUE_BAND", N_("%s is %s, and %s is due there")
#define M_PACK_VALUE_EMPTY \
    ERROR_PACK, "PACK_VALUE_EMPTY", N_("the level from %s to %s holds no value")
#define M_PACK_VALUE_WHOLE \
    ERROR_PACK, "PACK_VALUE_WHOLE", N_("the level has value_from, and scale.continuous is not true")
#define M_PACK_ITEMS_NONE \
    ERROR_PACK, "PACK_ITEMS_NONE", N_("level %d of %s has no items, and items score in this pack")
#define M_PACK_ITEMS_BAND \
    ERROR_PACK, "PACK_ITEMS_BAND", N_("level %d of %s has items to share, and no value_from")
#define M_PACK_ITEMS_POINTS ERROR_PACK, "PACK_ITEMS_POINTS", N_("%zu points stand for %zu items")
#define M_PACK_ITEMS_SUM          \
    ERROR_PACK, "PACK_ITEMS_SUM", \
        N_("the points add up to %s, and the level has %s to give; more than rounding")
#define M_PACK_CONVERSION                                                                          \
    ERROR_PACK, "PACK_CONVERSION",                                                                 \
        N_("line %zu must be { from, to, value at from, value at to }, rise, begin where the one " \
           "before ends, and stay on the scale")
#define M_PACK_WORKED          \
    ERROR_PACK, "PACK_WORKED", \
        N_("a worked example is { [\"in\"] = 25, out = 2 }: an index on the lines, and its value")
#define M_PACK_APPLIES          \
    ERROR_PACK, "PACK_APPLIES", \
        N_("'%s' is no kind of agency: pusat, kementerian, lembaga, provinsi, kabupaten, kota")
#define M_PACK_APPLIES_NONE                                                                       \
    ERROR_PACK, "PACK_APPLIES_NONE",                                                              \
        N_("applies_to of %s names nobody, so nobody could prove it; name kinds of agencies, or " \
           "leave it out")
#define M_PACK_LEVEL_FREE                                                                         \
    ERROR_PACK, "PACK_LEVEL_FREE",                                                                \
        N_("level %d of %s asks nothing of kind '%s' in %d: its criteria are optional or for "    \
           "others, so it could not be proved and would be given for nothing; keep one that all " \
           "must meet")
#define M_PACK_ANY_ALONE \
    ERROR_PACK, "PACK_ANY_ALONE", N_("%s is alone in its group '%s' at this level")
#define M_PACK_DECISIVE          \
    ERROR_PACK, "PACK_DECISIVE", \
        N_("%s is decisive, so it needs a metric whose key is the input of the conversion")
#define M_PACK_TARGET ERROR_PACK, "PACK_TARGET", N_("the target %s is outside the scale, %d to %d")
#define M_PACK_TWICE ERROR_PACK, "PACK_TWICE", N_("'%s' stands twice in %s")

/* check_case */
#define M_PACK_CASE_NUMBER          \
    ERROR_PACK, "PACK_CASE_NUMBER", \
        N_("'%s' is no published number; write it with a point and %d decimals")
#define M_PACK_CASE_EXACT ERROR_PACK, "PACK_CASE_EXACT", N_("'%s' is no exact number")
#define M_PACK_CASE_PREDICATE \
    ERROR_PACK, "PACK_CASE_PREDICATE", N_("'%s' is no predicate of the pack")
#define M_PACK_CASE_KIND          \
    ERROR_PACK, "PACK_CASE_KIND", \
        N_("'%s' is no kind of agency: kementerian, lembaga, provinsi, kabupaten, kota, lainnya")
#define M_PACK_CASE_LEVELS          \
    ERROR_PACK, "PACK_CASE_LEVELS", \
        N_("the example has %zu levels, and the instrument %zu indicators")
#define M_PACK_CASE_GIVEN                                                                        \
    ERROR_PACK, "PACK_CASE_GIVEN",                                                               \
        N_("an example gives one thing to compute from: levels, values, aspects, met, or items " \
           "and "                                                                                \
           "measures")
#define M_PACK_CASE_ASPECT ERROR_PACK, "PACK_CASE_ASPECT", N_("the example gives no value of %s")
#define M_PACK_CASE_YEAR \
    ERROR_PACK, "PACK_CASE_YEAR", N_("the example is of %d, and the pack begins with %d")
#define M_PACK_NO_SUCH_ID ERROR_PACK, "PACK_NO_SUCH_ID", N_("'%s' is nothing in this pack")
#define M_PACK_WORD_CASE ERROR_PACK, "PACK_WORD_CASE", N_("the word '%s' must be in small letters")

#define M_PACK_AGE_NONE                                                                          \
    ERROR_PACK, "PACK_AGE_NONE",                                                                 \
        N_("no evidence is younger than 0 years, so nobody could prove these criteria; write 1 " \
           "or "                                                                                 \
           "more")

/* crosswalk */
#define M_CROSS_RELATION          \
    ERROR_PACK, "CROSS_RELATION", \
        N_("'%s' is no relation; take same, split, merged, changed or none")
#define M_CROSS_ENDS          \
    ERROR_PACK, "CROSS_ENDS", \
        N_("a row of relation 'none' has either 'to' or 'from', any other row has both")
#define M_CROSS_CRITERION \
    ERROR_PACK, "CROSS_CRITERION", N_("'%s' is no criterion of what this row names in '%s'")
#define M_CROSS_FROM ERROR_PACK, "CROSS_FROM", N_("'%s' is nothing in the pack '%s'")
#define M_CROSS_PACK \
    ERROR_PACK, "CROSS_PACK", N_("the pack '%s' cannot be loaded, so nothing of it can be proved")

/* check_price */
#define M_PACK_STEP_COST                                                                      \
    ERROR_PACK, "PACK_STEP_COST",                                                             \
        N_("the cost is %s; it must not be below 0, nor have more than %d digits before its " \
           "point "                                                                           \
           "or %d behind it")
#define M_PACK_STEP_MONTHS \
    ERROR_PACK, "PACK_STEP_MONTHS", N_("the step takes %d months; a plan takes at most %d")
#define M_PACK_STEP_MISSING \
    ERROR_PACK, "PACK_STEP_MISSING", N_("no row prices the step to level %d of %s")

/* overlay */
#define M_OVERLAY_KIND \
    ERROR_PACK, "OVERLAY_KIND", N_("'%s' is no kind of change; 'spbe help pack' lists the kinds")
#define M_OVERLAY_KIND_NEAREST \
    ERROR_PACK, "OVERLAY_KIND_NEAREST", N_("'%s' is no kind of change; did you mean '%s'?")
#define M_OVERLAY_TAKES ERROR_PACK, "OVERLAY_TAKES", N_("a change of kind '%s' takes no '%s'")
#define M_OVERLAY_NEEDS ERROR_PACK, "OVERLAY_NEEDS", N_("a change of kind '%s' needs '%s': %s")
#define M_OVERLAY_DATE ERROR_PACK, "OVERLAY_DATE", N_("'%s' is no day; write it as 2026-11-22")
#define M_OVERLAY_UNKNOWN \
    ERROR_PACK, "OVERLAY_UNKNOWN", N_("'%s' is nothing in these rules; 'of' names %s")
#define M_OVERLAY_THERE          \
    ERROR_PACK, "OVERLAY_THERE", \
        N_("'%s' is there already; an id that was used is never used for something else")
#define M_OVERLAY_NOT_THERE \
    ERROR_PACK, "OVERLAY_NOT_THERE", N_("these rules have no %s that could be changed")
#define M_OVERLAY_WAS                                                                            \
    ERROR_PACK, "OVERLAY_WAS",                                                                   \
        N_("%s is %s in these rules, not %s as 'was' says; see whether the overlay is for this " \
           "state of them")
#define M_OVERLAY_AGAIN \
    ERROR_PACK, "OVERLAY_AGAIN", N_("%s is changed twice in this overlay, first at %s; keep one")
#define M_OVERLAY_CONFLICT                                                                         \
    ERROR_PACK, "OVERLAY_CONFLICT",                                                                \
        N_("%s is changed at %s already; take one of the two out, or write over = \"%s\" here if " \
           "this one is to count")
#define M_OVERLAY_BASE          \
    ERROR_PACK, "OVERLAY_BASE", \
        N_("this overlay changes '%s', and the rules it was put on are '%s'")
#define M_OVERLAY_TWICE \
    ERROR_PACK, "OVERLAY_TWICE", N_("an overlay with the id '%s' is in the stack already")
#define M_OVERLAY_PACKS \
    ERROR_USAGE, "OVERLAY_PACKS", N_("is a second pack; overlays are put on one")
#define M_OVERLAY_COUNT \
    ERROR_LIMIT, "OVERLAY_COUNT", N_("there are more than %d overlays; put some of them together")

/* impact_step */
#define M_IMPACT_STEPS                                                                            \
    ERROR_LIMIT, "IMPACT_STEPS",                                                                  \
        N_("there are more than %d changes whose effects could be told apart; take the overlays " \
           "one "                                                                                 \
           "by one")

/* pack_trial */
#define M_TRIAL_FIELD          \
    ERROR_PACK, "TRIAL_FIELD", \
        N_("reads input.%s, which is not there; did you mean '%s'? See 'spbe help function'")
#define M_TRIAL_VALUE          \
    ERROR_PACK, "TRIAL_VALUE", \
        N_("reads the value of %s, which depends_on of %s does not name; add it there")
#define M_TRIAL_CRITERION                                                                      \
    ERROR_PACK, "TRIAL_CRITERION",                                                             \
        N_("reads '%s', which is no criterion of %s; values of other indicators come through " \
           "depends_on")
#define M_TRIAL_ABSENT ERROR_PACK, "TRIAL_ABSENT", N_("reads input.%s, which is not there for %s")

/* function_mutation, command_test */
#define M_MUTATION_COUNT           \
    ERROR_LIMIT, "MUTATION_COUNT", \
        N_("the functions can be changed in %zu places; at most %d are tried")
#define M_TEST_THRESHOLD ERROR_USAGE, "TEST_THRESHOLD", N_("'%s' is no percentage from 0 to 100")

/* web_address */
#define M_WEB_ADDRESS_LONG          \
    ERROR_PACK, "WEB_ADDRESS_LONG", \
        N_("the address that begins with '%.*s' has %zu characters; at most %d fit into a link")
#define M_WEB_ADDRESS                                                                              \
    ERROR_PACK, "WEB_ADDRESS",                                                                     \
        N_("'%.*s' is no address for a link; it begins with https://, http:// or mailto: and has " \
           "no blanks")

/* gate */
#define M_GATE_TEXT_LONG \
    ERROR_PACK, "GATE_TEXT_LONG", N_("a text has %zu characters; at most %zu fit there")
#define M_GATE_SHEET_NAME                                                                         \
    ERROR_PACK, "GATE_SHEET_NAME",                                                                \
        N_("'%.*s' cannot name a sheet: take 1 to 31 characters, none of [ ] : * ? / \\, and no " \
           "' "                                                                                   \
           "at either end")
#define M_GATE_NAME                                                                                \
    ERROR_PACK, "GATE_NAME",                                                                       \
        N_("'%.*s' cannot be a name: take letters, digits and _, begin with a letter, and do not " \
           "look like a cell")
#define M_GATE_FORMULA_START \
    ERROR_PACK, "GATE_FORMULA_START", N_("a formula begins with '=' and goes on in UTF-8")
#define M_GATE_FORMULA_LONG \
    ERROR_PACK, "GATE_FORMULA_LONG", N_("a formula has more than %zu characters")
#define M_GATE_FORMULA_TEXT                                                                 \
    ERROR_PACK, "GATE_FORMULA_TEXT",                                                        \
        N_("the text \"%.*s\" in a formula is longer than 255 characters or holds control " \
           "characters")
#define M_GATE_FORMULA_OPEN \
    ERROR_PACK, "GATE_FORMULA_OPEN", N_("a bracket or quotation mark in a formula has no partner")
#define M_GATE_FORMULA_SIGN \
    ERROR_PACK, "GATE_FORMULA_SIGN", N_("'%.*s' cannot stand where it does in a formula")
#define M_GATE_FORMULA_FUNCTION                                                                  \
    ERROR_PACK, "GATE_FORMULA_FUNCTION",                                                         \
        N_("a formula cannot call '%.*s'; 'spbe help template' lists the functions that can be " \
           "used")
#define M_GATE_REFERENCE          \
    ERROR_PACK, "GATE_REFERENCE", \
        N_("'%.*s' is not a reference to cells of a sheet, such as ='Data'!$A$2:$A$9")
#define M_GATE_FORMAT ERROR_PACK, "GATE_FORMAT", N_("'%.*s' is not a number format, such as 0.00")
#define M_GATE_NUMBER ERROR_PACK, "GATE_NUMBER", N_("a number is infinite or undefined")

/* sheet_library */
#define M_SHEET_LIBRARY            \
    ERROR_SYSTEM, "SHEET_LIBRARY", \
        N_("reports cannot be drawn here: %s is missing; install the package libxlsxwriter4")

/* workbook */
#define M_WORKBOOK_LIBRARY ERROR_PACK, "WORKBOOK_LIBRARY", N_("the workbook cannot take this (%s)")
#define M_WORKBOOK_SHEET ERROR_PACK, "WORKBOOK_SHEET", N_("there is no such sheet in the workbook")
#define M_WORKBOOK_PLACE                                                                           \
    ERROR_PACK, "WORKBOOK_PLACE",                                                                  \
        N_("a place lies outside the sheet (1,048,576 rows, 16,384 columns), or the last cell of " \
           "an "                                                                                   \
           "area comes before the first")
#define M_WORKBOOK_RANGE ERROR_PACK, "WORKBOOK_RANGE", N_("'%s' has a value that is not possible")
#define M_WORKBOOK_OVERLAP \
    ERROR_PACK, "WORKBOOK_OVERLAP", N_("merged cells or a table lie over others")
#define M_WORKBOOK_SINGLE \
    ERROR_PACK, "WORKBOOK_SINGLE", N_("a single cell cannot be merged; write its text")
#define M_WORKBOOK_TABLE                                                                         \
    ERROR_PACK, "WORKBOOK_TABLE",                                                                \
        N_("a table needs one heading for each column, at most 256, and at least one row below " \
           "them")
#define M_WORKBOOK_HEADING \
    ERROR_PACK, "WORKBOOK_HEADING", N_("the heading '%s' of a table is empty or there twice")
#define M_WORKBOOK_NAME_TAKEN \
    ERROR_PACK, "WORKBOOK_NAME_TAKEN", N_("the name '%.*s' is taken; take another")
#define M_WORKBOOK_MENTION \
    ERROR_PACK, "WORKBOOK_MENTION", N_("a formula mentions '%s', which is not in the workbook")
#define M_WORKBOOK_EMPTY \
    ERROR_PACK, "WORKBOOK_EMPTY", N_("the template drew no sheet that can be seen")
#define M_WORKBOOK_MANY                                                 \
    ERROR_LIMIT, "WORKBOOK_MANY",                                       \
        N_("the template draws more than the limit of %zu; 'spbe help " \
           "limits' says of what")
#define M_STYLE_TAKEN ERROR_PACK, "STYLE_TAKEN", N_("the style '%.*s' is defined already")
#define M_STYLE_UNKNOWN ERROR_PACK, "STYLE_UNKNOWN", N_("there is no style '%.*s'; define it first")
#define M_STYLE_RANGE \
    ERROR_PACK, "STYLE_RANGE", N_("'%s' of a style has a value that is not possible")
#define M_IMAGE_KIND \
    ERROR_PACK, "IMAGE_KIND", N_("a picture must be a PNG file of at most %zu bytes")

/* template */
#define M_HTML_STEPS                                                                            \
    ERROR_LIMIT, "HTML_STEPS",                                                                  \
        N_("the conditions of its cells take more than %s steps; draw fewer, or over less, or " \
           "ask for a workbook")

#define M_TEMPLATE_ARGUMENT \
    ERROR_PACK, "TEMPLATE_ARGUMENT", N_("argument %s of %s is missing or not possible")
#define M_TEMPLATE_EXPECTS ERROR_PACK, "TEMPLATE_EXPECTS", N_("argument %s must be %s")
#define M_TEMPLATE_CYCLE \
    ERROR_PACK, "TEMPLATE_CYCLE", N_("'%s' includes itself, directly or through others")
#define M_TEMPLATE_FILES \
    ERROR_PACK, "TEMPLATE_FILES", N_("a template may consist of at most %s files")
#define M_TEMPLATE_NAME                                                                           \
    ERROR_PACK, "TEMPLATE_NAME",                                                                  \
        N_("'%s' cannot be the name of a file: take small letters, digits, _ and -, at most one " \
           "folder, and %s behind")
#define M_TEMPLATE_MISSING          \
    ERROR_PACK, "TEMPLATE_MISSING", \
        N_("there is no file '%s' beside the template, nor among the program's own")
#define M_TEMPLATE_UNKNOWN                                                                       \
    ERROR_PACK, "TEMPLATE_UNKNOWN",                                                              \
        N_("is no template; name a file that ends with .lua, or one that 'spbe templates list' " \
           "shows")
#define M_TEMPLATE_DOCUMENT           \
    ERROR_LIMIT, "TEMPLATE_DOCUMENT", \
        N_("the result is larger than the %zu bytes that a template takes")

/* template_kind */
#define M_TEMPLATE_DECLARES          \
    ERROR_PACK, "TEMPLATE_DECLARES", \
        N_("there is no document '%.*s'; 'spbe help template' lists those that templates draw")
#define M_TEMPLATE_KIND ERROR_USAGE, "TEMPLATE_KIND", N_("draws %s, not %s; it is drawn by: %s%s%s")

/* template_trial */
#define M_TEMPLATE_WORD           \
    ERROR_USAGE, "TEMPLATE_WORD", \
        N_("--for: '%s' is nothing that a template of one's own draws; there are %s")

/* draw */
#define M_DRAW_OPTIONS \
    ERROR_PACK, "DRAW_OPTIONS", N_("%s needs its options as a table, such as {bold = true}")
#define M_DRAW_OPTION \
    ERROR_PACK, "DRAW_OPTION", N_("'%.*s' is not an option of %s; see 'spbe help template'")
#define M_DRAW_STYLES \
    ERROR_PACK, "DRAW_STYLES", N_("a row of cells needs a style for each, or one for all")
#define M_DRAW_TYPE ERROR_PACK, "DRAW_TYPE", N_("the option '%s' needs %s")
#define M_DRAW_WORD          \
    ERROR_PACK, "DRAW_WORD", \
        N_("'%.*s' is not a value of the option '%s'; see 'spbe help template'")

/* report_source */
#define M_REPORT_TARGET \
    ERROR_USAGE, "REPORT_TARGET", N_("is not a target; take a number such as 3.5")
#define M_REPORT_TARGET_SCALE           \
    ERROR_USAGE, "REPORT_TARGET_SCALE", \
        N_("is no target of this instrument; its scale goes from %d to %d")

/* command_report */
#define M_REPORT_BASIS \
    ERROR_USAGE, "REPORT_BASIS", N_("is not a basis; take claimed, supported or verified")
#define M_REPORT_TO           \
    ERROR_USAGE, "REPORT_TO", \
        N_("writes all papers into a folder; it takes neither -o nor --template")
#define M_REPORT_FORMAT           \
    ERROR_USAGE, "REPORT_FORMAT", \
        N_("goes with --to, and is xlsx, html, or both with a comma between")
#define M_REPORT_NEW ERROR_USAGE, "REPORT_NEW", N_("a template's name ends with .lua")
#define M_COMPARE_OUTPUT           \
    ERROR_USAGE, "COMPARE_OUTPUT", \
        N_("a comparison needs a name that ends with .xlsx, .html or .json")
#define M_COMPARE_MANY \
    ERROR_LIMIT, "COMPARE_MANY", N_("at most %d assessments can be compared at once")
#define M_COMPARE_ONE                                                               \
    ERROR_USAGE, "COMPARE_ONE",                                                     \
        N_("one assessment can only be compared with itself on two bases (--basis " \
           "claimed,verified), or by its units (--units)")
#define M_COMPARE_BASES           \
    ERROR_USAGE, "COMPARE_BASES", \
        N_("%zu bases do not fit %zu assessments; name one for all, or one each")
#define M_UNITS_NONE           \
    ERROR_INPUT, "UNITS_NONE", \
        N_("no indicator belongs to a unit; 'spbe unit assign' gives indicators to units")
#define M_UNITS_UNKNOWN \
    ERROR_USAGE, "UNITS_UNKNOWN", N_("no indicator belongs to a unit \"%s\"; there are: %s")
#define M_UNITS_RULES           \
    ERROR_INPUT, "UNITS_RULES", \
        N_("units can only be compared where all assessments are by the same instrument")
#define M_ROLLUP_OUTPUT           \
    ERROR_USAGE, "ROLLUP_OUTPUT", \
        N_("a roll-up needs -o and a name that ends with .xlsx, .html, .csv or .json")
#define M_REPORT_OUTPUT           \
    ERROR_USAGE, "REPORT_OUTPUT", \
        N_("a report needs -o and a name that ends with .xlsx, .html or .json, or --to DIR")

/* command */
#define M_COMMAND_NONE ERROR_USAGE, "COMMAND_NONE", N_("name a command; 'spbe help' lists them")
#define M_COMMAND_UNKNOWN \
    ERROR_USAGE, "COMMAND_UNKNOWN", N_("is not a command; 'spbe help' lists them")
#define M_COMMAND_NEAREST ERROR_USAGE, "COMMAND_NEAREST", N_("is not a command; did you mean '%s'?")
#define M_COMMAND_GROUP \
    ERROR_USAGE, "COMMAND_GROUP", N_("needs one more word: %s; see 'spbe help %s'")
#define M_COMMAND_FEW ERROR_USAGE, "COMMAND_FEW", N_("needs %s; see 'spbe help %s'")
#define M_COMMAND_MANY \
    ERROR_USAGE, "COMMAND_MANY", N_("does not know what to do with '%s'; see 'spbe help %s'")
#define M_COMMAND_OUTPUT ERROR_SYSTEM, "COMMAND_OUTPUT", N_("could not be written to its end (%s)")
#define M_COMMAND_OVER \
    ERROR_USAGE, "COMMAND_OVER", N_("is also read by this command; give the output another name")
#define M_COMMAND_ORDER ERROR_USAGE, "COMMAND_ORDER", N_("the file comes first: spbe %s %s %s")
#define M_COMMAND_SAME \
    ERROR_USAGE, "COMMAND_SAME", N_("is the name of two outputs; give each its own")
#define M_COMMAND_NAMELESS \
    ERROR_USAGE, "COMMAND_NAMELESS", N_("the name of a file is empty; see 'spbe help %s'")
#define M_COMMAND_TEMPLATE           \
    ERROR_USAGE, "COMMAND_TEMPLATE", \
        N_("--template draws a file: name that with -o, ending with .xlsx or .html")
#define M_OPTION_UNKNOWN \
    ERROR_USAGE, "OPTION_UNKNOWN", N_("does not know the option '%s'; see 'spbe help %s'")
#define M_OPTION_NEAREST \
    ERROR_USAGE, "OPTION_NEAREST", N_("does not know the option '%s'; did you mean '%s'?")
#define M_OPTION_VALUE ERROR_USAGE, "OPTION_VALUE", N_("the option '%s' needs a value: %s")
#define M_OPTION_SWITCH ERROR_USAGE, "OPTION_SWITCH", N_("the option '%s' takes no value")
#define M_OPTION_LANGUAGE \
    ERROR_USAGE, "OPTION_LANGUAGE", N_("the language is 'id' or 'en', not '%s'")

/* edit_undo */
#define M_UNDO_CHANGED \
    ERROR_INPUT, "UNDO_CHANGED", N_("was changed again since; it is left as it is")

/* prompt */
#define M_PROMPT_TEXT ERROR_INPUT, "PROMPT_TEXT", N_("is no text in UTF-8; it is passed over")
#define M_PROMPT_LONG \
    ERROR_LIMIT, "PROMPT_LONG", N_("is longer than the limit of %d bytes; it is passed over")

/* screen */
#define M_SCREEN_NONE                                                                            \
    ERROR_USAGE, "SCREEN_NONE",                                                                  \
        N_("'fill' needs a terminal, for reading and for writing; elsewhere take 'spbe answer' " \
           "and 'spbe import'")
#define M_SCREEN_DUMB                                                                            \
    ERROR_USAGE, "SCREEN_DUMB",                                                                  \
        N_("the terminal '%s' cannot show a dialogue; set TERM to what it really is, xterm for " \
           "example, or take 'spbe answer'")

/* session, command_store */
#define M_SESSION_WHO           \
    ERROR_USAGE, "SESSION_WHO", \
        N_("name the person who makes this change: --as NAME, or set SPBE_USER")
#define M_SET_UNIT ERROR_USAGE, "SET_UNIT", N_("only the deadline is set for a single unit")
#define M_NEW_OPTION ERROR_USAGE, "NEW_OPTION", N_("needs --%s; see 'spbe help new'")

/* help */
#define M_HELP_UNKNOWN \
    ERROR_USAGE, "HELP_UNKNOWN", N_("is no command or topic; 'spbe help' lists them")
#define M_HELP_NEAREST ERROR_USAGE, "HELP_NEAREST", N_("is no command or topic; did you mean '%s'?")

/* command_rules */
#define M_RULES_YEAR ERROR_USAGE, "RULES_YEAR", N_("'%s' is no year; write it as 2024")
#define M_RULES_INDICATOR ERROR_USAGE, "RULES_INDICATOR", N_("there is no indicator '%s' in %s")
#define M_RULES_JSON_ONE \
    ERROR_USAGE, "RULES_JSON_ONE", N_("--json writes the whole pack; leave the indicator out")

/* overlay_start, command_diff */
#define M_NEW_OVERLAY_NAME           \
    ERROR_USAGE, "NEW_OVERLAY_NAME", \
        N_("'%s' cannot be an id: take small letters, digits and '-' for the folder's name")
#define M_NEW_RULES_WHAT \
    ERROR_USAGE, "NEW_RULES_WHAT", N_("'%s' cannot be started; only 'overlay' can")
#define M_NEW_RULES_BASE \
    ERROR_USAGE, "NEW_RULES_BASE", N_("--base is missing; name the pack that the overlay changes")

/* command_repl */
#define M_REPL_PACK           \
    ERROR_USAGE, "REPL_PACK", \
        N_("is an assessment; name the pack before it: 'spbe rules repl spbe-2020 kota.spbe'")

/* command_stub */
#define M_STUB_NAME           \
    ERROR_USAGE, "STUB_NAME", \
        N_("'%s' has no annotations; there are those of pack, template, session and script")

/* command_impact */
#define M_IMPACT_OVERLAY \
    ERROR_USAGE, "IMPACT_OVERLAY", N_("is no overlay; name the overlays first, then the inputs")
#define M_IMPACT_INPUT \
    ERROR_USAGE, "IMPACT_INPUT", N_("no input is named; name assessments behind the overlays")

/* command_carry */
#define M_CARRY_SELF ERROR_USAGE, "CARRY_SELF", N_("is both the earlier and the new file")
#define M_CARRY_AGENCY                                                                            \
    ERROR_INPUT, "CARRY_AGENCY",                                                                  \
        N_("is about '%s', the new file about '%s', or of another kind; --anyway carries it all " \
           "the "                                                                                 \
           "same")
#define M_CARRY_YEAR           \
    ERROR_INPUT, "CARRY_YEAR", \
        N_("is about the same year %d by the same rules; 'spbe import' joins such files")
#define M_CARRY_WAY                                                                              \
    ERROR_INPUT, "CARRY_WAY",                                                                    \
        N_("is an assessment by '%s', and the rules of '%s' have no crosswalk from it; nothing " \
           "can "                                                                                \
           "be carried over")

/* script_call, script_local */
#define M_SCRIPT_COLON \
    ERROR_PACK, "SCRIPT_COLON", N_("belongs to something that is open; call it with a colon: %s")
#define M_SCRIPT_ARGUMENT ERROR_PACK, "SCRIPT_ARGUMENT", N_("%s must be %s")
#define M_SCRIPT_UNKNOWN \
    ERROR_USAGE, "SCRIPT_UNKNOWN", N_("there is no option '%s'; --help lists them")
#define M_SCRIPT_VALUE ERROR_USAGE, "SCRIPT_VALUE", N_("%s needs a value")
#define M_SCRIPT_PLAIN ERROR_USAGE, "SCRIPT_PLAIN", N_("%s takes no value")
#define M_SCRIPT_FEW ERROR_USAGE, "SCRIPT_FEW", N_("something is missing: %s; --help says more")
#define M_SCRIPT_MANY ERROR_USAGE, "SCRIPT_MANY", N_("'%s' is one word too many; --help says more")
#define M_SCRIPT_NEEDED ERROR_USAGE, "SCRIPT_NEEDED", N_("%s must be given; --help says more")
#define M_SCRIPT_WHOLE ERROR_USAGE, "SCRIPT_WHOLE", N_("%s takes a whole number from %s on")
#define M_SCRIPT_ONE_OF ERROR_USAGE, "SCRIPT_ONE_OF", N_("%s takes one of these: %s")
#define M_SCRIPT_NEAREST \
    ERROR_PACK, "SCRIPT_NEAREST", N_("does not know the name '%s'; perhaps %s is meant")
#define M_SCRIPT_OTHER_BOOK \
    ERROR_PACK, "SCRIPT_OTHER_BOOK", N_("takes sheets of the same workbook only: %s")
#define M_SCRIPT_JSON ERROR_PACK, "SCRIPT_JSON", N_("this text is no JSON: %s")
#define M_SCRIPT_NUMBER          \
    ERROR_PACK, "SCRIPT_NUMBER", \
        N_("'%s' divides by zero, or gives a number that is too long to be exact")

/* script_access */
#define M_SCRIPT_ALLOW ERROR_INPUT, "SCRIPT_ALLOW", N_("is no folder; --allow takes a folder")
#define M_SCRIPT_FILE                                                                           \
    ERROR_INPUT, "SCRIPT_FILE",                                                                 \
        N_("the script may not use this file; name it behind the script, or allow its folder: " \
           "--allow DIR")
#define M_SCRIPT_IS_FOLDER           \
    ERROR_INPUT, "SCRIPT_IS_FOLDER", \
        N_("is a folder, not a file; allow its files with --allow DIR, spbe.files lists them")
#define M_SCRIPT_FOLDER           \
    ERROR_INPUT, "SCRIPT_FOLDER", \
        N_("the script may not look into this folder; allow it: --allow DIR")

/* script_value, script_state */
#define M_SCRIPT_OPTION ERROR_INPUT, "SCRIPT_OPTION", N_("there is no option '%s' of %s")
#define M_SCRIPT_OPEN \
    ERROR_LIMIT, "SCRIPT_OPEN", N_("more than %d files are open; close some first")
#define M_SCRIPT_CLOSED ERROR_INPUT, "SCRIPT_CLOSED", N_("this is closed already")
#define M_SCRIPT_FILE_OPEN           \
    ERROR_INPUT, "SCRIPT_FILE_OPEN", \
        N_("is open as an assessment; close it first, or work with what is open")
#define M_SCRIPT_OUTPUT \
    ERROR_LIMIT, "SCRIPT_OUTPUT", N_("prints and writes more than %d bytes altogether")
#define M_SCRIPT_LONG \
    ERROR_LIMIT, "SCRIPT_LONG", N_("this is more than the %d bytes that a script takes at once")

/* script_source */
#define M_SCRIPT_MISSING           \
    ERROR_INPUT, "SCRIPT_MISSING", \
        N_("there is no file '%s' beside the script, nor among those that it may use")
#define M_SCRIPT_INCLUDE \
    ERROR_INPUT, "SCRIPT_INCLUDE", N_("'%s' is no file of Lua; its name ends with .lua")
#define M_SCRIPT_FILES ERROR_LIMIT, "SCRIPT_FILES", N_("a script may consist of at most %d files")

/* script_book */
#define M_SCRIPT_BOOK_BROKEN           \
    ERROR_INPUT, "SCRIPT_BOOK_BROKEN", \
        N_("a command of this drawing failed before; nothing is written")

/* script_file, script_table */
#define M_SCRIPT_TEXT ERROR_INPUT, "SCRIPT_TEXT", N_("is not text in UTF-8")
#define M_SCRIPT_SHEET ERROR_INPUT, "SCRIPT_SHEET", N_("has no sheet '%s'")
#define M_SCRIPT_ROWS           \
    ERROR_INPUT, "SCRIPT_ROWS", \
        N_("row %zu is no list of texts, numbers and false; a table is a list of such lists")
#define M_SCRIPT_SEPARATOR           \
    ERROR_INPUT, "SCRIPT_SEPARATOR", \
        N_("'%s' cannot separate cells; take a comma, a semicolon or a tab")

/* script_store, script_change */
#define M_SCRIPT_NEEDS ERROR_INPUT, "SCRIPT_NEEDS", N_("%s needs '%s'")
#define M_SCRIPT_READ_ONLY \
    ERROR_STORE, "SCRIPT_READ_ONLY", N_("may not be written by you; only reading is possible")
#define M_SCRIPT_STEP_OPEN \
    ERROR_INPUT, "SCRIPT_STEP_OPEN", N_("a step is open already; commit it or roll it back first")
#define M_SCRIPT_STEP ERROR_INPUT, "SCRIPT_STEP", N_("no step is open; call begin first")
#define M_SCRIPT_BROKEN                                                                          \
    ERROR_INPUT, "SCRIPT_BROKEN",                                                                \
        N_("a change of this step has failed, and the step was taken back; call rollback, then " \
           "begin anew")
#define M_SCRIPT_DOCUMENT \
    ERROR_INPUT, "SCRIPT_DOCUMENT", N_("a document is taken in here, or a JSON file")

/* script_result, script_report */
#define M_SCRIPT_FORM \
    ERROR_INPUT, "SCRIPT_FORM", N_("'%s' is no form of a result; take summary, plain or full")
#define M_SCRIPT_FLAG ERROR_INPUT, "SCRIPT_FLAG", N_("the option '%s' takes true or false")
#define M_SCRIPT_CHOICE \
    ERROR_INPUT, "SCRIPT_CHOICE", N_("'%s' says not who is right; take form or file")
#define M_SCRIPT_NO_FORM ERROR_INPUT, "SCRIPT_NO_FORM", N_("is no form of 'spbe form'")
#define M_SCRIPT_ENDING \
    ERROR_INPUT, "SCRIPT_ENDING", N_("the name of this output must end with one of these: %s")

/* script_rules */
#define M_SCRIPT_YEAR ERROR_INPUT, "SCRIPT_YEAR", N_("a year lies between 1 and %d")

/* script_run, script_shipped, command_script */
#define M_SCRIPT_NAME           \
    ERROR_INPUT, "SCRIPT_NAME", \
        N_("is no file here and no script of the program; 'spbe run --list' names those")
#define M_SCRIPT_NAME_NEAR                                                                   \
    ERROR_INPUT, "SCRIPT_NAME_NEAR",                                                         \
        N_("is no file here and no script of the program; perhaps '%s' is meant ('spbe run " \
           "--list' names all)")
#define M_SCRIPT_SOURCE ERROR_PACK, "SCRIPT_SOURCE", N_("is not text in UTF-8; save it as UTF-8")
#define M_SCRIPT_SAID ERROR_INPUT, "SCRIPT_SAID", N_("%s")
#define M_SCRIPT_TIME ERROR_USAGE, "SCRIPT_TIME", N_("takes whole seconds, from 1 to %d")
#define M_SCRIPT_MEMORY ERROR_USAGE, "SCRIPT_MEMORY", N_("takes whole MiB, from 1 to %d")
#define M_SCRIPT_TODAY ERROR_USAGE, "SCRIPT_TODAY", N_("'%s' is no day; write it as 2026-11-22")

/* command_answer */
#define M_CONFIRM_WHAT \
    ERROR_USAGE, "CONFIRM_WHAT", N_("name the indicators to confirm, or give --all instead")

/* command_reproduce */
#define M_KEEP_OTHER           \
    ERROR_INPUT, "KEEP_OTHER", \
        N_("is an assessment by '%s', but these rules are of '%s'; keep those of its instrument")
#define M_REPRODUCE_OTHER           \
    ERROR_INPUT, "REPRODUCE_OTHER", \
        N_("is a result by '%s', but %s is an assessment by '%s'; name the file it was made from")

#endif
