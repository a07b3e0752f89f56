/* What a person sees: every size holds its frame, focus and keys, and nothing reaches over an edge. */
#include "dialogue_view.h"
#include "support_case.h"
#include "support_fixture.h"
#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { INDICATORS = 5 };

static struct fixture fixture;
static struct case_ c;
static struct progress progress[INDICATORS];
static const char *reasons[INDICATORS];
static int order[INDICATORS];
static struct dialogue dialogue;
static struct arena arena;
static struct picture picture;

static void renew(void)
{
    case_run(&c, BASIS_SUPPORTED);
    for (int i = 0; i < INDICATORS; i++) {
        progress[i] = progress_of(&c.evaluation, (size_t)i);
        order[i] = i;
    }
    struct dialogue_model next = {&c.evaluation, progress, reasons, order};
    dialogue_close(&dialogue);
    dialogue_open(&dialogue, &next);
}

static int enter(void **state)
{
    (void)state;
    fixture_open(&fixture);
    case_open(&c, &fixture.instrument, 2024);
    c.assessment.agency = "Kota Uji";
    arena = (struct arena)ARENA_EMPTY;
    dialogue = (struct dialogue){.entry = ENTRY_EMPTY,
                                 .path = TEXT_EMPTY,
                                 .message = TEXT_EMPTY,
                                 .choices = TEXT_EMPTY,
                                 .item = TEXT_EMPTY};
    memset(reasons, 0, sizeof reasons);
    renew();
    return 0;
}

static int leave(void **state)
{
    (void)state;
    dialogue_close(&dialogue);
    arena_release(&arena);
    case_close(&c);
    fixture_close(&fixture);
    return 0;
}

/* Draws, and wants every piece inside the picture. */
static void draw(size_t rows, size_t columns)
{
    arena_clear(&arena);
    picture_start(&picture, rows, columns, &arena);
    dialogue_draw(&dialogue, &picture);
    for (const struct piece *piece = picture.first; piece != NULL; piece = piece->next) {
        assert_true(piece->row < rows);
        assert_true(piece->column + text_columns(piece->text) <= columns);
    }
    assert_true(!picture.cursor || (picture.cursor_row < rows && picture.cursor_column < columns));
}

/* The row that holds a text, or -1. */
static int row_of(const char *text)
{
    for (size_t row = 0; row < picture.rows; row++) {
        if (strstr(picture_row(&picture, row), text) != NULL) {
            return (int)row;
        }
    }
    return -1;
}

/* The look of the piece that is exactly this text. */
static enum look look_of(const char *text)
{
    for (const struct piece *piece = picture.first; piece != NULL; piece = piece->next) {
        if (strcmp(piece->text, text) == 0) {
            return piece->look;
        }
    }
    fail_msg("nothing is: %s", text);
    return LOOKS;
}

static void press(char letter)
{
    dialogue_press(&dialogue, &(struct key){PRESS_LETTER, (uint32_t)letter});
}

static void test_dialogue_view__frame_focus_and_keys_are_there(void **state)
{
    (void)state;
    draw(24, 80);
    assert_int_equal(row_of("Kota Uji · 2024"), 0);
    assert_int_equal(row_of("0 of 5 complete (0 %)"), 0);
    assert_int_equal(row_of("supported"), 1);
    assert_true(row_of("Kebijakan") > 2);
    assert_true(row_of("▸ I01.2.a") > row_of("Level 2"));
    assert_true(row_of("  I01.2.b  ·") > row_of("▸ I01.2.a"));
    assert_int_equal(look_of("I01.2.a"), LOOK_BAR);
    assert_int_equal(look_of("I01.2.b"), LOOK_PLAIN);
    assert_int_equal(row_of("y yes"), 22);
    assert_int_equal(row_of("q quit"), 23);
    assert_false(picture.cursor);
}

static void test_dialogue_view__index_level_and_answers_follow_the_model(void **state)
{
    (void)state;
    case_answer(&c, "I01.2.a", ANSWER_YES);
    case_answer(&c, "I01.2.b", ANSWER_NO);
    case_evidence(&c, "I01", (struct evidence){.title = "Perwali 12"}, "I01.2.a");
    case_claim(&c, "I01", 3);
    renew();
    dialogue_show(&dialogue, 0, instrument_find_criterion(&fixture.instrument, "I01.2.a", 7, 0));
    draw(24, 80);
    assert_int_equal(look_of("yes"), LOOK_GOOD);
    assert_int_equal(look_of("no"), LOOK_BAD);
    assert_true(row_of("+ Perwali 12") > row_of("I01.2.a"));
    assert_true(row_of("Claim 3") > 0);
    assert_true(row_of("1 of 2 met · evidence: 1") > 0);
    assert_true(row_of("Supported level 1") > 0);
    assert_true(row_of("(1/5)") == 1);
}

