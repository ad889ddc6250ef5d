/* undo.c: for how long a change may be taken back, and the address of its way back. Knows no rows. */
#include "http/undo.h"

#include "base/digest.h"
#include "base/text.h"
#include "http/gate.h"
#include "http/settings.h"
#include "http/web.h"

#include <sodium.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { N = 16, ADDRESS_MOST = 200 };            /* the cookie has room for 512 bytes */

/* What is shown for ten seconds may be pressed in the last of them, and is then still on its way. */
static const int64_t SHOWN = INT64_C(10) * 1000000, ON_ITS_WAY = INT64_C(5) * 1000000;

int64_t
undo_ends(int64_t done_at)
{
	return done_at + SHOWN + ON_ITS_WAY;
}

bool
undo_is_open(int64_t done_at, int64_t now)
{
	return done_at != NONE && done_at <= now && now < undo_ends(done_at);
}

static void
mark(unsigned char out[static crypto_auth_hmacsha512256_BYTES], const char *session, const char *text)
{
	crypto_auth_hmacsha512256_state state;
	unsigned char key[32];

	server_key(key, "undo");
	crypto_auth_hmacsha512256_init(&state, key, sizeof key);
	crypto_auth_hmacsha512256_update(&state, (const unsigned char *)session, strlen(session) + 1);
	crypto_auth_hmacsha512256_update(&state, (const unsigned char *)text, strlen(text));
	crypto_auth_hmacsha512256_final(&state, out);
}

/* "1732440000000000~/account/tokens/7/keep": letters that a cookie takes as they are. */
const char *
undo_pack(struct arena *a, const char *session, const char *address, int64_t now)
{
	unsigned char sign[crypto_auth_hmacsha512256_BYTES];
	const char *text;

	if (!session || strlen(address) > ADDRESS_MOST || local_next(address) != address ||
	    strspn(address, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-_.?=&") != strlen(address))
		return NULL;
	text = arena_print(a, "%lld~%s", (long long)now, address);
	mark(sign, session, text);
	return arena_print(a, "%s~%s", hex_of(a, (struct blob){ sign, N }), text);
}

const char *
undo_unpack(struct arena *a, const char *session, const char *packed, int64_t now)
{
	unsigned char sign[crypto_auth_hmacsha512256_BYTES];
	const char *text = packed ? strchr(packed, '~') : NULL, *address = text ? strchr(text + 1, '~') : NULL;
	struct blob said;
	int64_t at;

	if (!session || !address || !hex_read(a, arena_copy_n(a, packed, (size_t)(text - packed)), &said))
		return NULL;
	text++;
	mark(sign, session, text);
	if (!same_bytes(said, (struct blob){ sign, N }) || !text_int(arena_copy_n(a, text, (size_t)(address - text)), &at))
		return NULL;
	return at <= now && now < at + SHOWN ? address + 1 : NULL;
}

void
tell_undo(struct rq *rq, const char *code, const char *fmt, ...)
{
	char address[ADDRESS_MOST + 2];
	va_list args;

	va_start(args, fmt);
	vsnprintf(address, sizeof address, fmt, args);
	va_end(args);
	tell(rq, code);
	rq->web->tell_undo = undo_pack(rq->arena, rq->web->session, address, rq->now);
}
