/* stats_cholesky_plan.c: orders a sparse matrix and cuts it into fronts. Knows no values. */
#include "stats/stats_fronts.h"

#include <stdlib.h>
#include <string.h>
#include <suitesparse/amd.h>

enum { NOBODY = UINT32_MAX };
#define PADDING 0.15            /* share of zeros that joining fronts may add */

/* Working room: the pattern in elimination order, upper part by columns. */
struct pattern {
	size_t n;
	size_t *start;
	uint32_t *row, *parent, *count;
};

/* Minimum degree; order[new] = old. */
static void
order_by_degree(const struct sparse *m, uint32_t *order)
{
	size_t entries = m->start[m->n];
	int *start = malloc((m->n + 1) * sizeof *start), *row = malloc((entries + 1) * sizeof *row);
	int *out = malloc((m->n + 1) * sizeof *out);

	if (start == NULL || row == NULL || out == NULL || m->n > INT32_MAX / 2 || entries > INT32_MAX / 4)
		die("no room to order %zu columns", m->n);
	for (size_t j = 0; j <= m->n; j++)
		start[j] = (int)m->start[j];
	for (size_t e = 0; e < entries; e++)
		row[e] = (int)m->row[e];
	if (amd_order((int)m->n, start, row, out, NULL, NULL) < 0)
		die("a pattern that cannot be ordered");
	for (size_t j = 0; j < m->n; j++)
		order[j] = (uint32_t)out[j];
	free(start);
	free(row);
	free(out);
}

/* The upper part by columns under the order; rows unsorted. */
static void
turn(const struct sparse *m, const uint32_t *place, struct pattern *u)
{
	memset(u->start, 0, (u->n + 1) * sizeof *u->start);
	for (int pass = 0; pass < 2; pass++) {
		for (size_t j = 0; j < m->n; j++)
			for (size_t e = m->start[j]; e < m->start[j + 1]; e++) {
				uint32_t i = place[m->row[e]], k = place[j], column = i > k ? i : k;

				if (pass == 0)
					u->start[column + 1]++;
				else
					u->row[u->start[column]++] = i > k ? k : i;
			}
		for (size_t j = 0; pass == 0 && j < u->n; j++)
			u->start[j + 1] += u->start[j];
	}
	memmove(u->start + 1, u->start, u->n * sizeof *u->start);
	u->start[0] = 0;
}

/* The elimination tree (Liu 1986), paths kept short. */
static void
grow(struct pattern *u, uint32_t *ancestor)
{
	for (size_t j = 0; j < u->n; j++) {
		u->parent[j] = ancestor[j] = NOBODY;
		for (size_t e = u->start[j]; e < u->start[j + 1]; e++)
			for (uint32_t i = u->row[e], next; i != NOBODY && i < j; i = next) {
				next = ancestor[i];
				ancestor[i] = (uint32_t)j;
				if (next == NOBODY)
					u->parent[i] = (uint32_t)j;
			}
	}
}

/* Entries of each column of L, the diagonal counted: each row walks up its subtree. */
static void
count(struct pattern *u, uint32_t *mark)
{
	for (size_t j = 0; j < u->n; j++) {
		u->count[j] = 1;
		mark[j] = (uint32_t)j;
		for (size_t e = u->start[j]; e < u->start[j + 1]; e++)
			for (uint32_t i = u->row[e]; mark[i] != j; i = u->parent[i]) {
				u->count[i]++;
				mark[i] = (uint32_t)j;
			}
	}
}

/* Children before parents, subtrees together: out[new] = old label. */
static void
postorder(const uint32_t *parent, size_t n, uint32_t *out, uint32_t *head, uint32_t *next, uint32_t *stack)
{
	size_t k = 0;

	for (size_t j = 0; j < n; j++)
		head[j] = NOBODY;
	for (size_t j = n; j-- > 0;)
		if (parent[j] != NOBODY) {
			next[j] = head[parent[j]];
			head[parent[j]] = (uint32_t)j;
		}
	for (size_t root = 0; root < n; root++) {
		size_t depth = 0;

		if (parent[root] != NOBODY)
			continue;
		stack[depth++] = (uint32_t)root;
		while (depth > 0) {
			uint32_t top = stack[depth - 1], child = head[top];

			if (child == NOBODY) {
				out[k++] = top;
				depth--;
			} else {
				head[top] = next[child];
				stack[depth++] = child;
			}
		}
	}
}