static void test_dialogue_view__a_returned_indicator_says_why(void **state)
{
    (void)state;
    c.assessment.responses[0].state = STATE_RETURNED;
    reasons[0] = "bukti belum ditandatangani";
    renew();
    draw(24, 80);
    assert_true(row_of("Returned to be reworked: bukti belum ditandatangani") > 0);
    draw(40, 120);
    assert_true(row_of("! I01") > 0);
}

static void test_dialogue_view__a_wide_screen_lists_all_indicators(void **state)
{
    (void)state;
    draw(24, 109);
    assert_int_equal(row_of("○ I05"), -1);
    draw(24, 110);
    assert_true(row_of("○ I05") > 0);
    assert_true(row_of("▸ I01.2.a") > 0);
}

static void test_dialogue_view__every_size_keeps_inside_its_edges(void **state)
{
    (void)state;
    for (const char *key = " kcb/?i"; *key != '\0'; key++) {
        press(*key);
        for (size_t columns = 1; columns <= 200; columns += columns < 79 ? 13 : 7) {
            for (size_t rows = 1; rows <= 60; rows += rows < 24 ? 11 : 9) {
                draw(rows, columns);
            }
        }
        dialogue_press(&dialogue, &(struct key){PRESS_ESCAPE, 0});
    }
}

static void test_dialogue_view__a_small_screen_is_told_so(void **state)
{
    (void)state;
    draw(24, 79);
    assert_int_equal(row_of("This needs 80 columns and 24 rows; there are 79 and 24."), 0);
    draw(23, 80);
    assert_int_equal(row_of("This needs 80 columns"), 0);
    draw(24, 80);
    assert_int_equal(row_of("This needs"), -1);
}

static void test_dialogue_view__a_line_to_type_in_shows_its_cursor(void **state)
{
    (void)state;
    press('c');
    for (int i = 0; i < 100; i++) {
        press((char)('a' + i % 26));
    }
    draw(24, 80);
    assert_true(picture.cursor);
    assert_int_equal(picture.cursor_row, row_of("Note on I01.2.a:"));
    assert_true(picture.cursor_column < 80);
    assert_true(row_of("uv") > 0); /* the end of what was typed */
}

static void test_dialogue_view__choices_of_a_path_are_shown(void **state)
{
    (void)state;
    press('b');
    dialogue_finish(&dialogue, "perwali-1", "perwali-12.pdf  perwali-13.pdf");
    draw(24, 80);
    assert_int_equal(row_of("perwali-12.pdf  perwali-13.pdf"), 19);
    assert_int_equal(row_of("Document for I01.2.a: perwali-1"), 21);
}

static void test_dialogue_view__the_list_marks_what_is_chosen(void **state)
{
    (void)state;
    press('/');
    dialogue_press(&dialogue, &(struct key){PRESS_DOWN, 0});
    draw(24, 80);
    assert_int_equal(look_of("I02"), LOOK_BAR);
    assert_int_equal(look_of("I01"), LOOK_PLAIN);
    press('~');
    draw(24, 80);
    assert_true(row_of("Nothing holds this: no indicator, criterion, document or note.") > 0);
}

/* What was found inside an indicator stands behind its name, with its id. */
static void test_dialogue_view__the_list_shows_what_was_found(void **state)
{
    (void)state;
    case_evidence(&c, "I02", (struct evidence){.title = "Laporan reviu", .id = "E7"}, "I02.2.a");
    renew();
    press('/');
    for (const char *at = "laporan re"; *at != '\0'; at++) {
        press(*at);
    }
    draw(24, 80);
    assert_true(row_of("E7 Laporan reviu") > 0);
    assert_int_equal(row_of("E7 Laporan reviu"), row_of("I02  "));
    assert_int_equal(look_of("Laporan reviu"), LOOK_BAR);
    draw(30, 130);
    assert_true(row_of("E7 Laporan reviu") > 0);
}

/* Of a long text that part is shown which holds the words. */
static void test_dialogue_view__the_list_shows_the_words_of_a_long_text(void **state)
{
    (void)state;
    c.assessment.responses[3].note = "rapat koordinasi dengan seluruh perangkat daerah pada bulan "
                                     "Maret – hasilnya notula yang belum ditandatangani é";
    renew();
    press('/');
    for (const char *at = "belum ditanda"; *at != '\0'; at++) {
        press(*at);
    }
    draw(24, 80);
    assert_true(row_of("I04") > 0);
    assert_true(row_of("belum ditandatangani") > 0);
    assert_int_equal(row_of("rapat koordinasi"), -1);
}

