#include "support_desk.h"

#include "exchange.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

const char desk_full[] = DESK_HEAD
    ",\n"
    " \"agency\":{\"name\":\"Kota Contoh\",\"kind\":\"kota\"},\n"
    " \"general\":{\n"
    "  \"PU1\":\"Baris satu\\nbaris \\\"dua\\\"\",\n"
    "  \"PU2\":\"é €\"},\n"
    " \"answers\":{\n"
    "  \"I01\":{\"claimed\":3,\"verified\":2,\"verified_reason\":\"kurang bukti\",\"note\":\"n\","
    "\"unit\":\"Dinas Kominfo\",\"state\":\"submitted\",\"carried\":\"uji-2020 2023\",\n"
    "   \"stages\":[\n"
    "    {\"stage\":\"interviu\",\"value\":2,\"reason\":\"belum lengkap\",\"by\":\"Asesor A\"},\n"
    "    {\"stage\":\"dokumen\",\"value\":3,\"reason\":\"ada\"}],\n"
    "   \"explanations\":{\n"
    "    \"2\":\"sudah ditetapkan\",\n"
    "    \"5\":\"belum\"},\n"
    "   \"criteria\":{\n"
    "    \"I01.2.a\":{\"met\":true},\n"
    "    \"I01.2.b\":{\"met\":false,\"note\":\"pasal 3\"},\n"
    "    \"I01.5.b\":{\"note\":\"nanti\"}},\n"
    "   \"evidence\":[\n"
    "    {\"title\":\"Perwali 12/2023\",\"number\":\"12/2023\",\"date\":\"2023-05-01\","
    "\"file\":\"perwali.pdf\",\"sha256\":\"" DESK_SHA
    "\",\"unit\":\"Bagian Hukum\",\"pages\":\"3-7\","
    "\"note\":\"asli\",\"supports\":[\"I01.2.a\",\"I01.2.b\"]},\n"
    "    {}]},\n"
    "  \"I05\":{\"claimed\":1,\n"
    "   \"criteria\":{\n"
    "    \"I05.1.a\":{\"met\":true}}}}}\n";

int desk_open(void **state)
{
    struct desk *desk = calloc(1, sizeof *desk);
    fixture_open(&desk->fixture);
    *state = desk;
    return 0;
}

int desk_close(void **state)
{
    struct desk *desk = *state;
    fixture_close(&desk->fixture);
    arena_release(&desk->arena);
    free(desk);
    return 0;
}

bool desk_take_bytes(struct desk *desk, const char *bytes, size_t length)
{
    error_clear(&desk->err);
    arena_clear(&desk->arena);
    return exchange_read(bytes, length, "f.json", &desk->fixture.instrument, &desk->arena,
                         &desk->assessment, &desk->err);
}

void desk_take(struct desk *desk, const char *bytes)
{
    if (!desk_take_bytes(desk, bytes, strlen(bytes))) {
        fail_msg("refused: %s: %s\n%s", desk->err.where, desk->err.message, bytes);
    }
}

void desk_refuse(struct desk *desk, const char *bytes, const char *id, const char *where)
{
    if (desk_take_bytes(desk, bytes, strlen(bytes))) {
        fail_msg("taken: %s", bytes);
    }
    assert_string_equal(desk->err.id, id);
    assert_string_equal(desk->err.where, where);
}
