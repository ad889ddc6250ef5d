/* stats_rating_design.c: what a design of ratings can tell apart. Knows no people. */
#include "stats/stats_rating.h"

#include "stats/stats_graph.h"

#include <math.h>

#define SHARED_LEAST 0.20

struct rating_design
rating_design(struct arena *a, const struct dyads *d, size_t ratees, size_t raters)
{
	struct rating_design r = { .dyads = d->n };
	size_t *count = NEW_MANY(a, size_t, ratees), shared = 0;
	bool *met = NEW_MANY(a, bool, raters);

	for (size_t i = 0; i < d->n; i++) {
		count[d->ratee[i]]++;
		met[d->rater[i]] = true;
	}
	for (size_t i = 0; i < ratees; i++) {
		r.ratees += count[i] > 0;
		shared += count[i] > 1;
	}
	for (size_t j = 0; j < raters; j++)
		r.raters += met[j];
	r.components = graph_parts(a, d->ratee, d->rater, d->n, ratees, raters).count;
	r.shared = r.ratees > 0 ? (double)shared / (double)r.ratees : 0;
	r.separable = r.ratees > 0 && r.shared >= SHARED_LEAST;
	return r;
}
