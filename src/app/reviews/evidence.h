/* evidence.h: what the items beside a form come to: months, recency, what a rating rests on. Knows no request. */
#ifndef REVIEWS_EVIDENCE_H
#define REVIEWS_EVIDENCE_H

#include "base/arena.h"
#include "reviews_queries.h"

enum {
	ITEMS_MOST = 200,       /* items shown at once */
	ITEMS_LIMIT = 1000,     /* and at all */
	CITES_MOST = 20,        /* of one answer */
	CITES_ENDS = 2,         /* a rating at an end of its scale rests on this many */
	RECENT_LEAST = 4        /* of fewer citations nothing is said */
};

/* How much of what is cited lies at the end of the period. */
struct recency {
	int64_t months, last;           /* whole months of the period; how many of them are its last quarter */
	struct day from;                /* the first day of that quarter */
	int64_t cited, recent;          /* different items cited; how many since that day */
	bool says, warns;               /* enough to say it; more than half, so it is worth a look */
};

/*
 * The last quarter is a quarter of the period's months, rounded half up, at least one. It says so from
 * RECENT_LEAST items on in a period of three months or more, and warns when more than half are recent.
 * refs may repeat: an item cited twice counts once. from, to: first and last day of the period.
 */
struct recency evidence_recency(struct day from, struct day to, const struct part_cite_rows *cites);
/* Thousandths of the cited that are recent, as a part keeps it when it is handed in; NONE of none. */
int64_t recent_share(const struct recency *r);

/*
 * May this rating be handed in? NULL, or why not (a key of reviews_words). asks: the question's evidence
 * (no, may, extremes, must); at_end: the lowest or highest level; cited: its citations; citable: items of
 * the period the writer could cite. Where there are fewer than asked for, a reason in words is enough.
 */
const char *rating_rests(const char *asks, bool at_end, int64_t cited, int64_t citable, const char *reason);
/* Could this question ask for a reason: may it demand more citations than there are items? */
bool reason_asked(const char *asks, int64_t citable);

/* ?month of day: 202607 */
int64_t month_key(struct day d);

/* "12-345": a question and an item; false when it is no such thing. */
bool cite_read(const char *text, question_id *question, evidence_id *ref);

/* Citations the reader may not see, as one row for each question and side, with how many they are. */
void fold_hidden(struct review_cite_rows *cites);

#endif
