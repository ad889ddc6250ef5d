/* cookie.c: cookies in and out, as text. Pure but for the session's two, which write a reply. */
#include "http/cookie.h"
#include "http/csrf.h"

#include <string.h>
#include <strings.h>

enum { COOKIE_MOST = 512, SESSION_SECONDS = 30 * 24 * 3600 };

/* One header's pairs: a=b; c=d. *found holds what was seen; false on two values. */
static bool
look(struct arena *a, const char *at, const char *name, const char **found)
{
	size_t name_n = strlen(name);

	while (*at) {
		size_t n, lead = strspn(at, " \t;");

		at += lead;
		n = strcspn(at, ";");
		if (n > name_n && strncmp(at, name, name_n) == 0 && at[name_n] == '=') {
			const char *value = arena_copy_n(a, at + name_n + 1, n - name_n - 1);

			if (*found && strcmp(*found, value) != 0)
				return false;
			*found = value;
		}
		at += n;
	}
	return true;
}

const char *
cookie_in(struct arena *a, const struct asked *q, const char *name)
{
	const char *found = NULL;

	for (size_t i = 0; i < q->n; i++) {
		const struct heading *h = &q->at[i];

		if (h->name_n != 6 || strncasecmp(h->name, "cookie", 6) != 0)
			continue;
		if (!look(a, arena_copy_n(a, h->value, h->value_n), name, &found))
			return NULL;
	}
	return found && *found && strlen(found) <= COOKIE_MOST ? found : NULL;
}

const char *
cookie_name(struct arena *a, const struct site *s, const char *name)
{
	const char *prefix = !s->secure ? "" : *s->base ? "__Secure-" : "__Host-";

	return arena_print(a, "%s%s", prefix, name);
}

const char *
cookie_out(struct arena *a, const struct site *s, const char *name, const char *value, int seconds)
{
	const char *age = seconds < 0 ? "" : arena_print(a, "; Max-Age=%d", seconds);

	return arena_print(a, "%s=%s; Path=%s%s; HttpOnly; SameSite=Lax%s", cookie_name(a, s, name),
	    value, *s->base ? s->base : "/", age, s->secure ? "; Secure" : "");
}

static void
add(struct reply *r, const char *header)
{
	for (size_t i = 0; i < COUNT(r->set_cookie); i++)
		if (!r->set_cookie[i]) {
			r->set_cookie[i] = header;
			return;
		}
}

void
session_cookie(struct rq *rq, struct reply *r, const char *token)
{
	add(r, cookie_out(rq->arena, site_ours(), "meridian", token, SESSION_SECONDS));
	rq->web->csrf = csrf_token(rq->arena, token, NULL);     /* of forms in this very reply */
}

void
session_cookie_end(struct rq *rq, struct reply *r)
{
	add(r, cookie_out(rq->arena, site_ours(), "meridian", "", 0));
}
