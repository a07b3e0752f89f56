/* check_scale: proves that a pack's parameters are sane: years, dates, scale, bands, duty, targets.
 *
 * Bands cover the scale without gap or overlap, highest first; dated parameters (the guide of a year,
 * the reading of the predicate) hold for every accepted year; evidence duty, strengths, weaknesses and
 * targets lie within the scale; documents and questions have ids of their own; nothing asks for
 * arithmetic that this program does not know. Each mistake is a complaint; what is missing or has the
 * wrong type is passed over (pack_field complains about it). */
#ifndef SPBE_CHECK_SCALE_H
#define SPBE_CHECK_SCALE_H

#include "complaint.h"
#include "declaration.h"

/* Runs all of these proofs. */
void check_scale(const struct declaration *declaration, struct complaints *complaints);

#endif
