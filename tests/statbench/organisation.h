/* organisation.h: a made-up organisation whose raters' habits are known. Knows no product, only numbers. */
#ifndef ORGANISATION_H
#define ORGANISATION_H

#include "stats/stats_rating.h"

enum { MANAGER, PEER, UPWARD, SKIP, RELATIONS };
enum habit { NO_HABIT, SEVERE, LENIENT, HALO, CENTRAL };

struct organisation {
	size_t people, items;
	uint32_t *manager;      /* [people]; UINT32_MAX at the top */
	bool *manages;
	enum habit *habit;
	double *severity, *truth;        /* of each as a rater; true score of each as a ratee */
	double *lambda;         /* recency of each as a manager */
	uint32_t *ratee, *rater, *item;
	uint8_t *relation;
	double *y, *x;          /* marks; [RELATIONS - 1][n] columns, peers first */
	double *evidence, *overall;      /* [people][12] monthly scores, NaN where none; the manager's overall mark */
	struct marks marks;
};

/* Teams of about 8; each is rated by its manager, `peers` peers (7 of 10 from the team), managers by 5 of their team,
 * one in five by the manager's manager. 8 % of raters severe or lenient by 0.75, 8 % with halo, 6 % central. */
struct organisation *organisation(struct arena *a, size_t people, size_t items, size_t peers, double team_sd, uint64_t seed);

#endif
