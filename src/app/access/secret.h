/* secret.h: passwords and keys as they are kept. No rows, no requests. */
#ifndef ACCESS_SECRET_H
#define ACCESS_SECRET_H

#include "base/arena.h"

enum { SECRET_LEAST = 12, SECRET_MOST = 200 };

/* Argon2id of a password, some 70 ms and 64 MiB: routes that need it have .before. NULL: no memory. */
const char *secret_hash(struct arena *a, const char *password);
/* hash NULL (nobody) takes the same time and is false. */
bool secret_is(const char *hash, const char *password);
/* What is wrong with a new password as a key of the words file; NULL when it will do. */
const char *secret_flaw(struct arena *a, const char *password, const char *name, const char *email);

/* The digest under which a session, token or link is kept. */
struct blob key_digest(struct arena *a, const char *text);
/* What sign-in compares: the e-mail as typed, trimmed and folded. */
char *sign_in_key(struct arena *a, const char *typed);

extern const char *const common_secrets[];      /* folded; of twelve letters and more; NULL-ended */

#endif
