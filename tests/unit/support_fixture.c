#include "support_fixture.h"

#include <string.h>

enum { INDICATORS = 5, LEVELS = 5, ASPECTS = 3, DOMAINS = 2 };

static const char *const no_texts[] = {NULL};

/* A criterion of the regulation, and one that only a guide asks for. */
#define PLAIN(ID, TEXT, INDICATOR, LEVEL)                                     \
    {                                                                         \
        .id = ID, .text = TEXT, .group = "", .detail = "", .basis = "aturan", \
        .indicator = INDICATOR, .level = LEVEL                                \
    }
#define GUIDED(ID, TEXT, BASIS, FROM, UNTIL, INDICATOR, LEVEL)                                     \
    {                                                                                              \
        .id = ID, .text = TEXT, .group = "", .detail = "", .basis = BASIS, .guideline_only = true, \
        .years = {FROM, UNTIL}, .indicator = INDICATOR, .level = LEVEL                             \
    }

static const struct criterion criteria[] = {
    PLAIN("I01.2.a", "Kebijakan ditetapkan.", 0, 1),
    PLAIN("I01.2.b", "Kebijakan memuat ruang lingkup.", 0, 1),
    PLAIN("I01.3.a", "Kebijakan memuat semua domain.", 0, 2),
    PLAIN("I01.3.b", "Kebijakan berlaku di semua unit.", 0, 2),
    PLAIN("I01.4.a", "Kebijakan direviu.", 0, 3),
    PLAIN("I01.4.b", "Kebijakan mengatur integrasi.", 0, 3),
    PLAIN("I01.5.a", "Reviu ditindaklanjuti.", 0, 4),
    PLAIN("I01.5.b", "Kebijakan baru ditetapkan.", 0, 4),
    PLAIN("I02.2.a", "Rencana disusun.", 1, 6),
    PLAIN("I02.3.a", "Rencana ditetapkan.", 1, 7),
    GUIDED("I02.3.b", "Rencana dianggarkan.", "panduan-2023", 2023, 0, 1, 7),
    PLAIN("I02.4.a", "Rencana direviu.", 1, 8),
    GUIDED("I02.4.b", "Rencana disosialisasikan.", "panduan-2021", 0, 2022, 1, 8),
    PLAIN("I02.5.a", "Reviu ditindaklanjuti.", 1, 9),
    PLAIN("I03.2.a", "Layanan memberi interaksi.", 2, 11),
    PLAIN("I03.3.a", "Layanan memberi transaksi.", 2, 12),
    PLAIN("I03.4.a", "Layanan berkolaborasi.", 2, 13),
    PLAIN("I03.5.a", "Layanan ditingkatkan.", 2, 14),
    PLAIN("I04.2.a", "Layanan memberi interaksi.", 3, 16),
    PLAIN("I04.3.a", "Layanan memberi transaksi.", 3, 17),
    PLAIN("I04.4.a", "Layanan berkolaborasi.", 3, 18),
    PLAIN("I04.5.a", "Layanan ditingkatkan.", 3, 19),
    PLAIN("I05.1.a", "Layanan memberi informasi.", 4, 20),
    PLAIN("I05.2.a", "Layanan memberi interaksi.", 4, 21),
    PLAIN("I05.3.a", "Layanan memberi transaksi.", 4, 22),
    PLAIN("I05.4.a", "Layanan berkolaborasi.", 4, 23),
    PLAIN("I05.5.a", "Layanan ditingkatkan.", 4, 24),
};
enum { CRITERIA = sizeof criteria / sizeof criteria[0] };

static const struct {
    const char *id, *name, *short_name, *kind;
    int64_t units; /* tenths of a percent */
    int aspect;
} indicator_rows[INDICATORS] = {
    {"I01", "Tingkat Kematangan Kebijakan Uji", "Kebijakan Uji", "process", 125, 0},
    {"I02", "Tingkat Kematangan Rencana Uji", "Rencana Uji", "process", 125, 0},
    {"I03", "Tingkat Kematangan Layanan Dalam", "Layanan Dalam", "service", 150, 1},
    {"I04", "Tingkat Kematangan Layanan Arsip", "Layanan Arsip", "service", 200, 2},
    {"I05", "Tingkat Kematangan Layanan Warga", "Layanan Warga", "service", 400, 2},
};

static const struct aspect aspects[ASPECTS] = {
    {"A1", 1, "Kebijakan dan Rencana", {25, 1}, 250, no_texts, 0, {0, 2}},
    {"A2", 2, "Layanan Dalam", {15, 1}, 150, no_texts, 0, {2, 1}},
    {"A3", 3, "Layanan Luar", {60, 1}, 600, no_texts, 1, {3, 2}},
};

