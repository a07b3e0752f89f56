#include "support_functions.h"

#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char pack_text[] =
    "return { format = 'spbe-pack/1', id = 'uji', title = 'Uji', short_title = 'Uji', language = "
    "'id',"
    " files = { domains = { 'domain_1.lua' } }, years = { first = 2023, last = 2024 },"
    " structure = { domains = 1, aspects = 1, indicators = 3 },"
    " legal_basis = { { id = 'a', title = 'A' } },"
    " scale = { lowest = 1, highest = 3, unanswered = 1 },"
    " rounding = { published_decimals = 2, predicate_on = { ['2023'] = 'rounded' } },"
    " predicates = { { name = 'Semua', min = 1, max = 3, max_inclusive = true } },"
    " level_names = { area = { 'Satu', 'Dua', 'Tiga' } }, cumulative = true,"
    " evidence_duty = { from_level = 2, at_least = 1 } }";

/* Behind the functions; %s is what the first depends on. */
static const char domain_format[] =
    "\nlocal function levels(id)\n"
    "  local list = {}\n"
    "  for n = 1, 3 do\n"
    "    list[n] = { level = n, criteria = { { id = id .. '.' .. n .. '.a', text = 'x' } } }\n"
    "  end\n"
    "  list[1].baseline = true\n"
    "  return list\n"
    "end\n"
    "local function item(no, weight, value, depends)\n"
    "  local id = 'I0' .. no\n"
    "  return { id = id, no = no, kind = 'area', weight = weight, name = id, short_name = id,\n"
    "    value = value, depends_on = depends, levels = levels(id) }\n"
    "end\n"
    "return { id = 'D1', no = 1, weight = 100, name = 'D', aspects = { { id = 'A1', no = 1,\n"
    "  weight = 100, name = 'A', indicators = {\n"
    "    item(1, 50, first, first and %s), item(2, 30, second), item(3, 20) } } } }\n";

static void path_of(const struct functions *functions, const char *name, char path[256])
{
    snprintf(path, 256, "%s/%s", functions->folder, name);
}

static void write_file(const struct functions *functions, const char *name, const char *bytes)
{
    char path[256];
    path_of(functions, name, path);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(bytes, file);
    assert_int_equal(fclose(file), 0);
}

void functions_open(struct functions *functions, const char *lua, const char *depends)
{
    struct error err = {.kind = ERROR_NONE};
    struct text domain = TEXT_EMPTY;
    const char *parent = getenv("TMPDIR");
    snprintf(functions->folder, sizeof functions->folder, "%s/spbe-functions-XXXXXX",
             parent != NULL ? parent : "/tmp");
    assert_non_null(mkdtemp(functions->folder));
    text_add(&domain, lua);
    text_format(&domain, domain_format, depends);
    write_file(functions, "pack.lua", pack_text);
    write_file(functions, "domain_1.lua", domain.bytes);
    text_release(&domain);
    functions->pack = pack_load(functions->folder, &err);
    if (functions->pack == NULL) {
        fail_msg("%s: %s", err.where, err.message);
    }
}

void functions_close(struct functions *functions)
{
    static const char *const names[] = {"pack.lua", "domain_1.lua"};
    char path[256];
    pack_free(functions->pack);
    for (size_t i = 0; i < 2; i++) {
        path_of(functions, names[i], path);
        unlink(path);
    }
    rmdir(functions->folder);
}