/* Order, tree and counts, in postorder. */
static void
arrange(struct arena *a, const struct sparse *m, struct cholesky_plan *p, struct pattern *u)
{
	uint32_t *s1 = NEW_MANY(a, uint32_t, m->n), *s2 = NEW_MANY(a, uint32_t, m->n), *s3 = NEW_MANY(a, uint32_t, m->n);
	uint32_t *post = NEW_MANY(a, uint32_t, m->n);

	*u = (struct pattern){ m->n, NEW_MANY(a, size_t, m->n + 1), NEW_MANY(a, uint32_t, p->entries), NEW_MANY(a, uint32_t, m->n),
		NEW_MANY(a, uint32_t, m->n) };
	order_by_degree(m, p->order);
	for (size_t j = 0; j < m->n; j++)
		p->place[p->order[j]] = (uint32_t)j;
	turn(m, p->place, u);
	grow(u, s1);
	postorder(u->parent, m->n, post, s1, s2, s3);
	for (size_t j = 0; j < m->n; j++)
		s1[j] = p->order[post[j]];
	for (size_t j = 0; j < m->n; j++) {
		p->order[j] = s1[j];
		p->place[s1[j]] = (uint32_t)j;
	}
	turn(m, p->place, u);
	grow(u, s1);
	count(u, s1);
}

/* Neighbouring columns of one path become one front while few zeros are added. */
static void
cut(struct cholesky_plan *p, const struct pattern *u)
{
	double zeros = 0, size = 0;

	p->fronts = 0;
	for (size_t j = 0; j < p->n; j++) {
		double width = p->fronts ? (double)(j - p->first[p->fronts - 1]) : 0, more;

		more = j > 0 ? width * ((double)u->count[j] + 1 - (double)u->count[j - 1]) : 0;
		if (j > 0 && u->parent[j - 1] == j && zeros + more <= PADDING * (size + more + u->count[j])) {
			zeros += more;
			size += more + u->count[j];
			continue;
		}
		p->first[p->fronts++] = (uint32_t)j;
		zeros = 0;
		size = u->count[j];
	}
	p->first[p->fronts] = (uint32_t)p->n;
}

static int
ascending(const void *i, const void *j)
{
	uint32_t x = *(const uint32_t *)i, y = *(const uint32_t *)j;

	return x < y ? -1 : x > y;
}

/* The lower pattern by columns: where the rows of a front come from, beside its children. */
static void
lower_of(const struct pattern *u, size_t *start, uint32_t *row)
{
	memset(start, 0, (u->n + 1) * sizeof *start);
	for (size_t e = 0; e < u->start[u->n]; e++)
		start[u->row[e] + 1]++;
	for (size_t j = 0; j < u->n; j++)
		start[j + 1] += start[j];
	for (size_t j = 0; j < u->n; j++)
		for (size_t e = u->start[j]; e < u->start[j + 1]; e++)
			row[start[u->row[e]]++] = (uint32_t)j;
	memmove(start + 1, start, u->n * sizeof *start);
	start[0] = 0;
}

/* How many rows all fronts have: the first column's count less the front's own columns, padding counted by the last. */
static size_t
rows_of_all(const struct cholesky_plan *p, const struct pattern *u)
{
	size_t sum = 0;

	for (size_t s = 0; s < p->fronts; s++)
		sum += u->count[p->first[s + 1] - 1] - 1;
	return sum;
}

/* Rows of each front: those of the matrix and of the children, beyond the front's own columns. */
static void
fill(struct arena *a, struct cholesky_plan *p, const struct pattern *u)
{
	size_t *start = NEW_MANY(a, size_t, p->n + 1), used = 0;
	uint32_t *lower = NEW_MANY(a, uint32_t, u->start[p->n]), *mark = NEW_MANY(a, uint32_t, p->n);
	uint32_t *front = NEW_MANY(a, uint32_t, p->n), *child = NEW_MANY(a, uint32_t, p->fronts), *next = NEW_MANY(a, uint32_t, p->fronts);

	lower_of(u, start, lower);
	memset(mark, 0xff, p->n * sizeof *mark);
	memset(child, 0xff, p->fronts * sizeof *child);
	for (uint32_t s = 0; s < p->fronts; s++)
		for (size_t j = p->first[s]; j < p->first[s + 1]; j++)
			front[j] = s;
	for (uint32_t s = 0; s < p->fronts; s++) {
		uint32_t end = p->first[s + 1];
		size_t begin = used;

		for (size_t e = start[p->first[s]]; e < start[end]; e++)
			if (lower[e] >= end && mark[lower[e]] != s) {
				mark[lower[e]] = s;
				p->row[used++] = lower[e];
			}
		for (uint32_t c = child[s]; c != NOBODY; c = next[c])
			for (size_t e = p->from[c]; e < p->from[c + 1]; e++)
				if (p->row[e] >= end && mark[p->row[e]] != s) {
					mark[p->row[e]] = s;
					p->row[used++] = p->row[e];
				}
		qsort(p->row + begin, used - begin, sizeof *p->row, ascending);
		p->from[s + 1] = used;
		p->parent[s] = used > begin ? front[p->row[begin]] : (uint32_t)p->fronts;
		if (used > begin) {
			next[s] = child[p->parent[s]];
			child[p->parent[s]] = s;
			p->children[p->parent[s]]++;
		}
	}
}

