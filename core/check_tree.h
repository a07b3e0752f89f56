/* check_tree: proves that a pack's domains, aspects, indicators, levels and criteria fit together.
 *
 * Counts as stated; ids well-formed, unique, numbered in order; weights above 0 that add up exactly to
 * their parent's, and to 100; the levels of every indicator rise one by one through the whole scale,
 * under their names; every level can be reached in every accepted year; every criterion has a document
 * behind it, and counts from the first year of the guide that brought it. From weights above 0 and
 * rising levels follows that a better answer never lowers the index.
 *
 * Each mistake is a complaint. Works on packs with wrong fields too (pack_field complains about those):
 * what is missing is passed over, so that one run tells all. */
#ifndef SPBE_CHECK_TREE_H
#define SPBE_CHECK_TREE_H

#include "complaint.h"
#include "declaration.h"

/* Runs all of these proofs. */
void check_tree(const struct declaration *declaration, struct complaints *complaints);

#endif
