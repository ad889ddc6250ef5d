/* statbench.c: how well and how fast the rating methods work on made-up organisations. Prints, decides nothing.
 * Usage: statbench bars [RUNS] | statbench speed RATINGS [exact | large] | statbench items RATINGS [exact | large] */
#include "organisation.h"

#include "stats/stats_mixed.h"
#include "stats/stats_recency.h"
#include "stats/stats_sample.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Sums over runs. */
struct bar {
	const char *words;
	double sum;
	size_t runs;
};
static struct bar bars[64];
static size_t bar_count;

static void
note(const char *words, double x)
{
	size_t k = 0;

	while (k < bar_count && strcmp(bars[k].words, words) != 0)
		k++;
	if (k == bar_count)
		bars[bar_count++].words = words;
	if (isnan(x))
		return;
	bars[k].sum += x;
	bars[k].runs++;
}

/* Area under the ROC curve: chance that a marked one scores above an unmarked one. */
static double
auc(struct arena *a, const double *score, const bool *marked, size_t n)
{
	const double *rank = sample_ranks(a, score, n);
	double sum = 0, m = 0;

	for (size_t i = 0; i < n; i++)
		if (marked[i]) {
			sum += rank[i];
			m++;
		}
	return (sum - m * (m + 1) / 2) / (m * ((double)n - m));
}

struct tally {
	double right, wrong, missed;
};

static void
note_flags(const char *fdp, const char *power, struct tally t)
{
	note(fdp, t.right + t.wrong > 0 ? t.wrong / (t.right + t.wrong) : 0);
	note(power, t.right + t.missed > 0 ? t.right / (t.right + t.missed) : NAN);
}

static void
count(struct tally *t, bool flagged, bool truly)
{
	t->right += flagged && truly;
	t->wrong += flagged && !truly;
	t->missed += !flagged && truly;
}

/* What the mean of a rater's marks says by itself: shows how hard the made-up organisation is. */
static void
plain_means(struct arena *a, const struct organisation *o, const struct severity *s)
{
	double *sum = NEW_MANY(a, double, o->people), *times = NEW_MANY(a, double, o->people), *truth = NEW_MANY(a, double, o->people);
	size_t n = 0;

	for (size_t i = 0; i < o->marks.n; i++) {
		sum[o->rater[i]] += o->y[i];
		times[o->rater[i]]++;
	}
	for (size_t j = 0; j < o->people; j++)
		if (s->rater[j].estimate.refusal == STATS_GIVEN) {
			sum[n] = sum[j] / times[j];
			truth[n++] = o->severity[j];
		}
	note("(a) r of a rater's plain mean with true severity", sample_correlation(sum, truth, n));
}

static void
severities(struct arena *a, const struct organisation *o, const struct severity *s)
{
	double *score = NEW_MANY(a, double, o->people), *true_one = NEW_MANY(a, double, o->people), *value = NEW_MANY(a, double, o->people);
	double *managers = NEW_MANY(a, double, o->people), covered = 0;
	bool *planted = NEW_MANY(a, bool, o->people), *planted_manager = NEW_MANY(a, bool, o->people);
	double times[2] = { 0 };
	size_t n = 0, m = 0;
	struct tally t = { 0 }, strict = { 0 };

	for (size_t j = 0; j < o->people; j++) {
		const struct rater_severity *r = &s->rater[j];
		bool habit = o->habit[j] == SEVERE || o->habit[j] == LENIENT;

		if (r->estimate.refusal != STATS_GIVEN)
			continue;
		times[0] += (double)r->estimate.n;
		times[1] += o->manages[j] ? (double)r->estimate.n : 0;
		score[n] = 1 - r->error;
		planted[n] = habit;
		value[n] = r->estimate.value;
		true_one[n++] = o->severity[j];
		covered += r->estimate.low <= o->severity[j] && o->severity[j] <= r->estimate.high;
		if (!o->manages[j])
			continue;
		managers[m] = 1 - r->error;
		planted_manager[m++] = habit;
		count(&t, r->flagged, habit);
		count(&strict, r->flagged, fabs(o->severity[j]) > 0.30 && o->severity[j] * r->estimate.value > 0);
	}
	plain_means(a, o, s);
	note("(a) r with true severity (>= 0.82)", sample_correlation(value, true_one, n));
	note("dyads of a rater with 4 people", times[0] / (double)n);
	note("dyads of a manager", times[1] / (double)m);
	note("(a) severity AUC, raters with 4 people (>= 0.945)", auc(a, score, planted, n));
	for (size_t i = 0; i < n; i++)
		value[i] = fabs(value[i]);
	note("(a) the same by |estimate|", auc(a, value, planted, n));
	for (size_t i = 0; i < n; i++)
		planted[i] = fabs(true_one[i]) > 0.3;
	note("(a) the same for |severity| > 0.30", auc(a, score, planted, n));
	note("(a) severity AUC, managers (>= 0.97)", auc(a, managers, planted_manager, m));
	note("(a) interval coverage (>= 0.91)", covered / (double)n);
	note_flags("(a) managers' flags: FDP, planted are right (<= 0.05)", "(a) managers' flags: power (>= 0.60)", t);
	note_flags("(a) managers' flags: FDP, |severity| > 0.30 is right", "(a) managers' flags: power by the same", strict);
}