/* Where row i stands in front s. */
static uint32_t
position(const struct cholesky_plan *p, size_t s, uint32_t i)
{
	const uint32_t *at;

	if (i < p->first[s + 1])
		return i - p->first[s];
	at = bsearch(&i, p->row + p->from[s], front_rows(p, s), sizeof i, ascending);
	return (uint32_t)(front_columns(p, s) + (size_t)(at - (p->row + p->from[s])));
}

/* Places in L and in parents, sizes of the stacks, the work. */
static void
measure(struct arena *a, struct cholesky_plan *p)
{
	size_t *deep = NEW_MANY(a, size_t, p->fronts + 1), waiting = 0, *mine = NEW_MANY(a, size_t, p->fronts + 1);

	for (size_t s = 0; s < p->fronts; s++) {
		size_t k = front_columns(p, s), r = front_rows(p, s);

		p->at[s + 1] = p->at[s] + k * (k + r);
		p->work += (double)k * (double)(k + r) * (double)(k + r);
		for (size_t e = p->from[s]; e < p->from[s + 1]; e++)
			p->local[e] = position(p, p->parent[s], p->row[e]);
		waiting += r * r;
		p->stack = waiting > p->stack ? waiting : p->stack;
		waiting -= mine[s];
		if (p->parent[s] < p->fronts)
			mine[p->parent[s]] += r * r;
		else
			waiting -= r * r;
	}
	for (size_t s = p->fronts; s-- > 0;) {
		size_t f = front_columns(p, s) + front_rows(p, s);

		p->lowest[s] = (uint32_t)s;
		deep[s] = (p->parent[s] < p->fronts ? deep[p->parent[s]] : 0) + f * f;
		p->path = deep[s] > p->path ? deep[s] : p->path;
	}
	for (size_t s = 0; s < p->fronts; s++)
		if (p->lowest[s] < p->lowest[p->parent[s]] && p->parent[s] < p->fronts)
			p->lowest[p->parent[s]] = p->lowest[s];
	p->numbers = p->at[p->fronts];
}

struct cholesky_plan *
cholesky_plan(struct arena *a, const struct sparse *m)
{
	struct cholesky_plan *p = NEW(a, struct cholesky_plan);
	struct arena *work = arena_new();
	struct pattern u;
	uint32_t *front = NEW_MANY(work, uint32_t, m->n);

	p->n = m->n;
	p->entries = m->start[m->n];
	p->order = NEW_MANY(a, uint32_t, m->n);
	p->place = NEW_MANY(a, uint32_t, m->n);
	p->first = NEW_MANY(a, uint32_t, m->n + 1);
	arrange(work, m, p, &u);
	cut(p, &u);
	p->parent = NEW_MANY(a, uint32_t, p->fronts);
	p->children = NEW_MANY(a, uint32_t, p->fronts + 1);
	p->lowest = NEW_MANY(a, uint32_t, p->fronts + 1);
	p->from = NEW_MANY(a, size_t, p->fronts + 1);
	p->at = NEW_MANY(a, size_t, p->fronts + 1);
	p->row = NEW_MANY(a, uint32_t, rows_of_all(p, &u));
	p->local = NEW_MANY(a, uint32_t, rows_of_all(p, &u));
	p->where = NEW_MANY(a, size_t, p->entries);
	fill(work, p, &u);
	measure(work, p);
	for (uint32_t s = 0; s < p->fronts; s++)
		for (size_t j = p->first[s]; j < p->first[s + 1]; j++)
			front[j] = s;
	for (size_t j = 0; j < m->n; j++)
		for (size_t e = m->start[j]; e < m->start[j + 1]; e++) {
			uint32_t i = p->place[m->row[e]], k = p->place[j], low = i < k ? i : k, s = front[low];

			p->where[e] = p->at[s] + position(p, s, i < k ? k : i) +
				(low - p->first[s]) * (front_columns(p, s) + front_rows(p, s));
		}
	arena_free(work);
	return p;
}

double
cholesky_work(const struct cholesky_plan *p)
{
	return p->work;
}

size_t
cholesky_entries(const struct cholesky_plan *p)
{
	return p->numbers;
}
