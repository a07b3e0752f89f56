/* check_declaration: all proofs of a declared pack, one after the other.
 *
 * Each proof is a module (check_tree, check_value, check_scale, check_slot, check_function, check_case, check_price,
 * and the crosswalks') that adds what it finds to the complaints; none stops the others. A declaration without
 * complaints can be built (pack_build). */
#ifndef SPBE_CHECK_DECLARATION_H
#define SPBE_CHECK_DECLARATION_H

#include "complaint.h"
#include "declaration.h"

/* Proves a declaration whose fields were checked (pack_field) and which was flattened (declaration_flatten). */
void check_declaration(const struct declaration *declaration, struct complaints *complaints);

#endif
