/* stats_ets.h: exponential smoothing as state space models (Hyndman, Koehler, Ord & Snyder 2008). Knows no KPI and no calendar. */
#ifndef STATS_ETS_H
#define STATS_ETS_H

#include "stats/stats_forecast.h"

enum ets_part { ETS_NONE, ETS_ADDITIVE, ETS_MULTIPLICATIVE };
struct ets_form {
	enum ets_part error, trend, season;      /* error A M; trend N A; season N A M; A with season M is refused */
	bool damped;                             /* with trend A only */
	size_t period;                           /* 1 to 60; 1: no season */
};
/* Smoothing parameters and the state before the first (or after the last) value; seasons newest first: the last is used next. */
struct ets_state {
	double alpha, beta, gamma, phi;          /* 0, 0, 1 where the form has none */
	double level, slope, season[SEASON_LONGEST];
};
struct ets {
	enum stats_refusal refusal;
	struct ets_form form;
	struct ets_state start, end;
	size_t n, parameters;                    /* k of the text: smoothing, level, slope, period - 1 seasons */
	double loglik, aicc, bic, sigma2, mse;   /* aicc infinite when n - k - 2 <= 0 */
};

/* "MAM", damped -> form; false for other letters. name: "ETS(M,Ad,M)", 16 bytes. */
bool ets_form_of(const char *letters, bool damped, size_t period, struct ets_form *form);
void ets_name(const struct ets_form *form, char name[16]);

/* Why y cannot be given to the form at all: STATS_GIVEN when it can. */
enum stats_refusal ets_refusal(const double *y, size_t n, const struct ets_form *form);
/* At given parameters. Refused: n <= k, error M and a value <= 0, a one-step forecast of zero, a form or period outside the above. */
struct ets ets_at(const double *y, size_t n, const struct ets_form *form, const struct ets_state *start);
/* Maximum likelihood over 1e-4 <= alpha <= 0.9999, 1e-4 <= beta <= alpha, 1e-4 <= gamma <= 1 - alpha, 0.8 <= phi <= 0.98, admissible
 * (Hyndman, Akram & Archibald 2008), multiplicative seasons >= 0: quasi-Newton (BFGS) from several starts. Refused also: n < k + 2,
 * no spread, seasonal with fewer than two cycles. */
struct ets ets_fit(struct arena *a, const double *y, size_t n, const struct ets_form *form);
/* Smallest AICc over the forms allowed; error M only when all y > 0. The pages ask for 10 values, two cycles for a season. */
struct ets ets_choose(struct arena *a, const double *y, size_t n, size_t period);
/* h ahead from the end. Season M: exact moments (variance of the product, not its approximation). */
struct forecast ets_forecast(struct arena *a, const struct ets *e, size_t h);

/* Within: true when the roots of the characteristic polynomial lie inside the unit circle. */
bool ets_admissible(const struct ets_form *form, const struct ets_state *s);

#endif
