/* example_page: what `spbe rules test` shows: examples as expected and as computed, the proof of those
 * that differ, what the examples touch, and the mistakes that they would not notice. */
#ifndef SPBE_EXAMPLE_PAGE_H
#define SPBE_EXAMPLE_PAGE_H

#include "console.h"
#include "example.h"
#include "example_cover.h"
#include "function_cover.h"
#include "instrument.h"
#include "pack_example.h"

/* One example as a table of numbers, with its source and note. */
void example_page_result(const struct instrument *instrument, const struct pack_example *example,
                         const struct example_result *result, const struct console *console);
/* How the numbers came about that differ: value, weight and contribution of each indicator that is in
 * them, and, where criteria were given, the answers and why the value is not higher. */
void example_page_proof(const struct instrument *instrument, const struct example_result *result,
                        const struct console *console);
/* What the examples touch: levels one by one, then every kind of thing, and what is missing. functions:
 * NULL where the pack has none. Returns whole percents of all things together. */
unsigned example_page_cover(const struct cover *cover, const struct function_cover *functions,
                            const struct console *console);

#endif
