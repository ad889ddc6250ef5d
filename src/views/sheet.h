/* sheet.h: a table that leaves as a file for other programs. Knows cells; not what they are about. */
#ifndef VIEWS_SHEET_H
#define VIEWS_SHEET_H

#include "views/views.h"

/*
 * A CSV file as spreadsheets open it: UTF-8 with its mark, CRLF, commas. Text that a spreadsheet would take for a
 * formula stands behind an apostrophe; figures are plain decimals, days ISO, so that they count as such.
 * First the heads, then the cells in their order: sheet_row begins each row.
 */
struct sheet {
	struct rq *rq;
	struct out out;
	bool begun;             /* this row has a cell already */
};

void sheet_begin(struct sheet *s, struct rq *rq);
/* The row of heads, each by its words. */
void sheet_heads(struct sheet *s, const char *const *keys, size_t n);
void sheet_row(struct sheet *s);
void sheet_text(struct sheet *s, const char *text);     /* NULL: an empty cell */
void sheet_word(struct sheet *s, const char *kind, const char *word);   /* "goal_health", "slow": in words; NULL: empty */
void sheet_int(struct sheet *s, int64_t n);             /* NONE: empty */
void sheet_milli(struct sheet *s, int64_t milli);       /* NONE: empty */
void sheet_day(struct sheet *s, struct day d);          /* no day: empty */
/* The file, to be kept as that name: "goals.csv". */
struct reply sheet_reply(struct sheet *s, const char *file_name);

#endif
