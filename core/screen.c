#include "screen.h"

#include "console.h"
#include "memory.h"
#include "message.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#define NCURSES_WIDECHAR 1
#include <curses.h>

#include <term.h>
/* term.h names every ability of a terminal by a macro. */
#undef columns
#undef lines

struct screen_handle {
    SCREEN *terminal;
    attr_t looks[LOOKS];
};

/* True when the terminal library knows a kind of terminal that can be drawn on at any place. */
static bool can_place(const char *kind)
{
    int found = 0;
    if (kind == NULL || setupterm(kind, STDOUT_FILENO, &found) != OK) {
        return false;
    }
    bool can = tigetstr("cup") != NULL && tigetstr("clear") != NULL;
    del_curterm(cur_term);
    return can;
}

bool screen_check(struct error *err)
{
    const char *kind = getenv("TERM");
    if (isatty(STDIN_FILENO) != 1 || isatty(STDOUT_FILENO) != 1) {
        return error_set(err, M_SCREEN_NONE, NULL);
    }
    return can_place(kind) || error_set(err, M_SCREEN_DUMB, "TERM", kind == NULL ? "" : kind);
}

/* How each look is made; with colours where they may be used. */
static void choose_looks(struct screen_handle *screen)
{
    static const struct {
        attr_t attributes;
        short colour;
    } looks[LOOKS] = {
        [LOOK_STRONG] = {A_BOLD, 0},      [LOOK_FAINT] = {A_DIM, 0},
        [LOOK_GOOD] = {0, COLOR_GREEN},   [LOOK_WARN] = {0, COLOR_YELLOW},
        [LOOK_BAD] = {A_BOLD, COLOR_RED}, [LOOK_BAR] = {A_REVERSE, 0},
    };
    struct console console;
    console_open(&console, stdout);
    bool colour =
        console.colour && has_colors() && start_color() == OK && use_default_colors() == OK;
    for (int i = 0; i < LOOKS; i++) {
        screen->looks[i] = looks[i].attributes;
        if (colour && looks[i].colour != 0) {
            init_pair((short)(i + 1), looks[i].colour, -1);
            screen->looks[i] |= (attr_t)COLOR_PAIR(i + 1);
        }
    }
}

struct screen_handle *screen_open(struct error *err)
{
    if (!screen_check(err)) {
        return NULL;
    }
    SCREEN *terminal = newterm(NULL, stdout, stdin);
    if (terminal == NULL) {
        error_set(err, M_SCREEN_DUMB, "TERM", getenv("TERM"));
        return NULL;
    }
    struct screen_handle *screen = memory_zero(1, sizeof *screen);
    screen->terminal = terminal;
    set_escdelay(25);
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    choose_looks(screen);
    return screen;
}

void screen_close(struct screen_handle *screen)
{
    if (screen != NULL) {
        endwin();
        delscreen(screen->terminal);
        free(screen);
    }
}

void screen_size(const struct screen_handle *screen, size_t *rows, size_t *columns)
{
    (void)screen;
    *rows = (size_t)getmaxy(stdscr);
    *columns = (size_t)getmaxx(stdscr);
}

void screen_show(struct screen_handle *screen, const struct picture *picture)
{
    erase();
    for (const struct piece *piece = picture->first; piece != NULL; piece = piece->next) {
        attrset((int)screen->looks[piece->look]);
        mvaddstr((int)piece->row, (int)piece->column, piece->text);
    }
    attrset(A_NORMAL);
    curs_set(picture->cursor ? 1 : 0);
    if (picture->cursor) {
        move((int)picture->cursor_row, (int)picture->cursor_column);
    }
    refresh();
}

/* A key that the terminal library names. */
static enum press named_key(wint_t code)
{
    static const struct {
        wint_t code;
        enum press press;
    } keys[] = {
        {KEY_UP, PRESS_UP},         {KEY_DOWN, PRESS_DOWN},
        {KEY_LEFT, PRESS_LEFT},     {KEY_RIGHT, PRESS_RIGHT},
        {KEY_HOME, PRESS_HOME},     {KEY_END, PRESS_END},
        {KEY_PPAGE, PRESS_PAGE_UP}, {KEY_NPAGE, PRESS_PAGE_DOWN},
        {KEY_ENTER, PRESS_ENTER},   {KEY_BACKSPACE, PRESS_BACKSPACE},
        {KEY_DC, PRESS_DELETE},
    };
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (keys[i].code == code) {
            return keys[i].press;
        }
    }
    return PRESS_NONE;
}

/* A letter, or a key that comes as one. */
static struct key letter_key(wint_t letter)
{
    enum { CONTROL_L = 12, ESCAPE = 27, DELETE = 127 };
    switch (letter) {
    case '\r':
    case '\n':
        return (struct key){PRESS_ENTER, 0};
    case '\t':
        return (struct key){PRESS_TAB, 0};
    case '\b':
    case DELETE:
        return (struct key){PRESS_BACKSPACE, 0};
    case ESCAPE:
        return (struct key){PRESS_ESCAPE, 0};
    case CONTROL_L:
        clearok(curscr, TRUE);
        return (struct key){PRESS_NONE, 0};
    default:
        return (struct key){PRESS_LETTER, (uint32_t)letter};
    }
}

struct key screen_read(struct screen_handle *screen)
{
    (void)screen;
    wint_t code = 0;
    errno = 0;
    int kind = get_wch(&code);
    if (kind == KEY_CODE_YES) {
        return (struct key){named_key(code), 0};
    }
    if (kind == OK) {
        return letter_key(code);
    }
    return (struct key){errno == EINTR ? PRESS_NONE : PRESS_GONE, 0};
}
