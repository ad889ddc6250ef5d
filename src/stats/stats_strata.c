/* stats_strata.c: Mantel-Haenszel and what goes with it. Knows nothing of what is counted. */
#include "stats/stats_strata.h"

#include "stats/stats_distribution.h"

#include <math.h>

static double
size_of(struct table2 t)
{
	return t.a + t.b + t.c + t.d;
}

static bool
both_groups(struct table2 t)
{
	return t.a + t.b > 0 && t.c + t.d > 0;
}

static bool
is_informative(struct table2 t)
{
	return both_groups(t) && t.a + t.c > 0 && t.b + t.d > 0;
}

static double
odds(struct table2 t)
{
	return t.a * t.d == 0 && t.b * t.c == 0 ? NAN : t.a * t.d / (t.b * t.c);
}

static enum stats_refusal
refusal_of(const struct table2 *t, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const double cell[] = { t[i].a, t[i].b, t[i].c, t[i].d };

		for (size_t k = 0; k < 4; k++) {
			if (!isfinite(cell[k]))
				return STATS_NOT_A_NUMBER;
			if (cell[k] < 0 || cell[k] != floor(cell[k]) || cell[k] > 1e12)
				return STATS_OUT_OF_RANGE;
		}
	}
	return n > 0 ? STATS_GIVEN : STATS_TOO_FEW;
}

/* The common odds ratio and its interval. */
static void
common(struct strata *s, const struct table2 *t, size_t n, double all)
{
	double r = 0, q = 0, pr = 0, cross = 0, qs = 0, half;

	for (size_t i = 0; i < n; i++) {
		double m = size_of(t[i]), yes, no, agree;

		if (m == 0)
			continue;
		yes = t[i].a * t[i].d / m;
		no = t[i].b * t[i].c / m;
		agree = (t[i].a + t[i].d) / m;
		r += yes;
		q += no;
		pr += agree * yes;
		cross += agree * no + (1 - agree) * yes;
		qs += (1 - agree) * no;
	}
	s->common = r == 0 && q == 0 ? NAN : r / q;
	s->odds_ratio = stats_refused(STATS_NO_SPREAD, (size_t)all, 0);
	if (r == 0 || q == 0)
		return;
	half = STATS_Z95 * sqrt(pr / (2 * r * r) + cross / (2 * r * q) + qs / (2 * q * q));
	s->odds_ratio = (struct stats_estimate){ s->common, s->common * exp(-half), s->common * exp(half), 0.95, (size_t)all, 0, STATS_GIVEN };
}

static void
cochran(struct strata *s, const struct table2 *t, size_t n)
{
	double off = 0, variance = 0, less;

	for (size_t i = 0; i < n; i++) {
		double m = size_of(t[i]), row = t[i].a + t[i].b, column = t[i].a + t[i].c;

		if (!is_informative(t[i]))
			continue;
		off += t[i].a - row * column / m;
		variance += row * (m - row) * column * (m - column) / (m * m * (m - 1));
	}
	off = fabs(off);
	less = off >= 0.5 ? off - 0.5 : off;
	s->cmh = off * off / variance;
	s->cmh_corrected = less * less / variance;
	s->cmh_p = chi_square_above(s->cmh, 1);
	s->cmh_corrected_p = chi_square_above(s->cmh_corrected, 1);
}

/* The first cell that the margins and an odds ratio leave: the root of a quadratic within the support. */
static double
first_cell(struct table2 t, double ratio)
{
	double row = t.a + t.b, column = t.a + t.c, a = 1 - ratio, b = size_of(t) - row - column + ratio * (row + column);
	double c = ratio * row * column, root = sqrt(fmax(0, b * b + 4 * a * c));

	return b >= 0 ? 2 * c / (b + root) : (root - b) / (2 * a);
}

static void
homogeneity(struct strata *s, const struct table2 *t, size_t n)
{
	double sum = 0, off = 0, variance = 0;

	s->breslow_day = s->tarone = s->tarone_p = NAN;
	s->tarone_df = (double)s->informative - 1;
	if (s->odds_ratio.refusal != STATS_GIVEN)
		return;
	for (size_t i = 0; i < n; i++) {
		double e, m, row = t[i].a + t[i].b, column = t[i].a + t[i].c, v;

		if (!is_informative(t[i]))
			continue;
		e = first_cell(t[i], s->common);
		m = size_of(t[i]);
		v = 1 / (1 / e + 1 / (row - e) + 1 / (column - e) + 1 / (m - row - column + e));
		sum += (t[i].a - e) * (t[i].a - e) / v;
		off += t[i].a - e;
		variance += v;
	}
	s->breslow_day = sum;
	s->tarone = sum - off * off / variance;
	s->tarone_p = s->tarone_df > 0 ? chi_square_above(fmax(0, s->tarone), s->tarone_df) : NAN;
}

static void
risk(struct strata *s, const struct table2 *t, size_t n, double all)
{
	double off = 0, weight = 0, square = 0, half;

	for (size_t i = 0; i < n; i++) {
		double r1 = t[i].a + t[i].b, r2 = t[i].c + t[i].d, m = r1 + r2;

		if (!both_groups(t[i]))
			continue;
		off += (t[i].a * r2 - t[i].c * r1) / m;
		weight += r1 * r2 / m;
		square += (t[i].a * t[i].b * r2 * r2 * r2 + t[i].c * t[i].d * r1 * r1 * r1) / (r1 * r2 * m * m);
	}
	half = STATS_Z95 * sqrt(square) / weight;
	s->risk_difference = (struct stats_estimate){ off / weight, off / weight - half, off / weight + half, 0.95, (size_t)all, 0, STATS_GIVEN };
}

struct strata
strata(struct arena *a, const struct table2 *t, size_t n)
{
	struct strata s = { .refusal = refusal_of(t, n), .tables = n, .common = NAN, .cmh = NAN, .cmh_p = NAN, .cmh_corrected = NAN,
		.cmh_corrected_p = NAN, .breslow_day = NAN, .tarone = NAN, .tarone_p = NAN, .tarone_df = NAN, .crude = NAN };
	struct table2 sum = { 0 };

	s.each = NEW_MANY(a, double, n);
	for (size_t i = 0; i < n; i++) {
		s.each[i] = s.refusal == STATS_GIVEN ? odds(t[i]) : NAN;
		s.informative += is_informative(t[i]);
		sum = (struct table2){ sum.a + t[i].a, sum.b + t[i].b, sum.c + t[i].c, sum.d + t[i].d };
	}
	if (s.refusal == STATS_GIVEN && s.informative == 0)
		s.refusal = STATS_NO_SPREAD;
	s.odds_ratio = s.risk_difference = stats_refused(s.refusal, 0, s.refusal == STATS_TOO_FEW);
	if (s.refusal != STATS_GIVEN)
		return s;
	s.crude = odds(sum);
	common(&s, t, n, size_of(sum));
	cochran(&s, t, n);
	homogeneity(&s, t, n);
	risk(&s, t, n, size_of(sum));
	return s;
}
