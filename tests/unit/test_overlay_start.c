#include "overlay_start.h"

#include "overlay_file.h"
#include "pack_stack.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder to start overlays in, and the pack that they change. */
struct place {
    char folder[64], path[96], file[128];
    struct pack *pack;
};

static void open_place(struct place *place, const char *name)
{
    struct error err = {.kind = ERROR_NONE};
    snprintf(place->folder, sizeof place->folder, "/tmp/spbe-start-XXXXXX");
    assert_non_null(mkdtemp(place->folder));
    snprintf(place->path, sizeof place->path, "%s/%s", place->folder, name);
    snprintf(place->file, sizeof place->file, "%s/overlay.lua", place->path);
    place->pack = pack_load("spbe-2020", &err);
    assert_non_null(place->pack);
}

static void close_place(struct place *place)
{
    (void)unlink(place->file);
    (void)rmdir(place->path);
    assert_int_equal(rmdir(place->folder), 0);
    pack_free(place->pack);
}

/* What nobody has written yet is known, field by field; what was written is not. */
static void test_overlay_start__knows_what_is_left_to_write(void **state)
{
    (void)state;
    static const struct {
        const char *title, *reason, *source, *left;
    } cases[] = {
        {"Perubahan aturan koreksi-1", "Tulis alasannya di sini.",
         "Tulis naskah dasarnya di sini: surat, keputusan, notula.", "title, reason, source"},
        {"Bobot", "Tulis alasannya di sini.", "Nota", "reason"},
        {"Perubahan aturan koreksi-2", "Temuan", "", ""},
        {"", "", "", ""},
        {"Bobot", "di sini", "surat", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct text left = TEXT_EMPTY;
        const struct overlay_note note = {.id = "koreksi-1",
                                          .title = cases[i].title,
                                          .reason = cases[i].reason,
                                          .source = cases[i].source};
        assert_int_equal(overlay_start_left(&note, &left), cases[i].left[0] != '\0');
        assert_string_equal(left.bytes, cases[i].left);
        text_release(&left);
    }
}

static void test_overlay_start__is_a_sound_overlay_of_the_folders_name(void **state)
{
    (void)state;
    struct place place;
    struct error err = {.kind = ERROR_NONE};
    open_place(&place, "koreksi-1");
    assert_true(overlay_start(place.path, pack_instrument(place.pack), "2026-11-22", &err));
    const char *const names[] = {place.path, NULL};
    struct pack *pack = pack_stack_load(names, &err);
    assert_non_null(pack);
    const struct instrument *instrument = pack_instrument(pack);
    assert_string_equal(instrument->overlays[0].id, "koreksi-1");
    assert_string_equal(instrument->overlays[0].date, "2026-11-22");
    assert_false(instrument->overlays[0].other_base);
    assert_int_equal(instrument->change_count, 0);
    pack_free(pack);
    close_place(&place);
}

static void test_overlay_start__a_name_that_is_no_id_is_refused(void **state)
{
    (void)state;
    static const char *const names[] = {"Koreksi", "koreksi bobot", "koreksi.lua", "ko_reksi"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct place place;
        struct error err = {.kind = ERROR_NONE};
        open_place(&place, names[i]);
        assert_false(overlay_start(place.path, pack_instrument(place.pack), "2026-11-22", &err));
        assert_string_equal(err.id, "NEW_OVERLAY_NAME");
        assert_int_equal(access(place.path, F_OK), -1);
        close_place(&place);
    }
}

static void test_overlay_start__a_file_that_is_there_stays(void **state)
{
    (void)state;
    struct place place;
    struct error err = {.kind = ERROR_NONE};
    open_place(&place, "koreksi");
    assert_true(overlay_start(place.path, pack_instrument(place.pack), "2026-11-22", &err));
    assert_false(overlay_start(place.path, pack_instrument(place.pack), "2026-11-23", &err));
    assert_string_equal(err.id, "FILE_EXISTS");
    struct error none = {.kind = ERROR_NONE};
    struct overlay_file *file = overlay_file_open(place.path, &none);
    assert_non_null(file);
    assert_non_null(strstr(overlay_file_source(file)->text.bytes, "2026-11-22"));
    overlay_file_free(file);
    close_place(&place);
}

static void test_overlay_start__a_folder_that_is_there_is_used(void **state)
{
    (void)state;
    struct place place;
    struct error err = {.kind = ERROR_NONE};
    open_place(&place, "koreksi");
    assert_int_equal(mkdir(place.path, 0700), 0);
    assert_true(overlay_start(place.path, pack_instrument(place.pack), "2026-11-22", &err));
    assert_int_equal(access(place.file, F_OK), 0);
    close_place(&place);
}

static void test_overlay_start__a_folder_in_nowhere_is_refused(void **state)
{
    (void)state;
    struct place place;
    struct error err = {.kind = ERROR_NONE};
    open_place(&place, "koreksi");
    assert_false(
        overlay_start("/tidak/ada/koreksi", pack_instrument(place.pack), "2026-11-22", &err));
    assert_string_equal(err.id, "FILE_WRITE");
    close_place(&place);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_overlay_start__knows_what_is_left_to_write),
        cmocka_unit_test(test_overlay_start__is_a_sound_overlay_of_the_folders_name),
        cmocka_unit_test(test_overlay_start__a_name_that_is_no_id_is_refused),
        cmocka_unit_test(test_overlay_start__a_file_that_is_there_stays),
        cmocka_unit_test(test_overlay_start__a_folder_that_is_there_is_used),
        cmocka_unit_test(test_overlay_start__a_folder_in_nowhere_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
