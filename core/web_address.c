#include "web_address.h"

#include "message.h"
#include "text.h"

#include <string.h>

/* Addresses quoted in a sentence are cut to this many bytes. */
enum { SHOWN_BYTES = 80, HOST_LETTERS = 253, PORT_DIGITS = 5 };

/* What is left to read. */
struct rest {
    const char *at, *end;
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_plain(char byte)
{
    return is_digit(byte) || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

static bool is_hex(char byte)
{
    return is_digit(byte) || (byte >= 'A' && byte <= 'F') || (byte >= 'a' && byte <= 'f');
}

/* True for letters, digits and the signs of `signs`. */
static bool is_among(char byte, const char *signs)
{
    return is_plain(byte) || (byte != '\0' && strchr(signs, byte) != NULL);
}

/* Takes a word; false where something else stands. */
static bool take_word(struct rest *rest, const char *word)
{
    size_t length = strlen(word);
    bool there = (size_t)(rest->end - rest->at) >= length && memcmp(rest->at, word, length) == 0;
    rest->at += there ? length : 0;
    return there;
}

/* Takes letters, digits and signs, at most so many; how many that were. */
static size_t take_run(struct rest *rest, const char *signs, size_t most)
{
    size_t count = 0;
    while (rest->at < rest->end && count < most && is_among(*rest->at, signs)) {
        rest->at++;
        count++;
    }
    return count;
}

/* A host, such as "spbe.go.id"; letters or digits at both ends. */
static bool take_host(struct rest *rest)
{
    const char *start = rest->at;
    size_t count = take_run(rest, "-.", HOST_LETTERS);
    return count > 0 && is_plain(start[0]) && is_plain(start[count - 1]);
}

/* A port behind the host, if there is one. */
static bool take_port(struct rest *rest)
{
    size_t count = 0;
    if (!take_word(rest, ":")) {
        return true;
    }
    for (; rest->at < rest->end && is_digit(*rest->at); count++) {
        rest->at++;
    }
    return count > 0 && count <= PORT_DIGITS;
}

/* Path, query and place in the page, up to the end. */
static bool take_tail(struct rest *rest)
{
    size_t places = 0;
    while (rest->at < rest->end) {
        if (*rest->at == '%') {
            if (rest->end - rest->at < 3 || !is_hex(rest->at[1]) || !is_hex(rest->at[2])) {
                return false;
            }
            rest->at += 2;
        } else if (!is_among(*rest->at, "-._~:/?#@!$&'()*+,;=")) {
            return false;
        }
        places += *rest->at == '#';
        rest->at++;
    }
    return places <= 1;
}

static bool is_page(struct rest rest)
{
    return (take_word(&rest, "https://") || take_word(&rest, "http://")) && take_host(&rest) &&
           take_port(&rest) && (rest.at == rest.end || strchr("/?#", *rest.at) != NULL) &&
           take_tail(&rest);
}

static bool is_mailbox(struct rest rest)
{
    return take_word(&rest, "mailto:") && take_run(&rest, "-._+", HOST_LETTERS) > 0 &&
           take_word(&rest, "@") && take_host(&rest) && (rest.at == rest.end || *rest.at == '?') &&
           take_tail(&rest);
}

bool web_address_is(const char *bytes, size_t length)
{
    const struct rest rest = {bytes, bytes + length};
    return length <= WEB_ADDRESS_LETTERS && memchr(bytes, '\0', length) == NULL &&
           (is_page(rest) || is_mailbox(rest));
}

bool web_address_check(const char *bytes, size_t length, struct error *err)
{
    size_t shown = text_utf8_prefix(bytes, length < SHOWN_BYTES ? length : SHOWN_BYTES);
    if (length > WEB_ADDRESS_LETTERS) {
        return error_set(err, M_WEB_ADDRESS_LONG, NULL, (int)shown, bytes, length,
                         WEB_ADDRESS_LETTERS);
    }
    return web_address_is(bytes, length) || error_set(err, M_WEB_ADDRESS, NULL, (int)shown, bytes);
}
