/* script_api: what a script of `spbe run` can call.
 *
 * One table, the only list of its kind: the worker makes the Lua functions from it, the program finds
 * there what does the work, `spbe help script` is printed from it. A row:
 *
 *     enum name, Lua name, shape, how it is called, the function that does it, meaning
 *
 * The letters of a shape are the arguments, then "=" and what comes back:
 *
 *     a  the assessment whose method it is         w  the output whose method it is
 *     k  the workbook whose method it is
 *     t  a text                                    n  a whole number
 *     b  true or false                             l  a text or a list of texts
 *     c  options: names and values                 v  any value that JSON can hold
 *     d  a value of an indicator: a text or a whole number
 *     i  an input: a file, an open assessment, or a document
 *     I  an input or a list of them                ?  what follows may be left out
 *
 *     =v a value          =a an assessment         =w an output          =p a walk over pages
 *     =k a workbook
 *
 * A call travels as {"call":12,"with":[…]}: the number of its row and its arguments, null for those that
 * were left out; an assessment or output is {"open":3}, a document {"document":{…}}, a file its path. */
#ifndef SPBE_SCRIPT_API_H
#define SPBE_SCRIPT_API_H

#include "lang.h"

#include <stdbool.h>
#include <stdio.h>

enum { SCRIPT_ARGUMENTS = 6 }; /* most letters of a shape, "?" apart */
enum {
    SCRIPT_FILE_NAME = 128
}; /* most bytes of the name of a file that is included, with its NUL */

/* clang-format off */
#define SCRIPT_FILE_CALLS(row)                                                                     \
    row(SCRIPT_READ, "read", "t=v", "spbe.read(file) → text", do_read,                             \
        N_("the whole content of a text file (UTF-8)"))                                            \
    row(SCRIPT_WRITE, "write", "tt=v", "spbe.write(file, text)", do_write,                         \
        N_("writes a file, whole or not at all; \"-\" is standard output"))                        \
    row(SCRIPT_READ_JSON, "read_json", "t=v", "spbe.read_json(file) → value", do_read_json,        \
        N_("the one JSON document of a file; null is absent, a number with decimals is a text"))   \
    row(SCRIPT_WRITE_JSON, "write_json", "tv=v", "spbe.write_json(file, value)", do_write_json,    \
        N_("writes a value as one line of JSON, keys sorted"))                                     \
    row(SCRIPT_DOCUMENTS, "documents", "t=p", "spbe.documents(file) → walk", do_documents,         \
        N_("for item in spbe.documents(\"kota.jsonl\"): one JSON document after another, each as item.value; one that cannot be read has item.problem instead")) \
    row(SCRIPT_READ_TABLE, "read_table", "t?v=v", "spbe.read_table(file [, sheet]) → rows", do_read_table, \
        N_("the cells of a CSV file or of a sheet (by name or number) of an XLSX workbook: a list of rows, each a list of texts; \"\" is a blank cell")) \
    row(SCRIPT_WRITE_CSV, "write_csv", "tv?t=v", "spbe.write_csv(file, rows [, separator])", do_write_csv, \
        N_("writes a list of rows, each a list of texts, numbers, and false for a blank, as CSV"))  \
    row(SCRIPT_SHOW, "show", "v=v", "spbe.show(rows)", do_show,                                    \
        N_("prints a list of rows, as write_csv takes them, in aligned columns; the first row holds the titles")) \
    row(SCRIPT_FILES, "files", "t?t=v", "spbe.files(folder [, ending]) → list", do_files,          \
        N_("the files of a folder that was allowed, sorted, with their paths; ending: only such (\".spbe\")")) \
    row(SCRIPT_EXISTS, "exists", "t=v", "spbe.exists(file) → boolean", do_exists,                  \
        N_("whether a file is there that the script may use"))                                     \
    row(SCRIPT_OUTPUT, "output", "t=w", "spbe.output(file) → output", do_output,                   \
        N_("a file to be written in pieces; it appears whole when it is closed"))                  \
    row(SCRIPT_OUTPUT_WRITE, "write", "wt=v", "output:write(text)", do_output_write,               \
        N_("adds a text to the output"))                                                           \
    row(SCRIPT_OUTPUT_CLOSE, "close", "w=v", "output:close()", do_output_close,                    \
        N_("gives the output its name; one that is not closed is thrown away"))                    \
    row(SCRIPT_TELL, "tell", "t=v", "spbe.tell(text)", do_tell,                                    \
        N_("writes a line for people, to standard error"))

