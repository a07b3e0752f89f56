#include "check_declaration.h"

#include "check_case.h"
#include "check_function.h"
#include "check_price.h"
#include "check_scale.h"
#include "check_slot.h"
#include "check_tree.h"
#include "check_value.h"
#include "crosswalk.h"

void check_declaration(const struct declaration *declaration, struct complaints *complaints)
{
    check_tree(declaration, complaints);
    check_value(declaration, complaints);
    check_scale(declaration, complaints);
    check_slot(declaration, complaints);
    check_function(declaration, complaints);
    check_case(declaration, complaints);
    check_price(declaration, complaints);
    crosswalk_check(declaration, complaints);
}
