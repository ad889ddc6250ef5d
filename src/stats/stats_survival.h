/* stats_survival.h: how long until something happens, when some have not seen it yet and some came late.
 * Knows no people, posts or reasons. */
#ifndef STATS_SURVIVAL_H
#define STATS_SURVIVAL_H

#include "stats/stats.h"

/* A row is at risk at t when entry < t <= time. Rows with entry >= time never are and are left out. Any unit of time. */
struct survival_rows {
	size_t n;
	const double *entry;    /* [n], or NULL: from the beginning */
	const double *time;     /* [n] 0 or more */
	const bool *event;      /* [n] it happened at `time`; else seen until then */
};

/* Kaplan & Meier (1958), with late entry (Tsai, Jewell & Wang 1987). */
struct survival {
	enum stats_refusal refusal;      /* STATS_TOO_FEW: no row; STATS_NOT_A_NUMBER; STATS_OUT_OF_RANGE: a time below 0 */
	size_t n, events, steps;
	double *at, *risk, *died;        /* [steps] times of events, at risk, events */
	double *share, *greenwood;       /* [steps] S after the time; sum of d/(r(r - d)) so far, infinite from S = 0 on */
	double *entries, *exits;         /* [n] sorted; entries -infinity without late entry */
};
struct survival survival(struct arena *a, const struct survival_rows *rows);

enum survival_interval { SURVIVAL_LOG_LOG, SURVIVAL_LOG };
/* S(t). Log-log: S^exp(-+z sqrt(G)/|log S|); log: S exp(-+z sqrt(G)), at most 1 (Kalbfleisch & Prentice 2002). S = 0 has
 * no interval: STATS_NO_SPREAD. */
struct stats_estimate survival_share(const struct survival *s, double t, enum survival_interval kind);
double survival_error(const struct survival *s, double t);       /* Greenwood's (1926), of S(t); NaN at S = 0 */
size_t survival_risk(const struct survival *s, double t);        /* at risk at t */
/* Until when every event fell while `least` or more were at risk: beyond, say nothing. */
double survival_known_until(const struct survival *s, size_t least);

/* The time by which a share (0.5: the median) has seen it; the middle when S stands there exactly. Interval from the log-log
 * limits (Brookmeyer & Crowley 1982); its high end may be infinite. STATS_TOO_FEW: not reached. */
struct stats_estimate survival_time(const struct survival *s, double share);
/* Mean time up to tau: the area under S (Irwin 1949), normal interval. */
struct stats_estimate survival_mean(const struct survival *s, double tau, double *error);

/* Share that has seen kind 1 by t when other kinds end it too: Aalen & Johansen (1978); variance after Marubini &
 * Valsecchi (1995), normal interval within 0..1. kind[i]: 0 nothing yet. */
struct stats_estimate survival_of_kind(struct arena *a, const struct survival_rows *rows, const uint8_t *kind, uint8_t asked, double t);

/* Do groups differ? Mantel (1966), Peto & Peto (1972); hypergeometric variance. */
struct log_rank {
	enum stats_refusal refusal;      /* of the rows; STATS_OUT_OF_RANGE: a group; STATS_TOO_FEW: fewer than 2 groups at risk, no event */
	double *observed, *expected;     /* [groups] */
	double chi_square, df, p;
};
struct log_rank log_rank(struct arena *a, const struct survival_rows *rows, const uint32_t *group, size_t groups);

/* ---- proportional hazards: Cox (1972), ties by Efron (1977), late entry. */
struct cox_input {
	struct survival_rows rows;
	const double *x;        /* [p][n] without an intercept */
	size_t p;
};
struct cox {
	enum stats_refusal refusal;      /* as survival; STATS_TOO_FEW: no event; STATS_NO_SPREAD: no column varies; STATS_NOT_SEPARABLE:
					  * a coefficient has no end; STATS_NOT_SETTLED */
	size_t n, p, events, rank, rounds;
	double *coef, *se;               /* [p] log hazard ratios; NaN for a column that others make up */
	double *proportional_p;          /* [p] is the ratio the same at all times? Grambsch & Therneau (1994), rank of time */
	double log_likelihood[2];        /* null, fitted */
	double concordance;              /* Harrell (1982); NaN with late entry */
};
struct cox cox(struct arena *a, const struct cox_input *in);
/* Hazard ratio exp(coef) with its Wald interval. Refused as the fit. */
struct stats_estimate cox_ratio(const struct cox *c, size_t column);

/* ---- turnover */
/* x leavers in `years` person-years: rate a year, exact Poisson interval (Garwood 1936). Refused: not finite, x below 0 or
 * not whole, years not above 0 (STATS_TOO_FEW). */
struct stats_estimate turnover_rate(double leavers, double years);
/* One rate by another, exact given the sum (Clopper & Pearson 1934). STATS_NO_SPREAD: no leaver in the second. */
struct stats_estimate turnover_ratio(double leavers1, double years1, double leavers2, double years2);

#endif
