/* stats_strata.h: tables of two by two, one for each stratum: is there one odds ratio, and what is it.
 * Knows nothing of what is counted. */
#ifndef STATS_STRATA_H
#define STATS_STRATA_H

#include "stats/stats_fisher.h"

struct strata {
	enum stats_refusal refusal;      /* STATS_TOO_FEW: no table; STATS_NOT_A_NUMBER; STATS_OUT_OF_RANGE: below 0 or not whole;
					  * STATS_NO_SPREAD: no stratum has both groups and both outcomes */
	size_t tables, informative;      /* informative: both groups, both outcomes */
	double common;                   /* Mantel & Haenszel (1959); may be 0 or infinite */
	struct stats_estimate odds_ratio;        /* the same with the interval of Robins, Breslow & Greenland (1986);
						  * STATS_NO_SPREAD when it is 0 or infinite */
	double cmh, cmh_p, cmh_corrected, cmh_corrected_p;       /* Cochran-Mantel-Haenszel, chi-square of 1 df; corrected by a half */
	double breslow_day, tarone, tarone_p;    /* one odds ratio for all? Breslow & Day (1980), Tarone (1985); NaN without one */
	double tarone_df;                /* informative tables - 1 */
	double crude;                    /* odds ratio of the summed table; NaN for 0/0 */
	struct stats_estimate risk_difference;   /* weighted by size, variance of Greenland & Robins (1985) */
	double *each;                    /* [tables] odds ratios; NaN for 0/0, may be infinite */
};
/* Tables that are not informative add nothing to any of these but the risk difference, which needs both groups only. */
struct strata strata(struct arena *a, const struct table2 *t, size_t n);

#endif
