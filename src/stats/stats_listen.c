/* stats_listen.c: shares of answers and eNPS. Knows no people. */
#include "stats/stats_listen.h"

#include "stats/stats_sample.h"

#include <math.h>

static struct stats_estimate
between(double value, double half, size_t n)
{
	return (struct stats_estimate){ value, value - half, value + half, 0.95, n, 0, STATS_GIVEN };
}

static enum stats_refusal
count_refusal(const double *x, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!isfinite(x[i]))
			return STATS_NOT_A_NUMBER;
	for (size_t i = 0; i < n; i++)
		if (x[i] < 0 || x[i] != floor(x[i]) || x[i] > 1e12)
			return STATS_OUT_OF_RANGE;
	return STATS_GIVEN;
}

/* The adjusted limits, drawn to the plain value by what is left unknown of a team, within -100..100. */
static struct stats_estimate
shown(struct stats_estimate adjusted, double value, double n, double team)
{
	double left = team > 1 ? sqrt((team - n) / (team - 1)) : team == 1 ? 0 : 1;
	struct stats_estimate e = adjusted;

	e.value = value;
	e.low = fmax(-100, value - left * fmax(0, value - adjusted.low));
	e.high = fmin(100, value + left * fmax(0, adjusted.high - value));
	return e;
}

struct enps
enps(double promoters, double passives, double detractors, double team)
{
	const double count[] = { promoters, passives, detractors, team };
	double n = promoters + passives + detractors, p = promoters / n, d = detractors / n, variance = p + d - (p - d) * (p - d), more = n + 3;
	double up = (promoters + 0.75) / more, down = (detractors + 0.75) / more;
	enum stats_refusal why = count_refusal(count, 4);
	struct enps e = { .se = NAN };

	if (why == STATS_GIVEN && n < 1)
		why = STATS_TOO_FEW;
	if (why == STATS_GIVEN && team > 0 && team < n)
		why = STATS_OUT_OF_RANGE;
	e.estimate = e.wald = e.wald_less_one = e.adjusted = stats_refused(why, 0, why == STATS_TOO_FEW);
	if (why != STATS_GIVEN)
		return e;
	e.se = 100 * sqrt(fmax(0, variance) / n);
	e.wald = between(100 * (p - d), STATS_Z95 * e.se, (size_t)n);
	e.wald_less_one = n > 1 ? between(100 * (p - d), STATS_Z95 * 100 * sqrt(fmax(0, variance) / (n - 1)), (size_t)n)
		: stats_refused(STATS_TOO_FEW, (size_t)n, 2);
	e.adjusted = between(100 * (up - down), STATS_Z95 * 100 * sqrt((up + down - (up - down) * (up - down)) / more), (size_t)n);
	e.estimate = shown(e.adjusted, e.wald.value, n, team);
	return e;
}

/* Wilson for a share p that stands on `n` answers, n not whole. */
static struct stats_estimate
wilson(double p, double n, size_t answers)
{
	const double z2 = STATS_Z95 * STATS_Z95;
	double centre = (p + z2 / (2 * n)) / (1 + z2 / n), half = STATS_Z95 * sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);

	return (struct stats_estimate){ p, fmax(0, centre - half), fmin(1, centre + half), 0.95, answers, 0, STATS_GIVEN };
}

struct stats_estimate
share_of_team(double x, double n, double team)
{
	struct stats_estimate e = sample_share(x, n);

	if (e.refusal != STATS_GIVEN)
		return e;
	if (!isfinite(team) || team < n)
		return stats_refused(isfinite(team) ? STATS_OUT_OF_RANGE : STATS_NOT_A_NUMBER, e.n, 0);
	if (team == n) {
		e.low = e.high = e.value;
		return e;
	}
	return wilson(x / n, n * (team - 1) / (team - n), e.n);
}

/* Correlation of two answers of the same people, with a half taken off (Newcombe 1998, section 3). */
static double
phi(double a, double b, double c, double d)
{
	double product = (a + b) * (c + d) * (a + c) * (b + d), top = a * d - b * c;

	if (product == 0)
		return 0;
	if (top > 0)
		top = fmax(0, top - (a + b + c + d) / 2);
	return top / sqrt(product);
}

struct stats_estimate
share_change(double both, double lost, double won, double neither)
{
	double n = both + lost + won + neither, r;
	const double count[] = { both, lost, won, neither };
	enum stats_refusal why = count_refusal(count, 4);
	struct stats_estimate first = sample_share(both + lost, n), second = sample_share(both + won, n), e;
	double dl, du;

	if (why != STATS_GIVEN || first.refusal != STATS_GIVEN)
		return stats_refused(why != STATS_GIVEN ? why : first.refusal, 0, first.needs);
	r = phi(both, lost, won, neither);
	e = between((won - lost) / n, 0, (size_t)n);
	dl = second.value - second.low;
	du = first.high - first.value;
	e.low = e.value - sqrt(fmax(0, dl * dl - 2 * r * dl * du + du * du));
	dl = first.value - first.low;
	du = second.high - second.value;
	e.high = e.value + sqrt(fmax(0, du * du - 2 * r * dl * du + dl * dl));
	return e;
}

struct stats_estimate
share_weighed(const double *x, const double *n, const double *team, size_t cells)
{
	double all = 0, share = 0, variance = 0, answers = 0, plain;

	for (size_t c = 0; c < cells; c++) {
		const double count[] = { x[c], n[c], team[c] };
		enum stats_refusal why = count_refusal(count, 3);

		if (why == STATS_GIVEN && (x[c] > n[c] || n[c] > team[c]))
			why = STATS_OUT_OF_RANGE;
		if (why == STATS_GIVEN && team[c] > 0 && n[c] < 1)
			why = STATS_TOO_FEW;
		if (why != STATS_GIVEN)
			return stats_refused(why, 0, why == STATS_TOO_FEW);
		all += team[c];
		answers += n[c];
	}
	if (!(all > 0))
		return stats_refused(STATS_TOO_FEW, 0, 1);
	for (size_t c = 0; c < cells; c++)
		if (team[c] > 0) {
			double p = x[c] / n[c], weight = team[c] / all, careful = (x[c] + 1) / (n[c] + 2);

			share += weight * p;
			variance += weight * weight * careful * (1 - careful) / n[c];
		}
	plain = fmax(share * (1 - share), 0.25 / answers);
	return wilson(share, fmin(answers, plain / variance), (size_t)answers);
}
