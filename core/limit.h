/* limit: every bound that protects a user or the machine, in one table.
 *
 * A row is: name, value, unit, what is bounded. `spbe help limits` prints it, and a test walks it:
 * each limit has a case just inside and just outside (tests/limits/). */
#ifndef SPBE_LIMIT_H
#define SPBE_LIMIT_H

/* clang-format off */
#define LIMITS(row)                                                                                \
    row(LIMIT_JSON_BYTES, 2097152, "bytes", "one assessment document")                             \
    row(LIMIT_JSON_VALUES, 50000, "values", "one assessment document")                             \
    row(LIMIT_JSON_DEPTH, 32, "levels", "nesting of a JSON document")                              \
    row(LIMIT_YEAR, 2100, "year", "the year of an assessment")                                        \
    row(LIMIT_SOURCE_BYTES, 131072, "bytes", "one Lua source file of a pack, template or script")  \
    row(LIMIT_SOURCE_WORDS, 4000, "words", "and, or, elseif, break, goto in one Lua source file")  \
    row(LIMIT_PACK_FILES, 64, "files", "one rule pack")                                            \
    row(LIMIT_OVERLAYS, 16, "overlays", "one stack of rules")                                      \
    row(LIMIT_CHANGES, 500, "changes", "all overlays of one stack")                                \
    row(LIMIT_IMPACT_STEPS, 100, "steps", "the effect of overlays on assessments")                 \
    row(LIMIT_PACK_DEPTH, 24, "levels", "nesting of the tables of a rule pack")                    \
    row(LIMIT_COMPLAINTS, 500, "sentences", "what one check of a rule pack lists")                 \
    row(LIMIT_INDICATORS, 1000, "indicators", "one rule pack")                                     \
    row(LIMIT_EXAMPLES, 100, "examples", "one rule pack")                                          \
    row(LIMIT_AGE_RULES, 32, "rules", "ages of evidence in one rule pack")                         \
    row(LIMIT_PACK_TEXT, 32767, "bytes", "one text of a rule pack")                                \
    row(LIMIT_PACK_DATA, 4194304, "bytes", "what one file of a rule pack declares, as JSON")       \
    row(LIMIT_PACK_VALUES, 200000, "values", "all files of a rule pack")                           \
    row(LIMIT_PACK_TOTAL, 134217728, "bytes", "memory that a rule pack may ask for altogether")    \
    row(LIMIT_PACK_STEPS, 2000000, "instructions", "all files of a rule pack while they are read") \
    row(LIMIT_PACK_CPU_S, 600, "seconds", "processor time of a worker that serves a rule pack")    \
    row(LIMIT_SCORE_STEPS, 1000000, "instructions", "one call of a scoring function")              \
    row(LIMIT_MUTATIONS, 1000, "mistakes", "tried in the functions of one rule pack")              \
    row(LIMIT_TEMPLATE_STEPS, 100000000, "instructions", "drawing one template")                     \
    row(LIMIT_TEMPLATE_MS, 10000, "milliseconds", "drawing one template, of processor time")         \
    row(LIMIT_TEMPLATE_CPU_S, 20, "seconds", "processor time of a worker that draws a template")     \
    row(LIMIT_SCRIPT_S, 60, "seconds", "processor time of one script, unless --time says otherwise") \
    row(LIMIT_SCRIPT_S_MOST, 3600, "seconds", "processor time that --time can give a script")      \
    row(LIMIT_SCRIPT_STEPS, 50000000, "instructions", "one script, for each second of its time")   \
    row(LIMIT_SCRIPT_CPU_S, 3610, "seconds", "processor time of a worker that runs a script")      \
    row(LIMIT_SCRIPT_MIB, 128, "MiB", "memory that one script may hold, unless --memory says otherwise") \
    row(LIMIT_SCRIPT_MIB_MOST, 1024, "MiB", "memory that --memory can give a script")              \
    row(LIMIT_SCRIPT_PROCESS, 1342177280, "bytes", "address space of a worker that runs a script") \
    row(LIMIT_SCRIPT_VALUES, 1000000, "values", "one value that a script writes or reads")         \
    row(LIMIT_SCRIPT_OPEN, 64, "files", "open at once in one script")                              \
    row(LIMIT_SCRIPT_FILES, 32, "files", "that one script consists of, with what it includes")     \
    row(LIMIT_SCRIPT_OUTPUT, 268435456, "bytes", "what one script prints and writes")              \
    row(LIMIT_LUA_DEPTH, 10000, "calls", "calls inside calls of foreign Lua")                      \
    row(LIMIT_LUA_BYTES, 67108864, "bytes", "memory that foreign Lua may hold at once")           \
    row(LIMIT_LUA_TOTAL, 536870912, "bytes", "memory that foreign Lua may ask for altogether")     \
    row(LIMIT_LUA_MS, 1000, "milliseconds", "processor time of one run of foreign Lua")            \
    row(LIMIT_LUA_STRING, 1048576, "bytes", "one text made by a function of the Lua library")      \
    row(LIMIT_LUA_ITEMS, 100000, "items", "one table given to a function of the Lua library")      \
    row(LIMIT_LUA_ARGUMENTS, 250, "values", "one call of a function of the Lua library")           \
    row(LIMIT_SHOWN_BYTES, 65536, "bytes", "what one line of a session shows")                     \
    row(LIMIT_MESSAGE_BYTES, 1048576, "bytes", "one piece of a message of a worker")               \
    row(LIMIT_ANSWER_BYTES, 8388608, "bytes", "one whole message to or from a worker")             \
    row(LIMIT_WORKER_MS, 1500, "milliseconds", "processor time of one task of a worker")           \
    row(LIMIT_WORKER_PATIENCE, 30, "times", "how much longer than its processor time a worker is waited for") \
    row(LIMIT_WORKER_MEMORY, 268435456, "bytes", "address space of a worker process")              \
    row(LIMIT_DOCUMENT_BYTES, 104857600, "bytes", "one evidence document")                         \
    row(LIMIT_INSPECT_PAGES, 200, "pages", "looked at inside one PDF document")                    \
    row(LIMIT_INSPECT_BYTES, 4194304, "bytes", "text that is taken out of one PDF document")       \
    row(LIMIT_INSPECT_MS, 5000,  "milliseconds", "taking the text out of one PDF document")        \
    row(LIMIT_INSPECT_MEMORY, 536870912, "bytes", "address space of the process that does it")     \
    row(LIMIT_PACKS, 32, "rule packs", "one batch of assessments")                                 \
    row(LIMIT_REFUSALS, 20, "documents", "refused by name in one batch; the rest is counted")      \
    row(LIMIT_COMPARED, 20, "assessments", "compared side by side")                                \
    row(LIMIT_JOBS, 64, "processes", "evaluating at the same time")                                \
    row(LIMIT_PROBLEMS, 1000, "lines", "problems listed for one assessment; the rest is counted")  \
    row(LIMIT_TEXT_BYTES, 32767, "bytes", "one text that a person types (note, title, reason)")    \
    row(LIMIT_TEMPLATE_FILES, 16, "files", "one template with what it includes")                   \
    row(LIMIT_WORKBOOK_SHEETS, 200, "sheets", "one workbook")                                      \
    row(LIMIT_WORKBOOK_STYLES, 500, "styles", "one workbook")                                      \
    row(LIMIT_WORKBOOK_CELLS, 500000, "cells", "one workbook")                                     \
    row(LIMIT_WORKBOOK_TEXT, 33554432, "bytes", "all texts and formulas of one workbook")          \
    row(LIMIT_WORKBOOK_RANGES, 10000, "ranges", "one workbook: merged, tables, choices, links")    \
    row(LIMIT_WORKBOOK_NAMES, 500, "names", "ranges and tables of one workbook")                   \
    row(LIMIT_WORKBOOK_CHARTS, 200, "charts", "one workbook")                                      \
    row(LIMIT_WORKBOOK_IMAGES, 50, "pictures", "one workbook")                                     \
    row(LIMIT_PAGE_STEPS, 100000000, "steps", "conditions of the cells of one page of HTML")           \
    row(LIMIT_IMAGE_BYTES, 1048576, "bytes", "one picture of a workbook")                          \
    row(LIMIT_SHEET_FILE, 20971520, "bytes", "one workbook or table that is read")                 \
    row(LIMIT_SHEET_UNPACKED, 134217728, "bytes", "all parts of a workbook that is read")          \
    row(LIMIT_SHEET_PART, 67108864, "bytes", "one part of a workbook that is read")                \
    row(LIMIT_SHEET_RATIO, 200, "times", "how far a part of a workbook unpacks (from 1 MiB on)")   \
    row(LIMIT_SHEET_PARTS, 1000, "parts", "one workbook that is read")                             \
    row(LIMIT_SHEET_CELLS, 200000, "cells", "one workbook or table that is read")                  \
    row(LIMIT_SHEET_CELL, 32767, "characters", "one text of a workbook that is read")              \
    row(LIMIT_SHEET_TEXT, 33554432, "bytes", "all texts of a workbook that is read")               \
    row(LIMIT_FORM_EVIDENCE, 5000, "rows", "documents named in one form")                          \
    row(LIMIT_FOLDER_FILES, 20000, "files", "one folder of evidence (--evidence)")                 \
    row(LIMIT_XML_DEPTH, 64, "elements", "nesting of a part of a workbook that is read")           \
    row(LIMIT_XML_ATTRIBUTES, 64, "attributes", "one element of a workbook that is read")          \
    row(LIMIT_XML_TAG, 1048576, "bytes", "one tag of a workbook that is read")                     \
    row(LIMIT_PLAN_ROWS, 200, "rows", "steps that a rule pack prices")                                \
    row(LIMIT_PLAN_DIGITS, 12, "digits", "the cost of one step, before its point")                     \
    row(LIMIT_PLAN_MONTHS, 240, "months", "how long one step of a plan takes")                         \
    row(LIMIT_BUNDLE_FILES, 10000, "files", "evidence in one hand-over package")                    \
    row(LIMIT_BUNDLE_BYTES, 2000000000, "bytes", "all files of one hand-over package")              \
    row(LIMIT_BUNDLE_MANIFEST, 16777216, "bytes", "the manifest of a hand-over package")            \
    row(LIMIT_PLAN_STATES, 500000, "states", "looked at to prove one plan the cheapest")              \
    row(LIMIT_STORE_WAIT_MS, 5000, "milliseconds", "waiting for another writer of an assessment file") \
    row(LIMIT_STORE_RUN_MS, 30000, "milliseconds", "one statement over an assessment file")
/* clang-format on */

enum limit {
#define LIMIT_ENUM(name, value, unit, what) name = value,
    LIMITS(LIMIT_ENUM)
#undef LIMIT_ENUM
};

#endif
