#include "command.h"

const struct command command_rules_table[] = {{.name = NULL}};
