#include "error.h"

#include "lang.h"

#include <errno.h>
#include <string.h>

static const struct {
    const char *word;
    int exit_status;
} kinds[] = {
#define KIND_ROW(name, word, exit_status, http_status) [name] = {word, exit_status},
    ERROR_KINDS(KIND_ROW)
#undef KIND_ROW
};

/* Whether `byte` goes on with a UTF-8 character that began before it. */
static bool continues(char byte)
{
    return ((unsigned char)byte & 0xC0U) == 0x80U;
}

/* Control characters must not reach a terminal. */
static void make_printable(char *text)
{
    for (; *text != '\0'; text++) {
        if ((unsigned char)*text < 0x20 || *text == 0x7F) {
            *text = '?';
        }
    }
}

/* Ends a message that was cut by vsnprintf with "…", at a character's edge. */
static void cut_end(char *text, size_t size)
{
    static const char mark[] = "…";
    size_t at = size - sizeof mark;
    while (at > 0 && continues(text[at])) {
        at--;
    }
    memcpy(text + at, mark, sizeof mark);
}

/* Copies a place; too long a one loses its beginning, since its end is what tells. */
static void copy_place(char *out, size_t size, const char *place)
{
    static const char mark[] = "…";
    size_t length = strlen(place);
    if (length < size) {
        memmove(out, place, length + 1);
        return;
    }
    const char *tail = place + length - (size - sizeof mark);
    while (continues(*tail)) {
        tail++;
    }
    size_t tail_length = strlen(tail);
    memmove(out + sizeof mark - 1, tail, tail_length + 1);
    memcpy(out, mark, sizeof mark - 1);
}

bool error_set(struct error *err, enum error_kind kind, const char *id, const char *format,
               const char *where, ...)
{
    va_list arguments;
    va_start(arguments, where);
    error_set_list(err, kind, id, format, where, arguments);
    va_end(arguments);
    return false;
}

bool error_set_list(struct error *err, enum error_kind kind, const char *id, const char *format,
                    const char *where, va_list arguments)
{
    if (error_is_set(err)) {
        return false;
    }
    err->kind = kind;
    err->id = id;
    copy_place(err->where, sizeof err->where, where == NULL ? "" : where);
    int length = vsnprintf(err->message, sizeof err->message, lang_text(format), arguments);
    if (length >= (int)sizeof err->message) {
        cut_end(err->message, sizeof err->message);
    }
    make_printable(err->where);
    make_printable(err->message);
    return false;
}

bool error_place(struct error *err, const char *where)
{
    if (error_is_set(err) && where != NULL && where[0] != '\0') {
        char both[sizeof err->where * 4];
        snprintf(both, sizeof both, "%.500s%s%s", where, err->where[0] == '\0' ? "" : ": ",
                 err->where);
        copy_place(err->where, sizeof err->where, both);
        make_printable(err->where);
    }
    return false;
}

void error_clear(struct error *err)
{
    *err = (struct error){.kind = ERROR_NONE};
}

int error_exit_status(enum error_kind kind)
{
    return kinds[kind].exit_status;
}

const char *error_kind_word(enum error_kind kind)
{
    return kinds[kind].word;
}

const char *error_cause(int number)
{
    static const struct {
        int number;
        const char *text;
    } causes[] = {
        {ENOENT, N_("there is no such file or folder")},
        {EACCES, N_("you have no right to it")},
        {EPERM, N_("you have no right to it")},
        {EROFS, N_("the disk is read-only")},
        {ENOSPC, N_("the disk is full")},
        {EDQUOT, N_("your share of the disk is full")},
        {EFBIG, N_("the file would become too large")},
        {EISDIR, N_("it is a folder")},
        {ENOTDIR, N_("a part of the path is not a folder")},
        {EEXIST, N_("it exists already")},
        {ENAMETOOLONG, N_("the name is too long")},
        {ELOOP, N_("too many links lead to each other")},
        {EMFILE, N_("too many files are open")},
        {ENFILE, N_("too many files are open")},
        {ENOMEM, N_("there is not enough memory")},
        {EAGAIN, N_("there are too many processes")},
        {EIO, N_("the disk or the line has a fault")},
        {EPIPE, N_("nobody reads it any more")},
        {EBADF, N_("it is closed")},
        {EBUSY, N_("it is in use")},
        {ETXTBSY, N_("it is in use")},
        {EINVAL, N_("the system refuses it")},
    };
    for (size_t i = 0; i < sizeof causes / sizeof causes[0]; i++) {
        if (causes[i].number == number) {
            return _(causes[i].text);
        }
    }
    const char *text = strerrordesc_np(number);
    return text != NULL ? text : _("the system refuses it");
}

void error_print(const struct error *err, FILE *stream)
{
    if (err->where[0] == '\0') {
        fprintf(stream, "spbe: %s\n", err->message);
    } else {
        fprintf(stream, "spbe: %s: %s\n", err->where, err->message);
    }
}
