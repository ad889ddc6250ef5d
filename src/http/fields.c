/* fields.c: what came with a request, by name. Knows no bytes on the wire. */
#include "http/web.h"

#include <string.h>

int64_t
rq_number(const struct rq *rq, int place)
{
	return rq->web->ids[place];
}

static const struct field *
named(const struct field *f, const char *name)
{
	while (f && strcmp(f->name, name) != 0)
		f = f->next;
	return f;
}

const char *
rq_query(const struct rq *rq, const char *name)
{
	const struct field *f = named(rq->web->query, name);

	return f ? f->value : NULL;
}

const char *
rq_field(const struct rq *rq, const char *name)
{
	const struct field *f = named(rq->web->body, name);

	return f ? f->value : NULL;
}

const struct field *
rq_field_like(const struct rq *rq, const char *prefix, const struct field *from)
{
	size_t n = strlen(prefix);
	const struct field *f = from ? from->next : rq->web->body;

	while (f && strncmp(f->name, prefix, n) != 0)
		f = f->next;
	return f;
}

struct blob
rq_file(const struct rq *rq, const char *name, const char **file_name)
{
	const struct field *f = named(rq->web->body, name);

	if (!f || !f->bytes.at)
		return (struct blob){ 0 };
	if (file_name)
		*file_name = f->value;
	return f->bytes;
}
