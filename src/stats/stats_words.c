/* stats_words.c: log-odds of words with an informative prior, and authors dealt anew. Knows no authors by name and no subjects. */
#include "stats/stats_words.h"

#include "stats/stats_distribution.h"
#include "stats/stats_multiple.h"
#include "stats/stats_random.h"

#include <math.h>
#include <string.h>

enum { LEAST_TEXTS = 50, LEAST_AUTHORS = 10, LEAST_USES = 10, WORD_AUTHORS = 5 };
#define USUAL_PRIOR 500.0

/* Counts by word of one deal of the authors. */
struct tally {
	double *of[2];                   /* [words] */
	double total[2];
};

static void
tally(const struct words_input *in, const uint8_t *group, struct tally *t)
{
	for (int g = 0; g < 2; g++) {
		memset(t->of[g], 0, in->words * sizeof *t->of[g]);
		t->total[g] = 0;
	}
	for (size_t i = 0; i < in->uses; i++) {
		uint8_t g = group[in->use[i].author];

		t->of[g][in->use[i].word] += in->use[i].count;
		t->total[g] += in->use[i].count;
	}
}

/* delta and its variance for one word; alpha of it, all: of all words. */
static double
delta(const struct tally *t, size_t w, double alpha, double all, double *variance)
{
	double y1 = t->of[1][w] + alpha, y0 = t->of[0][w] + alpha;

	*variance = 1 / y1 + 1 / y0;
	return log(y1 / (t->total[1] + all - y1)) - log(y0 / (t->total[0] + all - y0));
}

static enum stats_refusal
why_not(const struct words_input *in, struct words_difference *r)
{
	for (size_t k = 0; k < in->authors; k++) {
		if (in->group[k] > 1)
			return STATS_OUT_OF_RANGE;
		r->texts[in->group[k]] += in->texts[k];
		r->authors[in->group[k]] += in->texts[k] > 0;
	}
	for (size_t i = 0; i < in->uses; i++) {
		if (!isfinite(in->use[i].count))
			return STATS_NOT_A_NUMBER;
		if (in->use[i].author >= in->authors || in->use[i].word >= in->words || in->use[i].count < 0 || in->use[i].count > 1e12)
			return STATS_OUT_OF_RANGE;
	}
	if (!(in->prior >= 0) || isinf(in->prior) || !(in->q >= 0) || in->q > 1)
		return STATS_OUT_OF_RANGE;
	for (int g = 0; g < 2; g++)
		if (r->texts[g] < LEAST_TEXTS || r->authors[g] < LEAST_AUTHORS)
			return STATS_TOO_FEW;
	return STATS_GIVEN;
}

/* How z of each word scatters when authors are dealt anew, and how often it is as far out. */
static void
deal(struct arena *a, const struct words_input *in, const double *alpha, double all, const struct words_difference *r, double *squares, double *farther)
{
	struct random_source s = random_from(in->seed);
	uint8_t *group = NEW_MANY(a, uint8_t, in->authors);
	struct tally t = { { NEW_MANY(a, double, in->words), NEW_MANY(a, double, in->words) }, { 0 } };

	memcpy(group, in->group, in->authors);
	for (size_t d = 0; d < in->draws; d++) {
		for (size_t i = in->authors; i > 1; i--) {
			size_t j = random_below(&s, i);
			uint8_t kept = group[i - 1];

			group[i - 1] = group[j];
			group[j] = kept;
		}
		tally(in, group, &t);
		for (size_t w = 0; w < in->words; w++) {
			double variance, z;

			if (r->word[w].log_odds.refusal != STATS_GIVEN)
				continue;
			z = delta(&t, w, alpha[w], all, &variance) / sqrt(variance);
			squares[w] += z * z / (double)in->draws;
			farther[w] += (fabs(z) >= fabs(r->word[w].z)) / (double)in->draws;
		}
	}
}

