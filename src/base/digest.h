/* digest.h: SHA-256, Ed25519, HMAC, hex, base64url. Thin over libsodium. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include "base/arena.h"

enum { DIGEST_BYTES = 32, SIGN_BYTES = 64 };

void digest_of(unsigned char out[static 32], const void *at, size_t n);
/* Of a, then b. */
void digest_of_two(unsigned char out[static 32], struct blob a, struct blob b);
struct blob digest_take(struct arena *a, const void *at, size_t n);              /* in the arena */
char *hex_of(struct arena *a, struct blob b);            /* lower case; NULL if not there */
/* Either case, all of the text; else false and *b left alone. */
bool hex_read(struct arena *a, const char *text, struct blob *b);
/* In constant time; what is not there is the same as nothing, itself included. */
bool same_bytes(struct blob a, struct blob b);

#endif
