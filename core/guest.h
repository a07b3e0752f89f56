/* guest: the child's side of a disposable process that runs foreign Lua.
 *
 * main calls guest_main at once when it was started as `spbe --worker ROLE`: before options, language
 * or any file is looked at. The guest closes all but its channel (one socket, 0 and 1), limits itself
 * (resource limits, no new privileges, not dumpable, killed with its parent, a seccomp allow list that
 * ends the process at anything but reading and writing the channel, memory, clock and exit), and only
 * then runs the role, which receives messages and sends answers until the parent has gone. It ends
 * with _exit, never with lua_close.
 *
 *     static const struct guest_role roles[] = {
 *         {"pack", pack_guest_run, LIMIT_PACK_CPU_S, NULL, 0}, {NULL, NULL, 0, NULL, 0}};
 *     if (argc == 3 && strcmp(argv[1], "--worker") == 0) { guest_main(argv[2], roles); }
 *
 * guest_exec bounds a program of others (pdftotext) in the same spirit.
 *
 * Builds with SPBE_SANITIZED leave out the address-space limit and the file-size limit, and make the seccomp
 * filters without loading them: sanitizers and coverage cannot live with them; nothing at run time weakens
 * them. */
#ifndef SPBE_GUEST_H
#define SPBE_GUEST_H

#include "fault.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>

/* What a worker can be; a table of them ends with a row without name. */
struct guest_role {
    const char *name;     /* "pack" */
    void (*run)(void);    /* receives and answers until guest_receive is false */
    unsigned cpu_seconds; /* processor time of the whole process, whatever the parent does */
    void (*prepare)(
        void);     /* opens what the role needs (translations) before the process limits itself
                              and sees anything foreign; NULL for nothing */
    size_t memory; /* address space of the process; 0 = LIMIT_WORKER_MEMORY */
};

/* Becomes the worker of that role and never returns. Exit statuses, for tests: 0 the parent closed the
 * channel; 2 no such role; 3 the process could not limit itself; 4 the channel broke. */
_Noreturn void guest_main(const char *role, const struct guest_role *roles);

/* Becomes another program (argv[0], a whole path; argv ends with NULL) and never returns: one that reads
 * what strangers wrote, such as pdftotext, and is started as `spbe --limited PROGRAM ...`. It gets no
 * environment, LIMIT_INSPECT_MEMORY of memory, LIMIT_INSPECT_MS of processor time, and cannot write files,
 * open connections, start other programs or outlive its parent. Exit statuses: 3 as guest_main, 127 the
 * program cannot be started. */
_Noreturn void guest_exec(char **argv);

/* Waits for a message from the parent; false when there will be none. Ends the process when the
 * channel breaks. */
bool guest_receive(struct text *message);
/* Sends a message, of any size up to LIMIT_ANSWER_BYTES, to the parent; may be called while foreign
 * code runs. Ends the process when the channel breaks. */
void guest_send(const char *bytes, size_t length);
/* Sends a fault as an error message. */
void guest_fail(const struct fault *fault);

#endif