#define SCRIPT_BOOK_CALLS(row)                                                                     \
    row(SCRIPT_WORKBOOK, "workbook", "t?c=k", "spbe.workbook(file [, options]) → workbook", do_workbook, \
        N_("begins a workbook (XLSX) or a page (HTML) that the script draws itself; options: year, which dates it")) \
    row(SCRIPT_WORKBOOK_CLOSE, "close", "k=v", "workbook:close()", do_workbook_close,              \
        N_("gives the drawing its name; one that is not closed is thrown away"))

#define SCRIPT_STORE_CALLS(row)                                                                    \
    row(SCRIPT_CREATE, "create", "tc=a", "spbe.create(file, about) → assessment", do_create,       \
        N_("makes an assessment file; about: instrument, agency, kind, year"))                     \
    row(SCRIPT_OPEN, "open", "t=a", "spbe.open(file) → assessment", do_open,                       \
        N_("opens an assessment file (.spbe)"))                                                    \
    row(SCRIPT_ABOUT, "about", "a=v", "assessment:about() → table", do_about,                      \
        N_("file, instrument, agency, kind, year, entries (in its history)"))                      \
    row(SCRIPT_DOCUMENT, "document", "a=v", "assessment:document() → table", do_document,          \
        N_("everything that was answered, as the document that 'spbe export' writes"))             \
    row(SCRIPT_BEGIN, "begin", "a=v", "assessment:begin()", do_begin,                              \
        N_("begins a step: the changes that follow become lasting together"))                      \
    row(SCRIPT_COMMIT, "commit", "a=v", "assessment:commit() → number", do_commit,                 \
        N_("makes the step lasting; gives the number of changes. Without begin, each change is a step")) \
    row(SCRIPT_ROLLBACK, "rollback", "a=v", "assessment:rollback()", do_rollback,                  \
        N_("takes back what was changed since begin"))                                             \
    row(SCRIPT_CLOSE, "close", "a=v", "assessment:close()", do_close,                              \
        N_("closes the file; a step that was not committed is taken back"))

