#include "program.h"

#include "command.h"
#include "error.h"
#include "file.h"
#include "help.h"
#include "lang.h"
#include "limit.h"
#include "message.h"
#include "named_file.h"
#include "pack_guest.h"
#include "script_guest.h"
#include "template_guest.h"
#include "text.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { OUTPUT_BUFFER = 65536 };

/* Starts the language. The catalogues lie in lang/ beside the program that was built, or in
 * PREFIX/share/locale of one that was installed as PREFIX/bin/spbe. */
static void start_language(const char *asked)
{
    struct error ignored = {.kind = ERROR_NONE};
    struct text folder = TEXT_EMPTY;
    char *program = file_program(&ignored);
    char *slash = program == NULL ? NULL : strrchr(program, '/');
    if (slash != NULL) {
        *slash = '\0';
        text_format(&folder, "%s/lang", program);
        if (access(folder.bytes, R_OK) != 0) {
            text_clear(&folder);
            text_format(&folder, "%s/../share/locale", program);
        }
    }
    lang_start(asked, folder.bytes);
    text_release(&folder);
    free(program);
}

/* Opens the translations that a template or script may show; the first look-up reads the catalogue. */
static void prepare_words(void)
{
    start_language("id");
    lang_text("SPBE");
}

const struct guest_role *program_roles(void)
{
    static const struct guest_role roles[] = {
        {"pack", pack_guest_run, LIMIT_PACK_CPU_S, NULL, 0},
        {"template", template_guest_run, LIMIT_TEMPLATE_CPU_S, prepare_words, 0},
        {"script", script_guest_run, LIMIT_SCRIPT_CPU_S, prepare_words, LIMIT_SCRIPT_PROCESS},
        {NULL, NULL, 0, NULL, 0},
    };
    return roles;
}

/* True when standard output is a pipe and nobody reads it any more. */
static bool reader_gone(void)
{
    struct pollfd output = {.fd = STDOUT_FILENO, .events = POLLOUT};
    return poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

/* Ends as a program does that knows nothing of SIGPIPE. */
static void end_quietly(void)
{
    signal(SIGPIPE, SIG_DFL);
    raise(SIGPIPE);
}

static int run_call(const struct call *call, struct error *err)
{
    if (call->version) {
        puts("spbe " SPBE_VERSION);
    } else if (call->help && call->command != NULL) {
        help_command(call->command, stdout);
    } else if (call->help && call->group != NULL) {
        help_topic(call->group, stdout, err);
    } else if (call->help) {
        help_overview(stdout);
    } else {
        return named_file_check(call, err) ? call->command->run(call, err) : 1;
    }
    return 0;
}

int program_run(int argc, char **argv)
{
    struct error err = {.kind = ERROR_NONE};
    struct call call;
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ,
           SIG_IGN); /* a limit on file sizes is then an error of write, as a full disk is */
    start_language(command_language(argc, argv));
    if (isatty(STDOUT_FILENO) != 1) {
        setvbuf(stdout, NULL, _IOFBF, OUTPUT_BUFFER);
    }
    int status = command_read(argc, argv, &call, &err) ? run_call(&call, &err) : 0;
    command_release(&call);
    command_flush(&err);
    if (!error_is_set(&err)) {
        return status;
    }
    if (err.kind == ERROR_SYSTEM && reader_gone()) {
        end_quietly();
    }
    error_print(&err, stderr);
    return error_exit_status(err.kind);
}
