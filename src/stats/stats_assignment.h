/* stats_assignment.h: who is paired with whom at the least cost; stable pairs. Knows no mentors and no people. */
#ifndef STATS_ASSIGNMENT_H
#define STATS_ASSIGNMENT_H

#include "stats/stats.h"

#define NOT_PAIRED SIZE_MAX
enum assignment_asked { ASSIGN_LEAST, ASSIGN_MOST };

/* cost [rows][columns], row by row, any unit; an infinity or a NaN forbids the pair. capacity [columns]: how many rows a column
 * takes, NULL: one each; a column of 0 takes none. */
struct assignment_input {
	size_t rows, columns;
	const double *cost;
	const size_t *capacity;
	enum assignment_asked asked;
};
struct assignment {
	enum stats_refusal refusal;      /* STATS_OUT_OF_RANGE: a finite cost beyond 1e100 in size */
	size_t *column;                  /* [rows]: of the row, NOT_PAIRED when left over */
	size_t paired;                   /* as many pairs as can be had; rows beyond that are left over */
	double total;                    /* of the costs of the pairs; exact for whole numbers below 2^53 */
};
/* First the most pairs, then the best total. Shortest augmenting paths on the reduced costs (Jonker & Volgenant 1987, without the
 * initial reductions), O(rows^2 x places). More rows than places, or forbidden pairs, leave rows over. Ties go to the lower index. */
struct assignment assignment(struct arena *a, const struct assignment_input *in);

/* What each pair costs the whole: the loss of total (never negative) when row i may not have its column. Rows left over: NaN; infinite
 * when fewer pairs would be had. One solution for each row. */
double *assignment_losses(struct arena *a, const struct assignment_input *in, const struct assignment *best);

/* Stable pairs (Gale & Shapley 1962), best for the rows. row_rank [rows][columns] and column_rank [columns][rows]: smaller is liked
 * more, an infinity or NaN means "not at all"; ties go to the lower index. column of each row; NOT_PAIRED when left over. */
size_t *stable_matching(struct arena *a, const double *row_rank, const double *column_rank, size_t rows, size_t columns, const size_t *capacity);
/* Pairs that would both rather have each other than what they have: 0 for a stable matching. */
size_t blocking_pairs(const double *row_rank, const double *column_rank, size_t rows, size_t columns, const size_t *capacity,
	const size_t *column);

#endif
