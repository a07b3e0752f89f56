#include "guest.h"
#include "memory.h"
#include "program.h"

#include <string.h>

int main(int argc, char **argv)
{
    memory_start();
    if (argc == 3 && strcmp(argv[1], "--worker") == 0) {
        guest_main(argv[2], program_roles());
    }
    if (argc >= 3 && strcmp(argv[1], "--limited") == 0) {
        guest_exec(argv + 2);
    }
    return program_run(argc, argv);
}
