/* form.h: what a form line becomes: a table of fields, by which a body is read. Knows no page. */
#ifndef VIEWS_FORM_H
#define VIEWS_FORM_H

#include "http/web.h"

enum form_kind { FORM_TEXT = 1, FORM_WORD, FORM_INT, FORM_MILLI, FORM_FLAG, FORM_DAY, FORM_ID, FORM_EACH };

struct form_field {
	const char *name;
	enum form_kind kind;
	size_t offset;
	bool maybe;
	size_t limit;                   /* of a text, code points */
	size_t most;                    /* of a list; 0: one value */
	size_t count, size;             /* of a list or each: where n stands, bytes of one */
	const char *const *choices;     /* of a word; ends with NULL */
	const struct form_field *fields;        /* of each */
};

/* Fills the struct from the body (a GET, or a page shown again: from the query); refuses what is wrong. */
void form_read(struct rq *rq, const struct form_field *fields, void *into);

struct form_fuzz {
	const char *name;
	void (*read)(struct rq *rq);
};
extern const struct form_fuzz form_fuzz[];              /* generated; ends with name NULL */

#endif
