/* stats_rating.h: judges beside the things they judge: severity, fair scores, low differentiation, places on a grid.
 * Knows numbered ratees and raters; no people, and decides nothing. */
#ifndef STATS_RATING_H
#define STATS_RATING_H

#include "stats/stats_dyad.h"
#include "stats/stats_mixed.h"

/* What a design can tell apart. */
struct rating_design {
	size_t dyads, ratees, raters, components;        /* that have a mark */
	double shared;                   /* share of ratees with two raters or more */
	bool separable;                  /* shared >= 0.20 */
};
struct rating_design rating_design(struct arena *a, const struct dyads *d, size_t ratees, size_t raters);

enum { SEVERITY_RATERS = 10, SEVERITY_RATEES = 30, SEVERITY_DYADS = 4 };         /* the least that is asked for */

struct severity_input {
	struct marks marks;              /* self ratings left out by the caller */
	const double *x;                 /* [p][marks.n] fixed columns (relation, cycle), without an intercept; may be NULL */
	size_t p;
	double delta;                    /* practical threshold, units of y; 0: 0.30 */
	double q;                        /* Bayes FDR; 0: 0.02 */
	bool mixture;                    /* flags by a prior of two normals; estimates and intervals stay as they are */
	bool anchored;                   /* an outside anchor (goal attainment among x) makes a weak design separable */
	enum mixed_path path;
};

/* One rater. estimate: severity, above 0 is lenient; normal interval from the prediction error variance.
 * Refused: too few dyads (needs 4), or a component with too few raters or ratees (only `gap` is said then). */
struct rater_severity {
	struct stats_estimate estimate;
	double error;                    /* 1 - P(|v| > delta, same sign | y) */
	double gap;                      /* mean of (mark - mean of the same ratee's other raters); NaN without any */
	size_t component;
	bool flagged;
};

/* One ratee. raw and fair are means over its raters, on the scale of y; fair takes each rater's severity out. */
struct fair_score {
	double raw;
	struct stats_estimate fair;      /* interval: rest and severities unknown */
	double effect, effect_se;        /* u_i and the root of its prediction error variance, for ranking */
	size_t raters;
};

struct severity {
	enum stats_refusal refusal;      /* STATS_NOT_SEPARABLE: no adjusted score, no flag; STATS_TOO_FEW */
	struct rating_design design;
	struct mixed_fit *fit;           /* factor 0 ratees, factor 1 raters */
	struct rater_severity *rater;    /* [raters] */
	struct fair_score *ratee;        /* [ratees] */
	size_t flagged;
	double reliability_one, reliability_three;       /* of one mark, of the mean of three */
	double raters_for_070;
};
/* Model on dyad means: y = x'beta + u_ratee + v_rater + e (INSIGHTS a; Cronbach et al. 1972; Bates et al. 2015). */
struct severity *rating_severity(struct arena *a, const struct severity_input *in);

/* A few raters may be of another kind: v ~ (1 - share) N(0, narrow^2) + share N(0, wide^2), by EM on the raters' own
 * estimates (BLUPs with the common normal taken out). error[j] = 1 - P(|v_j| > delta, same sign | y). */
struct mixture_prior {
	double share, narrow, wide;
};
struct mixture_prior severity_mixture(struct arena *a, const double *blup, const double *sd, size_t n, double variance, double delta,
	double *error);

/* ---- differentiation (b, c) */
enum differentiation { DIFFERENTIATES, LOW_DIFFERENTIATION, HALO_LIKE, CENTRAL_TENDENCY };
enum { DIFFERENTIATION_DYADS = 4, DIFFERENTIATION_ITEMS = 3, CENTRAL_DYADS = 6 };
struct rater_spread {
	enum stats_refusal refusal;      /* STATS_TOO_FEW: fewer than 4 dyads of 3 items */
	size_t dyads, coraters;          /* coraters: others who rated the same */
	double within, within_others;    /* SD of a dyad's marks between items, and the median rater's */
	double between, between_others;  /* SD of dyad means */
	double z, p, adjusted;           /* of low within-spread, one-sided; BH over the raters asked */
	double modal_share, entropy;     /* of the marks as given; entropy in nats */
	double compression;              /* slope on the other raters' mean; read beside the median rater; NaN without any */
	enum differentiation verdict;
};
/* q: 0 is 0.05. The split of the flagged into halo-like and central is tentative; without co-raters it stays
 * LOW_DIFFERENTIATION. NULL: codes out of range. */
struct rater_spread *rating_spread(struct arena *a, const struct marks *m, double q);

/* ---- places (n) */
/* cell[3 i + j]: probability of performance class i and potential class j, of two independent normal scores cut at two
 * places each. border: no cell reaches 0.6. False: not finite, an SE below 0, cuts not ascending. */
bool nine_box(double score, double score_se, const double score_cut[2], double potential, double potential_se,
	const double potential_cut[2], double cell[9], bool *border);
/* P(among the top `share`) of each of n independent normal scores by draws of them all. Refused by false: n < 1, share
 * outside (0, 1), not finite, draws < 100. */
bool chance_of_top(struct arena *a, const double *score, const double *se, size_t n, double share, size_t draws, uint64_t seed,
	double *chance);

#endif
