/* stats_dyad.h: marks of one thing by one judge, brought together. Knows numbers of ratees and raters, no people. */
#ifndef STATS_DYAD_H
#define STATS_DYAD_H

#include "stats/stats.h"

/* Marks as they were given. item may be NULL (one question); y NaN: not answered. Codes lie below the counts. */
struct marks {
	size_t n;
	const uint32_t *ratee, *rater, *item;
	const double *y;
	size_t ratees, raters, items;
};

/* One for each (ratee, rater) that has a mark, by ratee, then rater. */
struct dyads {
	size_t n;
	uint32_t *ratee, *rater;
	double *mean;           /* of the marks, item means taken out and the overall mean put back when there are items */
	double *plain_mean;     /* of the marks as they are */
	double *variance;       /* of the marks as they are, n - 1; NaN for one mark */
	double *adjusted_sum;   /* of squares about the dyad's mean, item means taken out */
	uint32_t *count;
	uint32_t *first;        /* a row of the marks that belongs to it: relation and the like are read there */
	bool even;              /* all have as many marks: the reduction is exact */
};

/* False: a code is not below its count, or a mark is infinite. n = 0 gives no dyads. */
bool dyads(struct arena *a, const struct marks *m, struct dyads *d);

#endif
