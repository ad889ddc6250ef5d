/*
 * carried.c: what was typed into a form whose session had ended. It travels sealed through the sign-in
 * form and comes back on a page with a button: nobody is made to send what they have not seen.
 */
#include "access/carried.h"

#include "access_views.h"
#include "base/digest.h"
#include "base/text.h"
#include "jobs/mail.h"

#include <string.h>

enum { MOST = 128 * 1024, SHORT = 60 };

static const char PURPOSE[] = "carried", CARRIED_PATH[] = "/sign-in/carried";

/* Of the page that was left, not of the person. */
static bool
of_page(const char *name)
{
	return strcmp(name, "csrf") == 0 || strcmp(name, "retry") == 0;
}

static void
put_part(struct out *o, const char *text)
{
	put_n(o, text, strlen(text) + 1);
}

/* Not what stands there for one moment only: a file, a password (its hash is made before anything is asked). */
static bool
keeps(const struct web *w)
{
	return w->method != GET && w->from_here && !w->bearer && !w->json_in && w->route && !(w->route->flags & (OPEN | UPLOAD)) && !w->route->before;
}

const char *
carried_seal(struct rq *rq, int64_t *too_long)
{
	const struct web *w = rq->web;
	struct out o;

	if (!keeps(w))
		return NULL;
	if (strcmp(w->path, CARRIED_PATH) == 0)
		return rq_field(rq, "carried");         /* asked for too early: it is sealed already */
	out_init(&o, rq->arena);
	put_part(&o, w->path);
	for (const struct field *f = w->body; f; f = f->next)
		if (!of_page(f->name)) {
			put_part(&o, f->name);
			put_part(&o, f->value);
		}
	*too_long = o.n > MOST;
	if (*too_long || o.n == strlen(w->path) + 1)
		return NULL;
	return hex_of(rq->arena, seal(rq->arena, PURPOSE, (struct blob){ o.at, o.n }));
}

/* The next part of the opened text; NULL at its end. */
static const char *
next_part(struct blob *left)
{
	const char *at = left->at, *end = left->n ? memchr(at, '\0', left->n) : NULL;

	if (end == NULL)
		return NULL;
	left->n -= (size_t)(end - at) + 1;
	left->at = end + 1;
	return at;
}

static size_t
parts(struct blob b)
{
	size_t n = 0;

	while (next_part(&b))
		n++;
	return n;
}

struct reply
carried_show(struct rq *rq, const char *sealed)
{
	struct carried_field_rows *fields = NEW(rq->arena, struct carried_field_rows);
	struct blob box, left;
	const char *path, *name, *value;

	if (!hex_read(rq->arena, sealed, &box) || !unseal(rq->arena, PURPOSE, box, &left))
		return nothing();
	fields->at = NEW_MANY(rq->arena, struct carried_field, parts(left) + 1);
	path = next_part(&left);
	while ((name = next_part(&left)) && (value = next_part(&left)))
		fields->at[fields->n++] = (struct carried_field){ .name = name, .value = value, .words = text_length(value) > SHORT || strchr(value, ' ') ? value : NULL };
	return path ? carried_page(rq, &(struct carried){ .path = path, .fields = fields }) : nothing();
}
