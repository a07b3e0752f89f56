#include "command.h"

const struct command command_report_table[] = {{.name = NULL}};