#define SCRIPT_CHANGE_CALLS(row)                                                                   \
    row(SCRIPT_ANSWER, "answer", "att?t=v", "assessment:answer(criterion, word [, note]) → number", answer, \
        N_("answers a criterion or an item that scores: \"yes\", \"no\", \"-\"; gives the number of changes, as all that follow do")) \
    row(SCRIPT_CLAIM, "claim", "atd?t=v", "assessment:claim(indicator, value [, note]) → number", claim, \
        N_("states the level that the agency claims; \"-\" takes it back"))                        \
    row(SCRIPT_RATE, "rate", "atdt?t=v", "assessment:rate(indicator, value, reason [, stage]) → number", rate, \
        N_("sets an assessor's value"))                                                            \
    row(SCRIPT_MEASURE, "measure", "atd?t=v", "assessment:measure(indicator, value [, index]) → number", measure, \
        N_("gives the value of an outside index"))                                                 \
    row(SCRIPT_NOTE, "note", "att=v", "assessment:note(indicator, text) → number", note,        \
        N_("sets the agency's note on an indicator"))                                              \
    row(SCRIPT_SET, "set", "atd=v", "assessment:set(what, value) → number", set,                \
        N_("corrects \"agency\", \"kind\", \"year\" or \"deadline\""))                             \
    row(SCRIPT_DEADLINE, "deadline", "att=v", "assessment:deadline(unit, day) → number", deadline, \
        N_("sets a deadline for one unit (\"2026-12-15\"); \"-\" takes it away"))                  \
    row(SCRIPT_UNIT, "unit", "at=v", "assessment:unit(name) → number", unit,                    \
        N_("adds a unit"))                                                                         \
    row(SCRIPT_ASSIGN, "assign", "atl=v", "assessment:assign(unit, indicators) → number", assign, \
        N_("gives indicators to a unit; \"-\" takes them from theirs"))                            \
    row(SCRIPT_SUBMIT, "submit", "al=v", "assessment:submit(indicators) → number", submit,      \
        N_("hands indicators in for review"))                                                      \
    row(SCRIPT_GIVE_BACK, "give_back", "alt=v", "assessment:give_back(indicators, reason) → number", give_back, \
        N_("returns indicators to be reworked"))                                                   \
    row(SCRIPT_LOCK, "lock", "al=v", "assessment:lock(indicators) → number", lock,              \
        N_("closes indicators against any change"))                                                \
    row(SCRIPT_CONFIRM, "confirm", "a?l=v", "assessment:confirm([indicators]) → number", confirm, \
        N_("confirms what was carried over; without indicators, all of it"))                       \
    row(SCRIPT_EXPLANATION, "explanation", "atc=v", "assessment:explanation(level, texts) → number", explanation, \
        N_("writes the explanation of a level (\"I11.3\"); texts: text, or facts and analysis"))   \
    row(SCRIPT_GENERAL, "general", "att=v", "assessment:general(question, answer) → number", general, \
        N_("answers a general question by its id (\"PU1\")"))                                      \
    row(SCRIPT_ATTACH, "attach", "alt?c=v", "assessment:attach(targets, file [, about]) → ids", attach, \
        N_("puts a document forward for criteria and indicators; about: title, number, date, unit, pages, note; gives the ids of the evidence")) \
    row(SCRIPT_SUPPORT, "support", "atl=v", "assessment:support(evidence, targets) → ids", support, \
        N_("lets evidence support more criteria"))                                                 \
    row(SCRIPT_DESCRIBE, "describe", "atc=v", "assessment:describe(evidence, about) → number", describe, \
        N_("describes evidence otherwise; about as for attach"))                                   \
    row(SCRIPT_REPLACE, "replace", "att?c=v", "assessment:replace(evidence, file [, about]) → ids", replace, \
        N_("puts a newer version of a document in the place of evidence"))                         \
    row(SCRIPT_WITHDRAW, "withdraw", "att?b=v", "assessment:withdraw(evidence, reason [, purge]) → number", withdraw, \
        N_("takes evidence back; purge: its content goes for good"))                               \
    row(SCRIPT_MERGE, "merge", "ai?b=v", "assessment:merge(input [, anyway]) → number", merge,  \
        N_("takes in what a filled-in assessment says; anyway: also of another agency, kind or year")) \
    row(SCRIPT_FORM, "form", "al?tbc=v", "assessment:form(files [, right [, anyway [, options]]]) → table", form, \
        N_("takes in forms that were filled in and workbooks of conflicts that were decided, all of them or none; gives taken, same, kept, conflicts, undecided. right: \"form\" or \"file\" wins where both were changed; else that is an error, and every such place is told; options: evidence, a folder that was allowed, with the files that the forms name; conflicts, a new workbook (XLSX) for what is in dispute, to be decided and taken in like a form, while the rest is taken in")) \
    row(SCRIPT_CARRY, "carry", "at?b=v", "assessment:carry(file [, anyway]) → table", carry,    \
        N_("carries answers and evidence over from an earlier assessment file; gives answers, evidence, indicators")) \
    row(SCRIPT_LEVELS, "levels", "at=v", "assessment:levels(file) → number", levels,               \
        N_("takes the levels of a plain table (XLSX or CSV, columns 'indikator' and 'tingkat') in as claims")) \
    row(SCRIPT_INSPECT, "inspect", "a?t=v", "assessment:inspect([indicator]) → number", inspect,   \
        N_("looks inside the PDFs among the evidence again; gives how many"))                      \
    row(SCRIPT_KEEP, "keep", "al=v", "assessment:keep(rules) → number", keep,                      \
        N_("keeps rules in the file, so that results can be proved by them later"))

