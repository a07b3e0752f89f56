/* web_address: where a link of a drawing may lead outside of it: pages of the web, and a mailbox.
 *
 * An address is what RFC 3986 calls a URI, in its plain letters: no blank, no quotation mark, nothing beyond ASCII;
 * all of that is written as % and two hexadecimal digits. The schemes are https, http and mailto, in small letters;
 * no name or password stands before the host, where it would pass for one. */
#ifndef SPBE_WEB_ADDRESS_H
#define SPBE_WEB_ADDRESS_H

#include "error.h"

#include <stdbool.h>
#include <stddef.h>

/* Most letters of an address: what Excel takes in a link. */
enum { WEB_ADDRESS_LETTERS = 2079 };

/* True for an address that a link may lead to. */
bool web_address_is(const char *bytes, size_t length);
/* The same; else fails with WEB_ADDRESS_LONG or WEB_ADDRESS. */
bool web_address_check(const char *bytes, size_t length, struct error *err);

#endif
