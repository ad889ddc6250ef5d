/* stats_fronts.h: the plan of a factoring, between the files that make and follow it. Knows no values. */
#ifndef STATS_FRONTS_H
#define STATS_FRONTS_H

#include "stats/stats_cholesky.h"

/* Front s eliminates columns first[s] .. first[s+1] (in elimination order) and touches the later rows
 * row[from[s] .. from[s+1]). Its part of L is [columns + rows][columns] at l[at[s]]. */
struct cholesky_plan {
	size_t n, entries, fronts;
	uint32_t *order, *place;        /* order[new] = old; place[old] = new */
	uint32_t *first;                /* [fronts + 1] */
	uint32_t *parent;               /* [fronts]; `fronts` for a root */
	size_t *from, *at;              /* [fronts + 1] */
	uint32_t *row;
	uint32_t *local;                /* beside row: its position in the parent's front */
	size_t *where;                  /* [entries of the matrix]: place in L */
	uint32_t *children;             /* [fronts] how many */
	uint32_t *lowest;               /* [fronts] first front of the subtree */
	size_t numbers;                 /* of L */
	size_t stack;                   /* numbers of the update matrices that wait at one time, at most */
	size_t path;                    /* numbers of the inverse fronts along one path, at most */
	double work;
};

static inline size_t
front_columns(const struct cholesky_plan *p, size_t s)
{
	return p->first[s + 1] - p->first[s];
}

static inline size_t
front_rows(const struct cholesky_plan *p, size_t s)
{
	return p->from[s + 1] - p->from[s];
}

#endif
