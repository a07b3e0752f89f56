#include "sheet_library.h"

#include "message.h"

#include <assert.h>
#include <dlfcn.h>
#include <string.h>

#ifndef SPBE_XLSXWRITER /* the Makefile says what the shared file calls itself */
#define SPBE_XLSXWRITER "libxlsxwriter.so.4"
#endif

/* Set once, before anything is drawn; as with the dynamic linker itself, what is loaded is the process's. */
static struct sheet_library functions;
static bool loaded;

/* Puts the address of a function into its place in the table; false when the library has none of that name. */
static bool find(void *library, const char *name, void *place)
{
    void *address = dlsym(library, name);
    memcpy(place, &address, sizeof address); /* a pointer to data becomes one to a function */
    return address != NULL;
}

bool sheet_library_load(struct error *err)
{
    if (loaded) {
        return true;
    }
    void *library = dlopen(SPBE_XLSXWRITER, RTLD_NOW | RTLD_LOCAL);
    loaded = library != NULL;
#define SHEET_LIBRARY_FIND(name) loaded = loaded && find(library, #name, &functions.name);
    SHEET_LIBRARY_FUNCTIONS(SHEET_LIBRARY_FIND)
#undef SHEET_LIBRARY_FIND
    return loaded || error_set(err, M_SHEET_LIBRARY, NULL, SPBE_XLSXWRITER);
}

const struct sheet_library *sheet_library(void)
{
    assert(loaded);
    return &functions;
}
