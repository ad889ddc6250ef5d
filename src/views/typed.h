/*
 * typed.h: forms shown again, and forms that were left half filled in: what was typed is laid over the row's values.
 * Included by views.h. Knows fields and refusals, no rows.
 */
#ifndef VIEWS_TYPED_H
#define VIEWS_TYPED_H

#include "http/web.h"

struct show;

/* What somebody typed into a form and did not send; the newest first. */
struct kept {
	const char *key;                /* "form:subject", as in data-draft */
	int64_t saved_at;
	const struct field *fields;
	const struct kept *next;
};

/* Token, retry key, and the refusals that stand beside no control. fields: names, "*" for a slot. */
void form_begin(struct show *s, bool only, const char *const *fields, size_t n);
void form_end(struct show *s);
/* A form that keeps drafts: where it saves itself, in its tag; how to put the draft away, behind it. */
void form_draft(struct show *s);
void form_after(struct show *s);
const char *field_name(struct show *s, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
const char *typed(struct show *s, const char *field);   /* NULL: nothing was typed, or not here */
bool put_typed(struct show *s, const char *field);      /* escaped; false when there is none */
void put_typed_value(struct show *s, const char *field);        /*  value="…" or nothing */
bool chosen(struct show *s, const char *field, const char *value, bool otherwise);
void put_invalid(struct show *s, const char *field, bool bare);  /* aria-invalid, and describedby if bare */
void put_described(struct show *s, const char *field);           /* " x-error", in aria-describedby */
void put_refusal(struct show *s, const char *field);             /* <p class="error">, or nothing */

#endif