static double
coverage(const struct organisation *o, const struct severity *s, double shift)
{
	double in = 0, n = 0;

	for (size_t i = 0; i < o->people; i++)
		if (s->ratee[i].fair.refusal == STATS_GIVEN) {
			in += s->ratee[i].fair.low <= o->truth[i] + shift && o->truth[i] + shift <= s->ratee[i].fair.high;
			n++;
		}
	return in / n;
}

static void
scores(struct arena *a, const struct organisation *o, const struct severity *s)
{
	double *raw = NEW_MANY(a, double, o->people), *fair = NEW_MANY(a, double, o->people), *truth = NEW_MANY(a, double, o->people);
	double *m_raw = NEW_MANY(a, double, o->people), *m_fair = NEW_MANY(a, double, o->people), *m_truth = NEW_MANY(a, double, o->people);
	double *sum = NEW_MANY(a, double, o->people), *times = NEW_MANY(a, double, o->people), *from = NEW_MANY(a, double, o->people);
	size_t n = 0, m = 0;

	for (size_t i = 0; i < o->marks.n; i++)
		if (o->relation[i] == MANAGER) {
			sum[o->ratee[i]] += o->y[i];
			times[o->ratee[i]]++;
			from[o->ratee[i]] = s->rater[o->rater[i]].estimate.value;
		}
	for (size_t i = 0; i < o->people; i++) {
		if (s->ratee[i].fair.refusal != STATS_GIVEN)
			continue;
		raw[n] = s->ratee[i].raw;
		fair[n] = s->ratee[i].fair.value;
		truth[n++] = o->truth[i];
		if (times[i] == 0 || isnan(from[i]))
			continue;
		m_raw[m] = sum[i] / times[i];
		m_fair[m] = m_raw[m] - from[i];
		m_truth[m++] = o->truth[i];
	}
	note("fair score: coverage of 95 % intervals, one shift for all", coverage(o, s, sample_mean(fair, n) - sample_mean(truth, n)));
	note("fair score: r with truth, all raters (>= 0.895)", sample_correlation(fair, truth, n));
	note("raw score: r with truth, all raters", sample_correlation(raw, truth, n));
	note("fair score: r with truth, the manager's", sample_correlation(m_fair, m_truth, m));
	note("raw score: r with truth, the manager's (fair >= raw + 0.06)", sample_correlation(m_raw, m_truth, m));
}

