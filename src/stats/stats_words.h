/* stats_words.h: which words two groups of texts use differently. Knows no authors by name and no subjects. */
#ifndef STATS_WORDS_H
#define STATS_WORDS_H

#include "stats/stats.h"

/* How often an author used a word; author below authors, word below words. */
struct word_use {
	uint32_t author, word;
	double count;
};
struct words_input {
	const struct word_use *use;
	size_t uses, authors, words;
	const uint8_t *group;            /* [authors]: 0 or 1 */
	const size_t *texts;             /* [authors]: how many texts the author wrote */
	double prior;                    /* words the prior stands for, spread as in both groups together; 0: 500 */
	size_t draws;                    /* of authors between the groups; 0: none, p is of single words and too small */
	uint64_t seed;
	double q;                        /* 0: 0.05 */
};
struct word_difference {
	struct stats_estimate log_odds;  /* delta_w, group 1 against 0, 95 % normal interval; n: uses in both. Refused: used fewer than 10 times */
	double z, p, adjusted;           /* p: at least that of z over the SD z has when authors are dealt to the groups by chance, and at least
	                                  * the share of deals with a larger |z|: one author's pet word is not the group's */
	size_t authors;                  /* who used it */
	bool flagged;                    /* adjusted <= q, and 5 authors */
};
struct words_difference {
	enum stats_refusal refusal;      /* below 50 texts or 10 authors in either group; a count not finite or below 0; no such author or word */
	size_t texts[2], authors[2], flagged;
	double total[2];
	struct word_difference *word;    /* [words] */
};
/* Log-odds with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008, eqs 15, 16, 20, 22); Benjamini & Hochberg over the words given.
 * Says how groups are written about; never about one author or text. */
struct words_difference words_difference(struct arena *a, const struct words_input *in);

#endif
