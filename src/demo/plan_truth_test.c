/* plan_truth_test.c: what is planted can be found again, and nothing else is. */
#include "demo/plan_truth.h"

#include "base/test.h"

#include <stdlib.h>

#define TODAY ((struct day){ 2026, 11, 24 })
enum { FROM = 12 * 2026, TO = FROM + 11, QUESTIONS = 7, RATED = 4 };

struct found {
	int64_t planted, mean;
	size_t by_planted, by_mean;     /* ranks */
};

static int
by_planted(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	return (x->planted > y->planted) - (x->planted < y->planted);
}

static int
by_mean(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	return (x->mean > y->mean) - (x->mean < y->mean);
}

/* Spearman's rank correlation of what was planted with the mean, in thousandths. */
static int64_t
agreement(struct found *all, size_t n)
{
	int64_t sum = 0, size = (int64_t)n;

	qsort(all, n, sizeof *all, by_planted);
	for (size_t i = 0; i < n; i++)
		all[i].by_planted = i;
	qsort(all, n, sizeof *all, by_mean);
	for (size_t i = 0; i < n; i++) {
		int64_t apart = (int64_t)i - (int64_t)all[i].by_planted;

		sum += apart * apart;
	}
	return 1000 - 6000 * sum / (size * (size * size - 1));
}

enum planted { OF_SEVERITY, OF_HALO, OF_RECENCY };

/* What the reports of i get: `how` 0 the mean, 1 the spread between questions, both over all reports. */
static int64_t
marks(const struct plan *p, int i, bool spread)
{
	int64_t sum = 0, n = 0;

	for (int k = 0; k < p->employed; k++) {
		int64_t low = 5000, high = 0;

		if (p->people[k].manager != i)
			continue;
		for (size_t q = 0; q < QUESTIONS; q++) {
			int64_t mark = plan_mark(p, i, k, q, FROM, TO);

			low = mark < low ? mark : low;
			high = mark > high ? mark : high;
			sum += spread ? 0 : mark;
		}
		sum += spread ? high - low : 0;
		n++;
	}
	return sum / (spread ? n : n * QUESTIONS);
}

static int64_t
found_again(const struct plan *p, enum planted what, bool spread)
{
	struct found *all = NEW_MANY(p->arena, struct found, (size_t)p->employed);
	size_t n = 0;

	for (int i = 0; i < p->employed; i++) {
		struct plan_rater r = plan_rater(p, i);

		if (p->people[i].reports < RATED)
			continue;
		all[n].planted = what == OF_SEVERITY ? r.severity : what == OF_HALO ? r.halo : r.recency;
		all[n++].mean = -marks(p, i, spread);
	}
	return agreement(all, n);
}

TEST("a plain mean finds the planted severity again, and only that; narrow marks find halo")
{
	for (uint64_t seed = 1; seed <= 5; seed++) {
		struct arena *a = arena_new();
		struct plan *p = plan_make(a, 1000, seed, TODAY);

		SAY(arena_print(a, "seed %llu", (unsigned long long)seed));
		YES(found_again(p, OF_SEVERITY, false) > 800);
		YES(llabs(found_again(p, OF_HALO, false)) < 300);
		YES(llabs(found_again(p, OF_RECENCY, false)) < 300);
		YES(found_again(p, OF_HALO, true) > 350);
		SAY(NULL);
		arena_free(a);
	}
}

TEST("marks are whole levels of the scale, equal for equal seeds")
{
	struct arena *a = arena_new();
	struct plan *p = plan_make(a, 60, 9, TODAY), *twin = plan_make(a, 60, 9, TODAY);

	for (int i = 0; i < p->employed; i++)
		for (size_t q = 0; q < QUESTIONS; q++) {
			int64_t mark = plan_mark(p, 0, i, q, FROM, TO);

			YES(mark >= 1000 && mark <= 5000 && mark % 1000 == 0);
			EQ(mark, plan_mark(twin, 0, i, q, FROM, TO));
		}
	arena_free(a);
}

TEST("who sees the last quarter only is led by it")
{
	struct arena *a = arena_new();
	struct plan *p = plan_make(a, 1000, 4, TODAY);
	int64_t led[2] = { 0, 0 }, n[2] = { 0, 0 };

	for (int k = 1; k < p->employed; k++) {
		int boss = p->people[k].manager;
		struct plan_rater r = plan_rater(p, boss);
		int64_t rise = plan_last_quarter(p, k, FROM, TO) - plan_mean(p, k, FROM, TO), mark = 0;
		int late = r.recency > 500;

		if (llabs(rise) < 300)
			continue;
		for (size_t q = 0; q < QUESTIONS; q++)
			mark += plan_mark(p, boss, k, q, FROM, TO) - plan_trait(p, k, q) * (1000 - r.halo) / 1000 + r.severity;
		mark = mark / QUESTIONS - plan_mean(p, k, FROM, TO);
		led[late] += rise > 0 ? mark : -mark;
		n[late]++;
	}
	YES(n[0] > 50 && n[1] > 10);
	YES(led[1] / n[1] > led[0] / n[0] + 200);
	arena_free(a);
}