static void test_dialogue_view__a_page_does_not_scroll_behind_its_end(void **state)
{
    (void)state;
    press('?');
    draw(24, 80);
    assert_true(row_of("Keys") > 0);
    for (int i = 0; i < 9; i++) {
        dialogue_press(&dialogue, &(struct key){PRESS_PAGE_DOWN, 0});
    }
    draw(24, 80);
    size_t last = dialogue.at;
    assert_true(row_of("quits; everything is saved already") > 0);
    dialogue_press(&dialogue, &(struct key){PRESS_UP, 0});
    assert_int_equal(dialogue.at, last - 1);
}

static void test_dialogue_view__all_about_an_indicator_tells_why(void **state)
{
    (void)state;
    press('i');
    draw(40, 80);
    assert_true(row_of("Why it has its value") > 0);
}

static void test_dialogue_view__texts_of_a_file_cannot_move_the_terminal(void **state)
{
    (void)state;
    c.assessment.agency = "Kota\x1b[2J";
    int criterion = instrument_find_criterion(&fixture.instrument, "I01.2.a", 7, 0);
    c.assessment.notes[criterion] = "catatan\x1b]0;x\a";
    renew();
    draw(24, 80);
    for (const struct piece *piece = picture.first; piece != NULL; piece = piece->next) {
        assert_null(strpbrk(piece->text, "\x1b\a\n\r"));
    }
    assert_true(row_of("catatan?]0;x?") > 0);
}

static void test_dialogue_view__long_criteria_scroll_with_the_focus(void **state)
{
    (void)state;
    size_t count = fixture.instrument.criterion_count;
    struct criterion *criteria = arena_get(&fixture.arena, count, sizeof *criteria);
    memcpy(criteria, fixture.instrument.criteria, count * sizeof *criteria);
    fixture.instrument.criteria = criteria;
    int a = instrument_find_criterion(&fixture.instrument, "I01.2.a", 7, 0);
    struct text text = TEXT_EMPTY;
    for (int i = 0; i < 200; i++) {
        text_add(&text, "kata ");
    }
    criteria[a].text = text.bytes;
    draw(24, 80);
    assert_true(row_of("▸ I01.2.a") > 0);
    assert_int_equal(row_of("  I01.2.b  ·"), -1);
    assert_true(row_of("↓") > 0);
    dialogue_press(&dialogue, &(struct key){PRESS_DOWN, 0});
    draw(24, 80);
    assert_true(row_of("▸ I01.2.b") > 0);
    assert_true(row_of("↑") > 0);
    text_release(&text);
}

/* The next number of a sequence that is the same on every machine. */
static uint32_t next_number(uint32_t *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8U;
}

/* What the state promises to whoever draws it. */
static void check_state(void)
{
    const struct indicator *indicator = &fixture.instrument.indicators[dialogue.indicator];
    int first = (int)indicator->levels.first;
    assert_true(dialogue.indicator >= 0 && dialogue.indicator < INDICATORS);
    assert_true(dialogue.level >= first && dialogue.level < first + (int)indicator->levels.count);
    if (dialogue.criterion != NOWHERE) {
        assert_int_equal(fixture.instrument.criteria[dialogue.criterion].level, dialogue.level);
        assert_true(dialogue_counts(&dialogue, dialogue.criterion));
    }
    assert_true(dialogue.entry.at <= dialogue.entry.text.length);
    assert_int_equal(text_utf8_prefix(dialogue.entry.text.bytes, dialogue.entry.text.length),
                     dialogue.entry.text.length);
}

static void test_dialogue_view__no_sequence_of_keys_breaks_it(void **state)
{
    (void)state;
    static const char letters[] = "ytn-kcbuq/?i3 .~";
    uint32_t seed = 2024;
    for (int i = 0; i < 20000; i++) {
        uint32_t number = next_number(&seed);
        struct key key = {(enum press)(number % PRESS_GONE), 0};
        key.letter = number % 17 == 0 ? number % 0x110000
                                      : (uint32_t)letters[number / 64 % (sizeof letters - 1)];
        struct wish wish = dialogue_press(&dialogue, &key);
        assert_true(wish.kind == WISH_NONE || wish.word != NULL);
        if (wish.kind == WISH_ANSWER) {
            case_answer(&c, fixture.instrument.criteria[wish.criterion].id,
                        wish.word[0] == 'y'   ? ANSWER_YES
                        : wish.word[0] == 'n' ? ANSWER_NO
                                              : ANSWER_NONE);
            case_run(&c, BASIS_SUPPORTED);
            progress[wish.indicator] = progress_of(&c.evaluation, (size_t)wish.indicator);
            dialogue_settle(&dialogue, &wish);
        }
        check_state();
        if (i % 10 == 0) {
            draw(24 + number % 30, 80 + number % 60);
        }
    }
}

