/* stats_matching.c: stable pairs by deferred acceptance. Knows no mentors and no people. */
#include "stats/stats_assignment.h"

#include "stats/stats_sample.h"

#include <math.h>
#include <string.h>

static bool
likes(const double *rank, size_t who, size_t than)
{
	return rank[who] < rank[than] || (rank[who] == rank[than] && who < than);
}

/* The least liked of those the column holds; NOT_PAIRED when it has a place left. */
static size_t
weakest(const size_t *held, size_t count, size_t room, const double *rank)
{
	size_t worst = NOT_PAIRED;

	for (size_t k = 0; count >= room && k < count; k++)
		if (worst == NOT_PAIRED || likes(rank, held[worst], held[k]))
			worst = k;
	return worst;
}

struct offers {
	size_t rows, columns;
	size_t **wish;           /* [rows]: columns from best to worst, those it does not want last */
	size_t *asked;           /* [rows]: how many it has asked */
	size_t **held, *count;   /* [columns] */
	size_t *room, *column;
};

/* The row asks down its list until one holds it; the row put out, or NOT_PAIRED. */
static size_t
ask(struct offers *o, size_t row, const double *row_rank, const double *column_rank)
{
	while (o->asked[row] < o->columns) {
		size_t j = o->wish[row][o->asked[row]++], at, out;
		const double *rank = column_rank + j * o->rows;

		if (!isfinite(row_rank[row * o->columns + j]) || !isfinite(rank[row]) || o->room[j] == 0)
			continue;
		at = weakest(o->held[j], o->count[j], o->room[j], rank);
		if (at != NOT_PAIRED && !likes(rank, row, o->held[j][at]))
			continue;
		o->column[row] = j;
		if (at == NOT_PAIRED) {
			o->held[j][o->count[j]++] = row;
			return NOT_PAIRED;
		}
		out = o->held[j][at];
		o->held[j][at] = row;
		o->column[out] = NOT_PAIRED;
		return out;
	}
	return NOT_PAIRED;
}

static size_t
room_of(const size_t *capacity, size_t column, size_t rows)
{
	size_t room = capacity != NULL ? capacity[column] : 1;

	return room < rows ? room : rows;
}

size_t *
stable_matching(struct arena *a, const double *row_rank, const double *column_rank, size_t rows, size_t columns, const size_t *capacity)
{
	struct offers o = { rows, columns, NEW_MANY(a, size_t *, rows), NEW_MANY(a, size_t, rows), NEW_MANY(a, size_t *, columns),
		NEW_MANY(a, size_t, columns), NEW_MANY(a, size_t, columns), NEW_MANY(a, size_t, rows) };

	for (size_t j = 0; j < columns; j++) {
		o.room[j] = room_of(capacity, j, rows);
		o.held[j] = NEW_MANY(a, size_t, o.room[j]);
	}
	for (size_t i = 0; i < rows; i++) {
		o.wish[i] = sample_order(a, row_rank + i * columns, columns);
		o.column[i] = NOT_PAIRED;
	}
	for (size_t i = 0; i < rows; i++)
		for (size_t who = i; who != NOT_PAIRED; )
			who = ask(&o, who, row_rank, column_rank);
	return o.column;
}

/* Would column j rather have row i than one it has, or has it a place left. */
static bool
would_take(const double *rank, size_t i, size_t j, const size_t *column, size_t rows, size_t room)
{
	size_t held = 0;

	for (size_t k = 0; k < rows; k++) {
		if (column[k] != j)
			continue;
		if (likes(rank, i, k))
			return room > 0;
		held++;
	}
	return held < room;
}

size_t
blocking_pairs(const double *row_rank, const double *column_rank, size_t rows, size_t columns, const size_t *capacity,
	const size_t *column)
{
	size_t blocking = 0;

	for (size_t i = 0; i < rows; i++)
		for (size_t j = 0; j < columns; j++) {
			const double *mine = row_rank + i * columns, *theirs = column_rank + j * rows;

			if (column[i] == j || !isfinite(mine[j]) || !isfinite(theirs[i]))
				continue;
			if (column[i] != NOT_PAIRED && !likes(mine, j, column[i]))
				continue;
			blocking += would_take(theirs, i, j, column, rows, room_of(capacity, j, rows));
		}
	return blocking;
}
