/* cases_choice.c: assignment and what a programme did. Knows no arithmetic. */
#include "statcases.h"

#include "stats/stats_assignment.h"
#include "stats/stats_did.h"

#include <math.h>

CASE("assignment")
{
	struct assignment_input in = { 0 };
	struct assignment least, most;

	in.cost = case_matrix(a, dir, argument_text(c, "file"), &in.rows, &in.columns);
	if (in.cost == NULL)
		return NULL;
	least = assignment(a, &in);
	in.asked = ASSIGN_MOST;
	most = assignment(a, &in);
	if (least.refusal != STATS_GIVEN || least.paired < in.rows)
		return case_failed("refused (%d), %zu of %zu rows paired", (int)least.refusal, least.paired, in.rows);
	return json_pack("{s:o, s:o}", "minimum_cost", number(least.total), "maximum_value", number(most.total));
}

/* The columns of a panel named by the case; false when one is missing. */
struct panel {
	size_t n, units;
	double *y, *treat, *other;
	uint32_t *unit;
};

static bool
panel_of(struct arena *a, const char *dir, const json_t *c, const char *treat, const char *other, struct panel *p)
{
	const struct table *t = case_table(a, dir, c);
	const struct levels *unit = t != NULL ? case_levels(a, t, argument_text(c, "unit")) : NULL;

	if (unit == NULL)
		return false;
	p->n = t->rows;
	p->units = unit->n;
	p->y = column_numbers(a, t, argument_text(c, "y"));
	p->treat = column_numbers(a, t, argument_text(c, treat));
	p->other = column_numbers(a, t, argument_text(c, other));
	p->unit = NEW_MANY(a, uint32_t, p->n);
	for (size_t i = 0; i < p->n; i++)
		p->unit[i] = (uint32_t)unit->of[i];
	return p->y != NULL && p->treat != NULL && p->other != NULL;
}

CASE("did")
{
	struct panel p;
	struct did d;

	if (!panel_of(a, dir, c, "treat", "post", &p))
		return NULL;
	d = did(a, p.y, p.treat, p.other, p.unit, p.n, p.units);
	if (d.att.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)d.att.refusal);
	return json_pack("{s:o, s:o, s:o, s:o, s:o}", "att", number(d.att.value), "se_ols", number(d.se_ols), "se_cluster_hc1", number(d.se_cluster),
		"clusters", whole(d.clusters), "ci95_t_G_minus_1", numbers((double[]){ d.att.low, d.att.high }, 2));
}

CASE("event_study")
{
	double *effect;
	struct panel p;
	struct event_study s;

	if (!panel_of(a, dir, c, "treat", "time", &p))
		return NULL;
	s = event_study(a, p.y, p.treat, p.other, p.unit, p.n, p.units, argument(c, "reference_period", NAN));
	if (s.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)s.refusal);
	effect = NEW_MANY(a, double, s.periods);
	for (size_t k = 0; k < s.periods; k++)
		effect[k] = s.effect[k].value;
	return json_pack("{s:o, s:o, s:o, s:o}", "period", numbers(s.period, s.periods), "coef", numbers(effect, s.periods), "se_cluster_hc1",
		numbers(s.se, s.periods), "pretrend_wald_chisq_df3", number(s.pretrend));
}

CASE("group_time_att")
{
	json_t *cells = json_array();
	struct group_time r;
	struct panel p;

	if (!panel_of(a, dir, c, "first", "time", &p))
		return NULL;
	r = group_time(a, p.y, p.other, p.treat, p.unit, p.n, p.units, NULL, 0, 200, 1);
	if (r.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)r.refusal);
	for (size_t k = 0; k < r.cells; k++)
		json_array_append_new(cells, json_pack("{s:o, s:o, s:o, s:o}", "g", number(r.cell[k].g), "t", number(r.cell[k].t), "n", whole(r.cell[k].n),
			"att", number(r.cell[k].att)));
	return json_pack("{s:o, s:o}", "cells", cells, "overall_weighted_by_team", number(r.overall.value));
}
