#include "support_hostile.h"

#include <stdint.h>
#include <string.h>

#define HEAD "{\"format\":\"spbe-assessment/1\",\"instrument\":\"spbe-2020\",\"year\":2024"
#define TOP(members) HEAD "," members "}"
#define I01(members) TOP("\"answers\":{\"I01\":{" members "}}")
#define CRITERIA(members) I01("\"criteria\":{" members "}")
#define EVIDENCE(members) I01("\"evidence\":[{" members "}]")
#define STAGES(members) I01("\"stages\":[{" members "}]")
#define SHA "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde"

/* ---- made by functions ---------------------------------------------------------------------------- */

static void repeat(struct text *out, const char *piece, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        text_add(out, piece);
    }
}

/* Text, `count` pieces, text. */
static void around(struct text *out, const char *before, const char *piece, size_t count,
                   const char *behind)
{
    text_add(out, before);
    repeat(out, piece, count);
    text_add(out, behind);
}

static void make_deep_list(struct text *out)
{
    around(out, HEAD ",\"answers\":", "[", 100000, "");
}

static void make_deep_object(struct text *out)
{
    around(out, HEAD ",\"answers\":", "{\"I01\":", 100000, "");
}

static void make_deep_before_instrument(struct text *out)
{
    text_add(out, "{\"answers\":");
    repeat(out, "[", 50000);
    repeat(out, "]", 50000);
    text_add(out, ",\"format\":\"spbe-assessment/1\",\"instrument\":\"spbe-2020\",\"year\":2024}");
}

static void make_brackets_only(struct text *out)
{
    repeat(out, "[", 1000000);
}

static void make_too_large(struct text *out)
{
    around(out, HEAD, " ", 2097152, "}");
}

static void make_largest(struct text *out)
{
    around(out, HEAD, " ", 2097152 - strlen(HEAD) - 1, "}");
}

static void make_many_values(struct text *out)
{
    text_add(out, HEAD ",\"answers\":{\"I01\":{\"evidence\":[{}");
    repeat(out, ",{}", 50000);
    text_add(out, "]}}}");
}

static void make_most_values(struct text *out)
{
    /* The document, three values at the top, answers, I01, the list, and the items. */
    text_add(out, HEAD ",\"answers\":{\"I01\":{\"evidence\":[{}");
    repeat(out, ",{}", 50000 - 8);
    text_add(out, "]}}}");
}

static void make_many_zeros(struct text *out)
{
    around(out, HEAD ",\"answers\":[0", ",0", 1000000, "]}");
}

static void make_many_keys(struct text *out)
{
    text_add(out, HEAD ",\"answers\":{");
    for (int i = 0; i < 40000; i++) {
        text_format(out, "\"X%d\":{},", i);
    }
    text_add(out, "\"Y\":{}}}");
}

static void make_many_repeated_keys(struct text *out)
{
    around(out, HEAD ",\"answers\":{\"I01\":{}", ",\"I01\":{}", 40000, "}}");
}

static void make_long_text(struct text *out)
{
    around(out, HEAD ",\"answers\":{\"I01\":{\"note\":\"", "a", 32768, "\"}}}");
}

static void make_longest_text(struct text *out)
{
    around(out, HEAD ",\"answers\":{\"I01\":{\"note\":\"", "a", 32767, "\"}}}");
}

static void make_long_escaped_text(struct text *out)
{
    around(out, HEAD ",\"answers\":{\"I01\":{\"note\":\"", "\\u00e9", 16384, "\"}}}");
}

static void make_huge_text(struct text *out)
{
    around(out, HEAD ",\"agency\":{\"name\":\"", "abcdefgh", 260000, "\"}}");
}

static void make_unclosed_text(struct text *out)
{
    around(out, HEAD ",\"agency\":{\"name\":\"", "abcdefgh", 260000, "");
}

static void make_backslashes(struct text *out)
{
    around(out, HEAD ",\"agency\":{\"name\":\"", "\\\\", 1000000, "");
}

static void make_long_key(struct text *out)
{
    around(out, HEAD ",\"", "k", 1000000, "\":1}");
}

static void make_long_key_inside(struct text *out)
{
    around(out, HEAD ",\"answers\":{\"", "é", 100000, "\":{}}}");
}

static void make_long_number(struct text *out)
{
    around(out, HEAD ",\"answers\":{\"I01\":{\"claimed\":", "9", 1000000, "}}}");
}

static void make_long_exponent(struct text *out)
{
    around(out, HEAD ",\"answers\":{\"I01\":{\"claimed\":1e", "9", 1000000, "}}}");
}

static void make_long_kind(struct text *out)
{
    around(out, HEAD ",\"agency\":{\"kind\":\"", "kota", 100000, "\"}}");
}

static void make_long_instrument(struct text *out)
{
    around(out, "{\"format\":\"spbe-assessment/1\",\"instrument\":\"", "s", 100,
           "\",\"year\":2024}");
}

