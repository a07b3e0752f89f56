/* key: what a person pressed, told apart from how a terminal says it. Header only. */
#ifndef SPBE_KEY_H
#define SPBE_KEY_H

#include <stdint.h>

enum press {
    PRESS_NONE, /* nothing to act on: the screen changed its size, or was asked to be drawn again */
    PRESS_LETTER,
    PRESS_UP,
    PRESS_DOWN,
    PRESS_LEFT,
    PRESS_RIGHT,
    PRESS_HOME,
    PRESS_END,
    PRESS_PAGE_UP,
    PRESS_PAGE_DOWN,
    PRESS_ENTER,
    PRESS_ESCAPE,
    PRESS_TAB,
    PRESS_BACKSPACE,
    PRESS_DELETE,
    PRESS_GONE /* the terminal has gone */
};

/* With Ctrl pressed a letter comes as in ASCII: Ctrl-C is 3. */
enum { CONTROL_A = 1, CONTROL_C = 3, CONTROL_E = 5, CONTROL_U = 21, CONTROL_Z = 26 };

struct key {
    enum press press;
    uint32_t letter; /* a code point, for PRESS_LETTER */
};

#endif
