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
#define M_FILE_READ ERROR_SYSTEM, "FILE_READ", N_("cannot be read to its end (%s)")
#define M_FILE_LARGE ERROR_LIMIT, "FILE_LARGE", N_("is larger than the limit of %zu bytes")
#define M_FILE_WRITE \
    ERROR_SYSTEM, "FILE_WRITE", N_("cannot be written (%s); the old content is unchanged")
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

/* evaluation */
#define M_EVALUATION_YEAR           \
    ERROR_INPUT, "EVALUATION_YEAR", \
        N_("the rules %s begin with %d, the assessment is of %d; check the year")
#define M_EVALUATION_RANGE           \
    ERROR_LIMIT, "EVALUATION_RANGE", \
        N_("holds fractions that are too long to be added exactly; shorten them")

/* worker, guest */
#define M_WORKER_START ERROR_SYSTEM, "WORKER_START", N_("a worker process cannot be started (%s)")
#define M_WORKER_CHANNEL \
    ERROR_SYSTEM, "WORKER_CHANNEL", N_("the worker process cannot be reached (%s)")
#define M_WORKER_TIME                                                                              \
    ERROR_PACK, "WORKER_TIME",                                                                     \
        N_("takes longer than %s milliseconds and was stopped; look for a loop that does not end " \
           "or "                                                                                   \
           "an expression that is too long")
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
#define M_SANDBOX_RUN ERROR_PACK, "SANDBOX_RUN", N_("stops with an error: %s")
#define M_SANDBOX_VALUE \
    ERROR_PACK, "SANDBOX_VALUE", N_("stops with an error that is not a text but a %s")
#define M_SANDBOX_STEPS          \
    ERROR_PACK, "SANDBOX_STEPS", \
        N_("runs more than %s instructions; look for a loop that does not end")
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
#define M_VALUE_TYPE ERROR_PACK, "VALUE_TYPE", N_("a %s cannot stand in data")

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
#define M_OPTION_UNKNOWN \
    ERROR_USAGE, "OPTION_UNKNOWN", N_("does not know the option '%s'; see 'spbe help %s'")
#define M_OPTION_NEAREST \
    ERROR_USAGE, "OPTION_NEAREST", N_("does not know the option '%s'; did you mean '%s'?")
#define M_OPTION_VALUE ERROR_USAGE, "OPTION_VALUE", N_("the option '%s' needs a value: %s")
#define M_OPTION_SWITCH ERROR_USAGE, "OPTION_SWITCH", N_("the option '%s' takes no value")
#define M_OPTION_LANGUAGE \
    ERROR_USAGE, "OPTION_LANGUAGE", N_("the language is 'id' or 'en', not '%s'")

/* help */
#define M_HELP_UNKNOWN \
    ERROR_USAGE, "HELP_UNKNOWN", N_("is no command or topic; 'spbe help' lists them")
#define M_HELP_NEAREST ERROR_USAGE, "HELP_NEAREST", N_("is no command or topic; did you mean '%s'?")

#endif