#define SCRIPT_GIVE_CALLS(row)                                                                     \
    row(SCRIPT_QUESTIONS, "questions", "a=v", "assessment:questions() → list", do_questions,       \
        N_("the general questions and their answers: id, text, answer"))                           \
    row(SCRIPT_WRITE_FORM, "write_form", "at?c=v", "assessment:write_form(file [, options]) → number", do_write_form, \
        N_("writes a form to be filled in (XLSX), gives how many indicators it asks for; options: unit, indicators (a list)")) \
    row(SCRIPT_WRITE_REGISTER, "write_register", "at?c=v", "assessment:write_register(file [, options]) → number", do_write_register, \
        N_("writes all evidence as a table (XLSX, HTML or CSV), with its state and warnings; gives how many items; options: indicator, all (items that were replaced, too)")) \
    row(SCRIPT_BUNDLE, "bundle", "at=v", "assessment:bundle(file) → table", do_bundle,             \
        N_("writes the hand-over package (zip); gives files, listed, manifest (its SHA-256). A file that is there is never replaced")) \
    row(SCRIPT_PORTAL, "portal", "at=v", "assessment:portal(folder) → table", do_portal,           \
        N_("writes what the official application takes into a new folder; gives indicators, unfit")) \
    row(SCRIPT_CHECK_BUNDLE, "check_bundle", "t=v", "spbe.check_bundle(file) → table", do_check_bundle, \
        N_("checks a hand-over package; gives findings (where, what; empty when it is whole), files, manifest"))

#define SCRIPT_CASE_CALLS(row)                                                                     \
    row(SCRIPT_EVIDENCE, "evidence", "a?t=v", "assessment:evidence([indicator]) → list", do_evidence, \
        N_("evidence, withdrawn and replaced items too: id, indicator, title, file, sha256, supports and more")) \
    row(SCRIPT_SAVE, "save", "att=v", "assessment:save(evidence, file)", do_save,                  \
        N_("writes the content of evidence to a file"))                                            \
    row(SCRIPT_UNITS, "units", "a=v", "assessment:units() → list", do_units,                       \
        N_("units in the order in which they came: name, deadline, indicators"))                   \
    row(SCRIPT_STATUS, "status", "a=v", "assessment:status() → table", do_status,                  \
        N_("what is missing, by domain, unit and indicator, as 'spbe status --json' tells it"))    \
    row(SCRIPT_HISTORY, "history", "a?tn=v", "assessment:history([indicator [, from]]) → list", do_history, \
        N_("who changed what and when; from: number of the first entry"))                          \
    row(SCRIPT_VERIFY, "verify", "a=v", "assessment:verify() → list", do_verify,                   \
        N_("checks everything; a list of findings (where, what), empty when all is well"))         \
    row(SCRIPT_EXPORT, "export", "at=v", "assessment:export(file)", do_export,                     \
        N_("writes the assessment as JSON"))                                                       \
    row(SCRIPT_COPY, "copy", "at=v", "assessment:copy(file)", do_copy,                             \
        N_("writes a compact copy of the assessment file"))

#define SCRIPT_RESULT_CALLS(row)                                                                   \
    row(SCRIPT_EVALUATE, "evaluate", "i?c=v", "spbe.evaluate(input [, options]) → result", do_evaluate, \
        N_("the result document (spbe-report/1); options: basis, rules (a list), form (\"summary\", \"plain\", \"full\")")) \
    row(SCRIPT_RESULTS, "results", "I?c=p", "spbe.results(inputs [, options]) → walk", do_results, \
        N_("for item in spbe.results(files): one assessment after another, of streams too: item.name, and item.result or item.problem; options as evaluate")) \
    row(SCRIPT_EXPLAIN, "explain", "it?c=v", "spbe.explain(input, indicator [, options]) → text", do_explain, \
        N_("the proof of one indicator's value; options: basis, rules"))                           \
    row(SCRIPT_PLAN, "plan", "ic=v", "spbe.plan(input, options) → plan", do_plan,                  \
        N_("the cheapest way to a target (spbe-plan/1); options: target, by, from, per_unit, aspects, keep, costs, basis, rules, output (XLSX, HTML or JSON), template")) \
    row(SCRIPT_COSTS, "costs", "it?c=v", "spbe.costs(input, file [, options])", do_costs,          \
        N_("writes the costs of steps as CSV, to be filled in for plan; options: costs (a file to start from), basis, rules")) \
    row(SCRIPT_WHAT_IF, "what_if", "il?c=v", "spbe.what_if(input, changes [, options]) → effect", do_what_if, \
        N_("what changes would bring (spbe-what-if/1): {\"I11=4\", \"I22.3.a=yes\"}; options: basis, rules"))

