/* The floor for batches: cJSON alone, a document a line.
 *
 *     floor INPUT           parses every document of INPUT
 *     floor INPUT RESULTS   and prints every document of RESULTS, which were parsed beforehand
 *
 * Prints the processor seconds that this took, without reading the files. */
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void stop(const char *why)
{
    fprintf(stderr, "floor: %s\n", why);
    exit(1);
}

/* A whole file with a NUL behind. */
static char *slurp(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        stop(path);
    }
    size_t length = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(length + 1);
    if (bytes == NULL || fread(bytes, 1, length, file) != length) {
        stop(path);
    }
    bytes[length] = '\0';
    fclose(file);
    return bytes;
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double spent; /* what was measured so far */

/* Parses one document and, where asked, prints it instead of counting the parsing. */
static void do_document(const char *bytes, size_t length, int print)
{
    double start = seconds();
    cJSON *tree = cJSON_ParseWithLength(bytes, length);
    if (tree == NULL) {
        stop("a document that cJSON cannot parse");
    }
    if (print) {
        start = seconds();
        char *text = cJSON_PrintUnformatted(tree);
        spent += seconds() - start;
        free(text);
        cJSON_Delete(tree);
        return;
    }
    cJSON_Delete(tree);
    spent += seconds() - start;
}

static void do_file(const char *path, int print)
{
    char *bytes = slurp(path);
    const char *at = bytes;
    for (const char *end = strchr(at, '\n'); end != NULL; at = end + 1, end = strchr(at, '\n')) {
        do_document(at, (size_t)(end - at), print);
    }
    free(bytes);
}

int main(int argc, char **argv)
{
    if (argc < 2 || argc > 3) {
        stop("floor INPUT [RESULTS]");
    }
    do_file(argv[1], 0);
    if (argc == 3) {
        do_file(argv[2], 1);
    }
    printf("%.6f\n", spent);
    return 0;
}
