#include "command.h"

const struct command command_store_table[] = {{.name = NULL}};
