#include "support_probe.h"

#include "check_case.h"
#include "check_price.h"
#include "check_scale.h"
#include "check_slot.h"
#include "check_tree.h"
#include "pack_build.h"
#include "pack_field.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <setjmp.h>

#include <cmocka.h>

void probe_open(struct probe *probe)
{
    *probe = (struct probe){
        .lowest = 1,
        .weights = "40 60",
        .whole = "100",
        .bands = "[{\"max\":3,\"max_inclusive\":true,\"min\":2,\"name\":\"Baik\"},"
                 "{\"max\":2,\"max_inclusive\":false,\"min\":1,\"name\":\"Kurang\"}]",
        .dates = "",
        .guides = "{\"2021\":\"aturan\",\"2022\":\"aturan\",\"2023\":\"aturan\"}",
        .reading = "{\"2021\":\"rounded\"}",
        .zero = "",
        .zero_rule = "",
        .slots = "",
        .arena = ARENA_EMPTY,
    };
}

/* One indicator; keys in the order of their bytes, as the worker writes them. */
static void add_indicator(struct text *json, const struct probe *probe, size_t number,
                          const char *weight, size_t length)
{
    text_format(json, "%s{\"id\":\"I%02zu\",\"kind\":\"process\",%s\"levels\":[",
                number == 1 ? "" : ",", number, probe->zero);
    text_add(json, "{\"baseline\":true,\"criteria\":[],\"level\":1,\"name\":\"Satu\"},");
    text_format(json,
                "{\"criteria\":[{\"basis\":\"aturan\"%s,\"id\":\"I%02zu.2.a\",\"text\":\"x\"}],"
                "\"level\":2,\"name\":\"Dua\"},",
                probe->dates, number);
    text_format(json,
                "{\"criteria\":[{\"basis\":\"aturan\",\"id\":\"I%02zu.3.a\",\"text\":\"y\"}],"
                "\"level\":3,\"name\":\"Tiga\"}],",
                number);
    text_format(json, "\"name\":\"Indikator\",\"no\":%zu,\"short_name\":\"I\",%s\"weight\":%.*s}",
                number, number == 1 ? probe->slots : "", (int)length, weight);
}

/* Writes the answer for the domain; gives the number of indicators. */
static size_t write_domain(struct text *json, const struct probe *probe)
{
    size_t count = 0;
    text_add(json, "{\"value\":{\"aspects\":[{\"id\":\"A1\",\"indicators\":[");
    for (const char *at = probe->weights; *at != '\0';) {
        size_t length = strcspn(at, " ");
        add_indicator(json, probe, ++count, at, length);
        at += length + strspn(at + length, " ");
    }
    text_format(json,
                "],\"name\":\"Aspek\",\"no\":1,\"weight\":%s}],\"id\":\"D1\",\"name\":\"Domain\","
                "\"no\":1,\"weight\":%s}}",
                probe->whole, probe->whole);
    return count;
}

static void write_pack(struct text *json, const struct probe *probe, size_t indicators)
{
    text_format(json,
                "{\"value\":{\"cumulative\":true,\"evidence_duty\":{\"at_least\":1,"
                "\"from_level\":2},\"files\":{\"domains\":[\"domain_1.lua\"]},"
                "\"format\":\"spbe-pack/1\",\"guideline_by_year\":%s,\"id\":\"uji\","
                "\"language\":\"id\",\"legal_basis\":[{\"id\":\"aturan\",\"title\":\"Aturan\"}],"
                "\"level_names\":{\"process\":[\"Satu\",\"Dua\",\"Tiga\"]},%s\"predicates\":%s,",
                probe->guides, probe->zero_rule, probe->bands);
    text_format(json,
                "\"rounding\":{\"predicate_on\":%s,\"published_decimals\":2},"
                "\"scale\":{\"highest\":3,\"lowest\":%d,\"unanswered\":1},\"short_title\":\"Uji\","
                "\"structure\":{\"aspects\":1,\"domains\":1,\"indicators\":%zu},"
                "\"title\":\"Uji\",\"years\":{\"first\":2021,\"last\":2023}}}",
                probe->reading, probe->lowest, indicators);
}

static void declare(struct probe *probe, size_t position, const char *name, struct text *json)
{
    struct source *source = &probe->sources[position];
    *source = (struct source){.name = name, .text = TEXT_EMPTY};
    memset(source->sha256, '0', HASH_HEX);
    source->value = data_read(json->bytes, json->length, &probe->arena);
    assert_non_null(source->value);
    text_release(json);
}

void probe_run(struct probe *probe)
{
    struct text domain = TEXT_EMPTY;
    struct text pack = TEXT_EMPTY;
    write_pack(&pack, probe, write_domain(&domain, probe));
    declare(probe, 0, "pack.lua", &pack);
    declare(probe, 1, "domain_1.lua", &domain);
    struct declaration *declaration = &probe->declaration;
    declaration->pack = probe->sources[0].value;
    declaration->domains.items = arena_get(&probe->arena, 1, sizeof(const struct data *));
    declaration->domains.items[0] = probe->sources[1].value;
    declaration->domains.count = 1;
    declaration_flatten(declaration, &probe->arena);
    probe->complaints =
        (struct complaints){.place = "p", .sources = probe->sources, .source_count = 2};
    pack_field_check(declaration->pack, RECORD_PACK, &probe->complaints);
    pack_field_check(probe->sources[1].value, RECORD_DOMAIN, &probe->complaints);
    check_tree(declaration, &probe->complaints);
    check_scale(declaration, &probe->complaints);
    check_slot(declaration, &probe->complaints);
    check_case(declaration, &probe->complaints);
    check_price(declaration, &probe->complaints);
    if (probe->complaints.count == 0) {
        pack_build(declaration, probe->sources, 2, &probe->arena, &probe->instrument);
    }
}

bool probe_has(const struct probe *probe, const char *id)
{
    for (size_t i = 0; i < probe->complaints.count; i++) {
        if (strcmp(probe->complaints.list[i].error.id, id) == 0) {
            return true;
        }
    }
    return false;
}

void probe_want(struct probe *probe, const char *id)
{
    probe_run(probe);
    bool as_wanted = id == NULL ? probe->complaints.count == 0 : probe_has(probe, id);
    for (size_t i = 0; !as_wanted && i < probe->complaints.count; i++) {
        print_error("%s\n", probe->complaints.list[i].error.message);
    }
    assert_true(as_wanted);
}

void probe_close(struct probe *probe)
{
    complaints_release(&probe->complaints);
    arena_release(&probe->arena);
}
