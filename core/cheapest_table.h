/* cheapest_table: the states of a dynamic programme, layer by layer, each found by its key.
 *
 * A layer is what can still be needed before one item is decided. States of the newest layer are looked up by
 * key; those of older layers stay, with the state that each option leads to. For `cheapest`. */
#ifndef SPBE_CHEAPEST_TABLE_H
#define SPBE_CHEAPEST_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TABLE_NOWHERE UINT32_MAX /* no state; too large for an enumerator */

/* What tells states of a layer apart. */
__extension__ typedef unsigned __int128 table_key;

struct table_state {
    table_key key;
    int64_t reach;  /* the least cost of what was chosen before */
    int64_t rest;   /* first a bound on the cost of what is still to come; settled: that cost */
    uint64_t ways;  /* settled: how many choices cost as little from here */
    uint32_t next;  /* position in `leads` of its first option, or TABLE_NOWHERE: not followed */
    uint32_t steps; /* first those that pools have taken; settled: of the choice that is taken */
    uint8_t option; /* settled: the one that is taken */
};

struct cheapest_table {
    struct table_state *states;
    size_t count, room;
    uint32_t *leads; /* by option: the state that it leads to, or TABLE_NOWHERE */
    size_t lead_count, lead_room;
    size_t first;    /* of the newest layer */
    uint32_t *slots; /* by hash: states of the newest layer, TABLE_NOWHERE where none */
    size_t slot_count;
};

/* An empty table. */
void cheapest_table_open(struct cheapest_table *table);
/* Frees it. */
void cheapest_table_close(struct cheapest_table *table);
/* Forgets all states, and keeps the memory. */
void cheapest_table_clear(struct cheapest_table *table);

/* Begins a layer behind the last one. */
void cheapest_table_layer(struct cheapest_table *table);
/* The state of that key in the newest layer; made when it is not there, with `reach` still INT64_MAX.
 * States move when others are made: take positions. */
uint32_t cheapest_table_state(struct cheapest_table *table, table_key key);
/* Room for the leads of `options` options behind the last ones; gives the position of the first. */
uint32_t cheapest_table_leads(struct cheapest_table *table, unsigned options);

#endif