static void
spreads(struct arena *a, const struct organisation *o)
{
	const struct rater_spread *r = rating_spread(a, &o->marks, 0.05);
	double *score = NEW_MANY(a, double, o->people);
	bool *low = NEW_MANY(a, bool, o->people);
	struct tally t = { 0 }, central = { 0 };
	size_t n = 0;

	for (size_t j = 0; j < o->people; j++) {
		bool truly = o->habit[j] == HALO || o->habit[j] == CENTRAL;

		if (r[j].refusal != STATS_GIVEN)
			continue;
		score[n] = -r[j].z;
		low[n++] = truly;
		count(&t, r[j].verdict != DIFFERENTIATES, truly);
		if (r[j].dyads >= CENTRAL_DYADS)
			count(&central, r[j].verdict == CENTRAL_TENDENCY, o->habit[j] == CENTRAL);
	}
	note("(b) low differentiation AUC (>= 0.97)", auc(a, score, low, n));
	note_flags("(b) low differentiation FDP (<= 0.05)", "(b) low differentiation power (>= 0.50)", t);
	note_flags("(c) central FDP (<= 0.08)", "(c) central power (>= 0.40)", central);
}

static void
recencies(struct arena *a, const struct organisation *o)
{
	struct recency_by_rater r = recency_by_rater(a, o->evidence + 12, o->overall + 1, o->manager + 1, o->people - 1, o->people, 12, 6, 0, 0);
	struct recency all = recency(a, o->evidence + 12, o->overall + 1, o->people - 1, 12, 6);
	double *score = NEW_MANY(a, double, o->people);
	bool *leans = NEW_MANY(a, bool, o->people);
	struct tally t = { 0 };
	size_t n = 0;

	for (size_t j = 0; j < o->people; j++)
		if (r.rater[j].slope.refusal == STATS_GIVEN) {
			score[n] = r.rater[j].slope.value;
			leans[n++] = o->lambda[j] > 0.1;
			count(&t, r.rater[j].flagged, o->lambda[j] > 0.1);
		}
	note("(d) recency per manager: AUC (>= 0.80)", auc(a, score, leans, n));
	note_flags("(d) recency per manager: FDP (<= 0.05)", "(d) recency per manager: power", t);
	note("(d) recency of the organisation: lambda", all.lambda.value);
}

static void
mixtures(struct arena *a, const struct organisation *o)
{
	const struct severity *s = rating_severity(a, &(struct severity_input){ .marks = o->marks, .x = o->x, .p = RELATIONS - 1, .mixture = true });
	struct tally t = { 0 }, strict = { 0 };

	for (size_t j = 0; j < o->people; j++)
		if (o->manages[j] && s->rater[j].estimate.refusal == STATS_GIVEN) {
			count(&t, s->rater[j].flagged, o->habit[j] == SEVERE || o->habit[j] == LENIENT);
			count(&strict, s->rater[j].flagged, fabs(o->severity[j]) > 0.30 && o->severity[j] * s->rater[j].estimate.value > 0);
		}
	note_flags("(a) mixture prior: managers' FDP, planted are right", "(a) mixture prior: power (stretch >= 0.80)", t);
	note_flags("(a) mixture prior: managers' FDP, |severity| > 0.30 is right", "(a) mixture prior: power by the same", strict);
}

static int
run_bars(int runs)
{
	for (int k = 0; k < runs; k++) {
		struct arena *a = arena_new();
		const struct organisation *o = organisation(a, 1000, 5, 3, 0.15, 100 + (uint64_t)k);
		const struct organisation *thin = organisation(a, 1000, 5, 0, 0.40, 500 + (uint64_t)k);
		struct severity *s = rating_severity(a, &(struct severity_input){ .marks = o->marks, .x = o->x, .p = RELATIONS - 1 });

		severities(a, o, s);
		scores(a, o, s);
		mixtures(a, o);
		spreads(a, o);
		recencies(a, o);
		s = rating_severity(a, &(struct severity_input){ .marks = thin->marks });
		note("(a) managers alone: refused (1)", s->refusal == STATS_NOT_SEPARABLE && s->flagged == 0);
		arena_free(a);
	}
	for (size_t k = 0; k < bar_count; k++)
		printf("%-60s %.3f  (%zu runs)\n", bars[k].words, bars[k].sum / (double)bars[k].runs, bars[k].runs);
	return 0;
}

