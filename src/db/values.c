/* values.c: values, cursors and facts for generated queries. Knows no statement and no engine. */
#include "db/ask.h"

#include "base/text.h"

#include <string.h>

struct value
value_id(int64_t n)
{
	return (struct value){ .kind = KIND_ID, .none = n == 0, .n = n };
}

struct value
value_int(int64_t n)
{
	return (struct value){ .kind = KIND_INT, .none = n == NONE, .n = n };
}

struct value
value_text(const char *text)
{
	return (struct value){ .kind = KIND_TEXT, .none = text == NULL, .text = text };
}

struct value
value_day(struct rq *rq, struct day d)
{
	struct value v = { .kind = KIND_TEXT, .none = day_none(d) };
	char *text = NEW_MANY(rq->arena, char, 11);

	if (!v.none)
		day_write(d, text);
	v.text = text;
	return v;
}

struct value
value_blob(struct blob b)
{
	return (struct value){ .kind = KIND_BLOB, .none = b.at == NULL, .blob = b };
}

struct value
value_real(double real)
{
	return (struct value){ .kind = KIND_REAL, .real = real };
}

bool
cursor_read(struct rq *rq, const char *text, struct value *key, struct value *id)
{
	const char *last = text ? strrchr(text, '~') : NULL;
	int64_t n;

	*key = value_text(NULL);
	*id = value_id(0);
	if (last == NULL || !text_int(last + 1, &n))
		return false;
	*key = value_text(arena_copy_n(rq->arena, text, (size_t)(last - text)));
	*id = value_id(n);
	return true;
}

char *
cursor_of(struct rq *rq, const char *key, int64_t id)
{
	return arena_print(rq->arena, "%s~%lld", key, (long long)id);
}

void
fact_begin(struct out *facts)
{
	put(facts, "{");
}

static void
name_of(struct out *facts, const char *name)
{
	if (facts->n > 1)
		put(facts, ",");
	put_json_text(facts, name);
	put(facts, ":");
}

void
fact_id(struct out *facts, const char *name, int64_t n)
{
	fact_int(facts, name, n ? n : NONE);
}

void
fact_int(struct out *facts, const char *name, int64_t n)
{
	name_of(facts, name);
	if (n == NONE)
		put(facts, "null");
	else
		put_int(facts, n);
}

void
fact_day(struct out *facts, const char *name, struct day d)
{
	char text[11];

	if (!day_none(d))
		day_write(d, text);
	fact_word(facts, name, day_none(d) ? NULL : text);
}

void
fact_word(struct out *facts, const char *name, const char *word)
{
	name_of(facts, name);
	put_json_text(facts, word);
}