static void test_dialogue_view__every_mode_has_its_keys_at_the_bottom(void **state)
{
    (void)state;
    static const struct {
        char key;
        const char *hint;
    } modes[] = {
        {'/', "Enter go there"},      {'k', "Enter save"}, {'c', "Esc back, nothing saved"},
        {'b', "Tab finish the name"}, {'?', "Enter back"}, {'i', "Enter back"}};
    for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++) {
        press(modes[i].key);
        draw(24, 80);
        assert_int_equal(row_of(modes[i].hint), 22);
        dialogue_press(&dialogue, &(struct key){PRESS_ESCAPE, 0});
    }
}

static void test_dialogue_view__states_are_told(void **state)
{
    (void)state;
    static const char *const words[] = {NULL, "Submitted for review", "Returned to be reworked",
                                        "Locked: it cannot be changed"};
    for (enum state now = STATE_SUBMITTED; now < STATE_COUNT; now++) {
        c.assessment.responses[0].state = now;
        renew();
        draw(24, 80);
        assert_true(row_of(words[now]) > 0);
    }
}

static void test_dialogue_view__a_claim_in_focus_is_marked(void **state)
{
    (void)state;
    dialogue_show(&dialogue, 0, NOWHERE);
    draw(24, 80);
    assert_int_equal(look_of("Claim –"), LOOK_BAR);
    assert_int_equal(look_of("I01.2.a"), LOOK_PLAIN);
    assert_int_equal(row_of("▸"), -1);
}

static void test_dialogue_view__a_complete_indicator_lacks_nothing(void **state)
{
    (void)state;
    case_fulfil(&c, "I01", 2, 5);
    case_claim(&c, "I01", 5);
    renew();
    dialogue_show(&dialogue, 0, instrument_find_criterion(&fixture.instrument, "I01.2.a", 7, 0));
    draw(40, 120);
    assert_int_equal(look_of("Nothing is missing."), LOOK_GOOD);
    assert_true(row_of("● I01") > 0);
    assert_int_equal(row_of("1 of 5 complete (20 %)"), 0);
}

static void test_dialogue_view__three_values_stand_side_by_side(void **state)
{
    (void)state;
    case_claim(&c, "I01", 4);
    case_verify(&c, "I01", 2);
    renew();
    draw(24, 80);
    int row = row_of("Claim 4");
    assert_int_equal(row_of("Supported level 1"), row);
    assert_int_equal(row_of("Verified 2"), row);
    assert_int_equal(row_of("verified 1,13 Kurang (1/5)"), 1);
}

static void test_dialogue_view__documents_are_listed_with_their_details(void **state)
{
    (void)state;
    case_evidence(
        &c, "I01",
        (struct evidence){
            .id = "E1", .title = "Perwali", .number = "12", .date = "2023-05-01", .pages = "3"},
        "I01.2.a I01.2.b");
    case_evidence(&c, "I01", (struct evidence){.id = "E2", .file = "laporan.pdf"}, "");
    renew();
    draw(24, 80);
    assert_true(row_of("+ Perwali · 12 · 2023-05-01 · pages 3") > 0);
    press('e');
    draw(24, 80);
    assert_true(row_of("E1      Perwali · 12 · 2023-05-01 · pages 3") > 0);
    assert_true(row_of("I01.2.a, I01.2.b") > 0);
    assert_true(row_of("E2      laporan.pdf") > row_of("E1      Perwali"));
    assert_true(row_of("supports nothing yet") > 0);
    assert_false(picture.cursor);
    /* More than fit: the chosen one is seen. */
    for (int i = 0; i < 30; i++) {
        case_evidence(&c, "I01", (struct evidence){.id = "E3", .title = "Lagi"}, "");
    }
    case_evidence(&c, "I01", (struct evidence){.id = "E99", .title = "Akhir"}, "");
    renew();
    press('e');
    for (int i = 0; i < 40; i++) {
        dialogue_press(&dialogue, &(struct key){PRESS_DOWN, 0});
    }
    draw(24, 80);
    assert_true(row_of("E99     Akhir") > 0);
    draw(24, 200);
}