static int
run_speed(size_t ratings, const char *path)
{
	struct arena *a = arena_new(), *work = arena_new();
	const struct organisation *o = organisation(a, ratings / (6 * 6), 6, 4, 0.15, 7);
	struct severity_input in = { .marks = o->marks, .x = o->x, .p = RELATIONS - 1 };
	struct rusage use;
	struct severity *s;
	double start;

	in.path = path == NULL ? MIXED_FITTING : *path == 'l' ? MIXED_LARGE : MIXED_EXACT;
	start = now();
	s = rating_severity(work, &in);
	printf("%zu ratings, %zu dyads, %zu people: %.3f s", o->marks.n, s->design.dyads, o->people, now() - start);
	getrusage(RUSAGE_SELF, &use);
	if (s->refusal == STATS_GIVEN)
		printf(", %s, %zu rounds, SDs %.6f %.6f %.6f; rater 3: %.6f, PEV root %.6f; at most %ld MB\n",
			s->fit->path == MIXED_EXACT ? "exact" : "large", s->fit->rounds, sqrt(s->fit->variance[0]), sqrt(s->fit->variance[1]),
			sqrt(s->fit->residual), s->fit->effect[1][3], s->fit->prediction_sd[1][3], use.ru_maxrss / 1024);
	else
		printf(", refused (%d)\n", (int)s->refusal);
	return 0;
}

/* Item level: ratee, rater and dyad; items and relations fixed. */
static int
run_items(size_t ratings, const char *path)
{
	struct arena *a = arena_new(), *work = arena_new();
	const struct organisation *o = organisation(a, ratings / 36, 6, 4, 0.15, 7);
	size_t n = o->marks.n, p = RELATIONS + o->items - 1;
	double *x = NEW_MANY(a, double, n * p), start;
	uint32_t *dyad = NEW_MANY(a, uint32_t, n);
	struct mixed_input in = { .n = n, .y = o->y, .x = x, .p = p, .factors = 3 };
	struct mixed_fit *f;

	for (size_t i = 0; i < n; i++) {
		dyad[i] = (uint32_t)(i / o->items);      /* as they were made */
		x[i] = 1;
		if (o->relation[i] != MANAGER)
			x[o->relation[i] * n + i] = 1;
		if (o->item[i] > 0)
			x[(RELATIONS - 1 + o->item[i]) * n + i] = 1;
	}
	in.factor[0] = (struct mixed_factor){ o->ratee, o->people };
	in.factor[1] = (struct mixed_factor){ o->rater, o->people };
	in.factor[2] = (struct mixed_factor){ dyad, n / o->items };
	in.path = path == NULL ? MIXED_FITTING : *path == 'l' ? MIXED_LARGE : MIXED_EXACT;
	start = now();
	f = mixed_fit(work, &in);
	printf("%zu ratings at item level: %.3f s, %s, %zu rounds, refusal %d, SDs %.6f %.6f %.6f %.6f; rater 3 %.6f (%.6f)\n", n,
		now() - start, f->path == MIXED_EXACT ? "exact" : "large", f->rounds, (int)f->refusal, sqrt(f->variance[0]),
		sqrt(f->variance[1]), sqrt(f->variance[2]), sqrt(f->residual), f->effect[1][3], f->prediction_sd[1][3]);
	return 0;
}

int
main(int argc, char **argv)
{
	if (argc > 2 && strcmp(argv[1], "speed") == 0)
		return run_speed((size_t)atol(argv[2]), argc > 3 ? argv[3] : NULL);
	if (argc > 2 && strcmp(argv[1], "items") == 0)
		return run_items((size_t)atol(argv[2]), argc > 3 ? argv[3] : NULL);
	if (argc > 1 && strcmp(argv[1], "bars") == 0)
		return run_bars(argc > 2 ? atoi(argv[2]) : 8);
	fprintf(stderr, "usage: statbench bars [RUNS] | statbench speed|items RATINGS [exact | large]\n");
	return 2;
}
