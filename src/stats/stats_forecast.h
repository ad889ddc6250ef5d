/* stats_forecast.h: the next values of a series, with bands: naive, theta, a choice by rolling origin. Knows no KPI and no calendar. */
#ifndef STATS_FORECAST_H
#define STATS_FORECAST_H

#include "stats/stats.h"

#define STATS_Z80 1.2815515655446004    /* 0.90 quantile of the normal distribution */
enum { FORECAST_LONGEST = 1000, SEASON_LONGEST = 60 };

/* h steps ahead, units of y; bands are mean -+ z sd. The parameters are taken as known: of nominal 95 % bands on monthly series 42 to 88 %
 * of values were covered, so print a band only beside the coverage that forecast_choice measured. */
struct forecast {
	enum stats_refusal refusal;
	size_t n, h;
	double *mean, *variance;                         /* [h] */
	double *low80, *high80, *low95, *high95;         /* [h] */
};
struct forecast forecast_refused(enum stats_refusal why, size_t n);
/* mean and variance into a forecast with its bands. */
struct forecast forecast_of(struct arena *a, const double *mean, const double *variance, size_t h, size_t n);

/* y one season back (period 1: the last value), repeated. Variance: mean squared change over a season, times the seasons ahead.
 * Refused: n < period + 1, period 0 or > 60, h 0 or > 1000. */
struct forecast forecast_naive(struct arena *a, const double *y, size_t n, size_t period, size_t h);

/* The theta method (Assimakopoulos & Nikolopoulos 2000) as simple smoothing with half the trend (Hyndman & Billah 2003), after classical
 * multiplicative adjustment when the lag-period autocorrelation is significant at 10 %. Refused: n < 4, as naive; a constant series is
 * forecast as itself with variance 0. */
struct forecast forecast_theta(struct arena *a, const double *y, size_t n, size_t period, size_t h);

/* Mean |error| over mean |y_t - y_(t-period)| of the training values (Hyndman & Koehler 2006), and shares of values inside the bands. */
struct forecast_score {
	double mase, coverage80, coverage95;
	size_t n;                                        /* values scored */
	enum stats_refusal refusal;                      /* as the forecast; STATS_NO_SPREAD when the training values never change */
};
struct forecast_score forecast_score(const struct forecast *f, const double *train, size_t n, size_t period, const double *kept);

enum forecast_kind { FORECAST_NAIVE, FORECAST_THETA, FORECAST_ETS, FORECAST_KINDS };
/* The last h values kept back once: ets by AICc, theta, naive. */
void forecast_holdout(struct arena *a, const double *y, size_t n, size_t period, size_t h, struct forecast_score score[FORECAST_KINDS]);

/* Rolling origin (Tashman 2000): from `origins` ends of the series, each one value earlier, every kind forecasts h ahead; the kind with the
 * least mean MASE is chosen (the simpler when tied) and forecasts from the end. The ets form is chosen by AICc before the first origin.
 * Refused: fewer than 10 values (24 months and two cycles when seasonal) before the first origin, no kind could be scored. */
struct forecast_choice {
	enum stats_refusal refusal;
	size_t needs;
	enum forecast_kind kind;
	struct forecast_score score[FORECAST_KINDS];     /* means over origins; coverage counts all values scored */
	struct forecast forecast;
};
struct forecast_choice forecast_choice(struct arena *a, const double *y, size_t n, size_t period, size_t h, size_t origins);

#endif
