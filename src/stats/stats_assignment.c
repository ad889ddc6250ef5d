/* stats_assignment.c: the assignment of least cost by shortest augmenting paths. Knows no mentors and no people. */
#include "stats/stats_assignment.h"

#include "stats/stats_series.h"

#include <math.h>
#include <string.h>

/* Columns of several places are not cloned: a place is known by its column and the rows in it hang in a chain, so that the work
 * grows with columns, not places. Each row has one column more, its own, at a price above all pairs: "left over". */
struct paths {
	size_t rows, columns;
	double *cost;            /* [rows][columns]; infinite where forbidden */
	double over;             /* the price of being left over */
	size_t *room;            /* [columns]: places still free */
	size_t *column;          /* [rows] */
	size_t *first, *next;    /* the rows of a column: [columns], [rows] */
	double *price;           /* [columns]: dual of the column, at most 0 */
	double *near;            /* [columns]: shortest distance from the row that looks */
	size_t *from;            /* [columns]: the row it was reached from */
	bool *done;
	size_t *reached;         /* the columns done, in order */
};

/* The dearest difference any change of pairs could make, and one more: leaving a row over is never worth it. */
static double
price_of_leaving(const struct paths *p)
{
	double low = INFINITY, high = -INFINITY;

	for (size_t i = 0; i < p->rows * p->columns; i++)
		if (isfinite(p->cost[i])) {
			low = fmin(low, p->cost[i]);
			high = fmax(high, p->cost[i]);
		}
	return low > high ? 1 : high + (high - low + 1) * (double)(p->rows + 1);
}

static void
unhang(struct paths *p, size_t row)
{
	size_t *at = &p->first[p->column[row]];

	while (*at != row)
		at = &p->next[*at];
	*at = p->next[row];
}

static void
hang(struct paths *p, size_t row, size_t column)
{
	p->column[row] = column;
	p->next[row] = p->first[column];
	p->first[column] = row;
}

/* Distances through one row that is reached at `start`. */
static void
look(struct paths *p, size_t row, double start)
{
	const double *cost = p->cost + row * p->columns;

	for (size_t j = 0; j < p->columns; j++)
		if (!p->done[j] && start + cost[j] - p->price[j] < p->near[j]) {
			p->near[j] = start + cost[j] - p->price[j];
			p->from[j] = row;
		}
}

static size_t
nearest(const struct paths *p)
{
	size_t best = NOT_PAIRED;

	for (size_t j = 0; j < p->columns; j++)
		if (!p->done[j] && isfinite(p->near[j]) && (best == NOT_PAIRED || p->near[j] < p->near[best]))
			best = j;
	return best;
}

/* Moves the rows along the path that ends at `column`, back to the row that looked. */
static void
augment(struct paths *p, size_t row, size_t column)
{
	for (;;) {
		size_t mover = p->from[column], left = p->column[mover];

		if (mover != row)
			unhang(p, mover);
		hang(p, mover, column);
		if (mover == row)
			return;
		column = left;
	}
}

/* Ends with a free place, or with a row whose leaving is cheaper than the next place: its distance is `end`. */
static void
place(struct paths *p, size_t row)
{
	double end = p->over, base = 0;
	size_t count = 0, leaver = row, j;

	memset(p->done, 0, p->columns * sizeof *p->done);
	for (j = 0; j < p->columns; j++)
		p->near[j] = INFINITY;
	look(p, row, 0);
	while ((j = nearest(p)) != NOT_PAIRED && p->near[j] < end) {
		p->done[j] = true;
		p->reached[count++] = j;
		if (p->room[j] > 0)
			break;
		for (size_t i = p->first[j]; i != NOT_PAIRED; i = p->next[i]) {
			base = p->near[j] - (p->cost[i * p->columns + j] - p->price[j]);
			if (base + p->over < end) {
				end = base + p->over;
				leaver = i;
			}
			look(p, i, base);
		}
	}
	if (j != NOT_PAIRED && p->near[j] < end)
		end = p->near[j];
	else
		j = NOT_PAIRED;
	for (size_t k = 0; k < count; k++)
		p->price[p->reached[k]] += fmin(0, p->near[p->reached[k]] - end);
	if (j != NOT_PAIRED) {
		p->room[j]--;
		augment(p, row, j);
	} else if (leaver != row) {
		size_t left = p->column[leaver];

		unhang(p, leaver);
		p->column[leaver] = NOT_PAIRED;
		augment(p, row, left);
	}
}

static struct paths
paths_of(struct arena *a, const struct assignment_input *in)
{
	size_t r = in->rows, c = in->columns;
	struct paths p = { r, c, NEW_MANY(a, double, r * c), 0, NEW_MANY(a, size_t, c), NEW_MANY(a, size_t, r), NEW_MANY(a, size_t, c),
		NEW_MANY(a, size_t, r), NEW_MANY(a, double, c), NEW_MANY(a, double, c), NEW_MANY(a, size_t, c), NEW_MANY(a, bool, c), NEW_MANY(a, size_t, c) };

	for (size_t i = 0; i < r * c; i++)
		p.cost[i] = !isfinite(in->cost[i]) ? INFINITY : in->asked == ASSIGN_MOST ? -in->cost[i] : in->cost[i];
	for (size_t j = 0; j < c; j++) {
		p.room[j] = in->capacity == NULL ? 1 : in->capacity[j];
		p.first[j] = NOT_PAIRED;
		for (size_t i = 0; p.room[j] == 0 && i < r; i++)
			p.cost[i * c + j] = INFINITY;
	}
	for (size_t i = 0; i < r; i++)
		p.column[i] = p.next[i] = NOT_PAIRED;
	p.over = price_of_leaving(&p);
	return p;
}

struct assignment
assignment(struct arena *a, const struct assignment_input *in)
{
	struct paths p = paths_of(a, in);
	struct assignment r = { STATS_GIVEN, p.column, 0, 0 };

	for (size_t i = 0; i < p.rows * p.columns; i++)
		if (isfinite(in->cost[i]) && fabs(in->cost[i]) > SERIES_LARGEST)
			r.refusal = STATS_OUT_OF_RANGE;
	for (size_t i = 0; r.refusal == STATS_GIVEN && i < p.rows; i++)
		place(&p, i);
	for (size_t i = 0; i < p.rows; i++)
		if (p.column[i] != NOT_PAIRED) {
			r.paired++;
			r.total += in->cost[i * p.columns + p.column[i]];
		}
	return r;
}

double *
assignment_losses(struct arena *a, const struct assignment_input *in, const struct assignment *best)
{
	double *loss = NEW_MANY(a, double, in->rows), *cost = NEW_MANY(a, double, in->rows * in->columns);
	struct assignment_input without = *in;

	memcpy(cost, in->cost, in->rows * in->columns * sizeof *cost);
	without.cost = cost;
	for (size_t i = 0; i < in->rows; i++) {
		struct arena *own = arena_new();
		struct assignment second;
		double kept;

		loss[i] = NAN;
		if (best->refusal == STATS_GIVEN && best->column[i] != NOT_PAIRED) {
			kept = cost[i * in->columns + best->column[i]];
			cost[i * in->columns + best->column[i]] = INFINITY;
			second = assignment(own, &without);
			loss[i] = second.paired < best->paired ? INFINITY : fmax(0, in->asked == ASSIGN_MOST ? best->total - second.total : second.total - best->total);
			cost[i * in->columns + best->column[i]] = kept;
		}
		arena_free(own);
	}
	return loss;
}
