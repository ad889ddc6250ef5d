/* people_rejects.c: the rows that did not come in, as they were, with the reason beside each. */
#include "people/people_import.h"

static void
put_row(struct out *o, const struct csv_row *row, char separator, const char *last)
{
	for (int i = 0; i < row->n; i++) {
		csv_put(o, row->cells[i], separator);
		put_char(o, separator);
	}
	csv_put(o, last, separator);
	put(o, "\r\n");
}

/* The reasons of one row in one cell; *f moves behind its flaws. NULL: the row came in. */
static const char *
reasons(struct arena *a, const struct flaw **f, int64_t line,
    const char *(*words)(void *, const struct flaw *), void *arg)
{
	struct out why;

	out_init(&why, a);
	for (; *f != NULL && (*f)->line <= line; *f = (*f)->next) {
		if ((*f)->line < line || (*f)->warning)
			continue;
		if (why.n > 0)
			put(&why, " · ");
		if ((*f)->field[0] != '\0')
			put_format(&why, "%s: ", (*f)->field);
		put(&why, words(arg, *f));
	}
	return why.at;
}

void
import_rejects(struct import *im, struct out *o, const char *(*words)(void *, const struct flaw *),
    void *arg, const char *heading)
{
	const struct flaw *f = im->flaws;
	struct csv c;
	struct csv_row row;

	if (im->rejected == 0)
		return;
	csv_open(&c, im->arena, im->file);
	while (csv_next(&c, &row) && row.line < im->header_line)
		continue;
	put_row(o, &row, im->separator, heading);
	while (csv_next(&c, &row)) {
		const char *why = reasons(im->arena, &f, row.line, words, arg);

		if (why != NULL)
			put_row(o, &row, im->separator, why);
	}
}