#define SCRIPT_REPORT_CALLS(row)                                                                   \
    row(SCRIPT_COMPARE, "compare", "I?c=v", "spbe.compare(inputs [, options]) → comparison", do_compare, \
        N_("assessments side by side (spbe-comparison/1); options: basis (one or a list), units (a list of names; empty: all), rules, output (XLSX, HTML or JSON), template")) \
    row(SCRIPT_ROLLUP, "rollup", "I?c=v", "spbe.rollup(inputs [, options]) → summary", do_rollup,  \
        N_("many assessments together (spbe-rollup/1); options: basis, rules, output (XLSX, HTML, CSV or JSON: then the rows are left out of the summary), template")) \
    row(SCRIPT_REPORT, "report", "it?c=v", "spbe.report(input, file [, options])", do_report,      \
        N_("writes a report (XLSX, HTML or JSON); options: template, previous (an input), target, basis, rules")) \
    row(SCRIPT_PAPERS, "papers", "it?c=v", "spbe.papers(input, folder [, options])", do_papers,    \
        N_("writes all papers about a result into a new folder; options: previous, target, formats (\"xlsx\", \"html\"), basis, rules")) \
    row(SCRIPT_TEMPLATES, "templates", "=v", "spbe.templates() → list", do_templates,              \
        N_("the templates that come with the program: name, title"))                               \
    row(SCRIPT_DRAW, "draw", "ttv?c=v", "spbe.draw(file, template, document [, options])", do_draw, \
        N_("draws a workbook or a page by a template over any table, which it finds as `report`; options: year, which dates it, and whatever the template wants"))

#define SCRIPT_RULES_CALLS(row)                                                                    \
    row(SCRIPT_PACKS, "packs", "=v", "spbe.packs() → list", do_packs,                              \
        N_("ids of the rule packs that come with the program"))                                    \
    row(SCRIPT_RULES, "rules", "t?n=v", "spbe.rules(pack [, year]) → table", do_rules,             \
        N_("what a rule pack holds, as 'spbe rules show --json' tells it"))                        \
    row(SCRIPT_IMPACT, "impact", "lI?c=v", "spbe.impact(rules, inputs [, options]) → table", do_impact, \
        N_("what overlays change for assessments (spbe-impact/1); options: basis"))                \
    row(SCRIPT_DIFF, "diff", "ll=v", "spbe.diff(rules, others) → table", do_diff,                  \
        N_("what differs between two sets of rules (spbe-rules-diff/1); \"spbe-2020@2024\" takes them as they hold in a year")) \
    row(SCRIPT_CHECK_RULES, "check_rules", "l=v", "spbe.check_rules(rules) → table", do_check_rules, \
        N_("whether rules are sound, as 'spbe rules check --json' tells it"))                      \
    row(SCRIPT_TEST_RULES, "test_rules", "l=v", "spbe.test_rules(rules) → table", do_test_rules,   \
        N_("computes the examples that a pack carries; gives examples, numbers, different"))       \
    row(SCRIPT_REPRODUCE, "reproduce", "at=v", "assessment:reproduce(result) → table", do_reproduce, \
        N_("computes a saved result (a JSON file) again, by the rules that the file keeps; gives same, compared, differs (of, key, was, now), changed, missing"))

#define SCRIPT_CALLS(row)                                                                          \
    SCRIPT_FILE_CALLS(row)                                                                         \
    SCRIPT_BOOK_CALLS(row)                                                                         \
    SCRIPT_STORE_CALLS(row)                                                                        \
    SCRIPT_CHANGE_CALLS(row)                                                                       \
    SCRIPT_CASE_CALLS(row)                                                                         \
    SCRIPT_GIVE_CALLS(row)                                                                         \
    SCRIPT_RESULT_CALLS(row)                                                                       \
    SCRIPT_REPORT_CALLS(row)                                                                       \
    SCRIPT_RULES_CALLS(row)

