/* undo.h: for how long a change may be taken back, and the address of its way back, as a cookie carries it.
 * Knows bytes and a clock it is given; nothing of what is taken back. */
#ifndef HTTP_UNDO_H
#define HTTP_UNDO_H

#include "base/arena.h"

/* An address of ours as the cookie carries it, bound to this session and instant; NULL: not one that can be. */
const char *undo_pack(struct arena *a, const char *session, const char *address, int64_t now);
/* The address again; NULL: another's, bent, or its ten seconds are over. */
const char *undo_unpack(struct arena *a, const char *session, const char *packed, int64_t now);

#endif
