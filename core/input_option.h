/* input_option: the options --rules and --basis of commands that evaluate their INPUT.
 *
 * A command puts the rows into its table, and opens its evaluator with what was said. */
#ifndef SPBE_INPUT_OPTION_H
#define SPBE_INPUT_OPTION_H

#include "command.h"
#include "error.h"
#include "evaluator.h"

/* The row of --rules PACK, which may stand several times. */
#define INPUT_OPTION_RULES                                                                       \
    {                                                                                            \
        .name = "rules", .argument = "PACK", .repeated = true,                                   \
        .help = N_("a rule pack to use, by its id or folder; else the one that is named inside") \
    }
/* The row of --basis BASIS, without which the rule of BASIS_BY_RULE chooses. */
#define INPUT_OPTION_BASIS                                                                    \
    {                                                                                         \
        .name = "basis", .argument = "BASIS",                                                 \
        .help = N_("claimed, supported or verified; else verified where every indicator is, " \
                   "else supported where every one is answered, else claimed")                \
    }

/* The basis that --basis asks for, BASIS_BY_RULE without it. Fails as evaluation_ask does. */
bool input_option_basis(const struct call *call, int *asked, struct error *err);

/* An evaluator with the packs of --rules and the main basis of --basis, which *asked gets as well. Yours to
 * evaluator_free. NULL as evaluation_ask and evaluator_new fail. */
struct evaluator *input_option_evaluator(const struct call *call, int *asked, struct error *err);

#endif