static void
count_authors(struct arena *a, const struct words_input *in, struct words_difference *r)
{
	size_t *last = NEW_MANY(a, size_t, in->words), *start = NEW_MANY(a, size_t, in->authors + 1), *at = NEW_MANY(a, size_t, in->authors + 1), *order =
		NEW_MANY(a, size_t, in->uses);

	for (size_t i = 0; i < in->uses; i++)
		start[in->use[i].author + 1]++;
	for (size_t k = 0; k < in->authors; k++)
		at[k + 1] = start[k + 1] += start[k];
	for (size_t i = 0; i < in->uses; i++)
		order[at[in->use[i].author]++] = i;
	for (size_t k = 0; k < in->uses; k++) {
		const struct word_use *u = &in->use[order[k]];

		if (u->count > 0 && last[u->word] != (size_t)u->author + 1) {
			last[u->word] = (size_t)u->author + 1;
			r->word[u->word].authors++;
		}
	}
}

static void
compare(const struct words_input *in, const struct tally *t, const double *alpha, double all, struct words_difference *r)
{
	for (size_t w = 0; w < in->words; w++) {
		struct word_difference *d = &r->word[w];
		double uses = t->of[0][w] + t->of[1][w], variance, value, half;

		d->p = d->adjusted = d->z = NAN;
		d->log_odds = stats_refused(STATS_TOO_FEW, (size_t)uses, LEAST_USES);
		if (uses < LEAST_USES)
			continue;
		value = delta(t, w, alpha[w], all, &variance);
		half = STATS_Z95 * sqrt(variance);
		if (isnan(value)) {              /* no other word in one of the groups */
			d->log_odds = stats_refused(STATS_NO_SPREAD, (size_t)uses, 0);
			continue;
		}
		d->z = value / sqrt(variance);
		d->log_odds = (struct stats_estimate){ value, value - half, value + half, 0.95, (size_t)uses, 0, STATS_GIVEN };
	}
}

static void
flag(struct arena *a, const struct words_input *in, const double *squares, const double *farther, struct words_difference *r)
{
	double *p = NEW_MANY(a, double, in->words), *adjusted = NEW_MANY(a, double, in->words), q = in->q > 0 ? in->q : 0.05;

	for (size_t w = 0; w < in->words; w++) {
		double wide = fmax(1, sqrt(squares[w]));

		p[w] = r->word[w].p = isnan(r->word[w].z) ? NAN : fmin(1, fmax(farther[w], 2 * normal_above(fabs(r->word[w].z) / wide)));
	}
	adjust_bh(a, p, in->words, adjusted);
	for (size_t w = 0; w < in->words; w++) {
		r->word[w].adjusted = adjusted[w];
		r->word[w].flagged = adjusted[w] <= q && r->word[w].authors >= WORD_AUTHORS;
		r->flagged += r->word[w].flagged;
	}
}

struct words_difference
words_difference(struct arena *a, const struct words_input *in)
{
	struct words_difference r = { .word = NEW_MANY(a, struct word_difference, in->words) };
	struct tally t = { { NEW_MANY(a, double, in->words), NEW_MANY(a, double, in->words) }, { 0 } };
	double *alpha = NEW_MANY(a, double, in->words), *squares = NEW_MANY(a, double, in->words), *farther = NEW_MANY(a, double, in->words);
	double all = in->prior > 0 ? in->prior : USUAL_PRIOR, both;

	r.refusal = why_not(in, &r);
	for (size_t w = 0; r.refusal != STATS_GIVEN && w < in->words; w++)
		r.word[w] = (struct word_difference){ .log_odds = stats_refused(r.refusal, 0, 0), .z = NAN, .p = NAN, .adjusted = NAN };
	if (r.refusal != STATS_GIVEN)
		return r;
	tally(in, in->group, &t);
	r.total[0] = t.total[0];
	r.total[1] = t.total[1];
	both = t.total[0] + t.total[1];
	for (size_t w = 0; w < in->words; w++)
		alpha[w] = both > 0 ? all * (t.of[0][w] + t.of[1][w]) / both : 0;
	compare(in, &t, alpha, all, &r);
	count_authors(a, in, &r);
	if (in->draws > 0)
		deal(a, in, alpha, all, &r, squares, farther);
	flag(a, in, squares, farther, &r);
	return r;
}
