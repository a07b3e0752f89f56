/* template_guest: the worker's role "template": runs a Lua template over a result document.
 *
 * The parent sends four messages and gets commands back until "done"; all are JSON. The first may come long
 * before the others: whatever does not need the documents is then done while they are made.
 *     → {"file":"laporan.lua","source":"…","language":"id",
 *        "files":{"bagian/gaya.lua":"…"}}      what the template will probably include
 *     → the result document
 *     → the document of the former year, or null
 *     → the options, an object
 *     ← {"draw":[[4,12,0,1,1,"Kota Contoh","judul"],…]}     any number, see drawing.h
 *     ← {"file":"bagian/gaya.lua"}                          one of "files" begins its work
 *     ← {"include":"bagian/kata.lua","place":12}            a file that was not among them
 *       → {"source":"…"}                                   an include that is not there has no answer:
 *                                                          the parent then ends the worker
 *     ← {"rows":true}                                       a page of rows, please
 *       → [{…},…]                                           JSON, shorter than LIMIT_MESSAGE_BYTES; [] = no more
 *     ← {"done":true}
 *     ← {"error":{…}}          see fault.h; the worker can be closed then
 *
 * What a template finds: the library (lua_library.h), the functions of drawing.h, `report` and `previous`
 * (the documents; what is null in them is absent; false when there is no former one), `options`, `language`. Each file runs once, from top to
 * bottom; what it returns is what `include` gives. */
#ifndef SPBE_TEMPLATE_GUEST_H
#define SPBE_TEMPLATE_GUEST_H

/* Runs the role: a row of the guest's table of roles. */
void template_guest_run(void);

#endif
