/* script_guest: the worker's role "script": runs a script of `spbe run`, or what is typed at its prompt.
 *
 * All messages are JSON. What a script wants done goes to the parent as a call (script_api.h) and is answered
 * before the script goes on:
 *     → {"file":"ambil.lua","called":"ambil","source":"…","language":"id","today":"2026-11-22","arguments":["a.spbe"],
 *        "memory":134217728,"ms":60000,"steps":3000000000,"prompt":false}
 *     ← {"print":"…"}               any number: text for standard output
 *     ← {"call":12,"with":[…]}      a row of script_rows, its arguments
 *     ← {"next":3}                  a further page of a walk
 *     ← {"book":3,"draw":[…]}       drawing commands for a workbook (script_draw.h)
 *     ← {"include":"bantu.lua"}     another file of the script
 *       → {"value":…}               what the call gives; of a file {"number":1,"name":"bantu.lua","source":"…"}
 *       → {"error":"…"}             one sentence, which the script can catch
 *     ← {"end":true}                the script is through; with "status":1 when it said so
 *     ← {"end":false,"failed":"ambil.lua:12"}          the last call failed, and nobody caught it
 *     ← {"end":false,"said":"…"}                       spbe.fail(…)
 *     ← {"end":false,"fault":{"error":{…}}}            see fault.h
 * With "prompt" there is no source; instead, again and again
 *     → {"line":"1 + 1"}
 *     ← print and calls as above, then {"end":…}, or {"more":true}: the text is not complete, more is to come
 *
 * What a script finds: the library (lua_library.h), print, `spbe` with the functions of script_api.h, `arg` (the
 * words behind the script's name), `include`, `language`. At the prompt names may be given values without `local`. */
#ifndef SPBE_SCRIPT_GUEST_H
#define SPBE_SCRIPT_GUEST_H

/* Runs the role: a row of the guest's table of roles. */
void script_guest_run(void);

#endif
