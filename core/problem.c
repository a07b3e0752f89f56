#include "problem.h"

#include "lang.h"
#include "limit.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MESSAGE_MOST = 1024 };

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

/* Cuts a message that did not fit, at a character's edge. */
static size_t cut(char *message, size_t length)
{
    if (length < MESSAGE_MOST) {
        return length;
    }
    length = MESSAGE_MOST - 4;
    while (length > 0 && ((unsigned char)message[length] & 0xC0) == 0x80) {
        length--;
    }
    memcpy(message + length, "…", sizeof "…");
    return length + strlen("…");
}

void problem_add(struct problem_list *list, enum severity severity, const char *code,
                 const char *where, const char *format, ...)
{
    if (list->count >= LIMIT_PROBLEMS) {
        list->unlisted++;
        return;
    }
    char message[MESSAGE_MOST];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    size_t kept = cut(message, length < 0 ? 0 : (size_t)length);
    link_problem(list, &(struct problem){
                           .severity = severity,
                           .code = code,
                           .where = where,
                           .message = arena_copy(list->arena, message, kept),
                       });
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
    link_problem(list, &(struct problem){SEVERITY_NOTICE, "unlisted", "", message, NULL});
}

const char *problem_severity_word(enum severity severity)
{
    return severity == SEVERITY_WARNING ? "warning" : "notice";
}
