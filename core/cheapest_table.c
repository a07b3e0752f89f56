#include "cheapest_table.h"

#include "memory.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { ROOM = 1024 };

void cheapest_table_open(struct cheapest_table *table)
{
    *table = (struct cheapest_table){
        .states = memory_get(ROOM * sizeof *table->states),
        .room = ROOM,
        .leads = memory_get(ROOM * sizeof *table->leads),
        .lead_room = ROOM,
        .slots = memory_get(ROOM * sizeof *table->slots),
        .slot_count = ROOM,
    };
    cheapest_table_layer(table);
}

void cheapest_table_close(struct cheapest_table *table)
{
    free(table->states);
    free(table->leads);
    free(table->slots);
}

void cheapest_table_clear(struct cheapest_table *table)
{
    table->count = 0;
    table->lead_count = 0;
    cheapest_table_layer(table);
}

void cheapest_table_layer(struct cheapest_table *table)
{
    table->first = table->count;
    memset(table->slots, 0xFF, table->slot_count * sizeof *table->slots);
}

/* The slot of a key: where it is, or where it belongs. There is always a free one. */
static size_t find_slot(const struct cheapest_table *table, table_key key)
{
    uint64_t folded = (uint64_t)key + (uint64_t)(key >> 64) * UINT64_C(0xD1B54A32D192ED03);
    uint64_t mixed = (folded ^ (folded >> 29)) * UINT64_C(0x9E3779B97F4A7C15);
    size_t slot = (size_t)(mixed >> 20) & (table->slot_count - 1);
    while (table->slots[slot] != TABLE_NOWHERE && table->states[table->slots[slot]].key != key) {
        slot = (slot + 1) & (table->slot_count - 1);
    }
    return slot;
}

/* Doubles the slots when the newest layer fills half of them. */
static void spread(struct cheapest_table *table)
{
    if ((table->count - table->first) * 2 < table->slot_count) {
        return;
    }
    table->slot_count *= 2;
    table->slots = memory_resize(table->slots, table->slot_count, sizeof *table->slots);
    memset(table->slots, 0xFF, table->slot_count * sizeof *table->slots);
    for (size_t i = table->first; i < table->count; i++) {
        table->slots[find_slot(table, table->states[i].key)] = (uint32_t)i;
    }
}

uint32_t cheapest_table_state(struct cheapest_table *table, table_key key)
{
    size_t slot = find_slot(table, key);
    if (table->slots[slot] != TABLE_NOWHERE) {
        return table->slots[slot];
    }
    if (table->count == table->room) {
        table->room *= 2;
        table->states = memory_resize(table->states, table->room, sizeof *table->states);
    }
    assert(table->count < TABLE_NOWHERE);
    uint32_t position = (uint32_t)table->count++;
    table->states[position] =
        (struct table_state){.key = key, .reach = INT64_MAX, .next = TABLE_NOWHERE};
    table->slots[slot] = position;
    spread(table);
    return position;
}

uint32_t cheapest_table_leads(struct cheapest_table *table, unsigned options)
{
    while (table->lead_room - table->lead_count < options) {
        table->lead_room *= 2;
        table->leads = memory_resize(table->leads, table->lead_room, sizeof *table->leads);
    }
    uint32_t position = (uint32_t)table->lead_count;
    table->lead_count += options;
    return position;
}
