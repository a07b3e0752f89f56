#include "input_option.h"

bool input_option_basis(const struct call *call, int *asked, struct error *err)
{
    return evaluation_ask(command_value(call, "basis"), asked, err);
}

struct evaluator *input_option_evaluator(const struct call *call, int *asked, struct error *err)
{
    return input_option_basis(call, asked, err)
               ? evaluator_new(command_values(call, "rules"), *asked, err)
               : NULL;
}
