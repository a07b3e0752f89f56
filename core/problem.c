#include "problem.h"

#include "lang.h"
#include "limit.h"
#include "text.h"

#include <stdarg.h>
#include <string.h>

enum { MESSAGE_USUAL = 500, MESSAGE_MOST = 1024 };

void problem_start(struct problem_list *list, struct arena *arena)
{
    *list = (struct problem_list){.arena = arena};
}

/* Links one behind the others. */
static void link_problem(struct problem_list *list, const struct problem *made)
{
    struct problem *problem = arena_get(list->arena, 1, sizeof *problem);
    *problem = *made;
    if (list->last == NULL) {
        list->first = problem;
    } else {
        list->last->next = problem;
    }
    list->last = problem;
    list->count++;
}

/* Cuts a message that is too long, at a character's edge. */
static void cut(struct text *message)
{
    if (message->length < MESSAGE_MOST) {
        return;
    }
    size_t length = MESSAGE_MOST - strlen("…") - 1;
    while (length > 0 && ((unsigned char)message->bytes[length] & 0xC0) == 0x80) {
        length--;
    }
    message->length = length;
    text_add(message, "…");
}

void problem_add(struct problem_list *list, enum severity severity, const char *code,
                 const char *where, const char *format, ...)
{
    if (list->count >= LIMIT_PROBLEMS) {
        list->unlisted++;
        return;
    }
    struct text message = TEXT_EMPTY;
    va_list arguments;
    text_reserve(&message, MESSAGE_USUAL);
    va_start(arguments, format);
    text_format_list(&message, format, arguments);
    va_end(arguments);
    cut(&message);
    link_problem(list, &(struct problem){
                           .severity = severity,
                           .code = code,
                           .where = where,
                           .about = list->about,
                           .message = arena_copy(list->arena, message.bytes, message.length),
                       });
    text_release(&message);
}

void problem_finish(struct problem_list *list)
{
    if (list->unlisted == 0) {
        return;
    }
    const char *message = arena_format(
        list->arena, _("problems found but not listed here: %zu; mend the ones above first"),
        list->unlisted);
    list->unlisted = 0;
    link_problem(list, &(struct problem){.severity = SEVERITY_NOTICE,
                                         .code = "unlisted",
                                         .where = "",
                                         .message = message});
}

const char *problem_severity_word(enum severity severity)
{
    return severity == SEVERITY_WARNING ? "warning" : "notice";
}