static void test_dialogue_view__a_refused_detail_is_told_above_its_line(void **state)
{
    (void)state;
    case_evidence(&c, "I01", (struct evidence){.id = "E1", .title = "Perwali"}, "I01.2.a");
    renew();
    press('e');
    dialogue_press(&dialogue, &(struct key){PRESS_ENTER, 0});
    draw(24, 80);
    assert_true(row_of("Title of E1: Perwali") > 0);
    dialogue_say(&dialogue, true, "no such thing");
    draw(24, 80);
    assert_int_equal(row_of("no such thing"), 19);
    assert_int_equal(look_of("no such thing"), LOOK_BAD);
    assert_true(row_of("Title of E1: Perwali") > row_of("no such thing"));
}

static void test_dialogue_view__the_note_on_the_indicator_is_seen(void **state)
{
    (void)state;
    c.assessment.responses[0].note = "menunggu tanda tangan";
    renew();
    draw(24, 80);
    assert_int_equal(look_of("“menunggu tanda tangan”"), LOOK_FAINT);
    press('C');
    draw(24, 80);
    assert_true(row_of("Note on I01: menunggu tanda tangan") > 0);
    assert_true(picture.cursor);
}

/* The mark stands above the answers that wait. */
static void test_dialogue_view__what_was_carried_over_says_so(void **state)
{
    (void)state;
    c.assessment.responses[0].carried = "uji-2020 2023";
    renew();
    draw(24, 80);
    assert_true(row_of("Carried over from uji-2020 2023, not yet confirmed") > 0);
    assert_true(row_of("press K") > 0);
}

/* Documents stand below the item that they prove, and are listed with its id. */
static void test_dialogue_view__documents_stand_below_their_items(void **state)
{
    (void)state;
    static const struct item_name first = {1, 1};
    struct evidence document = {
        .id = "E1", .title = "Rancangan Renja", .items = &first, .item_count = 1};
    dialogue_close(&dialogue);
    case_close(&c);
    fixture_as_pemdi(&fixture);
    case_open(&c, &fixture.instrument, 2024);
    c.assessment.responses[0].evidence = &document;
    c.assessment.responses[0].evidence_count = 1;
    renew();
    draw(24, 100);
    assert_true(row_of("+ Rancangan Renja") > row_of("I01.1.e1"));
    press('e');
    draw(24, 100);
    assert_int_equal(row_of("I01.1.e1"), row_of("Rancangan Renja") + 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(test_dialogue_view__documents_are_listed_with_their_details),
        TEST(test_dialogue_view__a_refused_detail_is_told_above_its_line),
        TEST(test_dialogue_view__the_note_on_the_indicator_is_seen),
        TEST(test_dialogue_view__what_was_carried_over_says_so),
        TEST(test_dialogue_view__documents_stand_below_their_items),
        TEST(test_dialogue_view__frame_focus_and_keys_are_there),
        TEST(test_dialogue_view__index_level_and_answers_follow_the_model),
        TEST(test_dialogue_view__a_returned_indicator_says_why),
        TEST(test_dialogue_view__a_wide_screen_lists_all_indicators),
        TEST(test_dialogue_view__every_size_keeps_inside_its_edges),
        TEST(test_dialogue_view__a_small_screen_is_told_so),
        TEST(test_dialogue_view__a_line_to_type_in_shows_its_cursor),
        TEST(test_dialogue_view__choices_of_a_path_are_shown),
        TEST(test_dialogue_view__the_list_marks_what_is_chosen),
        TEST(test_dialogue_view__the_list_shows_what_was_found),
        TEST(test_dialogue_view__the_list_shows_the_words_of_a_long_text),
        TEST(test_dialogue_view__a_page_does_not_scroll_behind_its_end),
        TEST(test_dialogue_view__all_about_an_indicator_tells_why),
        TEST(test_dialogue_view__texts_of_a_file_cannot_move_the_terminal),
        TEST(test_dialogue_view__long_criteria_scroll_with_the_focus),
        TEST(test_dialogue_view__no_sequence_of_keys_breaks_it),
        TEST(test_dialogue_view__every_mode_has_its_keys_at_the_bottom),
        TEST(test_dialogue_view__states_are_told),
        TEST(test_dialogue_view__a_claim_in_focus_is_marked),
        TEST(test_dialogue_view__a_complete_indicator_lacks_nothing),
        TEST(test_dialogue_view__three_values_stand_side_by_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
