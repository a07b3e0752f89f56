/* rule_words: a difference between two sets of rules, in the words of the regulation.
 *
 * "bobot I05: 1,3 → 1,5", "kriteria I22.3.b dicabut mulai 2025". Used for what overlays change and for what
 * differs between any two sets of rules. */
#ifndef SPBE_RULE_WORDS_H
#define SPBE_RULE_WORDS_H

#include "instrument.h"
#include "text.h"

/* One difference: its kind (a word of overlay_kind), what it is about, and the two values as rules say
 * them (struct rule_change). */
struct rule_difference {
    const char *kind, *of, *before, *after;
};

/* Appends a value of that kind as people read it: numbers with the language's decimal point, "sejak
 * 2024", "–" for none. */
void rule_words_value(struct text *out, const char *kind, const char *value);
/* Appends the whole sentence. */
void rule_words_sentence(struct text *out, const struct rule_difference *difference);
/* The same for a change of an overlay. */
void rule_words_change(struct text *out, const struct rule_change *change);
/* Appends which overlay it is: "Overlay koreksi-bobot: Bobot keamanan (Inspektorat, 2026-11-22)". */
void rule_words_overlay(struct text *out, const struct overlay_note *overlay);
/* Appends an exact number with the language's decimal point: "1,3", "20/6". */
void rule_words_number(struct text *out, struct fraction number);

#endif
