/* A unit test can be a worker: file_program names the test itself, so `worker` starts the test again as
 * `test_x --worker ROLE`. This runs before main and becomes the guest for the program's own roles; a
 * test that brings roles of its own looks for them in its main. */
#include "guest.h"
#include "program.h"

#include <string.h>

__attribute__((constructor)) static void become_worker(int argc, char **argv)
{
    if (argc != 3 || strcmp(argv[1], "--worker") != 0) {
        return;
    }
    for (const struct guest_role *role = program_roles(); role->name != NULL; role++) {
        if (strcmp(role->name, argv[2]) == 0) {
            guest_main(argv[2], program_roles());
        }
    }
}
