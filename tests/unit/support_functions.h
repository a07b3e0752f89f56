/* functions: a rule pack of three indicators, written anew for each test, whose first two take their value
 * from functions that the test brings.
 *
 * Levels 1 to 3, the first of them the baseline, criterion a at each; evidence is due from level 2 on;
 * weights 50, 30 and 20; years 2023 and 2024; the id is "uji". */
#ifndef SPBE_SUPPORT_FUNCTIONS_H
#define SPBE_SUPPORT_FUNCTIONS_H

#include "error.h"
#include "pack.h"

struct functions {
    char folder[128]; /* where its files are */
    struct pack *pack;
};

/* Writes the pack and loads it; ends the test when it is refused.
 *
 * lua:      what the file with the indicators begins with: the locals `first` and, where the second has
 *           one, `second`.
 * depends:  Lua, what the first indicator depends on: "{ 'I02' }". */
void functions_open(struct functions *functions, const char *lua, const char *depends);
/* Frees the pack and removes its files. */
void functions_close(struct functions *functions);

#endif