static const struct domain domains[DOMAINS] = {
    {"D1", 1, "Kebijakan", {40, 1}, 400, no_texts, {0, 2}},
    {"D2", 2, "Layanan", {60, 1}, 600, no_texts, {2, 1}},
};

static const struct band bands[] = {
    {"Memuaskan", {21, 5}, {5, 1}, true}, {"Sangat Baik", {7, 2}, {21, 5}, false},
    {"Baik", {13, 5}, {7, 2}, false},     {"Cukup", {9, 5}, {13, 5}, false},
    {"Kurang", {1, 1}, {9, 5}, false},
};

static const struct dated_reading readings[] = {
    {0, READING_ROUNDED, "laporan 2023"},
    {2024, READING_EXACT, "laporan 2024"},
};

static const struct document documents[] = {
    {"aturan", "Peraturan Uji Nomor 1 Tahun 2020"},
    {"panduan-2021", "Panduan Uji 2021"},
    {"panduan-2023", "Panduan Uji 2023"},
};

static const struct guideline guidelines[] = {
    {2021, "panduan-2021"},
    {2022, "panduan-2021"},
    {2023, "panduan-2023"},
    {2024, "panduan-2023"},
};

static const char *const types[] = {"pdf", "zip", NULL};
static const char *const uncertain[] = {"Batas ini dikarang.", NULL};
static const struct question questions[] = {
    {"PU1", "Layanan mana yang utama?"},
    {"PU2", "Apa rencana tahun depan?"},
};

static const char *const process_names[LEVELS] = {"Rintisan", "Terkelola", "Terdefinisi",
                                                  "Terpadu dan Terukur", "Optimum"};
static const char *const service_names[LEVELS] = {"Informasi", "Interaksi", "Transaksi",
                                                  "Kolaborasi", "Optimum"};

/* The criteria of level `position` stand together, in order. */
static struct span criteria_of(int position)
{
    struct span span = {0, 0};
    for (uint32_t i = 0; i < CRITERIA; i++) {
        if (criteria[i].level == position) {
            span.first = span.count == 0 ? i : span.first;
            span.count++;
        }
    }
    return span;
}

static const struct level *make_levels(struct arena *arena)
{
    struct level *levels = arena_get(arena, INDICATORS * LEVELS, sizeof *levels);
    for (int i = 0; i < INDICATORS * LEVELS; i++) {
        bool process = strcmp(indicator_rows[i / LEVELS].kind, "process") == 0;
        levels[i] = (struct level){
            .number = i % LEVELS + 1,
            .from = fraction_whole(i % LEVELS + 1),
            .to = fraction_whole(i % LEVELS + 1),
            .name = (process ? process_names : service_names)[i % LEVELS],
            .baseline = i % LEVELS == 0,
            .note = "",
            .examples = "",
            .criteria = criteria_of(i),
            .evidence = no_texts,
        };
    }
    return levels;
}

static const struct indicator *make_indicators(struct arena *arena)
{
    struct indicator *indicators = arena_get(arena, INDICATORS, sizeof *indicators);
    for (uint32_t i = 0; i < INDICATORS; i++) {
        indicators[i] = (struct indicator){
            .id = indicator_rows[i].id,
            .number = (int)i + 1,
            .name = indicator_rows[i].name,
            .short_name = indicator_rows[i].short_name,
            .kind = indicator_rows[i].kind,
            .weight = fraction_make(indicator_rows[i].units, 10),
            .units = indicator_rows[i].units,
            .definition = "Indikator untuk pengujian.",
            .applicability = "",
            .confidence = "",
            .confidence_note = "",
            .legal_basis = no_texts,
            .data_source = "",
            .supervisors = no_texts,
            .ladder_note = "",
            .aliases = no_texts,
            .aspect = indicator_rows[i].aspect,
            .levels = {i * LEVELS, LEVELS},
        };
    }
    return indicators;
}

static const struct result_paper papers[] = {
    {"lhe", "Laporan Uji", true, "", "terbit di luar"},
    {"berita-acara", "Berita Acara Uji", false, "telah dinilai", ""},
};

