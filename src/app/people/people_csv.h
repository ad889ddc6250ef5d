/* people_csv.h: rows and cells of a CSV file. Knows bytes and limits; no fields, no people. */
#ifndef PEOPLE_CSV_H
#define PEOPLE_CSV_H

#include "base/out.h"

enum {
	CSV_BYTES   = 64 << 20,
	CSV_COLUMNS = 400,
	CSV_ROWS    = 200000,
	CSV_CELL    = 64 << 10
};

/* line: as a spreadsheet numbers rows, the header is 1; column: the first is 1, 0 the whole row.
 * code: a key of people_words, without its "flaw."; NULL: nothing is wrong. */
struct csv_flaw {
	const char *code;
	int64_t line;
	int column;
};

struct csv_row {
	int64_t line;
	int n;
	const char *const *cells;       /* until the next row is read; never NULL, not trimmed */
};

struct csv {
	const char *at, *end;
	char separator;
	bool letters_guessed;           /* read as Windows-1252 */
	int64_t line;
	struct csv_flaw flaw;
	struct out text;                /* the cells of this row, one after the other */
	size_t from[CSV_COLUMNS];
	const char *cells[CSV_COLUMNS];
	int n;
};

/* Begins to read: letters made UTF-8 (csv_letters), the separator guessed from the first two rows. */
void csv_open(struct csv *c, struct arena *a, struct blob file);
/* The next row; false at the end, or at a flaw that makes the rest unreadable (c->flaw.code). */
bool csv_next(struct csv *c, struct csv_row *row);
/* The file without a mark and as UTF-8, or left as it is; a flaw's code when it is cut or of no use.
 * guessed: it was read as Windows-1252, which nothing in it says. */
const char *csv_letters(struct arena *a, struct blob *file, bool *guessed);
/* The first sheet of a workbook (.xlsx) as the text of a CSV file; a flaw's code when it cannot be read. */
const char *csv_of_workbook(struct arena *a, struct blob *file);
/* Appends one cell, quoted where it must be. What a spreadsheet would run as a formula gets a
 * quotation mark in front, which csv_plain takes off again. */
void csv_put(struct out *o, const char *cell, char separator);
/* A cell without what spreadsheets put around it: `="00123"` is 00123, '=x is =x. */
const char *csv_plain(struct arena *a, const char *cell);

#endif
