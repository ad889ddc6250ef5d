/* demo_words.h: what people write in reviews, as patterns. Knows words; no rows. */
#ifndef DEMO_WORDS_H
#define DEMO_WORDS_H

#include "base/arena.h"

/* What somebody works at; LEADING is added for those who lead people. */
enum function {
	ENGINEERING, PRODUCT, DESIGN, SALES, MARKETING, SUPPORT, OPERATIONS, FINANCE, PEOPLE,
	LEGAL, SYSTEMS, LEADING, FUNCTIONS
};

/* Lists of patterns: what was done, what was learnt, what comes next. */
struct patterns {
	const char *const *did, *const *learnt, *const *next;
	size_t n_did, n_learnt, n_next;
};
#define PATTERNS(f) { f##_did, f##_learnt, f##_next, \
	COUNT(f##_did), COUNT(f##_learnt), COUNT(f##_next) }

extern const struct patterns demo_making[], demo_selling[], demo_running[], demo_keeping[];
/* How those write who end a review: in agreement, or not. */
extern const char *const demo_agrees[], *const demo_differs[];
extern const size_t demo_agrees_n, demo_differs_n;

const struct patterns *patterns_of(enum function f);

enum { DID = 1, LEARNT = 2, NEXT = 4 };

/* Who writes about whom, and what fills the places. */
struct writing {
	bool of_oneself;                /* "I …"; else "You …" */
	enum function function;
	struct blob mate;               /* a colleague's given name */
	const char *place;              /* a town */
	int first_month;                /* of the six that are looked at, 1..12 */
	int since;                      /* how many of them had passed when they came, 0..4 */
	uint64_t team;                  /* the same for all who must not write alike */
	size_t rank;                    /* a place of their own among them */
	size_t question;                /* 0..3: another text for each */
};

/*
 * Sentences of the asked kinds, put together. Two of one team differ while the team is smaller
 * than the product of their lists' lengths; leaders of people speak of that too.
 */
char *writing_text(struct arena *a, const struct writing *w, int kinds);
/* One pattern with its places filled: {I} {my} {me} {was} {month} {later} {soon} {n} {nn} {place} {mate}. */
char *pattern_fill(struct arena *a, const struct writing *w, const char *pattern, uint64_t salt);

/* Chance without a state: well-mixed from up to three numbers. */
uint64_t mix(uint64_t a, uint64_t b, uint64_t c);

#endif