/* All but the parts that are made in an arena. */
static const struct instrument plain = {
    .id = "uji-2020",
    .title = "Instrumen Uji",
    .short_title = "Uji 2020",
    .disclaimer = "Hanya untuk pengujian.",
    .year_first = 2021,
    .year_last = 2024,
    .decimals = 2,
    .domains = domains,
    .domain_count = DOMAINS,
    .aspects = aspects,
    .aspect_count = ASPECTS,
    .indicator_count = INDICATORS,
    .level_count = INDICATORS * LEVELS,
    .criteria = criteria,
    .criterion_count = CRITERIA,
    .level_lowest = 1,
    .level_highest = LEVELS,
    .unanswered = {1, 1},
    .duty = {.from_level = 2, .at_least = 1},
    .units_total = 1000,
    .bands = bands,
    .band_count = sizeof bands / sizeof bands[0],
    .readings = readings,
    .reading_count = sizeof readings / sizeof readings[0],
    .documents = documents,
    .document_count = sizeof documents / sizeof documents[0],
    .guidelines = guidelines,
    .guideline_count = sizeof guidelines / sizeof guidelines[0],
    .notes = no_texts,
    .questions = questions,
    .question_count = sizeof questions / sizeof questions[0],
    .portal = {.facts = "FAKTA",
               .analysis = "ANALISIS",
               .files = 1,
               .file_bytes = 1000000,
               .name_length = 40,
               .types = types,
               .archive = "zip",
               .file_prefix = "Uji",
               .over_limit = "rujuk lewat URL",
               .source = "sumber uji",
               .confidence = "medium",
               .uncertain = uncertain},
    .papers = {.subject = "Sistem Uji (SU)",
               .index = "Indeks SU",
               .evaluation = "Evaluasi SU",
               .coordinator = "Koordinator SU",
               .internal_team = "Tim Uji",
               .method = "",
               .list = papers,
               .count = sizeof papers / sizeof papers[0]},
    .target_index = {13, 5},
    .target_level = 3,
    .strength_from = 4,
    .weakness_to = 2,
};

void fixture_open(struct fixture *fixture)
{
    *fixture = (struct fixture){.arena = ARENA_EMPTY, .instrument = plain};
    fixture->instrument.indicators = make_indicators(&fixture->arena);
    fixture->instrument.levels = make_levels(&fixture->arena);
    memset(fixture->instrument.sha256, 'a', sizeof fixture->instrument.sha256 - 1);
    instrument_index(&fixture->instrument, &fixture->arena);
}

void fixture_as_pemdi(struct fixture *fixture)
{
    static const char *const items[] = {"Dokumen pertama", "Dokumen kedua", NULL};
    static const char *const measures[] = {"indeks_uji", NULL};
    struct indicator *indicators = arena_get(&fixture->arena, INDICATORS, sizeof *indicators);
    struct level *levels = arena_get(&fixture->arena, INDICATORS * LEVELS, sizeof *levels);
    memcpy(indicators, fixture->instrument.indicators, INDICATORS * sizeof *indicators);
    memcpy(levels, fixture->instrument.levels, INDICATORS * LEVELS * sizeof *levels);
    indicators[3].measures = measures;
    static const struct line lines[] = {{{-10, 1}, {0, 1}, {1, 1}, {1, 1}},
                                        {{0, 1}, {100, 1}, {1, 1}, {5, 1}}};
    static const struct conversion conversion = {
        .input = "indeks_uji",
        .formula = "",
        .basis = "aturan uji",
        .confidence = "",
        .note = "",
        .lines = lines,
        .line_count = 2,
    };
    static const struct fraction ends[LEVELS + 1] = {{1, 1}, {3, 2}, {5, 2},
                                                     {7, 2}, {4, 1}, {5, 1}};
    static const struct fraction halves[LEVELS][2] = {
        {{1, 4}, {1, 4}}, {{1, 2}, {1, 2}}, {{1, 2}, {1, 2}}, {{1, 4}, {1, 4}}, {{1, 2}, {1, 2}}};
    indicators[3].conversion = &conversion;
    for (size_t i = 0; i < INDICATORS * LEVELS; i++) {
        levels[i].baseline = false;
        levels[i].evidence = items;
        levels[i].from = ends[i % LEVELS];
        levels[i].to = ends[i % LEVELS + 1];
        levels[i].points = i / LEVELS == 3 ? NULL : halves[i % LEVELS];
        levels[i].item_count = i / LEVELS == 3 ? 0 : 2;
    }
    fixture->instrument.duty.from_level = LEVELS + 1;
    fixture->instrument.indicators = indicators;
    fixture->instrument.levels = levels;
    fixture->instrument.fractions = true;
    fixture->instrument.items = true;
}

void fixture_close(struct fixture *fixture)
{
    arena_release(&fixture->arena);
}
