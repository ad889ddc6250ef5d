/* stats_text.h: what can be counted in a few English sentences without understanding them. Knows no authors and no subjects. */
#ifndef STATS_TEXT_H
#define STATS_TEXT_H

#include "stats/stats.h"

/* Counts by fixed English lists; a text in another language gives low scores, not wrong counts of its words. For a nudge to the writer while
 * writing, and for means over many texts: no verdict on one text, none on an author. Text is UTF-8, NUL-terminated; NULL is empty. */
struct text_signals {
	size_t n;                        /* words */
	size_t numbers;                  /* figures and number words from two on */
	size_t dates;                    /* months, weekdays, years, quarters, "next week", "last three" */
	size_t names;                    /* capitals within a sentence */
	size_t things, deeds;            /* named pieces of work; verbs of what was done */
	size_t asks, mild_asks;          /* imperatives with an object at the head of a clause; "keep", "work on", "should" */
	size_t when;                     /* when, before, by, until, so that, weekly, next … */
	size_t vague;                    /* good, great, solid, better, attitude, always … */
	double specific, actionable;     /* 0..1, from the counts; above 0.5: says what, when or how many; says what to do */
	bool dated;                      /* dates > 0 */
	enum stats_refusal refusal;      /* STATS_TOO_FEW: no word */
};
struct text_signals text_signals(const char *text);

/* Trigrams of the letters and digits (lower case, all else one space), as sorted distinct hashes. */
struct text_shape {
	size_t n;
	uint64_t *trigram;
};
struct text_shape text_shape(struct arena *a, const char *text);
/* Jaccard: shared trigrams of all; 0 when either has none. */
double text_likeness(const struct text_shape *one, const struct text_shape *two);
/* Texts with likeness >= least hang together (INSIGHTS l: 0.8): group[i] is the first text of its group, i when alone. Texts of fewer than
 * 20 trigrams stay alone. How many texts are not the first of their group. */
size_t near_duplicates(struct arena *a, const char *const *text, size_t texts, double least, size_t *group);

#endif
