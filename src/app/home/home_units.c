/* home_units.c: targets and timeliness by unit, ratings, the organisation's goals. Asks and judges; shows nothing. */
#include "home/home_units.h"

#include "goals/goal_lines.h"
#include "home/home.h"
#include "home/home_judge.h"
#include "home/small_judge.h"
#include "views/chart.h"

enum { UNITS = 40, TARGETS = 12 };

static bool
leads(const struct rq *rq)
{
	return rq_who(rq) && rq_who(rq)->reports > 0;
}

struct home_units_asked
home_units_ask(struct rq *rq)
{
	struct home_units_asked a = {
		.units = NEW(rq->arena, struct home_unit_rows), .rated = NEW(rq->arena, struct home_rated_rows),
		.targets = NEW(rq->arena, struct goal_line_rows), .strategy = NEW(rq->arena, struct goal_line_rows),
		.of_targets = NEW(rq->arena, struct measure_rows), .of_strategy = NEW(rq->arena, struct measure_rows),
	};

	if (leads(rq)) {
		a.targets = home_unit_goals(rq, rq->viewer, TARGETS);
		a.of_targets = home_unit_measures(rq, rq->viewer);
	}
	if (leads(rq) || may(rq, SEE_COMPLETION))
		a.units = home_units(rq, rq->viewer, rq->today, UNITS);
	if (may(rq, SEE_COMPLETION))
		a.rated = home_rated(rq, rq->viewer);
	if (may(rq, SEE_FIGURES)) {
		a.strategy = home_strategy(rq, rq->viewer, TARGETS);
		a.of_strategy = home_strategy_measures(rq, rq->viewer);
	}
	return a;
}

/* A team that is one unit is told of by the team itself; units are shown where there are some below. */
static void
judge_units(struct rq *rq, struct home_unit_rows *units, struct home *page)
{
	bool below = false;

	for (size_t i = 0; i < units->n; i++) {
		struct home_unit *u = &units->at[i];

		u->share = share_of(u->selves + u->managers, 2 * u->people);
		below = below || u->below;
	}
	page->leads_units = leads(rq) && (below || page->targets->n > 0);
	if (!below && !may(rq, SEE_COMPLETION))
		units->n = 0;
	page->units = units;
	page->units_cycle = units->n > 0 ? units->at[0].cycle_name : NULL;
}

static struct chart_level_rows *
levels_of(struct rq *rq, const struct home_rated_rows *rated, struct home_rated_sum *sum)
{
	const char **labels = NEW_MANY(rq->arena, const char *, rated->n);
	int64_t *counts = NEW_MANY(rq->arena, int64_t, rated->n);

	for (size_t i = 0; i < rated->n; i++) {
		labels[i] = rated->at[i].label;
		counts[i] = rated->at[i].people;
		sum->others -= counts[i];
	}
	small_cells(counts, rated->n);
	return chart_levels(rq->arena, labels, counts, rated->n);
}

static void
judge_rated(struct rq *rq, const struct home_rated_rows *rated, struct home *page)
{
	struct home_rated_sum *sum = NEW(rq->arena, struct home_rated_sum);

	if (rated->n > 0)
		*sum = (struct home_rated_sum){ .name = rated->at[0].name, .released = rated->at[0].released, .others = rated->at[0].released };
	page->levels = levels_of(rq, rated, sum);
	sum->hidden = sum->released < SMALL;
	if (sum->hidden)
		page->levels->n = 0;
	page->rated = sum;
}

void
home_units_judge(struct rq *rq, const struct home_units_asked *asked, struct home *page)
{
	goal_lines_judge(asked->targets, asked->of_targets, rq->today);
	goal_lines_judge(asked->strategy, asked->of_strategy, rq->today);
	page->targets = asked->targets;
	page->strategy = asked->strategy;
	judge_units(rq, asked->units, page);
	judge_rated(rq, asked->rated, page);
}
