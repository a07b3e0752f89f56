/* `spbe rules stubs`: annotations with which an editor completes and checks packs and templates. */
#include "command.h"
#include "lang.h"
#include "message.h"
#include "stub.h"

#include <stdio.h>

static int run_stubs(const struct call *call, struct error *err)
{
    const char *name = call->argument_count == 0 ? "pack" : call->arguments[0];
    struct text stub = TEXT_EMPTY;
    if (stub_write(name, &stub)) {
        fputs(stub.bytes, stdout);
    } else {
        error_set(err, M_STUB_NAME, NULL, name);
    }
    text_release(&stub);
    return 0;
}

const struct command command_stub_table[] = {
    {.name = "rules stubs",
     .arguments = "[pack|template|session|script]",
     .most = 1,
     .summary = N_("prints annotations for editors: fields, functions, and what is not there"),
     .example = "spbe rules stubs pack",
     .details =
         N_("Editors with lua-language-server complete and check with them. They are made from the "
            "tables that the program itself works by, and are installed in templates/stubs; let "
            "the editor's workspace library name that folder. In a file of a pack, say what it "
            "returns: ---@type spbe.Overlay above 'local overlay = { ... }'."),
     .run = run_stubs},
    {.name = NULL},
};
