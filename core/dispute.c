#include "dispute.h"

#include <assert.h>

/* The value to ask for, and what it rests on. False when nothing is above the verified value. */
static bool find_wish(const struct rating *rating, struct dispute *out)
{
    static const enum basis bases[] = {BASIS_SUPPORTED, BASIS_CLAIMED};
    const struct rated *verified = &rating->on[BASIS_VERIFIED];
    for (size_t i = 0; verified->given && i < sizeof bases / sizeof bases[0]; i++) {
        const struct rated *rated = &rating->on[bases[i]];
        if (rated->given && fraction_compare(rated->value, verified->value) > 0) {
            out->basis = bases[i];
            out->wanted = rated->value;
            return true;
        }
    }
    return false;
}

bool dispute_find(const struct evaluation *evaluation, int indicator, struct dispute *out)
{
    const struct instrument *instrument = evaluation->instrument;
    const struct rating *rating = &evaluation->ratings[indicator];
    struct fraction share =
        fraction_make(instrument->indicators[indicator].units, instrument->units_total);
    if (!find_wish(rating, out)) {
        return false;
    }
    bool fit = fraction_subtract(out->wanted, rating->on[BASIS_VERIFIED].value, &out->gain) &&
               fraction_multiply(out->gain, share, &out->gain);
    assert(fit); /* checked by the evaluation */
    (void)fit;
    return true;
}

bool dispute_sum(const struct evaluation *evaluation, bool proven, struct dispute_sum *out)
{
    *out = (struct dispute_sum){0, {0, 1}, {0, 1}};
    bool fits = true;
    for (size_t i = 0; i < evaluation->instrument->indicator_count; i++) {
        struct dispute one;
        if (dispute_find(evaluation, (int)i, &one) && (!proven || one.basis == BASIS_SUPPORTED)) {
            out->count++;
            fits = fits && fraction_add(out->gain, one.gain, &out->gain);
        }
    }
    return fits && fraction_add(evaluation->index[BASIS_VERIFIED].exact, out->gain, &out->exact);
}