static void make_long_criterion(struct text *out)
{
    around(out, HEAD ",\"answers\":{\"I01\":{\"criteria\":{\"I01.2.a", "a", 500000, "\":{}}}}}");
}

static void make_many_supports(struct text *out)
{
    around(out, HEAD ",\"answers\":{\"I01\":{\"evidence\":[{\"supports\":[\"I01.2.a\"",
           ",\"I01.2.a\"", 40000, "]}]}}}");
}

static void make_white_space(struct text *out)
{
    repeat(out, " \n\t\r", 500000);
}

static void make_line_breaks_before_fault(struct text *out)
{
    around(out, HEAD ",", "\n", 1000000, "x}");
}

static void make_every_byte(struct text *out)
{
    for (int byte = 0; byte < 256; byte++) {
        text_add_byte(out, (char)byte);
    }
}

/* ---- the table ------------------------------------------------------------------------------------ */

#define BAD(name, id, path, bytes)                     \
    {                                                  \
        name, id, path, bytes, sizeof(bytes) - 1, NULL \
    }
#define MADE(name, id, path, make)    \
    {                                 \
        name, id, path, NULL, 0, make \
    }
#define GOOD(name, bytes)                                \
    {                                                    \
        name, NULL, NULL, bytes, sizeof(bytes) - 1, NULL \
    }
#define MADE_GOOD(name, make)           \
    {                                   \
        name, NULL, NULL, NULL, 0, make \
    }

