#include "command.h"

const struct command command_evaluate_table[] = {{.name = NULL}};
