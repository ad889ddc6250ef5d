/* goal_pace.h: how far a goal has come, and whether that is fast enough. Whole numbers only; no clock, no rows of its own. */
#ifndef GOALS_GOAL_PACE_H
#define GOALS_GOAL_PACE_H

#include "goals_queries.h"

/* Shares are in thousandths of the way: 0 … 1000. */
enum { WAY = 1000, GRACE = 100, RHYTHM_MOST = 30, RHYTHM_LEAST = 7 };

/*
 * How far one measure has come: 0 … WAY; NONE when nothing was said yet. Up and down go from baseline to
 * target; a range is 0 at the baseline's distance from it and WAY inside; yes is WAY. Exact for all figures.
 */
int64_t measure_come(const struct measure *m);

/* Where a straight line from opens to due would have it on that day: 0 … WAY. */
int64_t line_on(struct day opens, struct day due, struct day today);

/* How many days may pass without a step: as the measure says, else a quarter of the goal's time, 7 to 30 days. */
int64_t measure_rhythm(const struct measure *m, struct day opens, struct day due);

struct pace {
	/* "early" not begun; "unsaid" no step yet, and none is owed; "good" on the line or within GRACE of it;
	 * "slow" behind; "stale" silent for longer than its rhythm; "late" past its day; "done" all reached. */
	const char *health;
	int64_t come;           /* the weighted mean of the measures that said something; NONE: none did */
	int64_t line;           /* where the line would have those; of all when none did */
	int64_t said, measures; /* how many said something, of how many */
	int64_t silent;         /* days since the last word of the quietest measure that is not done */
	struct day speaks_by;   /* from the day after this one the goal is stale, unless a step comes */
};

/*
 * Measures of one goal; n may be 0. A measure that said nothing takes no share, and never counts as zero.
 * Weights of 0 everywhere count alike. A range that began inside, and yes or no, owe nothing before the last day.
 */
struct pace goal_pace(const struct measure *m, size_t n, struct day opens, struct day due, struct day today);

/* Fills what the page shows of each measure beside its own figures: come, line, silent, rhythm. */
void measures_judge(struct measure *m, size_t n, struct day opens, struct day due, struct day today);

/* Is it time for a word about it? From the last day of its rhythm on, while it runs and something is not reached. */
bool goal_step_is_due(const struct pace *p, struct day opens, struct day due, struct day today);

/* Thousandths of the way as whole percent, rounded down, so that 100 is only said when it is reached; NONE stays. */
int64_t come_percent(int64_t come);

#endif