static const struct hostile documents[] = {
    /* not JSON */
    BAD("empty", "JSON_EMPTY", "$", ""),
    BAD("white-space", "JSON_EMPTY", "$", " \n "),
    BAD("one-nul", "JSON_EXPECTED", "$", "\0"),
    BAD("text-file", "JSON_EXPECTED", "$", "Indeks SPBE 2024\n"),
    BAD("csv", "JSON_EXPECTED", "$", "indikator;nilai\nI01;3\n"),
    BAD("xml", "JSON_EXPECTED", "$", "<?xml version=\"1.0\"?><a/>"),
    BAD("zip", "JSON_EXPECTED", "$", "PK\003\004\024\0\0\0"),
    BAD("sqlite", "JSON_EXPECTED", "$", "SQLite format 3\0"),
    BAD("pdf", "JSON_EXPECTED", "$", "%PDF-1.7\n"),
    BAD("utf16", "JSON_EXPECTED", "$", "\xFF\xFE{\0}\0"),
    BAD("byte-order-mark", "JSON_BOM", "$", "\xEF\xBB\xBF" HEAD "}"),
    BAD("null", "JSON_TYPE", "$", "null"),
    BAD("list", "JSON_TYPE", "$", "[" HEAD "}]"),
    BAD("text", "JSON_TYPE", "$", "\"spbe-assessment/1\""),
    BAD("number", "JSON_TYPE", "$", "3"),
    BAD("unclosed", "JSON_CUT", "$.year", HEAD),
    BAD("unclosed-inside", "JSON_CUT", "$.answers.I01", HEAD ",\"answers\":{\"I01\":{}"),
    BAD("cut-in-key", "JSON_CUT", "$.answe", HEAD ",\"answe"),
    BAD("cut-in-number", "JSON_CUT", "$.year", "{\"instrument\":\"spbe-2020\",\"year\":2024"),
    BAD("cut-in-word", "JSON_EXPECTED", "$.answers.I01.note",
        HEAD ",\"answers\":{\"I01\":{\"note\":nul"),
    BAD("cut-in-escape", "JSON_ESCAPE", "$.answers.I01.note",
        HEAD ",\"answers\":{\"I01\":{\"note\":\"\\u00"),
    BAD("behind-the-end", "JSON_AFTER", "$", HEAD "}x"),
    BAD("nul-behind-the-end", "JSON_AFTER", "$", HEAD "}\0"),
    BAD("trailing-comma", "JSON_EXPECTED", "$", HEAD ",}"),
    BAD("trailing-comma-inside", "JSON_EXPECTED", "$.answers.I01",
        TOP("\"answers\":{\"I01\":{\"claimed\":3,}}")),
    BAD("comment", "JSON_EXPECTED", "$", "{/* x */}"),
    BAD("single-quotes", "JSON_EXPECTED", "$", "{'format':'spbe-assessment/1'}"),
    BAD("no-quotes", "JSON_EXPECTED", "$", "{format:1}"),
    BAD("missing-colon", "JSON_EXPECTED", "$.format", "{\"format\" \"spbe-assessment/1\"}"),
    BAD("missing-comma", "JSON_EXPECTED", "$.answers.I01.claimed",
        I01("\"claimed\":3 \"verified\":3")),
    BAD("nan", "JSON_EXPECTED", "$.answers.I01.claimed", I01("\"claimed\":nan")),
    BAD("infinity", "JSON_NUMBER", "$.answers.I01.claimed", I01("\"claimed\":-Infinity")),
    /* texts */
    BAD("latin-1", "JSON_UTF8", "$.agency.name", TOP("\"agency\":{\"name\":\"Jos\xE9\"}")),
    BAD("overlong", "JSON_UTF8", "$.agency.name", TOP("\"agency\":{\"name\":\"\xC0\xAF\"}")),
    BAD("surrogate-bytes", "JSON_UTF8", "$.agency.name",
        TOP("\"agency\":{\"name\":\"\xED\xA0\x80\"}")),
    BAD("cut-character", "JSON_UTF8", "$.agency.name", TOP("\"agency\":{\"name\":\"\xE2\x82\"}")),
    BAD("bad-key", "JSON_UTF8", "$.agency[\"?\"]", TOP("\"agency\":{\"\xFF\":\"x\"}")),
    BAD("line-break", "JSON_CONTROL", "$.answers.I01.note", I01("\"note\":\"a\nb\"")),
    BAD("tab", "JSON_CONTROL", "$.answers.I01.note", I01("\"note\":\"a\tb\"")),
    BAD("nul-in-text", "JSON_CONTROL", "$.answers.I01.note", I01("\"note\":\"a\0b\"")),
    BAD("escape-sequence", "JSON_CONTROL", "$.answers.I01.note", I01("\"note\":\"\x1B[2J\"")),
    BAD("escaped-nul", "JSON_NUL", "$.answers.I01.note", I01("\"note\":\"a\\u0000b\"")),
    BAD("escaped-nul-in-key", "JSON_NUL", "$.answers.I01[\"claimed\\u0000x\"]",
        I01("\"claimed\\u0000x\":3")),
    BAD("lone-surrogate", "JSON_SURROGATE", "$.answers.I01.note", I01("\"note\":\"\\ud800\"")),
    BAD("surrogates-swapped", "JSON_SURROGATE", "$.answers.I01.note",
        I01("\"note\":\"\\ude00\\ud83d\"")),
    BAD("unknown-escape", "JSON_ESCAPE", "$.answers.I01.note", I01("\"note\":\"C:\\data\"")),
    BAD("cut-unit", "JSON_ESCAPE", "$.answers.I01.note", I01("\"note\":\"\\u12\"")),
    /* keys */
    BAD("unknown-key", "JSON_UNKNOWN_KEY", "$.anwers", TOP("\"anwers\":{}")),
    BAD("empty-key", "JSON_UNKNOWN_KEY", "$[\"\"]", TOP("\"\":1")),
    BAD("key-in-capitals", "JSON_UNKNOWN_KEY", "$.Year", TOP("\"Year\":2024")),
    BAD("key-with-space", "JSON_UNKNOWN_KEY", "$[\"year \"]", TOP("\"year \":2024")),
    BAD("key-prefix", "JSON_UNKNOWN_KEY", "$.answer", TOP("\"answer\":{}")),
    BAD("key-prototype", "JSON_UNKNOWN_KEY", "$.__proto__", TOP("\"__proto__\":{}")),
    BAD("unknown-key-of-agency", "JSON_UNKNOWN_KEY", "$.agency.nama",
        TOP("\"agency\":{\"nama\":\"x\"}")),
    BAD("unknown-key-of-indicator", "JSON_UNKNOWN_KEY", "$.answers.I01.claim", I01("\"claim\":3")),
    BAD("unknown-key-of-criterion", "JSON_UNKNOWN_KEY",
        "$.answers.I01.criteria[\"I01.2.a\"].answer", CRITERIA("\"I01.2.a\":{\"answer\":true}")),
    BAD("unknown-key-of-evidence", "JSON_UNKNOWN_KEY", "$.answers.I01.evidence[0].judul",
        EVIDENCE("\"judul\":\"x\"")),
    BAD("unknown-key-of-stage", "JSON_UNKNOWN_KEY", "$.answers.I01.stages[0].level",
        STAGES("\"level\":3")),
    BAD("report-for-assessment", "JSON_UNKNOWN_KEY", "$.answers.I01.supported",
        I01("\"supported\":2")),
    BAD("key-twice", "JSON_DUPLICATE_KEY", "$.year", TOP("\"year\":2024")),
    BAD("key-twice-null", "JSON_DUPLICATE_KEY", "$.agency", TOP("\"agency\":null,\"agency\":null")),
    BAD("key-twice-escaped", "JSON_DUPLICATE_KEY", "$[\"ye\\u0061r\"]", TOP("\"ye\\u0061r\":2023")),
    BAD("agency-name-twice", "JSON_DUPLICATE_KEY", "$.agency.name",
        TOP("\"agency\":{\"name\":\"a\",\"name\":\"b\"}")),
    BAD("indicator-twice", "JSON_DUPLICATE_KEY", "$.answers.I01",
        TOP("\"answers\":{\"I01\":{\"claimed\":3},\"I02\":{},\"I01\":{\"claimed\":4}}")),
    BAD("claimed-twice", "JSON_DUPLICATE_KEY", "$.answers.I01.claimed",
        I01("\"claimed\":3,\"claimed\":3")),
    BAD("criterion-twice", "JSON_DUPLICATE_KEY", "$.answers.I01.criteria[\"I01.2.a\"]",
        CRITERIA("\"I01.2.a\":{\"met\":true},\"I01.2.a\":{\"met\":false}")),
    BAD("criterion-twice-apart", "JSON_DUPLICATE_KEY", "$.answers.I01.criteria[\"I01.2.a\"]",
        CRITERIA("\"I01.2.a\":{\"met\":true},\"I01.2.b\":{},\"I01.2.a\":null")),
    BAD("met-twice", "JSON_DUPLICATE_KEY", "$.answers.I01.criteria[\"I01.2.a\"].met",
        CRITERIA("\"I01.2.a\":{\"met\":true,\"met\":true}")),
    BAD("title-twice", "JSON_DUPLICATE_KEY", "$.answers.I01.evidence[0].title",
        EVIDENCE("\"title\":\"a\",\"title\":\"a\"")),
    BAD("question-twice", "JSON_DUPLICATE_KEY", "$.general.PU1",
        TOP("\"general\":{\"PU1\":\"a\",\"PU1\":\"b\"}")),
    BAD("explanation-twice", "JSON_DUPLICATE_KEY", "$.answers.I01.explanations[\"2\"]",
        I01("\"explanations\":{\"2\":\"a\",\"2\":\"b\"}")),
    /* what every document says */
    BAD("nothing-in-it", "EXCHANGE_MISSING", "$", "{}"),
    BAD("no-format", "EXCHANGE_MISSING", "$", "{\"instrument\":\"spbe-2020\",\"year\":2024}"),
    BAD("no-instrument", "EXCHANGE_MISSING", "$",
        "{\"format\":\"spbe-assessment/1\",\"year\":2024}"),
    BAD("no-year", "EXCHANGE_MISSING", "$",
        "{\"format\":\"spbe-assessment/1\",\"instrument\":\"spbe-2020\"}"),
    BAD("null-format", "EXCHANGE_MISSING", "$",
        "{\"format\":null,\"instrument\":\"spbe-2020\",\"year\":2024}"),
    BAD("null-year", "EXCHANGE_MISSING", "$",
        "{\"format\":\"spbe-assessment/1\",\"instrument\":\"spbe-2020\",\"year\":null}"),
    BAD("another-format", "EXCHANGE_FORMAT", "$.format",
        "{\"format\":\"spbe-report/1\",\"engine\":{}}"),
    BAD("next-format", "EXCHANGE_FORMAT", "$.format",
        "{\"format\":\"spbe-assessment/2\",\"instrument\":\"spbe-2020\",\"year\":2024}"),
    BAD("format-number", "JSON_TYPE", "$.format", "{\"format\":1}"),
    BAD("instrument-number", "JSON_TYPE", "$.instrument",
        "{\"format\":\"spbe-assessment/1\",\"instrument\":2020}"),
    BAD("instrument-list", "JSON_TYPE", "$.instrument",
        "{\"format\":\"spbe-assessment/1\",\"instrument\":[\"spbe-2020\"]}"),
    BAD("year-before", "EXCHANGE_YEAR", "$.year",
        "{\"format\":\"spbe-assessment/1\",\"instrument\":\"spbe-2020\",\"year\":2020}"),
    BAD("year-zero", "JSON_RANGE", "$.year",
        "{\"format\":\"spbe-assessment/1\",\"instrument\":\"spbe-2020\",\"year\":0}"),
    BAD("year-negative", "JSON_RANGE", "$.year",
        "{\"format\":\"spbe-assessment/1\",\"instrument\":\"spbe-2020\",\"year\":-2024}"),
    BAD("year-far", "JSON_RANGE", "$.year",
        "{\"format\":\"spbe-assessment/1\",\"instrument\":\"spbe-2020\",\"year\":2101}"),
    BAD("year-huge", "JSON_RANGE", "$.year",
        "{\"format\":\"spbe-assessment/1\",\"instrument\":\"spbe-2020\",\"year\":4294969320}"),
    BAD("year-fraction", "JSON_WHOLE", "$.year",
        "{\"format\":\"spbe-assessment/1\",\"instrument\":\"spbe-2020\",\"year\":2024.0}"),
    BAD("year-text", "JSON_TYPE", "$.year",
        "{\"format\":\"spbe-assessment/1\",\"instrument\":\"spbe-2020\",\"year\":\"2024\"}"),
    BAD("agency-text", "JSON_TYPE", "$.agency", TOP("\"agency\":\"Kota\"")),
    BAD("agency-name-number", "JSON_TYPE", "$.agency.name", TOP("\"agency\":{\"name\":1}")),
    BAD("kind-unknown", "EXCHANGE_KIND", "$.agency.kind", TOP("\"agency\":{\"kind\":\"desa\"}")),
    BAD("kind-capital", "EXCHANGE_KIND", "$.agency.kind", TOP("\"agency\":{\"kind\":\"Kota\"}")),
    BAD("kind-empty", "EXCHANGE_KIND", "$.agency.kind", TOP("\"agency\":{\"kind\":\"\"}")),
    BAD("general-list", "JSON_TYPE", "$.general", TOP("\"general\":[]")),
    BAD("question-unknown", "EXCHANGE_QUESTION", "$.general.PU9",
        TOP("\"general\":{\"PU9\":\"x\"}")),
    BAD("question-object", "JSON_TYPE", "$.general.PU1", TOP("\"general\":{\"PU1\":{}}")),
    BAD("answers-list", "JSON_TYPE", "$.answers", TOP("\"answers\":[]")),
    BAD("answers-number", "JSON_TYPE", "$.answers", TOP("\"answers\":47")),
    /* indicators */
    BAD("indicator-unknown", "EXCHANGE_INDICATOR", "$.answers.I99",
        TOP("\"answers\":{\"I99\":{}}")),
    BAD("indicator-small", "EXCHANGE_INDICATOR", "$.answers.i01", TOP("\"answers\":{\"i01\":{}}")),
    BAD("indicator-number", "EXCHANGE_INDICATOR", "$.answers[\"1\"]",
        TOP("\"answers\":{\"1\":{}}")),
    BAD("indicator-empty", "EXCHANGE_INDICATOR", "$.answers[\"\"]", TOP("\"answers\":{\"\":{}}")),
    BAD("indicator-short", "EXCHANGE_INDICATOR", "$.answers.I1", TOP("\"answers\":{\"I1\":{}}")),
    BAD("indicator-with-nul", "JSON_NUL", "$.answers[\"I01\\u0000\"]",
        TOP("\"answers\":{\"I01\\u0000\":{}}")),
    BAD("indicator-of-2018", "EXCHANGE_INDICATOR", "$.answers.I35-1",
        TOP("\"answers\":{\"I35-1\":{}}")),
    BAD("criterion-for-indicator", "EXCHANGE_INDICATOR", "$.answers[\"I01.2.a\"]",
        TOP("\"answers\":{\"I01.2.a\":{\"met\":true}}")),
    BAD("value-for-object", "JSON_TYPE", "$.answers.I01", TOP("\"answers\":{\"I01\":3}")),
    /* values */
    BAD("claimed-6", "JSON_RANGE", "$.answers.I01.claimed", I01("\"claimed\":6")),
    BAD("claimed-0", "JSON_RANGE", "$.answers.I01.claimed", I01("\"claimed\":0")),
    BAD("claimed-negative", "JSON_RANGE", "$.answers.I01.claimed", I01("\"claimed\":-3")),
    BAD("claimed-wraps", "JSON_RANGE", "$.answers.I01.claimed", I01("\"claimed\":4294967299")),
    BAD("claimed-wraps-64", "JSON_RANGE", "$.answers.I01.claimed",
        I01("\"claimed\":18446744073709551619")),
    BAD("claimed-fraction", "JSON_WHOLE", "$.answers.I01.claimed", I01("\"claimed\":2.5")),
    BAD("claimed-whole-fraction", "JSON_WHOLE", "$.answers.I01.claimed", I01("\"claimed\":3.0")),
    BAD("claimed-exponent", "JSON_WHOLE", "$.answers.I01.claimed", I01("\"claimed\":3e0")),
    BAD("claimed-huge-exponent", "JSON_WHOLE", "$.answers.I01.claimed", I01("\"claimed\":1e400")),
    BAD("claimed-leading-zero", "JSON_NUMBER", "$.answers.I01.claimed", I01("\"claimed\":03")),
    BAD("claimed-plus", "JSON_EXPECTED", "$.answers.I01.claimed", I01("\"claimed\":+3")),
    BAD("claimed-text", "EXCHANGE_WHOLE", "$.answers.I01.claimed", I01("\"claimed\":\"3\"")),
    BAD("claimed-text-fraction", "EXCHANGE_WHOLE", "$.answers.I01.claimed",
        I01("\"claimed\":\"2.5\"")),
    BAD("claimed-true", "JSON_TYPE", "$.answers.I01.claimed", I01("\"claimed\":true")),
    BAD("claimed-list", "JSON_TYPE", "$.answers.I01.claimed", I01("\"claimed\":[3]")),
    BAD("claimed-object", "JSON_TYPE", "$.answers.I01.claimed", I01("\"claimed\":{}")),
    BAD("verified-6", "JSON_RANGE", "$.answers.I01.verified", I01("\"verified\":6")),
    BAD("note-number", "JSON_TYPE", "$.answers.I01.note", I01("\"note\":1")),
    BAD("note-list", "JSON_TYPE", "$.answers.I01.note", I01("\"note\":[\"a\"]")),
    BAD("state-unknown", "EXCHANGE_STATE", "$.answers.I01.state", I01("\"state\":\"selesai\"")),
    BAD("state-true", "JSON_TYPE", "$.answers.I01.state", I01("\"state\":true")),
    BAD("explanation-of-no-level", "EXCHANGE_EXPLANATION", "$.answers.I01.explanations[\"6\"]",
        I01("\"explanations\":{\"6\":\"x\"}")),
    BAD("explanation-with-zero", "EXCHANGE_EXPLANATION", "$.answers.I01.explanations[\"02\"]",
        I01("\"explanations\":{\"02\":\"x\"}")),
    BAD("items-where-none-score", "EXCHANGE_ITEM", "$.answers.I01.items[\"I01.2.e1\"]",
        I01("\"items\":{\"I01.2.e1\":{\"met\":true}}")),
    BAD("measures-where-none-score", "EXCHANGE_MEASURE", "$.answers.I01.measures.indeks_sdi",
        I01("\"measures\":{\"indeks_sdi\":\"68.75\"}")),
    /* criteria */
    BAD("criterion-unknown", "EXCHANGE_CRITERION", "$.answers.I01.criteria[\"I01.2.z\"]",
        CRITERIA("\"I01.2.z\":{\"met\":true}")),
    BAD("criterion-of-no-level", "EXCHANGE_CRITERION", "$.answers.I01.criteria[\"I01.6.a\"]",
        CRITERIA("\"I01.6.a\":{\"met\":true}")),
    BAD("criterion-short", "EXCHANGE_CRITERION", "$.answers.I01.criteria[\"I01.2\"]",
        CRITERIA("\"I01.2\":{\"met\":true}")),
    BAD("criterion-long", "EXCHANGE_CRITERION", "$.answers.I01.criteria[\"I01.2.aa\"]",
        CRITERIA("\"I01.2.aa\":{\"met\":true}")),
    BAD("criterion-of-another-indicator", "EXCHANGE_FOREIGN", "$.answers.I01.criteria[\"I02.2.a\"]",
        CRITERIA("\"I02.2.a\":{\"met\":true}")),
    BAD("criteria-list", "JSON_TYPE", "$.answers.I01.criteria", I01("\"criteria\":[\"I01.2.a\"]")),
    BAD("criterion-true", "JSON_TYPE", "$.answers.I01.criteria[\"I01.2.a\"]",
        CRITERIA("\"I01.2.a\":true")),
    BAD("met-text", "JSON_TYPE", "$.answers.I01.criteria[\"I01.2.a\"].met",
        CRITERIA("\"I01.2.a\":{\"met\":\"ya\"}")),
    BAD("met-number", "JSON_TYPE", "$.answers.I01.criteria[\"I01.2.a\"].met",
        CRITERIA("\"I01.2.a\":{\"met\":1}")),
    BAD("met-capital", "JSON_EXPECTED", "$.answers.I01.criteria[\"I01.2.a\"].met",
        CRITERIA("\"I01.2.a\":{\"met\":True}")),
    BAD("met-cut", "JSON_EXPECTED", "$.answers.I01.criteria[\"I01.2.a\"].met",
        CRITERIA("\"I01.2.a\":{\"met\":tru}")),
    BAD("met-and-more", "JSON_EXPECTED", "$.answers.I01.criteria[\"I01.2.a\"].met",
        CRITERIA("\"I01.2.a\":{\"met\":true true}")),
    BAD("plain-answer-and-more", "JSON_EXPECTED", "$.answers.I01.criteria[\"I01.2.a\"]",
        CRITERIA("\"I01.2.a\":{\"met\":true}1")),
    /* evidence */
    BAD("evidence-object", "JSON_TYPE", "$.answers.I01.evidence", I01("\"evidence\":{}")),
    BAD("evidence-text", "JSON_TYPE", "$.answers.I01.evidence[0]", I01("\"evidence\":[\"a.pdf\"]")),
    BAD("evidence-null", "JSON_TYPE", "$.answers.I01.evidence[1]", I01("\"evidence\":[{},null]")),
    BAD("supports-text", "JSON_TYPE", "$.answers.I01.evidence[0].supports",
        EVIDENCE("\"supports\":\"I01.2.a\"")),
    BAD("supports-number", "JSON_TYPE", "$.answers.I01.evidence[0].supports[0]",
        EVIDENCE("\"supports\":[1]")),
    BAD("supports-null", "JSON_TYPE", "$.answers.I01.evidence[0].supports[0]",
        EVIDENCE("\"supports\":[null]")),
    BAD("supports-unknown", "EXCHANGE_CRITERION", "$.answers.I01.evidence[0].supports[1]",
        EVIDENCE("\"supports\":[\"I01.2.a\",\"I01.2.z\"]")),
    BAD("supports-another-indicator", "EXCHANGE_FOREIGN", "$.answers.I01.evidence[0].supports[0]",
        EVIDENCE("\"supports\":[\"I02.2.a\"]")),
    BAD("supports-twice", "EXCHANGE_TWICE", "$.answers.I01.evidence[0].supports[2]",
        EVIDENCE("\"supports\":[\"I01.2.a\",\"I01.2.b\",\"I01.2.a\"]")),
    BAD("date-of-february", "EXCHANGE_DATE", "$.answers.I01.evidence[0].date",
        EVIDENCE("\"date\":\"2023-02-29\"")),
    BAD("date-of-february-1900", "EXCHANGE_DATE", "$.answers.I01.evidence[0].date",
        EVIDENCE("\"date\":\"1900-02-29\"")),
    BAD("date-of-month-13", "EXCHANGE_DATE", "$.answers.I01.evidence[0].date",
        EVIDENCE("\"date\":\"2023-13-01\"")),
    BAD("date-of-day-0", "EXCHANGE_DATE", "$.answers.I01.evidence[0].date",
        EVIDENCE("\"date\":\"2023-01-00\"")),
    BAD("date-day-first", "EXCHANGE_DATE", "$.answers.I01.evidence[0].date",
        EVIDENCE("\"date\":\"01-05-2023\"")),
    BAD("date-with-time", "EXCHANGE_DATE", "$.answers.I01.evidence[0].date",
        EVIDENCE("\"date\":\"2023-05-01T00:00:00Z\"")),
    BAD("date-of-month", "EXCHANGE_DATE", "$.answers.I01.evidence[0].date",
        EVIDENCE("\"date\":\"2023-05\"")),
    BAD("date-with-sign", "EXCHANGE_DATE", "$.answers.I01.evidence[0].date",
        EVIDENCE("\"date\":\"2023-+5-01\"")),
    BAD("date-number", "JSON_TYPE", "$.answers.I01.evidence[0].date",
        EVIDENCE("\"date\":20230501")),
    BAD("sha256-short", "EXCHANGE_SHA256", "$.answers.I01.evidence[0].sha256",
        EVIDENCE("\"sha256\":\"" SHA "\"")),
    BAD("sha256-long", "EXCHANGE_SHA256", "$.answers.I01.evidence[0].sha256",
        EVIDENCE("\"sha256\":\"" SHA "ff\"")),
    BAD("sha256-letter", "EXCHANGE_SHA256", "$.answers.I01.evidence[0].sha256",
        EVIDENCE("\"sha256\":\"" SHA "g\"")),
    BAD("sha256-empty", "EXCHANGE_SHA256", "$.answers.I01.evidence[0].sha256",
        EVIDENCE("\"sha256\":\"\"")),
    /* verdicts */
    BAD("stages-object", "JSON_TYPE", "$.answers.I01.stages", I01("\"stages\":{}")),
    BAD("stage-unknown", "EXCHANGE_STAGE", "$.answers.I01.stages[0].stage",
        STAGES("\"stage\":\"wawancara\",\"value\":3,\"reason\":\"x\"")),
    BAD("stage-missing", "EXCHANGE_MISSING", "$.answers.I01.stages[0]",
        STAGES("\"value\":3,\"reason\":\"x\"")),
    BAD("stage-without-value", "EXCHANGE_MISSING", "$.answers.I01.stages[0]",
        STAGES("\"stage\":\"dokumen\",\"reason\":\"x\"")),
    BAD("stage-without-reason", "EXCHANGE_MISSING", "$.answers.I01.stages[0]",
        STAGES("\"stage\":\"dokumen\",\"value\":3")),
    BAD("stage-with-empty-reason", "EXCHANGE_MISSING", "$.answers.I01.stages[0]",
        STAGES("\"stage\":\"dokumen\",\"value\":3,\"reason\":\"\"")),
    BAD("stage-value-6", "JSON_RANGE", "$.answers.I01.stages[0].value",
        STAGES("\"stage\":\"dokumen\",\"value\":6,\"reason\":\"x\"")),
    BAD("verified-differs-from-stage", "EXCHANGE_VERIFIED", "$.answers.I01.verified",
        I01("\"verified\":3,\"stages\":[{\"stage\":\"dokumen\",\"value\":2,\"reason\":\"x\"}]")),
    /* too much of it */
    MADE("deep-list", "JSON_TYPE", "$.answers", make_deep_list),
    MADE("deep-object", "JSON_UNKNOWN_KEY", "$.answers.I01.I01", make_deep_object),
    MADE("deep-before-instrument", "JSON_TYPE", "$.answers", make_deep_before_instrument),
    MADE("brackets-only", "JSON_TYPE", "$", make_brackets_only),
    MADE("too-large", "EXCHANGE_LARGE", "", make_too_large),
    MADE("too-many-values", "JSON_VALUES", "$.answers.I01.evidence[49993]", make_many_values),
    MADE("many-zeros", "JSON_TYPE", "$.answers", make_many_zeros),
    MADE("many-keys", "EXCHANGE_INDICATOR", "$.answers.X0", make_many_keys),
    MADE("many-repeated-keys", "JSON_DUPLICATE_KEY", "$.answers.I01", make_many_repeated_keys),
    MADE("long-text", "JSON_LONG", "$.answers.I01.note", make_long_text),
    MADE("long-escaped-text", "JSON_LONG", "$.answers.I01.note", make_long_escaped_text),
    MADE("huge-text", "JSON_LONG", "$.agency.name", make_huge_text),
    MADE("unclosed-text", "JSON_CUT", "$.agency.name", make_unclosed_text),
    MADE("backslashes", "JSON_CUT", "$.agency.name", make_backslashes),
    MADE("long-key", "JSON_UNKNOWN_KEY", "$.kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk?",
         make_long_key),
    MADE("long-key-inside", "EXCHANGE_INDICATOR", "$.answers[\"?\"]", make_long_key_inside),
    MADE("long-number", "JSON_RANGE", "$.answers.I01.claimed", make_long_number),
    MADE("long-exponent", "JSON_WHOLE", "$.answers.I01.claimed", make_long_exponent),
    MADE("long-kind", "EXCHANGE_KIND", "$.agency.kind", make_long_kind),
    MADE("long-instrument", "EXCHANGE_ID", "$.instrument", make_long_instrument),
    MADE("long-criterion", "EXCHANGE_CRITERION",
         "$.answers.I01.criteria[\"I01.2.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa?\"]",
         make_long_criterion),
    MADE("many-supports", "EXCHANGE_TWICE", "$.answers.I01.evidence[0].supports[1]",
         make_many_supports),
    MADE("much-white-space", "JSON_EMPTY", "$", make_white_space),
    MADE("many-line-breaks", "JSON_EXPECTED", "$", make_line_breaks_before_fault),
    MADE("every-byte", "JSON_EXPECTED", "$", make_every_byte),
    /* honest ones */
    GOOD("good-least", HEAD "}"),
    GOOD("good-order", "{\"answers\":{},\"year\":2024,\"instrument\":\"spbe-2020\",\"format\":"
                       "\"spbe-assessment/1\"}"),
    GOOD("good-white-space",
         "\n\t{ \"format\" : \"spbe-assessment/1\" ,\r\n \"instrument\" : \"spbe-2020\" , "
         "\"year\" : 2024 }\n\n"),
    GOOD("good-escaped-keys", "{\"form\\u0061t\":\"spbe\\u002dassessment\\/"
                              "1\",\"instrument\":\"spbe-2020\",\"ye\\u0061r\":"
                              "2024}"),
    GOOD("good-later-year",
         "{\"format\":\"spbe-assessment/1\",\"instrument\":\"spbe-2020\",\"year\":2100}"),
    GOOD("good-nulls",
         TOP("\"agency\":null,\"general\":null,\"answers\":{\"I01\":null,\"I02\":{\"claimed\":null,"
             "\"verified\":null,\"note\":null,\"criteria\":null,\"evidence\":null,\"stages\":null,"
             "\"state\":null,\"items\":null,\"measures\":null,\"explanations\":null}}")),
    GOOD("good-null-answer", CRITERIA("\"I01.2.a\":null,\"I01.2.b\":{\"met\":null}")),
    GOOD("good-minus-zero-elsewhere", I01("\"note\":\"-0\"")),
    GOOD("good-unicode",
         TOP("\"agency\":{\"name\":\"\xE2\x80\x9CKota\xE2\x80\x9D \xF0\x9F\x98\x80\"}")),
    GOOD("good-evidence", EVIDENCE("\"title\":\"Perwali\",\"date\":\"2024-02-29\",\"sha256\":\"" SHA
                                   "F\",\"supports\":[\"I01.3.a\",\"I01.2.a\"]")),
    GOOD("good-stages",
         I01("\"stages\":[{\"stage\":\"interviu\",\"value\":2,\"reason\":\"x\"},{\"stage\":"
             "\"dokumen\",\"value\":3,\"reason\":\"y\",\"by\":\"z\"}],\"verified\":2")),
    MADE_GOOD("good-largest", make_largest),
    MADE_GOOD("good-most-values", make_most_values),
    MADE_GOOD("good-longest-text", make_longest_text),
};

const struct hostile *hostile_documents(size_t *count)
{
    *count = sizeof documents / sizeof documents[0];
    return documents;
}

void hostile_write(const struct hostile *hostile, struct text *out)
{
    if (hostile->bytes == NULL) {
        hostile->make(out);
    } else {
        text_append(out, hostile->bytes, hostile->length);
    }
}
