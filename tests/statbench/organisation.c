/* organisation.c: a made-up organisation whose raters' habits are known. Knows no product, only numbers. */
#include "organisation.h"

#include "stats/stats_random.h"

#include <math.h>

enum { TEAM = 8, UPWARDS = 5, MONTHS = 12 };

struct making {
	struct organisation *o;
	struct random_source r;
	double *theta, *profile, *level;         /* profile [people][items], level [items] */
	size_t room;
};

/* Everybody from 1 on reports to (i - 1) / TEAM: a tree of teams. */
static void
people(struct arena *a, struct making *k, double team_sd)
{
	struct organisation *o = k->o;
	double *team = NEW_MANY(a, double, o->people);

	for (size_t i = 0; i < o->people; i++) {
		double draw = random_share(&k->r);

		team[i] = team_sd * random_normal(&k->r);
		o->manager[i] = i == 0 ? UINT32_MAX : (uint32_t)((i - 1) / TEAM);
		if (i > 0)
			o->manages[o->manager[i]] = true;
		o->habit[i] = draw < 0.05 ? SEVERE : draw < 0.08 ? LENIENT : draw < 0.16 ? HALO : draw < 0.22 ? CENTRAL : NO_HABIT;
		o->severity[i] = 0.17 * random_normal(&k->r) + (o->habit[i] == SEVERE ? -0.75 : o->habit[i] == LENIENT ? 0.75 : 0);
		o->lambda[i] = random_share(&k->r) < 0.25 ? 0.35 : 0.02;
		k->theta[i] = 0.45 * random_normal(&k->r) + (i > 0 ? team[o->manager[i]] : 0);
		o->truth[i] = 3.3 + k->theta[i];
	}
	for (size_t c = 0; c < o->items; c++)
		k->level[c] = 0.12 * random_normal(&k->r);
	for (size_t i = 0; i < o->people * o->items; i++)
		k->profile[i] = 0.25 * random_normal(&k->r);
}

static void
rate(struct making *k, size_t who, size_t by, uint8_t relation)
{
	static const double lift[RELATIONS] = { 0, 0.11, 0.24, 0.06 };
	struct organisation *o = k->o;
	double dyad = 0.30 * random_normal(&k->r), impression = 3.3 + k->theta[who] + dyad;
	double item_part = o->habit[by] == HALO ? 0.15 : 1, squeeze = o->habit[by] == CENTRAL ? 0.3 : 1;

	for (size_t c = 0; c < o->items; c++) {
		size_t i = o->marks.n++;
		double y = k->profile[who * o->items + c] + 0.5 * random_normal(&k->r);

		y = impression + k->level[c] + item_part * y;
		y = 3.3 + squeeze * (y - 3.3) + o->severity[by] + lift[relation];
		o->ratee[i] = (uint32_t)who;
		o->rater[i] = (uint32_t)by;
		o->item[i] = (uint32_t)c;
		o->relation[i] = relation;
		o->y[i] = fmin(5, fmax(1, round(y)));
	}
}

static void
rate_all(struct making *k, size_t peers)
{
	struct organisation *o = k->o;

	for (size_t i = 1; i < o->people; i++) {
		size_t team = o->manager[i], first = team * TEAM + 1, last = first + TEAM < o->people ? first + TEAM : o->people;

		rate(k, i, team, MANAGER);
		for (size_t p = 0; p < peers; p++) {
			size_t by = random_share(&k->r) < 0.7 ? first + random_below(&k->r, last - first) : random_below(&k->r, o->people);

			if (by != i && by != team)
				rate(k, i, by, PEER);
		}
		for (size_t u = 0; peers > 0 && o->manages[i] && u < UPWARDS && i * TEAM + 1 + u < o->people; u++)
			rate(k, i, i * TEAM + 1 + u, UPWARD);
		if (peers > 0 && team > 0 && random_share(&k->r) < 0.2)
			rate(k, i, o->manager[team], SKIP);
	}
}

/* Monthly evidence, and the manager's overall mark, which leans on the last months by the manager's lambda. */
static void
year(struct making *k)
{
	struct organisation *o = k->o;

	for (size_t i = 1; i < o->people; i++) {
		double sum = 0, weight = 0, drift = 0.10 * random_normal(&k->r);

		for (int t = 0; t < MONTHS; t++) {
			double *x = &o->evidence[i * MONTHS + (size_t)t], w = exp(-o->lambda[o->manager[i]] * (MONTHS - 1 - t));

			*x = random_share(&k->r) < 0.15 ? NAN : 3.3 + k->theta[i] + drift * (t - 5.5) * 0.5 + 0.35 * random_normal(&k->r);
			if (isnan(*x))
				continue;
			sum += w * *x;
			weight += w;
		}
		o->overall[i] = sum / weight + o->severity[o->manager[i]] + 0.25 * random_normal(&k->r);
	}
}

struct organisation *
organisation(struct arena *a, size_t n, size_t items, size_t peers, double team_sd, uint64_t seed)
{
	struct organisation *o = NEW(a, struct organisation);
	size_t room = n * (peers + 3) * items + n * items;
	struct making k = { o, random_from(seed), NEW_MANY(a, double, n), NEW_MANY(a, double, n * items), NEW_MANY(a, double, items), room };

	*o = (struct organisation){ n, items, NEW_MANY(a, uint32_t, n), NEW_MANY(a, bool, n), NEW_MANY(a, enum habit, n),
		NEW_MANY(a, double, n), NEW_MANY(a, double, n), NEW_MANY(a, double, n), NEW_MANY(a, uint32_t, room),
		NEW_MANY(a, uint32_t, room), NEW_MANY(a, uint32_t, room), NEW_MANY(a, uint8_t, room), NEW_MANY(a, double, room), NULL,
		NEW_MANY(a, double, n * MONTHS), NEW_MANY(a, double, n), { 0 } };
	people(a, &k, team_sd);
	rate_all(&k, peers);
	year(&k);
	o->marks = (struct marks){ o->marks.n, o->ratee, o->rater, o->item, o->y, n, n, items };
	o->x = NEW_MANY(a, double, o->marks.n * (RELATIONS - 1));
	for (size_t i = 0; i < o->marks.n; i++)
		if (o->relation[i] != MANAGER)
			o->x[(o->relation[i] - 1u) * o->marks.n + i] = 1;
	return o;
}