/* One row a function that only calculates, in the worker: Lua name, how it is called, the function, meaning. */
#define SCRIPT_LOCALS(row)                                                                         \
    row("json", "spbe.json(value) → text", local_json, N_("a value as JSON, keys sorted"))         \
    row("parse", "spbe.parse(text) → value", local_parse, N_("the value of a JSON text"))          \
    row("split", "spbe.split(text, separator) → list", local_split,                                \
        N_("the pieces of a text between separators"))                                             \
    row("trim", "spbe.trim(text) → text", local_trim, N_("a text without blanks at its ends"))     \
    row("add", "spbe.add(number, number) → number", local_add,                                     \
        N_("exact sum; numbers are whole, or texts such as \"2.98\" and \"7/6\", and so are results")) \
    row("subtract", "spbe.subtract(number, number) → number", local_subtract, N_("exact difference")) \
    row("multiply", "spbe.multiply(number, number) → number", local_multiply, N_("exact product")) \
    row("divide", "spbe.divide(number, number) → number", local_divide, N_("exact quotient"))      \
    row("compare_numbers", "spbe.compare_numbers(number, number) → number", local_compare,         \
        N_("-1, 0 or 1: the first is less, equal, more"))                                          \
    row("round", "spbe.round(number [, places]) → text", local_round,                              \
        N_("rounded half up, with a decimal point; two places unless told"))                       \
    row("decimal", "spbe.decimal(number [, places]) → text", local_decimal,                        \
        N_("as round, with the decimal sign of the reader's language"))                            \
    row("sample", "spbe.sample(list, count, seed) → list", local_sample,                           \
        N_("items drawn at random, in the order of the draw; the same list and seed (a text) give the same items on every machine"))

/* The functions of a template (DRAWING_FUNCTIONS) that a script finds in `spbe`, too. */
#define SCRIPT_DRAWN(row) row("exact") row("ref") row("fixed") row("at") row("quote") row("is_address") row("lines") row("cut")

/* One row a function of the worker that is no part of `spbe`: how it is called, meaning. */
#define SCRIPT_GLOBALS(row)                                                                        \
    row("include(file) → value",                                                                   \
        N_("runs another file of Lua, once, and gives what it returns; the file lies beside the script or is one that the script may use"))

/* One row a function of the worker about the run itself: Lua name, how it is called, meaning. */
#define SCRIPT_CONTROLS(row)                                                                       \
    row(exit, "spbe.exit([status])", \
        N_("ends the script at once; status 0 to 7, see 'spbe help exit'"))                        \
    row(fail, "spbe.fail(text)", \
        N_("ends the script with a sentence for its user and exit status 3: its input cannot be used")) \
    row(options, "spbe.options(declared) → table", \
        N_("what stands behind the script's name: words, a list, and the options by their names. declared: about, arguments, least and most words, and a list of options {name, argument or \"\", meaning}, with needed = true, default, whole = true (a whole number; least) or one_of (a list) where these hold; texts may be {id, en}, by name. --help prints all of it")) \
    row(text, "spbe.text(indonesian, english [, ...]) → text",                                     \
        N_("the text in the reader's language; with more, they go into it as string.format does it")) \
    row(today, "spbe.today() → text", \
        N_("the day, \"2026-11-22\"; --today fixes it"))
/* clang-format on */

enum script_number {
#define SCRIPT_NUMBER(name, lua, shape, call, handler, meaning) name,
    SCRIPT_CALLS(SCRIPT_NUMBER)
#undef SCRIPT_NUMBER
        SCRIPT_CALL_COUNT
};

/* What the worker and the manual need of a row. */
struct script_row {
    const char *name, *shape, *call, *meaning;
};

/* The rows, by number. */
extern const struct script_row script_rows[SCRIPT_CALL_COUNT];

/* What a call gives back: the letter behind "=". */
char script_row_result(const struct script_row *row);

/* True for the letters of what has methods: an assessment, an output, a workbook. */
bool script_api_is_owner(char letter);
/* True for a function of DRAWING_FUNCTIONS that scripts have. */
bool script_api_is_drawn(const char *name);

/* Writes the list of functions for `spbe help script`. */
void script_api_help(FILE *out);

#endif
