/* script_talk: the conversation that a script's worker has with the program while Lua runs.
 *
 * What a script prints is gathered and goes out in pieces; what it asks for goes out as one message and is answered
 * before it goes on. The messages are listed in script_guest.h. Everything here runs inside the sandbox and may
 * raise: the buffers belong to the process, which ends with the script. */
#ifndef SPBE_SCRIPT_TALK_H
#define SPBE_SCRIPT_TALK_H

#include "arena.h"
#include "text.h"

#include <lua.h>
#include <stddef.h>

enum { SCRIPT_TALK_BYTES = 32768 }; /* printed text that goes out at once */

struct script_talk {
    struct text printed; /* that waits to be sent */
    struct text message; /* that is being made */
    struct text reply;
    struct text failed;   /* the sentence of the last call that failed; "" = none since the start */
    struct arena scratch; /* of the answer at hand */
};

/* Adds printed text as it can be sent: '?' for NUL and for what is no UTF-8. */
void script_talk_print(struct script_talk *talk, const char *bytes, size_t length);
/* Sends what was printed, in pieces that end between characters. It uses talk->message: flush before making one. */
void script_talk_flush(struct script_talk *talk);

/* Sends talk->message and pushes the value of the answer. Raises the program's sentence at the line of the script,
 * so that it can be caught, where the answer is one; it stays in talk->failed. [-0, +1, e] */
void script_talk_ask(lua_State *L, struct script_talk *talk);

#endif
