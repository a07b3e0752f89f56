/* Runs one fuzz target over files, without a fuzzer: `fuzz_json corpus/json/…`. Each file is given with
 * its end right before memory that cannot be read, so that one byte too far ends the program. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* Reads a file so that it ends at a page that nobody may touch; *start and *whole give it back. */
static uint8_t *read_guarded(const char *path, size_t *length, uint8_t **start, size_t *whole)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        perror(path);
        exit(1);
    }
    *length = (size_t)ftell(file);
    rewind(file);
    size_t room = (*length + page - 1) / page * page;
    *whole = room + page;
    *start = mmap(NULL, *whole, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (*start == MAP_FAILED || mprotect(*start + room, page, PROT_NONE) != 0) {
        perror("mmap");
        exit(1);
    }
    uint8_t *bytes = *start + room - *length;
    if (fread(bytes, 1, *length, file) != *length) {
        perror(path);
        exit(1);
    }
    fclose(file);
    return bytes;
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        size_t length = 0;
        size_t whole = 0;
        uint8_t *start = NULL;
        uint8_t *bytes = read_guarded(argv[i], &length, &start, &whole);
        fprintf(stderr, "%s\n", argv[i]);
        LLVMFuzzerTestOneInput(bytes, length);
        munmap(start, whole);
    }
    return 0;
}
