/* pack_guest: the worker's role "pack": runs the files of a rule pack and sends back what they declare.
 *
 * Two phases. Messages are JSON; each request gets one answer; `channel` cuts long ones up.
 *
 * Declare
 *     → {"load":"domain_1.lua","source":"return { … }"}
 *     ← {"value":{…}}          the table that the file returned
 *     ← {"error":{…}}          see fault.h; the worker can be closed then
 * A file is run once, in the order in which the parent sends them (pack.lua first: it names the
 * others), each in the same frozen environment, so none can leave anything to another. The parent
 * reads the files, checks their names (letters, digits, "_", "-", and ".lua" behind, at most 48 bytes)
 * and decides which and how many; a name sent twice is an error. LIMIT_PACK_STEPS and the memory
 * limits hold for all files together.
 *
 * The value: keys sorted by bytes; a table with exactly the keys 1 to n is an array, one with text
 * keys an object, an empty one is []; integers as they are, other numbers as %.14g, which must read
 * back as the same number; true and false. A function is {"@function":"domain_1.lua:aspects[1].value"}
 * and is kept under that name. Refused, with the path of the value ("domain_1.lua: aspects[1].weight"):
 * mixed tables and gaps, keys that are not texts or begin with "@", NaN and infinities, a number that
 * needs more digits, texts that are not UTF-8, hold a NUL or a control character other than line break
 * and tab, or are longer than LIMIT_PACK_TEXT, a table inside itself, nesting over LIMIT_PACK_DEPTH,
 * more than LIMIT_PACK_VALUES values in all files or LIMIT_PACK_DATA bytes in one, library functions.
 *
 * Score, after the last file; the first such request freezes all that was declared
 *     → {"score":"scoring.lua:value","input":{…}}
 *     ← {"value":"7/6","reason":"…"}
 * The function is called with the input as one read-only table (integers are integers, other numbers
 * texts). It returns an integer, a decimal text or {numerator, denominator}, and a reason; the answer's
 * value is always a text that fraction_parse takes. A function that changes anything it could find
 * again in the next call is refused. One worker serves any number of calls. With "watch":true the answer
 * ends with "missed", the questions of the function for what is not in its input (lua_watch); a function
 * that then fails gives {"failed":{"error":{…}},"missed":[…]}, and ends the worker only by a limit.
 *
 * All functions of one assessment in one question
 *     → {"values":{"I01":"3","I02":"7/6"},
 *        "scores":[{"of":"I05","score":"domain_1.lua:…","uses":["I02"],"input":{…}}, …]}
 *     ← {"scores":[{"value":"7/6","reason":"…"}, …]}
 * They are called in this order, each with a budget of its own. The input gets a table `values` with
 * the value of each name in `uses`: one of the values sent, or the one that a function before it has
 * returned for that name in `of`: a whole number, or {numerator, denominator}.
 *
 * Between loading and scoring, lines can be watched, and at any time be reported with what was used
 *     → {"trace":true}
 *     ← {"trace":true}
 *     → {"report":true}
 *     ← {"steps":9000,"total":81234,"peak":40960,"values":1200,"data":30211,
 *        "cpu_ms":3,"score_steps":0,
 *        "functions":[{"file":"domain_1.lua","from":8,"to":25,"lines":[9,10],"run":[true,false]}]}
 * `steps` to `values` and `cpu_ms` are of all files while they were loaded, `data` of the largest one, `score_steps` of the dearest call so far.
 * The functions are those that scoring can reach, each with the lines that hold code; the last line of
 * a function of several lines (`end`) is left out.
 *
 * A session in which a person tries expressions (pack_try), after the last file
 *     → {"know":{"instrument":{…},"result":{…},"assessment":{…},"inputs":{"I01":{…}},
 *                "functions":{"I02":"domain_1.lua:…"}}}
 *     ← {"known":true}
 *     → {"try":"call(\"I02\")\n","line":3,"whole":false}
 *     ← {"shown":"{ 5, 2 } = 2.5\n","proofs":["I02"]}, {"more":true}, or {"failed":{"error":{…}}}
 * `know` begins a session, `try` goes on with it: a statement has the limits of one call of a scoring
 * function. A line that failed leaves the session as it was; a limit that was passed ends the worker. */
#ifndef SPBE_PACK_GUEST_H
#define SPBE_PACK_GUEST_H

/* Runs the role: a row of the guest's table of roles. */
void pack_guest_run(void);

#endif
