/* wants.h: what the headers say of who asks and what they read. Pure. */
#ifndef HTTP_WANTS_H
#define HTTP_WANTS_H

#include "http/gate.h"

/* An explicit Accept wins; a token with none gets JSON (H16). */
bool wants_json(const char *accept, bool has_token);
enum coding { PLAIN, GZIP, ZSTD };
enum coding wants_coding(const char *accept_encoding);
/* Thousandths of q for that exact word in a list of an Accept header; -1 when not named. */
int wants_q(const char *list, const char *word);
/* Is an address one of ours before us? list: "10.0.0.0/8, ::1, unix". */
bool is_trusted(const char *list, const char *peer);
/* Who asked, seen through trusted proxies: the last address of forwarded that is none of them. */
const char *true_peer(struct arena *a, const char *list, const char *peer, const char *forwarded);

#endif
